// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "volume/Volume.h"

namespace Chartline::Imaging {

// A rectangle in the patient, seen by the viewer: mm, LPS.
struct SlicePlane
{
    Vec3 center{0, 0, 0}; // in the middle of the picture
    Vec3 right{1, 0, 0}; // unit vectors at right angles
    Vec3 down{0, 1, 0};
    double mmPerPixel = 1;
    int width = 0;
    int height = 0;
};

// How several voxels behind each other become one value.
enum class Projection : quint8 { Single, Maximum, Minimum, Mean };

struct SampleOptions
{
    bool nearest = false; // the value of the nearest voxel, in its true shape; else trilinear
    Projection projection = Projection::Single;
    double slab = 0; // mm, centred on the plane
    // From the plane's space to the volume's own: a prior laid over the current study.
    std::optional<Affine> toVolume = std::nullopt;
    int threads = 0; // 0: all
};

// Modality values on a plane, row by row; NaN where there is nothing: outside of the volume, or padding.
struct SliceValues
{
    int width = 0;
    int height = 0;
    std::vector<float> values;
};

// Cuts a volume: any plane, also a slab. Outside is more than half a voxel beyond the outermost centres. OutOfMemory,
// Internal for sizes without sense.
[[nodiscard]] Expected<SliceValues> sampleSlice(const Volume &volume, const SlicePlane &plane,
                                                const SampleOptions &options = {});

} // namespace Chartline::Imaging
