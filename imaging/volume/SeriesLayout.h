// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "volume/StackGeometry.h"

#include <span>

namespace Chartline::Imaging {

// One frame of a series.
struct FrameRef
{
    int instance = 0; // index into the descriptions that were laid out
    int frame = 0; // 0-based
    bool operator==(const FrameRef &) const = default;
};

// What tells the points of a 4D stack apart.
enum class Dimension : quint8 {
    BValue, // s/mm²
    Gradient, // diffusion direction, numbered from 1; Point::gradient has it
    Echo, // echo time, ms
    Temporal, // Temporal Position Index or Identifier
    Trigger, // ms after the trigger: the cardiac phase
    Acquisition, // Acquisition Number
    Time, // acquisition time, seconds after the first point
    Order, // nothing but the order of instance numbers, from 1 (note "told-apart-by-order")
};

// Frames that belong together: a volume (or several of the same place: 4D), or a list of pictures.
struct Stack
{
    enum class Kind : quint8 { Volume, Pictures };

    struct Point
    {
        std::vector<FrameRef> frames; // Volume: one for each slice, in the order of geometry.positions
        std::vector<double> values; // one for each of `dimensions`; NaN: not given
        std::optional<Vec3> gradient;
        std::optional<double> seconds; // acquisition, after the first point
    };

    Kind kind = Kind::Pictures;
    std::vector<Dimension> dimensions; // empty: 3D. Pictures: what they are ordered by
    std::vector<Point> points; // at least one; Pictures: exactly one, frames in viewing order, without values
    StackGeometry geometry; // Volume only
    QString frameOfReference; // empty for pictures without a place
    QString modality;
    bool cine = false; // Pictures: a loop over time
    bool localiser = false;
    // Stable keys with arguments after ':'. Those of StackGeometry::notes() and:
    // "duplicates:3" instances left out because they are here already; "uid-reused:2" instances that share a SOP
    // Instance UID but are different images, all kept; "no-geometry" CT, MR or PET without a usable position, one by
    // one; "mixed-orientations:3" in the series; "told-apart-by-order" points that nothing but instance numbers
    // tells apart; "partial-point" a point of a 4D set that has not all of its slices; "separated-by-gap:120.0" mm
    // between this and another stack of the same set; "split-overlapping" frames at the same places that are no 4D set;
    // "too-many-planes" more planes than are laid out; "stack-not-sound" leans more than 45°: shown one by one.
    QStringList notes;

    [[nodiscard]] int frames() const;
    [[nodiscard]] bool is4D() const { return points.size() > 1; }
};

// Puts all instances of one series in order, by position and orientation alone, whatever their order, names or instance
// numbers. Segmentations are left out. The same set in any order gives the same stacks (referring to the same
// instances): volumes first, the largest first, then pictures.
//
// Frames go to one plane when frame of reference, modality, rows, columns and kind of pixels are the same, spacings are
// the same within 0.01 %, and every direction cosine is the same within 0.001. A stack of at least three places that
// is neither a localiser nor in colour is a volume. A localiser says so in its Image Type, or it is a series of at
// least two planes more than 60° apart of which none has more than nine places. Pictures: a list for each plane; single
// pictures in planes of their own together; those without a place together, but for multi-frame instances, which stay
// by themselves.
[[nodiscard]] std::vector<Stack> layOut(std::span<const ImageDescription> images);

} // namespace Chartline::Imaging
