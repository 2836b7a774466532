// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/MapWords.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;
using namespace Qt::StringLiterals;

namespace {

// A plan also lists what must not be done; without these words it would be read as something to do.
constexpr auto s_doNot = "Do not perform: "_L1;

bool isProhibited(const Node &activity)
{
    return activity["doNotPerform"].isTrue() || activity["prohibited"].isTrue();
}

QString detailText(const Node &detail, MapContext &context)
{
    QString text = concept_(detail["code"]).label();
    joinText(text, detail.text("description"), u" – ");
    if (text.isEmpty())
        text = conceptFromAny(firstOf(detail, {"category", "kind"})).label();
    if (const auto product = detail.choice("product"))
        joinText(text, choiceText(product, context), u", ");
    joinText(text, choiceText(detail.choice("scheduled"), context), u", ");
    if (isProhibited(detail))
        text.prepend(s_doNot);
    if (const QString word = detail.text("status"); !word.isEmpty())
        text += u" ("_s + word + u')';
    return text.trimmed();
}

// An activity that is a resource of its own; a contained one is asked for its prohibition and status too.
QString referredText(const Node &element, MapContext &context)
{
    QString text = targetText(element, context);
    const Node &request = context.contained(element["reference"].value());
    if (isProhibited(request))
        text.prepend(s_doNot);
    if (const QString word = request.text("status"); !word.isEmpty())
        text += u" ("_s + word + u')';
    return text.trimmed();
}

void readActivity(const Node &activity, MapContext &context, CarePlan &result)
{
    QString text;
    if (const Node &detail = activity["detail"])
        text = detailText(detail, context);
    for (const std::string_view name : {"reference", "plannedActivityReference"}) {
        if (const Node &planned = activity[name])
            joinText(text, referredText(planned, context), u", ");
    }
    QString outcome;
    for (const CodeableConcept &value : concepts(activity, "outcomeCodeableConcept"))
        joinText(outcome, value.label(), u", ");
    for (const Node &performed : activity.each("performedActivity"))
        joinText(outcome, targetText(performed, context), u", ");
    joinText(text, outcome, u" → ");
    if (!text.isEmpty())
        result.activities.append(text);
    result.notes += annotations(activity, "progress", context);
}

} // namespace

Value mapCarePlan(const Node &resource, MapContext &context)
{
    CarePlan result;
    mapCommon(resource, context, result);
    result.status = status(resource, "status", context,
                           {"draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown",
                            "suspended", "cancelled", "proposed"});
    result.intent = resource.text("intent");
    result.categories = concepts(resource, "category");
    result.title = resource.text("title");
    result.description = resource.text("description");
    result.period = period(resource["period"], context);
    result.created = date(firstOf(resource, {"created", "modified"}), context);
    result.author = reference(firstOf(resource, {"author", "custodian"}), context);
    for (const Node &problem : resource.each("addresses")) {
        Reference target = reference(problem, context);
        if (target.display.isEmpty() && problem.has("concept"))
            target.display = concept_(problem["concept"]).label();
        if (!target.isEmpty())
            result.addresses.append(std::move(target));
    }
    result.goals = references(resource, "goal", context);
    for (const Node &activity : resource.each("activity"))
        readActivity(activity, context, result);
    return result;
}

} // namespace Chartline::Fhir
