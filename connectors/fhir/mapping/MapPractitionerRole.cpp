// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;

Value mapPractitionerRole(const Node &resource, MapContext &context)
{
    PractitionerRole result;
    mapCommon(resource, context, result);
    result.practitioner = reference(resource["practitioner"], context);
    result.organization = reference(resource["organization"], context);
    result.codes = concepts(resource, "code");
    result.codes += concepts(resource, "role"); // DSTU2 drafts
    result.specialties = concepts(resource, "specialty");
    return result;
}

} // namespace Chartline::Fhir
