// SPDX-License-Identifier: Apache-2.0
#include "volume/StackGeometry.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace Chartline::Imaging {

namespace {

// Places of the grid that may be made of the slices beside them.
constexpr int mostBridgedSlices = 3;

double placeTolerance(double step)
{
    return std::max(0.01 * step, std::min(0.1, 0.1 * step));
}

double shiftTolerance(const FrameGeometry &frame)
{
    const double pixel = std::min(frame.columnSpacing, frame.rowSpacing);
    return std::min({0.25, std::max(0.1, 0.25 * pixel), pixel});
}

// Numbers of the grid places, where all slices lie on one.
std::vector<int> gridPlaces(const std::vector<double> &positions, double gap, double &step)
{
    std::vector<int> places{0};
    std::size_t single = 0; // gaps of one step
    for (std::size_t i = 1; i < positions.size(); ++i) {
        const double steps = std::round((positions[i] - positions[i - 1]) / gap);
        if (!(steps >= 1) || steps > 1e6 || places.back() > 1'000'000)
            return {};
        places.push_back(places.back() + int(steps));
        single += steps == 1 ? 1 : 0;
    }
    step = (positions.back() - positions.front()) / places.back();
    // Whole numbers can be found for almost any gaps when many slices are missing.
    const bool complete = places.size() == std::size_t(places.back()) + 1;
    if (!complete && single * 2 <= positions.size() - 1)
        return {};
    const double tolerance = complete ? placeTolerance(step) : placeTolerance(step) / 2;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        if (std::abs(positions[i] - positions.front() - places[i] * step) > tolerance)
            return {};
    }
    return places;
}

void findGrid(StackGeometry &g)
{
    g.gridSlices = g.slices();
    if (g.slices() == 1) {
        g.gridIndex = {0};
        g.step = g.thickness[0] > 0 ? g.thickness[0] : 1;
        return;
    }
    g.smallestGap = g.largestGap = g.positions[1] - g.positions[0];
    for (std::size_t i = 2; i < g.positions.size(); ++i) {
        const double gap = g.positions[i] - g.positions[i - 1];
        g.smallestGap = std::min(g.smallestGap, gap);
        g.largestGap = std::max(g.largestGap, gap);
    }
    const double common = commonGap(g.positions);
    const double extent = g.positions.back() - g.positions.front();
    if (common > 0)
        g.gridIndex = gridPlaces(g.positions, common, g.step);
    if (g.onGrid()) {
        g.gridSlices = g.gridIndex.back() + 1;
        g.missing = g.gridSlices - g.slices();
        return;
    }
    // Both ends stay where they are; so the step is a little less than the common gap. Never more than four places for
    // each slice: a finer grid would only repeat what it has.
    const double finest = extent / (4.0 * g.slices());
    g.gridSlices = std::max(2, int(std::ceil(extent / std::max(common, finest) - 0.01)) + 1);
    g.step = extent > 0 ? extent / (g.gridSlices - 1) : 1;
}

// A gantry tilt displaces each slice in its plane by the same amount for each mm; anything else is a displacement of
// single slices.
void findShifts(StackGeometry &g)
{
    const double tolerance = shiftTolerance(g.first);
    double largest = 0;
    for (const auto &shift : g.shifts)
        largest = std::max({largest, std::abs(shift[0]), std::abs(shift[1])});
    if (largest <= tolerance) {
        std::ranges::fill(g.shifts, std::array<double, 2>{0, 0});
        return;
    }
    std::array<double, 2> slope{0, 0};
    double squares = 0;
    for (std::size_t i = 0; i < g.shifts.size(); ++i) {
        const double at = g.positions[i] - g.positions[0];
        squares += at * at;
        slope[0] += at * g.shifts[i][0];
        slope[1] += at * g.shifts[i][1];
    }
    slope = {slope[0] / squares, slope[1] / squares};
    for (std::size_t i = 0; i < g.shifts.size(); ++i) {
        const double at = g.positions[i] - g.positions[0];
        const double off = std::max(std::abs(g.shifts[i][0] - at * slope[0]), std::abs(g.shifts[i][1] - at * slope[1]));
        g.displaced += off > tolerance ? 1 : 0;
    }
    const double lean = std::hypot(slope[0], slope[1]);
    g.sheared = lean * (g.positions.back() - g.positions.front()) > tolerance;
    if (g.sheared) {
        const double larger = std::abs(slope[0]) > std::abs(slope[1]) ? slope[0] : slope[1];
        g.tilt = std::copysign(std::atan(lean) * 180 / std::numbers::pi, larger);
    }
}

} // namespace

double commonGap(const std::vector<double> &ascending)
{
    std::vector<double> gaps;
    for (std::size_t i = 1; i < ascending.size(); ++i)
        gaps.push_back(ascending[i] - ascending[i - 1]);
    if (gaps.empty())
        return 0;
    const auto at = gaps.begin() + std::ptrdiff_t((gaps.size() - 1) / 5);
    std::nth_element(gaps.begin(), at, gaps.end());
    return *at;
}

StackGeometry StackGeometry::of(const std::vector<Slice> &slices, int columns, int rows)
{
    StackGeometry g;
    g.columns = columns;
    g.rows = rows;
    g.first = slices.front().frame;
    for (const Slice &slice : slices) {
        const Vec3 from = slice.frame.origin - g.first.origin;
        g.positions.push_back(slice.frame.along(g.first.normal));
        g.shifts.push_back({dot(from, g.first.row), dot(from, g.first.column)});
        g.thickness.push_back(slice.thickness);
    }
    findGrid(g);
    if (slices.size() > 1)
        findShifts(g);
    return g;
}

Affine StackGeometry::indexToPatient() const
{
    Affine a;
    a.columns[0] = first.row * first.columnSpacing;
    a.columns[1] = first.column * first.rowSpacing;
    a.columns[2] = first.normal * step;
    if (const double extent = positions.back() - positions.front(); extent > 0) {
        const Vec3 drift = first.row * shifts.back()[0] + first.column * shifts.back()[1];
        a.columns[2] = (first.normal * extent + drift) * (step / extent);
    }
    a.translation = first.origin;
    return a;
}

bool StackGeometry::bridged(int slice) const
{
    const auto i = std::size_t(slice);
    const double gap = positions[i + 1] - positions[i];
    return gap <= (mostBridgedSlices + 1) * step + placeTolerance(step)
           || gap <= 1.1 * std::max(thickness[i], thickness[i + 1]);
}

QStringList StackGeometry::notes() const
{
    const auto text = [](double mm) { return QString::number(mm, 'f', 1); };
    QStringList result;
    if (!onGrid())
        result << QStringLiteral("resampled-irregular:%1-%2").arg(text(smallestGap), text(largestGap));
    else if (missing > 0)
        result << QStringLiteral("missing-slices:%1").arg(missing);
    double empty = 0;
    for (int i = 0; i + 1 < slices(); ++i) {
        if (!bridged(i))
            empty = std::max(empty, positions[std::size_t(i) + 1] - positions[std::size_t(i)]);
    }
    if (empty > 0)
        result << QStringLiteral("empty-gap:%1").arg(text(empty));
    if (sheared)
        result << QStringLiteral("sheared-tilt:%1").arg(text(tilt));
    if (displaced > 0)
        result << QStringLiteral("shifted-slices:%1").arg(displaced);
    return result;
}

} // namespace Chartline::Imaging
