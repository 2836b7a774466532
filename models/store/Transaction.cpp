// SPDX-License-Identifier: Apache-2.0
#include "store/Connection.h"

#include <utility>

namespace Chartline {

Result<Transaction> Transaction::begin(Connection &connection)
{
    CHARTLINE_TRY(connection.execute("BEGIN IMMEDIATE"));
    return Transaction(connection);
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{ }

Transaction::~Transaction()
{
    // SQLite has already rolled back after some errors (a full disk); then there is nothing to do.
    if (m_connection && m_connection->inTransaction())
        std::ignore = m_connection->execute("ROLLBACK");
}

Status Transaction::commit()
{
    if (!m_connection)
        return fail(ErrorCode::StoreFailed, {QStringLiteral("transaction already ended")});
    if (!m_connection->inTransaction()) {
        m_connection = nullptr;
        return fail(ErrorCode::StoreFailed, {QStringLiteral("transaction was rolled back")});
    }
    CHARTLINE_TRY(m_connection->execute("COMMIT"));
    m_connection = nullptr;
    return {};
}

// All have one name: SQLite takes the innermost, and they end in the order of their scopes.
Result<Savepoint> Savepoint::begin(Connection &connection)
{
    if (!connection.inTransaction())
        return fail(ErrorCode::StoreFailed, {QStringLiteral("savepoint outside of a transaction")});
    CHARTLINE_TRY(connection.execute("SAVEPOINT part"));
    return Savepoint(connection);
}

Savepoint::Savepoint(Savepoint &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{ }

Savepoint::~Savepoint()
{
    if (m_connection && m_connection->inTransaction())
        std::ignore = m_connection->execute("ROLLBACK TO part; RELEASE part");
}

Status Savepoint::release()
{
    if (!m_connection)
        return fail(ErrorCode::StoreFailed, {QStringLiteral("savepoint already ended")});
    CHARTLINE_TRY(m_connection->execute("RELEASE part"));
    m_connection = nullptr;
    return {};
}

} // namespace Chartline
