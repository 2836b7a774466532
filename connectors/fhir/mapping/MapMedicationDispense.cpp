// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;
using namespace Qt::StringLiterals;

Value mapMedicationDispense(const Node &resource, MapContext &context)
{
    MedicationDispense result;
    mapCommon(resource, context, result);
    result.status = status(resource, "status", context,
                           {"preparation", "in-progress", "cancelled", "on-hold", "completed", "entered-in-error",
                            "stopped", "declined", "unknown"});
    // R4 has the choice statusReason[x], R5 notPerformedReason, STU3 notDoneReason[x].
    const Node &reason =
        firstOf(resource, {"statusReasonCodeableConcept", "notPerformedReason", "notDoneReasonCodeableConcept"});
    result.statusReason = conceptOf(reason);
    const Node &reasonReference = firstOf(resource, {"statusReasonReference", "notDoneReasonReference"});
    if (result.statusReason.isEmpty() && reasonReference)
        result.statusReason.text = reference(reasonReference, context).label();
    const QList<CodeableConcept> categories = concepts(resource, "category");
    if (!categories.isEmpty())
        result.category = categories.first();
    medicationInto(resource, context, result.medication, result.medicationReference);
    result.performers = actors(resource, "performer", context);
    result.performers += references(resource, "dispenser", context); // DSTU2
    result.authorizingPrescriptions = references(resource, "authorizingPrescription", context);
    result.dispenseType = concept_(resource["type"]);
    result.quantity = quantity(resource["quantity"]);
    result.daysSupply = quantity(resource["daysSupply"]);
    result.whenPrepared = date(resource["whenPrepared"], context);
    result.whenHandedOver = date(resource["whenHandedOver"], context);
    result.dosages = dosages(resource, "dosageInstruction", context);
    result.notDone = resource["notDone"].isTrue() || result.status == "declined"_L1;
    return result;
}

} // namespace Chartline::Fhir
