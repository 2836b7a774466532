// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/matching/Population.h"
#include "identity/matching/WeightTable.h"

namespace Chartline::Matching {

// A level with the two texts it was found for.
struct ContactComparison
{
    Level level = Level::Missing;
    TextId a = 0;
    TextId b = 0;
    // For mails: how common what they share is.
    float share = 0;
};

// The best of all pairs. Telephones: Exact, OneDigit, Different. Mails: Exact, Misspelt (one edit), Similar, SameMailName,
// SameMailHost, Different; a and b are the parts before the @.
[[nodiscard]] ContactComparison comparePhones(const PersonIdentity &a, const PersonIdentity &b,
                                              const Population &population, const Vocabulary &words);
[[nodiscard]] ContactComparison compareMails(const PersonIdentity &a, const PersonIdentity &b,
                                             const Population &population, const Vocabulary &words);

// Numbers of the same system: Exact, OneDigit, DigitsSwapped, PartOfNumber, Different. `conflict` where a system gave
// both people numbers and none of them agrees or nearly does.
struct NumberComparison
{
    Level level = Level::Missing;
    TextId a = 0;
    TextId b = 0;
    bool conflict = false;
};
[[nodiscard]] NumberComparison compareNumbers(const PersonIdentity &a, const PersonIdentity &b,
                                              const Vocabulary &words);

} // namespace Chartline::Matching
