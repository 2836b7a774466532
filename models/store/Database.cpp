// SPDX-License-Identifier: Apache-2.0
#include "store/Database.h"

#include "store/Migrator.h"

#include <QFile>
#include <QMutexLocker>
#include <utility>

namespace Chartline {

namespace {

// Readers kept open between uses; more can be lent at the same time.
constexpr std::size_t idleReaders = 4;

} // namespace

Database::Database(QString path, SecureBytes key)
    : m_path(std::move(path))
    , m_key(std::move(key))
{ }

Result<std::unique_ptr<Database>> Database::create(const QString &path, const SecureBytes &key)
{
    CHARTLINE_ASSIGN(const Migrator migrator, Migrator::builtIn());
    std::unique_ptr<Database> database(new Database(path, key.clone()));
    CHARTLINE_ASSIGN(database->m_writer, Connection::open(path, key, Connection::Mode::Create));
    CHARTLINE_TRY(migrator.migrate(*database->m_writer, path, true));
    return database;
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, const SecureBytes &key)
{
    CHARTLINE_ASSIGN(const Migrator migrator, Migrator::builtIn());
    std::unique_ptr<Database> database(new Database(path, key.clone()));
    auto writer = Connection::open(path, key, Connection::Mode::ReadWrite);
    if (!writer && writer.error().code == ErrorCode::ReadOnlyFileSystem) {
        database->m_readOnly = true;
        CHARTLINE_ASSIGN(const Reader reader, database->reader());
        CHARTLINE_ASSIGN(const bool old, migrator.needsMigration(*reader, path));
        if (old) // cannot be brought to the schema this program reads
            return fail(ErrorCode::ReadOnlyFileSystem, {path});
        return database;
    }
    if (!writer)
        return std::unexpected(writer.error());
    database->m_writer = std::move(*writer);
    CHARTLINE_TRY(migrator.migrate(*database->m_writer, path, false));
    return database;
}

Result<Connection *> Database::writer()
{
    if (!m_writer)
        return fail(ErrorCode::ReadOnlyFileSystem, {m_path});
    return m_writer.get();
}

Result<Database::Reader> Database::reader()
{
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_idle.empty()) {
            auto connection = std::move(m_idle.back());
            m_idle.pop_back();
            return Reader(*this, std::move(connection));
        }
    }
    CHARTLINE_ASSIGN(auto connection, Connection::open(m_path, m_key, Connection::Mode::ReadOnly));
    return Reader(*this, std::move(connection));
}

Database::Reader::Reader(Database &database, std::unique_ptr<Connection> connection)
    : m_database(&database)
    , m_connection(std::move(connection))
{ }

Database::Reader::Reader(Reader &&other) noexcept
    : m_database(other.m_database)
    , m_connection(std::move(other.m_connection))
{ }

Database::Reader::~Reader()
{
    if (!m_connection)
        return;
    // A transaction left open would hold its snapshot, and with it the log, for as long as the reader is idle.
    if (m_connection->inTransaction() && !m_connection->execute("ROLLBACK"))
        return;
    const QMutexLocker lock(&m_database->m_mutex);
    if (m_database->m_idle.size() < idleReaders)
        m_database->m_idle.push_back(std::move(m_connection));
}

} // namespace Chartline
