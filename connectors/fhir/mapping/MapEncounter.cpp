// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/MapWords.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;

namespace {

void readReasons(const Node &resource, MapContext &context, Encounter &result)
{
    result.reasons = concepts(resource, "reasonCode");
    for (const Node &reason : resource.each("reason")) {
        // R5: a structure with its own list of values.
        if (reason.has("value")) {
            addConceptsOrNames(result.reasons, reason, "value", context);
            continue;
        }
        if (CodeableConcept value = conceptFromAny(reason); !value.isEmpty())
            result.reasons.append(std::move(value));
    }
    for (const Node &target : resource.each("reasonReference")) {
        if (CodeableConcept value = namedBy(target, context); !value.isEmpty())
            result.reasons.append(std::move(value));
    }
}

void readDiagnoses(const Node &resource, MapContext &context, Encounter &result)
{
    for (const Node &diagnosis : resource.each("diagnosis")) {
        for (const Node &element : diagnosis.each("condition")) {
            Reference target = reference(element, context);
            if (target.display.isEmpty() && element.has("concept"))
                target.display = concept_(element["concept"]).label();
            if (!target.isEmpty())
                result.diagnoses.append(std::move(target));
        }
    }
    result.diagnoses += references(resource, "indication", context); // DSTU2
}

} // namespace

Value mapEncounter(const Node &resource, MapContext &context)
{
    Encounter result;
    mapCommon(resource, context, result);
    result.status = status(resource, "status", context,
                           {"planned", "arrived", "triaged", "in-progress", "onleave", "finished", "cancelled",
                            "entered-in-error", "unknown", "on-hold", "discharged", "completed", "discontinued"});
    result.encounterClass = conceptFromAny(resource["class"]);
    result.types = concepts(resource, "type");
    result.serviceType = conceptFromAny(resource["serviceType"]);
    if (result.serviceType.isEmpty())
        result.serviceType = namedBy(resource["serviceType"], context);
    result.period = period(firstOf(resource, {"period", "actualPeriod"}), context);
    result.plannedPeriod.start = date(resource["plannedStartDate"], context);
    result.plannedPeriod.end = date(resource["plannedEndDate"], context);
    for (const Node &participant : resource.each("participant")) {
        Reference who = reference(firstOf(participant, {"individual", "actor"}), context);
        if (!who.isEmpty())
            result.participants.append(std::move(who));
    }
    readReasons(resource, context, result);
    readDiagnoses(resource, context, result);
    for (const Node &place : resource.each("location")) {
        Reference where = reference(place["location"], context);
        if (!where.isEmpty())
            result.locations.append(std::move(where));
    }
    result.serviceProvider = reference(resource["serviceProvider"], context);
    result.dischargeDisposition = concept_(firstOf(resource, {"hospitalization", "admission"})["dischargeDisposition"]);
    result.length = quantity(resource["length"]).label();
    if (result.encounter.isEmpty())
        result.encounter = reference(resource["partOf"], context);
    return result;
}

} // namespace Chartline::Fhir
