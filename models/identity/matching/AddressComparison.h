// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/matching/Population.h"

namespace Chartline::Matching {

// How two addresses compare as a whole, and how likely that is: people who moved and people who did not are weighed
// together, so that a new address speaks little against, however many parts of it differ. Symmetric.
struct AddressComparison
{
    Level level = Level::Missing; // SameHouse, SameStreet, SamePlace, Different
    Evidence evidence{};

    [[nodiscard]] static AddressComparison of(const PersonIdentity &a, const PersonIdentity &b,
                                              const Population &population, const Vocabulary &words);
};

} // namespace Chartline::Matching
