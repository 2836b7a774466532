// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/FrameDecoder.h"
#include "volume/SeriesLayout.h"

#include <QMutex>
#include <QSet>
#include <algorithm>
#include <atomic>
#include <cmath>
#include <functional>
#include <numbers>
#include <random>

namespace Chartline::Test {

using namespace Chartline::Imaging;

// What the made-up patient measures at a point. Linear, so that linear interpolation at the true place gives exactly
// this, and interpolation at a wrong place does not.
inline double ramp(const Vec3 &p)
{
    return 1000 + 3 * p[0] - 2 * p[1] + 5 * p[2];
}

struct Plane3
{
    Vec3 row{1, 0, 0};
    Vec3 column{0, 1, 0};
    double columnSpacing = 1;
    double rowSpacing = 1;
    int columns = 24;
    int rows = 20;
    [[nodiscard]] Vec3 normal() const { return cross(row, column); }
};

inline const Plane3 axial{};
inline const Plane3 coronal{{1, 0, 0}, {0, 0, -1}};
inline const Plane3 sagittal{{0, 1, 0}, {0, 0, -1}};

// A series of native 16-bit images made of a function of the patient's coordinates.
class Phantom
{
public:
    std::vector<ImageDescription> images;
    std::vector<QByteArray> pixels; // of each instance

    // One single-frame instance with its first pixel at `position`.
    ImageDescription &add(const Plane3 &plane, const Vec3 &position,
                          const std::function<double(const Vec3 &)> &f = ramp)
    {
        ImageDescription image;
        const int number = int(images.size()) + 1;
        image.sopInstance = QStringLiteral("1.2.3.%1").arg(number, 5, 10, QLatin1Char('0'));
        image.sopClass = QStringLiteral("1.2.840.10008.5.1.4.1.1.2");
        image.series = QStringLiteral("1.2.3");
        image.frameOfReference = QStringLiteral("1.2.9");
        image.transferSyntax = QStringLiteral("1.2.840.10008.1.2.1");
        image.modality = QStringLiteral("CT");
        image.imageType = {QStringLiteral("ORIGINAL"), QStringLiteral("PRIMARY"), QStringLiteral("AXIAL")};
        image.instanceNumber = number;
        image.acquisitionNumber = 1;
        image.pixels.rows = plane.rows;
        image.pixels.columns = plane.columns;
        image.pixels.bitsAllocated = 16;
        image.pixels.bitsStored = 16;
        image.pixels.highBit = 15;
        image.pixels.isSigned = true;
        image.shared = place(plane, position);
        image.layout.length = qint64(plane.rows) * plane.columns * 2;
        images.push_back(image);
        pixels.push_back(samples(plane, position, f));
        return images.back();
    }

    static FrameInfo place(const Plane3 &plane, const Vec3 &position)
    {
        FrameInfo info;
        info.position = position;
        info.orientation = {plane.row[0],    plane.row[1],    plane.row[2],
                            plane.column[0], plane.column[1], plane.column[2]};
        info.spacing = {plane.rowSpacing, plane.columnSpacing};
        info.thickness = 1;
        return info;
    }

    static QByteArray samples(const Plane3 &plane, const Vec3 &position, const std::function<double(const Vec3 &)> &f)
    {
        QByteArray bytes(qsizetype(plane.rows) * plane.columns * 2, 0);
        auto *out = reinterpret_cast<qint16 *>(bytes.data());
        for (int y = 0; y < plane.rows; ++y) {
            for (int x = 0; x < plane.columns; ++x) {
                const Vec3 p = position + plane.row * (x * plane.columnSpacing) + plane.column * (y * plane.rowSpacing);
                *out++ = qint16(std::lround(f(p)));
            }
        }
        return bytes;
    }

    // The same in another order, instances and pixels together.
    [[nodiscard]] Phantom shuffled(unsigned seed) const
    {
        std::vector<std::size_t> order(images.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::mt19937 random(seed);
        std::ranges::shuffle(order, random);
        Phantom result;
        for (const std::size_t i : order) {
            result.images.push_back(images[i]);
            result.pixels.push_back(pixels[i]);
        }
        return result;
    }
};

// A stack of `count` slices, `step` mm apart along the normal.
inline Phantom stackOf(const Plane3 &plane, int count, double step, const Vec3 &from = {-10, -20, -30})
{
    Phantom phantom;
    for (int i = 0; i < count; ++i)
        phantom.add(plane, from + plane.normal() * (i * step));
    return phantom;
}

inline Plane3 tilted(double degrees)
{
    const double a = degrees * std::numbers::pi / 180;
    Plane3 plane;
    plane.column = {0, std::cos(a), std::sin(a)};
    return plane;
}

// Slices stacked along the body while the gantry leans by `degrees`.
inline Phantom tiltedStack(double degrees, int count, double tableStep)
{
    Phantom phantom;
    for (int i = 0; i < count; ++i)
        phantom.add(tilted(degrees), {-10, -20, i * tableStep});
    return phantom;
}

inline QList<int> instancesOf(const Stack &stack, int point = 0)
{
    QList<int> result;
    for (const FrameRef &ref : stack.points[std::size_t(point)].frames)
        result << ref.instance;
    return result;
}

inline QList<int> numbers(int from, int to)
{
    QList<int> result;
    for (int i = from; from <= to ? i <= to : i >= to; from <= to ? ++i : --i)
        result << i;
    return result;
}

// A multi-frame instance whose frames lie at these places.
inline ImageDescription &multiFrame(Phantom &phantom, const Plane3 &plane, const std::vector<Vec3> &positions)
{
    ImageDescription &image = phantom.add(plane, positions.front());
    image.frames = int(positions.size());
    image.shared.position.reset();
    phantom.pixels.back().clear();
    for (const Vec3 &position : positions) {
        FrameInfo own;
        own.position = position;
        image.perFrame.push_back(own);
        phantom.pixels.back() += Phantom::samples(plane, position, ramp);
    }
    image.layout.length = phantom.pixels.back().size();
    return image;
}

class FakeSource : public ByteSource
{
public:
    explicit FakeSource(const Phantom &phantom)
        : m_phantom(phantom)
    { }
    QSet<int> unreadable; // instances
    mutable std::atomic<qint64> largestRead{0};
    Expected<QByteArray> read(int instance, qint64 offset, qint64 length) const override
    {
        if (unreadable.contains(instance))
            return failure(FailureCode::SourceUnreadable);
        qint64 before = largestRead;
        while (before < length && !largestRead.compare_exchange_weak(before, length)) { }
        return m_phantom.pixels[std::size_t(instance)].mid(offset, length);
    }

private:
    const Phantom &m_phantom;
};

// Copies native bytes; fails and half-decodes where told.
class FakeDecoder : public FrameDecoder
{
public:
    QSet<QString> corrupt; // SOP Instance UIDs
    QSet<QString> partial;
    mutable QMutex mutex;
    mutable QStringList order; // UIDs as they were decoded
    std::function<void()> onDecode;
    Expected<DecodedFrame> decode(const ImageDescription &image, int frame, std::span<const QByteArray> data,
                                  std::span<std::byte> out) const override
    {
        if (onDecode)
            onDecode();
        {
            const QMutexLocker lock(&mutex);
            order << image.sopInstance + QLatin1Char('#') + QString::number(frame);
        }
        if (corrupt.contains(image.sopInstance)) {
            std::ranges::fill(out, std::byte{0x5A});
            return failure(FailureCode::Corrupt, QStringLiteral("told to"));
        }
        QByteArray all;
        for (const QByteArray &piece : data)
            all += piece;
        if (std::size_t(all.size()) != out.size())
            return failure(FailureCode::Truncated);
        std::ranges::copy(std::as_bytes(std::span(all.constData(), out.size())), out.begin());
        return DecodedFrame{partial.contains(image.sopInstance), {}};
    }
};

// A layout in words that do not depend on the order of the input.
inline QStringList described(const std::vector<Stack> &stacks, const std::vector<ImageDescription> &images)
{
    QStringList result;
    for (const Stack &stack : stacks) {
        QStringList lines{stack.kind == Stack::Kind::Volume ? QStringLiteral("volume") : QStringLiteral("pictures"),
                          stack.notes.join(u' ')};
        for (const Dimension d : stack.dimensions)
            lines << QString::number(int(d));
        for (const Stack::Point &point : stack.points) {
            QString line;
            for (const double value : point.values)
                line += QString::number(value) + u' ';
            for (const FrameRef &ref : point.frames)
                line += images[std::size_t(ref.instance)].sopInstance + u'#' + QString::number(ref.frame) + u' ';
            lines << line;
        }
        result << lines.join(u'|');
    }
    return result;
}

} // namespace Chartline::Test
