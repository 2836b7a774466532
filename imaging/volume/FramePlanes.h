// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "volume/Duplicates.h"
#include "volume/LayoutFrame.h"

namespace Chartline::Imaging {

// The frames of a series, sorted into planes; what has no place in the patient or cannot be part of a volume aside.
struct FramePlanes
{
    std::vector<Plane> planes;
    std::vector<LayoutFrame> loose; // colour, palettes, no usable position
    bool tooMany = false; // more planes than are laid out: the frames of the others are among the loose ones

    // `instances`: which descriptions take part, in the order in which equals are to be kept.
    [[nodiscard]] static FramePlanes of(std::span<const ImageDescription> images, const std::vector<int> &instances);
};

// Says LOCALIZER in its Image Type.
[[nodiscard]] bool isLocaliser(const ImageDescription &image);

// CT, MR or PET as scanned: images that are expected to say where they are.
[[nodiscard]] bool shouldHavePlace(const ImageDescription &image);

// Several frames that follow one another in time: they say how fast, or the modality is one that makes films.
[[nodiscard]] bool isLoop(const ImageDescription &image);

} // namespace Chartline::Imaging
