// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/Connection.h"

#include <QList>

namespace Chartline {

// Numbered, forward-only changes of the schema. The number of the last one applied is the database's user_version.
class Migrator
{
public:
    struct Migration
    {
        int number = 0; // from 1, without gaps
        QByteArray sql;
    };

    explicit Migrator(QList<Migration> migrations)
        : m_migrations(std::move(migrations))
    { }
    // The program's own: every :/store/migrations/NNNN.sql.
    [[nodiscard]] static Result<Migrator> builtIn();

    // The newest schema this program knows.
    [[nodiscard]] int known() const { return m_migrations.isEmpty() ? 0 : m_migrations.last().number; }
    // The schema of a database.
    [[nodiscard]] static Result<int> schemaOf(Connection &connection);

    // Brings the database to the newest schema. Each step is one transaction that also sets user_version: a failed step
    // leaves the schema as the step before left it. DatabaseTooNew {folder, found, known} for a schema this program
    // does not know; DatabaseDamaged for a database without any schema where `isNew` is false.
    [[nodiscard]] Status migrate(Connection &connection, const QString &path, bool isNew) const;
    // Only the check: DatabaseTooNew, or DatabaseDamaged without a schema. True where steps are missing.
    [[nodiscard]] Result<bool> needsMigration(Connection &connection, const QString &path) const;

private:
    [[nodiscard]] static Status apply(Connection &connection, const Migration &migration);
    QList<Migration> m_migrations;
};

} // namespace Chartline
