// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/MapWords.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;
using namespace Qt::StringLiterals;

namespace {

void addReferred(QString &text, const Node &parent, std::string_view list, std::string_view member,
                 const MapContext &context)
{
    for (const Node &element : parent.each(list))
        joinText(text, reference(element[member], context).label(), u", ");
}

// "deny: Fictive Nurse, access, correct"
QString provisionText(const Node &provision, MapContext &context)
{
    QString text;
    addReferred(text, provision, "actor", "reference", context);
    for (const std::string_view name :
         {"action", "securityLabel", "purpose", "class", "documentType", "resourceType", "code"}) {
        for (const CodeableConcept &value : concepts(provision, name))
            joinText(text, value.label(), u", ");
    }
    addReferred(text, provision, "data", "reference", context);
    if (const Node &covered = provision["dataPeriod"])
        joinText(text, period(covered, context).label(), u", ");
    return roleAndName(provision.text("type"), text);
}

void readProvisions(const Node &parent, std::string_view name, MapContext &context, Consent &result)
{
    for (const Node &provision : parent.each(name)) {
        if (const QString text = provisionText(provision, context); !text.isEmpty() && text != result.decision)
            result.provisions.append(text);
        readProvisions(provision, name, context, result);
    }
}

// The base rule. A root "deny" outweighs the policy: shown as a permission it could do harm, the other way round it
// cannot.
QString decisionOf(const Node &resource)
{
    if (const QString decided = resource.text("decision"); !decided.isEmpty()) // R5
        return decided;
    QString type = resource["provision"].text("type");
    if (type == "deny"_L1)
        return type;
    const Node &rule = resource["policyRule"];
    if (!rule.value().empty()) // STU3: a uri
        return rule.text();
    const CodeableConcept policy = concept_(rule);
    for (const Coding &coding : policy.codings) {
        if (coding.code.startsWith("OPT"_L1))
            return coding.code;
    }
    return type.isEmpty() ? policy.label() : type;
}

void readSource(const Node &resource, MapContext &context, Consent &result)
{
    if (const Node &inline_ = resource["sourceAttachment"]) {
        result.source = attachment(inline_, context);
        fillFromContained(result.source, inline_, context);
        return;
    }
    const Reference target = reference(firstOf(resource, {"sourceReference", "sourceIdentifier"}), context);
    result.source.url = target.target;
    result.source.title = target.display;
}

} // namespace

Value mapConsent(const Node &resource, MapContext &context)
{
    Consent result;
    mapCommon(resource, context, result);
    result.status =
        status(resource, "status", context,
               {"draft", "proposed", "active", "rejected", "inactive", "entered-in-error", "not-done", "unknown"});
    result.scope = concept_(resource["scope"]);
    result.categories = concepts(resource, "category");
    result.dateTime = date(firstOf(resource, {"dateTime", "date"}), context);
    for (const std::string_view name : {"organization", "manager", "controller"})
        result.organizations += references(resource, name, context);
    result.decision = decisionOf(resource);
    const Node &root = resource["provision"];
    result.period = period(resource.has("period") ? resource["period"] : root["period"], context);
    readProvisions(resource, "provision", context, result);
    readProvisions(resource, "except", context, result);
    readSource(resource, context, result);
    return result;
}

} // namespace Chartline::Fhir
