// SPDX-License-Identifier: Apache-2.0
#include "fhir/JsonCheck.h"

#include <cstring>
#include <string>

namespace Chartline::Fhir {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Throws nothing and calls nothing: a plain walk over the text with a stack of open brackets.
class Walker
{
public:
    explicit Walker(QByteArrayView text)
        : m_at(text.data())
        , m_begin(text.data())
        , m_end(text.data() + text.size())
    { }

    std::optional<JsonFault> run()
    {
        space();
        if (!value())
            return m_fault;
        while (!m_open.empty()) {
            if (!step())
                return m_fault;
        }
        space();
        if (m_at != m_end)
            wrong();
        return m_fault;
    }

private:
    bool wrong()
    {
        if (!m_fault)
            m_fault =
                JsonFault{m_at == m_end ? ErrorCode::InputTruncated : ErrorCode::InputNotWellFormed, m_at - m_begin};
        return false;
    }

    void space()
    {
        while (m_at != m_end && isSpace(*m_at))
            ++m_at;
    }

    // Inside the innermost open bracket, before a member, an element or its end.
    bool step()
    {
        space();
        if (m_at == m_end)
            return wrong();
        const bool object = m_open.back() == '{';
        if (*m_at == (object ? '}' : ']')) {
            if (m_afterComma)
                return wrong();
            ++m_at;
            m_open.pop_back();
            m_first = false;
            return true;
        }
        if (!m_first && !m_afterComma) {
            if (*m_at != ',')
                return wrong();
            ++m_at;
            m_afterComma = true;
            return true;
        }
        m_first = m_afterComma = false;
        if (object && !name())
            return false;
        return value();
    }

    bool name()
    {
        if (*m_at != '"' || !string())
            return wrong();
        space();
        if (m_at == m_end || *m_at != ':')
            return wrong();
        ++m_at;
        space();
        return true;
    }

    bool value()
    {
        if (m_at == m_end)
            return wrong();
        m_first = false;
        switch (*m_at) {
        case '{':
        case '[':
            m_open.push_back(*m_at++);
            m_first = true;
            return true;
        case '"': return string();
        case 't': return word("true");
        case 'f': return word("false");
        case 'n': return word("null");
        default: return number();
        }
    }

    bool word(std::string_view expected)
    {
        for (const char c : expected) {
            if (m_at == m_end || *m_at != c)
                return wrong();
            ++m_at;
        }
        return true;
    }

    bool digits()
    {
        if (m_at == m_end || !isDigit(*m_at))
            return wrong();
        while (m_at != m_end && isDigit(*m_at))
            ++m_at;
        return true;
    }

    bool number()
    {
        if (*m_at == '-')
            ++m_at;
        if (m_at != m_end && *m_at == '0')
            ++m_at;
        else if (!digits())
            return false;
        if (m_at != m_end && *m_at == '.') {
            ++m_at;
            if (!digits())
                return false;
        }
        if (m_at != m_end && (*m_at == 'e' || *m_at == 'E')) {
            ++m_at;
            if (m_at != m_end && (*m_at == '+' || *m_at == '-'))
                ++m_at;
            return digits();
        }
        return true;
    }

    bool string()
    {
        ++m_at;
        while (m_at != m_end) {
            const char c = *m_at;
            if (c == '"') {
                ++m_at;
                return true;
            }
            if (static_cast<unsigned char>(c) < 0x20)
                return wrong();
            if (c == '\\') {
                if (!escape())
                    return false;
            } else {
                ++m_at;
            }
        }
        return wrong();
    }

    bool escape()
    {
        ++m_at;
        if (m_at == m_end)
            return wrong();
        if (*m_at != 'u') {
            if (!std::strchr("\"\\/bfnrt", *m_at) || *m_at == 0)
                return wrong();
            ++m_at;
            return true;
        }
        unsigned unit = 0;
        if (!unicode(unit))
            return false;
        if (unit >= 0xdc00 && unit < 0xe000)
            return wrong();
        if (unit < 0xd800 || unit > 0xdbff)
            return true;
        // A high surrogate must be followed at once by a low one.
        if (m_at == m_end || *m_at != '\\')
            return wrong();
        ++m_at;
        if (m_at == m_end || *m_at != 'u')
            return wrong();
        unsigned low = 0;
        if (!unicode(low))
            return false;
        return (low >= 0xdc00 && low < 0xe000) || wrong();
    }

    bool unicode(unsigned &unit)
    {
        ++m_at;
        for (int i = 0; i < 4; ++i, ++m_at) {
            if (m_at == m_end || !isHex(*m_at))
                return wrong();
            const char c = *m_at;
            unit = unit * 16 + unsigned(isDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
        }
        return true;
    }

    const char *m_at;
    const char *m_begin;
    const char *m_end;
    std::string m_open;
    bool m_first = false;
    bool m_afterComma = false;
    std::optional<JsonFault> m_fault;
};

// Length of the valid UTF-8 sequence at the start of the text; 0 where there is none.
int sequenceLength(const unsigned char *at, qint64 left)
{
    const unsigned char first = at[0];
    if (first < 0x80)
        return 1;
    const int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || left < length)
        return 0;
    for (int i = 1; i < length; ++i) {
        if ((at[i] & 0xc0) != 0x80)
            return 0;
    }
    const unsigned char second = at[1];
    if ((first == 0xe0 && second < 0xa0) || (first == 0xed && second > 0x9f) || (first == 0xf0 && second < 0x90)
        || (first == 0xf4 && second > 0x8f))
        return 0;
    return length;
}

} // namespace

std::optional<JsonFault> findJsonFault(QByteArrayView text)
{
    std::optional<JsonFault> fault = Walker(text).run();
    const qint64 bad = findBadUtf8(text);
    if (bad >= 0 && (!fault || bad <= fault->offset))
        return JsonFault{ErrorCode::InputWrongEncoding, bad};
    return fault;
}

qint64 findBadUtf8(QByteArrayView text)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(text.data());
    const qint64 size = text.size();
    for (qint64 i = 0; i < size;) {
        const int length = sequenceLength(bytes + i, size - i);
        if (length == 0)
            return i;
        i += length;
    }
    return -1;
}

bool looksLikeWideText(QByteArrayView head)
{
    if (head.size() < 2)
        return false;
    const auto a = static_cast<unsigned char>(head[0]);
    const auto b = static_cast<unsigned char>(head[1]);
    if ((a == 0xfe && b == 0xff) || (a == 0xff && b == 0xfe))
        return true;
    return (a == 0) != (b == 0) || (head.size() >= 4 && a == 0 && b == 0 && head[2] == 0 && head[3] != 0);
}

bool isJsonNumber(std::string_view text)
{
    std::size_t i = 0;
    const auto digits = [&] {
        const std::size_t start = i;
        while (i < text.size() && isDigit(text[i]))
            ++i;
        return i > start;
    };
    if (i < text.size() && text[i] == '-')
        ++i;
    if (i < text.size() && text[i] == '0')
        ++i;
    else if (!digits())
        return false;
    if (i < text.size() && text[i] == '.') {
        ++i;
        if (!digits())
            return false;
    }
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        ++i;
        if (i < text.size() && (text[i] == '+' || text[i] == '-'))
            ++i;
        if (!digits())
            return false;
    }
    return i == text.size();
}

bool isTypeName(std::string_view type)
{
    if (type.empty() || type.size() > 64)
        return false;
    for (const char c : type) {
        if (!((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')))
            return false;
    }
    return true;
}

QStringList byteArgs(qint64 offset)
{
    return {QLatin1StringView("byte ") + QString::number(offset)};
}

} // namespace Chartline::Fhir
