// SPDX-License-Identifier: Apache-2.0
#include "identity/matching/CsvReader.h"

#include <algorithm>

namespace Chartline::Matching {

namespace {

constexpr qsizetype s_largestField = 1024 * 1024;

char separatorOf(QByteArrayView line)
{
    char best = ',';
    qsizetype most = 0;
    for (const char candidate : {',', ';', '\t'}) {
        const qsizetype count = std::ranges::count(line, candidate);
        if (count > most) {
            most = count;
            best = candidate;
        }
    }
    return best;
}

} // namespace

CsvReader::CsvReader(QByteArrayView bytes)
    : m_bytes(bytes)
    , m_utf8(bytes.isValidUtf8())
{
    constexpr QByteArrayView mark("\xef\xbb\xbf");
    if (bytes.startsWith(mark))
        m_at = mark.size();
    const QByteArrayView rest = m_bytes.sliced(m_at);
    const auto end = std::ranges::find_if(rest, [](char c) { return c == '\n' || c == '\r'; });
    m_separator = separatorOf(rest.first(end - rest.begin()));
}

QString CsvReader::text(QByteArrayView bytes) const
{
    return m_utf8 ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes);
}

bool CsvReader::isAtLineEnd() const
{
    return m_at >= m_bytes.size() || m_bytes[m_at] == '\n' || m_bytes[m_at] == '\r';
}

void CsvReader::skipLineEnd()
{
    if (m_at < m_bytes.size() && m_bytes[m_at] == '\r')
        ++m_at;
    if (m_at < m_bytes.size() && m_bytes[m_at] == '\n')
        ++m_at;
    ++m_line;
}

void CsvReader::readQuoted(Row &row)
{
    QByteArray field;
    ++m_at;
    qsizetype from = m_at;
    while (true) {
        if (m_at >= m_bytes.size()) {
            row.problem = Problem::UnclosedQuote;
            return;
        }
        const char c = m_bytes[m_at++];
        const bool carriage = c == '\r' && !(m_at < m_bytes.size() && m_bytes[m_at] == '\n');
        m_line += c == '\n' || carriage ? 1 : 0;
        if (c != '"')
            continue;
        field.append(m_bytes.sliced(from, m_at - 1 - from));
        from = m_at;
        if (m_at >= m_bytes.size() || m_bytes[m_at] != '"')
            break;
        ++m_at; // doubled: the second one is text
    }
    while (m_at < m_bytes.size() && m_bytes[m_at] == ' ')
        ++m_at;
    if (!isAtLineEnd() && m_bytes[m_at] != m_separator) {
        row.problem = Problem::TextAfterQuote;
        while (!isAtLineEnd() && m_bytes[m_at] != m_separator)
            ++m_at;
    }
    if (field.size() > s_largestField)
        row.problem = Problem::TooLarge;
    else
        row.fields.append(text(field).trimmed());
}

void CsvReader::readField(Row &row)
{
    while (m_at < m_bytes.size() && m_bytes[m_at] == ' ')
        ++m_at;
    if (m_at < m_bytes.size() && m_bytes[m_at] == '"') {
        readQuoted(row);
        return;
    }
    const qsizetype from = m_at;
    while (!isAtLineEnd() && m_bytes[m_at] != m_separator)
        ++m_at;
    if (m_at - from > s_largestField)
        row.problem = Problem::TooLarge;
    else
        row.fields.append(text(m_bytes.sliced(from, m_at - from)).trimmed());
}

std::optional<CsvReader::Row> CsvReader::next()
{
    while (m_at < m_bytes.size() && isAtLineEnd())
        skipLineEnd();
    if (m_at >= m_bytes.size())
        return std::nullopt;
    Row row;
    row.line = m_line;
    while (true) {
        readField(row);
        if (isAtLineEnd())
            break;
        ++m_at; // the separator
    }
    if (m_at < m_bytes.size())
        skipLineEnd();
    return row;
}

} // namespace Chartline::Matching
