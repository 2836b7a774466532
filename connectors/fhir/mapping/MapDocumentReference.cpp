// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/MapWords.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;
using namespace Qt::StringLiterals;

namespace {

// R5 lists encounters and appointments as the context itself; the other versions keep them in a structure there (read
// by mapCommon).
void readContext(const Node &resource, MapContext &context, DocumentReference &result)
{
    for (const Node &about : resource.each("context")) {
        if (about.has("reference")) {
            Reference target = reference(about, context);
            if (target.type == "Encounter"_L1 && result.encounter.type != "Encounter"_L1)
                result.encounter = target;
            else if (target != result.encounter)
                result.contextRelated.append(std::move(target));
            continue;
        }
        result.servicePeriod = period(about["period"], context);
        for (const Node &related : about.each("related")) {
            // STU3 and DSTU2 keep an identifier beside the reference.
            Reference target = related.has("ref") ? reference(related["ref"], context) : reference(related, context);
            if (!target.isEmpty())
                result.contextRelated.append(std::move(target));
        }
    }
}

} // namespace

Value mapDocumentReference(const Node &resource, MapContext &context)
{
    DocumentReference result;
    mapCommon(resource, context, result);
    result.status = status(resource, "status", context, {"current", "superseded", "entered-in-error"});
    result.docStatus = codeOrConcept(resource["docStatus"]);
    result.docType = concept_(resource["type"]);
    result.categories = concepts(resource, "category");
    result.categories += concepts(resource, "class");
    // STU3 and DSTU2 tell when the document was made from when it was registered.
    result.date = date(firstOf(resource, {"date", "created", "indexed"}), context);
    result.authors = references(resource, "author", context);
    result.authenticator = reference(resource["authenticator"], context);
    if (result.authenticator.isEmpty())
        result.authenticator = reference(resource["attester"]["party"], context);
    result.custodian = reference(resource["custodian"], context);
    result.description = resource.text("description");
    result.securityLabels = concepts(resource, "securityLabel");
    for (const Node &content : resource.each("content")) {
        const Node &element = content["attachment"];
        if (!element)
            continue;
        Attachment one = attachment(element, context);
        fillFromContained(one, element, context);
        result.attachments.append(std::move(one));
    }
    if (const Node &served = resource["period"]) // R5
        result.servicePeriod = period(served, context);
    readContext(resource, context, result);
    return result;
}

} // namespace Chartline::Fhir
