// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/matching/Levels.h"
#include "identity/matching/PersonIdentity.h"

namespace Chartline::Matching {

// How two single names compare: Exact, Variant, Nickname, Misspelt, Similar, SoundsAlike, Initial, Shortened or
// Different; Missing where one is missing. Symmetric.
[[nodiscard]] Level levelOfNames(TextId a, TextId b, const Vocabulary &words);

// A level, and the two names it was found for.
struct NamePair
{
    Level level = Level::Missing;
    TextId a = 0;
    TextId b = 0;
};

// The first given names, also written together, and one's first name against the other's middle ones.
[[nodiscard]] NamePair compareGiven(const PersonIdentity &a, const PersonIdentity &b, const Vocabulary &words);
// The names behind the first, where both have one.
[[nodiscard]] NamePair compareMiddle(const PersonIdentity &a, const PersonIdentity &b, const Vocabulary &words);
// Family names as a whole, then by parts, then maiden names.
[[nodiscard]] NamePair compareFamily(const PersonIdentity &a, const PersonIdentity &b, const Vocabulary &words);

// One's given name is the other's family name: both comparisons, where the names do not agree as they stand.
struct SwappedNames
{
    NamePair givenOfA; // a's given name and b's family name
    NamePair familyOfA;
    [[nodiscard]] bool agree() const;
};
[[nodiscard]] SwappedNames compareSwapped(const PersonIdentity &a, const PersonIdentity &b, const Vocabulary &words);

// Names that clearly are the same one (Exact, Variant, Nickname, Misspelt).
[[nodiscard]] bool isSameName(Level level);

} // namespace Chartline::Matching
