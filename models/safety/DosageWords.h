// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

namespace Chartline::Safety {

// What a line on a prescription says for certain; everything else stays 0 or false.
struct DosageWords
{
    double perDay = 0; // doses a day: 2 for "bid", 4 for "q6h", 0.5 for "every other day"
    double pieces = 0; // tablets, capsules… in one dose
    double mg = 0; // in one dose
    double mgPerDay = 0; // "40 mg/day"
    int days = 0; // how long: "for 7 days"
    bool asNeeded = false;
    bool once = false; // one dose and no more

    bool operator==(const DosageWords &) const = default;
};

// "Take 1 tablet by mouth twice a day for 10 days", "500mg PO q6h prn". English, and Latin abbreviations. Only forms
// that can mean one thing: ranges ("1-2 tablets", "every 4 to 6 hours"), several doses, steps and tapers are left at 0.
[[nodiscard]] DosageWords readSig(QStringView text);

// Of "d", "days", "wk", "month" (30), "h"…; 0: none of these.
[[nodiscard]] double daysOfTimeUnit(QStringView unit);

} // namespace Chartline::Safety
