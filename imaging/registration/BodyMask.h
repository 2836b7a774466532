// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registration/WorkImage.h"

#include <functional>

namespace Chartline::Imaging::Rigid {

// Where the patient is: the largest connected piece, filled, without the table.
struct BodyMask
{
    std::array<int, 3> size{0, 0, 0};
    Affine toPatient;
    Affine toIndex;
    std::vector<std::uint8_t> inside;
    std::size_t count = 0; // of voxels inside

    [[nodiscard]] bool contains(const Vec3 &patient) const; // nearest voxel
    [[nodiscard]] std::vector<Vec3> points() const; // centres of the voxels inside, mm
    [[nodiscard]] double voxelVolume() const { return std::abs(toPatient.determinant()); } // mm³
    [[nodiscard]] BodyMask grown(int steps) const; // by so many voxels in each direction of the axes
    [[nodiscard]] BodyMask shrunk(int steps) const;
    [[nodiscard]] BodyMask where(const std::function<bool(const Vec3 &)> &keep) const; // only what of it is kept
};

// `image`: about 4 mm. CT: above -500 HU (half between air and soft tissue; lungs are filled as holes). Others: Otsu's
// threshold on the square root, which keeps a few very bright places (PET, contrast) from taking all of it.
// (N. Otsu, IEEE Trans. Syst. Man Cybern. 9, 1979, 62-66)
[[nodiscard]] BodyMask bodyOf(const WorkImage &image, bool ct);

} // namespace Chartline::Imaging::Rigid
