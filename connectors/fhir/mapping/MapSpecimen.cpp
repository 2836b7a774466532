// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/MapWords.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;

Value mapSpecimen(const Node &resource, MapContext &context)
{
    Specimen result;
    mapCommon(resource, context, result);
    result.status =
        status(resource, "status", context, {"available", "unavailable", "unsatisfactory", "entered-in-error"});
    result.specimenType = concept_(resource["type"]);
    result.accession = identifier(resource["accessionIdentifier"]).value;
    const Node &collection = resource["collection"];
    result.collected = when(collection, "collected", context).period;
    result.receivedTime = date(resource["receivedTime"], context);
    const Node &site = firstOf(collection, {"bodySite", "bodySiteCodeableConcept", "bodySiteReference"});
    result.bodySite = conceptFromAny(site);
    if (result.bodySite.label().isEmpty())
        result.bodySite = namedBy(site, context);
    result.method = concept_(collection["method"]);
    result.quantity = quantity(collection["quantity"]);
    result.notes += annotations(collection, "comment", context); // DSTU2
    return result;
}

} // namespace Chartline::Fhir
