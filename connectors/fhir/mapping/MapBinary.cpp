// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/MapWords.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;

Value mapBinary(const Node &resource, MapContext &context)
{
    Binary result;
    mapCommon(resource, context, result);
    result.content = binaryContent(resource, context);
    return result;
}

} // namespace Chartline::Fhir
