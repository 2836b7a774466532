// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;
using namespace Qt::StringLiterals;

Value mapProcedure(const Node &resource, MapContext &context)
{
    Procedure result;
    mapCommon(resource, context, result);
    result.status = status(resource, "status", context,
                           {"preparation", "in-progress", "not-done", "on-hold", "stopped", "completed",
                            "entered-in-error", "unknown", "suspended", "aborted"});
    // STU3 notDoneReason, DSTU2 reasonNotPerformed.
    result.statusReason = concept_(firstOf(resource, {"statusReason", "notDoneReason", "reasonNotPerformed"}));
    result.notDone =
        resource["notDone"].isTrue() || resource["notPerformed"].isTrue() || result.status == "not-done"_L1;
    result.category = concept_(resource["category"]);
    result.code = concept_(resource["code"]);
    // R5 occurrence[x].
    auto performed = resource.choice("performed");
    if (!performed)
        performed = resource.choice("occurrence");
    const When at = whenOf(performed, context);
    result.performed = at.period;
    result.performedText = at.text;
    result.recorded = date(resource["recorded"], context);
    result.performers = actors(resource, "performer", context);
    result.location = reference(resource["location"], context);
    reasonsInto(resource, context, result.reasons, result.reasonReferences);
    result.bodySites = concepts(resource, "bodySite");
    result.outcome = concept_(resource["outcome"]);
    result.complications = concepts(resource, "complication");
    result.followUps = concepts(resource, "followUp");
    result.reports = references(resource, "report", context);
    return result;
}

} // namespace Chartline::Fhir
