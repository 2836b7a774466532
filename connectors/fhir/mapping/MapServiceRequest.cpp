// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/MapWords.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;
using namespace Qt::StringLiterals;

namespace {

// DSTU2 DiagnosticOrder: each item has a code and a status of its own.
CodeableConcept itemsOf(const Node &resource)
{
    CodeableConcept first;
    QString names;
    int count = 0;
    for (const Node &item : resource.each("item")) {
        CodeableConcept code = concept_(item["code"]);
        QString name = code.label();
        if (const QString word = item.text("status");
            word == "cancelled"_L1 || word == "rejected"_L1 || word == "failed"_L1)
            name += u" ("_s + word + u')';
        joinText(names, name, u", ");
        if (++count == 1)
            first = std::move(code);
    }
    if (count < 2)
        return first;
    // Several services are no single code.
    return {{}, names};
}

CodeableConcept codeOf(const Node &resource, const MapContext &context)
{
    CodeableConcept code = conceptFromAny(resource["code"]);
    if (code.isEmpty())
        code = namedBy(resource["code"], context);
    if (code.isEmpty())
        code = itemsOf(resource);
    if (!code.isEmpty())
        return code;
    // ReferralRequest: what is asked for, else of what kind the referral is.
    const QList<CodeableConcept> services = concepts(resource, "serviceRequested");
    if (services.size() == 1)
        return services.first();
    for (const CodeableConcept &service : services)
        joinText(code.text, service.label(), u", ");
    if (code.isEmpty())
        code = concept_(firstOf(resource, {"type", "specialty"}));
    return code;
}

PartialDate orderDate(const Node &resource, MapContext &context)
{
    if (const Node &given = firstOf(resource, {"authoredOn", "authored", "orderedOn", "dateSent", "date"}))
        return date(given, context);
    // DiagnosticOrder keeps a list of what happened to it.
    const Node *first = nullptr;
    for (const Node &event : resource.each("event")) {
        if (!first || event["status"].value() == "requested")
            first = &event;
        if (event["status"].value() == "requested")
            break;
    }
    return first ? date((*first)["dateTime"], context, "event") : PartialDate();
}

void readReasons(const Node &resource, MapContext &context, ServiceRequest &result)
{
    for (const std::string_view name : {"reasonCode", "reason", "reasonCodeableConcept"})
        result.reasons += concepts(resource, name);
    result.reasonReferences = references(resource, "reasonReference", context);
    for (const Node &reason : resource.each("reason")) {
        if (!reason.has("concept") && reason.has("reference"))
            result.reasonReferences.append(reference(reason, context));
    }
}

void readWords(const Node &resource, MapContext &context, ServiceRequest &result)
{
    if (const Node &description = resource["description"])
        result.notes.append({description.text(), {}, {}});
    for (const Node &instruction : resource.each("patientInstruction")) {
        // R5: a structure with markdown or a reference.
        const QString text =
            instruction.value().empty() ? choiceText(instruction.choice("instruction"), context) : instruction.text();
        joinText(result.patientInstruction, text, u"\n");
    }
}

} // namespace

Value mapServiceRequest(const Node &resource, MapContext &context)
{
    ServiceRequest result;
    mapCommon(resource, context, result);
    result.status = status(resource, "status", context,
                           {"draft",     "active",    "on-hold",   "revoked",     "completed", "entered-in-error",
                            "unknown",   "suspended", "cancelled", "ended",       "proposed",  "planned",
                            "requested", "received",  "accepted",  "in-progress", "review",    "rejected",
                            "aborted",   "failed"});
    result.intent = resource.text("intent");
    result.code = codeOf(resource, context);
    result.categories = concepts(resource, "category");
    for (const std::string_view name : {"type", "specialty"}) {
        for (CodeableConcept &kind : concepts(resource, name)) {
            if (kind != result.code)
                result.categories.append(std::move(kind));
        }
    }
    result.priority = conceptFromAny(resource["priority"]).label();
    result.doNotPerform = resource["doNotPerform"].isTrue();
    for (const std::string_view name : {"occurrence", "scheduled"}) {
        if (const auto choice = resource.choice(name))
            result.occurrence = whenOf(choice, context).period;
    }
    if (const Node &fulfilment = resource["fulfillmentTime"]) // DSTU2 ReferralRequest
        result.occurrence = period(fulfilment, context);
    result.authoredOn = orderDate(resource, context);
    const Node &requester = firstOf(resource, {"requester", "orderer"});
    result.requester = reference(requester.has("agent") ? requester["agent"] : requester, context);
    result.performers = references(resource, "performer", context);
    result.performers += references(resource, "recipient", context);
    readReasons(resource, context, result);
    result.bodySites = concepts(resource, "bodySite");
    readWords(resource, context, result);
    return result;
}

} // namespace Chartline::Fhir
