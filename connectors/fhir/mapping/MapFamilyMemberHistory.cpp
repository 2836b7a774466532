// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/MapWords.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;
using namespace Qt::StringLiterals;

namespace {

// A date, age, range or words, whichever is there.
QString timeWords(const Node::Choice &choice, MapContext &context)
{
    if (!choice)
        return {};
    const When at = whenOf(choice, context);
    if (at.given)
        return u"yes"_s;
    return at.period.isEmpty() ? at.text : at.period.label();
}

FamilyCondition conditionOf(const Node &element, std::string_view onset, MapContext &context)
{
    FamilyCondition result;
    result.code = concept_(firstOf(element, {"code", "type"}));
    result.outcome = concept_(element["outcome"]);
    result.onset = timeWords(element.choice(onset), context);
    for (const Annotation &note : annotations(element, "note", context))
        joinText(result.note, note.text, u"\n");
    result.contributedToDeath = element["contributedToDeath"].isTrue();
    return result;
}

} // namespace

Value mapFamilyMemberHistory(const Node &resource, MapContext &context)
{
    FamilyMemberHistory result;
    mapCommon(resource, context, result);
    result.status = status(resource, "status", context, {"partial", "completed", "entered-in-error", "health-unknown"});
    result.date = date(resource["date"], context);
    result.relationship = concept_(resource["relationship"]);
    result.name = resource.text("name");
    result.sex = conceptFromAny(firstOf(resource, {"sex", "gender"})).label();
    result.born = timeWords(resource.choice("born"), context);
    result.deceased = timeWords(resource.choice("deceased"), context);
    result.dataAbsentReason = concept_(resource["dataAbsentReason"]);
    // STU3: the family was not asked about at all.
    if (resource["notDone"].isTrue()) {
        result.dataAbsentReason = concept_(resource["notDoneReason"]);
        if (result.dataAbsentReason.isEmpty())
            result.dataAbsentReason.codings.append(
                {u"http://terminology.hl7.org/CodeSystem/data-absent-reason"_s, u"not-performed"_s, {}, false});
    }
    for (const Node &element : resource.each("condition"))
        result.conditions.append(conditionOf(element, "onset", context));
    for (const Node &element : resource.each("procedure")) // R5
        result.conditions.append(conditionOf(element, "performed", context));
    return result;
}

} // namespace Chartline::Fhir
