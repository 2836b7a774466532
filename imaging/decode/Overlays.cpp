// SPDX-License-Identifier: Apache-2.0
#include "decode/Overlays.h"

#include <algorithm>

namespace Chartline::Imaging {

std::vector<quint8> overlayMask(const OverlayPlane &plane, int frame, int rows, int columns)
{
    // C.9.2.1.4: the first frame of the overlay lies over image frame `firstFrame`, counted from 1.
    const qint64 index = frame + 1 - qint64(plane.firstFrame);
    const qint64 size = qint64(plane.rows) * plane.columns;
    if (index < 0 || index >= plane.frames || rows < 1 || columns < 1 || plane.rows < 1 || plane.columns < 1
        || plane.bitPosition > 0 || plane.bits.size() < (size * (index + 1) + 7) / 8)
        return {};
    std::vector<quint8> mask(std::size_t(rows) * std::size_t(columns));
    const qint64 top = qint64(plane.originRow) - 1;
    const qint64 left = qint64(plane.originColumn) - 1;
    const qint64 firstX = std::max<qint64>(0, -left);
    const qint64 endX = std::min<qint64>(plane.columns, columns - left);
    for (qint64 y = std::max<qint64>(0, -top); y < std::min<qint64>(plane.rows, rows - top); ++y) {
        for (qint64 x = firstX; x < endX; ++x) {
            const qint64 bit = index * size + y * plane.columns + x;
            const bool set = (quint8(plane.bits[bit / 8]) >> (bit % 8)) & 1;
            mask[std::size_t((y + top) * columns + x + left)] = set ? 1 : 0;
        }
    }
    return mask;
}

Expected<ImageDescription> overlayImage(const ImageDescription &image, const OverlayPlane &plane)
{
    const PixelFormat &pixels = image.pixels;
    if (plane.bitPosition < 1 || plane.bitPosition >= pixels.bitsAllocated || pixels.samplesPerPixel != 1
        || pixels.isFloat || plane.rows != pixels.rows || plane.columns != pixels.columns)
        return failure(FailureCode::UnsupportedPixels, QStringLiteral("embedded overlay"));
    ImageDescription bits = image;
    bits.pixels.bitsStored = 1;
    bits.pixels.highBit = plane.bitPosition;
    bits.pixels.isSigned = false;
    bits.pixels.photometric = Photometric::Monochrome2;
    bits.overlays.clear();
    return bits;
}

} // namespace Chartline::Imaging
