// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "objects/ObjectCommon.h"

namespace Chartline::Imaging {

// PS3.3 C.10.7.1.1: three unsigned 16-bit numbers, L* 0…100 and a*, b* -128…127, of the PCS with D50 white. Matrix from
// XYZ (D50) to linear sRGB: IEC 61966-2-1 with Bradford's adaptation. What sRGB cannot show is cut.
[[nodiscard]] Rgb rgbOfCieLab(const std::array<int, 3> &lab);

// A colour for what brings none, told apart from its neighbours by number: eight hues, then the same again lighter.
[[nodiscard]] Rgb usualColor(int number);

} // namespace Chartline::Imaging
