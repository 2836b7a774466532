// SPDX-License-Identifier: Apache-2.0
#include "identity/matching/NameComparison.h"

#include "identity/matching/StringDistance.h"

#include <algorithm>

namespace Chartline::Matching {

namespace {

bool shareNickname(const Word &a, const Word &b)
{
    for (const quint16 group : a.facts.nicknameGroups) {
        if (group != 0 && std::ranges::find(b.facts.nicknameGroups, group) != b.facts.nicknameGroups.end())
            return true;
    }
    return false;
}

Level levelOfSpelling(std::string_view a, std::string_view b)
{
    if (a.size() > b.size())
        std::swap(a, b);
    if (a.size() == 1)
        return a[0] == b[0] ? Level::Initial : Level::Different;
    constexpr std::size_t shortest = 4;
    const bool oneEdit = isOneEditApart(a, b);
    if (oneEdit && b.size() >= shortest)
        return Level::Misspelt;
    constexpr double similar = 0.90;
    if (oneEdit || (a.size() >= 5 && jaroWinkler(a, b) >= similar) || (a.size() >= 6 && editDistance(a, b, 2) <= 2))
        return Level::Similar;
    return b.starts_with(a) ? Level::Shortened : Level::Different;
}

// The best first.
int rank(Level level)
{
    return level == Level::Missing ? int(levelCount) : int(level);
}

void keepBetter(NamePair &best, TextId a, TextId b, const Vocabulary &words)
{
    if (const Level level = levelOfNames(a, b, words); rank(level) < rank(best.level))
        best = {level, a, b};
}

// Any part of one is a part of the other.
NamePair sharedPart(const PersonIdentity &a, const PersonIdentity &b)
{
    for (const TextId mine : a.family) {
        if (mine != 0 && std::ranges::find(b.family, mine) != b.family.end())
            return {Level::Part, mine, mine};
    }
    for (const TextId maiden : {a.maiden, b.maiden}) {
        const TextId other = maiden == a.maiden ? b.familyJoined : a.familyJoined;
        if (maiden != 0 && maiden == other)
            return {Level::Part, maiden, maiden};
    }
    return {};
}

} // namespace

bool isSameName(Level level)
{
    return level == Level::Exact || level == Level::Variant || level == Level::Nickname || level == Level::Misspelt;
}

Level levelOfNames(TextId a, TextId b, const Vocabulary &words)
{
    if (a == 0 || b == 0)
        return Level::Missing;
    if (a == b)
        return Level::Exact;
    const Word &first = words.word(a);
    const Word &second = words.word(b);
    if (first.spelling == second.spelling && first.text.size() > 1 && second.text.size() > 1)
        return Level::Variant;
    if (shareNickname(first, second))
        return Level::Nickname;
    const Level level = levelOfSpelling(first.text, second.text);
    if (level == Level::Different && first.sound != 0 && first.sound == second.sound)
        return Level::SoundsAlike;
    return level;
}

NamePair compareGiven(const PersonIdentity &a, const PersonIdentity &b, const Vocabulary &words)
{
    NamePair best{levelOfNames(a.givenJoined, b.givenJoined, words), a.givenJoined, b.givenJoined};
    if (best.level == Level::Exact)
        return best;
    if (a.given[0] != a.givenJoined || b.given[0] != b.givenJoined)
        keepBetter(best, a.given[0], b.given[0], words);
    if (isSameName(best.level) || best.level == Level::Missing || a.given[0] == b.given[0])
        return best;
    for (std::size_t i = 1; i < a.given.size(); ++i) {
        for (const auto &[mine, other] : {std::pair(a.given[0], b.given[i]), std::pair(a.given[i], b.given[0])}) {
            if (mine != 0 && mine == other && words.text(mine).size() > 1)
                return {Level::MiddleName, mine, mine};
        }
    }
    return best;
}

NamePair compareMiddle(const PersonIdentity &a, const PersonIdentity &b, const Vocabulary &words)
{
    if (a.given[1] == 0 || b.given[1] == 0)
        return {};
    const Level level = levelOfNames(a.given[1], b.given[1], words);
    switch (level) {
    case Level::Exact:
    case Level::Initial:
    case Level::Different: return {level, a.given[1], b.given[1]};
    case Level::Variant:
    case Level::Nickname:
    case Level::Misspelt:
    case Level::Similar:
    case Level::SoundsAlike:
    case Level::Shortened: return {Level::Similar, a.given[1], b.given[1]};
    default: return {};
    }
}

NamePair compareFamily(const PersonIdentity &a, const PersonIdentity &b, const Vocabulary &words)
{
    NamePair best{levelOfNames(a.familyJoined, b.familyJoined, words), a.familyJoined, b.familyJoined};
    if (best.level == Level::Missing || best.level == Level::Exact || best.level == Level::Variant)
        return best;
    // Without "de" and "van".
    if (a.family[1] == 0 && b.family[1] == 0)
        keepBetter(best, a.family[0], b.family[0], words);
    if (isSameName(best.level))
        return best;
    const NamePair part = sharedPart(a, b);
    return part.level == Level::Part ? part : best;
}

bool SwappedNames::agree() const
{
    const auto good = [](Level level) { return isSameName(level) || level == Level::Similar; };
    return (good(givenOfA.level) || givenOfA.level == Level::Missing)
           && (good(familyOfA.level) || familyOfA.level == Level::Missing)
           && (givenOfA.level == Level::Exact || familyOfA.level == Level::Exact
               || (good(givenOfA.level) && good(familyOfA.level)));
}

SwappedNames compareSwapped(const PersonIdentity &a, const PersonIdentity &b, const Vocabulary &words)
{
    return {{levelOfNames(a.givenJoined, b.familyJoined, words), a.givenJoined, b.familyJoined},
            {levelOfNames(a.familyJoined, b.givenJoined, words), a.familyJoined, b.givenJoined}};
}

} // namespace Chartline::Matching
