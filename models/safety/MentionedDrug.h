// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Medication.h"
#include "safety/Resolver.h"

namespace Chartline::Safety {

// A drug as a statement about it names it.
struct MentionedDrug
{
    QString text; // for people; as the source writes it
    Resolved drug;
};

// From the statement's own concept, the resource it points to (may be null), and what the reference is called. Codes
// and words that speak of different drugs are unsure (Match::Part) and hold the ingredients of all, whatever of them
// came first; a list of ingredients that has more than the code knows of makes it unsure, with all of them.
[[nodiscard]] MentionedDrug mentionedDrug(const Clinical::CodeableConcept &concept_,
                                          const Clinical::Medication *medication, const Clinical::Reference &reference,
                                          const Resolver &resolver);

} // namespace Chartline::Safety
