// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/MapWords.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;
using namespace Qt::StringLiterals;

namespace {

// R4 lists the plan among the classes, STU3 in "grouping", DSTU2 as text.
QString planOf(const Node &resource)
{
    if (const Node &plan = resource["plan"]; !plan.value().empty())
        return plan.text();
    const Node &grouping = resource["grouping"];
    if (const QString display = grouping.text("planDisplay"); !display.isEmpty())
        return display;
    if (const QString plan = grouping.text("plan"); !plan.isEmpty())
        return plan;
    QString other;
    for (const Node &element : resource.each("class")) {
        QString name = element.text("name");
        if (name.isEmpty()) // R5: an Identifier
            name = element["value"].value().empty() ? element["value"].text("value") : element.text("value");
        if (codeOrConcept(element["type"]) == "plan"_L1)
            return name;
        if (other.isEmpty())
            other = name;
    }
    return other;
}

} // namespace

Value mapCoverage(const Node &resource, MapContext &context)
{
    Coverage result;
    mapCommon(resource, context, result);
    result.status = status(resource, "status", context, {"active", "cancelled", "draft", "entered-in-error"});
    result.coverageType = conceptFromAny(resource["type"]);
    const Node &number = resource["subscriberId"];
    result.subscriberId = number.value().empty() ? identifier(number).value : number.text();
    result.relationship = conceptFromAny(resource["relationship"]);
    result.period = period(resource["period"], context);
    for (const std::string_view name : {"payor", "insurer", "issuer"})
        result.payors += references(resource, name, context);
    for (const Node &payment : resource.each("paymentBy")) {
        Reference party = reference(payment["party"], context);
        if (!party.isEmpty())
            result.payors.append(std::move(party));
    }
    result.plan = planOf(resource);
    // DSTU2 has no beneficiary.
    if (result.subject.isEmpty())
        result.subject = reference(resource["subscriber"], context);
    return result;
}

} // namespace Chartline::Fhir
