// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/ClinicalValue.h"
#include "safety/Exposure.h"

namespace Chartline::Safety {

// What a clinical value says about a drug; nothing for values that are no MedicationRequest, -Dispense,
// -Administration or -Statement, for those entered in error, and for "no known medications". `fact` and `source` are
// the caller's to fill in.
//
// `medication`: the resource that medicationReference points to, where it has been received; may be null.
// Doubt goes the safe way: a status that is not told or not understood is Unknown (taken), never "not taken".
// - Planned: drafts, intended ones, proposals and options. An active request with the intent "plan" is Unknown: that is
//   how medication lists of several systems write what a patient takes (US Core, medication list guidance).
// - A dispense counts as handed out when it is completed or says when that was.
// - The validity period of a request is how long it may be filled, so it is no end.
[[nodiscard]] std::optional<DrugMention> mentionOf(const Clinical::Value &value, const Clinical::Medication *medication,
                                                   const Resolver &resolver);

// Days of a quantity in days, weeks, months (30 days) or years (365 days), rounded up; 0: not one of these, or no
// positive number.
[[nodiscard]] int daysIn(const Clinical::Quantity &quantity);

} // namespace Chartline::Safety
