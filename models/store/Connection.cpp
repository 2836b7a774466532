// SPDX-License-Identifier: Apache-2.0
#include "store/Connection.h"

#include "store/PageProbe.h"
#include "store/SelfCheck.h"
#include "store/SqliteErrors.h"
#include "store/SqliteUri.h"

#include <QDir>
#include <QFileInfo>
#include <cerrno>
#include <fcntl.h>
#include <openssl/crypto.h>
#include <sqlite3.h>
#include <unistd.h>

namespace Chartline {

namespace {

constexpr std::size_t keySize = 32;
// The smallest file that can be a database: one page (cipher_page_size below).
constexpr qint64 pageSize = 4096;

// How long a statement waits for another connection's lock, in milliseconds. The writer only ever meets checkpoints.
constexpr int busyTimeoutMs = 10'000;
constexpr int foldTimeoutMs = 500;

Error damaged(const QString &path, const QString &detail)
{
    return {ErrorCode::DatabaseDamaged, {QFileInfo(path).path(), detail}};
}

Status createEmptyFile(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd >= 0) {
        ::close(fd);
        return {};
    }
    switch (errno) {
    case EEXIST: return std::unexpected(damaged(path, QStringLiteral("exists")));
    case ENOSPC:
    case EDQUOT: return fail(ErrorCode::DiskFull, {path});
    case EROFS:
    case EACCES:
    case EPERM: return fail(ErrorCode::ReadOnlyFileSystem, {path});
    default: return fail(ErrorCode::IoFailed, {path, QString::fromLocal8Bit(strerror(errno))});
    }
}

// An empty file is what SQLite takes for a new database: it must never get that far.
Status checkExistingFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::DatabaseMissing, {info.path()});
    if (!info.isFile())
        return std::unexpected(damaged(path, QStringLiteral("not a file")));
    if (info.size() < pageSize)
        return std::unexpected(damaged(path, QStringLiteral("truncated")));
    return {};
}

bool isWritable(const QString &path)
{
    return faccessat(AT_FDCWD, QFile::encodeName(path).constData(), W_OK, AT_EACCESS) == 0;
}

// A database in WAL mode needs its log's index beside it, which a read-only folder does not allow. Without a log the
// file alone is the whole truth and cannot change under us: `immutable`. With one, SQLite reads it as far as the disk
// allows.
bool opensImmutable(const QString &path)
{
    return !isWritable(QFileInfo(path).path()) && QFileInfo(path + QStringLiteral("-wal")).size() == 0;
}

Status applyKey(sqlite3 *database, const SecureBytes &key)
{
    if (key.size() != keySize)
        return fail(ErrorCode::CryptoFailed, {QStringLiteral("key size")});
    static constexpr char digits[] = "0123456789abcdef";
    SecureBytes text(2 + 2 * keySize + 1); // x'…': a raw key, not stretched again
    unsigned char *out = text.data();
    *out++ = 'x';
    *out++ = '\'';
    for (std::size_t i = 0; i < keySize; ++i) {
        *out++ = static_cast<unsigned char>(digits[key.data()[i] >> 4]);
        *out++ = static_cast<unsigned char>(digits[key.data()[i] & 15]);
    }
    *out = '\'';
    if (const int code = sqlite3_key_v2(database, "main", text.data(), int(text.size())); code != SQLITE_OK)
        return fail(ErrorCode::CipherUnavailable, {QString::fromUtf8(sqlite3_errstr(code))});
    return {};
}

Status configure(sqlite3 *database)
{
    sqlite3_extended_result_codes(database, 1);
    sqlite3_busy_timeout(database, busyTimeoutMs);
    // Small allocations of one connection; must come before its first statement.
    sqlite3_db_config(database, SQLITE_DBCONFIG_LOOKASIDE, nullptr, 512, 1024);
    // The schema is ours, but a file is untrusted input all the same.
    for (const auto &[option, value] : {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                        {SQLITE_DBCONFIG_DQS_DML, 0},
                                        {SQLITE_DBCONFIG_DQS_DDL, 0},
                                        {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
                                        {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0}}) {
        if (const int code = sqlite3_db_config(database, option, value, nullptr); code != SQLITE_OK)
            return std::unexpected(sqliteError(database, code));
    }
    return {};
}

Status preparePageProbe(sqlite3 *database)
{
    sqlite3_stmt *probe = nullptr;
    int code = sqlite3_prepare_v3(database, pageProbeSql, -1, SQLITE_PREPARE_PERSISTENT, &probe, nullptr);
    if (code == SQLITE_OK) {
        code = sqlite3_set_clientdata(database, pageProbeName, probe, nullptr);
        if (code != SQLITE_OK)
            sqlite3_finalize(probe);
    }
    if (code != SQLITE_OK)
        return std::unexpected(sqliteError(database, code));
    return {};
}

// For every connection, before its first read. SQLCipher would print failed page checks to standard error; they come as
// errors. Pages are authenticated with HMAC-SHA256, which current processors compute three times as fast as SQLCipher's
// default, HMAC-SHA512; both give the 256-bit key its full strength.
constexpr char commonPragmas[] = "PRAGMA cipher_log_level = NONE;"
                                 "PRAGMA cipher_page_size = 4096;"
                                 "PRAGMA cipher_hmac_algorithm = HMAC_SHA256;"
                                 "PRAGMA temp_store = MEMORY;"
                                 "PRAGMA mmap_size = 0;"
                                 "PRAGMA cell_size_check = ON;"
                                 "PRAGMA trusted_schema = OFF;"
                                 "PRAGMA foreign_keys = ON;";

// Freed pages are overwritten where that costs no extra write (FAST): they are encrypted on the disk either way. The
// log is folded in every 64 MiB, so that a large import does not write each page of an index many times.
constexpr char writerPragmas[] = "PRAGMA synchronous = FULL;"
                                 "PRAGMA secure_delete = FAST;"
                                 "PRAGMA cache_size = -65536;"
                                 "PRAGMA wal_autocheckpoint = 16384;"
                                 "PRAGMA journal_size_limit = 67108864;";
constexpr char readerPragmas[] = "PRAGMA query_only = ON;"
                                 "PRAGMA cache_size = -16384;";
// Writes the first page in rollback mode, so that there is never an empty file with everything in its log.
constexpr char createPragmas[] = "PRAGMA application_id = 1128813140;"; // "CHRT"

// Before the first use of the library: no statistics, which cost a lock at each allocation, and none are read.
void configureLibrary()
{
    static const int code = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    Q_UNUSED(code);
}

} // namespace

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, const SecureBytes &key, Mode mode)
{
    configureLibrary();
    CHARTLINE_TRY(mode == Mode::Create ? createEmptyFile(path) : checkExistingFile(path));
    if (mode == Mode::ReadWrite && !isWritable(path))
        return fail(ErrorCode::ReadOnlyFileSystem, {path});

    const bool immutable = mode == Mode::ReadOnly && opensImmutable(path);
    const QByteArray name = sqliteUri(path, immutable ? "immutable=1" : "");
    const int access = mode == Mode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    sqlite3 *handle = nullptr;
    const int code =
        sqlite3_open_v2(name.constData(), &handle, access | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
    std::unique_ptr<Connection> connection(new Connection(handle));
    if (code != SQLITE_OK)
        return std::unexpected(sqliteError(handle, code));

    if (mode != Mode::Create)
        CHARTLINE_TRY(SelfCheck::checkNoPlaintextHeader(handle, path));
    CHARTLINE_TRY(configure(handle));
    CHARTLINE_TRY(applyKey(handle, key));
    CHARTLINE_TRY(connection->execute(commonPragmas));
    CHARTLINE_TRY(SelfCheck::checkCipher(handle));
    CHARTLINE_TRY(connection->execute(mode == Mode::ReadOnly ? readerPragmas : writerPragmas));
    if (mode == Mode::Create) {
        CHARTLINE_TRY(connection->execute(createPragmas));
        CHARTLINE_TRY(SelfCheck::checkNoPlaintextHeader(handle, path));
    }
    CHARTLINE_TRY(SelfCheck::checkKeylessOpenFails(path));
    // The first read with the key: an altered first page shows here.
    CHARTLINE_TRY(connection->execute("SELECT count(*) FROM sqlite_master"));
    CHARTLINE_TRY(preparePageProbe(handle));
    CHARTLINE_TRY(SelfCheck::checkNotTruncated(handle, path));
    if (mode != Mode::ReadOnly) {
        CHARTLINE_ASSIGN(Statement journal, connection->prepare("PRAGMA journal_mode = WAL"));
        CHARTLINE_ASSIGN(const bool answered, journal.step());
        if (!answered || journal.text(0) != QStringLiteral("wal"))
            return fail(ErrorCode::StoreFailed, {QStringLiteral("journal_mode")});
    }
    return connection;
}

Connection::~Connection()
{
    m_statements.clear();
    if (m_handle)
        sqlite3_finalize(static_cast<sqlite3_stmt *>(sqlite3_get_clientdata(m_handle, pageProbeName)));
    // The last connection to a file folds the log into it and removes it. SQLCipher overwrites the key.
    sqlite3_close_v2(m_handle);
}

Result<Statement> Connection::prepare(const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, sql, -1, 0, &statement, nullptr);
    if (code == SQLITE_OK)
        return Statement(statement);
    Error error = sqliteError(m_handle, code);
    // Here SQLite's message can only hold names of the schema, as SQL text is constant.
    if (error.code == ErrorCode::StoreFailed)
        error.args = {QString::fromUtf8(sqlite3_errmsg(m_handle))};
    return std::unexpected(error);
}

Result<Statement *> Connection::cached(const char *sql)
{
    auto found = m_statements.find(sql);
    if (found == m_statements.end()) {
        CHARTLINE_ASSIGN(Statement statement, prepare(sql));
        found = m_statements.emplace(sql, std::move(statement)).first;
    }
    found->second.reset();
    return &found->second;
}

Status Connection::execute(const char *sql)
{
    const int code = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return std::unexpected(sqliteError(m_handle, code));
    return {};
}

void Connection::foldLog()
{
    // Not done is no error: the log is as good, and is folded in later.
    sqlite3_busy_timeout(m_handle, foldTimeoutMs);
    sqlite3_wal_checkpoint_v2(m_handle, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    sqlite3_busy_timeout(m_handle, busyTimeoutMs);
}

qint64 Connection::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

qint64 Connection::changes() const
{
    return sqlite3_changes64(m_handle);
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

void Connection::interrupt()
{
    sqlite3_interrupt(m_handle);
}

Error Connection::lastError() const
{
    return sqliteError(m_handle);
}

} // namespace Chartline
