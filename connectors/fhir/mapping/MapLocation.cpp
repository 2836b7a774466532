// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;

Value mapLocation(const Node &resource, MapContext &context)
{
    Location result;
    mapCommon(resource, context, result);
    result.name = resource.text("name");
    result.description = resource.text("description");
    result.types = concepts(resource, "type");
    const QList<Address> places = addresses(resource, "address");
    if (!places.isEmpty())
        result.address = places.first();
    result.managingOrganization = reference(resource["managingOrganization"], context);
    return result;
}

} // namespace Chartline::Fhir
