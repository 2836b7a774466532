// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/Measure.h"

namespace Chartline::Imaging {

// The most points of an outline, and the farthest a point may lie from the origin, mm or pixels.
inline constexpr std::size_t mostOutlinePoints = 2048;
inline constexpr double farthestPoint = 1e6;

[[nodiscard]] constexpr bool isRegion(MeasureKind kind)
{
    return kind == MeasureKind::Ellipse || kind == MeasureKind::Rectangle || kind == MeasureKind::Freehand;
}
// How many points a finished one has; of an outline the fewest.
[[nodiscard]] std::size_t pointsOf(MeasureKind kind);
// The right number of finite points, none absurdly far; the axes of an ellipse halve each other, the corners of a
// rectangle are a parallelogram's, an outline lies in one plane (within 1 % of its size).
[[nodiscard]] bool isSound(const Measurement &measurement);

[[nodiscard]] Vec3 middleOf(std::span<const Vec3> points);
// From the middle to the farthest point.
[[nodiscard]] double radiusOf(const Measurement &measurement);
// Unit normal of the plane the points span (Newell); zero where they span none: a point, a line.
[[nodiscard]] Vec3 normalOf(std::span<const Vec3> points);
// Degrees between two directions, 0 to 180; 0 where one is none.
[[nodiscard]] double angleBetween(const Vec3 &a, const Vec3 &b);

// What is drawn of it: lines from point to point; those of ellipses and outlines closed.
struct Stroke
{
    std::vector<Vec3> points;
    bool closed = false;
};
[[nodiscard]] std::vector<Stroke> strokesOf(const Measurement &measurement);
// Where its strokes go through a plane, but do not lie in it (within `thickness` of it at both ends).
[[nodiscard]] std::vector<Vec3> crossings(const Measurement &measurement, const Vec3 &onPlane, const Vec3 &normal,
                                          double thickness);

// A region in its own plane, mm: to tell what lies inside.
class RegionShape
{
public:
    // Nothing where it has no area.
    [[nodiscard]] static std::optional<RegionShape> of(const Measurement &region);

    [[nodiscard]] const Vec3 &origin() const { return m_origin; }
    [[nodiscard]] const Vec3 &u() const { return m_u; } // unit vectors in the plane, at a right angle
    [[nodiscard]] const Vec3 &v() const { return m_v; }
    [[nodiscard]] Vec3 normal() const { return cross(m_u, m_v); }
    // Any point, brought down to the plane.
    [[nodiscard]] bool contains(const Vec3 &point) const;
    [[nodiscard]] std::array<double, 2> inPlane(const Vec3 &point) const;
    // Of its points in the plane: u from [0] to [1], v from [2] to [3].
    [[nodiscard]] std::array<double, 4> bounds() const { return m_bounds; }
    // Nothing for an outline that crosses itself.
    [[nodiscard]] std::optional<double> area() const;

private:
    MeasureKind m_kind = MeasureKind::Ellipse;
    Vec3 m_origin{};
    Vec3 m_u{};
    Vec3 m_v{};
    std::vector<std::array<double, 2>> m_outline;
    std::array<std::array<double, 2>, 2> m_axes{}; // from the origin: ellipse to the ends, rectangle along both sides
    std::array<double, 4> m_bounds{};
};

} // namespace Chartline::Imaging
