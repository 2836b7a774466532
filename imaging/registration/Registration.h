// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "volume/Volume.h"

#include <atomic>
#include <functional>

namespace Chartline::Imaging {

// How well a prior lies on the current study.
struct Alignment
{
    // A point of the current study (fixed, mm, LPS) to the same point of the body in the prior (moving).
    Affine fixedToMoving;
    double metricBefore = 0; // Mattes mutual information as ITK gives it (negative; smaller is better)
    double metricAfter = 0;
    // Estimated remaining error in mm: how far apart alignments of disjoint parts of the volume put the same points
    // (95th percentile over the overlap).
    double errorMm = 0;
    double overlap = 0; // part of the smaller volume's body that lies within the other, 0…1
    double seconds = 0;
    bool accepted = false; // passes the check below; else `why` says what failed and the alignment is not to be applied
    FailureCode why = FailureCode::None;
    QString detail;
};

struct RegistrationOptions
{
    const std::atomic_bool *cancel = nullptr;
    std::function<void(double)> progress; // 0…1, from the calling thread
    int threads = 0; // 0: all
    // Where to begin; empty: by the frames of reference where they are the same, else by centres and a coarse search.
    std::optional<Affine> start;
};

// Rigid alignment of `moving` to `fixed` by Mattes mutual information over a multi-resolution pyramid (ITK 5.4). Never
// throws; Cancelled where told to stop. A bad alignment is an answer (`accepted` false), not a failure.
[[nodiscard]] Expected<Alignment> align(const Volume &fixed, const Volume &moving,
                                        const RegistrationOptions &options = {});

} // namespace Chartline::Imaging
