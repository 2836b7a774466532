// SPDX-License-Identifier: Apache-2.0
#include "measure/PictureScale.h"

#include <algorithm>
#include <cmath>

namespace Chartline::Imaging {

namespace {

constexpr int s_centimetres = 3; // Physical Units, PS3.3 C.8.5.5.1.15
constexpr double s_mmPerCm = 10;

bool isSize(double value)
{
    return std::isfinite(value) && value > 0 && value < 1e4;
}

bool holds(const UltrasoundRegion &region, std::span<const Vec3> points)
{
    return std::ranges::all_of(points, [&](const Vec3 &p) {
        return p[0] >= region.x0 - 0.5 && p[0] <= region.x1 + 0.5 && p[1] >= region.y0 - 0.5 && p[1] <= region.y1 + 0.5;
    });
}

double areaOf(const UltrasoundRegion &region)
{
    return (double(region.x1) - region.x0) * (double(region.y1) - region.y0);
}

} // namespace

PictureScale PictureScale::of(const ImageDescription &image, int frame)
{
    PictureScale scale;
    scale.regions = image.regions;
    if (const auto spacing = image.frame(frame).spacing; spacing && isSize((*spacing)[0]) && isSize((*spacing)[1])) {
        scale.x = (*spacing)[1];
        scale.y = (*spacing)[0];
        scale.isMm = true;
    } else if (const auto &imager = image.imagerSpacing; imager && isSize((*imager)[0]) && isSize((*imager)[1])) {
        scale.x = (*imager)[1];
        scale.y = (*imager)[0];
    } else if (image.aspect[0] > 0 && image.aspect[1] > 0) {
        scale.y = double(image.aspect[0]) / image.aspect[1];
    }
    return scale;
}

PictureScale PictureScale::at(std::span<const Vec3> points) const
{
    if (regions.isEmpty())
        return *this;
    const UltrasoundRegion *best = nullptr;
    for (const UltrasoundRegion &region : regions) {
        if (holds(region, points) && (!best || areaOf(region) < areaOf(*best)))
            best = &region;
    }
    PictureScale scale = *this;
    scale.isMm = false;
    if (!best || best->unitsX != s_centimetres || best->unitsY != s_centimetres)
        return scale;
    const double across = std::abs(best->deltaX) * s_mmPerCm;
    const double down = std::abs(best->deltaY) * s_mmPerCm;
    if (isSize(across) && isSize(down)) {
        scale.x = across;
        scale.y = down;
        scale.isMm = true;
    }
    return scale;
}

} // namespace Chartline::Imaging
