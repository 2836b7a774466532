// SPDX-License-Identifier: Apache-2.0
#include "store/SelfCheck.h"

#include "store/SqliteErrors.h"
#include "store/SqliteUri.h"

#include <QFileInfo>
#include <array>
#include <cstring>
#include <memory>
#include <optional>
#include <sqlite3.h>

namespace Chartline::SelfCheck {

namespace {

struct Finalizer
{
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
    void operator()(sqlite3 *database) const { sqlite3_close_v2(database); }
};

// The first column of the first row; nothing where the statement fails or gives no row.
std::optional<QString> firstText(sqlite3 *database, const char *sql)
{
    sqlite3_stmt *raw = nullptr;
    if (sqlite3_prepare_v2(database, sql, -1, &raw, nullptr) != SQLITE_OK)
        return {};
    const std::unique_ptr<sqlite3_stmt, Finalizer> statement(raw);
    if (sqlite3_step(raw) != SQLITE_ROW)
        return {};
    return QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(raw, 0)));
}

// "4.6.1 community" is at least 4.6.
bool isCipherVersionEnough(const QString &answer)
{
    const QStringList parts = answer.section(QLatin1Char(' '), 0, 0).split(QLatin1Char('.'));
    if (parts.size() < 2)
        return false;
    const int major = parts[0].toInt();
    return major > 4 || (major == 4 && parts[1].toInt() >= 6);
}

} // namespace

Status checkCipher(sqlite3 *database)
{
    const QString version = firstText(database, "PRAGMA cipher_version").value_or(QString());
    if (!isCipherVersionEnough(version))
        return fail(ErrorCode::CipherUnavailable, {QStringLiteral("cipher_version: %1").arg(version)});
    // 2 is memory. A library compiled with TEMP_STORE=0 would ignore the pragma and use files.
    if (firstText(database, "PRAGMA temp_store") != QStringLiteral("2") || sqlite3_compileoption_used("TEMP_STORE=0"))
        return fail(ErrorCode::CipherUnavailable, {QStringLiteral("temp_store")});
    return {};
}

Status checkNoPlaintextHeader(sqlite3 *database, const QString &path)
{
    static constexpr char plaintext[] = "SQLite format 3";
    sqlite3_file *file = nullptr;
    if (const int code = sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file);
        code != SQLITE_OK || !file || !file->pMethods)
        return fail(ErrorCode::StoreFailed, {QStringLiteral("no file")});
    std::array<char, 16> header{};
    const int code = file->pMethods->xRead(file, header.data(), int(header.size()), 0);
    if (code != SQLITE_OK)
        return std::unexpected(sqliteError(code, sqlite3_system_errno(database), path));
    if (std::memcmp(header.data(), plaintext, header.size()) == 0)
        return fail(ErrorCode::DatabaseNotEncrypted, {QFileInfo(path).path(), QStringLiteral("plaintext header")});
    return {};
}

Status checkKeylessOpenFails(const QString &path)
{
    sqlite3 *raw = nullptr;
    // Immutable: this handle takes no locks, runs no recovery and leaves no files.
    const QByteArray uri = sqliteUri(path, "immutable=1");
    const int opened =
        sqlite3_open_v2(uri.constData(), &raw, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
    const std::unique_ptr<sqlite3, Finalizer> keyless(raw);
    if (opened != SQLITE_OK)
        return std::unexpected(sqliteError(raw, opened));
    char *message = nullptr;
    const int code = sqlite3_exec(raw, "SELECT count(*) FROM sqlite_master", nullptr, nullptr, &message);
    sqlite3_free(message);
    if (code == SQLITE_NOTADB)
        return {};
    if (code == SQLITE_OK)
        return fail(ErrorCode::DatabaseNotEncrypted, {QFileInfo(path).path(), QStringLiteral("opens without a key")});
    return std::unexpected(sqliteError(raw, code));
}

Status checkNotTruncated(sqlite3 *database, const QString &path)
{
    // With a log beside it the file may rightly be shorter: the log holds the rest.
    if (QFileInfo(path + QStringLiteral("-wal")).size() > 0)
        return {};
    const auto pages = firstText(database, "PRAGMA page_count");
    const auto pageSize = firstText(database, "PRAGMA page_size");
    if (!pages || !pageSize)
        return std::unexpected(sqliteError(database));
    const qint64 size = QFileInfo(path).size();
    if (pages->toLongLong() == 0 || pages->toLongLong() * pageSize->toLongLong() > size)
        return fail(ErrorCode::DatabaseDamaged, {QFileInfo(path).path(), QStringLiteral("truncated")});
    return {};
}

} // namespace Chartline::SelfCheck
