// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"
#include "clinical/Medication.h"
#include "fhir/Mapping.h"

namespace Chartline::Fhir {

// Readers from the nodes of a resource to the clinical building blocks, for DSTU2, STU3, R4, R4B and R5 alike.
//
// A reader takes the element itself (`concept_(resource["code"])`); a missing element gives an empty value. A reader
// whose name is plural takes the parent and the name of the repeating element.

[[nodiscard]] Clinical::Coding coding(const Node &element);
[[nodiscard]] Clinical::CodeableConcept concept_(const Node &element);
[[nodiscard]] QList<Clinical::CodeableConcept> concepts(const Node &parent, std::string_view name);
// R5 CodeableReference: its concept; a plain CodeableConcept is taken as it is.
[[nodiscard]] Clinical::CodeableConcept conceptOf(const Node &element);
// A code, a Coding or a CodeableConcept, as its bare code: a status that changed its type between the versions
// (Condition.clinicalStatus). Without a code, the text.
[[nodiscard]] QString codeOrConcept(const Node &element);
// A plain code becomes a concept with that code (AllergyIntolerance.category, Encounter.class, gender…).
[[nodiscard]] Clinical::CodeableConcept conceptFromAny(const Node &element);
[[nodiscard]] QStringList texts(const Node &parent, std::string_view name);

[[nodiscard]] Clinical::Quantity quantity(const Node &element);
[[nodiscard]] Clinical::Range range(const Node &element);
[[nodiscard]] Clinical::Ratio ratio(const Node &element);

// Reports "invalid-date" where there is text that is no date; the text is kept. `parent` is only for the path reported.
[[nodiscard]] PartialDate date(const Node &element, MapContext &context, std::string_view parent = {});
[[nodiscard]] Clinical::Period period(const Node &element, MapContext &context);

// A choice of times: onset[x], effective[x], occurrence[x], performed[x]…
struct When
{
    Clinical::Period period; // dateTime, date or instant: start only; Period; Timing: its events or bounds
    QString text; // Age, Range, string, Timing: in words
    bool given = false; // a bare boolean true (abatementBoolean, deceasedBoolean)
};
[[nodiscard]] When when(const Node &parent, std::string_view prefix, MapContext &context);
[[nodiscard]] When whenOf(const Node::Choice &choice, MapContext &context);

[[nodiscard]] Clinical::Identifier identifier(const Node &element);
[[nodiscard]] QList<Clinical::Identifier> identifiers(const Node &parent, std::string_view name);
[[nodiscard]] Clinical::HumanName humanName(const Node &element);
[[nodiscard]] QList<Clinical::HumanName> humanNames(const Node &parent, std::string_view name);
[[nodiscard]] QList<Clinical::ContactPoint> contactPoints(const Node &parent, std::string_view name);
[[nodiscard]] QList<Clinical::Address> addresses(const Node &parent, std::string_view name);

// A Reference, a R5 CodeableReference (its reference), or a bare uri/canonical. Its type is filled from the target, its
// containedLabel from the contained resource.
[[nodiscard]] Clinical::Reference reference(const Node &element, const MapContext &context);
[[nodiscard]] QList<Clinical::Reference> references(const Node &parent, std::string_view name,
                                                    const MapContext &context);
// What a resource calls itself: name, code, type…; empty where it has nothing of the kind.
[[nodiscard]] QString resourceLabel(const Node &resource);

// Annotations, or the plain strings of DSTU2.
[[nodiscard]] QList<Clinical::Annotation> annotations(const Node &parent, std::string_view name, MapContext &context);
// Inline data is decoded; data that is no base64 sets `undecodable` and reports "not-base64".
[[nodiscard]] Clinical::Attachment attachment(const Node &element, MapContext &context);
[[nodiscard]] QList<Clinical::Attachment> attachments(const Node &parent, std::string_view name, MapContext &context);
// Strict but for white space; nothing where the text is not base64.
[[nodiscard]] std::optional<QByteArray> decodeBase64(std::string_view text);

// Dosage of STU3 to R5 (doseAndRate), dosageInstruction of DSTU2, and MedicationAdministration.dosage.
[[nodiscard]] Clinical::Dosage dosage(const Node &element, MapContext &context);
[[nodiscard]] QList<Clinical::Dosage> dosages(const Node &parent, std::string_view name, MapContext &context);
// "2 × 1 d", "1 × 8 h", "BID (2 × 1 d)": without words of any language but the source's own.
[[nodiscard]] QString timingText(const Node &timing);
// "5 a", "≥ 60 mL/min".
[[nodiscard]] QString ageText(const Node &age);
[[nodiscard]] QString rangeText(const Node &range);

// Plain text of a Narrative (the `text` element of a resource or a section).
[[nodiscard]] QString narrativeText(const Node &narrative);

// The medication of a statement about one: medicationCodeableConcept, medicationReference, R5 `medication`, or a
// contained Medication (its code, or its ingredients' names where it has no code).
void medicationInto(const Node &parent, const MapContext &context, Clinical::CodeableConcept &medication,
                    Clinical::Reference &reference);
[[nodiscard]] Clinical::Medication medicationOf(const Node &resource, MapContext &context);

// reasonCode and reasonReference (STU3, R4), reason as CodeableConcept, reason[x] (DSTU2) or CodeableReference (R5).
void reasonsInto(const Node &resource, const MapContext &context, QList<Clinical::CodeableConcept> &reasons,
                 QList<Clinical::Reference> &references);
// Who did it: References, or structures with an `actor`.
[[nodiscard]] QList<Clinical::Reference> actors(const Node &resource, std::string_view name, const MapContext &context);
// The first of the elements that is there; Missing where there is none.
[[nodiscard]] const Node &firstOf(const Node &parent, std::initializer_list<std::string_view> names);

// What every type has: identifiers, subject (subject, patient, beneficiary, individual…), encounter (encounter,
// context, visit), notes, narrative, unknown modifiers (with an issue "unknown-modifier" for each).
void mapCommon(const Node &resource, MapContext &context, Clinical::Common &common);

// The plain code of resource[name], with an issue "unknown-status" where it is none of the `known` words. The word is
// kept.
[[nodiscard]] QString status(const Node &resource, std::string_view name, MapContext &context,
                             std::initializer_list<std::string_view> known);

} // namespace Chartline::Fhir
