// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/FactDraft.h"

#include <initializer_list>

namespace Chartline::Clinical {

// Helpers for writing toFact(): what a status says about a fact.

[[nodiscard]] bool isOneOf(QStringView word, std::initializer_list<QLatin1StringView> words);

// Ongoing, where the source gives no end and `goesOn` (its status) says so.
void markOngoing(FactDraft &draft, bool goesOn);

// The date of the event, else the date of its recording, which is flagged as such.
void setStart(FactDraft &draft, const PartialDate &event, const PartialDate &recorded);

// True for words that already say "not": "Do not resuscitate", "Not for resuscitation", "DNR", "Refused", "Opt-out".
[[nodiscard]] bool saysNot(QStringView words);

// Negated. A title that itself says "not" gets nothing put in front of it: "not: do not resuscitate" would be read as
// the opposite. Which of the two negations is meant cannot be told here, so the fact also says "read the source".
void negate(FactDraft &draft);

// Puts the word for "was not taken", "was not given" or "was not handed out" in the place of a status that does not
// say so: older FHIR versions tell it by a yes or no beside the status. The source's own word goes into the text.
// Facts entered in error keep their status.
void replaceStatus(FactDraft &draft, const QString &status);

} // namespace Chartline::Clinical
