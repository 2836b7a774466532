// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/DrugClaim.h"

namespace Chartline::Safety {

// Days for which one dose of a long-acting injection counts, by the words of its name (decanoate, palmitate,
// microspheres, "extended-release injection"…); 0: it is none. Its usual interval, as its prescribing information tells
// it; sources in DoseIntervals.cpp. Names of tablets and capsules are none, whatever salt they name.
[[nodiscard]] int depotDays(const DrugMention &mention);

// Sets `interval` and `isDepot` of the doses among the claims of one drug: of long-acting forms by their words, of
// others where they make a series (weekly methotrexate, cycles of a few days). Days no further apart than
// ExposureRules::seriesDays are one round; rounds make a series where two intervals between them are equal within a
// seventh, or where a single one is usual (1 to 4 weeks, a month, 12 or 13 weeks, a day more or less).
void setIntervals(QList<DrugClaim> &claims, const ExposureRules &rules);

} // namespace Chartline::Safety
