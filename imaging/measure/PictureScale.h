// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/ImageDescription.h"

#include <span>

namespace Chartline::Imaging {

// How large the pixels of a picture without a place in the body are.
struct PictureScale
{
    double x = 1; // between columns
    double y = 1; // between rows; with x the picture's aspect
    bool isMm = false; // x and y are millimetres of the patient
    QList<UltrasoundRegion> regions;

    // Pixel Spacing is millimetres of the patient; Imager Pixel Spacing is at the detector, where everything is
    // enlarged by an unknown factor, and gives the aspect alone. An ultrasound picture with regions has millimetres
    // within a region whose units are cm in both directions (PS3.3 C.8.5.5.1.15), and nowhere else.
    [[nodiscard]] static PictureScale of(const ImageDescription &image, int frame);

    // The scale that holds for all of these points together, in pixels (centres at whole numbers).
    [[nodiscard]] PictureScale at(std::span<const Vec3> points) const;
};

} // namespace Chartline::Imaging
