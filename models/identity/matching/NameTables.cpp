// SPDX-License-Identifier: Apache-2.0
#include "identity/matching/NameTables.h"

#include "identity/matching/NameLists.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace Chartline::Matching {

namespace {

using Facts = std::unordered_map<std::string_view, NameFacts>;

// Calls each(word) for the words of a text.
template<typename Each>
void forWords(std::string_view text, Each each)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0)
            each(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

// "smith 828 johnson 655": a name and how many of 100 000 bear it.
void addShares(Facts &facts, std::string_view list, float NameFacts::*share)
{
    std::string_view name;
    forWords(list, [&](std::string_view word) {
        int count = 0;
        if (std::from_chars(word.data(), word.data() + word.size(), count).ec == std::errc())
            facts[name].*share = float(count) / 100'000.0F;
        else
            name = word;
    });
}

void addGroup(Facts &facts, std::string_view names, quint16 group)
{
    forWords(names, [&](std::string_view name) {
        auto &groups = facts[name].nicknameGroups;
        if (const auto free = std::ranges::find(groups, quint16(0)); free != groups.end())
            *free = group;
    });
}

Facts allFacts()
{
    Facts facts;
    addShares(facts, commonFamilyNames, &NameFacts::asFamily);
    addShares(facts, commonGivenNames, &NameFacts::asGiven);
    quint16 group = 0;
    for (const std::string_view names : nicknames)
        addGroup(facts, names, ++group);
    return facts;
}

template<std::size_t N>
bool isAmong(const std::array<std::string_view, N> &words, std::string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

constexpr std::array<std::string_view, 34> s_placeholders{
    "unknown",   "unk",      "unkn",       "ukn",     "anon",    "anonymous", "noname",   "nn",     "na",
    "none",      "null",     "nil",        "test",    "testing", "patient",   "unnamed",  "notgiven", "notknown",
    "unbekannt", "inconnu",  "desconocido", "xx",     "xxx",     "xxxx",      "refused",  "missing", "unidentified",
    "undefined", "deceased", "unspecified", "nofirstname", "nolastname", "fnu", "lnu"};
constexpr std::array<std::string_view, 17> s_newborns{"baby",    "infant", "newborn", "neonate", "bb",      "bg",
                                                      "nb",      "babyboy", "babygirl", "boy",   "girl",    "twin",
                                                      "triplet", "male",    "female",  "fetus",  "neugeborenes"};
constexpr std::array<std::string_view, 20> s_titles{"mr",   "mrs",  "ms",   "miss", "dr",   "prof", "professor",
                                                    "sir",  "dame", "lady", "lord", "rev",  "fr",   "frau",
                                                    "herr", "hr",   "sra",  "mme",  "mlle", "mister"};
constexpr std::array<std::string_view, 32> s_particles{"de",  "da",  "do",   "dos",  "das", "del", "della", "di",
                                                       "du",  "la",  "le",   "las",  "los", "el",  "al",    "bin",
                                                       "ibn", "abu", "bint", "van",  "von", "der", "den",   "ter",
                                                       "ten", "zu",  "zum",  "zur",  "y",   "e",   "st",    "san"};

} // namespace

NameFacts nameFacts(std::string_view folded)
{
    static const Facts facts = allFacts();
    const auto found = facts.find(folded);
    return found == facts.end() ? NameFacts{} : found->second;
}

bool isPlaceholderName(std::string_view folded)
{
    return isAmong(s_placeholders, folded);
}

bool isNewbornWord(std::string_view folded)
{
    return isAmong(s_newborns, folded);
}

bool isTitle(std::string_view folded)
{
    return isAmong(s_titles, folded);
}

bool isParticle(std::string_view folded)
{
    return isAmong(s_particles, folded);
}

Suffix suffixOf(std::string_view folded)
{
    struct Form
    {
        std::string_view word;
        Suffix suffix;
    };
    constexpr std::array forms{Form{"jr", Suffix::Junior},     Form{"junior", Suffix::Junior},
                               Form{"jnr", Suffix::Junior},    Form{"sr", Suffix::Senior},
                               Form{"senior", Suffix::Senior}, Form{"snr", Suffix::Senior},
                               Form{"i", Suffix::Senior},      Form{"ii", Suffix::Second},
                               Form{"2nd", Suffix::Second},    Form{"iii", Suffix::Third},
                               Form{"3rd", Suffix::Third},     Form{"iv", Suffix::Fourth},
                               Form{"4th", Suffix::Fourth},    Form{"v", Suffix::Fifth},
                               Form{"5th", Suffix::Fifth}};
    const auto *found = std::ranges::find(forms, folded, &Form::word);
    return found == forms.end() ? Suffix::None : found->suffix;
}

} // namespace Chartline::Matching
