// SPDX-License-Identifier: Apache-2.0
#include "decode/NativeFrame.h"

#include "decode/Color.h"
#include "decode/Samples.h"

#include <bit>
#include <vector>

namespace Chartline::Imaging {

namespace {

constexpr bool hostIsBigEndian = std::endian::native == std::endian::big;

bool isWholeBytes(int bits)
{
    return bits == 8 || bits == 16 || bits == 32 || bits == 64;
}

// Cells of any width, least significant bit first (PS3.5 8.1.1).
template<typename T>
void unpackCells(std::span<const std::byte> bytes, int bit, int width, std::span<std::byte> out)
{
    const std::size_t count = out.size() / sizeof(T);
    const quint64 mask = (quint64(1) << width) - 1;
    quint64 held = 0;
    int bits = 0;
    std::size_t next = 0;
    const auto refill = [&](int wanted) {
        for (; bits < wanted; bits += 8)
            held |= quint64(next < bytes.size() ? bytes[next++] : std::byte(0)) << bits;
    };
    refill(bit);
    held >>= bit;
    bits -= bit;
    for (std::size_t i = 0; i < count; ++i) {
        refill(width);
        storeSample<T>(out.data() + i * sizeof(T), T(held & mask));
        held >>= width;
        bits -= width;
    }
}

void unpackBits(std::span<const std::byte> bytes, int bit, std::span<std::byte> out)
{
    for (std::size_t i = 0; i < out.size(); ++i) {
        const std::size_t at = i + std::size_t(bit);
        out[i] = (bytes[at / 8] >> (at % 8)) & std::byte(1);
    }
}

// Two luminances and the two chrominances of both become two pixels (PS3.3 C.7.6.3.1.2, YBR_FULL_422).
template<typename T>
std::vector<std::byte> upsampled(std::span<const std::byte> bytes, qint64 pixels)
{
    std::vector<std::byte> full(std::size_t(pixels) * 3 * sizeof(T));
    const auto at = [](std::size_t i) { return i * sizeof(T); };
    for (std::size_t pair = 0; pair < std::size_t(pixels) / 2; ++pair) {
        const std::byte *from = bytes.data() + at(pair * 4);
        std::byte *to = full.data() + at(pair * 6);
        for (std::size_t p = 0; p < 2; ++p) {
            std::memcpy(to + at(p * 3), from + at(p), sizeof(T));
            std::memcpy(to + at(p * 3 + 1), from + at(2), 2 * sizeof(T));
        }
    }
    return full;
}

void decodeMono(const PixelFormat &pixels, std::span<const std::byte> bytes, int bit, bool swap,
                const FrameFormat &format, std::span<std::byte> out)
{
    if (isWholeBytes(pixels.bitsAllocated)) {
        std::memcpy(out.data(), bytes.data(), out.size());
        if (swap)
            swapSamples(out, pixels.bitsAllocated / 8);
        if (!pixels.isFloat)
            settleSamples(out, format.type, pixels.bitsStored, pixels.highBit);
        return;
    }
    if (pixels.bitsAllocated == 1) {
        unpackBits(bytes, bit, out);
        return;
    }
    withSampleType(format.type, [&]<typename T>(T *) { unpackCells<T>(bytes, bit, pixels.bitsAllocated, out); });
    settleSamples(out, format.type, pixels.bitsStored, pixels.highBit);
}

// Cells that are not whole bytes do not occur in colour.
void decodeColor(const PixelFormat &pixels, const NativeShape &shape, std::vector<std::byte> &scratch,
                 std::span<const std::byte> bytes, std::span<std::byte> out)
{
    const int size = pixels.bitsAllocated / 8;
    if (shape.bigEndian != hostIsBigEndian && size > 1) {
        scratch.assign(bytes.begin(), bytes.end());
        swapSamples(scratch, size);
        bytes = scratch;
    }
    ColorSamples samples{bytes.data(),      size,           pixels.byPlane,
                         pixels.bitsStored, pixels.highBit, colorModelOf(pixels.photometric)};
    if (shape.subsampled) {
        const qint64 count = qint64(out.size()) / 3;
        scratch = size == 1 ? upsampled<quint8>(bytes, count) : upsampled<quint16>(bytes, count);
        samples.data = scratch.data();
        samples.byPlane = false;
    }
    toRgb(samples, out);
}

} // namespace

Expected<NativeShape> NativeShape::of(const ImageDescription &image, qint64 length)
{
    const PixelFormat &pixels = image.pixels;
    const bool words = image.layout.vrOtherWord && (pixels.bitsAllocated <= 8 || !isWholeBytes(pixels.bitsAllocated));
    NativeShape shape;
    // "GE private, big endian pixels": a little endian data set.
    shape.bigEndian = image.layout.bigEndian || image.transferSyntax == QLatin1StringView("1.2.840.113619.5.2");
    shape.swapsWords = shape.bigEndian && words;
    const qint64 count = qint64(pixels.rows) * pixels.columns;
    qint64 samples = count * pixels.samplesPerPixel;
    const bool halved =
        pixels.photometric == Photometric::YbrFull422 || pixels.photometric == Photometric::YbrPartial420;
    if (pixels.samplesPerPixel == 3) {
        const int size = pixels.bitsAllocated;
        if (size != 8 && size != 16 && size != 32)
            return failure(FailureCode::UnsupportedPixels, QStringLiteral("color of %1 bits").arg(size));
        // Files that call themselves 4:2:2 and are not are met; their length tells.
        if (halved && length < samples * (size / 8) * image.frames) {
            if (pixels.columns % 2 != 0 || size > 16)
                return failure(FailureCode::UnsupportedPixels, QStringLiteral("4:2:2 of odd rows"));
            samples = count * 2;
            shape.subsampled = true;
        }
    }
    shape.bitsPerFrame = samples * pixels.bitsAllocated;
    return shape;
}

Expected<DecodedFrame> decodeNative(const ImageDescription &image, const NativeShape &shape,
                                    std::span<const std::byte> bytes, int bit, std::span<std::byte> out)
{
    const auto format = FrameFormat::of(image);
    if (!format)
        return std::unexpected(format.error());
    DecodedFrame result;
    const auto needed = std::size_t((bit + shape.bitsPerFrame + 7) / 8);
    if (bytes.empty())
        return failure(FailureCode::Truncated, QStringLiteral("no pixel data"));
    std::vector<std::byte> scratch;
    if (bytes.size() < needed) {
        result.partial = true;
        result.note = QStringLiteral("native pixel data: %1 of %2 bytes").arg(bytes.size()).arg(needed);
        scratch.assign(bytes.begin(), bytes.end());
        scratch.resize(needed + 1); // whole words
        bytes = scratch;
    }
    if (shape.swapsWords) {
        if (scratch.empty())
            scratch.assign(bytes.begin(), bytes.end());
        scratch.resize((scratch.size() + 1) / 2 * 2);
        swapSamples(scratch, 2);
        bytes = scratch;
    }
    bytes = bytes.subspan(std::size_t(bit / 8), needed - std::size_t(bit / 8));
    bit %= 8;
    if (format->samples == 1) {
        decodeMono(image.pixels, bytes, bit, shape.bigEndian != hostIsBigEndian, *format, out);
    } else {
        std::vector<std::byte> other;
        decodeColor(image.pixels, shape, other, bytes, out);
    }
    return result;
}

} // namespace Chartline::Imaging
