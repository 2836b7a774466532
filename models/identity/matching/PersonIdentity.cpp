// SPDX-License-Identifier: Apache-2.0
#include "identity/matching/PersonIdentity.h"

#include "identity/matching/Address.h"
#include "identity/matching/Romanise.h"

#include <algorithm>
#include <string>

namespace Chartline::Matching {

namespace {

using Words = std::vector<std::string>;

Words wordsOf(const QString &text)
{
    const std::string all = folded(text);
    Words words;
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t end = std::min(all.find(' ', at), all.size());
        words.push_back(all.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

std::string joined(const Words &words)
{
    std::string text;
    for (const std::string &word : words)
        text += word;
    return text;
}

void dropTitles(Words &words)
{
    while (words.size() > 1 && isTitle(words.front()))
        words.erase(words.begin());
}

// Takes "Jr" or "III" from the end of a name. A lone "V" or "I" in a given name is more often an initial.
Suffix takeSuffix(Words &words, bool ofFamily)
{
    if (words.size() < 2)
        return Suffix::None;
    const Suffix suffix = suffixOf(words.back());
    if (suffix == Suffix::None || (words.back().size() == 1 && !ofFamily))
        return Suffix::None;
    words.pop_back();
    return suffix;
}

// Splits "Family, Given", or takes the last word and the particles before it for the family name.
void splitFullName(const QString &name, Words &given, Words &family)
{
    if (name.contains(u',')) {
        family = wordsOf(name.section(u',', 0, 0));
        given = wordsOf(name.section(u',', 1));
        return;
    }
    given = wordsOf(name);
    dropTitles(given);
    const Suffix suffix = suffixOf(given.empty() ? std::string() : given.back());
    std::string last;
    if (suffix != Suffix::None && given.size() > 2) {
        last = given.back();
        given.pop_back();
    }
    if (given.size() > 1) {
        family.push_back(given.back());
        given.pop_back();
        while (given.size() > 1 && isParticle(given.back())) {
            family.insert(family.begin(), given.back());
            given.pop_back();
        }
    }
    if (!last.empty())
        family.push_back(last);
}

// What a child is called before it has a name: every word says so ("Baby Boy", "BB", "Twin A", "Baby Girl 2"), or
// the first does and the family name follows ("Baby Smith").
NameNotes takeNewborn(Words &given, const Words &family)
{
    if (given.empty() || !isNewbornWord(given.front()))
        return {};
    const bool first = given.front() != "boy" && given.front() != "girl" && given.front() != "male"
                       && given.front() != "female";
    NameNotes notes;
    std::size_t words = 0;
    for (const std::string &word : given) {
        if (word == "a" || word == "1" || word == "one" || word == "i")
            notes |= NameNote::TwinA;
        else if (word == "b" || word == "2" || word == "two" || word == "ii")
            notes |= NameNote::TwinB;
        else if (!isNewbornWord(word) && std::ranges::find(family, word) == family.end())
            return {};
        ++words;
    }
    if (!first && words > 1 && notes == NameNotes())
        return {};
    given.clear();
    return notes | NameNote::Newborn;
}

bool isDoe(const Words &given, const Words &family)
{
    return family.size() == 1 && family[0] == "doe" && given.size() == 1 && (given[0] == "john" || given[0] == "jane");
}

NameNotes takePlaceholders(Words &given, Words &family)
{
    const bool had = !given.empty() || !family.empty();
    const bool doe = isDoe(given, family);
    std::erase_if(given, [](const std::string &word) { return isPlaceholderName(word); });
    std::erase_if(family, [](const std::string &word) { return isPlaceholderName(word); });
    if (doe) {
        given.clear();
        family.clear();
    }
    return had && given.empty() && family.empty() ? NameNotes(NameNote::Placeholder) : NameNotes();
}

void setNames(PersonIdentity &person, const PersonData &data, Vocabulary &words)
{
    Words given = wordsOf(data.given);
    Words family = wordsOf(data.family);
    if (given.empty() && family.empty())
        splitFullName(data.fullName, given, family);
    dropTitles(given);
    const Words suffix = wordsOf(data.suffix);
    person.suffix = suffix.empty() ? Suffix::None : suffixOf(suffix.back());
    for (Words *name : {&family, &given}) {
        if (const Suffix found = takeSuffix(*name, name == &family); person.suffix == Suffix::None)
            person.suffix = found;
    }
    person.notes = takeNewborn(given, family);
    person.notes |= takePlaceholders(given, family);
    person.givenJoined = words.idOf(joined(given), true);
    const Words middle = wordsOf(data.middle);
    given.insert(given.end(), middle.begin(), middle.end());
    for (std::size_t i = 0; i < given.size() && i < person.given.size(); ++i)
        person.given[i] = words.idOf(given[i], true);
    person.familyJoined = words.idOf(joined(family), true);
    if (family.size() > 1)
        std::erase_if(family, [](const std::string &word) { return isParticle(word); });
    for (std::size_t i = 0; i < family.size() && i < person.family.size(); ++i)
        person.family[i] = words.idOf(family[i], true);
    if (family.empty())
        person.family[0] = person.familyJoined;
    person.maiden = words.idOf(joined(wordsOf(data.maiden)), true);
}

Sex sexOf(const QString &text)
{
    const std::string word = folded(text);
    constexpr std::array<std::string_view, 10> female{"f", "female", "2",      "w",     "weiblich",
                                                      "woman", "mujer", "femme", "girl", "fem"};
    constexpr std::array<std::string_view, 10> male{"m", "male", "1",      "mann",     "mannlich",
                                                    "man", "hombre", "homme", "boy", "masculino"};
    if (std::ranges::find(female, word) != female.end())
        return Sex::Female;
    if (std::ranges::find(male, word) != male.end())
        return Sex::Male;
    return word == "other" || word == "o" || word == "divers" || word == "x" ? Sex::Other : Sex::Unknown;
}

// The last nine digits, which leaves out how the country is written; "" for what cannot be a number.
std::string phoneDigits(const QString &text)
{
    std::string digits;
    for (const QChar c : text) {
        if (c.unicode() >= u'0' && c.unicode() <= u'9')
            digits.push_back(char(c.unicode()));
        else if (!digits.empty() && c.isLetter())
            break; // an extension
    }
    constexpr std::size_t fewest = 6;
    constexpr std::size_t kept = 9;
    if (digits.size() < fewest || std::ranges::count(digits, digits.back()) == std::ptrdiff_t(digits.size()))
        return {};
    return digits.size() > kept ? digits.substr(digits.size() - kept) : digits;
}

void setContacts(PersonIdentity &person, const PersonData &data, Vocabulary &words)
{
    std::size_t count = 0;
    for (const QString &phone : data.phones) {
        const TextId id = words.idOf(phoneDigits(phone));
        if (id != 0 && count < person.phones.size() && std::ranges::find(person.phones, id) == person.phones.end())
            person.phones[count++] = id;
    }
    count = 0;
    for (const QString &mail : data.emails) {
        const QString plain = mail.trimmed().toLower();
        if (plain.size() < 3 || count >= person.mailNames.size())
            continue;
        const qsizetype at = plain.lastIndexOf(u'@');
        // A lost @ leaves everything before it; the comparison takes both together.
        person.mailNames[count] = words.idOf((at < 0 ? plain : plain.left(at)).toStdString());
        person.mailHosts[count] = at < 0 ? 0 : words.idOf(plain.mid(at + 1).toStdString());
        if (person.mailNames[count] != 0)
            ++count;
    }
}

void setAddress(PersonIdentity &person, const PersonData &data, Vocabulary &words)
{
    const AddressParts parts = AddressParts::of(data);
    person.street = words.idOf(parts.street);
    person.house = words.idOf(parts.house);
    person.unit = words.idOf(parts.unit);
    person.extra = words.idOf(parts.extra);
    person.city = words.idOf(parts.city);
    person.state = words.idOf(parts.state);
    person.postcode = words.idOf(parts.postcode);
    if (!parts.street.empty() && !(parts.postcode.empty() && parts.city.empty()))
        person.door = words.idOf(parts.house + '|' + parts.street + '|'
                                 + (parts.postcode.empty() ? parts.city : parts.postcode));
}

// Without punctuation, lower case; "" for numbers that stand for none: all digits alike, or counting up or down.
std::string plainNumber(const QString &value)
{
    std::string plain = folded(value);
    std::erase(plain, ' ');
    constexpr std::string_view counting = "0123456789012345678901234567890";
    constexpr std::string_view countingDown = "9876543210987654321098765432109";
    const bool alike = !plain.empty() && std::ranges::count(plain, plain.front()) == std::ptrdiff_t(plain.size());
    const bool counted = plain.size() >= 5
                         && (counting.find(plain) != std::string_view::npos
                             || countingDown.find(plain) != std::string_view::npos);
    return alike || counted || isPlaceholderName(plain) ? std::string() : plain;
}

} // namespace

PersonIdentity PersonIdentity::of(const PersonData &data, Vocabulary &words)
{
    PersonIdentity person;
    setNames(person, data, words);
    person.birth = BirthDate::fromText(data.birthDate, data.dateOrder);
    person.sex = sexOf(data.sex);
    setAddress(person, data, words);
    setContacts(person, data, words);
    for (const AssignedNumber &number : data.numbers) {
        const PreparedNumber prepared{words.idOf(number.system.toLower().toStdString()),
                                      words.idOf(plainNumber(number.value))};
        if (prepared.value != 0 && std::ranges::find(person.numbers, prepared) == person.numbers.end())
            person.numbers.push_back(prepared);
    }
    return person;
}

} // namespace Chartline::Matching
