// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/DrugClaim.h"
#include "safety/SupplyLine.h"

namespace Chartline::Safety {

// Why a claim has the drug taken at the date asked for.
struct Support
{
    static constexpr double doubted = 0.5; // confidence in what is given with doubt

    const DrugClaim *claim = nullptr;
    CourseState state = CourseState::Current; // or Uncertain
    double confidence = 1;
    bool isOpen = false; // no end is told
};

// What the mentions of one course come to, before they are judged.
struct CourseGround
{
    QList<DrugClaim> claims;
    SupplyLine line;
    QDate lastFill;
    DrugClaim::Fate lineFate = DrugClaim::Fate::Stands; // of the last fill
    QDate heard; // the last day the drug was heard of as taken, or supplied

    [[nodiscard]] bool fillsSpeakFor(const DrugClaim &claim) const;
};

// One for each claim that has the drug taken at a date. `ground` outlives them.
[[nodiscard]] QList<Support> supportsOf(const CourseGround &ground, QDate at, const ExposureRules &rules);

} // namespace Chartline::Safety
