// SPDX-License-Identifier: Apache-2.0
#include "volume/FrameGeometry.h"

namespace Chartline::Imaging {

namespace {

constexpr double cosineTolerance = 0.01;
constexpr double farthest = 1e6; // mm; nothing of a patient is a kilometre away
constexpr double smallestSpacing = 1e-4; // mm
constexpr double largestSpacing = 1e3;

bool plausibleSpacing(double mm)
{
    return mm >= smallestSpacing && mm <= largestSpacing; // false for NaN
}

} // namespace

std::optional<FrameGeometry> FrameGeometry::of(const FrameInfo &info)
{
    if (!info.position || !info.orientation || !info.spacing)
        return std::nullopt;
    for (const double p : *info.position) {
        if (!(std::abs(p) <= farthest))
            return std::nullopt;
    }
    const auto &o = *info.orientation;
    FrameGeometry result;
    result.row = {o[0], o[1], o[2]};
    result.column = {o[3], o[4], o[5]};
    if (!(std::abs(length(result.row) - 1) <= cosineTolerance)
        || !(std::abs(length(result.column) - 1) <= cosineTolerance)
        || !(std::abs(dot(result.row, result.column)) <= cosineTolerance))
        return std::nullopt;
    if (!plausibleSpacing((*info.spacing)[0]) || !plausibleSpacing((*info.spacing)[1]))
        return std::nullopt;
    result.row = normalized(result.row);
    result.column = normalized(result.column - result.row * dot(result.row, result.column));
    result.normal = cross(result.row, result.column);
    result.origin = *info.position;
    result.rowSpacing = (*info.spacing)[0];
    result.columnSpacing = (*info.spacing)[1];
    return result;
}

} // namespace Chartline::Imaging
