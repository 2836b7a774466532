// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/FrameDecoder.h"

namespace Chartline::Imaging {

enum class ColorModel : quint8 { Rgb, YbrFull, YbrPartial };
// What three samples mean once the codec has undone its own colour transform.
[[nodiscard]] ColorModel colorModelOf(Photometric photometric);

// Three samples a pixel as a codec or a file gives them.
struct ColorSamples
{
    const std::byte *data = nullptr;
    int bytes = 1; // of a sample: 1, 2 or 4, native order
    bool byPlane = false; // all of the first, then of the second, then of the third
    int bitsStored = 8;
    int highBit = 7;
    ColorModel model = ColorModel::Rgb;
};

// Red, green, blue of 8 bits each, side by side; deeper samples are scaled. `out` has three bytes a pixel.
void toRgb(const ColorSamples &samples, std::span<std::byte> out);

// In place, by PS3.3 C.7.6.3.1.2.
void convertToRgb(std::span<std::byte> samples, ColorModel model);

} // namespace Chartline::Imaging
