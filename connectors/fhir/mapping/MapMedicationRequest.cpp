// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;
using namespace Qt::StringLiterals;

namespace {

void dispenseInto(const Node &request, MapContext &context, MedicationRequest &result)
{
    result.validity = period(request["validityPeriod"], context);
    result.refills = request.text("numberOfRepeatsAllowed");
    result.dispenseQuantity = quantity(request["quantity"]);
    result.daysSupply = quantity(request["expectedSupplyDuration"]);
}

// R5: the period over which it is to be taken, for all dosages together.
void dosePeriodInto(const Node &resource, MapContext &context, MedicationRequest &result)
{
    const Period whole = period(resource["effectiveDosePeriod"], context);
    if (whole.isEmpty())
        return;
    if (result.dosages.isEmpty())
        result.dosages.append(Dosage());
    Dosage &first = result.dosages.first();
    if (first.boundsStart.isEmpty() && first.boundsEnd.isEmpty()) {
        first.boundsStart = whole.start;
        first.boundsEnd = whole.end;
    }
}

} // namespace

Value mapMedicationRequest(const Node &resource, MapContext &context)
{
    MedicationRequest result;
    mapCommon(resource, context, result);
    result.status = status(
        resource, "status", context,
        {"active", "on-hold", "ended", "stopped", "completed", "cancelled", "entered-in-error", "draft", "unknown"});
    result.statusReason = conceptFromAny(firstOf(resource, {"statusReason", "reasonEnded"}));
    result.intent = resource.text("intent");
    result.categories = concepts(resource, "category");
    result.priority = resource.text("priority");
    result.doNotPerform = resource["doNotPerform"].isTrue();
    medicationInto(resource, context, result.medication, result.medicationReference);
    result.authoredOn = date(firstOf(resource, {"authoredOn", "dateWritten"}), context);
    const Node &requester = firstOf(resource, {"requester", "prescriber"});
    result.requester =
        reference(requester.has("agent") ? requester["agent"] : requester, context); // STU3: requester.agent
    reasonsInto(resource, context, result.reasons, result.reasonReferences);
    result.dosages = dosages(resource, "dosageInstruction", context);
    dosePeriodInto(resource, context, result);
    dispenseInto(resource["dispenseRequest"], context, result);
    result.courseOfTherapy = concept_(resource["courseOfTherapyType"]);
    result.priorPrescription = reference(resource["priorPrescription"], context);
    result.dateEnded = date(resource["dateEnded"], context);
    return result;
}

} // namespace Chartline::Fhir
