// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registration/BodyMask.h"

namespace Chartline::Imaging::Rigid {

// Points of the fixed study with its values there.
struct Samples
{
    std::vector<Vec3> points; // mm
    std::vector<float> values;
};

// About `wanted` points of the voxels inside `mask`, spread evenly and moved at random within their voxels, because
// points that stay on the grid make the measure prefer whole-voxel shifts (J. Pluim et al., Proc. SPIE 3661, 1999).
// Always the same points for the same image: the generator starts from a fixed seed.
[[nodiscard]] Samples drawn(const WorkImage &image, const BodyMask &mask, int wanted);

// How values of one study go with those of the other under an alignment.
struct Agreement
{
    double mutual = 0; // mutual information of the two, nats
    double normalized = 1; // (H(F) + H(M)) / H(F,M), 1…2 (C. Studholme et al., Pattern Recognition 32, 1999, 71-86)
    double correlation = 0; // of the values, -1…1
    int count = 0; // of points within both
};

// `bins` values are told apart in each study between the ends of its range.
[[nodiscard]] Agreement agreement(const Samples &fixed, const ValueRange &fixedRange, const WorkImage &moving,
                                  const ValueRange &movingRange, const Affine &fixedToMoving, int bins);

// A rotation (axis times angle, radians) about `center`, then a shift in mm.
struct RigidStep
{
    Vec3 rotation{0, 0, 0};
    Vec3 shift{0, 0, 0};
    Vec3 center{0, 0, 0};
    [[nodiscard]] Affine affine() const; // by Rodrigues' formula
};

// Six coordinates, all in mm, for the rigid movements near a cloud of points: three rotations, counted by what they
// move at the points' mean distance from their middle, then three shifts.
class RigidFrame
{
public:
    explicit RigidFrame(const std::vector<Vec3> &points);
    [[nodiscard]] Affine moved(const std::vector<double> &by) const;
    [[nodiscard]] Vec3 middle() const { return m_middle; }
    [[nodiscard]] double radius() const { return m_radius; } // mm

private:
    Vec3 m_middle{0, 0, 0};
    double m_radius = 1;
};

// The rotation and translation nearest to `affine`; nothing where it mirrors, scales by more than a hundredth or is not
// finite.
[[nodiscard]] std::optional<Affine> nearestRigid(const Affine &affine);

} // namespace Chartline::Imaging::Rigid
