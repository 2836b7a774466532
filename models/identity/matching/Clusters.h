// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/matching/Linker.h"

namespace Chartline::Matching {

// How records are joined to people from links between pairs.
struct ClusterSettings
{
    // Two groups are joined only where no pair across them is vetoed or speaks against it by more than this (bits,
    // MatchScore::weight), and the mean over all pairs is at least `leastMean`.
    double leastWeight = -6;
    double leastMean = 4;
    // A record that agrees with two people who are not one is joined to neither, unless one is this many bits ahead.
    double ambiguous = 7;
};

// Joins people from the links with Verdict::Same, best first (constrained agglomeration with complete- and
// average-link checks; Sneath and Sokal 1973), so that a chain of links never joins two people. Gives for each person the
// number of its group: groups are numbered from 0 in order of their first member. Does not depend on the order of input.
[[nodiscard]] std::vector<quint32> clustersOf(std::span<const PersonIdentity> people, std::span<const Link> links,
                                              const Matcher &matcher, const ClusterSettings &settings = {});

} // namespace Chartline::Matching
