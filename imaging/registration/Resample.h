// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "volume/Volume.h"

#include <atomic>

namespace Chartline::Imaging {

struct ResampleOptions
{
    const std::atomic_bool *cancel = nullptr;
    int threads = 0; // 0: all
};

// `moving` as it looks on the voxels of `grid`: each voxel's centre is taken through `fixedToMoving` (patient
// coordinates of the grid to those of `moving`) and read there trilinearly, by the rules of Volume::valueAt. Size,
// geometry and frame of reference are the grid's, all else is of `moving`. Where `moving` has nothing, the result has
// its padding: the moving study's own, or a stored value below all of its values; for that the type may become a wider
// one (U8 to I16, others to F32). Corrupt, TooLarge, NoGeometry, Cancelled, OutOfMemory. Never throws.
[[nodiscard]] Expected<VolumePtr> resampleLike(const Volume &moving, const Affine &fixedToMoving, const Volume &grid,
                                               const ResampleOptions &options = {});

// How two volumes on the same voxels differ (second less first, modality values), where both have something.
struct DifferenceStatistics
{
    qint64 voxels = 0;
    double mean = 0;
    double meanAbsolute = 0;
    double deviation = 0; // standard deviation
};

// Corrupt where the sizes differ or a volume contradicts itself, Cancelled, OutOfMemory. Never throws.
[[nodiscard]] Expected<DifferenceStatistics> differenceStatistics(const Volume &first, const Volume &second,
                                                                  const ResampleOptions &options = {});

} // namespace Chartline::Imaging
