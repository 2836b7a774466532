// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "volume/Volume.h"
#include "volume/VoxelMath.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Chartline::Imaging {

inline constexpr float nothingHere = std::numeric_limits<float>::quiet_NaN();

// The voxels of a volume as one type, and how a value between them is found. Positions are voxel indices.
template<typename T>
class SliceGrid
{
public:
    using Position = std::array<double, 3>;

    explicit SliceGrid(const Volume &volume)
        : m_data(reinterpret_cast<const T *>(volume.data.data()))
        , m_size(volume.size)
        , m_strides{1, volume.size[0], qint64(volume.size[0]) * volume.size[1]}
        , m_slope(float(volume.slope))
        , m_intercept(float(volume.intercept))
        , m_empty(volume.padding)
    { }

    [[nodiscard]] const T *data() const { return m_data; }
    [[nodiscard]] int size(std::size_t axis) const { return m_size[axis]; }
    [[nodiscard]] qint64 stride(std::size_t axis) const { return m_strides[axis]; }
    [[nodiscard]] bool hasPadding() const { return m_empty.given(); }
    [[nodiscard]] bool isPadding(T stored) const { return m_empty(stored); }
    [[nodiscard]] float modality(float stored) const { return stored * m_slope + m_intercept; }
    [[nodiscard]] float value(T stored) const { return m_empty(stored) ? nothingHere : modality(float(stored)); }

    // The lower of the two voxels a position lies between along an axis, and the part of the upper one; outside of the
    // outermost centres the outermost voxel holds.
    struct Place
    {
        int low = 0;
        float part = 0;
    };
    [[nodiscard]] Place placeOf(double position, std::size_t axis) const
    {
        const double inside = std::clamp(position, 0.0, double(m_size[axis] - 1));
        Place place;
        place.low = int(inside);
        place.part = float(inside - place.low);
        // What is on a voxel's centre but for rounding is its value alone.
        if (place.part < s_onCentre)
            place.part = 0;
        else if (place.part > 1 - s_onCentre)
            place = {place.low + 1, 0};
        return place;
    }
    [[nodiscard]] int nearestOf(double position, std::size_t axis) const
    {
        return int(std::clamp(position + 0.5, 0.0, double(m_size[axis] - 1) + 0.5));
    }

    // Both for positions no more than half a voxel outside of the outermost centres.
    [[nodiscard]] float nearest(const Position &p) const
    {
        return value(
            m_data[nearestOf(p[0], 0) + nearestOf(p[1], 1) * m_strides[1] + nearestOf(p[2], 2) * m_strides[2]]);
    }
    [[nodiscard]] float linear(const Position &p) const
    {
        const std::array places{placeOf(p[0], 0), placeOf(p[1], 1), placeOf(p[2], 2)};
        std::array<qint64, 3> step{};
        const T *at = m_data;
        for (std::size_t i = 0; i < 3; ++i) {
            at += places[i].low * m_strides[i];
            // What has no part is not looked at: it may lie outside, or be nothing.
            step[i] = places[i].part > 0 ? m_strides[i] : 0;
        }
        if (m_empty.given() && touchesPadding(at, step))
            return besidePadding(at, step, places);
        const float front = plane(at, step, places);
        return modality(front + (plane(at + step[2], step, places) - front) * places[2].part);
    }

    // For positions between voxel centres on all sides: 0 ≤ p, p < size - 1.
    [[nodiscard]] float linearWithin(const Position &p) const
    {
        Places places{};
        for (std::size_t i = 0; i < 3; ++i) {
            places[i].low = int(p[i]);
            places[i].part = float(p[i] - places[i].low);
        }
        const T *at = m_data + places[0].low + places[1].low * m_strides[1] + places[2].low * m_strides[2];
        if (m_empty.given()) {
            Steps step{};
            for (std::size_t i = 0; i < 3; ++i)
                step[i] = places[i].part > 0 ? m_strides[i] : 0;
            if (touchesPadding(at, step))
                return besidePadding(at, step, places);
        }
        const float front = plane(at, m_strides, places);
        return modality(front + (plane(at + m_strides[2], m_strides, places) - front) * places[2].part);
    }

private:
    using Steps = std::array<qint64, 3>;
    using Places = std::array<Place, 3>;

    [[nodiscard]] static float plane(const T *at, const Steps &step, const Places &places)
    {
        const T *below = at + step[1];
        const float top = float(at[0]) + (float(at[step[0]]) - float(at[0])) * places[0].part;
        const float bottom = float(below[0]) + (float(below[step[0]]) - float(below[0])) * places[0].part;
        return top + (bottom - top) * places[1].part;
    }
    [[nodiscard]] bool touchesPadding(const T *at, const Steps &step) const
    {
        for (const qint64 z : {qint64(0), step[2]}) {
            const T *p = at + z;
            if (m_empty(p[0]) || m_empty(p[step[0]]) || m_empty(p[step[1]]) || m_empty(p[step[0] + step[1]]))
                return true;
        }
        return false;
    }
    // What is nothing does not take part; where the nearest voxel is nothing, so is the sample.
    [[nodiscard]] float besidePadding(const T *at, const Steps &step, const Places &places) const
    {
        qint64 nearest = 0;
        for (std::size_t i = 0; i < 3; ++i)
            nearest += places[i].part > 0.5F ? step[i] : 0;
        if (m_empty(at[nearest]))
            return nothingHere;
        float sum = 0;
        float weights = 0;
        for (unsigned corner = 0; corner < 8; ++corner) {
            float weight = 1;
            qint64 offset = 0;
            for (std::size_t i = 0; i < 3; ++i) {
                const bool upper = ((corner >> i) & 1U) != 0;
                weight *= upper ? places[i].part : 1 - places[i].part;
                offset += upper ? step[i] : 0;
            }
            if (weight > 0 && !m_empty(at[offset])) {
                sum += weight * float(at[offset]);
                weights += weight;
            }
        }
        return modality(sum / weights);
    }

    static constexpr float s_onCentre = 1e-5F;

    const T *m_data;
    std::array<int, 3> m_size;
    std::array<qint64, 3> m_strides;
    float m_slope;
    float m_intercept;
    Nothing<T> m_empty;
};

// Where the pixels of a slice lie: start + x · across + y · along + k · through, voxel indices.
struct SliceWalk
{
    using Position = std::array<double, 3>;
    Position start{};
    Position across{};
    Position along{};
    Position through{};
    int steps = 1; // of a slab
    int width = 0;
    int height = 0;
};

// From first to last - 1.
struct PixelRange
{
    int first = 0;
    int last = 0;
    [[nodiscard]] bool empty() const { return first >= last; }
};

// The pixels of a line whose position start + i · step is from low to high.
[[nodiscard]] inline PixelRange insideOf(double start, double step, int count, double low, double high)
{
    if (low > high)
        return {};
    if (std::abs(step) < 1e-12)
        return start >= low && start <= high ? PixelRange{0, count} : PixelRange{};
    const double first = ((step > 0 ? low : high) - start) / step;
    const double last = ((step > 0 ? high : low) - start) / step;
    PixelRange range;
    range.first = int(std::clamp(std::ceil(first), 0.0, double(count)));
    range.last = int(std::clamp(std::floor(last) + 1, 0.0, double(count)));
    return range;
}

// Those inside of an axis of a grid: no more than half a voxel beyond the outermost centres (and what rounding adds).
[[nodiscard]] inline PixelRange insideOf(double start, double step, int count, int size)
{
    return insideOf(start, step, count, -0.5 - 1e-6, size - 0.5 + 1e-6);
}

[[nodiscard]] inline PixelRange common(const PixelRange &a, const PixelRange &b)
{
    return {std::max(a.first, b.first), std::min(a.last, b.last)};
}

} // namespace Chartline::Imaging
