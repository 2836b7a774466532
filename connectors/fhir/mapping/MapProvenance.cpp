// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/MapWords.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;

Value mapProvenance(const Node &resource, MapContext &context)
{
    Provenance result;
    mapCommon(resource, context, result);
    result.targets = references(resource, "target", context);
    if (const auto occurred = resource.choice("occurred"))
        result.occurred = whenOf(occurred, context).period;
    else
        result.occurred = period(resource["period"], context);
    result.recorded = date(resource["recorded"], context);
    result.activity = conceptFromAny(resource["activity"]);
    for (const Node &agent : resource.each("agent")) {
        QString role = conceptFromAny(agent["type"]).label();
        if (role.isEmpty()) {
            for (const CodeableConcept &one : concepts(agent, "role"))
                joinText(role, one.label(), u", ");
        }
        Reference who = reference(firstOf(agent, {"who", "whoReference", "whoUri", "actor"}), context);
        if (const QString text = roleAndName(role, who.label()); !text.isEmpty())
            result.agents.append(text);
        if (!who.isEmpty())
            result.agentReferences.append(std::move(who));
    }
    return result;
}

} // namespace Chartline::Fhir
