// SPDX-License-Identifier: Apache-2.0
#include "objects/SegmentGrid.h"

#include <algorithm>
#include <cmath>

namespace Chartline::Imaging {

namespace {

constexpr double s_cosine = 0.999; // directions that are the same
constexpr int s_mostSlices = 8192;
constexpr double s_mostVoxels = 1 << 30;

// Whether two frames are parallel, with the same pixels and the same place in their plane.
bool sameColumn(const FrameGeometry &a, const FrameGeometry &b)
{
    const Vec3 offset = b.origin - a.origin;
    return dot(a.row, b.row) > s_cosine && dot(a.column, b.column) > s_cosine
           && std::abs(a.columnSpacing - b.columnSpacing) < 1e-3 * a.columnSpacing
           && std::abs(a.rowSpacing - b.rowSpacing) < 1e-3 * a.rowSpacing
           && std::abs(dot(offset, a.row)) < a.columnSpacing / 2 && std::abs(dot(offset, a.column)) < a.rowSpacing / 2;
}

double smallestGap(std::vector<double> positions)
{
    std::ranges::sort(positions);
    double gap = 0;
    for (std::size_t i = 1; i < positions.size(); ++i) {
        const double next = positions[i] - positions[i - 1];
        if (next > 0.01 && (gap == 0 || next < gap))
            gap = next;
    }
    return gap;
}

// Frames without any pixel may be left out: slices as thick as stated, where the gap is a whole number of them.
double stepOf(double gap, double thickness)
{
    if (gap <= 0)
        return thickness > 0 ? thickness : 1;
    const double slices = thickness > 0.01 ? gap / thickness : 1;
    return slices > 1.5 && slices < 1000 && std::abs(slices - std::round(slices)) < 0.05 * slices
               ? gap / std::round(slices)
               : gap;
}

} // namespace

Expected<SegmentGrid> SegmentGrid::of(const ImageDescription &image)
{
    SegmentGrid grid;
    std::vector<FrameGeometry> frames;
    std::vector<double> positions;
    double thickness = 0;
    for (int i = 0; i < image.frames; ++i) {
        const FrameInfo info = image.frame(i);
        const auto geometry = FrameGeometry::of(info);
        if (!geometry || (!frames.empty() && !sameColumn(frames.front(), *geometry)))
            return failure(FailureCode::NoGeometry, QStringLiteral("frame %1").arg(i + 1));
        frames.push_back(*geometry);
        positions.push_back(geometry->along(frames.front().normal));
        thickness = std::max(thickness, info.thickness);
    }
    if (frames.empty())
        return failure(FailureCode::NoGeometry);
    grid.step = stepOf(smallestGap(positions), thickness);
    const auto [low, high] = std::ranges::minmax_element(positions);
    const double slices = std::floor((*high - *low) / grid.step + 0.5) + 1;
    if (slices > s_mostSlices || slices * image.pixels.rows * image.pixels.columns > s_mostVoxels)
        return failure(FailureCode::TooLarge, QStringLiteral("segmentation"));
    grid.size = {image.pixels.columns, image.pixels.rows, int(slices)};
    grid.first = frames[std::size_t(low - positions.begin())];
    for (const double position : positions) {
        const double at = (position - *low) / grid.step;
        grid.regular = grid.regular && std::abs(at - std::round(at)) <= 0.1;
    }
    for (const double position : positions) {
        const double at = (position - *low) / grid.step;
        const double reach = grid.regular ? 0 : std::max(thickness / grid.step - 1, 0.0) / 2;
        Slices of{int(std::lround(std::ceil(at - reach - 0.5))), int(std::lround(std::floor(at + reach + 0.5)))};
        if (reach <= 0)
            of.first = of.last = int(std::lround(at));
        of.first = std::clamp(of.first, 0, grid.size[2] - 1);
        of.last = std::clamp(of.last, 0, grid.size[2] - 1);
        grid.slices.push_back(of);
    }
    return grid;
}

Affine SegmentGrid::indexToPatient() const
{
    Affine affine;
    affine.columns = {first.row * first.columnSpacing, first.column * first.rowSpacing, first.normal * step};
    affine.translation = first.origin;
    return affine;
}

} // namespace Chartline::Imaging
