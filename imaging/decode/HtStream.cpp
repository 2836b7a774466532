// SPDX-License-Identifier: Apache-2.0
#include "decode/HtStream.h"

#include <QtEndian>
#include <algorithm>

namespace Chartline::Imaging {

namespace {

using Bytes = std::span<const std::byte>;

int byteAt(Bytes bytes, std::size_t at)
{
    return int(bytes[at]);
}

int wordAt(Bytes bytes, std::size_t at)
{
    return qFromBigEndian<quint16>(bytes.data() + at);
}

bool isWithin(int value, int least, int most)
{
    return value >= least && value <= most;
}

// What the marker segments of the main header say (ISO/IEC 15444-1 A.6).
struct Coding
{
    int levels = -1;
    int steps = -1; // quantization steps that were told
    bool reversible = false;
    bool quantized = false;
};

// A.6.1: one layer, block coder of part 15 only.
bool readCoding(Bytes segment, int components, Coding &coding)
{
    if (coding.levels >= 0 || segment.size() < 10)
        return false;
    const int style = byteAt(segment, 0);
    coding.levels = byteAt(segment, 5);
    const int width = byteAt(segment, 6);
    const int height = byteAt(segment, 7);
    const int transform = byteAt(segment, 9);
    coding.reversible = transform == 1;
    const bool precincts = (style & 1) != 0;
    const std::size_t length = precincts ? 10 + std::size_t(coding.levels) + 1 : 10;
    if (style > 7 || !isWithin(byteAt(segment, 1), 0, 4) || wordAt(segment, 2) != 1
        || !isWithin(byteAt(segment, 4), 0, components >= 3 ? 1 : 0) || !isWithin(coding.levels, 0, 32)
        || !isWithin(width, 0, 8) || !isWithin(height, 0, 8) || width + height > 8
        || (byteAt(segment, 8) & ~0x08) != 0x40 || !isWithin(transform, 0, 1) || segment.size() != length)
        return false;
    return std::ranges::all_of(segment.subspan(10), [](std::byte size) {
        return (size & std::byte(0x0F)) != std::byte(0) && (size >> 4) != std::byte(0);
    });
}

// A.6.4: a step of its own for each subband, of few enough bits for its arithmetic of 32.
bool readQuantization(Bytes segment, Coding &coding)
{
    if (coding.steps >= 0 || segment.empty())
        return false;
    const int guard = byteAt(segment, 0) >> 5;
    const int style = byteAt(segment, 0) & 0x1F;
    const std::size_t size = style == 0 ? 1 : 2;
    if ((style != 0 && style != 2) || (segment.size() - 1) % size != 0)
        return false;
    coding.quantized = style == 2;
    coding.steps = int((segment.size() - 1) / size);
    for (std::size_t at = 1; at < segment.size(); at += size) {
        const int exponent = byteAt(segment, at) >> 3;
        if (guard + exponent - 1 > 29 || guard + exponent < 1)
            return false;
    }
    return true;
}

// From a Start of Tile-part on: nothing in its header but lengths and comments.
bool isPlainTilePart(Bytes part)
{
    std::size_t at = 12;
    while (at + 2 <= part.size()) {
        const int marker = wordAt(part, at);
        if (marker == 0xFF93) // Start of Data
            return true;
        if ((marker != 0xFF58 && marker != 0xFF64) || at + 4 > part.size()) // PLT, COM
            return false;
        const int length = wordAt(part, at + 2);
        if (length < 2)
            return false;
        at += 2 + std::size_t(length);
    }
    return false;
}

bool arePlainTileParts(const J2kHeader &header, std::size_t at)
{
    const Bytes code = header.codestream;
    std::vector<int> next(std::size_t(header.tiles), 0);
    while (at + 12 <= code.size() && wordAt(code, at) == 0xFF90) {
        const auto tile = std::size_t(wordAt(code, at + 4));
        const std::size_t told = qFromBigEndian<quint32>(code.data() + at + 6);
        const std::size_t length = told == 0 ? code.size() - at : told;
        const int count = byteAt(code, at + 11);
        if (wordAt(code, at + 2) != 10 || tile >= next.size() || length > code.size() - at
            || byteAt(code, at + 10) != next[tile] || (count != 0 && next[tile] >= count))
            return false;
        ++next[tile];
        if (!isPlainTilePart(code.subspan(at, length)))
            return false;
        at += length;
    }
    return true;
}

bool areAlike(const std::vector<J2kHeader::Component> &components)
{
    const J2kHeader::Component &first = components.front();
    return first.bits <= 16 && std::ranges::all_of(components, [&](const J2kHeader::Component &c) {
               return c.bits == first.bits && c.isSigned == first.isSigned && c.dx == 1 && c.dy == 1;
           });
}

} // namespace

bool isPlainHt(const J2kHeader &header)
{
    if (!header.highThroughput || header.boxed || header.moreParts || header.dataMissing
        || !areAlike(header.components))
        return false;
    const Bytes code = header.codestream;
    Coding coding;
    for (std::size_t at = 2; at + 4 <= code.size();) {
        const int marker = wordAt(code, at);
        if (marker == 0xFF90)
            return coding.steps == 3 * coding.levels + 1 && coding.reversible != coding.quantized
                   && arePlainTileParts(header, at);
        const auto length = std::size_t(wordAt(code, at + 2));
        if (length < 2 || length > code.size() - at - 2)
            return false;
        const Bytes segment = code.subspan(at + 4, length - 2);
        bool fine = true;
        if (marker == 0xFF52)
            fine = readCoding(segment, int(header.components.size()), coding);
        else if (marker == 0xFF5C)
            fine = readQuantization(segment, coding);
        else // SIZ, CAP, TLM, COM
            fine = marker == 0xFF51 || marker == 0xFF50 || marker == 0xFF55 || marker == 0xFF64;
        if (!fine)
            return false;
        at += 2 + length;
    }
    return false;
}

} // namespace Chartline::Imaging
