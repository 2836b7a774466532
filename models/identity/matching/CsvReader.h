// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QStringList>
#include <optional>

namespace Chartline::Matching {

// Reads comma-separated values (RFC 4180) from memory: quoted fields with doubled quotes, commas and line breaks inside;
// lines end with CR LF, LF or CR; a byte order mark is skipped. Semicolons and tabs serve as separators where the first
// line has more of them. The text is UTF-8, or Latin-1 (Windows-1252 without its extra signs) where it is not valid UTF-8.
class CsvReader
{
public:
    enum class Problem : quint8 {
        None,
        UnclosedQuote, // up to the end of the file
        TextAfterQuote,
        TooLarge, // a field beyond 1 MiB
    };
    struct Row
    {
        qint64 line = 0; // where it begins, from 1
        QStringList fields;
        Problem problem = Problem::None;
    };

    // `bytes` must stay where they are.
    explicit CsvReader(QByteArrayView bytes);

    // The next row that is not empty; nothing at the end. A row with a problem has the fields before it.
    [[nodiscard]] std::optional<Row> next();
    [[nodiscard]] qsizetype position() const { return m_at; }

private:
    void readField(Row &row);
    void readQuoted(Row &row);
    [[nodiscard]] bool isAtLineEnd() const;
    void skipLineEnd();
    [[nodiscard]] QString text(QByteArrayView bytes) const;

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    qint64 m_line = 1;
    char m_separator = ',';
    bool m_utf8 = true;
};

} // namespace Chartline::Matching
