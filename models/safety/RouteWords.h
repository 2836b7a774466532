// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Elements.h"
#include "safety/Resolver.h"

namespace Chartline::Safety {

// The way in that a Dosage.route names: SNOMED CT and EDQM codes, HL7 v3 and national abbreviations, words.
[[nodiscard]] Route routeOf(const Clinical::CodeableConcept &route);

// The way in that a prescription line names. A local one only where its words can mean nothing else ("in each eye",
// "apply to the skin"): an organ alone may be why a drug is taken by mouth.
[[nodiscard]] Route routeInSig(QStringView text);

} // namespace Chartline::Safety
