// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"

#include "clinical/FactText.h"

#include <algorithm>
#include <array>

namespace Chartline::Fhir {

using namespace Clinical;
using namespace Qt::StringLiterals;

namespace {

struct KnownSystem
{
    std::string_view uri;
    QString text;
};

// The addresses that nearly every coding repeats; shared instead of decoded anew for each one.
QString systemText(std::string_view uri)
{
    if (uri.empty())
        return {};
    static const std::array known{
        KnownSystem{"http://snomed.info/sct", u"http://snomed.info/sct"_s},
        KnownSystem{"http://loinc.org", u"http://loinc.org"_s},
        KnownSystem{"http://unitsofmeasure.org", u"http://unitsofmeasure.org"_s},
        KnownSystem{"http://www.nlm.nih.gov/research/umls/rxnorm", u"http://www.nlm.nih.gov/research/umls/rxnorm"_s},
        KnownSystem{"http://hl7.org/fhir/sid/cvx", u"http://hl7.org/fhir/sid/cvx"_s},
        KnownSystem{"http://terminology.hl7.org/CodeSystem/observation-category",
                    u"http://terminology.hl7.org/CodeSystem/observation-category"_s},
        KnownSystem{"http://terminology.hl7.org/CodeSystem/condition-clinical",
                    u"http://terminology.hl7.org/CodeSystem/condition-clinical"_s},
        KnownSystem{"http://terminology.hl7.org/CodeSystem/condition-ver-status",
                    u"http://terminology.hl7.org/CodeSystem/condition-ver-status"_s},
    };
    for (const KnownSystem &one : known) {
        if (one.uri.size() == uri.size() && one.uri == uri)
            return one.text;
    }
    return QString::fromUtf8(uri.data(), qsizetype(uri.size()));
}

QString utf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

// "Patient" of "Patient/12", "https://host/fhir/Patient/12/_history/3" and "Practitioner?identifier=a|b".
QString typeOfTarget(std::string_view target)
{
    if (target.starts_with("urn:") || target.starts_with("#"))
        return {};
    if (const auto history = target.find("/_history/"); history != std::string_view::npos)
        target = target.substr(0, history);
    std::string_view type;
    if (const auto query = target.find('?'); query != std::string_view::npos) {
        type = target.substr(0, query);
    } else {
        const auto slash = target.rfind('/');
        if (slash == std::string_view::npos)
            return {};
        type = target.substr(0, slash);
    }
    if (const auto slash = type.rfind('/'); slash != std::string_view::npos)
        type = type.substr(slash + 1);
    // A resource type is letters, the first a capital: "files" of "https://host/files/12" is none.
    if (type.empty() || type.front() < 'A' || type.front() > 'Z')
        return {};
    const bool letters =
        std::all_of(type.begin(), type.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
    return letters ? utf8(type) : QString();
}

} // namespace

Coding coding(const Node &element)
{
    Coding result;
    for (const Node &child : element.children()) {
        const std::string_view name = child.name();
        if (name == "system")
            result.system = systemText(child.value());
        else if (name == "code")
            result.code = child.text().trimmed();
        else if (name == "display")
            result.display = child.text();
        else if (name == "userSelected" || name == "primary")
            result.userSelected = child.isTrue();
    }
    return result;
}

CodeableConcept concept_(const Node &element)
{
    CodeableConcept result;
    for (const Node &child : element.children()) {
        if (child.name() == "coding") {
            Coding one = coding(child);
            if (!one.isEmpty())
                result.codings.append(std::move(one));
        } else if (child.name() == "text") {
            result.text = child.text();
        }
    }
    return result;
}

QList<CodeableConcept> concepts(const Node &parent, std::string_view name)
{
    QList<CodeableConcept> result;
    for (const Node &element : parent.each(name)) {
        CodeableConcept value = conceptFromAny(element);
        if (!value.isEmpty())
            result.append(std::move(value));
    }
    return result;
}

CodeableConcept conceptOf(const Node &element)
{
    const Node &inner = element["concept"];
    return concept_(inner ? inner : element);
}

CodeableConcept conceptFromAny(const Node &element)
{
    CodeableConcept result;
    if (!element.value().empty()) {
        result.codings.append(Coding{{}, element.text().trimmed(), {}, false});
        return result;
    }
    if (element.has("coding") || element.has("text"))
        return concept_(element);
    if (element.has("concept"))
        return concept_(element["concept"]);
    Coding one = coding(element);
    if (!one.isEmpty())
        result.codings.append(std::move(one));
    return result;
}

QString codeOrConcept(const Node &element)
{
    // Spaces around a code are not FHIR, but met: "entered-in-error " must not pass for another status.
    if (!element.value().empty())
        return element.text().trimmed();
    const CodeableConcept value = conceptFromAny(element);
    // Statuses come from FHIR's own code systems; a translation beside it (SNOMED CT) must not win.
    for (const Coding &one : value.codings) {
        if (!one.code.isEmpty() && (one.system.contains("hl7.org"_L1) || one.system.isEmpty()))
            return one.code;
    }
    for (const Coding &one : value.codings) {
        if (!one.code.isEmpty())
            return one.code;
    }
    return value.label();
}

QStringList texts(const Node &parent, std::string_view name)
{
    QStringList result;
    for (const Node &element : parent.each(name)) {
        if (!element.value().empty())
            result.append(element.text());
    }
    return result;
}

Quantity quantity(const Node &element)
{
    Quantity result;
    for (const Node &child : element.children()) {
        const std::string_view name = child.name();
        if (name == "value")
            result.value = Decimal(child.text());
        else if (name == "comparator")
            result.comparator = child.text();
        else if (name == "unit" || name == "units")
            result.unit = child.text();
        else if (name == "system")
            result.system = systemText(child.value());
        else if (name == "code")
            result.code = child.text();
    }
    return result;
}

Range range(const Node &element)
{
    return {quantity(element["low"]), quantity(element["high"])};
}

Ratio ratio(const Node &element)
{
    return {quantity(element["numerator"]), quantity(element["denominator"])};
}

PartialDate date(const Node &element, MapContext &context, std::string_view parent)
{
    if (element.value().empty())
        return {};
    PartialDate result = PartialDate::parse(element.text());
    if (!result.isValid()) {
        QString path = utf8(context.resource().resourceType()) + u'.';
        if (!parent.empty())
            path += utf8(parent) + u'.';
        context.report(path + utf8(element.name()), u"invalid-date"_s);
    }
    return result;
}

Period period(const Node &element, MapContext &context)
{
    return {date(element["start"], context, element.name()), date(element["end"], context, element.name())};
}

When whenOf(const Node::Choice &choice, MapContext &context)
{
    When result;
    if (!choice)
        return result;
    const Node &node = *choice.node;
    if (choice.type == "DateTime" || choice.type == "Date" || choice.type == "Instant") {
        result.period.start = date(node, context);
    } else if (choice.type == "Period") {
        result.period = period(node, context);
    } else if (choice.type == "Timing") {
        // The first and last of the events, or the bounds of the repetition.
        for (const Node &event : node.each("event")) {
            PartialDate at = date(event, context, node.name());
            if (result.period.start.isEmpty())
                result.period.start = at;
            result.period.end = at;
        }
        if (result.period.start.isEmpty())
            result.period = period(node["repeat"]["boundsPeriod"], context);
        result.text = timingText(node);
    } else if (choice.type == "Boolean") {
        result.given = node.isTrue();
    } else if (choice.type == "Range") {
        result.text = rangeText(node);
    } else if (!node.value().empty()) {
        result.text = node.text();
    } else {
        result.text = ageText(node);
    }
    return result;
}

When when(const Node &parent, std::string_view prefix, MapContext &context)
{
    return whenOf(parent.choice(prefix), context);
}

Identifier identifier(const Node &element)
{
    Identifier result;
    for (const Node &child : element.children()) {
        const std::string_view name = child.name();
        if (name == "system")
            result.system = systemText(child.value());
        else if (name == "value")
            result.value = child.text();
        else if (name == "use")
            result.use = child.text();
        else if (name == "type")
            result.type = concept_(child);
    }
    return result;
}

QList<Identifier> identifiers(const Node &parent, std::string_view name)
{
    QList<Identifier> result;
    for (const Node &element : parent.each(name)) {
        Identifier value = identifier(element);
        if (!value.value.isEmpty())
            result.append(std::move(value));
    }
    return result;
}

HumanName humanName(const Node &element)
{
    HumanName result;
    // DSTU2's family is a list; the parts of one name are kept in order.
    result.family = texts(element, "family").join(u' ');
    result.given = texts(element, "given");
    result.prefix = texts(element, "prefix");
    result.suffix = texts(element, "suffix");
    result.use = element.text("use");
    result.text = element.text("text");
    return result;
}

QList<HumanName> humanNames(const Node &parent, std::string_view name)
{
    QList<HumanName> result;
    for (const Node &element : parent.each(name)) {
        HumanName value = humanName(element);
        if (!value.isEmpty())
            result.append(std::move(value));
    }
    return result;
}

QList<ContactPoint> contactPoints(const Node &parent, std::string_view name)
{
    QList<ContactPoint> result;
    for (const Node &element : parent.each(name)) {
        if (element.has("value"))
            result.append({element.text("system"), element.text("value"), element.text("use")});
    }
    return result;
}

QList<Address> addresses(const Node &parent, std::string_view name)
{
    QList<Address> result;
    for (const Node &element : parent.each(name)) {
        Address value{element.text("text"),  texts(element, "line"),     element.text("city"),
                      element.text("state"), element.text("postalCode"), element.text("country")};
        if (value != Address())
            result.append(std::move(value));
    }
    return result;
}

Reference reference(const Node &element, const MapContext &context)
{
    Reference result;
    if (!element.value().empty()) {
        result.target = element.text();
        result.type = typeOfTarget(element.value());
    }
    const Node *source = &element;
    // R5 CodeableReference: its "reference" is a Reference, not text.
    if (const Node &inner = element["reference"];
        inner && inner.value().empty() && inner.children().begin() != inner.children().end())
        source = &inner;
    for (const Node &child : source->children()) {
        const std::string_view name = child.name();
        if (name == "reference" && !child.value().empty()) {
            result.target = child.text();
            if (result.type.isEmpty())
                result.type = typeOfTarget(child.value());
        } else if (name == "display") {
            result.display = child.text();
        } else if (name == "type" && !child.value().empty()) {
            result.type = child.text();
        } else if (name == "identifier") {
            result.identifier = identifier(child);
        }
    }
    if (result.target.startsWith(u'#')) {
        const Node &contained = context.contained((*source)["reference"].value());
        if (contained) {
            result.containedLabel = resourceLabel(contained);
            if (result.type.isEmpty())
                result.type = utf8(contained.resourceType());
        }
    }
    return result;
}

QList<Reference> references(const Node &parent, std::string_view name, const MapContext &context)
{
    QList<Reference> result;
    for (const Node &element : parent.each(name)) {
        Reference value = reference(element, context);
        if (!value.isEmpty())
            result.append(std::move(value));
    }
    return result;
}

QString resourceLabel(const Node &resource)
{
    // Names first: a person, an organization, a place (text), a device (R4 deviceName, R5 name with a value).
    for (const Node &name : resource.each("name")) {
        if (!name.value().empty())
            return name.text();
        const HumanName human = humanName(name);
        if (!human.isEmpty())
            return human.label();
        if (name.has("value"))
            return name.text("value");
    }
    if (const Node &name = resource["deviceName"]["name"])
        return name.text();
    for (const std::string_view member :
         {"code", "vaccineCode", "medicationCodeableConcept", "product", "type", "identifier"}) {
        const Node &element = resource[member];
        const QString label = member == "identifier" ? element.text("value") : conceptFromAny(element).label();
        if (!label.isEmpty())
            return label;
    }
    if (const Node &display = resource["practitioner"]["display"])
        return display.text();
    QStringList ingredients;
    for (const Node &ingredient : resource.each("ingredient")) {
        const QString label =
            conceptFromAny(ingredient["itemCodeableConcept"] ? ingredient["itemCodeableConcept"] : ingredient["item"])
                .label();
        if (!label.isEmpty())
            ingredients.append(label);
    }
    return ingredients.join(u" / "_s);
}

QList<Annotation> annotations(const Node &parent, std::string_view name, MapContext &context)
{
    QList<Annotation> result;
    for (const Node &element : parent.each(name)) {
        Annotation value;
        if (!element.value().empty()) {
            value.text = element.text();
        } else {
            value.text = element.text("text");
            if (const auto author = element.choice("author"))
                value.author =
                    author.type == "Reference" ? reference(*author.node, context).label() : author.node->text();
            value.time = date(element["time"], context, name);
        }
        if (!value.text.isEmpty())
            result.append(std::move(value));
    }
    return result;
}

std::optional<QByteArray> decodeBase64(std::string_view text)
{
    QByteArray compact(text.data(), qsizetype(text.size()));
    // Wrapped lines are allowed by FHIR, and nothing else beside the alphabet is.
    const auto isBlank = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    if (std::any_of(compact.cbegin(), compact.cend(), isBlank))
        compact.removeIf(isBlank);
    auto decoded = QByteArray::fromBase64Encoding(std::move(compact), QByteArray::AbortOnBase64DecodingErrors);
    if (decoded.decodingStatus != QByteArray::Base64DecodingStatus::Ok)
        return std::nullopt;
    return std::move(decoded.decoded);
}

Attachment attachment(const Node &element, MapContext &context)
{
    Attachment result;
    result.contentType = element.text("contentType");
    result.title = element.text("title");
    result.url = element.text("url");
    result.creation = date(element["creation"], context, element.name());
    if (const Node &data = element["data"]; !data.value().empty()) {
        if (auto bytes = decodeBase64(data.value())) {
            result.data = std::move(*bytes);
        } else {
            result.undecodable = true;
            context.report(utf8(context.resource().resourceType()) + u'.' + utf8(element.name()) + u".data"_s,
                           u"not-base64"_s);
        }
    }
    return result;
}

QList<Attachment> attachments(const Node &parent, std::string_view name, MapContext &context)
{
    QList<Attachment> result;
    for (const Node &element : parent.each(name))
        result.append(attachment(element, context));
    return result;
}

QString ageText(const Node &age)
{
    return quantity(age).label();
}

QString rangeText(const Node &element)
{
    return range(element).label();
}

QString narrativeText(const Node &narrative)
{
    const Node &div = narrative["div"];
    if (div.value().empty())
        return {};
    return plainTextOf(div.text());
}

} // namespace Chartline::Fhir
