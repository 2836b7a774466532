// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/matching/BirthDate.h"
#include "identity/matching/PersonData.h"
#include "identity/matching/Vocabulary.h"

#include <array>
#include <vector>

namespace Chartline::Matching {

enum class Sex : quint8 { Unknown, Female, Male, Other };

// What a name says beside the name.
enum class NameNote : quint8 {
    Placeholder = 1, // no usable name at all: unknown, anonymous, John Doe
    Newborn = 2, // not named yet: Baby Boy, Infant, BB
    TwinA = 4, // "Twin A", "Baby Boy 1"
    TwinB = 8,
};
Q_DECLARE_FLAGS(NameNotes, NameNote)
Q_DECLARE_OPERATORS_FOR_FLAGS(NameNotes)

// An assigned number, prepared: of which system, and the value without spaces and punctuation.
struct PreparedNumber
{
    TextId system = 0;
    TextId value = 0;
    bool operator==(const PreparedNumber &) const = default;
};

// A person prepared once for being compared many times; about 180 bytes. Texts are in a Vocabulary; 0 is missing.
struct PersonIdentity
{
    std::array<TextId, 3> given{}; // the first names as they stand, then the middle ones
    std::array<TextId, 3> family{}; // the parts of a double name, without particles
    TextId givenJoined = 0; // all words of the given field together: Mary Ann is Maryann
    TextId familyJoined = 0; // all words of the family name together: De la Cruz is Delacruz
    TextId maiden = 0;
    BirthDate birth;
    Sex sex = Sex::Unknown;
    Suffix suffix = Suffix::None;
    NameNotes notes;
    TextId street = 0;
    TextId house = 0;
    TextId unit = 0;
    TextId extra = 0;
    TextId city = 0;
    TextId state = 0;
    TextId postcode = 0;
    TextId door = 0; // street, house and place together: the key under which a household is counted
    std::array<TextId, 3> phones{};
    std::array<TextId, 2> mailNames{}; // before the @
    std::array<TextId, 2> mailHosts{};
    std::vector<PreparedNumber> numbers; // without placeholders (000000000, 123456789)

    // `words` grows by what this person brings.
    [[nodiscard]] static PersonIdentity of(const PersonData &data, Vocabulary &words);

    [[nodiscard]] bool hasName() const { return given[0] != 0 || family[0] != 0; }
};

} // namespace Chartline::Matching
