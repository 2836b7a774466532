// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/SecureBytes.h"
#include "store/Statement.h"

#include <memory>
#include <unordered_map>

struct sqlite3;

namespace Chartline {

// One connection to the encrypted database. For one thread at a time.
//
// Opening fails closed (ARCHITECTURE.md, Storage): unless the cipher answers as SQLCipher 4.6 or later, an open without
// the key fails, the file shows no plaintext SQLite header and temporary storage is in memory, there is no connection.
class Connection
{
public:
    enum class Mode : quint8 {
        Create, // a new file; DatabaseDamaged where one exists
        ReadWrite, // DatabaseMissing where there is none
        ReadOnly,
    };

    // `key`: 32 bytes, the raw SQLCipher key.
    // Errors: DatabaseMissing, DatabaseDamaged, DatabaseNotEncrypted, CipherUnavailable, DiskFull, ReadOnlyFileSystem,
    // StoreFailed.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const QString &path, const SecureBytes &key,
                                                                  Mode mode);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] Result<Statement> prepare(const char *sql);
    // A statement kept for the life of the connection and reset; `sql` must be a string literal (its address is the
    // key). Do not use the same one recursively.
    [[nodiscard]] Result<Statement *> cached(const char *sql);
    // One or more statements without parameters and rows.
    [[nodiscard]] Status execute(const char *sql);
    // Folds the log into the file and empties it, where no reader is in the way for long.
    void foldLog();
    [[nodiscard]] qint64 lastInsertId() const;
    [[nodiscard]] qint64 changes() const;
    [[nodiscard]] bool inTransaction() const;
    // Makes a long statement on this connection return Cancelled soon; callable from any thread.
    void interrupt();
    [[nodiscard]] Error lastError() const;
    [[nodiscard]] sqlite3 *handle() const { return m_handle; } // for models/store only

private:
    explicit Connection(sqlite3 *handle)
        : m_handle(handle)
    { }
    sqlite3 *m_handle = nullptr;
    std::unordered_map<const char *, Statement> m_statements;
};

// BEGIN IMMEDIATE … COMMIT; rolled back when it goes without commit().
class Transaction
{
public:
    [[nodiscard]] static Result<Transaction> begin(Connection &connection);
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    [[nodiscard]] Status commit();

private:
    explicit Transaction(Connection &connection)
        : m_connection(&connection)
    { }
    Connection *m_connection;
};

// A part of a transaction that can be taken back alone.
class Savepoint
{
public:
    [[nodiscard]] static Result<Savepoint> begin(Connection &connection);
    ~Savepoint();
    Savepoint(Savepoint &&other) noexcept;
    Savepoint &operator=(Savepoint &&) = delete;
    Savepoint(const Savepoint &) = delete;
    Savepoint &operator=(const Savepoint &) = delete;
    [[nodiscard]] Status release();

private:
    explicit Savepoint(Connection &connection)
        : m_connection(&connection)
    { }
    Connection *m_connection;
};

} // namespace Chartline
