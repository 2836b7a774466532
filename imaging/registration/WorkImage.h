// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registration/Parallel.h"
#include "volume/Volume.h"

#include <cstdint>

namespace Chartline::Imaging::Rigid {

// A study as the registration sees it: modality values on a coarser grid, NaN where nothing was scanned (padding,
// outside of the field of view).
struct WorkImage
{
    std::array<int, 3> size{0, 0, 0};
    Affine toPatient;
    Affine toIndex;
    std::vector<float> values; // size[0] fastest

    [[nodiscard]] std::array<double, 3> spacing() const; // mm
    [[nodiscard]] std::size_t offset(int x, int y, int z) const
    {
        return (std::size_t(z) * std::size_t(size[1]) + std::size_t(y)) * std::size_t(size[0]) + std::size_t(x);
    }
    [[nodiscard]] Vec3 center() const; // mm
    // Trilinear at a voxel index with fractions; NaN outside, and where a neighbour was not scanned.
    [[nodiscard]] float sample(const Vec3 &index) const;
};

// What of the values is told apart: below `low` and above `high` all is one.
struct ValueRange
{
    float low = 0;
    float high = 1;
};

// Means over boxes of whole voxels that come nearest to `spacing` mm (averaging keeps small detail from turning into
// false large structure). Corrupt where the volume contradicts itself, NoGeometry where its axes span no space or are
// not at right angles, Cancelled.
[[nodiscard]] Expected<WorkImage> reduced(const Volume &volume, double spacing, const Control &control);
[[nodiscard]] WorkImage reduced(const WorkImage &image, double spacing, const Control &control);

[[nodiscard]] bool isCt(const Volume &volume);

// Percentile `fraction` (0…1) of the values that are there; NaN where there are none.
[[nodiscard]] float percentile(const WorkImage &image, double fraction);

void clampTo(WorkImage &image, const ValueRange &range);

} // namespace Chartline::Imaging::Rigid
