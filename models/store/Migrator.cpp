// SPDX-License-Identifier: Apache-2.0
#include "store/Migrator.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace Chartline {

Result<Migrator> Migrator::builtIn()
{
    const QDir folder(QStringLiteral(":/store/migrations"));
    QList<Migration> migrations;
    const QStringList names = folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::StoreFailed, {QStringLiteral("migration ") + name});
        migrations.append({QFileInfo(name).baseName().toInt(), file.readAll()});
        if (migrations.last().number != migrations.size())
            return fail(ErrorCode::StoreFailed, {QStringLiteral("migration ") + name});
    }
    if (migrations.isEmpty())
        return fail(ErrorCode::StoreFailed, {QStringLiteral("no migrations")});
    return Migrator(std::move(migrations));
}

Result<int> Migrator::schemaOf(Connection &connection)
{
    CHARTLINE_ASSIGN(Statement query, connection.prepare("PRAGMA user_version"));
    CHARTLINE_TRY(query.step());
    return query.integer(0);
}

Result<bool> Migrator::needsMigration(Connection &connection, const QString &path) const
{
    CHARTLINE_ASSIGN(const int found, schemaOf(connection));
    const QString folder = QFileInfo(path).path();
    if (found > known())
        return fail(ErrorCode::DatabaseTooNew, {folder, QString::number(found), QString::number(known())});
    if (found <= 0)
        return fail(ErrorCode::DatabaseDamaged, {folder, QStringLiteral("no schema")});
    return found < known();
}

Status Migrator::migrate(Connection &connection, const QString &path, bool isNew) const
{
    if (!isNew)
        CHARTLINE_TRY(needsMigration(connection, path));
    CHARTLINE_ASSIGN(const int found, schemaOf(connection));
    for (const Migration &migration : m_migrations) {
        if (migration.number > found)
            CHARTLINE_TRY(apply(connection, migration));
    }
    return {};
}

Status Migrator::apply(Connection &connection, const Migration &migration)
{
    CHARTLINE_ASSIGN(Transaction transaction, Transaction::begin(connection));
    CHARTLINE_TRY(connection.execute(migration.sql.constData()));
    // A migration that ended the transaction itself would not be one step any more.
    if (!connection.inTransaction())
        return fail(ErrorCode::StoreFailed,
                    {QStringLiteral("migration %1 left its transaction").arg(migration.number)});
    const QByteArray version = "PRAGMA user_version = " + QByteArray::number(migration.number);
    CHARTLINE_TRY(connection.execute(version.constData()));
    return transaction.commit();
}

} // namespace Chartline
