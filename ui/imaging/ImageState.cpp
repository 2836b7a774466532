// SPDX-License-Identifier: Apache-2.0
#include "imaging/ImageState.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace Chartline::Ui {

using namespace Imaging;

Vec3 ImageState::toContent(const QPointF &pixel, const QSizeF &view) const
{
    return center + right * ((pixel.x() - view.width() / 2) * mmPerPixel)
           + down * ((pixel.y() - view.height() / 2) * mmPerPixel);
}

QPointF ImageState::toView(const Vec3 &point, const QSizeF &view) const
{
    const Vec3 offset = point - center;
    return {dot(offset, right) / mmPerPixel + view.width() / 2, dot(offset, down) / mmPerPixel + view.height() / 2};
}

double ImageState::offPlane(const Vec3 &point) const
{
    return dot(point - center, axis);
}

void ImageState::panBy(const QPointF &pixels)
{
    center = center - right * (pixels.x() * mmPerPixel) - down * (pixels.y() * mmPerPixel);
}

void ImageState::zoomBy(double factor, const QPointF &at, const QSizeF &view)
{
    const Vec3 under = toContent(at, view);
    mmPerPixel = std::clamp(mmPerPixel / factor, 1e-4, 1e3);
    center = center + (under - toContent(at, view));
}

void ImageState::scrollBy(double mm)
{
    center = center + axis * mm;
}

void ImageState::scrollTo(const Vec3 &point)
{
    center = center + axis * offPlane(point);
}

void ImageState::rotate()
{
    const Vec3 was = right;
    right = down * -1;
    down = was;
}

void ImageState::mirror()
{
    right = right * -1;
}

void ImageState::flip()
{
    down = down * -1;
}

void ImageState::turn(const Vec3 &axis_, double degrees, const Vec3 &about)
{
    const Vec3 unit = normalized(axis_);
    const double angle = degrees * std::numbers::pi / 180;
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    // Rodrigues' formula.
    const auto turned = [&](const Vec3 &v) { return v * c + cross(unit, v) * s + unit * (dot(unit, v) * (1 - c)); };
    right = normalized(turned(right));
    // At right angles, however often it was turned.
    const Vec3 lower = turned(down);
    down = normalized(lower - right * dot(lower, right));
    const Vec3 normal = normalized(cross(right, down));
    axis = dot(turned(axis), normal) < 0 ? normal * -1 : normal;
    center = about + turned(center - about);
}

ImageState ImageState::through(const Affine &rigid) const
{
    ImageState there = *this;
    there.center = rigid.point(center);
    there.right = normalized(rigid.direction(right));
    there.down = normalized(rigid.direction(down));
    there.axis = normalized(rigid.direction(axis));
    return there;
}

void ImageState::dragWindow(const QPointF &pixels, double range)
{
    const double step = std::max(range, window.width) / 1000;
    window.width = std::max(window.width + pixels.x() * step, range > 20 ? 1.0 : range / 1000 + 1e-9);
    window.center += pixels.y() * step;
    window.explanation.clear();
}

} // namespace Chartline::Ui
