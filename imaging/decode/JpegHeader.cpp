// SPDX-License-Identifier: Apache-2.0
#include "decode/JpegHeader.h"

#include <algorithm>
#include <cstring>

namespace Chartline::Imaging {

namespace {

using Bytes = std::span<const std::byte>;

int byteAt(Bytes bytes, std::size_t i)
{
    return i < bytes.size() ? int(bytes[i]) : 0;
}

int wordAt(Bytes bytes, std::size_t i)
{
    return byteAt(bytes, i) << 8 | byteAt(bytes, i + 1);
}

bool startsWith(Bytes bytes, const char *text, std::size_t length)
{
    return bytes.size() >= length && std::memcmp(bytes.data(), text, length) == 0;
}

// A frame header; not DHT (C4), JPG (C8) and DAC (CC), which lie among them.
bool isFrame(int marker)
{
    return (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) || marker == 0xF7;
}

Expected<void> readFrame(JpegHeader &header, int marker, Bytes segment)
{
    header.process = marker - 0xC0;
    header.precision = byteAt(segment, 0);
    header.rows = wordAt(segment, 1);
    header.columns = wordAt(segment, 3);
    header.components = byteAt(segment, 5);
    if (header.components < 1 || header.components > 4 || segment.size() < 6 + 3 * std::size_t(header.components))
        return failure(FailureCode::Corrupt, QStringLiteral("JPEG frame header"));
    for (std::size_t c = 0; c < std::size_t(header.components); ++c) {
        const int factors = byteAt(segment, 7 + 3 * c);
        header.component[c] = {byteAt(segment, 6 + 3 * c), factors >> 4, factors & 15};
        if (header.component[c].horizontal < 1 || header.component[c].vertical < 1)
            return failure(FailureCode::Corrupt, QStringLiteral("JPEG sampling factors"));
    }
    return {};
}

bool endsComplete(Bytes stream)
{
    // Behind it come at most padding bytes.
    std::size_t end = stream.size();
    for (int skipped = 0;
         skipped < 16 && end > 2 && !(stream[end - 2] == std::byte(0xFF) && stream[end - 1] == std::byte(0xD9));
         ++skipped)
        --end;
    return end > 2 && stream[end - 2] == std::byte(0xFF) && stream[end - 1] == std::byte(0xD9);
}

} // namespace

bool JpegHeader::isSubsampled() const
{
    const auto used = std::span(component).first(std::size_t(components));
    return std::ranges::any_of(used, [&](const Component &c) {
        return c.horizontal != used.front().horizontal || c.vertical != used.front().vertical;
    });
}

Expected<JpegHeader> JpegHeader::of(Bytes stream)
{
    if (stream.size() < 4)
        return failure(FailureCode::Truncated, QStringLiteral("JPEG"));
    if (wordAt(stream, 0) != 0xFFD8)
        return failure(FailureCode::Corrupt, QStringLiteral("no JPEG stream"));
    JpegHeader header;
    bool framed = false;
    std::size_t at = 2;
    while (at + 4 <= stream.size()) {
        if (stream[at] != std::byte(0xFF))
            return failure(FailureCode::Corrupt, QStringLiteral("JPEG marker"));
        const int marker = byteAt(stream, at + 1);
        if (marker == 0xFF) { // fill byte
            ++at;
            continue;
        }
        const auto length = std::size_t(wordAt(stream, at + 2));
        if (length < 2)
            return failure(FailureCode::Corrupt, QStringLiteral("JPEG marker segment"));
        if (at + 2 + length > stream.size())
            break;
        const Bytes segment = stream.subspan(at + 4, length - 2);
        if (isFrame(marker)) {
            if (framed)
                return failure(FailureCode::Corrupt, QStringLiteral("two JPEG frame headers"));
            framed = true;
            if (const auto read = readFrame(header, marker, segment); !read)
                return std::unexpected(read.error());
        } else if (marker == 0xE0 && startsWith(segment, "JFIF", 5)) {
            header.jfif = true;
        } else if (marker == 0xEE && startsWith(segment, "Adobe", 5) && segment.size() >= 12) {
            header.adobeTransform = byteAt(segment, 11);
        } else if (marker == 0xDA) {
            if (!framed || byteAt(segment, 0) < 1)
                return failure(FailureCode::Corrupt, QStringLiteral("JPEG scan header"));
            const std::size_t parameters = 1 + 2 * std::size_t(byteAt(segment, 0));
            header.predictor = byteAt(segment, parameters);
            header.oddScan =
                header.process <= 1 && (wordAt(segment, parameters) != 63 || byteAt(segment, parameters + 2) != 0);
            header.complete = endsComplete(stream);
            return header;
        }
        at += 2 + length;
    }
    return failure(FailureCode::Truncated, QStringLiteral("JPEG header"));
}

} // namespace Chartline::Imaging
