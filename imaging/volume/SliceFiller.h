// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "volume/VolumePlan.h"
#include "volume/VoxelMath.h"

namespace Chartline::Imaging {

// Turns the decoded samples of one slice into its voxels: values of the volume's type, moved to its place in the plane
// (linear interpolation along the row and down the column: this is what shears a gantry tilt right), averaged where the
// volume is reduced. `samples` and `out` may be the same memory where the plan says direct(). Voxels that the slice
// does not cover, and padding, become `nothing`; where that is not given, padding stays what it is. Returns the range
// of the slice's own values, in terms of the volume.
[[nodiscard]] ValueRange fillSlice(const VolumePlan &plan, std::size_t slice, std::span<const std::byte> samples,
                                   std::optional<double> nothing, std::byte *out);

} // namespace Chartline::Imaging
