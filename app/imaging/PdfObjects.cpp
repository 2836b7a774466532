// SPDX-License-Identifier: Apache-2.0
#include "imaging/PdfObjects.h"

#include <QSet>
#include <algorithm>
#include <cmath>

namespace Chartline::Pdf {

namespace {

constexpr int s_deepest = 64;
constexpr qsizetype s_longestName = 127; // ISO 32000-1, annex C
constexpr qint64 s_mostNumber = qint64(1) << 53;

// In the order of Key.
constexpr std::array<QByteArrayView, std::size_t(Key::Count)> s_keys{
    "AP",     "BaseFont", "DecodeParms",    "Differences", "Encoding",  "F",         "Filter",
    "First",  "Flags",    "FontDescriptor", "FontFile",    "FontFile2", "FontFile3", "FontName",
    "Length", "N",        "Predictor",      "Rect",        "Subtype",   "Type",      "XFA"};

// Glyphs with more than one letter in their names that PDFium 6.8 draws without the font: those of WinAnsiEncoding
// (ISO 32000-1, annex D) and a few others.
constexpr char s_glyphs[] =
    ".notdef space nbspace nonbreakingspace exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft "
    "parenright asterisk plus comma hyphen sfthyphen period slash zero one two three four five six seven eight nine "
    "colon semicolon less equal greater question at bracketleft backslash bracketright asciicircum underscore grave "
    "braceleft bar braceright asciitilde bullet Euro quotesinglbase florin quotedblbase ellipsis dagger daggerdbl "
    "circumflex perthousand Scaron guilsinglleft OE Zcaron quoteleft quoteright quotedblleft quotedblright endash "
    "emdash tilde trademark scaron guilsinglright oe zcaron Ydieresis exclamdown cent sterling currency yen brokenbar "
    "section dieresis copyright ordfeminine guillemotleft logicalnot registered macron overscore degree plusminus "
    "twosuperior threesuperior acute mu mu1 paragraph periodcentered middot cedilla onesuperior ordmasculine "
    "guillemotright onequarter onehalf threequarters questiondown Agrave Aacute Acircumflex Atilde Adieresis Aring AE "
    "Ccedilla Egrave Eacute Ecircumflex Edieresis Igrave Iacute Icircumflex Idieresis Eth Ntilde Ograve Oacute "
    "Ocircumflex Otilde Odieresis multiply Oslash Ugrave Uacute Ucircumflex Udieresis Yacute Thorn germandbls agrave "
    "aacute acircumflex atilde adieresis aring ae ccedilla egrave eacute ecircumflex edieresis igrave iacute "
    "icircumflex idieresis eth ntilde ograve oacute ocircumflex otilde odieresis divide oslash ugrave uacute "
    "ucircumflex udieresis yacute thorn ydieresis fi fl Lslash lslash minus dotlessi fraction caron breve dotaccent "
    "ring hungarumlaut ogonek";

bool isRareGlyph(const QByteArray &name)
{
    static const QSet<QByteArray> known = [] {
        const auto names = QByteArray(s_glyphs).split(' ');
        return QSet<QByteArray>(names.begin(), names.end());
    }();
    const bool isLetter =
        name.size() == 1 && ((name[0] >= 'a' && name[0] <= 'z') || (name[0] >= 'A' && name[0] <= 'Z'));
    return !isLetter && !known.contains(name);
}

bool isDelimiter(char c)
{
    return QByteArrayView("()<>[]{}/%").contains(c);
}

bool isRegular(char c)
{
    return !isSpace(c) && !isDelimiter(c);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

qint64 numberOf(const Value &value, qint64 otherwise)
{
    return value.kind == Value::Kind::Number ? value.number : otherwise;
}

QByteArray filterOf(const Value &value)
{
    if (value.kind == Value::Kind::None || !value.name.isEmpty())
        return value.name;
    return "?";
}

Value summaryOf(const Dictionary &dictionary)
{
    Value value;
    value.kind = Value::Kind::Dictionary;
    value.name = dictionary[Key::Type].name;
    value.rareNames = dictionary[Key::Differences].rareNames;
    value.embedsFont = dictionary.embedsFont();
    value.length = numberOf(dictionary[Key::Length], -1);
    value.objects = numberOf(dictionary[Key::N], -1);
    value.first = numberOf(dictionary[Key::First], -1);
    value.flags = numberOf(dictionary[Key::Flags], 0);
    value.filter = filterOf(dictionary[Key::Filter]);
    const Value &parameters = dictionary[Key::DecodeParms];
    const bool areKnown = parameters.kind == Value::Kind::None || parameters.kind == Value::Kind::Dictionary;
    value.predictor = areKnown ? parameters.predictor : 2;
    if (dictionary.has(Key::Predictor))
        value.predictor = numberOf(dictionary[Key::Predictor], 2);
    return value;
}

} // namespace

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

// White space and comments.
void Parser::skipSpace()
{
    while (!atEnd()) {
        if (peek() == '%') {
            while (!atEnd() && peek() != '\n' && peek() != '\r')
                ++m_at;
        } else if (!isSpace(peek())) {
            return;
        } else {
            ++m_at;
        }
    }
}

QByteArrayView Parser::word()
{
    const qsizetype begin = m_at;
    while (!atEnd() && isRegular(peek()))
        ++m_at;
    return m_bytes.sliced(begin, m_at - begin);
}

bool Parser::keyword(QByteArrayView expected)
{
    skipSpace();
    const qsizetype end = m_at + expected.size();
    if (!m_bytes.sliced(m_at).startsWith(expected) || (end < m_bytes.size() && isRegular(m_bytes[end])))
        return false;
    m_at = end;
    return true;
}

bool Parser::value(Value &result, int depth)
{
    result = {};
    skipSpace();
    if (atEnd() || depth > s_deepest)
        return false;
    const char c = peek();
    if (c == '/') {
        result.kind = Value::Kind::Name;
        result.name = name();
        return true;
    }
    if (isDigit(c) || c == '+' || c == '-' || c == '.')
        return number(result);
    if (c == '[')
        return array(result, depth);
    if (c == '<' && peek(1) == '<')
        return dictionary(result, depth);
    result.kind = Value::Kind::Other;
    if (c == '(')
        return text();
    if (c == '<')
        return hexText();
    if (isDelimiter(c)) {
        ++m_at;
        return false;
    }
    // An object that goes on beyond its end has lost a bracket.
    const QByteArrayView other = word();
    return other != "endobj" && other != "stream" && other != "endstream" && other != "obj";
}

bool Parser::dictionary(Value &result, int depth)
{
    m_at += 2;
    Dictionary found;
    while (true) {
        skipSpace();
        if (peek() == '>' && peek(1) == '>')
            break;
        Value ignored;
        if (peek() != '/') {
            if (!value(ignored, depth + 1))
                return false;
            continue;
        }
        const QByteArray key = name();
        skipSpace();
        if (peek() == '>' && peek(1) == '>')
            break;
        const auto known = std::ranges::find(s_keys, QByteArrayView(key));
        Value &entry = known == s_keys.end() ? ignored : found.entries[std::size_t(known - s_keys.begin())];
        if (!value(entry, depth + 1))
            return false;
    }
    m_at += 2;
    if (m_listener)
        m_listener(found, depth == 0);
    result = summaryOf(found);
    return true;
}

bool Parser::array(Value &result, int depth)
{
    ++m_at;
    result.kind = Value::Kind::Array;
    std::array<double, 4> numbers{};
    std::size_t count = 0;
    std::size_t numeric = 0;
    while (true) {
        skipSpace();
        if (peek() == ']')
            break;
        Value element;
        if (!value(element, depth + 1))
            return false;
        if (element.kind == Value::Kind::Number && numeric < numbers.size())
            numbers[numeric++] = m_real;
        if (element.kind == Value::Kind::Name)
            result.rareNames = result.rareNames || isRareGlyph(element.name);
        result.name = count == 0 && element.kind == Value::Kind::Name ? element.name : QByteArray();
        ++count;
    }
    ++m_at;
    constexpr double least = 1e-6;
    result.flat = count == 4 && numeric == 4
                  && (std::abs(numbers[2] - numbers[0]) < least || std::abs(numbers[3] - numbers[1]) < least);
    return true;
}

bool Parser::text()
{
    int open = 0;
    while (!atEnd()) {
        const char c = m_bytes[m_at++];
        if (c == '\\')
            m_at = std::min(m_at + 1, m_bytes.size());
        else if (c == '(')
            ++open;
        else if (c == ')' && --open == 0)
            return true;
    }
    return false;
}

bool Parser::hexText()
{
    const qsizetype end = m_bytes.indexOf('>', m_at);
    m_at = end < 0 ? m_bytes.size() : end + 1;
    return end >= 0;
}

bool Parser::wholeNumber(qint64 &result)
{
    if (!isDigit(peek()))
        return false;
    result = 0;
    for (; isDigit(peek()); ++m_at)
        result = std::min(result * 10 + (peek() - '0'), s_mostNumber);
    return true;
}

// A number, or a reference: "12 0 R".
bool Parser::number(Value &result)
{
    result.kind = Value::Kind::Number;
    const bool isPlain = isDigit(peek());
    const bool isNegative = peek() == '-';
    if (!isPlain && peek() != '.')
        ++m_at;
    (void)wholeNumber(result.number);
    m_real = double(result.number);
    if (peek() == '.') {
        ++m_at;
        double unit = 1;
        for (; isDigit(peek()); ++m_at)
            m_real += (peek() - '0') * (unit /= 10);
        (void)word();
    } else if (isPlain && !isRegular(peek())) {
        const qsizetype behind = m_at;
        qint64 generation = 0;
        skipSpace();
        if (wholeNumber(generation) && keyword("R"))
            result.kind = Value::Kind::Reference;
        else
            m_at = behind;
    } else {
        (void)word();
    }
    if (isNegative) {
        result.number = -result.number;
        m_real = -m_real;
    }
    return true;
}

QByteArray Parser::name()
{
    ++m_at;
    const QByteArrayView raw = word();
    QByteArray result = raw.first(std::min(raw.size(), 3 * s_longestName)).toByteArray();
    if (!result.contains('#'))
        return result;
    for (qsizetype at = result.indexOf('#'); at >= 0; at = result.indexOf('#', at + 1)) {
        bool ok = false;
        const auto code =
            char(result.sliced(at + 1).first(std::min<qsizetype>(2, result.size() - at - 1)).toInt(&ok, 16));
        if (ok)
            result.replace(at, 3, QByteArray(1, code));
    }
    return result;
}

} // namespace Chartline::Pdf
