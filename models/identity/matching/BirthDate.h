// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Chartline::Matching {

// Which number comes first in a date written with slashes or dots.
enum class DateOrder : quint8 { MonthFirst, DayFirst };

// A birth date as precise as it is known: 0 for what is not. A date that cannot be (month 13, the year 3000 or 1850, a
// 31st of April) is not known at all.
struct BirthDate
{
    qint16 year = 0;
    qint8 month = 0;
    qint8 day = 0;

    [[nodiscard]] bool isKnown() const { return year != 0; }
    [[nodiscard]] bool isComplete() const { return day != 0; }
    // The first of January: what is written where the day is not known.
    [[nodiscard]] bool isPlaceholder() const { return month == 1 && day == 1; }
    [[nodiscard]] QString text() const; // ISO 8601, "" where not known
    bool operator==(const BirthDate &) const = default;

    // ISO 8601 ("1980", "1980-04", "1980-04-17", with or without a time), "19800417", "17.04.1980", and with slashes or
    // hyphens in the order given, "4/17/80" (two digits from 31 on are of the 20th century). Where only one order makes
    // a date, that one is taken.
    [[nodiscard]] static BirthDate fromText(const QString &text, DateOrder order = DateOrder::MonthFirst);
};

} // namespace Chartline::Matching
