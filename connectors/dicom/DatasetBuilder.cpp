// SPDX-License-Identifier: Apache-2.0
#include "dicom/DatasetBuilder.h"

#include <QtEndian>
#include <algorithm>
#include <array>
#include <charconv>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

namespace Chartline::Dicom {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_deepest = 33;
constexpr qsizetype s_mostNumbers = 1024;
constexpr qsizetype s_mostTexts = 64 * 1024;
constexpr qsizetype s_mostBytes = 64 * 1024;

using Reading = DatasetBuilder::Reading;

Reading readingOf(DcmEVR vr)
{
    switch (vr) {
    case EVR_AE:
    case EVR_AS:
    case EVR_CS:
    case EVR_DA:
    case EVR_DT:
    case EVR_TM:
    case EVR_UI: return Reading::Ascii;
    case EVR_DS:
    case EVR_IS: return Reading::AsciiNumbers;
    case EVR_UR: return Reading::AsciiText;
    case EVR_LO:
    case EVR_SH:
    case EVR_UC: return Reading::Texts;
    case EVR_PN: return Reading::Names;
    case EVR_LT:
    case EVR_ST:
    case EVR_UT: return Reading::Text;
    case EVR_AT: return Reading::Tags;
    case EVR_FD:
    case EVR_FL:
    case EVR_SL:
    case EVR_SS:
    case EVR_SV:
    case EVR_UL:
    case EVR_US:
    case EVR_UV:
    case EVR_xs: return Reading::Numbers;
    default: return Reading::Bytes;
    }
}

bool isUntyped(DcmEVR vr)
{
    return vr == EVR_UN || vr == EVR_OB || vr == EVR_OW || vr == EVR_ox || vr == EVR_UNKNOWN || vr == EVR_UNKNOWN2B;
}

// What the element says, or, where it says bytes only, what the dictionary knows better.
DcmEVR effectiveVr(const DcmElement &element)
{
    const DcmEVR stated = element.getVR();
    const DcmTagKey key = element.getTag().getXTag();
    if (!isUntyped(stated) || (key.getGroup() & 1) != 0)
        return stated;
    const DcmEVR known = DcmTag(key).getEVR();
    return isUntyped(known) || known == EVR_SQ || known == EVR_lt ? stated : known;
}

template<typename T>
QString numberText(const char *at)
{
    const auto value = qFromLittleEndian<T>(at);
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value);
    return QString::fromLatin1(text.data(), end.ptr - text.data());
}

struct NumberForm
{
    qsizetype size;
    QString (*text)(const char *at);
};

NumberForm numberForm(DcmEVR vr)
{
    switch (vr) {
    case EVR_FD: return {8, numberText<double>};
    case EVR_FL: return {4, numberText<float>};
    case EVR_SL: return {4, numberText<qint32>};
    case EVR_SS: return {2, numberText<qint16>};
    case EVR_SV: return {8, numberText<qint64>};
    case EVR_UL: return {4, numberText<quint32>};
    case EVR_UV: return {8, numberText<quint64>};
    case EVR_AT:
        return {4, [](const char *at) {
                    return tagText(Tag(qFromLittleEndian<quint16>(at)) << 16 | qFromLittleEndian<quint16>(at + 2));
                }};
    default: return {2, numberText<quint16>};
    }
}

QStringList numbers(QByteArrayView bytes, DcmEVR vr)
{
    const NumberForm form = numberForm(vr);
    QStringList values;
    for (qsizetype at = 0; at + form.size <= bytes.size(); at += form.size)
        values.append(form.text(bytes.data() + at));
    return values;
}

// The value's bytes, numbers little endian.
QByteArray bytesOf(DcmElement &element, qsizetype length)
{
    QByteArray bytes(length, Qt::Uninitialized);
    const auto count = static_cast<Uint32>(length);
    if (length > 0 && element.getPartialValue(bytes.data(), 0, count, nullptr, EBO_LittleEndian).bad())
        return {};
    return bytes;
}

} // namespace

Dataset DatasetBuilder::build(DcmItem &root)
{
    TextReader none({});
    Dataset result = item(root, none, 1);
    if (m_textFailed)
        result.note(u"character-set"_s);
    if (m_tooMany)
        result.note(u"too-many-values"_s);
    return result;
}

Dataset DatasetBuilder::item(DcmItem &item, TextReader &around, int depth)
{
    // An item may declare character sets of its own, also none (PS3.3 C.12.1.1.2).
    std::optional<TextReader> own;
    DcmElement *declared = nullptr;
    if (item.findAndGetElement(DCM_SpecificCharacterSet, declared).good() && declared)
        own.emplace(bytesOf(*declared, qsizetype(declared->getLength())));
    TextReader &texts = own ? *own : around;
    Dataset result;
    for (DcmObject *next = item.nextInContainer(nullptr); next; next = item.nextInContainer(next)) {
        if (--m_left < 0) {
            m_tooMany = true;
            break;
        }
        // Elements of a DcmItem are DcmElements. They are kept sorted; a second one of the same tag is not read.
        std::ignore = result.append(element(*static_cast<DcmElement *>(next), texts, depth));
    }
    m_textFailed = m_textFailed || texts.failed();
    return result;
}

Element DatasetBuilder::element(DcmElement &source, TextReader &texts, int depth)
{
    Element result;
    const DcmTag &tag = source.getTag();
    result.tag = Tag(tag.getGTag()) << 16 | tag.getETag();
    if (source.ident() != EVR_SQ) {
        value(source, texts, result);
        return result;
    }
    result.vr = "SQ";
    auto &sequence = static_cast<DcmSequenceOfItems &>(source);
    for (DcmObject *next = sequence.nextInContainer(nullptr); next; next = sequence.nextInContainer(next)) {
        if (depth >= s_deepest || --m_left < 0) {
            m_tooMany = true;
            break;
        }
        result.items.push_back(item(*static_cast<DcmItem *>(next), texts, depth + 1));
    }
    return result;
}

QStringList DatasetBuilder::readText(const QByteArray &bytes, Reading reading, TextReader &texts)
{
    switch (reading) {
    case Reading::Texts: return texts.read(bytes, TextReader::Form::Values);
    case Reading::Names: return texts.read(bytes, TextReader::Form::Name);
    case Reading::Text: return texts.read(bytes, TextReader::Form::Text);
    default: break;
    }
    TextReader ascii({});
    QStringList values =
        ascii.read(bytes, reading == Reading::AsciiText ? TextReader::Form::Text : TextReader::Form::Values);
    m_textFailed = m_textFailed || ascii.failed();
    return values;
}

void DatasetBuilder::value(DcmElement &source, TextReader &texts, Element &result)
{
    const DcmEVR vr = effectiveVr(source);
    const char *name = DcmVR(vr).getValidVRName();
    result.vr = QByteArray(name).leftJustified(2, '?', true);
    const auto length = qsizetype(source.getLength());
    result.length = length;
    const Reading reading = readingOf(vr);
    const bool isDocument = result.tag == Tags::encapsulatedDocument;
    if (reading == Reading::Bytes || isDocument) {
        if (length <= s_mostBytes || isDocument)
            result.bytes = bytesOf(source, length);
        return;
    }
    const QByteArray bytes = bytesOf(source, length);
    if (reading == Reading::Numbers || reading == Reading::Tags) {
        if (bytes.size() <= s_mostNumbers * numberForm(vr).size)
            result.values = numbers(bytes, vr);
        else if (bytes.size() <= s_mostBytes)
            result.bytes = bytes;
    } else if (bytes.count('\\') < (reading == Reading::AsciiNumbers ? s_mostNumbers : s_mostTexts)) {
        result.values = readText(bytes, reading, texts);
    }
    m_left -= result.values.size();
    if (m_left < 0) {
        result.values = {};
        m_tooMany = true;
    }
}

} // namespace Chartline::Dicom
