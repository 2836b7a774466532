// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Affine.h"

#include <QString>

namespace Chartline::Imaging {

// Towards which side of the patient a direction points, in the letters of PS3.3 C.7.6.1.1.1 (biped): R L A P H F, the
// strongest first ("R", "PF", "LAH"). A further letter stands where its part of the direction is at least 0.2 (the
// direction is then more than 11.5° off the axis); the standard sets no limit. Empty for a zero or broken direction.
[[nodiscard]] QString directionLetters(const Vec3 &direction);

// How the plane of a view lies in the patient. Oblique: its normal is more than 20° off every axis.
enum class PlaneName : quint8 { Axial, Coronal, Sagittal, Oblique };
[[nodiscard]] PlaneName planeOf(const Vec3 &normal);

// The letters at the edges of a picture.
struct EdgeLetters
{
    QString left;
    QString right;
    QString top;
    QString bottom;
    bool operator==(const EdgeLetters &) const = default;
};

// The directions in the patient that a view shows towards the right and towards the bottom of the screen. What turns
// the picture turns these, so that letters, rulers and mouse follow from one place.
struct ViewAxes
{
    Vec3 right{1, 0, 0};
    Vec3 down{0, 1, 0};

    // Mirrored at the vertical line through the middle (left and right change places).
    [[nodiscard]] ViewAxes flippedHorizontally() const { return {right * -1, down}; }
    [[nodiscard]] ViewAxes flippedVertically() const { return {right, down * -1}; }
    // The picture turned clockwise on the screen, in degrees.
    [[nodiscard]] ViewAxes rotated(double degrees) const;
    // Right × down: away from the person who looks, for an unflipped picture.
    [[nodiscard]] Vec3 normal() const { return normalized(cross(right, down)); }
    [[nodiscard]] EdgeLetters letters() const;
};

} // namespace Chartline::Imaging
