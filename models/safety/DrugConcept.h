// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Elements.h"
#include "safety/Resolver.h"

namespace Chartline::Safety {

// The codes of a drug that a resolver knows of: RxNorm, ATC, NDC and SNOMED CT by their URIs (with a version or
// without) and OIDs.
[[nodiscard]] std::vector<DrugCode> drugCodes(const Clinical::CodeableConcept &concept_);

// Every reading of a concept: by each code alone, and by each of its words alone; codes first, then its text.
[[nodiscard]] QList<Resolved> drugReadings(const Clinical::CodeableConcept &concept_, const Resolver &resolver);

// What several readings of one drug come to: the surest of them. Where they name different drugs none is believed:
// the result is Match::Part, holds what all of them name, and stays so whatever else agrees with one side.
[[nodiscard]] Resolved joinedReadings(const QList<Resolved> &readings);

// A drug as a source names it: its readings, joined.
[[nodiscard]] Resolved resolveDrug(const Clinical::CodeableConcept &concept_, const Resolver &resolver);

// As a person types it: a name, or a code with its system: "rxnorm:11289", "atc:B01AA03", "ndc:…", "snomed:…"; a number
// alone is RxNorm's.
[[nodiscard]] Resolved resolveTyped(const QString &input, const Resolver &resolver);

} // namespace Chartline::Safety
