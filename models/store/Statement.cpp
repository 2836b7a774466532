// SPDX-License-Identifier: Apache-2.0
#include "store/Statement.h"

#include "store/PageProbe.h"
#include "store/SqliteErrors.h"

#include <QStringEncoder>
#include <sqlite3.h>
#include <utility>

namespace Chartline {

namespace {

constexpr qsizetype s_keptText = 64 * 1024;

// How many pages the connection has read from the disk so far: only such a page is authenticated.
int pagesRead(sqlite3 *database)
{
    int count = 0;
    int unused = 0;
    sqlite3_db_status(database, SQLITE_DBSTATUS_CACHE_MISS, &count, &unused, 0);
    return count;
}

// SQLCipher gives a page that fails its authentication as zeros and lets only the *next* page request fail. A zeroed
// tree page is corrupt for SQLite, but a zeroed last overflow page would be shown as data. So after a row for which
// pages were read one more page is asked for.
bool pagesAreSound(sqlite3 *database)
{
    auto *probe = static_cast<sqlite3_stmt *>(sqlite3_get_clientdata(database, pageProbeName));
    if (!probe)
        return true;
    const int code = sqlite3_step(probe);
    sqlite3_reset(probe);
    return code == SQLITE_ROW || code == SQLITE_DONE;
}

} // namespace

Statement::~Statement()
{
    sqlite3_finalize(m_handle);
}

Statement::Statement(Statement &&other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr))
    , m_bindError(std::exchange(other.m_bindError, 0))
    , m_used(std::exchange(other.m_used, false))
    , m_texts(std::move(other.m_texts))
{ }

Statement &Statement::operator=(Statement &&other) noexcept
{
    if (this != &other) {
        sqlite3_finalize(m_handle);
        m_handle = std::exchange(other.m_handle, nullptr);
        m_bindError = std::exchange(other.m_bindError, 0);
        m_used = std::exchange(other.m_used, false);
        m_texts = std::move(other.m_texts);
    }
    return *this;
}

Statement &Statement::bind(int index, qint64 value)
{
    m_used = true;
    if (const int code = sqlite3_bind_int64(m_handle, index, value); code != SQLITE_OK && m_bindError == 0)
        m_bindError = code;
    return *this;
}

Statement &Statement::bind(int index, double value)
{
    m_used = true;
    if (const int code = sqlite3_bind_double(m_handle, index, value); code != SQLITE_OK && m_bindError == 0)
        m_bindError = code;
    return *this;
}

Statement &Statement::bind(int index, const QString &value)
{
    if (m_texts.size() <= std::size_t(index))
        m_texts.resize(std::size_t(index) + 1);
    QByteArray &text = m_texts[std::size_t(index)];
    // A long text's buffer is not kept.
    if (text.capacity() > s_keptText)
        text = {};
    QStringEncoder encoder(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    text.resize(encoder.requiredSpace(value.size()));
    const qsizetype size = encoder.appendToBuffer(text.data(), value) - text.constData();
    m_used = true;
    const int code =
        sqlite3_bind_text64(m_handle, index, text.constData(), sqlite3_uint64(size), SQLITE_STATIC, SQLITE_UTF8);
    if (code != SQLITE_OK && m_bindError == 0)
        m_bindError = code;
    return *this;
}

Statement &Statement::bind(int index, const QByteArray &blob)
{
    // A null pointer would bind NULL: an empty value stays an empty BLOB.
    m_used = true;
    const char *data = blob.isEmpty() ? "" : blob.constData();
    const int code = sqlite3_bind_blob64(m_handle, index, data, sqlite3_uint64(blob.size()), SQLITE_STATIC);
    if (code != SQLITE_OK && m_bindError == 0)
        m_bindError = code;
    return *this;
}

Statement &Statement::bindNull(int index)
{
    m_used = true;
    if (const int code = sqlite3_bind_null(m_handle, index); code != SQLITE_OK && m_bindError == 0)
        m_bindError = code;
    return *this;
}

Result<bool> Statement::step()
{
    sqlite3 *database = sqlite3_db_handle(m_handle);
    if (m_bindError != 0)
        return std::unexpected(sqliteError(database, std::exchange(m_bindError, 0)));
    if (!m_handle)
        return fail(ErrorCode::StoreFailed, {QStringLiteral("no statement")});
    m_used = true;
    const int before = pagesRead(database);
    switch (const int code = sqlite3_step(m_handle)) {
    case SQLITE_ROW:
        if (pagesRead(database) == before || pagesAreSound(database))
            return true;
        sqlite3_reset(m_handle);
        return std::unexpected(pageAuthenticationError(database));
    case SQLITE_DONE: return false;
    default: {
        const Error error = sqliteError(database, code);
        sqlite3_reset(m_handle);
        return std::unexpected(error);
    }
    }
}

Status Statement::run()
{
    for (;;) {
        const Result<bool> row = step();
        if (!row) {
            reset();
            return std::unexpected(row.error());
        }
        if (!*row)
            break;
    }
    reset();
    return {};
}

void Statement::reset()
{
    m_bindError = 0;
    if (!std::exchange(m_used, false))
        return;
    sqlite3_reset(m_handle);
    // Bound values are not copied; none may be left pointing at memory that goes.
    sqlite3_clear_bindings(m_handle);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}

qint64 Statement::int64(int column) const
{
    return sqlite3_column_int64(m_handle, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_handle, column);
}

std::string_view Statement::utf8(int column) const
{
    const auto *data = reinterpret_cast<const char *>(sqlite3_column_text(m_handle, column));
    return data ? std::string_view(data, std::size_t(sqlite3_column_bytes(m_handle, column))) : std::string_view();
}

QString Statement::text(int column) const
{
    const std::string_view bytes = utf8(column);
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

QByteArray Statement::blob(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_handle, column));
    return data ? QByteArray(data, sqlite3_column_bytes(m_handle, column)) : QByteArray();
}

} // namespace Chartline
