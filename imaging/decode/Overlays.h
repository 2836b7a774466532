// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/ImageDescription.h"

namespace Chartline::Imaging {

// The plane over a frame (counted from 0): one byte a pixel of the image, row by row, 1 where the overlay is. Empty
// where the plane does not lie over this frame, or is embedded in the pixels (then overlayImage() has it).
[[nodiscard]] std::vector<quint8> overlayMask(const OverlayPlane &plane, int frame, int rows, int columns);

// An embedded plane as an image of its own with the same pixel data: what a decoder makes of its frames is 0 and 1.
// UnsupportedPixels where the plane is none of those.
[[nodiscard]] Expected<ImageDescription> overlayImage(const ImageDescription &image, const OverlayPlane &plane);

} // namespace Chartline::Imaging
