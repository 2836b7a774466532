// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;
using namespace Qt::StringLiterals;

namespace {

// DSTU2's criticality codes, in the words every later version uses.
QString criticalityOf(const Node &resource)
{
    QString word = codeOrConcept(resource["criticality"]);
    if (word == "CRITH"_L1)
        return u"high"_s;
    if (word == "CRITL"_L1)
        return u"low"_s;
    if (word == "CRITU"_L1)
        return u"unable-to-assess"_s;
    return word;
}

AllergyReaction reactionOf(const Node &element, MapContext &context)
{
    AllergyReaction result;
    result.substance = concept_(element["substance"]);
    for (const Node &manifestation : element.each("manifestation")) {
        CodeableConcept value = conceptOf(manifestation); // R5: a CodeableReference
        if (value.isEmpty())
            value.text = reference(manifestation, context).label();
        if (!value.isEmpty())
            result.manifestations.append(std::move(value));
    }
    result.description = element.text("description");
    result.severity = element.text("severity");
    result.onset = date(element["onset"], context, "reaction");
    result.exposureRoute = concept_(element["exposureRoute"]);
    for (const Annotation &note : annotations(element, "note", context)) {
        if (!result.description.isEmpty())
            result.description += u"; "_s;
        result.description += note.text;
    }
    return result;
}

// DSTU2 has one status for what later versions tell apart. "unconfirmed" and "confirmed" say how sure it is, not that
// it is over.
void statusInto(const Node &resource, MapContext &context, AllergyIntolerance &result)
{
    result.clinicalStatus = status(resource, "clinicalStatus", context, {"active", "inactive", "resolved"});
    result.verificationStatus = status(resource, "verificationStatus", context,
                                       {"unconfirmed", "presumed", "confirmed", "refuted", "entered-in-error"});
    if (!resource.has("status"))
        return;
    const QString word =
        status(resource, "status", context,
               {"active", "unconfirmed", "confirmed", "inactive", "resolved", "refuted", "entered-in-error"});
    const bool verification =
        word == "unconfirmed"_L1 || word == "confirmed"_L1 || word == "refuted"_L1 || word == "entered-in-error"_L1;
    QString &target = verification ? result.verificationStatus : result.clinicalStatus;
    if (target.isEmpty())
        target = word;
}

} // namespace

Value mapAllergyIntolerance(const Node &resource, MapContext &context)
{
    AllergyIntolerance result;
    mapCommon(resource, context, result);
    statusInto(resource, context, result);
    result.allergyType = codeOrConcept(resource["type"]);
    for (const Node &category : resource.each("category"))
        result.categories.append(codeOrConcept(category));
    result.criticality = criticalityOf(resource);
    // DSTU2: substance.
    result.code = concept_(firstOf(resource, {"code", "substance"}));
    for (const Node &reaction : resource.each("reaction"))
        result.reactions.append(reactionOf(reaction, context));
    if (result.code.isEmpty()) {
        for (const AllergyReaction &reaction : std::as_const(result.reactions)) {
            if (result.code.isEmpty())
                result.code = reaction.substance;
        }
    }
    const Node &plainOnset = resource["onset"]; // DSTU2: a dateTime without its type in the name
    if (plainOnset) {
        result.onset.start = date(plainOnset, context);
    } else {
        const When onset = when(resource, "onset", context);
        result.onset = onset.period;
        result.onsetText = onset.text;
    }
    // STU3: assertedDate.
    result.recordedDate = date(firstOf(resource, {"recordedDate", "assertedDate"}), context);
    result.recorder = reference(resource["recorder"], context);
    result.asserter = reference(firstOf(resource, {"asserter", "reporter"}), context);
    for (const Node &participant : resource.each("participant")) { // R5
        if (result.asserter.isEmpty())
            result.asserter = reference(participant["actor"], context);
    }
    // DSTU2 spelt it with one r.
    result.lastOccurrence = date(firstOf(resource, {"lastOccurrence", "lastOccurence"}), context);
    return result;
}

} // namespace Chartline::Fhir
