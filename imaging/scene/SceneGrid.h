// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "volume/Volume.h"

#include <vtkImageData.h>
#include <vtkMatrix4x4.h>
#include <vtkSmartPointer.h>

namespace Chartline::Imaging {

// A volume as VTK draws it: stored values, spacing, and where it lies in the patient.
struct SceneGrid
{
    VolumePtr keepAlive; // whose bytes `image` looks at, where it has none of its own
    vtkSmartPointer<vtkImageData> image;
    vtkSmartPointer<vtkMatrix4x4> toPatient; // of points of the image: rotation and translation
    std::array<int, 3> reduced{1, 1, 1};
};

// Voxels that become one along each axis, so that no side is longer than `side` and no more than `voxels` are left.
[[nodiscard]] std::array<int, 3> reductionFor(const std::array<int, 3> &size, int side, qint64 voxels);

// The volume's own bytes where nothing has to change; else a copy, in which each block of voxels has become its mean
// and voxels that mean nothing have the smallest value. OutOfMemory.
[[nodiscard]] Expected<SceneGrid> makeSceneGrid(const VolumePtr &volume, const std::array<int, 3> &reduced);

} // namespace Chartline::Imaging
