// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/matching/PersonIdentity.h"

namespace Chartline::Matching {

// What two people must share at least one of to be compared at all. Each is cheap, and each survives errors that break
// others: a misspelt name keeps its sound, a wrong year keeps day and month, a move keeps the name.
enum class BlockingKey : quint8 {
    Number,
    SecondNumber,
    Mail,
    Phone,
    SecondPhone,
    Birth, // the complete date
    FamilyAndYear, // sound of the family name, year of birth
    BothNames, // sounds of both names, in either order
    GivenAndMonth, // sound of the given name, year and month of birth
    FamilyAndDay, // sound of the family name, day and month of birth in either order
    GivenAndDay,
    Door, // street, house and place
    HouseAndPostcode,
    StreetAndPostcode,
    StreetAndHouse,
    FamilyAndPlace, // sound of the family name, postcode or city
    GivenAndPlace,
};
inline constexpr std::size_t blockingKeyCount = std::size_t(BlockingKey::GivenAndPlace) + 1;

// 0 where the person has not what a key is made of.
using BlockingKeys = std::array<quint64, blockingKeyCount>;
// The same in every run.
[[nodiscard]] BlockingKeys blockingKeysOf(const PersonIdentity &person, const Vocabulary &words);

// By what a key that too many share is refined, in turn; 0 where there is no such refinement any more.
inline constexpr std::size_t refinementCount = 6;
[[nodiscard]] quint64 refinementOf(const PersonIdentity &person, const Vocabulary &words, std::size_t step);

// As `--json` and messages name it ("birth", "both-names").
[[nodiscard]] QString nameOf(BlockingKey key);

} // namespace Chartline::Matching
