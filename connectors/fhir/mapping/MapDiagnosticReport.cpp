// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;

Value mapDiagnosticReport(const Node &resource, MapContext &context)
{
    DiagnosticReport result;
    mapCommon(resource, context, result);
    result.status = status(resource, "status", context,
                           {"registered", "partial", "preliminary", "modified", "final", "amended", "corrected",
                            "appended", "cancelled", "entered-in-error", "unknown"});
    result.categories = concepts(resource, "category");
    result.code = concept_(resource["code"]);
    result.effective = when(resource, "effective", context).period;
    result.issued = date(resource["issued"], context);
    result.performers = actors(resource, "performer", context);
    result.performers += references(resource, "resultsInterpreter", context);
    result.results = references(resource, "result", context);
    result.specimens = references(resource, "specimen", context);
    result.imagingStudies = references(resource, "imagingStudy", context);
    result.imagingStudies += references(resource, "study", context); // R5
    result.conclusion = resource.text("conclusion");
    result.conclusionCodes = concepts(resource, "conclusionCode");
    result.conclusionCodes += concepts(resource, "codedDiagnosis"); // DSTU2, STU3
    result.presentedForms = attachments(resource, "presentedForm", context);
    return result;
}

} // namespace Chartline::Fhir
