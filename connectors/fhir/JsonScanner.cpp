// SPDX-License-Identifier: Apache-2.0
#include "fhir/JsonScanner.h"

#include "fhir/JsonCheck.h"

#include <array>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace Chartline::Fhir {

namespace {

// Brackets deeper than this are no record of anything, and would cost memory to follow.
constexpr std::size_t bracketLimit = 1'000'000;

// 1: plain, 0: a quotation mark or bracket, which the walk over a value has to look at.
constexpr std::array<bool, 256> plainTable = [] {
    std::array<bool, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = i != '"' && i != '{' && i != '}' && i != '[' && i != ']';
    return table;
}();

// The first quotation mark, backslash or control character of a string.
const char *findSpecial(const char *at, const char *end)
{
#ifdef __SSE2__
    const __m128i quote = _mm_set1_epi8('"');
    const __m128i slash = _mm_set1_epi8('\\');
    const __m128i control = _mm_set1_epi8(0x1f);
    for (; end - at >= 16; at += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
        const __m128i found = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, slash)),
                                           _mm_cmpeq_epi8(_mm_min_epu8(bytes, control), bytes));
        if (const int mask = _mm_movemask_epi8(found))
            return at + __builtin_ctz(unsigned(mask));
    }
#endif
    while (at != end && *at != '"' && *at != '\\' && static_cast<unsigned char>(*at) >= 0x20)
        ++at;
    return at;
}

void appendUtf8(std::string &out, unsigned point)
{
    if (point < 0x80) {
        out += char(point);
    } else if (point < 0x800) {
        out += char(0xc0 | (point >> 6));
        out += char(0x80 | (point & 0x3f));
    } else {
        out += char(0xe0 | (point >> 12));
        out += char(0x80 | ((point >> 6) & 0x3f));
        out += char(0x80 | (point & 0x3f));
    }
}

// Only names and URLs are compared with this; the reader proper checks every escape. Surrogates come out as they are.
std::string unescaped(const std::string &raw)
{
    std::string out;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] != '\\' || i + 1 == raw.size()) {
            out += raw[i];
            continue;
        }
        const char c = raw[++i];
        switch (c) {
        case 'b': out += '\b'; break;
        case 'f': out += '\f'; break;
        case 'n': out += '\n'; break;
        case 'r': out += '\r'; break;
        case 't': out += '\t'; break;
        case 'u': {
            bool ok = false;
            const unsigned point =
                QByteArray(raw.data() + i + 1, qsizetype(std::min<std::size_t>(4, raw.size() - i - 1))).toUInt(&ok, 16);
            appendUtf8(out, ok ? point : 0xfffd);
            i += std::min<std::size_t>(4, raw.size() - i - 1);
            break;
        }
        default: out += c;
        }
    }
    return out;
}

} // namespace

bool JsonScanner::broken()
{
    if (m_window.error()) {
        m_error = *m_window.error();
    } else if (m_suspect >= 0) {
        m_error = Error{ErrorCode::InputNotWellFormed, byteArgs(m_suspect)};
    } else {
        const bool atEnd = m_window.peek() < 0;
        m_error = m_window.error() ? *m_window.error()
                                   : Error{atEnd ? ErrorCode::InputTruncated : ErrorCode::InputNotWellFormed,
                                           byteArgs(m_window.offset())};
    }
    return false;
}

int JsonScanner::next()
{
    while (true) {
        const char *at = m_window.cursor();
        while (at != m_window.end() && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t'))
            ++at;
        m_window.setCursor(at);
        if (at != m_window.end())
            return static_cast<unsigned char>(*at);
        if (!m_window.fill())
            return -1;
    }
}

bool JsonScanner::take(char expected)
{
    if (next() != static_cast<unsigned char>(expected))
        return broken();
    m_window.setCursor(m_window.cursor() + 1);
    return true;
}

bool JsonScanner::string(std::string *text)
{
    m_window.setCursor(m_window.cursor() + 1);
    std::string raw;
    bool escaped = false;
    bool afterSlash = false;
    while (true) {
        if (m_window.peek() < 0)
            return broken();
        const char *start = m_window.cursor();
        const char *at = afterSlash ? start + 1 : findSpecial(start, m_window.end());
        afterSlash = false;
        if (text && raw.size() < captureLimit)
            raw.append(start, at);
        m_window.setCursor(at);
        if (at == m_window.end() || static_cast<unsigned char>(*at) > '\\')
            continue;
        if (*at == '"') {
            m_window.setCursor(at + 1);
            break;
        }
        if (*at == '\\')
            escaped = afterSlash = true;
        else if (static_cast<unsigned char>(*at) < 0x20 && m_suspect < 0)
            m_suspect = m_window.offset();
        else if (static_cast<unsigned char>(*at) >= 0x20)
            continue;
        if (text && raw.size() < captureLimit)
            raw += *at;
        m_window.setCursor(at + 1);
    }
    if (text)
        *text = escaped ? unescaped(raw) : std::move(raw);
    return true;
}

// A number or word, or what stands in its place.
bool JsonScanner::scalar()
{
    const qint64 start = m_window.offset();
    while (true) {
        const int c = m_window.peek();
        if (c == ',' || c == '}' || c == ']' || c == ':' || c == '"' || c == '{' || c == '[' || c <= ' ')
            break;
        m_window.setCursor(m_window.cursor() + 1);
    }
    if (m_window.error() || m_window.offset() == start)
        return broken();
    return true;
}

bool JsonScanner::value()
{
    const int first = next();
    if (first == '"')
        return string();
    if (first != '{' && first != '[')
        return scalar();
    m_open.clear();
    do {
        const int c = m_window.peek();
        if (c < 0)
            return broken();
        if (c == '"') {
            if (!string())
                return false;
            continue;
        }
        const char *at = m_window.cursor();
        if (c == '{' || c == '[') {
            if (m_open.size() == bracketLimit) {
                m_error = Error{ErrorCode::InputTooDeep, {QString::number(64)}};
                return false;
            }
            m_open += char(c);
        } else if (c == '}' || c == ']') {
            if (m_open.back() != (c == '}' ? '{' : '['))
                return broken();
            m_open.pop_back();
        } else {
            while (at != m_window.end() && plainTable[static_cast<unsigned char>(*at)])
                ++at;
            m_window.setCursor(at);
            continue;
        }
        m_window.setCursor(at + 1);
    } while (!m_open.empty());
    return true;
}

} // namespace Chartline::Fhir
