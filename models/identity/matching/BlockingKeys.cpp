// SPDX-License-Identifier: Apache-2.0
#include "identity/matching/BlockingKeys.h"

#include <algorithm>

namespace Chartline::Matching {

namespace {

// One key of its parts; 0 where any is missing.
template<typename... Parts>
quint64 keyOf(BlockingKey key, Parts... parts)
{
    if (((quint64(parts) == 0) || ...))
        return 0;
    quint64 hash = mixed(0x6b65790000000000ULL, quint64(key) + 1);
    ((hash = mixed(hash, quint64(parts))), ...);
    return hash | 1;
}

quint64 hashOf(TextId text, const Vocabulary &words)
{
    return text == 0 ? 0 : stableHash(words.text(text)) | 1;
}

} // namespace

BlockingKeys blockingKeysOf(const PersonIdentity &person, const Vocabulary &words)
{
    using enum BlockingKey;
    BlockingKeys keys{};
    const auto set = [&keys]<typename... Parts>(BlockingKey key, Parts... parts) {
        keys[std::size_t(key)] = keyOf(key, parts...);
    };
    const quint64 given = words.word(person.given[0]).block;
    const quint64 family = words.word(person.family[0]).block;
    const BirthDate &birth = person.birth;
    const auto year = quint64(birth.year);
    const auto month = quint64(birth.month);
    const auto day = quint64(birth.day);
    // A first of January says little: such people are found by their other keys.
    const bool dated = birth.isComplete() && !birth.isPlaceholder();
    // The second of one person may be the first of another: both are made alike.
    if (!person.numbers.empty())
        keys[std::size_t(Number)] = keyOf(Number, hashOf(person.numbers[0].value, words));
    if (person.numbers.size() > 1)
        keys[std::size_t(SecondNumber)] = keyOf(Number, hashOf(person.numbers[1].value, words));
    set(Mail, hashOf(person.mailNames[0], words));
    keys[std::size_t(Phone)] = keyOf(Phone, hashOf(person.phones[0], words));
    keys[std::size_t(SecondPhone)] = keyOf(Phone, hashOf(person.phones[1], words));
    if (dated)
        set(Birth, year, month, day);
    set(FamilyAndYear, family, year);
    set(BothNames, std::min(given, family), std::max(given, family));
    set(GivenAndMonth, given, year, month);
    set(FamilyAndDay, family, std::min(month, day), std::max(month, day));
    set(GivenAndDay, given, std::min(month, day), std::max(month, day));
    set(Door, hashOf(person.door, words));
    set(HouseAndPostcode, hashOf(person.house, words), hashOf(person.postcode, words));
    set(StreetAndPostcode, hashOf(person.street, words), hashOf(person.postcode, words));
    set(StreetAndHouse, hashOf(person.street, words), hashOf(person.house, words));
    const quint64 place = hashOf(person.postcode != 0 ? person.postcode : person.city, words);
    set(FamilyAndPlace, family, place);
    set(GivenAndPlace, given, place);
    return keys;
}

quint64 refinementOf(const PersonIdentity &person, const Vocabulary &words, std::size_t step)
{
    switch (step) {
    case 0: return words.word(person.family[0]).block;
    case 1: return words.word(person.given[0]).block;
    case 2: return quint64(person.birth.year);
    case 3: return quint64(person.birth.month);
    case 4: return hashOf(person.postcode, words);
    case 5: return quint64(person.birth.day);
    default: return 0;
    }
}

QString nameOf(BlockingKey key)
{
    constexpr std::array<const char *, blockingKeyCount> names{
        "number",       "second-number",   "mail",          "phone",          "second-phone",
        "birth",        "family-and-year", "both-names",    "given-and-month", "family-and-day",
        "given-and-day", "door",           "house-and-postcode", "street-and-postcode", "street-and-house", "family-and-place", "given-and-place"};
    return QString::fromLatin1(names[std::size_t(key)]);
}

} // namespace Chartline::Matching
