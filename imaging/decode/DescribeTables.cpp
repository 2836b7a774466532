// SPDX-License-Identifier: Apache-2.0
#include "decode/Describe.h"
#include "decode/DescribeParts.h"

#include <QtEndian>
#include <algorithm>
#include <exception>

namespace Chartline::Imaging {

namespace {

constexpr qint64 mostBytes = 1 << 17; // of 65 536 entries
constexpr std::size_t mostEntries = 65536;

struct Descriptor
{
    std::size_t entries = 0;
    int first = 0;
    int bits = 16;
};

// C.11.1.1: number of entries (0 is 65 536), first value mapped, bits of an entry. The first and the last are unsigned
// whatever the VR; the second is signed where its input may be.
std::optional<Descriptor> descriptorOf(const ItemReader &item, quint32 tag, bool isSigned)
{
    const auto entries = item.word(tag, false, 0);
    const auto first = item.word(tag, isSigned, 1);
    const auto bits = item.word(tag, false, 2);
    if (!entries || !first || !bits || *bits < 1 || *bits > 16)
        return std::nullopt;
    return Descriptor{*entries == 0 ? mostEntries : std::size_t(*entries), *first, *bits};
}

// Entries of 16 bits, or of 8 where there are not enough bytes for that: packed two to a word, the first in its low
// byte.
std::vector<quint16> unpacked(const QByteArray &bytes, std::size_t entries)
{
    std::vector<quint16> values;
    if (std::size_t(bytes.size()) >= 2 * entries) {
        values.resize(entries);
        for (std::size_t i = 0; i < entries; ++i)
            values[i] = qFromLittleEndian<quint16>(bytes.constData() + 2 * i);
    } else if (std::size_t(bytes.size()) >= entries) {
        for (std::size_t i = 0; i < entries; ++i)
            values.push_back(quint8(bytes[qsizetype(i)]));
    }
    return values;
}

// Entries beyond the told bits: then more bits are meant.
void settleBits(LookupTable &table, ImageDescription &image)
{
    const quint16 most = *std::ranges::max_element(table.entries);
    const int before = table.bits;
    while (table.bits < 16 && most >> table.bits != 0)
        ++table.bits;
    if (table.bits != before)
        addNote(image, "lut-bits-differ");
}

std::optional<LookupTable> tableOf(const ItemReader &item, bool isSigned, ImageDescription &image)
{
    const auto descriptor = descriptorOf(item, 0x00283002, isSigned);
    const auto bytes = item.bytes(0x00283006, mostBytes);
    LookupTable table;
    if (descriptor && bytes)
        table.entries = unpacked(*bytes, descriptor->entries);
    if (table.entries.empty()) {
        addNote(image, "lut-invalid");
        return std::nullopt;
    }
    table.first = descriptor->first;
    table.bits = descriptor->bits;
    table.explanation = item.text(0x00283003);
    settleBits(table, image);
    return table;
}

// C.11.2.1.1: the input of a VOI LUT has the sign of the stored values where there is no modality transform; is
// unsigned behind a Modality LUT; and signed where the rescaled range may be.
bool voiInputIsSigned(const ImageDescription &image)
{
    if (image.modalityLut)
        return false;
    const FrameInfo frame = image.frame(0);
    if (!frame.slope && !frame.intercept)
        return image.pixels.isSigned;
    if (image.units == QLatin1StringView("HU"))
        return true;
    const double span = std::ldexp(1.0, image.pixels.bitsStored);
    const double least = image.pixels.isSigned ? -span / 2 : 0;
    const double slope = frame.slope.value_or(1);
    const double intercept = frame.intercept.value_or(0);
    return std::min(least * slope, (least + span - 1) * slope) + intercept < 0;
}

// Segmented Palette Color Lookup Table Data (C.7.9.2): opcode, length, data; 8 or 16 bits each.
class SegmentExpander
{
public:
    SegmentExpander(const QByteArray &bytes, bool wide, std::size_t entries)
        : m_bytes(bytes)
        , m_wide(wide)
        , m_most(entries)
    { }

    std::optional<std::vector<quint16>> expand()
    {
        qsizetype at = 0;
        while (m_values.size() < m_most && at < m_bytes.size()) {
            if (!readSegment(at, 0))
                return std::nullopt;
        }
        if (m_values.size() < m_most)
            return std::nullopt;
        return m_values;
    }

private:
    std::optional<quint16> next(qsizetype &at) const
    {
        const qsizetype size = m_wide ? 2 : 1;
        if (at < 0 || at + size > m_bytes.size())
            return std::nullopt;
        const quint16 value =
            m_wide ? qFromLittleEndian<quint16>(m_bytes.constData() + at) : quint16(quint8(m_bytes[at]));
        at += size;
        return value;
    }

    bool readSegment(qsizetype &at, int depth)
    {
        const auto opcode = next(at);
        const auto count = next(at);
        if (!opcode || !count || *count == 0)
            return false;
        switch (*opcode) {
        case 0: return readDiscrete(at, *count);
        case 1: return readLinear(at, *count);
        case 2: return depth == 0 && readIndirect(at, *count);
        default: return false;
        }
    }
    bool readDiscrete(qsizetype &at, int count)
    {
        for (int i = 0; i < count; ++i) {
            const auto value = next(at);
            if (!value)
                return false;
            add(*value);
        }
        return true;
    }
    // On a straight line from the last value to this one.
    bool readLinear(qsizetype &at, int count)
    {
        const auto end = next(at);
        if (!end || m_values.empty())
            return false;
        const double begin = m_values.back();
        for (int i = 1; i <= count; ++i)
            add(quint16(std::lround(begin + (*end - begin) * i / count)));
        return true;
    }
    // That many segments again from a place further up, in bytes.
    bool readIndirect(qsizetype &at, int count)
    {
        quint64 offset = 0;
        for (int i = 0; i < (m_wide ? 2 : 4); ++i) {
            const auto part = next(at);
            if (!part)
                return false;
            offset |= quint64(*part) << (i * (m_wide ? 16 : 8));
        }
        auto copied = qsizetype(offset);
        for (int i = 0; i < count && m_values.size() < m_most; ++i) {
            if (!readSegment(copied, 1))
                return false;
        }
        return true;
    }
    void add(quint16 value)
    {
        if (m_values.size() < m_most)
            m_values.push_back(value);
    }

    const QByteArray &m_bytes;
    bool m_wide;
    std::size_t m_most;
    std::vector<quint16> m_values;
};

std::optional<LookupTable> paletteOf(const ItemReader &data, quint32 channel, bool isSigned)
{
    const auto descriptor = descriptorOf(data, 0x00281101 + channel, isSigned);
    if (!descriptor)
        return std::nullopt;
    LookupTable table{descriptor->first, descriptor->bits, {}, {}};
    if (const auto bytes = data.bytes(0x00281201 + channel, mostBytes)) {
        table.entries = unpacked(*bytes, descriptor->entries);
    } else if (const auto segments = data.bytes(0x00281221 + channel, mostBytes)) {
        SegmentExpander expander(*segments, descriptor->bits > 8, descriptor->entries);
        table.entries = expander.expand().value_or(std::vector<quint16>());
    }
    return table.entries.empty() ? std::nullopt : std::optional(table);
}

// Tables that say 16 bits and hold 8, or the other way round.
void settlePalette(std::array<LookupTable, 3> &palette, ImageDescription &image)
{
    quint16 most = 0;
    for (const LookupTable &table : palette)
        most = std::max(most, *std::ranges::max_element(table.entries));
    const int bits = most > 255 ? 16 : palette.front().bits > 8 && most > 0 ? 8 : palette.front().bits;
    for (LookupTable &table : palette) {
        if (table.bits != bits)
            addNote(image, "palette-bits-differ");
        table.bits = bits;
    }
}

void describePalette(const ItemReader &data, ImageDescription &image)
{
    // A supplemental palette (of a picture that is not of palette colours) is an offer, not the picture.
    if (image.pixels.photometric != Photometric::Palette)
        return;
    if (!data.exists(0x00281101)) {
        addNote(image, "palette-missing");
        return;
    }
    std::array<LookupTable, 3> palette;
    for (quint32 channel = 0; channel < 3; ++channel) {
        auto table = paletteOf(data, channel, image.pixels.isSigned);
        if (!table) {
            addNote(image, "palette-invalid");
            return;
        }
        palette[channel] = std::move(*table);
    }
    settlePalette(palette, image);
    image.palette = std::move(palette);
}

} // namespace

std::optional<LookupTable> describeLookupTable(DcmItem &item, bool isSigned)
{
    try {
        const TextDecoder decoder({});
        ImageDescription notes;
        return tableOf(ItemReader(item, decoder), isSigned, notes);
    } catch (const std::exception &) {
        return std::nullopt;
    }
}

void describeTables(const ItemReader &data, ImageDescription &image)
{
    if (const auto modality = data.item(0x00283000)) {
        image.modalityLut = tableOf(*modality, image.pixels.isSigned, image);
        if (image.modalityLut)
            image.units = modality->code(0x00283004); // Modality LUT Type
    }
    const bool isSigned = voiInputIsSigned(image);
    for (const ItemReader &item : data.items(0x00283010, 64)) {
        if (auto table = tableOf(item, isSigned, image))
            image.voiLuts.append(std::move(*table));
    }
    describePalette(data, image);
}

} // namespace Chartline::Imaging
