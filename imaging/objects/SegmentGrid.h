// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Failure.h"
#include "volume/FrameGeometry.h"

namespace Chartline::Imaging {

// The regular grid that the frames of a segmentation lie on, and which of its slices each frame is.
struct SegmentGrid
{
    FrameGeometry first; // of the first slice
    std::array<int, 3> size{0, 0, 0};
    double step = 1; // mm between slices
    bool regular = true;
    // Of each frame: the slices it stands for, first to last; empty (last < first) where it has no place on it.
    struct Slices
    {
        int first = 0;
        int last = -1;
    };
    std::vector<Slices> slices;

    // NoGeometry, TooLarge.
    [[nodiscard]] static Expected<SegmentGrid> of(const ImageDescription &image);
    [[nodiscard]] Affine indexToPatient() const;
    [[nodiscard]] std::size_t voxels() const
    {
        return std::size_t(size[0]) * std::size_t(size[1]) * std::size_t(size[2]);
    }
    [[nodiscard]] std::size_t pixels() const { return std::size_t(size[0]) * std::size_t(size[1]); }
};

} // namespace Chartline::Imaging
