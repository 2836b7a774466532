// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// A value as given; `kind` says which member holds it (FHIR value[x]).
struct ObservationValue
{
    enum class Kind : quint8 {
        None,
        Quantity,
        Concept,
        Text,
        Boolean,
        Integer,
        Range,
        Ratio,
        Time,
        DateTime,
        Period,
        SampledData,
        Attachment
    };
    Kind kind = Kind::None;
    Quantity quantity;
    CodeableConcept concept_;
    QString text; // Text, Boolean ("true"), Integer, Time, SampledData (raw)
    Range range;
    Ratio ratio;
    Period period; // also DateTime: start
    Attachment attachment;
    CodeableConcept dataAbsentReason;
    [[nodiscard]] bool isEmpty() const { return kind == Kind::None; }
    // The value without its unit ("7.0", "> 120", "Positive"); empty where there is none.
    [[nodiscard]] QString label() const;
    [[nodiscard]] QString unit() const;
    [[nodiscard]] std::optional<double> number() const;
    bool operator==(const ObservationValue &) const = default;
};

struct ReferenceRange
{
    Range range;
    QString text;
    CodeableConcept type;
    QList<CodeableConcept> appliesTo;
    Range age;
    [[nodiscard]] QString label() const;
    bool operator==(const ReferenceRange &) const = default;
};

struct ObservationComponent
{
    CodeableConcept code;
    ObservationValue value;
    QList<CodeableConcept> interpretations;
    QList<ReferenceRange> referenceRanges;
    // "Systolic blood pressure: 120 mmHg (H)"
    [[nodiscard]] QString label() const;
    bool operator==(const ObservationComponent &) const = default;
};

// A measurement or simple statement: laboratory, vital sign, social history, survey…
struct Observation : Common
{
    QString status;
    QList<CodeableConcept> categories;
    CodeableConcept code;
    Period effective;
    PartialDate issued;
    QList<Reference> performers;
    ObservationValue value;
    QList<CodeableConcept> interpretations;
    CodeableConcept bodySite;
    CodeableConcept method;
    Reference specimen;
    Reference device;
    QList<ReferenceRange> referenceRanges;
    QList<ObservationComponent> components;
    QList<Reference> members; // hasMember, DSTU2/STU3 related of type has-member
    QList<Reference> derivedFrom;

    [[nodiscard]] FactDraft toFact() const;
    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("status", status);
        v("categories", categories);
        v("code", code);
        v("effective", effective);
        v("issued", issued);
        v("performers", performers);
        v("value", value);
        v("interpretations", interpretations);
        v("bodySite", bodySite);
        v("method", method);
        v("specimen", specimen);
        v("device", device);
        v("referenceRanges", referenceRanges);
        v("components", components);
        v("members", members);
        v("derivedFrom", derivedFrom);
        visitCommonTail(v);
    }
    bool operator==(const Observation &) const = default;
};

} // namespace Chartline::Clinical
