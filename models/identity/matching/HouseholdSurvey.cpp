// SPDX-License-Identifier: Apache-2.0
#include "identity/matching/HouseholdSurvey.h"

#include "identity/matching/DateComparison.h"
#include "identity/matching/NameComparison.h"
#include "identity/matching/Population.h"
#include "identity/matching/StringDistance.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>

namespace Chartline::Matching {

namespace {

// Of a home for hundreds, as many are looked at.
constexpr std::size_t s_mostOfHousehold = 25;
// Years between parent and child, at least.
constexpr int s_generation = 14;

// A name that more than one family bears.
constexpr float s_inUse = 2e-4F;
// Below this Jaro-Winkler similarity even names nobody else bears are no misspellings of each other.
constexpr double s_unlike = 0.55;

// Agree, differ altogether, or neither: two names that are both in use differ even where they are alike (Anna, Hanna).
std::optional<bool> agreement(const NamePair &pair, float shareA, float shareB, const Vocabulary &words)
{
    const bool inUse = shareA > s_inUse && shareB > s_inUse;
    switch (pair.level) {
    case Level::Exact:
    case Level::Variant:
    case Level::Nickname: return true;
    case Level::Misspelt: return !inUse;
    case Level::Similar:
    case Level::SoundsAlike: return inUse ? std::optional(false) : std::nullopt;
    case Level::Different: {
        const bool unlike = inUse || jaroWinkler(words.text(pair.a), words.text(pair.b)) < s_unlike;
        return unlike ? std::optional(false) : std::nullopt;
    }
    default: return std::nullopt;
    }
}

void count(HouseholdSurvey &survey, const PersonIdentity &a, const PersonIdentity &b, const Vocabulary &words,
           const Population &population)
{
    const NamePair givenPair = compareGiven(a, b, words);
    const auto given = agreement(givenPair, population.givenShare(givenPair.a, words),
                                 population.givenShare(givenPair.b, words), words);
    const NamePair familyPair = compareFamily(a, b, words);
    const auto family = agreement(familyPair, population.familyShare(familyPair.a, words),
                                  population.familyShare(familyPair.b, words), words);
    const Level birth = levelOfDates(a.birth, b.birth);
    const bool sameBirth = birth == Level::Exact;
    const bool otherBirth = birth == Level::Different && std::abs(a.birth.year - b.birth.year) >= s_generation;
    if (!given || !family || (!sameBirth && !otherBirth))
        return;
    // Names in each other's place agree.
    if (!*given && !*family
        && (levelOfNames(a.givenJoined, b.familyJoined, words) != Level::Different
            || levelOfNames(a.familyJoined, b.givenJoined, words) != Level::Different))
        return;
    double *const cells[] = {&survey.allAgree,     &survey.givenDiffers,     &survey.familyDiffers,
                             &survey.bothNamesDiffer, &survey.birthDiffers, &survey.onlyFamilyAgrees,
                             &survey.onlyGivenAgrees, &survey.noneAgrees};
    const std::size_t cell = (*given ? 0U : 1U) + (*family ? 0U : 2U) + (sameBirth ? 0U : 4U);
    *cells[cell] += 1;
}

struct Member
{
    quint64 household;
    quint32 person;
};

quint64 mailKey(const PersonIdentity &person)
{
    return person.mailNames[0] == 0 || person.mailHosts[0] == 0
               ? 0
               : mixed(mixed(3, person.mailNames[0]), person.mailHosts[0]);
}

// Below as many nobody lives with relatives.
constexpr double s_noFamilies = 0.02;
// Fewer errors than these show nothing.
constexpr double s_fewest = 3;

// How many of the pairs that differ in one field are errors: as large a share of `agreeing` pairs as of those that cannot
// be relatives (`wrong` of `wrong` + `right`). Two standard deviations to the safe side.
double errorsOf(double agreeing, double wrong, double right, bool families)
{
    if (wrong < s_fewest || right <= 0)
        return 0;
    const double deviation = 2 * std::sqrt(wrong);
    return agreeing * std::max(wrong + (families ? -deviation : deviation), 0.0) / right;
}

// The share of errors, of which a general one counts as much as so many pairs.
float errorShare(float general, double errors, double agreeing)
{
    constexpr double weight = 200;
    const double share = (double(general) * weight + errors) / (weight + agreeing + errors);
    return std::max(general, float(share));
}

} // namespace

HouseholdSurvey HouseholdSurvey::of(std::span<const PersonIdentity> people, const Vocabulary &words,
                                    const Population &population)
{
    HouseholdSurvey survey;
    std::vector<Member> members;
    for (quint32 i = 0; i < people.size(); ++i) {
        const PersonIdentity &person = people[i];
        if (!person.birth.isComplete() || person.birth.isPlaceholder() || person.given[0] == 0 || person.family[0] == 0)
            continue;
        const std::size_t before = members.size();
        if (person.door != 0)
            members.push_back({mixed(1, person.door), i});
        if (person.phones[0] != 0)
            members.push_back({mixed(2, person.phones[0]), i});
        if (const quint64 mail = mailKey(person))
            members.push_back({mail, i});
        survey.people += members.size() > before ? 1 : 0;
    }
    // Households in order of their texts' numbers; the counts do not depend on it.
    std::ranges::sort(members, [](const Member &a, const Member &b) {
        return a.household != b.household ? a.household < b.household : a.person < b.person;
    });
    for (std::size_t begin = 0; begin < members.size();) {
        std::size_t end = begin + 1;
        while (end < members.size() && members[end].household == members[begin].household)
            ++end;
        const std::size_t last = std::min(end, begin + s_mostOfHousehold);
        for (std::size_t i = begin; i < last; ++i) {
            for (std::size_t j = i + 1; j < last; ++j)
                count(survey, people[members[i].person], people[members[j].person], words, population);
        }
        begin = end;
    }
    return survey;
}

HouseholdRates HouseholdSurvey::rates() const
{
    const HouseholdRates general;
    // As many people as have one relative of a kind count as the general rate.
    const auto blended = [this](float rate, double expected, double pairs) {
        return float((expected + pairs) / (1 / double(rate) + people));
    };
    HouseholdRates rates;
    const double relatives = onlyFamilyAgrees + noneAgrees;
    const bool families = double(blended(general.kin, 1, relatives)) > s_noFamilies;
    const double givenErrors = std::min(errorsOf(allAgree, bothNamesDiffer, familyDiffers, families), givenDiffers);
    const double birthErrors = std::min(errorsOf(allAgree, onlyGivenAgrees, familyDiffers, families), birthDiffers);
    rates.givenWrong = errorShare(general.givenWrong, givenErrors, allAgree);
    rates.birthWrong = errorShare(general.birthWrong, birthErrors, allAgree);
    // Of one given name, birth date and door: marriages and errors, never relatives.
    rates.familyWrong = errorShare(general.familyWrong, familyDiffers, allAgree);
    // Two errors in one record make it look like that of a relative.
    const double twoErrors = allAgree > 0 ? givenErrors * birthErrors / allAgree : 0;
    const double kin = families ? relatives : std::max(relatives - twoErrors - 2 * std::sqrt(twoErrors), 0.0);
    rates.kin = blended(general.kin, 1, kin);
    // Twins and namesakes come with families: the fewer relatives, the fewer are expected unseen.
    const double expected = std::min(double(rates.kin / general.kin), 1.0);
    rates.twin = blended(general.twin, expected, givenDiffers - givenErrors);
    rates.namesake = blended(general.namesake, expected, birthDiffers - birthErrors);
    return rates;
}

} // namespace Chartline::Matching
