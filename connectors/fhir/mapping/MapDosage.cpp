// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"

namespace Chartline::Fhir {

using namespace Clinical;
using namespace Qt::StringLiterals;

namespace {

void append(QString &text, const QString &part)
{
    if (part.isEmpty())
        return;
    if (!text.isEmpty())
        text += u", "_s;
    text += part;
}

// "1", "1–2" (with a maximum).
QString spread(const Node &parent, std::string_view low, std::string_view high)
{
    QString text = parent.text(low);
    const QString most = parent.text(high);
    if (!most.isEmpty() && most != text)
        text += text.isEmpty() ? u"≤ "_s + most : u'–' + most;
    return text;
}

// "30 min AC": FHIR's codes of events say themselves whether the minutes are before (AC) or after (PC).
QString whenText(const Node &repeat)
{
    const QString minutes = repeat.text("offset");
    QStringList events = texts(repeat, "when");
    if (minutes.isEmpty() || minutes == "0"_L1)
        return events.join(u", "_s);
    const QString offset = minutes + u" min"_s;
    if (events.isEmpty())
        return u"offset "_s + offset;
    for (QString &event : events)
        event.prepend(offset + u' ');
    return events.join(u", "_s);
}

QString repeatText(const Node &repeat)
{
    QString text;
    const QString period = spread(repeat, "period", "periodMax");
    QString frequency = spread(repeat, "frequency", "frequencyMax");
    if (!period.isEmpty()) {
        // Without a frequency the event occurs once per period (FHIR R4, Timing.repeat).
        if (frequency.isEmpty())
            frequency = u"1"_s;
        // DSTU2 says periodUnits.
        const QString unit = repeat.has("periodUnit") ? repeat.text("periodUnit") : repeat.text("periodUnits");
        text = frequency + u" × "_s + period + (unit.isEmpty() ? QString() : u' ' + unit);
    } else if (!frequency.isEmpty()) {
        text = frequency + u" ×"_s;
    }
    append(text, texts(repeat, "dayOfWeek").join(u", "_s));
    append(text, texts(repeat, "timeOfDay").join(u", "_s));
    append(text, whenText(repeat));
    if (const QString count = spread(repeat, "count", "countMax"); !count.isEmpty())
        append(text, u"Σ "_s + count + u" ×"_s);
    if (const QString duration = spread(repeat, "duration", "durationMax"); !duration.isEmpty()) {
        const QString unit = repeat.has("durationUnit") ? repeat.text("durationUnit") : repeat.text("durationUnits");
        append(text, duration + u' ' + unit);
    }
    if (const auto bounds = repeat.choice("bounds")) {
        if (bounds.type == "Range")
            append(text, rangeText(*bounds.node));
        else if (bounds.type != "Period")
            append(text, ageText(*bounds.node));
    }
    return text;
}

// dose[x] and rate[x] stand in doseAndRate since R4, beside the dosage before that.
void doseInto(const Node &parent, Dosage &result)
{
    if (const auto dose = parent.choice("dose")) {
        if (dose.type == "Range")
            result.doseRange = range(*dose.node);
        else
            result.dose = quantity(*dose.node);
    } else if (const Node &simple = parent["quantity"]) {
        result.dose = quantity(
            simple); // DSTU2 MedicationStatement.dosage.quantityQuantity has a type; R2's first drafts had none
    } else if (const auto amount = parent.choice("quantity")) {
        if (amount.type == "Range")
            result.doseRange = range(*amount.node);
        else
            result.dose = quantity(*amount.node);
    } else if (const Node &administered = parent["dose"]) {
        result.dose = quantity(administered); // MedicationAdministration
    }
    if (const auto rate = parent.choice("rate")) {
        if (rate.type == "Ratio")
            result.rateRatio = ratio(*rate.node);
        else if (rate.type == "Range")
            result.rateRange = range(*rate.node);
        else
            result.rate = quantity(*rate.node);
    }
}

// What was ordered wins over what was calculated from it; the first of a kind wins over the others.
void doseAndRateInto(const Node &element, Dosage &result)
{
    QList<const Node *> entries;
    qsizetype ordered = 0;
    for (const Node &entry : element.each("doseAndRate")) {
        if (codeOrConcept(entry["type"]) == "ordered"_L1)
            entries.insert(ordered++, &entry);
        else
            entries.append(&entry);
    }
    for (const Node *entry : entries) {
        Dosage one;
        doseInto(*entry, one);
        if (result.dose.isEmpty() && result.doseRange.isEmpty()) {
            result.dose = one.dose;
            result.doseRange = one.doseRange;
        }
        if (result.rate.isEmpty() && result.rateRatio.isEmpty() && result.rateRange.isEmpty()) {
            result.rate = one.rate;
            result.rateRatio = one.rateRatio;
            result.rateRange = one.rateRange;
        }
    }
}

} // namespace

QString timingText(const Node &timing)
{
    const QString code = concept_(timing["code"]).label();
    QString repeat = repeatText(timing["repeat"]);
    for (const Node &event : timing.each("event"))
        append(repeat, event.text());
    if (code.isEmpty())
        return repeat;
    return repeat.isEmpty() ? code : code + u" ("_s + repeat + u')';
}

Dosage dosage(const Node &element, MapContext &context)
{
    Dosage result;
    result.text = element.text("text");
    result.patientInstruction = element.text("patientInstruction");
    for (const Node &additional : element.each("additionalInstruction"))
        append(result.patientInstruction, conceptFromAny(additional).label());
    if (const Node &additional = element["additionalInstructions"]) // DSTU2
        append(result.patientInstruction, conceptFromAny(additional).label());
    const Node &timing = element["timing"];
    result.timing = timingText(timing);
    const Period bounds = period(timing["repeat"]["boundsPeriod"], context);
    result.boundsStart = bounds.start;
    result.boundsEnd = bounds.end;
    if (const auto asNeeded = element.choice("asNeeded")) {
        if (asNeeded.type == "Boolean") {
            result.asNeeded = asNeeded.node->isTrue();
        } else if (asNeeded.type == "CodeableConcept") {
            result.asNeeded = true;
            result.asNeededFor = concept_(*asNeeded.node);
        }
    }
    for (const Node &reason : element.each("asNeededFor")) { // R5
        result.asNeeded = true;
        if (result.asNeededFor.isEmpty())
            result.asNeededFor = concept_(reason);
    }
    if (const Node &asNeeded = element["asNeeded"]) // R5
        result.asNeeded = result.asNeeded || asNeeded.isTrue();
    result.route = concept_(element["route"]);
    result.method = concept_(element["method"]);
    result.site = concept_(element["site"] ? element["site"] : element["siteCodeableConcept"]);
    if (result.site.isEmpty() && element.has("siteReference"))
        result.site.text = reference(element["siteReference"], context).label();
    doseInto(element, result);
    doseAndRateInto(element, result);
    result.maxDosePerPeriod = ratio(element["maxDosePerPeriod"]);
    return result;
}

QList<Dosage> dosages(const Node &parent, std::string_view name, MapContext &context)
{
    QList<Dosage> result;
    for (const Node &element : parent.each(name)) {
        Dosage value = dosage(element, context);
        if (value != Dosage())
            result.append(std::move(value));
    }
    return result;
}

} // namespace Chartline::Fhir
