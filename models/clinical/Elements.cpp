// SPDX-License-Identifier: Apache-2.0
#include "clinical/Elements.h"

#include <array>

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

namespace {

// Adds `part` to `text`, with `separator` between two that are not empty.
void join(QString &text, const QString &part, QLatin1StringView separator = " "_L1)
{
    if (part.isEmpty())
        return;
    if (!text.isEmpty())
        text += separator;
    text += part;
}

bool isWellKnown(const QString &system)
{
    static constexpr std::array known{"http://snomed.info/sct"_L1, "http://loinc.org"_L1,
                                      "http://www.nlm.nih.gov/research/umls/rxnorm"_L1,
                                      "http://hl7.org/fhir/sid/cvx"_L1};
    for (const QLatin1StringView candidate : known) {
        if (system == candidate)
            return true;
    }
    return system.startsWith("http://hl7.org/fhir/sid/icd-10"_L1);
}

// The printable sign of a comparator; "≥ 60" is read faster than ">= 60".
QString comparatorSign(const QString &comparator)
{
    if (comparator == "<="_L1)
        return u"≤"_s;
    if (comparator == ">="_L1)
        return u"≥"_s;
    return comparator;
}

QString unitOf(const Quantity &quantity)
{
    // UCUM's "1" is the unity: nobody prints it.
    if (quantity.unit.isEmpty())
        return quantity.code == "1"_L1 ? QString() : quantity.code;
    return quantity.unit;
}

} // namespace

QString CodeableConcept::label() const
{
    if (!text.isEmpty())
        return text;
    for (const Coding &coding : codings) {
        if (coding.userSelected && !coding.display.isEmpty())
            return coding.display;
    }
    for (const Coding &coding : codings) {
        if (!coding.display.isEmpty())
            return coding.display;
    }
    return primary().code;
}

Coding CodeableConcept::primary() const
{
    const Coding *wellKnown = nullptr;
    const Coding *withCode = nullptr;
    for (const Coding &coding : codings) {
        if (coding.code.isEmpty())
            continue;
        if (coding.userSelected)
            return coding;
        if (!wellKnown && isWellKnown(coding.system))
            wellKnown = &coding;
        if (!withCode)
            withCode = &coding;
    }
    if (wellKnown)
        return *wellKnown;
    if (withCode)
        return *withCode;
    return codings.isEmpty() ? Coding() : codings.first();
}

bool CodeableConcept::has(QStringView system, QStringView code) const
{
    for (const Coding &coding : codings) {
        if (coding.code == code && coding.system == system)
            return true;
    }
    return false;
}

QString Reference::label() const
{
    if (!display.isEmpty())
        return display;
    if (!containedLabel.isEmpty())
        return containedLabel;
    if (!identifier.value.isEmpty())
        return identifier.value;
    return target;
}

QString Quantity::label() const
{
    QString result = comparatorSign(comparator);
    join(result, value.text());
    // A unit alone is no quantity, but all that the source says.
    const QString unitText = unitOf(*this);
    if (unitText == "%"_L1 && !value.isEmpty())
        return result + u" %"_s;
    join(result, unitText);
    return result;
}

QString Range::label() const
{
    if (low.isEmpty() && high.isEmpty())
        return {};
    if (low.isEmpty())
        return high.comparator.isEmpty() ? u"≤ "_s + high.label() : high.label();
    if (high.isEmpty())
        return low.comparator.isEmpty() ? u"≥ "_s + low.label() : low.label();
    if (unitOf(low) == unitOf(high) || unitOf(low).isEmpty()) {
        QString bare = comparatorSign(low.comparator);
        join(bare, low.value.text());
        return bare + u" – "_s + high.label();
    }
    return low.label() + u" – "_s + high.label();
}

QString Ratio::label() const
{
    if (denominator.isEmpty())
        return numerator.label();
    // "10 mg / 1 mL" is printed as strengths are: "10 mg / mL".
    const QString below =
        denominator.value.text() == "1"_L1 && denominator.comparator.isEmpty() && !unitOf(denominator).isEmpty()
            ? unitOf(denominator)
            : denominator.label();
    // A titre has no units and its own sign: 1:128.
    if (unitOf(numerator).isEmpty() && unitOf(denominator).isEmpty())
        return numerator.label() + u':' + denominator.label();
    return numerator.label() + u" / "_s + below;
}

QString Period::label() const
{
    if (end.isEmpty())
        return start.text();
    if (start.text() == end.text())
        return start.text();
    return start.text() + u" – "_s + end.text();
}

QString HumanName::label() const
{
    if (family.isEmpty() && given.isEmpty())
        return text;
    QString result = family.toUpper();
    join(result, given.join(u' '), ", "_L1);
    join(result, suffix.join(u' '), ", "_L1);
    return result;
}

QString Address::label() const
{
    if (!text.isEmpty())
        return text;
    QString result = line.join(u", "_s);
    QString place = postalCode;
    join(place, city);
    join(result, place, ", "_L1);
    join(result, state, ", "_L1);
    join(result, country, ", "_L1);
    return result;
}

QString Dosage::label() const
{
    if (text.isEmpty())
        return structuredLabel();
    QString result = text;
    if (patientInstruction != text)
        join(result, patientInstruction, "; "_L1);
    return result;
}

QString Dosage::structuredLabel() const
{
    QString result = dose.label();
    join(result, doseRange.label(), ", "_L1);
    join(result, timing, ", "_L1);
    if (asNeeded || !asNeededFor.isEmpty()) {
        // The prescriber's own Latin, the same in every language of this program.
        join(result, u"PRN"_s, ", "_L1);
        if (!asNeededFor.isEmpty())
            result += u" ("_s + asNeededFor.label() + u')';
    }
    join(result, route.label(), ", "_L1);
    join(result, site.label(), ", "_L1);
    join(result, method.label(), ", "_L1);
    join(result, rate.label(), ", "_L1);
    join(result, rateRatio.label(), ", "_L1);
    join(result, rateRange.label(), ", "_L1);
    if (!maxDosePerPeriod.isEmpty())
        join(result, u"max. "_s + maxDosePerPeriod.label(), ", "_L1);
    if (text.isEmpty())
        join(result, patientInstruction, "; "_L1);
    return result;
}

} // namespace Chartline::Clinical
