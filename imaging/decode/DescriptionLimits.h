// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/ImageDescription.h"

namespace Chartline::Imaging {

// What a description may hold at most. What is read from a file is cut to these (and noted); what comes out of storage
// or from another process and exceeds them is refused.
namespace Limits {
inline constexpr std::size_t text = 10240; // bytes; the longest text of DICOM that is used here (VR LT)
inline constexpr std::size_t bytes = 1 << 26; // of an overlay
inline constexpr std::size_t entries = 65536; // of a lookup table
inline constexpr std::size_t list = 1024; // windows, regions, tables, notes, values of an Image Type…
inline constexpr std::size_t frames = 1 << 17; // also fragments
inline constexpr double value = 1e30; // of any number
inline constexpr qint64 offset = 1LL << 52; // in a file
} // namespace Limits

// Whether the frames can be decoded at all: the Image Pixel module and the number of frames. Corrupt, TooLarge.
[[nodiscard]] Expected<void> checkPixels(const ImageDescription &image);
// Whether every value is within its bounds and the parts agree with each other. Corrupt, TooLarge.
[[nodiscard]] Expected<void> checkLimits(const ImageDescription &image);

} // namespace Chartline::Imaging
