// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;
using namespace Qt::StringLiterals;

Value mapMedicationAdministration(const Node &resource, MapContext &context)
{
    MedicationAdministration result;
    mapCommon(resource, context, result);
    result.status =
        status(resource, "status", context,
               {"in-progress", "not-done", "on-hold", "completed", "entered-in-error", "stopped", "unknown"});
    result.statusReasons = concepts(resource, "statusReason");
    const QList<CodeableConcept> categories = concepts(resource, "category");
    if (!categories.isEmpty())
        result.category = categories.first();
    medicationInto(resource, context, result.medication, result.medicationReference);
    // DSTU2 effectiveTime[x], STU3 and R4 effective[x], R5 occurence[x] (so spelt there).
    for (const std::string_view prefix : {"effective", "effectiveTime", "occurence", "occurrence"}) {
        if (result.effective.isEmpty())
            result.effective = when(resource, prefix, context).period;
    }
    result.performers = actors(resource, "performer", context);
    result.performers += references(resource, "practitioner", context); // DSTU2
    QList<Reference> reasonReferences;
    reasonsInto(resource, context, result.reasons, reasonReferences);
    for (const Reference &reason : std::as_const(reasonReferences)) {
        if (!reason.display.isEmpty())
            result.reasons.append(CodeableConcept{{}, reason.display});
    }
    result.reasons += concepts(resource, "reasonGiven");
    result.request = reference(firstOf(resource, {"request", "prescription"}), context);
    result.dosage = dosage(resource["dosage"], context);
    result.notGiven =
        resource["notGiven"].isTrue() || resource["wasNotGiven"].isTrue() || result.status == "not-done"_L1;
    result.reasonsNotGiven = concepts(resource, "reasonNotGiven");
    return result;
}

} // namespace Chartline::Fhir
