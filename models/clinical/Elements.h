// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Decimal.h"
#include "base/PartialDate.h"

#include <QList>
#include <QString>

namespace Chartline::Clinical {

// The building blocks of the clinical types: FHIR R4's general-purpose datatypes (hl7.org/fhir/R4/datatypes.html), as
// plain values. Text is kept as the source wrote it; an empty string is "not given".

struct Coding
{
    QString system; // URI, for example http://loinc.org
    QString code;
    QString display;
    bool userSelected = false;

    [[nodiscard]] bool isEmpty() const { return code.isEmpty() && display.isEmpty(); }
    bool operator==(const Coding &) const = default;
};

struct CodeableConcept
{
    QList<Coding> codings;
    QString text;

    [[nodiscard]] bool isEmpty() const { return codings.isEmpty() && text.isEmpty(); }
    // What a person reads: the text, else the chosen or first display, else the bare code.
    [[nodiscard]] QString label() const;
    // The coding to print as *the* code: the user-selected one, else the first of a well-known terminology
    // (SNOMED CT, LOINC, RxNorm, CVX, ICD-10), else the first with a code.
    [[nodiscard]] Coding primary() const;
    [[nodiscard]] bool has(QStringView system, QStringView code) const;
    bool operator==(const CodeableConcept &) const = default;
};

struct Identifier
{
    QString system;
    QString value;
    QString use;
    CodeableConcept type;
    bool operator==(const Identifier &) const = default;
};

// Where a statement points. `target` is the source's own text ("Patient/12", "urn:uuid:…", "#m1",
// "Practitioner?identifier=a|b", "https://host/fhir/Patient/12"); resolving it is the store's work.
struct Reference
{
    QString target;
    QString type; // resource type, where stated or readable from the target
    QString display;
    Identifier identifier;
    // For "#id": the contained resource's own name (medication, practitioner…), read by the mapper.
    QString containedLabel;

    [[nodiscard]] bool isEmpty() const { return target.isEmpty() && display.isEmpty() && identifier.value.isEmpty(); }
    [[nodiscard]] QString label() const;
    bool operator==(const Reference &) const = default;
};

struct Quantity
{
    Decimal value;
    QString comparator; // <, <=, >=, >, ad
    QString unit; // as printed
    QString system;
    QString code; // UCUM where system says so

    [[nodiscard]] bool isEmpty() const { return value.isEmpty() && unit.isEmpty() && code.isEmpty(); }
    // "> 7.0 mmol/L"
    [[nodiscard]] QString label() const;
    bool operator==(const Quantity &) const = default;
};

struct Range
{
    Quantity low;
    Quantity high;
    [[nodiscard]] bool isEmpty() const { return low.isEmpty() && high.isEmpty(); }
    // "3.5 – 5.1 mmol/L", "≥ 60 mL/min", "≤ 5 mg/L"
    [[nodiscard]] QString label() const;
    bool operator==(const Range &) const = default;
};

struct Ratio
{
    Quantity numerator;
    Quantity denominator;
    [[nodiscard]] bool isEmpty() const { return numerator.isEmpty() && denominator.isEmpty(); }
    [[nodiscard]] QString label() const;
    bool operator==(const Ratio &) const = default;
};

struct Period
{
    PartialDate start;
    PartialDate end;
    [[nodiscard]] bool isEmpty() const { return start.isEmpty() && end.isEmpty(); }
    [[nodiscard]] QString label() const;
    bool operator==(const Period &) const = default;
};

struct HumanName
{
    QString use; // official, usual, maiden, old…
    QString text;
    QString family;
    QStringList given;
    QStringList prefix;
    QStringList suffix;
    [[nodiscard]] bool isEmpty() const { return text.isEmpty() && family.isEmpty() && given.isEmpty(); }
    // "SMITH, Jonathan A." where the parts are known, else the text.
    [[nodiscard]] QString label() const;
    bool operator==(const HumanName &) const = default;
};

struct ContactPoint
{
    QString system; // phone, email…
    QString value;
    QString use;
    bool operator==(const ContactPoint &) const = default;
};

struct Address
{
    QString text;
    QStringList line;
    QString city;
    QString state;
    QString postalCode;
    QString country;
    [[nodiscard]] QString label() const;
    bool operator==(const Address &) const = default;
};

struct Annotation
{
    QString text;
    QString author; // as printed
    PartialDate time;
    bool operator==(const Annotation &) const = default;
};

// A document or picture. `data` holds the inline bytes (decoded from base64); `url` points elsewhere, often to a
// Binary.
struct Attachment
{
    QString contentType;
    QString title;
    QString url;
    QByteArray data;
    PartialDate creation;
    bool undecodable = false; // inline data was there and was not base64
    bool operator==(const Attachment &) const = default;
};

struct Dosage
{
    QString text; // as printed on the prescription
    QString patientInstruction;
    QString timing; // "1 × 1 d", or the timing's code
    PartialDate boundsStart;
    PartialDate boundsEnd;
    CodeableConcept asNeededFor;
    bool asNeeded = false;
    CodeableConcept site;
    CodeableConcept route;
    CodeableConcept method;
    Quantity dose;
    Range doseRange;
    Quantity rate;
    Ratio rateRatio;
    Range rateRange;
    Ratio maxDosePerPeriod;
    // The text, else what the parts say: "1 tablet, 2 × 1 d, PRN (pain), oral".
    [[nodiscard]] QString label() const;
    [[nodiscard]] QString structuredLabel() const;
    bool operator==(const Dosage &) const = default;
};

} // namespace Chartline::Clinical
