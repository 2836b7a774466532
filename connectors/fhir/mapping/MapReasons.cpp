// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"

namespace Chartline::Fhir {

using namespace Clinical;

namespace {

void take(const Node &element, const MapContext &context, QList<CodeableConcept> &reasons, QList<Reference> &references)
{
    CodeableConcept value = conceptOf(element);
    if (!value.isEmpty())
        reasons.append(std::move(value));
    Reference target = reference(element, context);
    // A CodeableConcept has neither target nor identifier; its text is no reference.
    if (!target.target.isEmpty() || !target.identifier.value.isEmpty())
        references.append(std::move(target));
}

} // namespace

void reasonsInto(const Node &resource, const MapContext &context, QList<CodeableConcept> &reasons,
                 QList<Reference> &found)
{
    reasons += concepts(resource, "reasonCode");
    found += references(resource, "reasonReference", context);
    for (const Node &element : resource.each("reason"))
        take(element, context, reasons, found);
    reasons += concepts(resource, "reasonCodeableConcept");
}

QList<Reference> actors(const Node &resource, std::string_view name, const MapContext &context)
{
    QList<Reference> result;
    for (const Node &element : resource.each(name)) {
        const Node &actor = element["actor"];
        Reference value = reference(actor ? actor : element, context);
        if (!value.isEmpty())
            result.append(std::move(value));
    }
    return result;
}

const Node &firstOf(const Node &parent, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names) {
        if (const Node &element = parent[name])
            return element;
    }
    return parent["\x01"]; // no element is called so: the Missing node
}

} // namespace Chartline::Fhir
