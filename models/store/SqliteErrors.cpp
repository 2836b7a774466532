// SPDX-License-Identifier: Apache-2.0
#include "store/SqliteErrors.h"

#include <QFileInfo>
#include <cerrno>
#include <cstring>
#include <sqlite3.h>

namespace Chartline {

namespace {

QString detailOf(int code)
{
    return QString::fromUtf8(sqlite3_errstr(code)) + QStringLiteral(" (%1)").arg(code);
}

bool isFull(int systemErrno)
{
    return systemErrno == ENOSPC || systemErrno == EDQUOT || systemErrno == EFBIG;
}

bool isWriteProtected(int systemErrno)
{
    return systemErrno == EROFS || systemErrno == EACCES || systemErrno == EPERM;
}

Error ioError(int code, int systemErrno, const QString &path)
{
    if (isFull(systemErrno))
        return {ErrorCode::DiskFull, {path}};
    if (systemErrno == EROFS)
        return {ErrorCode::ReadOnlyFileSystem, {path}};
    switch (code) {
    case SQLITE_IOERR_SHORT_READ:
    case SQLITE_IOERR_CORRUPTFS:
    case SQLITE_IOERR_DATA: return {ErrorCode::DatabaseDamaged, {QFileInfo(path).path(), detailOf(code)}};
    case SQLITE_IOERR_NOMEM: return {ErrorCode::StoreFailed, {detailOf(code)}};
    default: return {ErrorCode::IoFailed, {path, detailOf(code)}};
    }
}

} // namespace

Error sqliteError(int extendedCode, int systemErrno, const QString &path)
{
    const QString folder = QFileInfo(path).path();
    switch (extendedCode & 0xff) {
    case SQLITE_FULL: return {ErrorCode::DiskFull, {path}};
    case SQLITE_READONLY:
    case SQLITE_PERM: return {ErrorCode::ReadOnlyFileSystem, {path}};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return {ErrorCode::DatabaseDamaged, {folder, detailOf(extendedCode)}};
    case SQLITE_IOERR: return ioError(extendedCode, systemErrno, path);
    case SQLITE_CANTOPEN:
        if (systemErrno == ENOENT && !QFileInfo::exists(path))
            return {ErrorCode::DatabaseMissing, {folder}};
        if (isWriteProtected(systemErrno))
            return {ErrorCode::ReadOnlyFileSystem, {path}};
        if (isFull(systemErrno))
            return {ErrorCode::DiskFull, {path}};
        return {ErrorCode::IoFailed, {path, detailOf(extendedCode)}};
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return {ErrorCode::VaultInUse, {folder}};
    case SQLITE_INTERRUPT: return {ErrorCode::Cancelled, {}};
    case SQLITE_CONSTRAINT: return {ErrorCode::ConstraintViolated, {detailOf(extendedCode)}};
    default: return {ErrorCode::StoreFailed, {detailOf(extendedCode)}};
    }
}

Error pageAuthenticationError(sqlite3 *database)
{
    const QString path = QString::fromUtf8(sqlite3_db_filename(database, "main"));
    return {ErrorCode::DatabaseDamaged, {QFileInfo(path).path(), QStringLiteral("page authentication failed")}};
}

Error sqliteError(sqlite3 *database, int code)
{
    if (!database)
        return {ErrorCode::StoreFailed, {detailOf(code)}};
    const char *name = sqlite3_db_filename(database, "main");
    const QString path = QString::fromUtf8(name ? name : "");
    // A page that fails its authentication makes SQLCipher put the pager into the bare error state: the one way to a
    // plain SQLITE_ERROR without a message of its own (a wrong statement, a wrong MATCH expression have one).
    if (code == SQLITE_ERROR && std::strcmp(sqlite3_errmsg(database), sqlite3_errstr(SQLITE_ERROR)) == 0)
        return pageAuthenticationError(database);
    return sqliteError(code, sqlite3_system_errno(database), path);
}

Error sqliteError(sqlite3 *database)
{
    return sqliteError(database, database ? sqlite3_extended_errcode(database) : SQLITE_ERROR);
}

} // namespace Chartline
