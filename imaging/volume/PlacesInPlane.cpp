// SPDX-License-Identifier: Apache-2.0
#include "volume/PlacesInPlane.h"

#include <algorithm>
#include <cmath>

namespace Chartline::Imaging {

namespace {

using InPlane = std::array<double, 2>; // mm along the row, along the column

constexpr std::size_t mostSets = 64;

InPlane inPlane(const LayoutFrame &frame, const FrameGeometry &plane)
{
    return {frame.geometry.along(plane.row), frame.geometry.along(plane.column)};
}

double medianOf(std::vector<double> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

// The lean most neighbours agree on: mm in the plane for each mm along the normal.
InPlane commonLean(const Plane &plane, const FrameGeometry &first)
{
    std::vector<double> u;
    std::vector<double> v;
    for (std::size_t i = 1; i < plane.size(); ++i) {
        const double step = plane[i].along - plane[i - 1].along;
        if (plane[i].position == plane[i - 1].position)
            continue;
        const InPlane a = inPlane(plane[i - 1], first);
        const InPlane b = inPlane(plane[i], first);
        u.push_back((b[0] - a[0]) / step);
        v.push_back((b[1] - a[1]) / step);
    }
    if (u.empty())
        return {0, 0};
    return {medianOf(std::move(u)), medianOf(std::move(v))};
}

// Which set each frame belongs to when the lean is taken out.
std::vector<int> setsWithLean(const Plane &plane, const FrameGeometry &first, const InPlane &lean, int &sets)
{
    const double apart = std::max(1.0, 2 * std::max(first.columnSpacing, first.rowSpacing));
    std::vector<InPlane> centres;
    std::vector<int> result;
    for (const LayoutFrame &frame : plane) {
        const InPlane at = inPlane(frame, first);
        const InPlane upright{at[0] - lean[0] * frame.along, at[1] - lean[1] * frame.along};
        const auto near = std::ranges::find_if(centres, [&](const InPlane &c) {
            return std::abs(c[0] - upright[0]) <= apart && std::abs(c[1] - upright[1]) <= apart;
        });
        result.push_back(int(near - centres.begin()));
        if (near == centres.end() && centres.size() < mostSets)
            centres.push_back(upright);
    }
    sets = int(centres.size());
    return result;
}

} // namespace

void numberPlacesInPlane(Plane &plane)
{
    if (plane.empty())
        return;
    const FrameGeometry first = plane.front().geometry;
    for (LayoutFrame &frame : plane)
        frame.along = frame.geometry.along(first.normal);
    // The order they came in, which does not depend on the order of the input, decides among equals.
    std::ranges::stable_sort(plane, {}, &LayoutFrame::along);
    const double same = std::min(0.05, 0.1 * std::min(first.columnSpacing, first.rowSpacing));
    double at = plane.front().along;
    int position = 0;
    for (LayoutFrame &frame : plane) {
        if (frame.along - at > same) {
            at = frame.along;
            ++position;
        }
        frame.position = position;
    }
    int upright = 0;
    int leaning = 0;
    const std::vector<int> straight = setsWithLean(plane, first, {0, 0}, upright);
    const std::vector<int> leant = setsWithLean(plane, first, commonLean(plane, first), leaning);
    const std::vector<int> &sets = leaning < upright ? leant : straight;
    for (std::size_t i = 0; i < plane.size(); ++i)
        plane[i].key(SplitKey::Place) = sets[i];
}

} // namespace Chartline::Imaging
