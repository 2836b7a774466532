// SPDX-License-Identifier: Apache-2.0
#include "scene/SliceStack.h"

#include <algorithm>

namespace Chartline::Imaging {

namespace {

struct Extent
{
    double low = 0;
    double high = 0;
    [[nodiscard]] double length() const { return high - low; }
};

// Of the voxel centres, `beyond` voxels further out on each side, along a direction.
Extent extentAlong(const Volume &volume, const Vec3 &direction, double beyond)
{
    Extent extent{1e300, -1e300};
    for (unsigned corner = 0; corner < 8; ++corner) {
        Vec3 index{};
        for (std::size_t i = 0; i < 3; ++i)
            index[i] = ((corner >> i) & 1U) != 0 ? volume.size[i] - 1 + beyond : -beyond;
        const double at = dot(volume.indexToPatient.point(index), direction);
        extent.low = std::min(extent.low, at);
        extent.high = std::max(extent.high, at);
    }
    return extent;
}

// To the left, to the back or to the feet, whichever is nearest to a direction or its opposite.
Vec3 wayOfScrolling(const Vec3 &axis)
{
    const double x = std::abs(axis[0]);
    const double y = std::abs(axis[1]);
    const double z = std::abs(axis[2]);
    if (z >= x && z >= y)
        return {0, 0, -1};
    return y >= x ? Vec3{0, 1, 0} : Vec3{1, 0, 0};
}

} // namespace

int SliceStack::indexOf(const Vec3 &point) const
{
    const double at = std::round(dot(point - first, axis) / spacing);
    return int(std::clamp(at, 0.0, double(std::max(count - 1, 0))));
}

SlicePlane SliceStack::fitted(int index, int pictureWidth, int pictureHeight) const
{
    SlicePlane plane{center(index), right, down, 1, pictureWidth, pictureHeight};
    plane.mmPerPixel = std::max({width / std::max(pictureWidth, 1), height / std::max(pictureHeight, 1), 1e-4});
    return plane;
}

SliceStack sliceStack(const Volume &volume, const Vec3 &right, const Vec3 &down, const Vec3 &axis)
{
    SliceStack stack;
    stack.right = right;
    stack.down = down;
    stack.axis = axis;
    // As fine as the grid is along the axis its slices are nearest to.
    if (const auto toGrid = volume.indexToPatient.inverse()) {
        const Vec3 perMm = toGrid->direction(axis);
        const double most = std::max({std::abs(perMm[0]), std::abs(perMm[1]), std::abs(perMm[2])});
        stack.spacing = most > 0 ? 1 / most : 1;
    }
    const Extent depth = extentAlong(volume, axis, 0);
    stack.count = int(std::clamp(std::floor(depth.length() / stack.spacing + 0.5) + 1, 1.0, 1e6));
    const Vec3 middle = volume.indexToPatient.point(
        {(volume.size[0] - 1) / 2.0, (volume.size[1] - 1) / 2.0, (volume.size[2] - 1) / 2.0});
    stack.first = middle + axis * (depth.low - dot(middle, axis));
    stack.width = extentAlong(volume, right, 0.5).length();
    stack.height = extentAlong(volume, down, 0.5).length();
    return stack;
}

SliceStack sliceStack(const Volume &volume, SliceDirection direction)
{
    switch (direction) {
    case SliceDirection::Axial: return sliceStack(volume, {1, 0, 0}, {0, 1, 0}, {0, 0, -1});
    case SliceDirection::Coronal: return sliceStack(volume, {1, 0, 0}, {0, 0, -1}, {0, 1, 0});
    case SliceDirection::Sagittal: return sliceStack(volume, {0, 1, 0}, {0, 0, -1}, {1, 0, 0});
    case SliceDirection::Native: break;
    }
    const auto &grid = volume.indexToPatient.columns;
    Vec3 axis = normalized(grid[2]);
    if (dot(axis, wayOfScrolling(axis)) < 0)
        axis = axis * -1;
    return sliceStack(volume, normalized(grid[0]), normalized(grid[1]), axis);
}

} // namespace Chartline::Imaging
