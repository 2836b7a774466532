// SPDX-License-Identifier: Apache-2.0
#include "decode/FrameDecoder.h"

#include "decode/DescriptionLimits.h"
#include "decode/NativeFrame.h"

#include <algorithm>

namespace Chartline::Imaging {

namespace {

// By Bits Allocated, so that what lies in the file is what lies in memory.
std::optional<SampleType> typeOf(const PixelFormat &pixels)
{
    if (pixels.isFloat) {
        if (pixels.bitsAllocated == 32)
            return SampleType::F32;
        if (pixels.bitsAllocated == 64)
            return SampleType::F64;
        return std::nullopt;
    }
    if (pixels.bitsAllocated <= 8)
        return pixels.isSigned ? SampleType::I8 : SampleType::U8;
    if (pixels.bitsAllocated <= 16)
        return pixels.isSigned ? SampleType::I16 : SampleType::U16;
    if (pixels.bitsAllocated <= 32)
        return pixels.isSigned ? SampleType::I32 : SampleType::U32;
    return std::nullopt;
}

} // namespace

Expected<FrameFormat> FrameFormat::of(const ImageDescription &image)
{
    if (const auto sound = checkPixels(image); !sound)
        return std::unexpected(sound.error());
    const PixelFormat &pixels = image.pixels;
    FrameFormat format{pixels.rows, pixels.columns, pixels.samplesPerPixel, SampleType::U8};
    if (pixels.samplesPerPixel == 1) {
        const auto type = typeOf(pixels);
        if (!type)
            return failure(FailureCode::UnsupportedPixels,
                           QStringLiteral("%1 bits allocated").arg(pixels.bitsAllocated));
        format.type = *type;
        return format;
    }
    if (pixels.samplesPerPixel != 3 || pixels.isFloat || pixels.bitsAllocated > 32)
        return failure(FailureCode::UnsupportedPixels,
                       QStringLiteral("%1 samples of %2 bits").arg(pixels.samplesPerPixel).arg(pixels.bitsAllocated));
    if (pixels.photometric == Photometric::Other)
        return failure(FailureCode::UnsupportedPixels, QStringLiteral("photometric interpretation"));
    return format;
}

Expected<NativeRange> nativeFrameRange(const ImageDescription &image, int frame)
{
    if (image.layout.encapsulated || frame < 0 || frame >= image.frames)
        return failure(FailureCode::Internal, QStringLiteral("no such native frame"));
    const auto shape = NativeShape::of(image);
    if (!shape)
        return std::unexpected(shape.error());
    const qint64 unit = shape->swapsWords ? 2 : 1;
    const qint64 firstBit = frame * shape->bitsPerFrame;
    const qint64 begin = firstBit / 8 / unit * unit;
    const qint64 end = ((firstBit + shape->bitsPerFrame + 7) / 8 + unit - 1) / unit * unit;
    if (begin >= image.layout.length)
        return failure(FailureCode::Truncated, QStringLiteral("the pixel data end before frame %1").arg(frame + 1));
    return NativeRange{image.layout.offset + begin, std::min(end, image.layout.length) - begin,
                       int(firstBit - begin * 8)};
}

std::span<const PixelLayout::Fragment> frameFragments(const ImageDescription &image, int frame)
{
    const PixelLayout &layout = image.layout;
    if (!layout.encapsulated || frame < 0 || std::size_t(frame) >= layout.firstFragment.size())
        return {};
    const auto index = std::size_t(frame);
    const auto begin = std::size_t(std::max(layout.firstFragment[index], 0));
    const std::size_t end = index + 1 < layout.firstFragment.size()
                                ? std::size_t(std::max(layout.firstFragment[index + 1], 0))
                                : layout.fragments.size();
    if (begin >= end || end > layout.fragments.size())
        return {};
    return std::span(layout.fragments).subspan(begin, end - begin);
}

} // namespace Chartline::Imaging
