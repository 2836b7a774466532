// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/MapWords.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;

Value mapDeviceUseStatement(const Node &resource, MapContext &context)
{
    DeviceUseStatement result;
    mapCommon(resource, context, result);
    result.status = status(resource, "status", context,
                           {"active", "completed", "entered-in-error", "intended", "stopped", "on-hold", "not-done"});
    if (const auto timing = resource.choice("timing"))
        result.timing = whenOf(timing, context).period;
    if (const Node &used = resource["whenUsed"]) // STU3, DSTU2
        result.timing = period(used, context);
    result.recordedOn = date(firstOf(resource, {"recordedOn", "dateAsserted"}), context);
    const Node &device = resource["device"];
    result.device = reference(device, context);
    result.deviceConcept = concept_(device["concept"]);
    if (result.deviceConcept.isEmpty()) {
        const Node &contained = context.contained(device["reference"].value());
        if (contained.resourceType() == "Device")
            result.deviceConcept = concept_(contained["type"]);
    }
    result.reasons = concepts(resource, "reasonCode");
    for (const std::string_view name : {"reason", "indication", "reasonReference"})
        addConceptsOrNames(result.reasons, resource, name, context);
    const Node &site = firstOf(resource, {"bodySite", "bodySiteCodeableConcept", "bodySiteReference"});
    result.bodySite = conceptFromAny(site);
    if (result.bodySite.label().isEmpty())
        result.bodySite = namedBy(site, context);
    return result;
}

} // namespace Chartline::Fhir
