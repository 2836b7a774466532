// SPDX-License-Identifier: Apache-2.0
#include "decode/ItemReader.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcitem.h>
#include <dcmtk/dcmdata/dcsequen.h>

#include <QtEndian>
#include <algorithm>
#include <cmath>

namespace Chartline::Imaging {

namespace {

// So that a text stays within what a description may hold, in any characters.
constexpr qsizetype mostCharacters = 2048;

ItemReader::Tag tagOf(const DcmElement &element)
{
    return ItemReader::Tag(element.getTag().getGroup()) << 16 | element.getTag().getElement();
}

std::vector<double> parsed(const QByteArray &text, std::size_t most)
{
    std::vector<double> values;
    // Some are padded with zeros instead of spaces.
    for (const QByteArray &part :
         text.first(qsizetype(qstrnlen(text.constData(), std::size_t(text.size())))).split('\\')) {
        bool ok = false;
        const double value = part.trimmed().toDouble(&ok);
        if (!ok || values.size() >= most)
            break;
        values.push_back(value);
    }
    return values;
}

template<typename T, typename Get>
std::vector<double> collected(DcmElement &element, Get get, std::size_t most)
{
    T *values = nullptr;
    if ((element.*get)(values).bad() || !values)
        return {};
    const std::size_t count = std::min(std::size_t(element.getLength()) / sizeof(T), most);
    return {values, values + count};
}

std::vector<double> numbersIn(DcmElement &element, std::size_t most)
{
    switch (element.ident()) {
    case EVR_US: return collected<Uint16>(element, &DcmElement::getUint16Array, most);
    case EVR_SS: return collected<Sint16>(element, &DcmElement::getSint16Array, most);
    case EVR_UL: return collected<Uint32>(element, &DcmElement::getUint32Array, most);
    case EVR_SL: return collected<Sint32>(element, &DcmElement::getSint32Array, most);
    case EVR_FL: return collected<Float32>(element, &DcmElement::getFloat32Array, most);
    case EVR_FD: return collected<Float64>(element, &DcmElement::getFloat64Array, most);
    default: break;
    }
    OFString text;
    if (!element.isaString() || element.getOFStringArray(text).bad())
        return {};
    return parsed(QByteArray(text.c_str(), qsizetype(text.length())), most);
}

// "SMITH, Jonathan" of SMITH^Jonathan^^Dr. (PS3.5 6.2.1): what follows the given name goes behind it.
QString nameOf(const QString &group)
{
    const QStringList parts = group.split(QLatin1Char('^'));
    QStringList behind;
    for (const int i : {3, 1, 2, 4}) { // prefix, given, middle, suffix
        if (i < parts.size() && !parts[i].trimmed().isEmpty())
            behind.append(parts[i].trimmed());
    }
    const QString family = parts.value(0).trimmed();
    if (behind.isEmpty() || family.isEmpty())
        return family + behind.join(QLatin1Char(' '));
    return family + QLatin1StringView(", ") + behind.join(QLatin1Char(' '));
}

} // namespace

ItemReader::ItemReader(DcmItem &item, const TextDecoder &decoder)
    : m_decoder(&decoder)
{
    auto elements = std::make_shared<std::vector<Entry>>();
    elements->reserve(item.card());
    for (DcmObject *child = item.nextInContainer(nullptr); child; child = item.nextInContainer(child)) {
        if (auto *element = dynamic_cast<DcmElement *>(child))
            elements->emplace_back(tagOf(*element), element);
    }
    if (!std::ranges::is_sorted(*elements, {}, &Entry::first))
        std::ranges::stable_sort(*elements, {}, &Entry::first);
    m_elements = std::move(elements);
}

DcmElement *ItemReader::element(Tag tag) const
{
    const auto found = std::ranges::lower_bound(*m_elements, tag, {}, &Entry::first);
    return found != m_elements->end() && found->first == tag ? found->second : nullptr;
}

bool ItemReader::has(Tag tag) const
{
    DcmElement *found = element(tag);
    return found && found->getLength() > 0;
}

bool ItemReader::exists(Tag tag) const
{
    return element(tag) != nullptr;
}

QByteArray ItemReader::rawText(Tag tag) const
{
    char *value = nullptr;
    Uint32 length = 0;
    DcmElement *found = element(tag);
    if (!found || !found->isaString() || found->getString(value, length).bad() || !value)
        return {};
    // Longer ones are not of the types read here; what follows a zero is padding.
    return QByteArray(value, qsizetype(qstrnlen(value, std::min<Uint32>(length, 10240))));
}

QStringList ItemReader::codes(Tag tag) const
{
    QStringList values;
    for (const QByteArray &part : rawText(tag).split('\\'))
        values.append(QString::fromLatin1(part.trimmed().left(256)));
    if (values.size() == 1 && values.front().isEmpty())
        values.clear();
    return values.first(std::min<qsizetype>(values.size(), 64));
}

QString ItemReader::code(Tag tag, int index) const
{
    return codes(tag).value(index);
}

QString ItemReader::text(Tag tag) const
{
    return m_decoder->decode(rawText(tag), "\\").trimmed().left(mostCharacters);
}

QString ItemReader::personName(Tag tag) const
{
    const QString whole = m_decoder->decode(rawText(tag), "\\^=").section(QLatin1Char('\\'), 0, 0);
    // Alphabetic, ideographic, phonetic: the first that is there.
    for (const QString &group : whole.split(QLatin1Char('='))) {
        if (const QString name = nameOf(group); !name.isEmpty())
            return name.left(mostCharacters);
    }
    return {};
}

std::vector<double> ItemReader::numbers(Tag tag, std::size_t most) const
{
    DcmElement *found = element(tag);
    if (!found)
        return {};
    std::vector<double> values = numbersIn(*found, most);
    // What follows something that is no number has lost its place.
    const auto bad = std::ranges::find_if(values, [](double v) { return !std::isfinite(v) || std::abs(v) > 1e30; });
    values.erase(bad, values.end());
    return values;
}

std::optional<double> ItemReader::number(Tag tag, std::size_t index) const
{
    const std::vector<double> values = numbers(tag, index + 1);
    return index < values.size() ? std::optional(values[index]) : std::nullopt;
}

std::optional<int> ItemReader::integer(Tag tag, std::size_t index) const
{
    const auto value = number(tag, index);
    if (!value || std::abs(*value) > 2147483647.0)
        return std::nullopt;
    return int(*value);
}

std::optional<int> ItemReader::word(Tag tag, bool isSigned, std::size_t index) const
{
    const auto value = integer(tag, index);
    if (!value || *value < -32768 || *value > 65535)
        return std::nullopt;
    return isSigned ? int(qint16(*value)) : int(quint16(*value));
}

std::optional<double> ItemReader::privateNumber(quint16 group, const char *creator, quint8 elementNumber, bool isFloat,
                                                std::size_t index) const
{
    const Tag first = quint32(group) << 16 | 0x10;
    for (auto at = std::ranges::lower_bound(*m_elements, first, {}, &Entry::first);
         at != m_elements->end() && at->first <= first + 0xEF; ++at) {
        const Tag block = at->first & 0xFF;
        if (code(at->first) != QLatin1StringView(creator))
            continue;
        const Tag tag = quint32(group) << 16 | block << 8 | elementNumber;
        DcmElement *found = element(tag);
        if (!found)
            continue;
        if (found->ident() != EVR_UN)
            return number(tag, index);
        const QByteArray raw = bytes(tag, 1024).value_or(QByteArray());
        double value = 0;
        if (isFloat) {
            if (raw.size() != 4)
                return std::nullopt;
            value = qFromLittleEndian<float>(raw.constData());
        } else {
            const std::vector<double> values = parsed(raw, index + 1);
            if (index >= values.size())
                return std::nullopt;
            value = values[index];
        }
        return std::isfinite(value) && std::abs(value) <= 1e30 ? std::optional(value) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<QByteArray> ItemReader::bytes(Tag tag, qint64 most) const
{
    DcmElement *found = element(tag);
    if (!found || !found->isLeaf() || qint64(found->getLength()) > most || found->getLength() == 0)
        return std::nullopt;
    const auto length = qsizetype(found->getLength());
    Uint8 *single = nullptr;
    if (found->getUint8Array(single).good() && single)
        return QByteArray(reinterpret_cast<const char *>(single), length);
    Uint16 *words = nullptr;
    Sint16 *signedWords = nullptr;
    if (found->getUint16Array(words).bad() && found->getSint16Array(signedWords).good())
        words = reinterpret_cast<Uint16 *>(signedWords);
    if (!words)
        return std::nullopt;
    QByteArray result(length / 2 * 2, Qt::Uninitialized);
    qToLittleEndian<quint16>(words, length / 2, result.data());
    return result;
}

std::vector<ItemReader> ItemReader::items(Tag tag, std::size_t most) const
{
    std::vector<ItemReader> result;
    auto *sequence = dynamic_cast<DcmSequenceOfItems *>(element(tag));
    if (!sequence)
        return result;
    for (DcmObject *child = sequence->nextInContainer(nullptr); child && result.size() < most;
         child = sequence->nextInContainer(child)) {
        if (auto *item = dynamic_cast<DcmItem *>(child))
            result.emplace_back(*item, *m_decoder);
    }
    return result;
}

std::optional<ItemReader> ItemReader::item(Tag tag) const
{
    const std::vector<ItemReader> first = items(tag, 1);
    return first.empty() ? std::nullopt : std::optional(first.front());
}

} // namespace Chartline::Imaging
