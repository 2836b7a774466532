// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;
using namespace Qt::StringLiterals;

namespace {

// STU3 `taken`, DSTU2 `wasNotTaken`, R4 status, R5 `adherence`: four ways to say that it is not taken.
void takenInto(const Node &resource, MedicationStatement &result)
{
    result.taken = resource.text("taken");
    if (const Node &adherence = resource["adherence"])
        result.taken = codeOrConcept(adherence["code"]);
    result.notTaken = result.taken == "n"_L1 || result.taken.startsWith("not-taking"_L1)
                      || result.status == "not-taken"_L1 || resource["wasNotTaken"].isTrue();
    result.reasonsNotTaken = concepts(resource, "reasonNotTaken");
    if (const Node &reason = resource["adherence"]["reason"]) {
        const CodeableConcept value = concept_(reason);
        if (result.notTaken && !value.isEmpty())
            result.reasonsNotTaken.append(value);
    }
}

} // namespace

Value mapMedicationStatement(const Node &resource, MapContext &context)
{
    MedicationStatement result;
    mapCommon(resource, context, result);
    result.status = status(resource, "status", context,
                           {"active", "completed", "entered-in-error", "intended", "stopped", "on-hold", "unknown",
                            "not-taken", "recorded", "draft"});
    result.statusReasons = concepts(resource, "statusReason");
    result.categories = concepts(resource, "category");
    medicationInto(resource, context, result.medication, result.medicationReference);
    result.effective = when(resource, "effective", context).period;
    result.dateAsserted = date(resource["dateAsserted"], context);
    result.informationSource = reference(resource["informationSource"], context);
    takenInto(resource, result);
    reasonsInto(resource, context, result.reasons, result.reasonReferences);
    result.reasons += concepts(resource, "reasonForUseCodeableConcept"); // DSTU2
    result.reasonReferences += references(resource, "reasonForUseReference", context);
    result.dosages = dosages(resource, "dosage", context);
    return result;
}

} // namespace Chartline::Fhir
