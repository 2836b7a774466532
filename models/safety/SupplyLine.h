// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/Exposure.h"

namespace Chartline::Safety {

// One supply handed out.
struct Fill
{
    QDate from;
    int days = 0; // at least 1
    bool asNeeded = false;
    QString source;
    QDate until; // taken no longer than this, though there was more; invalid: not cut short
    bool operator==(const Fill &) const = default;
};

// What the fills of one drug cover. Days left when the next fill comes are carried over, at most as many as that fill
// has (a further supply); fills on one day are one, the longest; so are fills of two sources within 3 days with the
// same supply (copies).
struct SupplyLine
{
    QList<DaySpan> spans; // with the gaps that grace allows closed
    QList<DaySpan> gaps; // longer than the grace
    std::optional<double> covered; // share of days with supply from the first fill to the day before the last one
    QDate begin;
    QDate end; // last day with supply
    QDate graceEnd; // a fill until then, and the next day, still continues; `end` where it was cut short

    [[nodiscard]] bool isEmpty() const { return spans.isEmpty(); }
};

// How late a fill may be, in days.
[[nodiscard]] int graceOf(int daysSupply, bool asNeeded, const ExposureRules &rules);

[[nodiscard]] SupplyLine supplyLine(QList<Fill> fills, const ExposureRules &rules);

} // namespace Chartline::Safety
