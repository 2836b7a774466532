// SPDX-License-Identifier: Apache-2.0
#include "decode/J2kHeader.h"

#include <QtEndian>
#include <algorithm>
#include <cstring>

namespace Chartline::Imaging {

namespace {

using Bytes = std::span<const std::byte>;

enum Marker : quint16 {
    Soc = 0xFF4F,
    Cap = 0xFF50,
    Siz = 0xFF51,
    Cod = 0xFF52,
    Sot = 0xFF90,
    Eoc = 0xFFD9,
};
constexpr std::size_t mostComponents = 16384;
constexpr qint64 mostTiles = 65535;

quint16 word(Bytes bytes, std::size_t at)
{
    return qFromBigEndian<quint16>(bytes.data() + at);
}

quint32 quad(Bytes bytes, std::size_t at)
{
    return qFromBigEndian<quint32>(bytes.data() + at);
}

// The contiguous codestream box of a JP2 file (15444-1 annex I); streams that are none stay as they are.
Bytes unboxed(Bytes stream)
{
    constexpr char signature[] = {0, 0, 0, 12, 'j', 'P', ' ', ' '};
    if (stream.size() < sizeof signature || std::memcmp(stream.data(), signature, sizeof signature) != 0)
        return stream;
    std::size_t at = 0;
    while (at + 16 <= stream.size()) {
        const quint64 length = quad(stream, at);
        const bool wide = length == 1;
        const quint64 whole = wide ? qFromBigEndian<quint64>(stream.data() + at + 8) : length;
        const std::size_t header = wide ? 16 : 8;
        if (std::memcmp(stream.data() + at + 4, "jp2c", 4) == 0)
            return stream.subspan(at + header);
        if (whole < header || whole > stream.size() - at)
            break;
        at += std::size_t(whole);
    }
    return {};
}

Expected<void> readSize(J2kHeader &header, Bytes segment)
{
    const auto wrong = [] { return failure(FailureCode::Corrupt, QStringLiteral("JPEG 2000 SIZ")); };
    if (segment.size() < 36)
        return wrong();
    const qint64 right = quad(segment, 2);
    const qint64 bottom = quad(segment, 6);
    const qint64 left = quad(segment, 10);
    const qint64 top = quad(segment, 14);
    const qint64 tileWidth = quad(segment, 18);
    const qint64 tileHeight = quad(segment, 22);
    const qint64 tileLeft = quad(segment, 26);
    const qint64 tileTop = quad(segment, 30);
    const std::size_t count = word(segment, 34);
    if (left >= right || top >= bottom || tileWidth == 0 || tileHeight == 0 || tileLeft > left || tileTop > top
        || tileLeft + tileWidth <= left || tileTop + tileHeight <= top || count == 0 || count > mostComponents
        || segment.size() < 36 + 3 * count)
        return wrong();
    header.columns = right - left;
    header.rows = bottom - top;
    header.tiles =
        ((right - tileLeft + tileWidth - 1) / tileWidth) * ((bottom - tileTop + tileHeight - 1) / tileHeight);
    if (header.tiles > mostTiles)
        return wrong();
    for (std::size_t c = 0; c < count; ++c) {
        const int depth = int(segment[36 + 3 * c]);
        const J2kHeader::Component component{(depth & 0x7F) + 1, depth > 0x7F, int(segment[37 + 3 * c]),
                                             int(segment[38 + 3 * c])};
        if (component.dx == 0 || component.dy == 0)
            return wrong();
        header.components.push_back(component);
    }
    return {};
}

struct TileParts
{
    int seen = 0;
    int told = 1; // once a tile-part says how many there are
};

// Follows the lengths of the tile-parts (A.4.2) to the end. Whether bytes are missing there.
bool isCut(Bytes stream, std::size_t at, std::vector<TileParts> &parts)
{
    while (at + 12 <= stream.size() && word(stream, at) == Sot) {
        const std::size_t tile = word(stream, at + 4);
        const std::size_t length = quad(stream, at + 6);
        if (tile < parts.size()) {
            ++parts[tile].seen;
            parts[tile].told = std::max(parts[tile].told, int(stream[at + 11]));
        }
        // The last one may leave its length open: then it goes to the end of the codestream, and only the marker there
        // tells that nothing is missing.
        if (length == 0) {
            std::size_t end = stream.size();
            while (end > at + 2 && stream[end - 1] == std::byte(0))
                --end;
            if (word(stream, end - 2) != Eoc)
                return true;
            at = stream.size();
            break;
        }
        if (length < 12 || length > stream.size() - at)
            return true;
        at += length;
    }
    return at + 2 <= stream.size() && word(stream, at) == Sot;
}

void followTileParts(J2kHeader &header, std::size_t at)
{
    std::vector<TileParts> parts{std::size_t(header.tiles)};
    const bool cut = isCut(header.codestream, at, parts);
    header.dataMissing = cut || std::ranges::any_of(parts, [](const TileParts &p) { return p.seen < p.told; });
    header.moreParts = std::ranges::any_of(parts, [](const TileParts &p) { return p.told > 1 && p.seen > p.told; });
}

} // namespace

Expected<J2kHeader> J2kHeader::of(Bytes stream)
{
    J2kHeader header;
    header.codestream = unboxed(stream);
    header.boxed = header.codestream.data() != stream.data();
    const Bytes code = header.codestream;
    if (code.size() < 4)
        return failure(FailureCode::Truncated, QStringLiteral("JPEG 2000"));
    if (word(code, 0) != Soc || word(code, 2) != Siz)
        return failure(FailureCode::Corrupt, QStringLiteral("no JPEG 2000 codestream"));
    std::size_t at = 2;
    while (at + 4 <= code.size()) {
        const quint16 marker = word(code, at);
        if (marker == Sot) {
            if (header.components.empty())
                break;
            followTileParts(header, at);
            return header;
        }
        const std::size_t length = word(code, at + 2);
        if (marker < 0xFF00 || length < 2)
            return failure(FailureCode::Corrupt, QStringLiteral("JPEG 2000 marker"));
        if (length > code.size() - at - 2)
            break;
        const Bytes segment = code.subspan(at + 4, length - 2);
        if (marker == Siz && header.components.empty()) {
            if (const auto read = readSize(header, segment); !read)
                return std::unexpected(read.error());
        } else if (marker == Cod && segment.size() >= 10) {
            header.colorTransform = segment[4] != std::byte(0);
            header.reversible = segment[9] != std::byte(0);
        } else if (marker == Cap && segment.size() >= 4) {
            header.highThroughput = (quad(segment, 0) & (quint32(1) << 17)) != 0; // Pcap15
        }
        at += 2 + length;
    }
    return failure(FailureCode::Truncated, QStringLiteral("JPEG 2000 header"));
}

} // namespace Chartline::Imaging
