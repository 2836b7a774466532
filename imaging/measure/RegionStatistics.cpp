// SPDX-License-Identifier: Apache-2.0
#include "measure/RegionStatistics.h"

#include <algorithm>
#include <cmath>

namespace Chartline::Imaging {

namespace {

constexpr double s_mostSamples = 16e6;
constexpr double s_sameDirection = 0.99996192306; // cosine of 0.5°
constexpr double s_sameSlice = 0.5; // voxels: a region that leans further goes through several slices

// From the first to the last index whose centre can lie in the region.
struct Range
{
    int first = 0;
    int last = -1;
};

Range rangeOf(double low, double high, int size)
{
    const double first = std::clamp(std::ceil(low), 0.0, double(size));
    const double last = std::clamp(std::floor(high), -1.0, double(size - 1));
    return {int(first), int(last)};
}

// The slice of the volume, and across which axis, a region lies in.
struct NativePlane
{
    std::size_t axis = 0;
    int slice = 0; // may be outside
};

std::vector<Vec3> cornersOf(const RegionShape &shape)
{
    const auto [u0, u1, v0, v1] = shape.bounds();
    std::vector<Vec3> corners;
    for (const double u : {u0, u1}) {
        for (const double v : {v0, v1})
            corners.push_back(shape.origin() + shape.u() * u + shape.v() * v);
    }
    return corners;
}

std::optional<NativePlane> nativePlane(const RegionShape &shape, const Volume &volume, const Affine &toIndex)
{
    const auto &columns = volume.indexToPatient.columns;
    const std::vector<Vec3> corners = cornersOf(shape);
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const Vec3 across = normalized(cross(columns[(axis + 1) % 3], columns[(axis + 2) % 3]));
        if (std::abs(dot(across, shape.normal())) < s_sameDirection)
            continue;
        double low = 1e300;
        double high = -1e300;
        for (const Vec3 &corner : corners) {
            const double at = toIndex.point(corner)[axis];
            low = std::min(low, at);
            high = std::max(high, at);
        }
        if (high - low > s_sameSlice)
            return std::nullopt;
        return NativePlane{axis, int(std::lround(std::clamp((low + high) / 2, -10.0, 1e6)))};
    }
    return std::nullopt;
}

RegionStatistics onSlice(const RegionShape &shape, const Volume &volume, const Affine &toIndex,
                         const NativePlane &plane)
{
    RegionStatistics statistics;
    if (plane.slice < 0 || plane.slice >= volume.size[plane.axis])
        return statistics;
    std::array<double, 3> low{1e300, 1e300, 1e300};
    std::array<double, 3> high{-1e300, -1e300, -1e300};
    for (const Vec3 &corner : cornersOf(shape)) {
        const Vec3 at = toIndex.point(corner);
        for (std::size_t i = 0; i < 3; ++i) {
            low[i] = std::min(low[i], at[i]);
            high[i] = std::max(high[i], at[i]);
        }
    }
    const std::size_t a = (plane.axis + 1) % 3;
    const std::size_t b = (plane.axis + 2) % 3;
    const Range across = rangeOf(low[a] - 1, high[a] + 1, volume.size[a]);
    const Range along = rangeOf(low[b] - 1, high[b] + 1, volume.size[b]);
    const std::optional<double> nothing =
        volume.padding ? std::optional(*volume.padding * volume.slope + volume.intercept) : std::nullopt;
    std::array<int, 3> index{};
    index[plane.axis] = plane.slice;
    for (int i = across.first; i <= across.last; ++i) {
        for (int j = along.first; j <= along.last; ++j) {
            index[a] = i;
            index[b] = j;
            const Vec3 centre = volume.indexToPatient.point({double(index[0]), double(index[1]), double(index[2])});
            if (!shape.contains(centre))
                continue;
            const double value = volume.value(index[0], index[1], index[2]);
            if (!nothing || value != *nothing)
                statistics.add(value);
        }
    }
    return statistics;
}

// The part of the region's bounds that the volume reaches at all.
std::array<double, 4> reachable(const RegionShape &shape, const Volume &volume)
{
    std::array<double, 4> reach{1e300, -1e300, 1e300, -1e300};
    for (unsigned corner = 0; corner < 8; ++corner) {
        Vec3 index{};
        for (std::size_t i = 0; i < 3; ++i)
            index[i] = ((corner >> i) & 1U) != 0 ? volume.size[i] - 0.5 : -0.5;
        const auto at = shape.inPlane(volume.indexToPatient.point(index));
        reach = {std::min(reach[0], at[0]), std::max(reach[1], at[0]), std::min(reach[2], at[1]),
                 std::max(reach[3], at[1])};
    }
    const auto own = shape.bounds();
    return {std::max(own[0], reach[0]), std::min(own[1], reach[1]), std::max(own[2], reach[2]),
            std::min(own[3], reach[3])};
}

Expected<RegionStatistics> oblique(const RegionShape &shape, const Volume &volume)
{
    RegionStatistics statistics;
    const auto spacing = volume.spacing();
    const double step = std::min({spacing[0], spacing[1], spacing[2]});
    const auto [u0, u1, v0, v1] = reachable(shape, volume);
    if (!(step > 0) || u0 > u1 || v0 > v1)
        return statistics;
    if (((u1 - u0) / step + 1) * ((v1 - v0) / step + 1) > s_mostSamples)
        return failure(FailureCode::TooLarge, QStringLiteral("region"));
    const int across = int(std::floor((u1 - u0) / step + 0.5));
    const int along = int(std::floor((v1 - v0) / step + 0.5));
    for (int j = 0; j < along; ++j) {
        for (int i = 0; i < across; ++i) {
            const Vec3 point =
                shape.origin() + shape.u() * (u0 + (i + 0.5) * step) + shape.v() * (v0 + (j + 0.5) * step);
            if (!shape.contains(point))
                continue;
            if (const auto value = volume.valueAt(point))
                statistics.add(*value);
        }
    }
    return statistics;
}

} // namespace

// Welford 1962: stable for values far from zero.
void RegionStatistics::add(double value)
{
    if (!std::isfinite(value))
        return;
    minimum = count == 0 ? value : std::min(minimum, value);
    maximum = count == 0 ? value : std::max(maximum, value);
    ++count;
    const double before = value - mean;
    mean += before / double(count);
    squares += before * (value - mean);
}

std::optional<double> RegionStatistics::standardDeviation() const
{
    if (count < 2)
        return std::nullopt;
    return std::sqrt(squares / double(count - 1));
}

Expected<RegionStatistics> statisticsOf(const RegionShape &shape, const Volume &volume)
{
    const auto toIndex = volume.indexToPatient.inverse();
    if (!toIndex || volume.voxels() <= 0)
        return RegionStatistics();
    if (const auto plane = nativePlane(shape, volume, *toIndex))
        return onSlice(shape, volume, *toIndex, *plane);
    return oblique(shape, volume);
}

Expected<RegionStatistics> statisticsOf(const RegionShape &shape, const PictureValues &picture)
{
    RegionStatistics statistics;
    if (!picture.value)
        return statistics;
    std::array<double, 4> bounds{1e300, -1e300, 1e300, -1e300};
    for (const Vec3 &corner : cornersOf(shape))
        bounds = {std::min(bounds[0], corner[0]), std::max(bounds[1], corner[0]), std::min(bounds[2], corner[1]),
                  std::max(bounds[3], corner[1])};
    const Range columns = rangeOf(bounds[0], bounds[1], picture.columns);
    const Range rows = rangeOf(bounds[2], bounds[3], picture.rows);
    if (double(columns.last - columns.first) * double(rows.last - rows.first) > s_mostSamples)
        return failure(FailureCode::TooLarge, QStringLiteral("region"));
    for (int row = rows.first; row <= rows.last; ++row) {
        for (int column = columns.first; column <= columns.last; ++column) {
            if (!shape.contains({double(column), double(row), 0}))
                continue;
            if (const auto value = picture.value(column, row))
                statistics.add(*value);
        }
    }
    return statistics;
}

} // namespace Chartline::Imaging
