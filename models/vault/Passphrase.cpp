// SPDX-License-Identifier: Apache-2.0
#include "vault/Passphrase.h"

#include <QChar>
#include <QString>
#include <algorithm>
#include <cstring>
#include <openssl/crypto.h>
#include <optional>

namespace Chartline::Passphrase {

namespace {

// Code points in secure memory.
class CodePoints
{
public:
    explicit CodePoints(std::size_t capacity)
        : m_bytes(capacity * sizeof(char32_t))
        , m_capacity(capacity)
    { }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] char32_t &at(std::size_t i) { return reinterpret_cast<char32_t *>(m_bytes.data())[i]; }
    [[nodiscard]] char32_t at(std::size_t i) const { return reinterpret_cast<const char32_t *>(m_bytes.data())[i]; }
    // False when full.
    bool append(char32_t c)
    {
        if (m_size == m_capacity)
            return false;
        at(m_size++) = c;
        return true;
    }
    void truncate(std::size_t size) { m_size = std::min(size, m_size); }

private:
    SecureBytes m_bytes; // its pages are aligned for any type
    std::size_t m_capacity = 0;
    std::size_t m_size = 0;
};

// The code point at `position`, which moves behind it; nothing where the bytes are not well-formed UTF-8.
std::optional<char32_t> nextUtf8(std::span<const unsigned char> bytes, std::size_t &position)
{
    const unsigned char first = bytes[position++];
    if (first < 0x80)
        return first;
    const int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
    if (first < 0xc2 || first > 0xf4 || bytes.size() - position < std::size_t(more))
        return std::nullopt;
    char32_t c = first & (0x3fu >> more);
    for (int i = 0; i < more; ++i) {
        const unsigned char next = bytes[position++];
        if ((next & 0xc0) != 0x80)
            return std::nullopt;
        c = (c << 6) | (next & 0x3fu);
    }
    const bool tooLong = (more == 2 && c < 0x800) || (more == 3 && c < 0x10000);
    if (tooLong || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
        return std::nullopt;
    return c;
}

std::size_t utf8Size(char32_t c)
{
    return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

void putUtf8(char32_t c, unsigned char *out)
{
    const std::size_t size = utf8Size(c);
    if (size == 1) {
        out[0] = static_cast<unsigned char>(c);
        return;
    }
    static constexpr unsigned char leads[] = {0, 0, 0xc0, 0xe0, 0xf0};
    for (std::size_t i = size - 1; i > 0; --i) {
        out[i] = static_cast<unsigned char>(0x80 | (c & 0x3f));
        c >>= 6;
    }
    out[0] = static_cast<unsigned char>(leads[size] | c);
}

void overwrite(QString &text)
{
    OPENSSL_cleanse(text.data(), std::size_t(text.size()) * sizeof(QChar));
}

// The canonical decomposition of one code point, all the way down.
bool decompose(char32_t c, CodePoints &out, int depth = 0)
{
    if (QChar::decompositionTag(c) != QChar::Canonical || depth > 8)
        return out.append(c);
    QString parts = QChar::decomposition(c);
    QList<uint> points = parts.toUcs4();
    overwrite(parts);
    bool fits = true;
    if (points.isEmpty())
        fits = out.append(c);
    for (qsizetype i = 0; i < points.size() && fits; ++i)
        fits = points[i] == c ? out.append(c) : decompose(points[i], out, depth + 1);
    OPENSSL_cleanse(points.data(), std::size_t(points.size()) * sizeof(uint));
    return fits;
}

// Puts the marks behind each letter into the canonical order.
void reorder(CodePoints &text)
{
    for (std::size_t i = 1; i < text.size(); ++i) {
        const unsigned char own = QChar::combiningClass(text.at(i));
        for (std::size_t j = i; own != 0 && j > 0 && QChar::combiningClass(text.at(j - 1)) > own; --j)
            std::swap(text.at(j), text.at(j - 1));
    }
}

// The one code point two make together, if there is one. Qt has no function for this alone, but form C of just the
// pair is it.
std::optional<char32_t> compose(char32_t first, char32_t second)
{
    QString pair = QString::fromUcs4(&first, 1) + QString::fromUcs4(&second, 1);
    QString composed = pair.normalized(QString::NormalizationForm_C);
    std::optional<char32_t> result;
    const qsizetype size = composed.size();
    if (size == 1)
        result = composed[0].unicode();
    else if (size == 2 && composed[0].isHighSurrogate())
        result = QChar::surrogateToUcs4(composed[0], composed[1]);
    if (!composed.isSharedWith(pair))
        overwrite(composed);
    composed = QString();
    overwrite(pair);
    return result;
}

// Canonical composition (Unicode standard, 3.11, D117).
void composeAll(CodePoints &text)
{
    std::size_t kept = 0;
    std::optional<std::size_t> starter;
    int lastClass = -1; // of the marks kept since the starter; -1 with none
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t c = text.at(i);
        const int own = QChar::combiningClass(c);
        if (starter && lastClass < own) {
            if (const auto composed = compose(text.at(*starter), c)) {
                text.at(*starter) = *composed;
                continue;
            }
        }
        text.at(kept) = c;
        if (own == 0) {
            starter = kept;
            lastClass = -1;
        } else {
            lastClass = own;
        }
        ++kept;
    }
    text.truncate(kept);
}

} // namespace

SecureBytes normalised(const SecureBytes &utf8)
{
    const auto bytes = utf8.view();
    if (std::ranges::all_of(bytes, [](unsigned char c) { return c < 0x80; }))
        return utf8.clone();
    // No code point decomposes into more than four (Unicode standard annex 15, table 8); each takes two bytes or more
    // unless it is ASCII, which does not decompose.
    CodePoints text(bytes.size() * 4);
    for (std::size_t position = 0; position < bytes.size();) {
        const auto c = nextUtf8(bytes, position);
        if (!c || !decompose(*c, text))
            return utf8.clone();
    }
    reorder(text);
    composeAll(text);

    std::size_t size = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        size += utf8Size(text.at(i));
    SecureBytes result(size);
    unsigned char *out = result.data();
    for (std::size_t i = 0; i < text.size(); ++i) {
        putUtf8(text.at(i), out);
        out += utf8Size(text.at(i));
    }
    return result;
}

int length(const SecureBytes &normalised)
{
    int count = 0;
    for (std::size_t position = 0; position < normalised.size(); ++count) {
        if (!nextUtf8(normalised.view(), position))
            return int(normalised.size());
    }
    return count;
}

Status checkLength(const SecureBytes &normalised)
{
    if (length(normalised) < minimumLength)
        return fail(ErrorCode::PassphraseTooShort, {QString::number(minimumLength)});
    return {};
}

} // namespace Chartline::Passphrase
