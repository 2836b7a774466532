// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/AllergyIntolerance.h"
#include "safety/PatientContext.h"

namespace Chartline::Safety {

struct ReactionJudgement
{
    AllergyEntry::Nature nature = AllergyEntry::Nature::Unknown;
    AllergyEntry::Severity severity = AllergyEntry::Severity::Unknown;
};

// Whether the reactions told of are of the immune system, and how bad they were. One immune reaction makes the whole
// immune. Words and SNOMED CT codes of reactions; grouping after the World Allergy Organization's nomenclature
// (Johansson SGO et al., J Allergy Clin Immunol 2004;113:832) and the severe cutaneous reactions of the RegiSCAR group.
[[nodiscard]] ReactionJudgement judgeReactions(const Clinical::AllergyIntolerance &allergy);

// "Allergy to penicillin (finding)" → "penicillin".
[[nodiscard]] QString allergySubstance(const QString &text);

} // namespace Chartline::Safety
