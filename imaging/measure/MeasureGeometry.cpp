// SPDX-License-Identifier: Apache-2.0
#include "measure/MeasureGeometry.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace Chartline::Imaging {

namespace {

constexpr int s_ellipseSteps = 72;
constexpr double s_flat = 0.01; // of the size: how far off its plane a region's points may lie

double sizeOf(std::span<const Vec3> points)
{
    double size = 0;
    for (const Vec3 &point : points)
        size = std::max(size, length(point - points.front()));
    return size;
}

bool isFlat(std::span<const Vec3> points)
{
    const Vec3 normal = normalOf(points);
    const Vec3 middle = middleOf(points);
    const double most = s_flat * sizeOf(points) + 1e-6;
    return std::ranges::all_of(points, [&](const Vec3 &p) { return std::abs(dot(p - middle, normal)) <= most; });
}

} // namespace

std::size_t pointsOf(MeasureKind kind)
{
    switch (kind) {
    case MeasureKind::Length: return 2;
    case MeasureKind::Angle:
    case MeasureKind::Freehand: return 3;
    case MeasureKind::Cobb:
    case MeasureKind::Bidirectional:
    case MeasureKind::Ellipse:
    case MeasureKind::Rectangle: return 4;
    case MeasureKind::Probe: return 1;
    }
    return 0;
}

bool isSound(const Measurement &measurement)
{
    const std::vector<Vec3> &p = measurement.points;
    const bool outline = measurement.kind == MeasureKind::Freehand;
    const std::size_t needed = pointsOf(measurement.kind);
    if (needed == 0 || p.size() < needed || p.size() > (outline ? mostOutlinePoints : needed))
        return false;
    for (const Vec3 &point : p) {
        for (const double value : point) {
            if (!std::isfinite(value) || std::abs(value) > farthestPoint)
                return false;
        }
        if (measurement.space == MeasureSpace::Picture && point[2] != 0)
            return false;
    }
    const double slack = s_flat * sizeOf(p) + 1e-6;
    switch (measurement.kind) {
    case MeasureKind::Ellipse: return length((p[0] + p[1] - p[2] - p[3]) * 0.5) <= slack;
    case MeasureKind::Rectangle: return length((p[0] + p[2] - p[1] - p[3]) * 0.5) <= slack;
    case MeasureKind::Freehand: return isFlat(p);
    default: return true;
    }
}

Vec3 middleOf(std::span<const Vec3> points)
{
    Vec3 sum{0, 0, 0};
    for (const Vec3 &point : points)
        sum = sum + point;
    return points.empty() ? sum : sum * (1 / double(points.size()));
}

double radiusOf(const Measurement &measurement)
{
    const Vec3 middle = middleOf(measurement.points);
    double radius = 0;
    for (const Vec3 &point : measurement.points)
        radius = std::max(radius, length(point - middle));
    return radius;
}

Vec3 normalOf(std::span<const Vec3> points)
{
    if (points.size() < 3)
        return {0, 0, 0};
    Vec3 sum{0, 0, 0};
    const Vec3 &origin = points.front();
    for (std::size_t i = 1; i + 1 < points.size(); ++i)
        sum = sum + cross(points[i] - origin, points[i + 1] - origin);
    const double size = sizeOf(points);
    // Points along a line: what is left is rounding.
    return length(sum) > 1e-9 * size * size ? normalized(sum) : Vec3{0, 0, 0};
}

double angleBetween(const Vec3 &a, const Vec3 &b)
{
    if (length(a) <= 0 || length(b) <= 0)
        return 0;
    return std::atan2(length(cross(a, b)), dot(a, b)) * 180 / std::numbers::pi;
}

std::vector<Stroke> strokesOf(const Measurement &measurement)
{
    const std::vector<Vec3> &p = measurement.points;
    if (p.size() < pointsOf(measurement.kind))
        return p.size() > 1 ? std::vector<Stroke>{{p, false}} : std::vector<Stroke>();
    switch (measurement.kind) {
    case MeasureKind::Length:
    case MeasureKind::Angle: return {{p, false}};
    case MeasureKind::Cobb:
    case MeasureKind::Bidirectional: return {{{p[0], p[1]}, false}, {{p[2], p[3]}, false}};
    case MeasureKind::Rectangle:
    case MeasureKind::Freehand: return {{p, true}};
    case MeasureKind::Probe: return {};
    case MeasureKind::Ellipse: break;
    }
    const Vec3 middle = middleOf(p);
    const Vec3 a = (p[1] - p[0]) * 0.5;
    const Vec3 b = (p[3] - p[2]) * 0.5;
    Stroke round{{}, true};
    for (int i = 0; i < s_ellipseSteps; ++i) {
        const double angle = 2 * std::numbers::pi * i / s_ellipseSteps;
        round.points.push_back(middle + a * std::cos(angle) + b * std::sin(angle));
    }
    return {round};
}

std::vector<Vec3> crossings(const Measurement &measurement, const Vec3 &onPlane, const Vec3 &normal, double thickness)
{
    std::vector<Vec3> found;
    for (const Stroke &stroke : strokesOf(measurement)) {
        const std::size_t count = stroke.points.size();
        const std::size_t lines = stroke.closed ? count : count - 1;
        for (std::size_t i = 0; i < lines; ++i) {
            const Vec3 &from = stroke.points[i];
            const Vec3 &to = stroke.points[(i + 1) % count];
            const double a = dot(from - onPlane, normal);
            const double b = dot(to - onPlane, normal);
            if (std::abs(a) <= thickness && std::abs(b) <= thickness)
                continue;
            if ((a < 0) != (b < 0))
                found.push_back(from + (to - from) * (a / (a - b)));
        }
    }
    return found;
}

} // namespace Chartline::Imaging
