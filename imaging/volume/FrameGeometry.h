// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/ImageDescription.h"

namespace Chartline::Imaging {

// Where one frame lies in the patient (PS3.3 C.7.6.2.1.1), checked: unit vectors at right angles, sizes in mm.
struct FrameGeometry
{
    Vec3 row{1, 0, 0}; // along a row: towards growing column index
    Vec3 column{0, 1, 0}; // down a column
    Vec3 normal{0, 0, 1}; // row × column
    Vec3 origin{0, 0, 0}; // centre of the first pixel
    double columnSpacing = 1; // between columns: step along `row`
    double rowSpacing = 1; // between rows: step along `column`

    // Nothing where position, orientation or spacing is missing or cannot be: not finite, spacing not positive,
    // direction cosines off unit length or off a right angle by more than 1 %. Cosines within that are made exact.
    [[nodiscard]] static std::optional<FrameGeometry> of(const FrameInfo &info);
    [[nodiscard]] double along(const Vec3 &axis) const { return dot(origin, axis); }
};

} // namespace Chartline::Imaging
