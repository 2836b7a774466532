// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/ImageDescription.h"

#include <span>

namespace Chartline::Imaging {

// The instances of a series without those that are there twice.
struct UniqueInstances
{
    // In an order that depends on what they are, not on how they came: by SOP Instance UID, then content.
    std::vector<int> kept;
    std::vector<int> copies; // for each of `kept`: how many others were left out for it
    int reusedUids = 0; // kept instances that share their UID with a different image
};

// Twice: the same SOP Instance UID with the same numbers and places (the pixels may have been compressed anew; the one
// with the fewest notes and the most bytes is kept), or another UID and everything else the same including position,
// a non-zero instance number, acquisition or content time and length. Where in doubt both are kept: a picture shown
// twice is better than one lost.
[[nodiscard]] UniqueInstances uniqueInstances(std::span<const ImageDescription> images);

} // namespace Chartline::Imaging
