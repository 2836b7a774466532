// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "volume/SeriesLayout.h"

#include <limits>

namespace Chartline::Imaging {

// By what frames at the same place can be told apart. The first four make separate stacks, the others points of a 4D
// stack; each is tried in this order.
enum class SplitKey : quint8 {
    Place, // in the plane: two sets side by side
    StackId,
    ImageType,
    Label,
    BValue,
    Gradient,
    Echo,
    Temporal,
    Trigger,
    Acquisition,
    Time,
    Order,
};
inline constexpr std::size_t splitKeys = 12;
inline constexpr std::size_t firstPointKey = 4;

// A key that is not given; sorts first and equals itself.
inline constexpr double noKey = -std::numeric_limits<double>::max();

// What the layout knows of one frame.
struct LayoutFrame
{
    FrameRef ref;
    const ImageDescription *image = nullptr;
    FrameGeometry geometry;
    double thickness = 0;
    double along = 0; // mm along the normal of its plane
    int position = 0; // number of its place among those of its plane, along the normal
    std::array<double, splitKeys> keys{};
    std::optional<Vec3> gradient;

    [[nodiscard]] double key(SplitKey k) const { return keys[std::size_t(k)]; }
    [[nodiscard]] double &key(SplitKey k) { return keys[std::size_t(k)]; }
};

// Frames of parallel planes with the same size and pixels.
using Plane = std::vector<LayoutFrame>;

} // namespace Chartline::Imaging
