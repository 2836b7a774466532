// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>
#include <array>

namespace Chartline::Matching {

// What is compared of two people.
enum class Field : quint8 { Given, Middle, Family, Suffix, BirthDate, Sex, Address, Phone, Email, Number, Household };
inline constexpr std::size_t fieldCount = std::size_t(Field::Household) + 1;

// How two values compare. Not every level is met in every field.
enum class Level : quint8 {
    Missing, // on one side or both: speaks neither for nor against
    Exact,
    Variant, // another spelling of the same: accents, ä/ae, transliteration
    Nickname, // William and Bill
    Misspelt, // one letter too many, too few, wrong or swapped with its neighbour
    Similar, // Jaro-Winkler, or two edits
    SoundsAlike,
    Initial, // J and John
    Shortened, // the beginning of the other
    Part, // one of a double name; a maiden name
    MiddleName, // one's first name is the other's middle name
    Swapped, // given and family name in each other's place
    DayMonthSwapped,
    OneDigit, // one digit of the date or number differs
    DigitsSwapped, // two neighbouring digits are swapped
    TwoParts, // two of year, month and day are equal
    Near, // within 32 days, or each part off by one
    YearOnly,
    LessPrecise, // equal as far as the less precise one goes
    Placeholder, // both the first of January of one year
    HalfPlaceholder, // the same year, one of them the first of January
    SameHouse,
    SameStreet,
    SamePlace, // city or postcode
    SameMailName, // before the @
    SameMailHost,
    PartOfNumber, // the last four digits or more
    Different,
};
inline constexpr std::size_t levelCount = std::size_t(Level::Different) + 1;

// Who two records may be. All but the first are different people.
enum class Relation : quint8 {
    Same, // one person
    Stranger,
    Kin, // of one family: parents, children, siblings, spouses
    Twin, // siblings of one birth
    Namesake, // parent and child, or cousins, of one name
};
inline constexpr std::size_t relationCount = std::size_t(Relation::Namesake) + 1;

// For each relation, log2 of how likely it is to see what was seen. All zeros where something is missing.
using Evidence = std::array<float, relationCount>;

} // namespace Chartline::Matching
