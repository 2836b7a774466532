// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registration/Similarity.h"

#include <functional>

namespace Chartline::Imaging::Rigid {

// One step from coarse to fine.
struct RefinementLevel
{
    const WorkImage *fixed = nullptr;
    const WorkImage *moving = nullptr;
    const Samples *samples = nullptr; // of the fixed
    double firstStep = 4; // mm
    double lastStep = 1; // mm
    int rounds = 6; // at most
};

struct Refined
{
    Affine fixedToMoving;
    double reference = 0; // the measure where the caller asked for it; 0 where next to nothing overlaps there
    double before = 0; // at the start
    double after = 0;
    int rounds = 0;
};

// Moves to the nearest optimum of ITK's Mattes mutual information over rotations and shifts (D. Mattes et al., IEEE
// Trans. Med. Imaging 22, 2003, 120-128; negative, smaller is better). `start` has to be rigid. `advanced` is called
// from this thread after each round. NotAligned where there is nothing to compare, Cancelled, OutOfMemory, Internal.
// Never throws.
[[nodiscard]] Expected<Refined> refine(const RefinementLevel &level, const Affine &start, const Affine &reference,
                                       const Control &control, const std::function<void()> &advanced = {});

} // namespace Chartline::Imaging::Rigid
