// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Elements.h"

namespace Chartline {

// A reference in the form the store looks it up by.
struct Target
{
    QString base; // for an absolute URL: its FHIR base; empty: the record's own source
    // "Patient/12", "urn:uuid:…", "identifier:system|value", "contained:name", "display:name"; empty: points nowhere
    QString ref;
    bool operator==(const Target &) const = default;
};

// Takes apart relative and absolute references, urn:uuid/urn:oid, contained, conditional ("Patient?identifier=s|v") and
// logical ones; a version ("/_history/3") is dropped.
[[nodiscard]] Target targetOf(const Clinical::Reference &reference);
[[nodiscard]] Target targetOf(const QString &reference);

// "https://host/fhir/Patient/12" in base and rest; false where it has not that shape.
[[nodiscard]] bool splitAbsolute(const QString &url, QString &base, QString &relative);

// The resource type a ref names: "Patient" for "Patient/12"; empty for the other forms.
[[nodiscard]] QString typeOf(const QString &ref);

} // namespace Chartline
