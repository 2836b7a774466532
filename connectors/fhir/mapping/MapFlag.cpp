// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;

Value mapFlag(const Node &resource, MapContext &context)
{
    Flag result;
    mapCommon(resource, context, result);
    result.status = status(resource, "status", context, {"active", "inactive", "entered-in-error"});
    result.categories = concepts(resource, "category");
    result.code = concept_(resource["code"]);
    result.period = period(resource["period"], context);
    result.author = reference(resource["author"], context);
    return result;
}

} // namespace Chartline::Fhir
