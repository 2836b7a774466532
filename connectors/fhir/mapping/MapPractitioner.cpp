// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;

Value mapPractitioner(const Node &resource, MapContext &context)
{
    Practitioner result;
    mapCommon(resource, context, result);
    result.active = resource["active"].value() != "false";
    result.names = humanNames(resource, "name");
    for (const Node &qualification : resource.each("qualification")) {
        if (CodeableConcept code = concept_(qualification["code"]); !code.isEmpty())
            result.qualifications.append(std::move(code));
    }
    // DSTU2 has no PractitionerRole: what the person does stands here.
    for (const Node &role : resource.each("practitionerRole")) {
        result.qualifications += concepts(role, "role");
        result.qualifications += concepts(role, "specialty");
    }
    result.telecom = contactPoints(resource, "telecom");
    return result;
}

} // namespace Chartline::Fhir
