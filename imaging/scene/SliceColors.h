// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scene/ColorMaps.h"
#include "scene/SliceSampler.h"

#include <span>

namespace Chartline::Imaging {

// 0…1 of a modality value by a window (PS3.3 C.11.2.1.2), before any inversion.
[[nodiscard]] float windowed(float value, const Window &window);

// Where there is nothing it is drawn in this colour.
inline constexpr quint32 nothingColor = 0xff090c10;

// Each writes width × height pixels 0xffRRGGBB, rows `stride` pixels apart; both slices have to be of the same size
// (the smaller extent is drawn).
struct Shading
{
    Window window;
    bool inverted = false;
    ColorMap map = ColorMap::Grey;
};
void shade(const SliceValues &slice, const Shading &shading, std::span<quint32> out, qsizetype stride);
// `part`: of the second, 0…1.
void blend(const SliceValues &a, const Shading &as, const SliceValues &b, const Shading &bs, double part,
           std::span<quint32> out, qsizetype stride);
// Fields of one and the other by turns, each `field` pixels wide.
void checker(const SliceValues &a, const Shading &as, const SliceValues &b, const Shading &bs, int field,
             std::span<quint32> out, qsizetype stride);
// What is larger in `a` (now) than in `b` (before) is orange, what is smaller blue, over a dim picture of `a`; told
// apart with any kind of colour vision. Values beyond the window's ends count as its ends: what cannot be seen through
// the window (air here, filling of the scanner's corners there) is no difference. `span`: the difference that gets the
// full colour.
void difference(const SliceValues &a, const Shading &as, const SliceValues &b, double span, std::span<quint32> out,
                qsizetype stride);
// A coloured picture (PET) over a grey one (CT): the more colour the larger the value. `part`: the most, 0…1.
void fuse(const SliceValues &grey, const Shading &gs, const SliceValues &color, const Shading &cs, double part,
          std::span<quint32> out, qsizetype stride);

} // namespace Chartline::Imaging
