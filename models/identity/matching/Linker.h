// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/matching/CandidateBlocks.h"
#include "identity/matching/Matcher.h"

#include <functional>

namespace Chartline::Matching {

// Two people (by their place) who are linked, or wait for review.
struct Link
{
    quint32 a = 0; // below b
    quint32 b = 0;
    float odds = 0; // bits
    Verdict verdict = Verdict::Different;
    Tier tier = Tier::Weights;
    Vetoes vetoes;
};

struct LinkResult
{
    std::vector<Link> links; // Same and Review, in order of a, then b
    quint64 comparisons = 0;
    std::vector<CandidateBlocks::Refined> refined;
};

// Is told how much is done, 0 to 1, from any thread, now and then.
using Progress = std::function<void(double)>;

// Compares everyone with everyone who shares a blocking key, on all cores. The same for any number of them.
[[nodiscard]] LinkResult linksOf(std::span<const PersonIdentity> people, const Matcher &matcher,
                                 const Progress &progress = {});

} // namespace Chartline::Matching
