// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;
using namespace Qt::StringLiterals;

namespace {

ObservationValue valueOf(const Node &parent)
{
    using Kind = ObservationValue::Kind;
    ObservationValue result;
    result.dataAbsentReason = conceptFromAny(parent["dataAbsentReason"]);
    const auto value = parent.choice("value");
    if (!value)
        return result;
    const Node &node = *value.node;
    if (value.type == "Quantity") {
        result.kind = Kind::Quantity;
        result.quantity = quantity(node);
        if (result.quantity.isEmpty())
            result.kind = Kind::None;
    } else if (value.type == "CodeableConcept") {
        result.kind = Kind::Concept;
        result.concept_ = concept_(node);
        if (result.concept_.isEmpty())
            result.kind = Kind::None;
    } else if (value.type == "Range") {
        result.kind = Kind::Range;
        result.range = range(node);
    } else if (value.type == "Ratio") {
        result.kind = Kind::Ratio;
        result.ratio = ratio(node);
    } else if (value.type == "SampledData") {
        result.kind = Kind::SampledData;
        result.text = node.text("data");
        // The unit and scale stand in the origin: they make the raw numbers readable.
        result.quantity = quantity(node["origin"]);
    } else if (!node.value().empty()) {
        result.text = node.text();
        result.kind = value.type == "Boolean"   ? Kind::Boolean
                      : value.type == "Integer" ? Kind::Integer
                      : value.type == "Time"    ? Kind::Time
                                                : Kind::Text;
    }
    return result;
}

// The kinds that may report an issue.
void valueInto(const Node &parent, MapContext &context, ObservationValue &result)
{
    using Kind = ObservationValue::Kind;
    result = valueOf(parent);
    const auto value = parent.choice("value");
    if (!value)
        return;
    if (value.type == "DateTime") {
        result.kind = Kind::DateTime;
        result.text.clear();
        result.period.start = date(*value.node, context);
    } else if (value.type == "Period") {
        result.kind = Kind::Period;
        result.period = period(*value.node, context);
    } else if (value.type == "Attachment") {
        result.kind = Kind::Attachment;
        result.attachment = attachment(*value.node, context);
    } else if (value.type == "Reference") {
        result.kind = Kind::Text; // R5
        result.text = reference(*value.node, context).label();
    }
}

QList<ReferenceRange> referenceRangesOf(const Node &parent)
{
    QList<ReferenceRange> result;
    for (const Node &element : parent.each("referenceRange")) {
        ReferenceRange value;
        value.range = range(element);
        value.text = element.text("text");
        value.type = concept_(firstOf(element, {"type", "meaning"}));
        value.appliesTo = concepts(element, "appliesTo");
        value.age = range(element["age"]);
        if (value != ReferenceRange())
            result.append(std::move(value));
    }
    return result;
}

// DSTU2 and STU3 keep members and sources in one list, told apart by a type.
void relatedInto(const Node &resource, const MapContext &context, Observation &result)
{
    result.members = references(resource, "hasMember", context);
    result.derivedFrom = references(resource, "derivedFrom", context);
    for (const Node &related : resource.each("related")) {
        const std::string_view type = related["type"].value();
        Reference target = reference(related["target"], context);
        if (target.isEmpty())
            continue;
        if (type == "derived-from")
            result.derivedFrom.append(std::move(target));
        else if (type == "has-member" || type.empty())
            result.members.append(std::move(target));
    }
}

} // namespace

Value mapObservation(const Node &resource, MapContext &context)
{
    Observation result;
    mapCommon(resource, context, result);
    result.status = status(resource, "status", context,
                           {"registered", "preliminary", "final", "amended", "corrected", "appended", "cancelled",
                            "entered-in-error", "unknown", "specimen-in-process"});
    result.categories = concepts(resource, "category");
    result.code = concept_(resource["code"]);
    result.effective = when(resource, "effective", context).period;
    result.issued = date(resource["issued"], context);
    result.performers = references(resource, "performer", context);
    valueInto(resource, context, result.value);
    result.interpretations = concepts(resource, "interpretation");
    result.bodySite = concept_(resource["bodySite"]);
    result.method = concept_(resource["method"]);
    result.specimen = reference(resource["specimen"], context);
    result.device = reference(resource["device"], context);
    result.referenceRanges = referenceRangesOf(resource);
    for (const Node &element : resource.each("component")) {
        ObservationComponent component;
        component.code = concept_(element["code"]);
        valueInto(element, context, component.value);
        component.interpretations = concepts(element, "interpretation");
        component.referenceRanges = referenceRangesOf(element);
        result.components.append(std::move(component));
    }
    relatedInto(resource, context, result);
    return result;
}

} // namespace Chartline::Fhir
