// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;
using namespace Qt::StringLiterals;

namespace {

// R4 and R5 protocolApplied, DSTU2 and STU3 vaccinationProtocol; the first that gives a number wins, diseases add up.
void protocolInto(const Node &protocol, Immunization &result)
{
    if (result.series.isEmpty())
        result.series = protocol.text("series");
    if (result.doseNumber.isEmpty()) {
        if (const Node &plain = firstOf(protocol, {"doseNumber", "doseSequence"}))
            result.doseNumber = plain.text();
        else if (const auto number = protocol.choice("doseNumber"))
            result.doseNumber = number.node->text();
    }
    result.targetDiseases += concepts(protocol, "targetDisease");
}

void reactionInto(const Node &reaction, MapContext &context, Immunization &result)
{
    QString text = date(reaction["date"], context, "reaction").text();
    Reference detail = reference(firstOf(reaction, {"detail", "manifestation"}), context);
    const QString words = conceptOf(reaction["manifestation"]).label();
    const QString label = words.isEmpty() ? detail.label() : words;
    if (!label.isEmpty())
        text += text.isEmpty() ? label : u": "_s + label;
    if (!text.isEmpty())
        result.reactions.append(text);
}

} // namespace

Value mapImmunization(const Node &resource, MapContext &context)
{
    Immunization result;
    mapCommon(resource, context, result);
    result.status = status(resource, "status", context,
                           {"completed", "entered-in-error", "not-done", "in-progress", "on-hold", "stopped"});
    const Node &explanation = resource["explanation"]; // DSTU2, STU3
    result.statusReason = concept_(firstOf(resource, {"statusReason"}));
    if (result.statusReason.isEmpty())
        result.statusReason = concept_(explanation["reasonNotGiven"]);
    result.notGiven =
        resource["wasNotGiven"].isTrue() || resource["notGiven"].isTrue() || result.status == "not-done"_L1;
    result.subpotent = resource["isSubpotent"].isTrue();
    result.subpotentReasons = concepts(resource, "subpotentReason");
    result.vaccine = concept_(resource["vaccineCode"]);
    const When occurrence = when(resource, "occurrence", context);
    result.occurrence = occurrence.period.start;
    result.occurrenceText = occurrence.text;
    if (result.occurrence.isEmpty())
        result.occurrence = date(resource["date"], context); // DSTU2, STU3
    result.recorded = date(resource["recorded"], context);
    result.lotNumber = resource.text("lotNumber");
    result.expirationDate = date(resource["expirationDate"], context);
    result.manufacturer = reference(resource["manufacturer"], context).label();
    if (result.manufacturer.isEmpty())
        result.manufacturer = conceptOf(resource["manufacturer"]).label();
    result.site = concept_(resource["site"]);
    result.route = concept_(resource["route"]);
    result.dose = quantity(resource["doseQuantity"]);
    result.performers = actors(resource, "performer", context);
    result.performers += actors(resource, "practitioner", context); // STU3
    result.location = reference(resource["location"], context);
    for (const std::string_view name : {"protocolApplied", "vaccinationProtocol"}) {
        for (const Node &protocol : resource.each(name))
            protocolInto(protocol, result);
    }
    QList<Reference> references;
    reasonsInto(resource, context, result.reasons, references);
    result.reasons += concepts(explanation, "reason");
    for (const Node &reaction : resource.each("reaction"))
        reactionInto(reaction, context, result);
    result.primarySource = resource["primarySource"].value() != "false" && !resource["reported"].isTrue();
    return result;
}

} // namespace Chartline::Fhir
