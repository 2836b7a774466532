// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QString>
#include <string_view>
#include <vector>

struct sqlite3_stmt;

namespace Chartline {

class Connection;

// One prepared statement. Parameters are bound by position from 1, columns read by position from 0.
// SQL text is always a constant of this program; values only ever travel as bound parameters.
// Binding errors are remembered and reported by the next step().
class Statement
{
public:
    Statement() = default;
    ~Statement();
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    Statement &bind(int index, qint64 value);
    Statement &bind(int index, int value) { return bind(index, qint64(value)); }
    Statement &bind(int index, double value);
    Statement &bind(int index, const QString &value); // a null QString binds ''; use bindNull for NULL
    Statement &bind(int index, const QByteArray &blob); // as BLOB; not copied: must live until step() returns
    Statement &bind(int index, bool) = delete;
    Statement &bindNull(int index);
    // A zero or empty value binds NULL.
    Statement &bindOrNull(int index, qint64 value) { return value ? bind(index, value) : bindNull(index); }
    Statement &bindOrNull(int index, const QString &value)
    {
        return value.isEmpty() ? bindNull(index) : bind(index, value);
    }

    // True: a row is there. False: done.
    [[nodiscard]] Result<bool> step();
    // Runs to the end, ignoring rows, and resets: for INSERT, UPDATE, DELETE.
    [[nodiscard]] Status run();
    // Ready to be bound and stepped again.
    void reset();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 int64(int column) const;
    [[nodiscard]] int integer(int column) const { return int(int64(column)); }
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] QString text(int column) const;
    // The column's UTF-8 text where SQLite holds it: valid until the next step(), reset() or bind.
    [[nodiscard]] std::string_view utf8(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;

private:
    friend class Connection;
    explicit Statement(sqlite3_stmt *handle)
        : m_handle(handle)
    { }
    sqlite3_stmt *m_handle = nullptr;
    int m_bindError = 0;
    bool m_used = false; // bound or stepped since the last reset
    std::vector<QByteArray> m_texts; // of the bound texts, by parameter; kept from run to run
};

} // namespace Chartline
