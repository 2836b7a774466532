// SPDX-License-Identifier: Apache-2.0
#include "objects/ContourSlicer.h"

#include "volume/StackGeometry.h"

#include <algorithm>
#include <cmath>

namespace Chartline::Imaging {

namespace {

constexpr double s_parallel = 0.9999; // cosine: 0.8°
constexpr double s_carried = 0.5; // 60°
constexpr double s_usualSpacing = 3; // mm
constexpr double s_widestSpacing = 10; // mm
constexpr double s_samePlane = 0.05; // mm

// Newell's method: right for any polygon, and the mean for one that is not quite flat.
Vec3 normalOf(const std::vector<Vec3> &points)
{
    Vec3 sum{0, 0, 0};
    for (std::size_t i = 0; i < points.size(); ++i)
        sum = sum + cross(points[i] - points.front(), points[(i + 1) % points.size()] - points.front());
    return normalized(sum);
}

double meanAlong(const std::vector<Vec3> &points, const Vec3 &axis)
{
    double sum = 0;
    for (const Vec3 &point : points)
        sum += dot(point, axis);
    return sum / double(points.size());
}

// Keeps what is below a limit (Sutherland and Hodgman); `height` of a point along the clipping direction.
template<typename Height>
std::vector<Point2> clipped(const std::vector<Point2> &polygon, Height height)
{
    std::vector<Point2> kept;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Point2 &from = polygon[i];
        const Point2 &to = polygon[(i + 1) % polygon.size()];
        const double a = height(from);
        const double b = height(to);
        if (a <= 0)
            kept.push_back(from);
        if ((a <= 0) != (b <= 0)) {
            const double part = a / (a - b);
            kept.push_back({from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part});
        }
    }
    return kept;
}

} // namespace

struct ContourSlicer::Plane
{
    Vec3 center;
    Vec3 right;
    Vec3 down;
    Vec3 normal;

    [[nodiscard]] double off(const Vec3 &point) const { return dot(point - center, normal); }
    [[nodiscard]] Point2 place(const Vec3 &point) const
    {
        return {dot(point - center, right), dot(point - center, down)};
    }
};

ContourSlicer::ContourSlicer(const Roi &roi)
{
    for (const Contour &contour : roi.contours)
        add(contour);
    for (Pile &pile : m_piles) {
        std::ranges::sort(pile.levels, {}, &Level::position);
        std::vector<double> positions;
        positions.reserve(pile.levels.size());
        for (const Level &level : pile.levels)
            positions.push_back(level.position);
        if (const double gap = commonGap(positions); gap > 0 && gap <= s_widestSpacing)
            pile.spacing = gap;
    }
    if (!m_piles.empty()) {
        const Pile &pile = m_piles.front();
        const auto &contour = pile.levels[pile.levels.size() / 2].contours.front();
        Vec3 sum{0, 0, 0};
        for (const Vec3 &point : contour)
            sum = sum + point;
        m_middle = sum * (1 / double(contour.size()));
    } else if (!m_open.empty()) {
        m_middle = m_open.front().points.front();
    }
}

void ContourSlicer::add(const Contour &contour)
{
    const Vec3 normal = contour.points.size() >= 3 ? normalOf(contour.points) : Vec3{0, 0, 0};
    if (!contour.isClosed() || length(normal) < 0.5) {
        if (!contour.points.empty())
            m_open.push_back(contour);
        return;
    }
    auto pile = std::ranges::find_if(
        m_piles, [&](const Pile &known) { return std::abs(dot(known.normal, normal)) > s_parallel; });
    if (pile == m_piles.end()) {
        m_piles.emplace_back().normal = normal;
        pile = std::prev(m_piles.end());
    }
    const double position = meanAlong(contour.points, pile->normal);
    auto level = std::ranges::find_if(
        pile->levels, [&](const Level &known) { return std::abs(known.position - position) < s_samePlane; });
    if (level == pile->levels.end()) {
        pile->levels.emplace_back().position = position;
        level = std::prev(pile->levels.end());
    }
    level->contours.push_back(contour.points);
}

double ContourSlicer::spacing() const
{
    return m_piles.empty() ? s_usualSpacing : m_piles.front().spacing;
}

ContourCut ContourSlicer::cut(const Vec3 &center, const Vec3 &right, const Vec3 &down, double slice) const
{
    const Plane plane{center, right, down, cross(right, down)};
    ContourCut result;
    for (const Pile &pile : m_piles)
        cutPile(pile, plane, result);
    const double half = std::max(spacing(), slice) / 2 + 1e-3;
    for (const Contour &contour : m_open)
        cutOpen(contour, plane, half, result);
    return result;
}

void ContourSlicer::cutPile(const Pile &pile, const Plane &plane, ContourCut &cut) const
{
    const double lean = dot(pile.normal, plane.normal);
    const double half = pile.spacing / 2;
    if (std::abs(lean) > s_parallel) {
        const double at = dot(plane.center, pile.normal);
        const auto nearest = std::ranges::min_element(
            pile.levels, {}, [&](const Level &level) { return std::abs(level.position - at); });
        if (std::abs(nearest->position - at) > half + 1e-3)
            return;
        for (const auto &contour : nearest->contours) {
            auto &area = cut.areas.emplace_back();
            std::ranges::transform(contour, std::back_inserter(area), [&](const Vec3 &p) { return plane.place(p); });
        }
        return;
    }
    for (const Level &level : pile.levels) {
        if (std::abs(lean) > s_carried)
            carryOver(pile, level, plane, cut);
        else
            cutAcross(pile, level, plane, cut);
    }
}

void ContourSlicer::carryOver(const Pile &pile, const Level &level, const Plane &plane, ContourCut &cut)
{
    const double lean = dot(pile.normal, plane.normal);
    const double half = pile.spacing / 2;
    const double offset = level.position - dot(plane.center, pile.normal);
    // How much of the normal a millimetre of the plane climbs, to the right and down.
    const double climbRight = dot(plane.right, pile.normal);
    const double climbDown = dot(plane.down, pile.normal);
    const auto height = [&](const Point2 &p) { return p[0] * climbRight + p[1] * climbDown - offset; };
    for (const auto &contour : level.contours) {
        std::vector<Point2> area;
        area.reserve(contour.size());
        for (const Vec3 &point : contour)
            area.push_back(plane.place(point - pile.normal * (plane.off(point) / lean)));
        area = clipped(area, [&](const Point2 &p) { return height(p) - half; });
        area = clipped(area, [&](const Point2 &p) { return -height(p) - half; });
        if (area.size() >= 3)
            cut.areas.push_back(std::move(area));
    }
}

void ContourSlicer::cutAcross(const Pile &pile, const Level &level, const Plane &plane, ContourCut &cut)
{
    const Vec3 along = normalized(cross(pile.normal, plane.normal));
    const Vec3 across = cross(plane.normal, along);
    std::vector<std::pair<double, double>> crossings; // along, across
    for (const auto &contour : level.contours) {
        for (std::size_t i = 0; i < contour.size(); ++i) {
            const Vec3 &from = contour[i];
            const Vec3 &to = contour[(i + 1) % contour.size()];
            const double a = plane.off(from);
            const double b = plane.off(to);
            if ((a < 0) == (b < 0))
                continue;
            const Vec3 point = from + (to - from) * (a / (a - b)) - plane.center;
            crossings.emplace_back(dot(point, along), dot(point, across));
        }
    }
    std::ranges::sort(crossings);
    const double reach = pile.spacing / 2 / std::abs(dot(pile.normal, across));
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
        const auto corner = [&](const std::pair<double, double> &at, double by) {
            const Vec3 point = along * at.first + across * (at.second + by);
            return Point2{dot(point, plane.right), dot(point, plane.down)};
        };
        cut.bands.push_back({corner(crossings[i], -reach), corner(crossings[i + 1], -reach),
                             corner(crossings[i + 1], reach), corner(crossings[i], reach)});
    }
}

void ContourSlicer::cutOpen(const Contour &contour, const Plane &plane, double half, ContourCut &cut)
{
    if (std::ranges::all_of(contour.points, [&](const Vec3 &p) { return std::abs(plane.off(p)) <= half; })) {
        std::vector<Point2> line;
        std::ranges::transform(contour.points, std::back_inserter(line), [&](const Vec3 &p) { return plane.place(p); });
        if (line.size() == 1)
            cut.marks.push_back(line.front());
        else
            cut.lines.push_back(std::move(line));
        return;
    }
    for (std::size_t i = 0; i + 1 < contour.points.size(); ++i) {
        const double a = plane.off(contour.points[i]);
        const double b = plane.off(contour.points[i + 1]);
        if ((a < 0) != (b < 0))
            cut.marks.push_back(
                plane.place(contour.points[i] + (contour.points[i + 1] - contour.points[i]) * (a / (a - b))));
    }
}

} // namespace Chartline::Imaging
