// SPDX-License-Identifier: Apache-2.0
#include "identity/matching/ContactComparison.h"

#include "identity/matching/StringDistance.h"

#include <algorithm>
#include <string>

namespace Chartline::Matching {

namespace {

Level levelOfMails(std::string_view nameA, std::string_view hostA, std::string_view nameB, std::string_view hostB)
{
    const bool sameName = nameA == nameB;
    const bool sameHost = hostA == hostB && !hostA.empty();
    if (sameName && hostA == hostB)
        return Level::Exact;
    // Both parts together, so that a lost or misplaced @ is one slip.
    std::string a(nameA);
    std::string b(nameB);
    a.append(hostA);
    b.append(hostB);
    constexpr std::size_t shortest = 8;
    if (std::min(a.size(), b.size()) >= shortest) {
        // Of one host, a.b and ab are different boxes more often than a slip; names of one family are alike.
        if (a == b || isOneEditApart(a, b))
            return Level::Misspelt;
        constexpr double similar = 0.93;
        if (editDistance(a, b, 3) <= 3 && jaroWinkler(a, b) >= similar)
            return Level::Similar;
    }
    constexpr std::size_t particular = 5;
    if (sameName && nameA.size() >= particular)
        return Level::SameMailName;
    return sameHost ? Level::SameMailHost : Level::Different;
}

Level levelOfPhones(std::string_view a, std::string_view b)
{
    if (a == b)
        return Level::Exact;
    // Without the area code on one side.
    if ((a.ends_with(b) || b.ends_with(a)) && std::min(a.size(), b.size()) >= 7)
        return Level::OneDigit;
    return isOneEditApart(a, b) ? Level::OneDigit : Level::Different;
}

Level levelOfNumbers(std::string_view a, std::string_view b)
{
    if (a == b)
        return Level::Exact;
    if (a.size() > b.size())
        std::swap(a, b);
    constexpr std::size_t shortest = 6;
    constexpr std::size_t lastFour = 4;
    if (a.size() >= shortest && isOneEditApart(a, b)) {
        const auto [i, j] = std::ranges::mismatch(a, b);
        const bool swapped = a.size() == b.size() && b.end() - j > 1 && *i == *(j + 1) && *(i + 1) == *j;
        return swapped ? Level::DigitsSwapped : Level::OneDigit;
    }
    // Two slips in one number; beyond that it is another one.
    if (a.size() >= shortest && editDistance(a, b, 2) <= 2)
        return Level::Similar;
    if (a.size() < lastFour)
        return Level::Missing;
    return a.size() < b.size() && (b.ends_with(a) || b.starts_with(a)) ? Level::PartOfNumber : Level::Different;
}

int rank(Level level)
{
    return level == Level::Missing ? int(levelCount) : int(level);
}

} // namespace

ContactComparison comparePhones(const PersonIdentity &a, const PersonIdentity &b, const Population &population,
                                const Vocabulary &words)
{
    ContactComparison best;
    for (const TextId mine : a.phones) {
        for (const TextId other : b.phones) {
            if (mine == 0 || other == 0)
                continue;
            const Level level = levelOfPhones(words.text(mine), words.text(other));
            const float share = std::max(population.contactShare(mine), population.contactShare(other));
            if (rank(level) < rank(best.level) || (rank(level) == rank(best.level) && share < best.share))
                best = {level, mine, other, share};
        }
    }
    return best;
}

ContactComparison compareMails(const PersonIdentity &a, const PersonIdentity &b, const Population &population,
                               const Vocabulary &words)
{
    ContactComparison best;
    for (std::size_t i = 0; i < a.mailNames.size(); ++i) {
        for (std::size_t j = 0; j < b.mailNames.size(); ++j) {
            if (a.mailNames[i] == 0 || b.mailNames[j] == 0)
                continue;
            const Level level = levelOfMails(words.text(a.mailNames[i]), words.text(a.mailHosts[i]),
                                             words.text(b.mailNames[j]), words.text(b.mailHosts[j]));
            const float share = level == Level::SameMailHost
                                    ? population.mailHostShare(a.mailHosts[i])
                                    : std::max(population.contactShare(a.mailNames[i]),
                                               population.contactShare(b.mailNames[j]));
            if (rank(level) < rank(best.level) || (rank(level) == rank(best.level) && share < best.share))
                best = {level, a.mailNames[i], b.mailNames[j], share};
        }
    }
    return best;
}

NumberComparison compareNumbers(const PersonIdentity &a, const PersonIdentity &b, const Vocabulary &words)
{
    NumberComparison result;
    for (const PreparedNumber &mine : a.numbers) {
        // The best of all numbers of this system, so that a second number of one side is no conflict.
        NumberComparison best;
        for (const PreparedNumber &same : a.numbers) {
            for (const PreparedNumber &other : b.numbers) {
                if (same.system != mine.system || other.system != mine.system)
                    continue;
                const Level level = levelOfNumbers(words.text(same.value), words.text(other.value));
                if (rank(level) < rank(best.level))
                    best = {level, same.value, other.value, false};
            }
        }
        result.conflict = result.conflict || best.level == Level::Different;
        if (rank(best.level) < rank(result.level))
            result = {best.level, best.a, best.b, result.conflict};
    }
    if (result.level == Level::Exact)
        result.conflict = false;
    return result;
}

} // namespace Chartline::Matching
