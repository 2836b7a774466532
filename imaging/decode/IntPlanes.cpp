// SPDX-License-Identifier: Apache-2.0
#include "decode/IntPlanes.h"

#include "decode/Color.h"
#include "decode/Samples.h"

#include <algorithm>

namespace Chartline::Imaging {

namespace {

constexpr std::size_t block = 64;

template<typename T, typename F>
void convertRow(const qint32 *from, std::size_t count, std::byte *to, F &&convert)
{
    std::size_t done = 0;
    for (; done + block <= count; done += block) {
        T values[block];
        for (std::size_t i = 0; i < block; ++i)
            values[i] = T(convert(from[done + i]));
        std::memcpy(to + done * sizeof(T), values, sizeof values);
    }
    for (; done < count; ++done)
        storeSample<T>(to + done * sizeof(T), T(convert(from[done])));
}

// 1 to 32 bits, as two's complement.
qint32 extended(qint32 value, int bits)
{
    const int unused = 32 - bits;
    return qint32(quint32(value) << unused) >> unused;
}

template<typename T>
void storeRow(const CodecJob &job, const IntPlane &plane, const qint32 *from, std::size_t count, std::byte *to,
              bool lossy)
{
    const PixelFormat &pixels = job.image.pixels;
    const int stored = pixels.bitsStored;
    const int bits = std::min(plane.bits, stored);
    const auto mask = quint32((quint64(1) << bits) - 1);
    if (plane.isSigned == pixels.isSigned && plane.bits <= stored) {
        convertRow<T>(from, count, to, [](qint32 v) { return v; });
    } else if (plane.isSigned != pixels.isSigned || !lossy) {
        // The same bits, read as the data set says. Above the stored ones may be an overlay.
        if (pixels.isSigned)
            convertRow<T>(from, count, to, [=](qint32 v) { return extended(v, bits); });
        else
            convertRow<T>(from, count, to, [=](qint32 v) { return quint32(v) & mask; });
    } else {
        // A lossy codec overshoots: what is beyond the stored bits must not come out at the other end of the range.
        const qint64 most = pixels.isSigned ? qint64(mask >> 1) : qint64(mask);
        const qint64 least = pixels.isSigned ? -most - 1 : 0;
        convertRow<T>(from, count, to, [=](qint32 v) { return std::clamp<qint64>(v, least, most); });
    }
}

// Of `bits` bits that are used.
std::byte toByte(qint64 value, const IntPlane &plane, int bits)
{
    const qint64 most = (qint64(1) << bits) - 1;
    const qint64 offset = plane.isSigned ? qint64(1) << (plane.bits - 1) : 0;
    const qint64 unsignedValue = std::clamp<qint64>(value + offset, 0, most);
    return std::byte(quint8(most == 255 ? unsignedValue : (unsignedValue * 255 + most / 2) / most));
}

} // namespace

void storeMono(const CodecJob &job, const IntPlane &plane, qint64 row, qint64 count, bool lossy)
{
    const qint32 *from = plane.data;
    withSampleType(job.format.type, [&]<typename T>(T *) {
        std::byte *to = job.out.data() + row * job.format.columns * qint64(sizeof(T));
        if constexpr (std::is_integral_v<T>)
            storeRow<T>(job, plane, from, std::size_t(count), to, lossy);
    });
}

void storeColor(const CodecJob &job, std::span<const IntPlane> planes, bool transformed)
{
    for (std::size_t c = 0; c < 3; ++c) {
        const IntPlane &plane = planes[c];
        const int bits = std::min(plane.bits, job.image.pixels.bitsStored);
        for (qint64 y = 0; y < job.format.rows; ++y) {
            const qint32 *row = plane.data + std::min(y / plane.dy, plane.height - 1) * plane.width;
            std::byte *to = job.out.data() + 3 * y * job.format.columns + qint64(c);
            if (plane.dx == 1 && plane.bits == 8 && bits == 8 && !plane.isSigned) {
                for (qint64 x = 0; x < job.format.columns; ++x)
                    to[3 * x] = std::byte(quint8(row[x]));
                continue;
            }
            for (qint64 x = 0; x < job.format.columns; ++x)
                to[3 * x] = toByte(row[std::min(x / plane.dx, plane.width - 1)], plane, bits);
        }
    }
    // What the codec has transformed back is red, green and blue whatever the data set calls it.
    if (!transformed)
        convertToRgb(job.out, colorModelOf(job.image.pixels.photometric));
}

Expected<void> checkPlanes(const CodecJob &job, std::span<const IntPlane> planes)
{
    const auto covers = [](qint64 size, int step, qint64 wanted) {
        return size >= 1 && (size == wanted || (step > 1 && size >= wanted / step));
    };
    for (const IntPlane &plane : planes) {
        if (plane.bits < 1 || plane.bits > 32 || plane.dx < 1 || plane.dy < 1
            || !covers(plane.width, plane.dx, job.format.columns) || !covers(plane.height, plane.dy, job.format.rows)
            || (job.format.samples == 1 && (plane.dx != 1 || plane.dy != 1)))
            return failure(FailureCode::Corrupt, QStringLiteral("JPEG 2000 component sizes"));
    }
    return {};
}

} // namespace Chartline::Imaging
