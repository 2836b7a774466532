// SPDX-License-Identifier: Apache-2.0
#include "measure/MeasureGeometry.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace Chartline::Imaging {

namespace {

using Point = std::array<double, 2>;

double turn(const Point &a, const Point &b, const Point &c)
{
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

bool cross2(const Point &a, const Point &b, const Point &c, const Point &d)
{
    const double abc = turn(a, b, c);
    const double abd = turn(a, b, d);
    const double cda = turn(c, d, a);
    const double cdb = turn(c, d, b);
    return ((abc > 0 && abd < 0) || (abc < 0 && abd > 0)) && ((cda > 0 && cdb < 0) || (cda < 0 && cdb > 0));
}

bool crossesItself(const std::vector<Point> &outline)
{
    const std::size_t n = outline.size();
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = i + 2; j < n; ++j) {
            if ((j + 1) % n != i && cross2(outline[i], outline[(i + 1) % n], outline[j], outline[(j + 1) % n]))
                return true;
        }
    }
    return false;
}

double shoelace(const std::vector<Point> &outline)
{
    double twice = 0;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const Point &a = outline[i];
        const Point &b = outline[(i + 1) % outline.size()];
        twice += a[0] * b[1] - b[0] * a[1];
    }
    return std::abs(twice) / 2;
}

// Even-odd: a line to the right crosses the outline an odd number of times.
bool within(const std::vector<Point> &outline, const Point &p)
{
    bool inside = false;
    for (std::size_t i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
        const Point &a = outline[i];
        const Point &b = outline[j];
        if ((a[1] > p[1]) != (b[1] > p[1]) && p[0] < (b[0] - a[0]) * (p[1] - a[1]) / (b[1] - a[1]) + a[0])
            inside = !inside;
    }
    return inside;
}

double determinant(const std::array<Point, 2> &axes)
{
    return axes[0][0] * axes[1][1] - axes[0][1] * axes[1][0];
}

} // namespace

std::optional<RegionShape> RegionShape::of(const Measurement &region)
{
    const std::vector<Vec3> &p = region.points;
    if (!isRegion(region.kind) || !isSound(region))
        return std::nullopt;
    Vec3 normal;
    RegionShape shape;
    shape.m_kind = region.kind;
    if (region.kind == MeasureKind::Freehand) {
        normal = normalOf(p);
        shape.m_origin = middleOf(p);
        // Of an outline the direction of u does not matter, but it has to be in the plane.
        const Vec3 helper = std::abs(normal[0]) < 0.9 ? Vec3{1, 0, 0} : Vec3{0, 1, 0};
        shape.m_u = normalized(helper - normal * dot(helper, normal));
    } else {
        const bool ellipse = region.kind == MeasureKind::Ellipse;
        const Vec3 a = ellipse ? (p[1] - p[0]) * 0.5 : p[1] - p[0];
        const Vec3 b = ellipse ? (p[3] - p[2]) * 0.5 : p[3] - p[0];
        normal = normalized(cross(a, b));
        shape.m_origin = ellipse ? middleOf(p) : p[0];
        shape.m_u = normalized(a);
        shape.m_v = cross(normal, shape.m_u);
        shape.m_axes = {Point{dot(a, shape.m_u), dot(a, shape.m_v)}, Point{dot(b, shape.m_u), dot(b, shape.m_v)}};
        if (std::abs(determinant(shape.m_axes)) < 1e-9)
            return std::nullopt;
    }
    if (length(normal) < 0.5)
        return std::nullopt;
    shape.m_v = cross(normal, shape.m_u);
    shape.m_bounds = {1e300, -1e300, 1e300, -1e300};
    const std::vector<Stroke> strokes = strokesOf(region);
    for (const Vec3 &point : strokes.front().points) {
        const Point at = shape.inPlane(point);
        if (region.kind == MeasureKind::Freehand)
            shape.m_outline.push_back(at);
        shape.m_bounds = {std::min(shape.m_bounds[0], at[0]), std::max(shape.m_bounds[1], at[0]),
                          std::min(shape.m_bounds[2], at[1]), std::max(shape.m_bounds[3], at[1])};
    }
    return shape;
}

std::array<double, 2> RegionShape::inPlane(const Vec3 &point) const
{
    return {dot(point - m_origin, m_u), dot(point - m_origin, m_v)};
}

bool RegionShape::contains(const Vec3 &point) const
{
    const Point p = inPlane(point);
    if (m_kind == MeasureKind::Freehand)
        return within(m_outline, p);
    const double det = determinant(m_axes);
    const double s = (p[0] * m_axes[1][1] - p[1] * m_axes[1][0]) / det;
    const double t = (m_axes[0][0] * p[1] - m_axes[0][1] * p[0]) / det;
    if (m_kind == MeasureKind::Ellipse)
        return s * s + t * t <= 1;
    return s >= 0 && s <= 1 && t >= 0 && t <= 1;
}

std::optional<double> RegionShape::area() const
{
    switch (m_kind) {
    case MeasureKind::Ellipse: return std::numbers::pi * std::abs(determinant(m_axes));
    case MeasureKind::Rectangle: return std::abs(determinant(m_axes));
    default: return crossesItself(m_outline) ? std::nullopt : std::optional(shoelace(m_outline));
    }
}

} // namespace Chartline::Imaging
