// SPDX-License-Identifier: Apache-2.0
#include "safety/SupplyLine.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace Chartline::Safety {

namespace {

// Two records of one fill: as prepared, and as handed over; the pharmacy's, and the insurer's.
constexpr int s_copyDays = 3;

bool isCopy(const Fill &fill, const Fill &kept)
{
    if (kept.from == fill.from)
        return true;
    return kept.source != fill.source && kept.days == fill.days && kept.from.daysTo(fill.from) <= s_copyDays;
}

void dropCopies(QList<Fill> &fills)
{
    std::ranges::sort(fills, [](const Fill &a, const Fill &b) {
        return std::tuple(a.from, -a.days, a.asNeeded, a.source, a.until)
               < std::tuple(b.from, -b.days, b.asNeeded, b.source, b.until);
    });
    QList<Fill> kept;
    for (const Fill &fill : std::as_const(fills)) {
        if (std::ranges::none_of(kept, [&](const Fill &other) { return isCopy(fill, other); }))
            kept.append(fill);
    }
    fills = kept;
}

} // namespace

int graceOf(int daysSupply, bool asNeeded, const ExposureRules &rules)
{
    // What is taken as needed lasts longer than its supply says.
    const double share = asNeeded ? 1 : rules.graceShare;
    return std::max(rules.graceDays, int(std::ceil(share * daysSupply)));
}

SupplyLine supplyLine(QList<Fill> fills, const ExposureRules &rules)
{
    dropCopies(fills);
    SupplyLine line;
    qint64 without = 0; // days before the last fill on which nothing was left
    for (const Fill &fill : std::as_const(fills)) {
        qint64 carried = 0;
        if (line.isEmpty()) {
            line.begin = fill.from;
            line.spans.append({fill.from, fill.from});
        } else {
            const qint64 missing = line.end.daysTo(fill.from) - 1;
            carried = std::min<qint64>(std::max<qint64>(-missing, 0), fill.days);
            without += std::max<qint64>(missing, 0);
            if (fill.from > line.graceEnd.addDays(1)) {
                line.gaps.append({line.end.addDays(1), fill.from.addDays(-1)});
                line.spans.last().to = line.end;
                line.spans.append({fill.from, fill.from});
            }
        }
        line.end = std::max(line.end, fill.from.addDays(carried + fill.days - 1));
        line.graceEnd = line.end.addDays(graceOf(fill.days, fill.asNeeded, rules));
        if (fill.until.isValid() && fill.until < line.end) {
            line.end = std::max(fill.until, fill.from);
            line.graceEnd = line.end;
        }
        line.spans.last().to = line.end;
    }
    const bool asNeeded = std::ranges::any_of(fills, &Fill::asNeeded);
    if (fills.size() >= 2 && !asNeeded) {
        const double days = double(fills.first().from.daysTo(fills.last().from));
        line.covered = 1 - double(without) / days;
    }
    return line;
}

} // namespace Chartline::Safety
