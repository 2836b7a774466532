// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registration/Similarity.h"

namespace Chartline::Imaging::Rigid {

// One of the two studies, made ready: the same values on three grids, each twice as coarse as the one before.
struct Study
{
    WorkImage fine;
    WorkImage middle;
    WorkImage coarse;
    BodyMask body; // on the grid of `middle`
    ValueRange range;
    double spacing = 2; // mm, that was asked for of `fine`
    bool ct = false;
};

// The finest grid worth working on for these two, mm.
[[nodiscard]] double workingSpacing(const Volume &fixed, const Volume &moving);

// NotAligned where there is nothing to align by (no structure, a single slice), and what reduced() gives.
[[nodiscard]] Expected<Study> prepared(const Volume &volume, double spacing, const Control &control);

} // namespace Chartline::Imaging::Rigid
