// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtTypes>
#include <array>

namespace Chartline::Imaging {

// Hot Iron, Hot Metal Blue and Pet are the well-known palettes of PS3.6 Annex B.1 (Tables B.1-1, B.1-3 and B.1-2).
// Perceptual is as bright as the value is large, in every kind of colour vision and in grey.
enum class ColorMap : quint8 { Grey, HotIron, HotMetalBlue, Rainbow, Pet, Perceptual };

// 0xffRRGGBB for 0 (dark) to 255.
[[nodiscard]] const std::array<quint32, 256> &colorsOf(ColorMap map);

} // namespace Chartline::Imaging
