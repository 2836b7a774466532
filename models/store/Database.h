// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/Connection.h"

#include <QMutex>
#include <functional>
#include <vector>

namespace Chartline {

// records.db: one writer connection, a few readers.
class Database
{
public:
    // Creates the file and brings it to the newest schema.
    [[nodiscard]] static Result<std::unique_ptr<Database>> create(const QString &path, const SecureBytes &key);
    // Opens, refuses a newer schema (DatabaseTooNew), migrates an older one. On a read-only disk it opens for reading
    // only.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &path, const SecureBytes &key);

    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    // For the writer thread only. ReadOnlyFileSystem where the database is open for reading only.
    [[nodiscard]] Result<Connection *> writer();
    [[nodiscard]] const QString &path() const { return m_path; }

    // A reader lent from the pool; goes back by itself. Thread-safe. A reader that held a read transaction sees one
    // snapshot.
    class Reader
    {
    public:
        Reader(Reader &&) noexcept;
        ~Reader();
        Connection &operator*() const { return *m_connection; }
        Connection *operator->() const { return m_connection.get(); }

    private:
        friend class Database;
        Reader(Database &database, std::unique_ptr<Connection> connection);
        Database *m_database;
        std::unique_ptr<Connection> m_connection;
    };
    [[nodiscard]] Result<Reader> reader();

private:
    Database(QString path, SecureBytes key);
    QString m_path;
    SecureBytes m_key;
    bool m_readOnly = false;
    std::unique_ptr<Connection> m_writer;
    QMutex m_mutex;
    std::vector<std::unique_ptr<Connection>> m_idle;
};

} // namespace Chartline
