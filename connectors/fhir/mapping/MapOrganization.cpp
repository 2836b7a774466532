// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;

Value mapOrganization(const Node &resource, MapContext &context)
{
    Organization result;
    mapCommon(resource, context, result);
    result.name = resource.text("name");
    result.types = concepts(resource, "type");
    result.telecom = contactPoints(resource, "telecom");
    result.addresses = addresses(resource, "address");
    // R5 keeps both in the contacts.
    if (result.telecom.isEmpty() && result.addresses.isEmpty()) {
        for (const Node &contact : resource.each("contact")) {
            result.telecom += contactPoints(contact, "telecom");
            result.addresses += addresses(contact, "address");
        }
    }
    return result;
}

} // namespace Chartline::Fhir
