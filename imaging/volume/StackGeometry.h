// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "volume/FrameGeometry.h"

namespace Chartline::Imaging {

// Where the slices of one stack lie, and the regular grid of right angles that a volume of them gets: its x axis along
// the rows, y down the columns, z along the normal of the slices (row × column, so that the grid is right-handed),
// first slice first. Slices are in ascending order along the normal.
//
// A slice is on the grid when it is at most 0.1 mm off its place (a tenth of the spacing where that is below 1 mm, 1 %
// where it is above 10 mm): positions are often rounded to one decimal. Half of that where slices are missing, which
// has to be so for fewer than half of the gaps.
struct StackGeometry
{
    FrameGeometry first; // of the first slice
    int columns = 0; // pixels of a slice
    int rows = 0;
    std::vector<double> positions; // mm along the normal, each slice
    // How far each slice is displaced in its plane against the first one: mm along the row, along the column. All zero
    // where the displacement is too small to matter: a quarter of a pixel, at least 0.1 mm, at most 0.25 mm.
    std::vector<std::array<double, 2>> shifts;
    std::vector<double> thickness; // mm; 0: not given

    double step = 1; // mm between slices of the grid
    int gridSlices = 0;
    std::vector<int> gridIndex; // on the grid: the place of each slice; else empty
    int missing = 0; // places of the grid without a slice
    double smallestGap = 0; // mm between neighbouring slices
    double largestGap = 0;
    // Angle in degrees between the direction in which slices are stacked and their normal: positive when stacking moves
    // down the columns (or, where that is the larger part, along the rows). As measured from positions, whatever the
    // sign of the Gantry/Detector Tilt attribute, which manufacturers use differently. 0 where it does not matter.
    double tilt = 0;
    bool sheared = false; // the displacement grows evenly with the position: a gantry tilt
    int displaced = 0; // slices that lie elsewhere in their plane than that, or than the first one

    [[nodiscard]] bool onGrid() const { return !gridIndex.empty(); }
    [[nodiscard]] bool regular() const { return onGrid() && missing == 0; }
    [[nodiscard]] int slices() const { return int(positions.size()); }
    // (column, row, slice) of the slices as received to the patient; the third axis is the mean step, not at a right
    // angle to the others where the stack is tilted.
    [[nodiscard]] Affine indexToPatient() const;
    // Whether what lies between this slice and the next may be interpolated: at most 3 missing slices, or no more than
    // the slices are thick. Anything wider was not scanned and stays empty.
    [[nodiscard]] bool bridged(int slice) const;
    // Stable keys with arguments: "missing-slices:2", "resampled-irregular:3.0-15.0", "empty-gap:15.0" (the widest gap
    // left empty, mm), "sheared-tilt:-18.5", "shifted-slices:4".
    [[nodiscard]] QStringList notes() const;

    struct Slice
    {
        FrameGeometry frame;
        double thickness = 0;
    };
    // At least one slice, in ascending order along the normal of the first, all in parallel planes.
    [[nodiscard]] static StackGeometry of(const std::vector<Slice> &slices, int columns, int rows);
};

// The spacing a row of positions seems to have: the smallest gap that is common (a fifth of the gaps are at most as
// wide). 0 for fewer than two positions.
[[nodiscard]] double commonGap(const std::vector<double> &ascending);

} // namespace Chartline::Imaging
