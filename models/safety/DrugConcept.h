// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Elements.h"
#include "safety/Resolver.h"

namespace Chartline::Safety {

// The codes of a drug that a resolver knows of: RxNorm, ATC, NDC and SNOMED CT by their URIs and OIDs.
[[nodiscard]] std::vector<DrugCode> drugCodes(const Clinical::CodeableConcept &concept_);

// A drug as a source names it: its codes with its text, else with each display; the surest answer. A code and words
// that speak of different drugs stay unsure.
[[nodiscard]] Resolved resolveDrug(const Clinical::CodeableConcept &concept_, const Resolver &resolver);

// As a person types it: a name, or a code with its system: "rxnorm:11289", "atc:B01AA03", "ndc:…", "snomed:…"; a number
// alone is RxNorm's.
[[nodiscard]] Resolved resolveTyped(const QString &input, const Resolver &resolver);

} // namespace Chartline::Safety
