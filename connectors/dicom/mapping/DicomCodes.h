// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Elements.h"
#include "dicom/Dataset.h"

namespace Chartline::Dicom {

// An item of a code sequence (PS3.3 8.8): code, meaning, and the coding scheme as FHIR names it where it has a name
// there (PS3.16 table 8-1), else as written.
[[nodiscard]] Clinical::Coding codingOf(const Dataset &item);
// Of the first item of a code sequence.
[[nodiscard]] Clinical::CodeableConcept conceptOf(const Dataset &dataset, Tag sequence);
// The code's meaning, else the code.
[[nodiscard]] QString codeLabel(const Dataset &item);
// A unit as a person reads it: UCUM's code where it is plain ("mm", "cm2"), else the meaning; nothing for "no units".
[[nodiscard]] QString unitLabel(const Dataset &item);

// "urn:oid:" for what is a UID; anything else as it is.
[[nodiscard]] QString asUri(const QString &text);
[[nodiscard]] bool isUid(QStringView text);

} // namespace Chartline::Dicom
