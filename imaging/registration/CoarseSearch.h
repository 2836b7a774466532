// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registration/Study.h"

namespace Chartline::Imaging::Rigid {

// A place to begin at.
struct Candidate
{
    Affine fixedToMoving;
    double score = 0; // larger is better
};

// The most promising places for the moving study without knowing anything of where it was taken, best first and all
// apart from each other: the two bodies slid along each other from head to foot with their middles kept over each
// other, shifted sideways, turned, compared on the coarse grid.
[[nodiscard]] std::vector<Candidate> coarseCandidates(const Study &fixed, const Study &moving, std::size_t most,
                                                      const Control &control);

} // namespace Chartline::Imaging::Rigid
