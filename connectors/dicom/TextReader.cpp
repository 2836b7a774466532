// SPDX-License-Identifier: Apache-2.0
#include "dicom/TextReader.h"

#include <QByteArrayList>
#include <QRegularExpression>
#include <QStringDecoder>
#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcspchrs.h>

namespace Chartline::Dicom {

using namespace Qt::StringLiterals;

namespace {

// Sets of two bytes a character, which exist in code extensions only (PS3.3 tables C.12-3 and C.12-4).
bool needsExtension(const QByteArray &number)
{
    return number == "87" || number == "159" || number == "149" || number == "58";
}

// Every set an escape sequence can name (PS3.3 tables C.12-3 and C.12-4), behind the first.
const QByteArray s_allExtensions("\\ISO 2022 IR 6\\ISO 2022 IR 13\\ISO 2022 IR 87\\ISO 2022 IR 159\\ISO 2022 IR 149"
                                 "\\ISO 2022 IR 58\\ISO 2022 IR 100\\ISO 2022 IR 101\\ISO 2022 IR 109\\ISO 2022 IR 110"
                                 "\\ISO 2022 IR 144\\ISO 2022 IR 127\\ISO 2022 IR 126\\ISO 2022 IR 138"
                                 "\\ISO 2022 IR 148\\ISO 2022 IR 203\\ISO 2022 IR 166");

// One defined term; in code extensions ("ISO 2022 IR 100"), or for a character set alone ("ISO_IR 100").
QByteArray normalizedTerm(QByteArrayView given, bool extended)
{
    const QByteArray term = given.toByteArray().trimmed().toUpper();
    static const QRegularExpression form(u"^ISO[ _-]?(?:2022[ _-]?)?IR[ _-]?([0-9]+)$"_s);
    if (const auto match = form.match(QString::fromLatin1(term)); match.hasMatch()) {
        const QByteArray number = match.captured(1).toLatin1();
        if (number == "6")
            return extended ? "ISO 2022 IR 6" : "";
        const bool alone = number == "192" || (!extended && !needsExtension(number));
        return (alone ? "ISO_IR " : "ISO 2022 IR ") + number;
    }
    if (term == "UTF-8" || term == "UTF8")
        return "ISO_IR 192";
    if (term == "LATIN1" || term == "LATIN-1" || term == "ISO-8859-1" || term == "ISO8859-1" || term == "ISO 8859-1")
        return extended ? "ISO 2022 IR 100" : "ISO_IR 100";
    return term;
}

bool isPlain(QByteArrayView bytes)
{
    return std::ranges::all_of(bytes, [](char c) { return static_cast<signed char>(c) >= 0 && c != '\x1b'; });
}

QByteArrayView trimmedValue(QByteArrayView value, TextReader::Form form)
{
    while (!value.isEmpty() && (value.back() == '\0' || value.back() == ' '))
        value.chop(1);
    while (form != TextReader::Form::Text && !value.isEmpty() && value.front() == ' ')
        value = value.sliced(1);
    return value;
}

// Walks over bytes character by character: to find the backslashes that separate values, which are none where they are
// half of a character, and characters of which only a half is there.
class CharacterWalk
{
public:
    CharacterWalk(QByteArrayView bytes, bool pairsFrom81)
        : m_bytes(bytes)
        , m_pairsFrom81(pairsFrom81)
    { }

    std::vector<QByteArrayView> split()
    {
        std::vector<QByteArrayView> values;
        qsizetype begin = 0;
        for (qsizetype at = 0; at < m_bytes.size();) {
            if (m_bytes[at] == '\\' && !m_inPairs) {
                values.push_back(m_bytes.sliced(begin, at - begin));
                begin = at + 1;
            }
            at += step(at);
        }
        values.push_back(m_bytes.sliced(begin));
        return values;
    }
    // No character is cut: converters may drop one that is, without a word.
    bool isWhole()
    {
        qsizetype at = 0;
        while (at < m_bytes.size() && !m_isCut)
            at += step(at);
        return !m_isCut && at == m_bytes.size();
    }

private:
    // Bytes of the character, or escape sequence, at `at`.
    qsizetype step(qsizetype at)
    {
        const auto c = static_cast<unsigned char>(m_bytes[at]);
        const QByteArrayView rest = m_bytes.sliced(at);
        if (c == 0x1b) {
            // JIS X 0208 and JIS X 0212 take the place of ASCII; KS X 1001 and GB 2312 stand beside it.
            const bool toUpperHalf = rest.size() > 2 && (rest[1] == ')' || rest[1] == '-' || rest.startsWith("\x1b$)"));
            if (toUpperHalf)
                m_upperPairs = rest[1] == '$';
            else
                m_inPairs = rest.startsWith("\x1b$B") || rest.startsWith("\x1b$@") || rest.startsWith("\x1b$(D");
            return std::min<qsizetype>(rest.size(), rest.startsWith("\x1b$(") || rest.startsWith("\x1b$)") ? 4 : 3);
        }
        if (c == '\r' || c == '\n' || c == '\f' || c == '\t')
            m_inPairs = m_upperPairs = false;
        const bool pair =
            (m_inPairs && c > 0x20 && c < 0x7f) || (m_upperPairs && c > 0xa0) || (m_pairsFrom81 && c >= 0x81);
        if (!pair)
            return 1;
        const auto second = static_cast<unsigned char>(rest.size() > 1 ? rest[1] : 0);
        if (second <= 0x20 || (m_upperPairs && c > 0xa0 && second <= 0xa0))
            m_isCut = true;
        return rest.size() > 1 ? 2 : 1;
    }

    QByteArrayView m_bytes;
    bool m_pairsFrom81;
    bool m_inPairs = false;
    bool m_upperPairs = false;
    bool m_isCut = false;
};

} // namespace

struct TextReader::Private
{
    QByteArray terms;
    bool pairsFrom81 = false;
    bool failed = false;
    std::unique_ptr<DcmSpecificCharacterSet> converter; // made for the first text that needs it
    std::unique_ptr<DcmSpecificCharacterSet> generous; // the same, with every code extension there is

    [[nodiscard]] std::optional<QString> converted(std::unique_ptr<DcmSpecificCharacterSet> &with,
                                                   const QByteArray &sets, QByteArrayView value, Form form) const;
    QString convert(QByteArrayView value, Form form);
};

std::optional<QString> TextReader::Private::converted(std::unique_ptr<DcmSpecificCharacterSet> &with,
                                                      const QByteArray &sets, QByteArrayView value, Form form) const
{
    if (!with) {
        with = std::make_unique<DcmSpecificCharacterSet>();
        // One that could not be selected converts nothing.
        std::ignore = with->selectCharacterSet(OFString(sets.constData(), std::size_t(sets.size())));
    }
    OFString result;
    const char *delimiters = form == Form::Name ? "^=" : "";
    if (with->convertString(value.data(), std::size_t(value.size()), result, delimiters).bad())
        return std::nullopt;
    return QString::fromUtf8(result.data(), qsizetype(result.size()));
}

QString TextReader::Private::convert(QByteArrayView value, Form form)
{
    if (isPlain(value))
        return QString::fromLatin1(value);
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString asUtf8 = utf8(value);
    if (terms == "ISO_IR 192" && !utf8.hasError())
        return asUtf8;
    const bool isWhole = CharacterWalk(value, pairsFrom81).isWhole();
    // ASCII alone cannot hold these bytes.
    if (!terms.isEmpty() && terms != "ISO_IR 192" && isWhole) {
        if (auto text = converted(converter, terms, value, form))
            return *text;
    }
    // An escape sequence says by itself which set follows, declared or not.
    if (value.contains('\x1b') && isWhole) {
        const QByteArray first = terms.left(terms.indexOf('\\') < 0 ? 0 : terms.indexOf('\\'));
        if (auto text = converted(generous, first + s_allExtensions, value, form))
            return *text;
    }
    failed = true;
    return utf8.hasError() ? QString::fromLatin1(value) : asUtf8;
}

TextReader::TextReader(QByteArrayView specificCharacterSet)
    : m_d(std::make_unique<Private>())
{
    m_d->terms = normalized(specificCharacterSet);
    m_d->pairsFrom81 = m_d->terms == "GB18030" || m_d->terms == "GBK";
}

TextReader::~TextReader() = default;
TextReader::TextReader(TextReader &&) noexcept = default;
TextReader &TextReader::operator=(TextReader &&) noexcept = default;

bool TextReader::failed() const
{
    return m_d->failed;
}

QByteArray TextReader::normalized(QByteArrayView specificCharacterSet)
{
    QByteArray all = specificCharacterSet.toByteArray();
    while (all.endsWith('\0') || all.endsWith(' '))
        all.chop(1);
    if (all.isEmpty())
        return {};
    QByteArrayList terms = all.split('\\');
    if (terms.size() == 1) {
        const QByteArray only = normalizedTerm(terms.first(), false);
        return only.startsWith("ISO 2022") ? '\\' + only : only;
    }
    for (QByteArray &term : terms)
        term = normalizedTerm(term, true);
    // These allow no others beside them (PS3.3 C.12.1.1.2).
    const QByteArray first = terms.first();
    if (first == "ISO_IR 192" || first == "GB18030" || first == "GBK")
        return first;
    return terms.join('\\');
}

QStringList TextReader::read(QByteArrayView bytes, Form form)
{
    std::vector<QByteArrayView> pieces{bytes};
    if (form != Form::Text)
        pieces = CharacterWalk(bytes, m_d->pairsFrom81).split();
    QStringList values;
    values.reserve(qsizetype(pieces.size()));
    for (const QByteArrayView piece : pieces)
        values.append(m_d->convert(trimmedValue(piece, form), form));
    if (values.size() == 1 && values.first().isEmpty())
        return {};
    return values;
}

void TextReader::loadTables()
{
    static const auto kept = [] {
        static constexpr std::array terms{"ISO_IR 13",
                                          "ISO_IR 100",
                                          "ISO_IR 101",
                                          "ISO_IR 109",
                                          "ISO_IR 110",
                                          "ISO_IR 126",
                                          "ISO_IR 127",
                                          "ISO_IR 138",
                                          "ISO_IR 144",
                                          "ISO_IR 148",
                                          "ISO_IR 166",
                                          "ISO_IR 192",
                                          "ISO_IR 203",
                                          "GB18030",
                                          "GBK",
                                          "\\ISO 2022 IR 87\\ISO 2022 IR 159",
                                          "\\ISO 2022 IR 149\\ISO 2022 IR 58"};
        std::vector<std::unique_ptr<DcmSpecificCharacterSet>> sets;
        for (const char *term : terms) {
            auto set = std::make_unique<DcmSpecificCharacterSet>();
            if (set->selectCharacterSet(term).good())
                sets.push_back(std::move(set));
        }
        return sets;
    }();
    Q_UNUSED(kept)
}

} // namespace Chartline::Dicom
