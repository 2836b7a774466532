// SPDX-License-Identifier: Apache-2.0
#include "identity/matching/Address.h"

#include "identity/matching/Romanise.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace Chartline::Matching {

namespace {

using Words = std::vector<std::string>;

template<std::size_t N>
bool isAmong(const std::array<std::string_view, N> &words, std::string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

constexpr std::array<std::string_view, 62> s_kinds{
    "street", "st",    "str",     "road",     "rd",     "avenue", "ave",   "av",    "drive",  "dr",    "lane",
    "ln",     "court", "ct",      "crt",      "place",  "pl",     "close", "cl",    "circuit", "cct",  "crescent",
    "cres",   "cr",    "terrace", "ter",      "tce",    "way",    "wy",    "boulevard", "blvd", "parade", "pde",
    "highway", "hwy",  "circle",  "cir",      "square", "sq",     "trail", "trl",   "parkway", "pkwy", "grove",
    "gr",     "gardens", "gdns",  "rise",     "row",    "walk",   "view",  "mews",  "alley",   "strasse", "weg",
    "platz",  "allee", "calle",   "avenida",  "rue",    "via",    "motorway"};
constexpr std::array<std::string_view, 17> s_units{"apt",  "apartment", "unit", "suite", "ste",  "flat", "room", "rm", "lot",
                                                   "no",   "number",    "nr",   "floor", "fl",   "bldg", "building", "dept"};
constexpr std::array<std::array<std::string_view, 2>, 9> s_same{{{"north", "n"},
                                                                 {"south", "s"},
                                                                 {"east", "e"},
                                                                 {"west", "w"},
                                                                 {"saint", "st"},
                                                                 {"mount", "mt"},
                                                                 {"fort", "ft"},
                                                                 {"port", "pt"},
                                                                 {"upper", "up"}}};

bool startsWithDigit(std::string_view word)
{
    return !word.empty() && word.front() >= '0' && word.front() <= '9';
}

// "12", "12b", not "5th".
bool isHouseNumber(std::string_view word)
{
    const std::size_t letters = std::min(word.find_first_not_of("0123456789"), word.size());
    return letters > 0 && word.size() - letters <= 1;
}

std::string withoutZeros(const std::string &word)
{
    const std::size_t first = word.find_first_not_of('0');
    return first == std::string::npos ? word.substr(0, 1) : word.substr(first);
}

Words wordsOf(const QString &text)
{
    QString plain = text;
    // Two lines in one field, as some exports write them.
    plain.replace(QStringLiteral("\\n"), QStringLiteral(" "));
    const std::string all = folded(plain);
    Words words;
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t end = std::min(all.find(' ', at), all.size());
        words.push_back(all.substr(at, end - at));
        at = end + 1;
    }
    for (std::string &word : words) {
        for (const auto &[full, abbreviated] : s_same) {
            if (word == full)
                word = abbreviated;
        }
        if (startsWithDigit(word))
            word = withoutZeros(word);
    }
    return words;
}

// "po box 12" and "p o box 12" become "pobox 12".
void joinBox(Words &words)
{
    const auto box = std::ranges::find(words, "box");
    if (box == words.end())
        return;
    const auto at = std::size_t(box - words.begin());
    if (at >= 1 && words[at - 1] == "po") {
        words[at] = "pobox";
        words.erase(words.begin() + qptrdiff(at) - 1);
    } else if (at >= 2 && words[at - 2] == "p" && words[at - 1] == "o") {
        words[at] = "pobox";
        words.erase(words.begin() + qptrdiff(at) - 2, words.begin() + qptrdiff(at));
    }
}

// Takes "apt 4" out of the words; "" where there is no unit.
std::string takeUnit(Words &words)
{
    for (std::size_t at = 0; at + 1 < words.size(); ++at) {
        if (isAmong(s_units, words[at]) && (startsWithDigit(words[at + 1]) || words[at + 1].size() == 1)) {
            std::string unit = words[at + 1];
            words.erase(words.begin() + qptrdiff(at), words.begin() + qptrdiff(at) + 2);
            return unit;
        }
    }
    return {};
}

// Takes the house number out: before the street ("12 Main St"; of "2 98 Main St" 98, with unit 2), behind it
// ("Hauptstr. 12"), or after the name of a building.
std::string takeHouse(Words &words, std::string &unit)
{
    if (words.empty())
        return {};
    auto at = std::ranges::find_if(words, isHouseNumber);
    if (at == words.end())
        return {};
    if (at == words.begin() && words.size() > 2 && isHouseNumber(words[1]) && unit.empty()) {
        unit = words.front();
        words.erase(words.begin());
        at = words.begin();
    }
    std::string house = *at;
    words.erase(at);
    return house;
}

std::string joined(const Words &words)
{
    std::string text;
    for (const std::string &word : words)
        text += word;
    return text;
}

// "hauptstr" and "hauptstrasse" are "haupt".
std::string withoutGermanKind(const std::string &word)
{
    for (const std::string_view kind : {"strasse", "str"}) {
        if (word.size() > kind.size() + 2 && word.ends_with(kind))
            return word.substr(0, word.size() - kind.size());
    }
    return word;
}

std::string streetName(Words words)
{
    Words name;
    for (const std::string &word : words) {
        if (!isAmong(s_kinds, word))
            name.push_back(withoutGermanKind(word));
    }
    return name.empty() ? joined(words) : joined(name);
}

std::string postcodeOf(const QString &text)
{
    std::string code;
    std::size_t digits = 0;
    for (const QChar c : text) {
        const char16_t letter = c.toLower().unicode();
        const bool digit = letter >= u'0' && letter <= u'9';
        if (digit || (letter >= u'a' && letter <= u'z')) {
            code.push_back(char(letter));
            digits += digit ? 1 : 0;
        }
    }
    if (digits == 9 && code.size() == 9)
        code.resize(5);
    return digits == code.size() && !code.empty() ? withoutZeros(code) : code;
}

} // namespace

AddressParts AddressParts::of(const PersonData &data)
{
    AddressParts parts;
    Words first = wordsOf(data.street);
    joinBox(first);
    parts.unit = takeUnit(first);
    if (!data.houseNumber.isEmpty()) {
        Words house = wordsOf(data.houseNumber);
        parts.house = joined(house);
    } else {
        parts.house = takeHouse(first, parts.unit);
    }
    parts.street = streetName(first);
    Words second = wordsOf(data.address2);
    if (parts.unit.empty())
        parts.unit = takeUnit(second);
    parts.extra = joined(second);
    parts.city = joined(wordsOf(data.city));
    parts.state = joined(wordsOf(data.state));
    parts.postcode = postcodeOf(data.postcode);
    return parts;
}

} // namespace Chartline::Matching
