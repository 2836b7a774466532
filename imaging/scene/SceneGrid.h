// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "volume/Volume.h"

#include <vtkImageData.h>
#include <vtkSmartPointer.h>

namespace Chartline::Imaging {

// A volume as VTK draws it: stored values on a grid along VTK's own axes. Camera, light and cuts are brought into the
// grid's space instead of the volume into the patient's: VTK 9.3 lights a turned volume from the wrong side where
// shaders draw it.
struct SceneGrid
{
    VolumePtr keepAlive; // whose bytes `image` looks at, where it has none of its own
    vtkSmartPointer<vtkImageData> image;
    std::array<Vec3, 3> axes{}; // unit, of the grid in the patient
    // The grid is left-handed: its space is the patient's in a mirror, and so is the picture.
    bool mirrored = false;
    std::array<int, 3> reduced{1, 1, 1};

    // A point or a direction of the patient in the grid's space, mm.
    [[nodiscard]] Vec3 inGrid(const Vec3 &v) const { return {dot(v, axes[0]), dot(v, axes[1]), dot(v, axes[2])}; }
};

// Voxels that become one along each axis, so that no side is longer than `side` and no more than `voxels` are left.
[[nodiscard]] std::array<int, 3> reductionFor(const std::array<int, 3> &size, int side, qint64 voxels);

// The volume's own bytes where nothing has to change; else a copy, in which each block of voxels has become its mean
// and voxels that mean nothing have the smallest value. OutOfMemory.
[[nodiscard]] Expected<SceneGrid> makeSceneGrid(const VolumePtr &volume, const std::array<int, 3> &reduced);

} // namespace Chartline::Imaging
