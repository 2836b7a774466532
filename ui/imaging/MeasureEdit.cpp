// SPDX-License-Identifier: Apache-2.0
#include "imaging/MeasureEdit.h"

#include <algorithm>

namespace Chartline::Ui::MeasureEdit {

using namespace Imaging;

namespace {

constexpr double s_secondAxis = 0.6; // of the first, until it is dragged

using Points = std::vector<Vec3>;

// The second axis of a bidirectional: through a point of the first, at a right angle.
Points bidirectional(const Vec3 &a, const Vec3 &b, const Vec3 &across, double part, double above, double below)
{
    const Vec3 foot = a + (b - a) * part;
    return {a, b, foot - across * below, foot + across * above};
}

Points moveBidirectional(const Points &p, std::size_t handle, const Vec3 &to)
{
    const Vec3 along = p[1] - p[0];
    const Vec3 across = normalized(p[3] - p[2]);
    const double size = dot(along, along);
    if (!(size > 0) || length(across) < 0.5)
        return p;
    const double part = dot(p[2] - p[0], along) / size;
    const double below = -dot(p[2] - p[0], across);
    const double above = dot(p[3] - p[0], across);
    if (handle >= 2) {
        // Slides along the first axis, and gets longer or shorter at this end.
        const double slid = std::clamp(dot(to - p[0], along) / size, 0.0, 1.0);
        const double reach = dot(to - p[0], across);
        return handle == 2 ? bidirectional(p[0], p[1], across, slid, above, -reach)
                           : bidirectional(p[0], p[1], across, slid, reach, below);
    }
    const Vec3 a = handle == 0 ? to : p[0];
    const Vec3 b = handle == 1 ? to : p[1];
    // Turned with the first axis, in the plane both span.
    const Vec3 normal = cross(normalized(along), across);
    const Vec3 turned = cross(normal, normalized(b - a));
    return length(turned) < 0.5 ? p : bidirectional(a, b, turned, part, above, below);
}

Points moveEllipse(const Points &p, std::size_t handle, const Vec3 &to)
{
    const std::size_t opposite = handle ^ 1U;
    const Vec3 direction = normalized(p[handle] - p[opposite]);
    const double reach = dot(to - p[opposite], direction);
    if (length(direction) < 0.5 || reach <= 0)
        return p;
    Points result = p;
    result[handle] = p[opposite] + direction * reach;
    const Vec3 middle = (result[handle] + p[opposite]) * 0.5;
    const std::size_t other = handle < 2 ? 2 : 0;
    const Vec3 half = (p[other + 1] - p[other]) * 0.5;
    result[other] = middle - half;
    result[other + 1] = middle + half;
    return result;
}

Points moveRectangle(const Points &p, std::size_t handle, const Vec3 &to)
{
    const Vec3 &fixed = p[(handle + 2) % 4];
    const Vec3 first = normalized(p[(handle + 1) % 4] - fixed);
    const Vec3 second = normalized(p[(handle + 3) % 4] - fixed);
    if (length(first) < 0.5 || length(second) < 0.5)
        return p;
    Points result = p;
    const Vec3 by = to - fixed;
    result[(handle + 1) % 4] = fixed + first * dot(by, first);
    result[(handle + 3) % 4] = fixed + second * dot(by, second);
    result[handle] = fixed + first * dot(by, first) + second * dot(by, second);
    return result;
}

} // namespace

std::size_t clicksOf(MeasureKind kind)
{
    switch (kind) {
    case MeasureKind::Probe: return 1;
    case MeasureKind::Angle: return 3;
    case MeasureKind::Cobb: return 4;
    case MeasureKind::Freehand: return 0;
    default: return 2;
    }
}

Points fromClicks(MeasureKind kind, Points clicks, const ImageState &state)
{
    if (clicks.empty())
        return {};
    if (clicks.size() == 1)
        return {clicks.front()};
    const Vec3 by = clicks[1] - clicks[0];
    const Vec3 right = state.right * dot(by, state.right);
    const Vec3 down = state.down * dot(by, state.down);
    switch (kind) {
    case MeasureKind::Rectangle: return {clicks[0], clicks[0] + right, clicks[0] + right + down, clicks[0] + down};
    case MeasureKind::Ellipse: {
        const Vec3 middle = clicks[0] + by * 0.5;
        return {middle - right * 0.5, middle + right * 0.5, middle - down * 0.5, middle + down * 0.5};
    }
    case MeasureKind::Bidirectional: {
        const Vec3 across = normalized(cross(cross(state.right, state.down), by));
        const double half = length(by) * s_secondAxis / 2;
        return bidirectional(clicks[0], clicks[1], across, 0.5, half, half);
    }
    default: return clicks;
    }
}

Points moved(MeasureKind kind, const Points &points, std::size_t handle, const Vec3 &to)
{
    if (handle >= points.size())
        return points;
    if (points.size() == 4) {
        switch (kind) {
        case MeasureKind::Bidirectional: return moveBidirectional(points, handle, to);
        case MeasureKind::Ellipse: return moveEllipse(points, handle, to);
        case MeasureKind::Rectangle: return moveRectangle(points, handle, to);
        default: break;
        }
    }
    Points result = points;
    result[handle] = to;
    return result;
}

Points shifted(const Points &points, const Vec3 &by)
{
    Points result = points;
    for (Vec3 &point : result)
        point = point + by;
    return result;
}

bool hasHandles(MeasureKind kind)
{
    return kind != MeasureKind::Freehand;
}

} // namespace Chartline::Ui::MeasureEdit
