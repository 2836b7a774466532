// SPDX-License-Identifier: Apache-2.0
#include "decode/DescribeParts.h"
#include "decode/DescriptionLimits.h"

namespace Chartline::Imaging {

namespace {

bool isInRange(int value, int least, int most)
{
    return value >= least && value <= most;
}

// C.9.2
std::optional<OverlayPlane> overlayOf(const ItemReader &data, quint32 group, ImageDescription &image)
{
    const auto tag = [&](quint32 element) { return group << 16 | element; };
    OverlayPlane plane;
    plane.group = int(group);
    plane.rows = data.integer(tag(0x0010)).value_or(0);
    plane.columns = data.integer(tag(0x0011)).value_or(0);
    plane.originRow = data.integer(tag(0x0050), 0).value_or(1);
    plane.originColumn = data.integer(tag(0x0050), 1).value_or(1);
    plane.frames = data.integer(tag(0x0015)).value_or(1);
    plane.firstFrame = data.integer(tag(0x0051)).value_or(1);
    const int bitsAllocated = data.integer(tag(0x0100)).value_or(1);
    const int bitPosition = data.integer(tag(0x0102)).value_or(0);
    plane.label = data.text(tag(0x1500));
    if (plane.label.isEmpty())
        plane.label = data.text(tag(0x0022)); // Overlay Description
    if (!isInRange(plane.rows, 1, 65535) || !isInRange(plane.columns, 1, 65535)
        || !isInRange(plane.originRow, -65536, 65535) || !isInRange(plane.originColumn, -65536, 65535)
        || !isInRange(plane.frames, 1, int(Limits::frames)) || !isInRange(plane.firstFrame, 1, int(Limits::frames)))
        return std::nullopt;
    const qint64 bits = qint64(plane.rows) * plane.columns * plane.frames;
    if (bits > qint64(Limits::bytes) * 8)
        return std::nullopt;
    if (data.has(tag(0x3000))) {
        auto bytes = data.bytes(tag(0x3000), qint64(Limits::bytes) + 2);
        if (!bytes)
            return std::nullopt;
        const qsizetype needed = (bits + 7) / 8;
        if (bytes->size() < needed)
            addNote(image, "overlay-short");
        bytes->resize(needed, '\0');
        plane.bits = *bytes;
        return plane;
    }
    // In unused bits of the pixel data (retired): the whole picture's size, above or below the stored bits.
    const PixelFormat &pixels = image.pixels;
    const bool used = bitPosition <= pixels.highBit && bitPosition > pixels.highBit - pixels.bitsStored;
    if (bitsAllocated != pixels.bitsAllocated || !isInRange(bitPosition, 1, bitsAllocated - 1) || used
        || plane.rows != pixels.rows || plane.columns != pixels.columns)
        return std::nullopt;
    plane.bitPosition = bitPosition;
    return plane;
}

} // namespace

void describeOverlays(const ItemReader &data, ImageDescription &image)
{
    for (quint32 group = 0x6000; group <= 0x601E; group += 2) {
        if (!data.exists(group << 16 | 0x0010))
            continue;
        if (auto plane = overlayOf(data, group, image))
            image.overlays.append(std::move(*plane));
        else
            addNote(image, "overlay-invalid");
    }
}

} // namespace Chartline::Imaging
