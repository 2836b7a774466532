// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registration/Registration.h"
#include "registration/Study.h"

namespace Chartline::Imaging::Rigid {

// A part of the overlap aligned by itself.
struct BlockFit
{
    Vec3 middle{0, 0, 0}; // fixed, mm
    Vec3 shift{0, 0, 0}; // mm, from where the whole alignment puts it to where the part fits best
    int points = 0;
    double evidence = 0; // nats: how much more the values have in common there than around it, over all points
};

// What the check measures of an alignment.
struct AlignmentMeasures
{
    double overlap = 0; // as in Alignment
    double contrast = 0; // part of the mutual information inside the bodies that is gone when shifted away
    double correlation = 0; // of the values inside the bodies
    bool sameUnits = false; // both in HU: values may be compared as they are
    std::vector<BlockFit> blocks;
    double agreeing = 0; // part of the blocks' points in blocks that agree
    double errorMm = 0; // as in Alignment
};

// `samples`: of the fixed study's fine grid where the bodies overlap. The measures of the overlap alone where there are
// too few of them.
[[nodiscard]] AlignmentMeasures measured(const Study &fixed, const Study &moving, const Affine &fixedToMoving,
                                         const Samples &samples, const Control &control);

// The fixed body as far as the moving study covers it.
[[nodiscard]] BodyMask overlapOf(const Study &fixed, const Study &moving, const Affine &fixedToMoving);

// Larger is better.
[[nodiscard]] double worth(const AlignmentMeasures &measures);

// Fills in what the measures say of an alignment.
void judge(const AlignmentMeasures &measures, Alignment &alignment);

} // namespace Chartline::Imaging::Rigid
