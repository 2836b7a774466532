// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"

#include <algorithm>

namespace Chartline::Fhir {

using namespace Clinical;
using namespace Qt::StringLiterals;

namespace {

QString utf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

// No modifier extension is known yet, so each one anywhere in the resource, contained ones too, may change what it
// says.
void collectModifiers(const Node &node, QStringList &found)
{
    for (const Node &child : node.children()) {
        if (child.name() == "modifierExtension" && child) {
            QString url = child.text("url");
            if (url.isEmpty())
                url = u"modifierExtension"_s;
            if (!found.contains(url))
                found.append(url);
        }
        collectModifiers(child, found);
    }
}

Reference firstReference(const Node &resource, std::initializer_list<std::string_view> names, const MapContext &context)
{
    for (const std::string_view name : names) {
        if (const Node &element = resource[name]) {
            Reference value = reference(element, context);
            if (!value.isEmpty())
                return value;
        }
    }
    return {};
}

Reference encounterOf(const Node &resource, const MapContext &context)
{
    Reference value = firstReference(resource, {"encounter", "visit"}, context);
    if (!value.isEmpty())
        return value;
    // STU3 calls it context; there it may also be an EpisodeOfCare, and a DocumentReference's context is a structure.
    const Node &about = resource["context"];
    if (about.has("reference"))
        return reference(about, context);
    return about.has("encounter") ? reference(about["encounter"], context) : Reference();
}

} // namespace

void mapCommon(const Node &resource, MapContext &context, Common &common)
{
    common.identifiers = identifiers(resource, "identifier");
    common.subject = firstReference(resource, {"subject", "patient", "beneficiary", "individual", "for"}, context);
    common.encounter = encounterOf(resource, context);
    // DSTU2 says notes in some types, comments in others.
    for (const std::string_view name : {"note", "notes", "comment", "comments"})
        common.notes += annotations(resource, name, context);
    common.narrative = narrativeText(resource["text"]);
    if (const Node &rules = resource["implicitRules"])
        common.unknownModifiers.append(rules.text());
    collectModifiers(resource, common.unknownModifiers);
    for (const QString &url : std::as_const(common.unknownModifiers))
        context.report(utf8(resource.resourceType()) + u" – "_s + url, u"unknown-modifier"_s);
}

QString status(const Node &resource, std::string_view name, MapContext &context,
               std::initializer_list<std::string_view> known)
{
    const Node &element = resource[name];
    QString word = codeOrConcept(element);
    if (word.isEmpty())
        return word;
    const bool isKnown = std::any_of(known.begin(), known.end(), [&word](std::string_view one) {
        return word == QLatin1StringView(one.data(), qsizetype(one.size()));
    });
    if (!isKnown)
        context.report(utf8(resource.resourceType()) + u'.' + utf8(name), u"unknown-status"_s);
    return word;
}

Medication medicationOf(const Node &resource, MapContext &context)
{
    Medication result;
    result.code = concept_(resource["code"]);
    result.status = resource.text("status");
    // DSTU2 puts these into "product".
    const Node &body = resource.has("product") ? resource["product"] : resource;
    result.form = concept_(resource.has("doseForm") ? resource["doseForm"] : body["form"]);
    for (const Node &ingredient : body.each("ingredient")) {
        const Node &item = ingredient["item"];
        const Node &coded = ingredient["itemCodeableConcept"];
        CodeableConcept substance = coded ? concept_(coded) : conceptOf(item);
        if (substance.isEmpty()) {
            const Node &target = ingredient.has("itemReference") ? ingredient["itemReference"] : item;
            substance.text = reference(target, context).label();
        }
        if (substance.isEmpty())
            continue;
        result.ingredients.append(std::move(substance));
        QString strength;
        if (const Node &plain = ingredient["strength"])
            strength = ratio(plain).label();
        else if (const auto choice = ingredient.choice("strength"))
            strength = choice.type == "Ratio"      ? ratio(*choice.node).label()
                       : choice.type == "Quantity" ? quantity(*choice.node).label()
                                                   : concept_(*choice.node).label();
        else if (const Node &amount = ingredient["amount"])
            strength = ratio(amount).label();
        result.ingredientStrengths.append(strength);
    }
    if (const Node &amount = resource["amount"])
        result.amount = ratio(amount);
    for (const std::string_view name : {"manufacturer", "marketingAuthorizationHolder"}) {
        if (result.manufacturer.isEmpty())
            result.manufacturer = reference(resource[name], context);
    }
    return result;
}

void medicationInto(const Node &parent, const MapContext &context, CodeableConcept &medication, Reference &target)
{
    if (const Node &coded = parent["medicationCodeableConcept"])
        medication = concept_(coded);
    if (const Node &referred = parent["medicationReference"])
        target = reference(referred, context);
    if (const Node &either = parent["medication"]) { // R5 CodeableReference; DSTU1 and some senders: a bare Reference
        if (medication.isEmpty())
            medication = either.has("concept") ? concept_(either["concept"]) : concept_(either);
        if (target.isEmpty())
            target = reference(either, context);
    }
    if (!medication.isEmpty() || !target.target.startsWith(u'#'))
        return;
    const QByteArray id = target.target.toUtf8();
    const Node &contained = context.contained({id.constData(), std::size_t(id.size())});
    if (!contained)
        return;
    MapContext inner(context.resource());
    const Medication drug = medicationOf(contained, inner);
    medication = drug.code;
    if (medication.isEmpty() && drug.ingredients.size() == 1)
        medication = drug.ingredients.first();
    else if (medication.isEmpty())
        medication.text = target.containedLabel;
    if (medication.text.isEmpty() && !target.display.isEmpty() && medication.label().isEmpty())
        medication.text = target.display;
}

} // namespace Chartline::Fhir
