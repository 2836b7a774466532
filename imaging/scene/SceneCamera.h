// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "volume/Volume.h"

namespace Chartline::Imaging {

// From which side of the patient one looks.
enum class StandardView : quint8 { Anterior, Posterior, Left, Right, Head, Feet };

// Where one stands and how large the patient appears. `right` and `down` are the directions in the patient (LPS, unit,
// at right angles) that point to the right and to the bottom of the picture: orientation letters follow from them.
struct SceneCamera
{
    Vec3 focus{0, 0, 0}; // mm; in the middle of the picture, and what one turns around
    Vec3 right{1, 0, 0};
    Vec3 down{0, 0, -1};
    double height = 400; // mm from the top to the bottom of the picture, at the focus
    bool perspective = false;
    double viewAngle = 30; // degrees from top to bottom, where perspective

    // Away from the person who looks.
    [[nodiscard]] Vec3 forward() const { return cross(right, down); }
    // From the eye to the focus, mm.
    [[nodiscard]] double distance() const;
    bool operator==(const SceneCamera &) const = default;
};

// The whole volume from one side; `aspect` is width / height of the picture. Head up for the four sides; from the feet
// as an axial slice lies, from the head with the face up.
[[nodiscard]] SceneCamera standardCamera(const Volume &volume, StandardView view, double aspect = 1);

// Turned as a ball in the picture is by dragging it by (dx, dy) pixels in a picture `height` pixels high: half the
// picture is a quarter turn.
[[nodiscard]] SceneCamera turned(const SceneCamera &camera, double dx, double dy, int height);
// The picture turned clockwise, degrees.
[[nodiscard]] SceneCamera rolled(const SceneCamera &camera, double degrees);
// What was dragged follows the pointer.
[[nodiscard]] SceneCamera panned(const SceneCamera &camera, double dx, double dy, int height);
// Factor above 1: closer.
[[nodiscard]] SceneCamera zoomed(const SceneCamera &camera, double factor);

} // namespace Chartline::Imaging
