// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scene/SliceSampler.h"

namespace Chartline::Imaging {

// Native: as acquired, along the grid. The others lie along the axes of the patient, whatever the grid does.
enum class SliceDirection : quint8 { Native, Axial, Coronal, Sagittal };

// The parallel slices through a volume that are scrolled through: seen from the feet, from the front, and from the
// patient's left with the face at the left; head up. Numbered from the head to the feet, from the front to the back,
// and from the patient's right to the left; native ones along whichever of these is nearest.
struct SliceStack
{
    Vec3 right{1, 0, 0}; // unit, in the picture
    Vec3 down{0, 1, 0};
    Vec3 axis{0, 0, -1}; // unit: from a slice to the next
    double spacing = 1; // mm between slices
    int count = 0;
    Vec3 first{0, 0, 0}; // middle of the first slice
    double width = 0; // mm of the volume, outer edges of the voxels, in the picture
    double height = 0;

    // The middle of a slice; also between and beyond them.
    [[nodiscard]] Vec3 center(double index) const { return first + axis * (spacing * index); }
    // The nearest slice to a point: 0 … count - 1.
    [[nodiscard]] int indexOf(const Vec3 &point) const;
    // A slice as large as it fits into a picture.
    [[nodiscard]] SlicePlane fitted(int index, int pictureWidth, int pictureHeight) const;
};

[[nodiscard]] SliceStack sliceStack(const Volume &volume, SliceDirection direction);
// Any direction of view; slices are numbered along `axis`, which has to be right × down or the opposite.
[[nodiscard]] SliceStack sliceStack(const Volume &volume, const Vec3 &right, const Vec3 &down, const Vec3 &axis);

} // namespace Chartline::Imaging
