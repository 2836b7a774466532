// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;

Value mapMedication(const Node &resource, MapContext &context)
{
    Medication result = medicationOf(resource, context);
    mapCommon(resource, context, result);
    result.subject = {};
    if (result.code.isEmpty() && result.ingredients.size() == 1)
        result.code = result.ingredients.first();
    else if (result.code.isEmpty())
        result.code.text = resourceLabel(resource);
    return result;
}

} // namespace Chartline::Fhir
