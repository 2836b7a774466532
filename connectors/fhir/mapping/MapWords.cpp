// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapWords.h"

namespace Chartline::Fhir {

using namespace Clinical;
using namespace Qt::StringLiterals;

QString choiceText(const Node::Choice &choice, MapContext &context)
{
    if (!choice)
        return {};
    const Node &node = *choice.node;
    if (!node.value().empty())
        return node.text();
    if (choice.type == "Coding" || choice.type == "CodeableConcept")
        return conceptFromAny(node).label();
    if (choice.type == "Reference")
        return reference(node, context).label();
    if (choice.type == "Range")
        return range(node).label();
    if (choice.type == "Ratio")
        return ratio(node).label();
    if (choice.type == "Period")
        return period(node, context).label();
    if (choice.type == "Timing")
        return timingText(node);
    if (choice.type == "Attachment") {
        const QString title = node.text("title");
        return title.isEmpty() ? node.text("url") : title;
    }
    return quantity(node).label();
}

QString targetText(const Node &element, const MapContext &context)
{
    QString label = element.has("concept") ? concept_(element["concept"]).label() : QString();
    return label.isEmpty() ? reference(element, context).label() : label;
}

CodeableConcept namedBy(const Node &element, const MapContext &context)
{
    const Reference target = reference(element, context);
    CodeableConcept result;
    result.text = target.display.isEmpty() ? target.containedLabel : target.display;
    return result;
}

void addConceptsOrNames(QList<CodeableConcept> &to, const Node &parent, std::string_view name,
                        const MapContext &context)
{
    for (const Node &element : parent.each(name)) {
        CodeableConcept value = conceptFromAny(element);
        if (value.label().isEmpty())
            value = namedBy(element, context);
        if (!value.isEmpty())
            to.append(std::move(value));
    }
}

QString roleAndName(const QString &role, const QString &name)
{
    if (role.isEmpty() || name.isEmpty())
        return role + name;
    return role + u": "_s + name;
}

void joinText(QString &text, const QString &part, QStringView separator)
{
    if (part.isEmpty())
        return;
    if (!text.isEmpty())
        text += separator;
    text += part;
}

void fillFromContained(Attachment &attachment, const Node &element, MapContext &context)
{
    if (!attachment.data.isEmpty() || !attachment.url.startsWith(u'#'))
        return;
    const Node &binary = context.contained(element["url"].value());
    if (binary.resourceType() != "Binary")
        return;
    Attachment content = binaryContent(binary, context);
    attachment.data = std::move(content.data);
    attachment.undecodable = content.undecodable;
    if (attachment.contentType.isEmpty())
        attachment.contentType = content.contentType;
}

Attachment binaryContent(const Node &binary, MapContext &context)
{
    Attachment result;
    result.contentType = binary.text("contentType");
    const Node &data = firstOf(binary, {"data", "content"});
    if (data.value().empty())
        return result;
    if (auto bytes = decodeBase64(data.value())) {
        result.data = std::move(*bytes);
    } else {
        result.undecodable = true;
        context.report(u"Binary.data"_s, u"not-base64"_s);
    }
    return result;
}

} // namespace Chartline::Fhir
