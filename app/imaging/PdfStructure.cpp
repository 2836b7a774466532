// SPDX-License-Identifier: Apache-2.0
#include "imaging/PdfStructure.h"

#include "dicom/InflateStream.h"
#include "imaging/PdfObjects.h"
#include "ingest/MemoryStream.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <array>
#include <vector>

namespace Chartline {

namespace {

using Pdf::Dictionary;
using Pdf::Key;
using Pdf::Value;

constexpr qint64 s_mostInflated = qint64(64) << 20; // of all object streams together
constexpr int s_mostObjectStreams = 20'000;
constexpr std::size_t s_mostFonts = 100'000;

// Flags of annotations (ISO 32000-1, table 165) and fonts (table 123).
constexpr qint64 s_hidden = 2 | 32; // Hidden, NoView
constexpr qint64 s_symbolic = 4;

bool isFontType(const QByteArray &subtype)
{
    return subtype == "Type1" || subtype == "MMType1" || subtype == "TrueType" || subtype == "CIDFontType0"
           || subtype == "CIDFontType2";
}

// Annotations that PDFium makes no appearance for; the words of a text note and an attached file never show.
bool isUndrawn(const QByteArray &subtype, bool hasAppearance)
{
    static const std::array drawnByAppearance{"FreeText", "Line", "Stamp", "Polygon", "PolyLine", "Caret", "Redact"};
    if (subtype == "Text" || subtype == "FileAttachment")
        return true;
    return !hasAppearance && std::ranges::any_of(drawnByAppearance, [&](const char *name) { return subtype == name; });
}

// Fonts whose letters are signs. Symbol and ZapfDingbats themselves are built in.
bool isSignFont(const QByteArray &name)
{
    const QByteArray lower = name.toLower();
    return lower.contains("symbol") || lower.contains("dingbat") || lower.contains("wingding")
           || lower.contains("webding");
}

class Reader
{
public:
    explicit Reader(QByteArrayView pdf)
        : m_pdf(pdf)
    { }

    [[nodiscard]] PdfStructure read();

private:
    struct Descriptor
    {
        bool embedded = false;
        bool symbolic = false;
    };
    struct Font
    {
        QByteArray subtype;
        QByteArray name;
        qint64 descriptor = -1; // the number of its object; -1: none, or within the font
        Descriptor own;
        qint64 encoding = -1;
        bool hasEncoding = false;
        bool rareNames = false; // of an encoding within the font
    };

    [[nodiscard]] qint64 numberBefore(qsizetype at) const;
    [[nodiscard]] qsizetype object(qsizetype at, qint64 number);
    [[nodiscard]] qsizetype stream(const Value &head, qsizetype at);
    void objectStream(const Value &head, QByteArrayView bytes);
    [[nodiscard]] bool inflate(QByteArrayView bytes, QByteArray &content);
    void take(const Dictionary &dictionary, qint64 number);
    void takeAnnotation(const Dictionary &dictionary);
    void takeFont(const Dictionary &dictionary);
    void judge(const Font &font);

    QByteArrayView m_pdf;
    PdfStructure m_result;
    std::vector<Font> m_fonts;
    QHash<qint64, Descriptor> m_descriptors;
    QHash<qint64, bool> m_encodings; // object to whether it has rare names
    qint64 m_inflated = 0;
    int m_objectStreams = 0;
};

PdfStructure Reader::read()
{
    qsizetype at = 0;
    while ((at = m_pdf.indexOf("obj", at)) >= 0) {
        const qint64 number = numberBefore(at);
        at += 3;
        if (number >= 0)
            at = object(at, number);
    }
    for (const Font &font : m_fonts)
        judge(font);
    return m_result;
}

// The number of an object, "12 0 obj", whose keyword stands at `at`; -1: it is none.
qint64 Reader::numberBefore(qsizetype at) const
{
    constexpr qsizetype longest = 32;
    const QByteArrayView before = m_pdf.first(at).last(std::min(at, longest));
    qsizetype end = before.size();
    const auto skip = [&](auto matches) {
        const qsizetype from = end;
        while (end > 0 && matches(before[end - 1]))
            --end;
        return from - end;
    };
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    (void)skip(Pdf::isSpace);
    if (skip(isDigit) == 0 || skip(Pdf::isSpace) == 0)
        return -1;
    const qsizetype last = end;
    if (skip(isDigit) == 0)
        return -1;
    bool ok = false;
    const qint64 number = before.sliced(end, last - end).toLongLong(&ok);
    return ok ? number : -1;
}

// Reads the object from `at` on, and answers where to go on.
qsizetype Reader::object(qsizetype at, qint64 number)
{
    Pdf::Parser parser(m_pdf, at, [this, number](const Dictionary &dictionary, bool outermost) {
        take(dictionary, outermost ? number : -1);
    });
    Value value;
    if (!parser.value(value)) {
        m_result.complete = false;
        return parser.at();
    }
    return parser.keyword("stream") ? stream(value, parser.at()) : parser.at();
}

// `at`: behind the keyword.
qsizetype Reader::stream(const Value &head, qsizetype at)
{
    if (at < m_pdf.size() && m_pdf[at] == '\r')
        ++at;
    if (at < m_pdf.size() && m_pdf[at] == '\n')
        ++at;
    // A length that is elsewhere or wrong is made up for, as PDFium does.
    qsizetype end = -1;
    if (head.length >= 0 && head.length <= m_pdf.size() - at) {
        constexpr qsizetype near = 32; // bytes
        const QByteArrayView rest = m_pdf.sliced(at + head.length);
        if (Pdf::Parser(rest.first(std::min(rest.size(), near)), 0, {}).keyword("endstream"))
            end = at + head.length;
    }
    if (end < 0)
        end = m_pdf.indexOf("endstream", at);
    if (end < 0) {
        m_result.complete = false;
        end = m_pdf.size();
    }
    if (head.name == "ObjStm")
        objectStream(head, m_pdf.sliced(at, end - at));
    return end;
}

void Reader::objectStream(const Value &head, QByteArrayView bytes)
{
    QByteArray inflated;
    const bool plain = head.filter.isEmpty();
    const bool deflated = (head.filter == "FlateDecode" || head.filter == "Fl") && head.predictor <= 1;
    if (++m_objectStreams > s_mostObjectStreams || !(plain || (deflated && inflate(bytes, inflated)))) {
        m_result.complete = false;
        return;
    }
    const QByteArrayView content = plain ? bytes : QByteArrayView(inflated);
    // Pairs of an object's number and its place; the objects follow each other in the same order.
    Pdf::Parser pairs(content, 0, {});
    std::vector<qint64> numbers;
    Value number;
    Value place;
    while (qint64(numbers.size()) < head.objects && pairs.value(number) && pairs.value(place))
        numbers.push_back(number.number);
    if (qint64(numbers.size()) != head.objects || head.first < 0 || head.first > content.size()) {
        m_result.complete = false;
        return;
    }
    qint64 current = -1;
    Pdf::Parser parser(content, head.first, [this, &current](const Dictionary &dictionary, bool outermost) {
        take(dictionary, outermost ? current : -1);
    });
    for (const qint64 each : numbers) {
        current = each;
        Value value;
        if (!parser.value(value)) {
            m_result.complete = false;
            return;
        }
    }
}

// False: not all of it, for any reason.
bool Reader::inflate(QByteArrayView bytes, QByteArray &content)
{
    MemoryStream stream(bytes);
    Dicom::ScanInput input(stream);
    Dicom::InflateStream inflated(input, s_mostInflated - m_inflated);
    std::array<char, 16 * 1024> piece{};
    while (true) {
        const auto count = inflated.read(piece);
        if (!count)
            return false;
        if (*count == 0)
            return true;
        content.append(piece.data(), qsizetype(*count));
        m_inflated += *count;
    }
}

void Reader::take(const Dictionary &dictionary, qint64 number)
{
    const QByteArray &type = dictionary[Key::Type].name;
    if (dictionary.has(Key::Xfa))
        m_result.fields = true;
    if (dictionary.has(Key::Rect))
        takeAnnotation(dictionary);
    if (type == "Font" || (isFontType(dictionary[Key::Subtype].name) && dictionary.has(Key::BaseFont)))
        takeFont(dictionary);
    if (number < 0)
        return;
    if (type == "FontDescriptor" || dictionary.has(Key::FontName))
        m_descriptors.insert(number, {dictionary.embedsFont(), (dictionary[Key::Flags].number & s_symbolic) != 0});
    if (dictionary.has(Key::Differences))
        m_encodings.insert(number, dictionary[Key::Differences].rareNames);
}

void Reader::takeAnnotation(const Dictionary &dictionary)
{
    // What no program shows is not missing here: signatures are often without any extent.
    if ((dictionary[Key::F].number & s_hidden) != 0 || dictionary[Key::Rect].flat)
        return;
    const QByteArray &subtype = dictionary[Key::Subtype].name;
    if (subtype == "Widget")
        m_result.fields = true;
    else if (isUndrawn(subtype, dictionary.has(Key::Ap)))
        m_result.notes = true;
}

void Reader::takeFont(const Dictionary &dictionary)
{
    const QByteArray &subtype = dictionary[Key::Subtype].name;
    // Composite fonts are judged by their descendants; the shapes of Type 3 are in the file.
    if (subtype == "Type0" || subtype == "Type3")
        return;
    if (m_fonts.size() >= s_mostFonts) {
        m_result.complete = false;
        return;
    }
    const Value &descriptor = dictionary[Key::FontDescriptor];
    const Value &encoding = dictionary[Key::Encoding];
    Font font;
    font.subtype = subtype;
    font.name = dictionary[Key::BaseFont].name;
    if (descriptor.kind == Value::Kind::Reference)
        font.descriptor = descriptor.number;
    else
        font.own = {descriptor.embedsFont, (descriptor.flags & s_symbolic) != 0};
    if (encoding.kind == Value::Kind::Reference)
        font.encoding = encoding.number;
    font.hasEncoding = dictionary.has(Key::Encoding);
    font.rareNames = encoding.rareNames || encoding.name == "MacExpertEncoding";
    m_fonts.push_back(std::move(font));
}

void Reader::judge(const Font &font)
{
    const bool isSymbol = font.name == "Symbol" || font.name == "ZapfDingbats";
    if (isSymbol && font.subtype == "Type1")
        return;
    const Descriptor descriptor = font.descriptor >= 0 ? m_descriptors.value(font.descriptor) : font.own;
    if (descriptor.embedded)
        return;
    m_result.substitutes = true;
    // Where the descriptor was not found either, nothing is known of the font's characters.
    if (font.descriptor >= 0 && !m_descriptors.contains(font.descriptor))
        return;
    const bool composite = font.subtype.startsWith("CIDFont");
    const bool rareNames = font.rareNames || m_encodings.value(font.encoding, false);
    if (composite || rareNames || isSignFont(font.name) || (descriptor.symbolic && !font.hasEncoding))
        m_result.rareGlyphs = true;
}

} // namespace

PdfStructure readPdfStructure(QByteArrayView pdf)
{
    return Reader(pdf).read();
}

bool canBeSubstituted(QStringView text)
{
    // Windows code page 1252 beyond Latin-1, and what else the built-in fonts have.
    constexpr QStringView others = u"€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸŁłıˇ˘˙˚˛˝⁄−ﬁﬂ";
    return std::ranges::all_of(text, [&](QChar c) {
        const bool isLatin1 = c.unicode() < 0x80 || (c.unicode() >= 0xa0 && c.unicode() <= 0xff);
        // U+FFFE: how PDFium marks a hyphen at a line's end.
        return isLatin1 || c.unicode() == 0xfffe || others.contains(c);
    });
}

} // namespace Chartline
