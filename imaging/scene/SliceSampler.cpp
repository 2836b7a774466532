// SPDX-License-Identifier: Apache-2.0
#include "scene/SliceSampler.h"

#include "volume/Parallel.h"
#include "volume/VoxelMath.h"

#include <cmath>
#include <limits>
#include <new>

namespace Chartline::Imaging {

namespace {

constexpr float s_nothing = std::numeric_limits<float>::quiet_NaN();
constexpr int s_mostSide = 16384;
constexpr int s_mostSteps = 2048; // of a slab
constexpr int s_rowsAtOnce = 8;

// The volume's voxels as one type, with everything a sample needs.
template<typename T>
class Grid
{
public:
    explicit Grid(const Volume &volume)
        : m_data(reinterpret_cast<const T *>(volume.data.data()))
        , m_size{volume.size[0], volume.size[1], volume.size[2]}
        , m_stepY(volume.size[0])
        , m_stepZ(qint64(volume.size[0]) * volume.size[1])
        , m_slope(float(volume.slope))
        , m_intercept(float(volume.intercept))
        , m_empty(volume.padding)
    { }

    // `p`: voxel coordinates.
    [[nodiscard]] float nearest(const std::array<float, 3> &p) const
    {
        qint64 at = 0;
        const qint64 steps[] = {1, m_stepY, m_stepZ};
        for (std::size_t i = 0; i < 3; ++i) {
            const float rounded = std::floor(p[i] + 0.5F);
            if (!(rounded >= 0 && rounded < float(m_size[i])))
                return s_nothing;
            at += qint64(rounded) * steps[i];
        }
        return value(m_data[at]);
    }

    [[nodiscard]] float linear(const std::array<float, 3> &p) const
    {
        std::array<qint64, 3> low{};
        std::array<qint64, 3> step{1, m_stepY, m_stepZ};
        std::array<float, 3> part{};
        for (std::size_t i = 0; i < 3; ++i) {
            // Up to half a voxel outside the outermost centre the outermost value holds.
            if (!(p[i] >= -0.5F && p[i] <= float(m_size[i]) - 0.5F))
                return s_nothing;
            const float inside = std::clamp(p[i], 0.0F, float(m_size[i] - 1));
            const float floor = std::floor(inside);
            low[i] = qint64(floor);
            part[i] = inside - floor;
            if (part[i] == 0)
                step[i] = 0;
        }
        const T *at = m_data + low[0] + low[1] * m_stepY + low[2] * m_stepZ;
        if (m_empty.given())
            return linearBesideNothing(at, step, part);
        const float front = plane(at, step, part);
        return (step[2] == 0 ? front : front + (plane(at + step[2], step, part) - front) * part[2]) * m_slope
               + m_intercept;
    }

private:
    [[nodiscard]] float plane(const T *at, const std::array<qint64, 3> &step, const std::array<float, 3> &part) const
    {
        const float top = float(at[0]) + (float(at[step[0]]) - float(at[0])) * part[0];
        const T *below = at + step[1];
        const float bottom = float(below[0]) + (float(below[step[0]]) - float(below[0])) * part[0];
        return top + (bottom - top) * part[1];
    }

    // What is nothing does not take part; where the nearest voxel is nothing, so is the sample.
    [[nodiscard]] float linearBesideNothing(const T *at, const std::array<qint64, 3> &step,
                                            const std::array<float, 3> &part) const
    {
        float sum = 0;
        float weights = 0;
        float largest = -1;
        bool largestEmpty = false;
        for (int corner = 0; corner < 8; ++corner) {
            float weight = 1;
            qint64 offset = 0;
            for (std::size_t i = 0; i < 3; ++i) {
                const bool upper = ((corner >> i) & 1) != 0;
                weight *= upper ? part[i] : 1 - part[i];
                offset += upper ? step[i] : 0;
            }
            if (weight <= 0)
                continue;
            const bool empty = m_empty(at[offset]);
            if (weight > largest) {
                largest = weight;
                largestEmpty = empty;
            }
            if (!empty) {
                sum += weight * float(at[offset]);
                weights += weight;
            }
        }
        return largestEmpty || weights <= 0 ? s_nothing : sum / weights * m_slope + m_intercept;
    }

    [[nodiscard]] float value(T stored) const
    {
        return m_empty(stored) ? s_nothing : float(stored) * m_slope + m_intercept;
    }

    const T *m_data;
    std::array<int, 3> m_size;
    qint64 m_stepY;
    qint64 m_stepZ;
    float m_slope;
    float m_intercept;
    Nothing<T> m_empty;
};

// Where pixels lie in the grid: start + x·across + y·along + k·through, voxel coordinates.
struct Walk
{
    std::array<double, 3> start{};
    std::array<double, 3> across{};
    std::array<double, 3> along{};
    std::array<double, 3> through{};
    int steps = 1;
};

std::optional<Walk> walkOf(const Volume &volume, const SlicePlane &plane, const SampleOptions &options)
{
    auto toGrid = volume.indexToPatient.inverse();
    if (!toGrid)
        return std::nullopt;
    if (options.toVolume)
        *toGrid = toGrid->after(*options.toVolume);
    Walk walk;
    walk.across = toGrid->direction(plane.right * plane.mmPerPixel);
    walk.along = toGrid->direction(plane.down * plane.mmPerPixel);
    Vec3 first = plane.center - plane.right * (plane.mmPerPixel * (plane.width - 1) / 2)
                 - plane.down * (plane.mmPerPixel * (plane.height - 1) / 2);
    if (options.projection != Projection::Single && options.slab > 0) {
        // Steps as fine as the grid along the normal, so that no voxel is missed.
        const Vec3 normal = normalized(cross(plane.right, plane.down));
        const double perMm = length(toGrid->direction(normal));
        walk.steps = std::clamp(int(std::ceil(options.slab * perMm)), 1, s_mostSteps);
        const double step = options.slab / walk.steps;
        walk.through = toGrid->direction(normal * step);
        first = first - normal * (options.slab / 2 - step / 2);
    }
    walk.start = toGrid->point(first);
    for (const auto &part : {walk.start, walk.across, walk.along, walk.through}) {
        for (const double v : part) {
            if (!std::isfinite(v))
                return std::nullopt;
        }
    }
    return walk;
}

class Gather
{
public:
    explicit Gather(Projection projection)
        : m_projection(projection)
    { }
    void add(float v)
    {
        if (std::isnan(v))
            return;
        if (m_count++ == 0) {
            m_value = v;
            return;
        }
        switch (m_projection) {
        case Projection::Maximum: m_value = std::max(m_value, v); break;
        case Projection::Minimum: m_value = std::min(m_value, v); break;
        case Projection::Mean: m_value += v; break;
        case Projection::Single: break;
        }
    }
    [[nodiscard]] float value() const
    {
        if (m_count == 0)
            return s_nothing;
        return m_projection == Projection::Mean ? m_value / float(m_count) : m_value;
    }

private:
    Projection m_projection;
    int m_count = 0;
    float m_value = 0;
};

template<typename T>
void sampleRow(const Grid<T> &grid, const Walk &walk, const SampleOptions &options, int row, int width, float *out)
{
    std::array<double, 3> begin{};
    for (std::size_t i = 0; i < 3; ++i)
        begin[i] = walk.start[i] + row * walk.along[i];
    const auto at = [&](int x, int k) {
        std::array<float, 3> p{};
        for (std::size_t i = 0; i < 3; ++i) {
            double v = begin[i] + x * walk.across[i] + k * walk.through[i];
            // A plane through voxel centres, but for rounding, is one.
            if (const double whole = std::round(v); std::abs(v - whole) < 1e-4)
                v = whole;
            p[i] = float(v);
        }
        return p;
    };
    if (walk.steps == 1) {
        for (int x = 0; x < width; ++x)
            out[x] = options.nearest ? grid.nearest(at(x, 0)) : grid.linear(at(x, 0));
        return;
    }
    for (int x = 0; x < width; ++x) {
        Gather gather(options.projection);
        for (int k = 0; k < walk.steps; ++k)
            gather.add(options.nearest ? grid.nearest(at(x, k)) : grid.linear(at(x, k)));
        out[x] = gather.value();
    }
}

} // namespace

Expected<SliceValues> sampleSlice(const Volume &volume, const SlicePlane &plane, const SampleOptions &options)
{
    const auto walk = walkOf(volume, plane, options);
    if (!walk || plane.width <= 0 || plane.height <= 0 || plane.width > s_mostSide || plane.height > s_mostSide
        || volume.data.size() < std::size_t(volume.voxels()) * std::size_t(bytesOf(volume.type)))
        return failure(FailureCode::Internal, QStringLiteral("plane"));
    SliceValues result{plane.width, plane.height, {}};
    try {
        result.values.resize(std::size_t(plane.width) * std::size_t(plane.height));
    } catch (const std::bad_alloc &) {
        return failure(FailureCode::OutOfMemory);
    }
    withType(volume.type, [&]<typename T>(T) {
        const Grid<T> grid(volume);
        const qint64 bands = (plane.height + s_rowsAtOnce - 1) / s_rowsAtOnce;
        parallelFor(options.threads, bands, [&](qint64 band) {
            const int last = std::min(int(band + 1) * s_rowsAtOnce, plane.height);
            for (int row = int(band) * s_rowsAtOnce; row < last; ++row)
                sampleRow(grid, *walk, options, row, plane.width,
                          result.values.data() + std::size_t(row) * std::size_t(plane.width));
        });
        return 0;
    });
    return result;
}

} // namespace Chartline::Imaging
