// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/MapWords.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;
using namespace Qt::StringLiterals;

namespace {

QString targetWords(const Node &target, MapContext &context)
{
    QString text = roleAndName(concept_(target["measure"]).label(), choiceText(target.choice("detail"), context));
    if (const QString due = choiceText(target.choice("due"), context); !due.isEmpty())
        text += text.isEmpty() ? due : u" ("_s + due + u')';
    return text;
}

// Words in one version, a concept in another.
CodeableConcept wordsOrConcept(const Node &element)
{
    if (element.value().empty())
        return concept_(element);
    return {{}, element.text()};
}

} // namespace

Value mapGoal(const Node &resource, MapContext &context)
{
    Goal result;
    mapCommon(resource, context, result);
    const std::string_view statusName = resource.has("lifecycleStatus") ? "lifecycleStatus" : "status";
    result.lifecycleStatus =
        status(resource, statusName, context,
               {"proposed", "planned", "accepted", "active", "on-hold", "completed", "cancelled", "entered-in-error",
                "rejected", "in-progress", "on-target", "ahead-of-target", "behind-target", "sustaining", "achieved"});
    result.achievementStatus = concept_(resource["achievementStatus"]);
    result.statusReason = wordsOrConcept(resource["statusReason"]);
    result.categories = concepts(resource, "category");
    result.priority = conceptFromAny(resource["priority"]).label();
    result.description = wordsOrConcept(resource["description"]);
    result.start = date(resource["startDate"], context);
    if (const Node &event = resource["startCodeableConcept"]) // "at admission": no date, but worth keeping
        result.notes.append({concept_(event).label(), {}, {}});
    result.statusDate = date(resource["statusDate"], context);
    for (const Node &target : resource.each("target")) {
        if (const QString words = targetWords(target, context); !words.isEmpty())
            result.targets.append(words);
    }
    if (const auto target = resource.choice("target")) // DSTU2: a date or a duration
        result.targets.append(choiceText(target, context));
    result.outcome = concepts(resource, "outcomeCode");
    for (const Node &outcome : resource.each("outcome")) {
        CodeableConcept value =
            outcome.has("resultCodeableConcept") ? concept_(outcome["resultCodeableConcept"]) : conceptFromAny(outcome);
        if (value.isEmpty())
            value = namedBy(firstOf(outcome, {"resultReference", "reference"}), context);
        if (!value.isEmpty())
            result.outcome.append(std::move(value));
    }
    result.addresses = references(resource, "addresses", context);
    return result;
}

} // namespace Chartline::Fhir
