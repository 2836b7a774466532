// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fhir/mapping/MapElements.h"

namespace Chartline::Fhir {

// Readers that put an element into words, for the lists of a resource that have no structure of their own here.

// Any value[x], answer or target: a concept's label, a quantity with its unit, the text of a primitive.
[[nodiscard]] QString choiceText(const Node::Choice &choice, MapContext &context);
// A Reference or a R5 CodeableReference; the concept's words go first.
[[nodiscard]] QString targetText(const Node &element, const MapContext &context);
// What a reference names, as a concept of words only; empty where it only points ("Condition/12").
[[nodiscard]] Clinical::CodeableConcept namedBy(const Node &element, const MapContext &context);
// Adds the concepts of `name`; a reference there (R5 CodeableReference, DSTU2 lists of references) by what it names.
void addConceptsOrNames(QList<Clinical::CodeableConcept> &to, const Node &parent, std::string_view name,
                        const MapContext &context);

// "role: name", or the one that is there.
[[nodiscard]] QString roleAndName(const QString &role, const QString &name);
// Adds `part` to `text` after `separator`, which is left out before the first.
void joinText(QString &text, const QString &part, QStringView separator);

// An attachment whose url is "#id" takes type and data from the contained Binary.
void fillFromContained(Clinical::Attachment &attachment, const Node &element, MapContext &context);
// Type and data of a Binary (R4 "data", STU3 and DSTU2 "content").
[[nodiscard]] Clinical::Attachment binaryContent(const Node &binary, MapContext &context);

} // namespace Chartline::Fhir
