// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/MapWords.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;

Value mapMedia(const Node &resource, MapContext &context)
{
    Media result;
    mapCommon(resource, context, result);
    result.status = status(
        resource, "status", context,
        {"preparation", "in-progress", "not-done", "on-hold", "stopped", "completed", "entered-in-error", "unknown"});
    result.mediaType = conceptFromAny(resource["type"]);
    result.modality = concept_(firstOf(resource, {"modality", "subtype"}));
    result.view = concept_(resource["view"]);
    for (const std::string_view name : {"created", "occurrence"}) {
        if (const auto choice = resource.choice(name))
            result.created = whenOf(choice, context).period;
    }
    result.issued = date(resource["issued"], context);
    result.bodySite = concept_(resource["bodySite"]);
    result.reasons = concepts(resource, "reasonCode");
    result.deviceName = resource.text("deviceName");
    if (result.deviceName.isEmpty())
        result.deviceName = namedBy(resource["device"], context).text;
    const Node &content = resource["content"];
    result.content = attachment(content, context);
    fillFromContained(result.content, content, context);
    return result;
}

} // namespace Chartline::Fhir
