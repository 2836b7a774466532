// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;
using namespace Qt::StringLiterals;

Value mapCondition(const Node &resource, MapContext &context)
{
    Condition result;
    mapCommon(resource, context, result);
    result.clinicalStatus = status(resource, "clinicalStatus", context,
                                   {"active", "recurrence", "relapse", "inactive", "remission", "resolved", "unknown"});
    result.verificationStatus =
        status(resource, "verificationStatus", context,
               {"unconfirmed", "provisional", "differential", "confirmed", "refuted", "entered-in-error", "unknown"});
    result.categories = concepts(resource, "category");
    result.severity = concept_(resource["severity"]);
    result.code = concept_(resource["code"]);
    result.bodySites = concepts(resource, "bodySite");
    const When onset = when(resource, "onset", context);
    const When abatement = when(resource, "abatement", context);
    result.onset.start = onset.period.start;
    result.onsetText = onset.text;
    // An abatement period ends when its last day has passed.
    result.onset.end = abatement.period.end.isEmpty() ? abatement.period.start : abatement.period.end;
    result.abatementText = abatement.text;
    result.abated = abatement.given;
    // DSTU2 dateRecorded, STU3 assertedDate.
    result.recordedDate = date(firstOf(resource, {"recordedDate", "dateRecorded", "assertedDate"}), context);
    result.recorder = reference(resource["recorder"], context);
    result.asserter = reference(resource["asserter"], context);
    for (const Node &participant : resource.each("participant")) { // R5
        if (result.asserter.isEmpty())
            result.asserter = reference(participant["actor"], context);
    }
    for (const Node &stage : resource.each("stage")) {
        CodeableConcept value = concept_(stage["summary"]);
        if (value.isEmpty())
            value.text = reference(stage["assessment"], context).label();
        if (!value.isEmpty())
            result.stages.append(std::move(value));
    }
    for (const Node &evidence : resource.each("evidence")) {
        result.evidence += concepts(evidence, "code");
        const CodeableConcept direct = conceptOf(evidence); // R5: a CodeableReference
        if (!direct.isEmpty() && !direct.codings.isEmpty())
            result.evidence.append(direct);
        for (const Reference &detail : references(evidence, "detail", context)) {
            if (!detail.display.isEmpty())
                result.evidence.append(CodeableConcept{{}, detail.display});
        }
    }
    return result;
}

} // namespace Chartline::Fhir
