// SPDX-License-Identifier: Apache-2.0
#include "scene/SceneCamera.h"

#include <algorithm>
#include <numbers>

namespace Chartline::Imaging {

namespace {

constexpr double s_margin = 1.04; // around the volume
constexpr double s_least = 1; // mm, of the picture's height
constexpr double s_most = 20000;

// Rodrigues: v turned about a unit axis, right-handed.
Vec3 rotated(const Vec3 &v, const Vec3 &axis, double radians)
{
    return v * std::cos(radians) + cross(axis, v) * std::sin(radians) + axis * (dot(axis, v) * (1 - std::cos(radians)));
}

// Rounding must not add up over a long drag.
SceneCamera straightened(SceneCamera camera)
{
    camera.right = normalized(camera.right);
    camera.down = normalized(camera.down - camera.right * dot(camera.right, camera.down));
    return camera;
}

std::array<Vec3, 2> axesOf(StandardView view)
{
    switch (view) {
    case StandardView::Anterior: return {Vec3{1, 0, 0}, Vec3{0, 0, -1}};
    case StandardView::Posterior: return {Vec3{-1, 0, 0}, Vec3{0, 0, -1}};
    case StandardView::Left: return {Vec3{0, 1, 0}, Vec3{0, 0, -1}};
    case StandardView::Right: return {Vec3{0, -1, 0}, Vec3{0, 0, -1}};
    case StandardView::Head: return {Vec3{-1, 0, 0}, Vec3{0, 1, 0}};
    case StandardView::Feet: break;
    }
    return {Vec3{1, 0, 0}, Vec3{0, 1, 0}};
}

// How long the volume is along a direction, mm.
double extentAlong(const Volume &volume, const Vec3 &direction)
{
    double sum = 0;
    for (std::size_t i = 0; i < 3; ++i)
        sum += std::abs(dot(volume.indexToPatient.columns[i], direction)) * volume.size[i];
    return sum;
}

} // namespace

double SceneCamera::distance() const
{
    // Where parallel the eye only has to be outside of the patient.
    const double angle = perspective ? std::clamp(viewAngle, 1.0, 120.0) : 30.0;
    return height / 2 / std::tan(angle / 2 * std::numbers::pi / 180);
}

SceneCamera standardCamera(const Volume &volume, StandardView view, double aspect)
{
    SceneCamera camera;
    const auto axes = axesOf(view);
    camera.right = axes[0];
    camera.down = axes[1];
    camera.focus = volume.indexToPatient.point(
        {(volume.size[0] - 1) / 2.0, (volume.size[1] - 1) / 2.0, (volume.size[2] - 1) / 2.0});
    const double across = extentAlong(volume, camera.right) / std::max(aspect, 1e-3);
    const double along = extentAlong(volume, camera.down);
    camera.height = std::clamp(std::max(across, along) * s_margin, s_least, s_most);
    return camera;
}

SceneCamera turned(const SceneCamera &camera, double dx, double dy, int height)
{
    const double perPixel = std::numbers::pi / std::max(height, 1);
    const double angle = std::hypot(dx, dy) * perPixel;
    if (angle <= 0)
        return camera;
    // The near side goes with the pointer, so the eye goes the other way.
    const Vec3 axis = normalized(camera.down * dx - camera.right * dy);
    SceneCamera result = camera;
    result.right = rotated(camera.right, axis, angle);
    result.down = rotated(camera.down, axis, angle);
    return straightened(result);
}

SceneCamera rolled(const SceneCamera &camera, double degrees)
{
    SceneCamera result = camera;
    const double radians = -degrees * std::numbers::pi / 180;
    result.right = rotated(camera.right, camera.forward(), radians);
    result.down = rotated(camera.down, camera.forward(), radians);
    return straightened(result);
}

SceneCamera panned(const SceneCamera &camera, double dx, double dy, int height)
{
    const double perPixel = camera.height / std::max(height, 1);
    SceneCamera result = camera;
    result.focus = camera.focus - camera.right * (dx * perPixel) - camera.down * (dy * perPixel);
    return result;
}

SceneCamera zoomed(const SceneCamera &camera, double factor)
{
    SceneCamera result = camera;
    if (factor > 0 && std::isfinite(factor))
        result.height = std::clamp(camera.height / factor, s_least, s_most);
    return result;
}

} // namespace Chartline::Imaging
