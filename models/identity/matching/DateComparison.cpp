// SPDX-License-Identifier: Apache-2.0
#include "identity/matching/DateComparison.h"

#include <array>
#include <cstdlib>
#include <utility>

namespace Chartline::Matching {

namespace {

using Digits = std::array<int, 8>;

Digits digitsOf(const BirthDate &date)
{
    return {date.year / 1000,     date.year / 100 % 10, date.year / 10 % 10, date.year % 10,
            date.month / 10 % 10, date.month % 10,      date.day / 10 % 10,  date.day % 10};
}

Level levelOfDigits(const BirthDate &a, const BirthDate &b)
{
    const Digits first = digitsOf(a);
    const Digits second = digitsOf(b);
    std::size_t differ = 0;
    std::size_t at = 0;
    for (std::size_t i = first.size(); i-- > 0;) {
        if (first[i] != second[i]) {
            ++differ;
            at = i;
        }
    }
    if (differ == 1)
        return Level::OneDigit;
    const bool swapped = differ == 2 && at + 1 < first.size() && first[at] == second[at + 1] && first[at + 1] == second[at];
    return swapped ? Level::DigitsSwapped : Level::Different;
}

// Days since some day, near enough for comparing dates a month apart.
int dayNumber(const BirthDate &date)
{
    return (date.year * 12 + date.month) * 30 + date.day;
}

bool areNear(const BirthDate &a, const BirthDate &b)
{
    constexpr int month = 32;
    if (std::abs(dayNumber(a) - dayNumber(b)) <= month)
        return true;
    return std::abs(a.year - b.year) <= 1 && std::abs(a.month - b.month) <= 1 && std::abs(a.day - b.day) <= 2;
}

Level levelOfPartial(const BirthDate &a, const BirthDate &b)
{
    const bool months = a.month != 0 && b.month != 0;
    return a.year == b.year && (!months || a.month == b.month) ? Level::LessPrecise : Level::Different;
}

} // namespace

Level levelOfDates(const BirthDate &a, const BirthDate &b)
{
    if (!a.isKnown() || !b.isKnown())
        return Level::Missing;
    if (!a.isComplete() || !b.isComplete())
        return levelOfPartial(a, b);
    if (a == b)
        return a.isPlaceholder() ? Level::Placeholder : Level::Exact;
    if (a.isPlaceholder() != b.isPlaceholder() && a.year == b.year)
        return Level::HalfPlaceholder;
    if (a.year == b.year && a.month == b.day && a.day == b.month)
        return Level::DayMonthSwapped;
    if (const Level level = levelOfDigits(a, b); level != Level::Different)
        return level;
    if (a.isPlaceholder() || b.isPlaceholder())
        return a.year == b.year ? Level::YearOnly : Level::Different;
    const int equal = int(a.year == b.year) + int(a.month == b.month) + int(a.day == b.day);
    if (equal == 2)
        return Level::TwoParts;
    if (areNear(a, b))
        return Level::Near;
    return a.year == b.year ? Level::YearOnly : Level::Different;
}

} // namespace Chartline::Matching
