// SPDX-License-Identifier: Apache-2.0
#include "decode/CodecJob.h"

#include "decode/Samples.h"

#include <algorithm>

namespace Chartline::Imaging {

Expected<void> checkStream(const CodecJob &job, const StreamShape &shape)
{
    const PixelFormat &pixels = job.image.pixels;
    if (shape.rows != pixels.rows || shape.columns != pixels.columns || shape.samples != pixels.samplesPerPixel)
        return failure(FailureCode::Corrupt, QStringLiteral("codestream of %1 x %2 x %3, image of %4 x %5 x %6")
                                                 .arg(shape.columns)
                                                 .arg(shape.rows)
                                                 .arg(shape.samples)
                                                 .arg(pixels.columns)
                                                 .arg(pixels.rows)
                                                 .arg(pixels.samplesPerPixel));
    const int most = job.format.samples == 1 ? 8 * bytesOf(job.format.type) : 32;
    if (shape.bits < 1 || shape.bits > most || pixels.isFloat)
        return failure(FailureCode::UnsupportedPixels,
                       QStringLiteral("codestream of %1 bits, image of %2").arg(shape.bits).arg(pixels.bitsAllocated));
    return {};
}

QString precisionNote(const CodecJob &job, int bits)
{
    if (bits == job.image.pixels.bitsStored)
        return {};
    return QStringLiteral("%1 bits stored, %2 in the codestream").arg(job.image.pixels.bitsStored).arg(bits);
}

void storeSamples(const CodecJob &job, const std::byte *samples, int size, bool byPlane, int bits, ColorModel model)
{
    const int used = std::min(job.image.pixels.bitsStored, bits);
    toRgb({samples, size, byPlane, used, used - 1, model}, job.out);
}

void settlePatterns(const CodecJob &job, int bits)
{
    const PixelFormat &pixels = job.image.pixels;
    // High Bit counts only where the codec was given the whole cells.
    const int highBit = bits > pixels.highBit ? pixels.highBit : std::min(pixels.bitsStored, bits) - 1;
    settleSamples(job.out, job.format.type, std::min(pixels.bitsStored, highBit + 1), highBit);
}

} // namespace Chartline::Imaging
