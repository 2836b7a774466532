// SPDX-License-Identifier: Apache-2.0
#include "decode/CodecJob.h"

#include "decode/Color.h"
#include "decode/NativeFrame.h"
#include "decode/Samples.h"

#include <algorithm>
#include <array>
#include <bit>
#include <vector>

namespace Chartline::Imaging {

namespace {

// PS3.5 G.5: the number of segments, then the offsets of up to fifteen.
constexpr std::size_t headerSize = 64;
constexpr std::size_t mostSegments = 15;

struct Segments
{
    std::size_t count = 0;
    std::array<std::span<const std::byte>, mostSegments> bytes;
};

Expected<Segments> segmentsOf(std::span<const std::byte> stream)
{
    if (stream.size() < headerSize)
        return failure(FailureCode::Truncated, QStringLiteral("RLE header"));
    const auto word = [&](std::size_t i) { return qFromLittleEndian<quint32>(stream.data() + 4 * i); };
    Segments segments;
    segments.count = word(0);
    if (segments.count < 1 || segments.count > mostSegments)
        return failure(FailureCode::Corrupt, QStringLiteral("RLE with %1 segments").arg(segments.count));
    for (std::size_t i = 0; i < segments.count; ++i) {
        const std::size_t begin = word(1 + i);
        std::size_t end = i + 1 < segments.count ? word(2 + i) : stream.size();
        if (begin < headerSize || (i + 1 < segments.count && end < begin))
            return failure(FailureCode::Corrupt, QStringLiteral("RLE offsets"));
        end = std::min(end, stream.size());
        if (begin < end)
            segments.bytes[i] = stream.subspan(begin, end - begin);
    }
    return segments;
}

// PackBits of PS3.5 G.3.1. Writes every `step`th byte from `to` on, `count` of them at most; gives how many.
std::size_t unpack(std::span<const std::byte> in, std::byte *to, std::size_t step, std::size_t count)
{
    std::size_t done = 0;
    std::size_t at = 0;
    while (at < in.size() && done < count) {
        const auto control = qint8(in[at++]);
        if (control >= 0) {
            const std::size_t run = std::min({std::size_t(control) + 1, in.size() - at, count - done});
            if (step == 1) {
                std::memcpy(to + done, in.data() + at, run);
            } else {
                for (std::size_t i = 0; i < run; ++i)
                    to[(done + i) * step] = in[at + i];
            }
            at += run;
            done += run;
        } else if (control != -128 && at < in.size()) {
            const std::size_t run = std::min(std::size_t(1 - control), count - done);
            const std::byte value = in[at++];
            if (step == 1) {
                std::memset(to + done, int(value), run);
            } else {
                for (std::size_t i = 0; i < run; ++i)
                    to[(done + i) * step] = value;
            }
            done += run;
        }
    }
    return done;
}

struct Unpacked
{
    std::size_t bytes = 0; // that were there
    DecodedFrame frame;
};

// Puts the segments of one sample after the other, its most significant byte first (PS3.5 G.2), into cells that lie
// `samples` apart.
Unpacked unpackCells(const Segments &segments, std::size_t samples, std::size_t size, std::size_t pixels,
                     std::byte *out)
{
    Unpacked result;
    const bool little = std::endian::native == std::endian::little;
    for (std::size_t s = 0; s < samples * size; ++s) {
        const std::size_t byte = little ? size - 1 - s % size : s % size;
        std::byte *to = out + s / size * size + byte;
        const std::size_t step = samples * size;
        const std::size_t done = unpack(segments.bytes[s], to, step, pixels);
        result.bytes += done;
        if (done == pixels)
            continue;
        result.frame.partial = true;
        result.frame.note = QStringLiteral("RLE: segment %1 has %2 of %3 bytes").arg(s + 1).arg(done).arg(pixels);
        for (std::size_t i = done; i < pixels; ++i)
            to[i * step] = std::byte(0);
    }
    return result;
}

Expected<DecodedFrame> finished(const Unpacked &unpacked)
{
    if (unpacked.bytes == 0)
        return failure(FailureCode::Truncated, QStringLiteral("RLE without data"));
    return unpacked.frame;
}

// Eight pixels a byte, each frame from a byte on.
Expected<DecodedFrame> decodeBits(const CodecJob &job, const Segments &segments)
{
    const std::size_t bytes = (job.out.size() + 7) / 8;
    std::vector<std::byte> packed(bytes);
    Unpacked unpacked = unpackCells(segments, 1, 1, bytes, packed.data());
    NativeShape shape;
    shape.bitsPerFrame = qint64(job.out.size());
    if (const auto native = decodeNative(job.image, shape, packed, 0, job.out); !native)
        return native;
    return finished(unpacked);
}

} // namespace

Expected<DecodedFrame> decodeRle(const CodecJob &job)
{
    const auto segments = segmentsOf(job.stream);
    if (!segments)
        return std::unexpected(segments.error());
    const PixelFormat &pixels = job.image.pixels;
    const auto samples = std::size_t(pixels.samplesPerPixel);
    const bool bits = pixels.bitsAllocated == 1 && samples == 1;
    if (!bits && (pixels.bitsAllocated % 8 != 0 || pixels.bitsAllocated == 24))
        return failure(FailureCode::UnsupportedPixels, QStringLiteral("RLE of %1 bits").arg(pixels.bitsAllocated));
    const std::size_t size = bits ? 1 : std::size_t(pixels.bitsAllocated) / 8;
    if (segments->count != samples * size)
        return failure(FailureCode::Corrupt,
                       QStringLiteral("RLE with %1 of %2 segments").arg(segments->count).arg(samples * size));
    if (bits)
        return decodeBits(job, *segments);
    const auto count = std::size_t(pixels.rows) * std::size_t(pixels.columns);
    if (samples == 1) {
        const Unpacked unpacked = unpackCells(*segments, 1, size, count, job.out.data());
        if (!pixels.isFloat)
            settleSamples(job.out, job.format.type, pixels.bitsStored, pixels.highBit);
        return finished(unpacked);
    }
    if (size == 1) {
        // What is decoded lies where it has to be.
        const Unpacked unpacked = unpackCells(*segments, samples, 1, count, job.out.data());
        toRgb({job.out.data(), 1, false, pixels.bitsStored, pixels.highBit, colorModelOf(pixels.photometric)}, job.out);
        return finished(unpacked);
    }
    std::vector<std::byte> cells(count * samples * size);
    const Unpacked unpacked = unpackCells(*segments, samples, size, count, cells.data());
    toRgb({cells.data(), int(size), false, pixels.bitsStored, pixels.highBit, colorModelOf(pixels.photometric)},
          job.out);
    return finished(unpacked);
}

} // namespace Chartline::Imaging
