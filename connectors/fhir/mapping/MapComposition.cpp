// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/MapWords.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;

namespace {

void readSections(const Node &parent, int depth, MapContext &context, Composition &result)
{
    for (const Node &element : parent.each("section")) {
        Section section;
        section.title = element.text("title");
        section.code = concept_(element["code"]);
        section.narrative = narrativeText(element["text"]);
        section.emptyReason = concept_(element["emptyReason"]);
        section.entries = references(element, "entry", context);
        section.depth = depth;
        result.sections.append(std::move(section));
        // As deep as the reader lets a resource be.
        readSections(element, depth + 1, context, result);
    }
}

} // namespace

Value mapComposition(const Node &resource, MapContext &context)
{
    Composition result;
    mapCommon(resource, context, result);
    result.status = status(resource, "status", context,
                           {"preliminary", "final", "amended", "entered-in-error", "registered", "partial", "corrected",
                            "appended", "cancelled", "deprecated", "unknown"});
    result.docType = concept_(resource["type"]);
    result.categories = concepts(resource, "category");
    result.categories += concepts(resource, "class");
    result.date = date(resource["date"], context);
    result.authors = references(resource, "author", context);
    result.custodian = reference(resource["custodian"], context);
    result.title = resource.text("title");
    result.confidentiality = resource.text("confidentiality");
    if (result.confidentiality.isEmpty())
        result.confidentiality = conceptFromAny(resource["meta"]["security"]).label();
    readSections(resource, 0, context, result);
    return result;
}

} // namespace Chartline::Fhir
