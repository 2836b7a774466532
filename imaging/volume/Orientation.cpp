// SPDX-License-Identifier: Apache-2.0
#include "volume/Orientation.h"

#include <algorithm>
#include <numbers>

namespace Chartline::Imaging {

namespace {

constexpr double furtherLetter = 0.2;

bool usable(const Vec3 &v)
{
    const double l = length(v);
    return std::isfinite(l) && l > 1e-9;
}

} // namespace

QString directionLetters(const Vec3 &direction)
{
    if (!usable(direction))
        return {};
    const Vec3 unit = normalized(direction);
    // LPS: the letter of the negative side, then of the positive one.
    static constexpr char16_t sides[3][2] = {{u'R', u'L'}, {u'A', u'P'}, {u'F', u'H'}};
    std::array<std::size_t, 3> axes{0, 1, 2};
    // Equal parts keep the order x, y, z whatever the last bits of the numbers are.
    std::stable_sort(axes.begin(), axes.end(),
                     [&](std::size_t a, std::size_t b) { return std::abs(unit[a]) > std::abs(unit[b]) + 1e-6; });
    QString letters;
    for (const std::size_t axis : axes) {
        if (letters.isEmpty() || std::abs(unit[axis]) >= furtherLetter)
            letters += QChar(sides[axis][unit[axis] > 0 ? 1 : 0]);
    }
    return letters;
}

PlaneName planeOf(const Vec3 &normal)
{
    const double cosLimit = std::cos(20 * std::numbers::pi / 180);
    if (!usable(normal))
        return PlaneName::Oblique;
    const Vec3 unit = normalized(normal);
    if (std::abs(unit[2]) >= cosLimit)
        return PlaneName::Axial;
    if (std::abs(unit[1]) >= cosLimit)
        return PlaneName::Coronal;
    if (std::abs(unit[0]) >= cosLimit)
        return PlaneName::Sagittal;
    return PlaneName::Oblique;
}

ViewAxes ViewAxes::rotated(double degrees) const
{
    // A clockwise turn by 90° brings what was at the bottom to the left: right shows what was up.
    const double angle = degrees * std::numbers::pi / 180;
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    return {right * c - down * s, right * s + down * c};
}

EdgeLetters ViewAxes::letters() const
{
    return {directionLetters(right * -1), directionLetters(right), directionLetters(down * -1), directionLetters(down)};
}

} // namespace Chartline::Imaging
