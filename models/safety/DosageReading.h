// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Elements.h"
#include "safety/Exposure.h"

namespace Chartline::Safety {

// What dosages say of a mention: route, daily dose, whether as needed or only once, and days' supply where nothing else
// tells it, from how long it is to be taken or from the quantity handed out. `mention.drug` has to be filled in.
//
// The daily dose is doses a day × the dose in mg, or × pieces × the strength of the drug's only ingredient. It stays 0
// for several dosages that differ, ranges, concentrations (mg/mL) and combinations.
void applyDosages(const QList<Clinical::Dosage> &dosages, const Clinical::Quantity &supplied, DrugMention &mention);

// mg of a quantity of mass; 0: it is none.
[[nodiscard]] double mgIn(const Clinical::Quantity &quantity);
// A number of tablets, capsules, patches or puffs, or a bare number; 0: it is none.
[[nodiscard]] double piecesIn(const Clinical::Quantity &quantity);

} // namespace Chartline::Safety
