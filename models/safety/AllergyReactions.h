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
// immune; one that is not understood leaves it Unknown, unless all others are known to be none of the immune system.
// What endangers life or organs (bleeding, rhabdomyolysis, seizures, arrest, organ failure …) is severe whatever its
// nature (serious by ICH E2A: results in death, is life-threatening, asks for hospital or maims). Words and SNOMED CT
// codes of reactions; grouping after the World Allergy Organization's nomenclature (Johansson SGO et al., J Allergy
// Clin Immunol 2004;113:832) and the severe cutaneous reactions of the RegiSCAR group.
[[nodiscard]] ReactionJudgement judgeReactions(const Clinical::AllergyIntolerance &allergy);

// Whether a word, normalized, begins as the name of a reaction does.
[[nodiscard]] bool isReactionWord(QByteArrayView word);

// "Allergy to penicillin (finding)" → "penicillin".
[[nodiscard]] QString allergySubstance(const QString &text);

} // namespace Chartline::Safety
