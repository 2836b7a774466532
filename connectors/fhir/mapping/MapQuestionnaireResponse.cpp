// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/MapWords.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;

namespace {

void readItems(const Node &parent, int depth, MapContext &context, QuestionnaireResponse &result);

void readItem(const Node &item, int depth, MapContext &context, QuestionnaireResponse &result)
{
    QuestionnaireAnswer answer;
    answer.linkId = item.text("linkId");
    answer.question = item.text("text");
    if (answer.question.isEmpty())
        answer.question = item.text("title"); // DSTU2 group
    answer.depth = depth;
    for (const Node &given : item.each("answer")) {
        if (QString text = choiceText(given.choice("value"), context); !text.isEmpty())
            answer.answers.append(std::move(text));
    }
    if (!answer.question.isEmpty() || !answer.answers.isEmpty())
        result.answers.append(std::move(answer));
    for (const Node &given : item.each("answer"))
        readItems(given, depth + 1, context, result);
    readItems(item, depth + 1, context, result);
}

// "item" since STU3; "group" and "question" in DSTU2. As deep as the reader lets a resource be.
void readItems(const Node &parent, int depth, MapContext &context, QuestionnaireResponse &result)
{
    for (const std::string_view name : {"item", "group", "question"}) {
        for (const Node &item : parent.each(name))
            readItem(item, depth, context, result);
    }
}

// The form's name where it is said, else its address.
QString questionnaireOf(const Node &element, const MapContext &context)
{
    for (const Node &extension : element.each("extension")) {
        if (extension["url"].value() == "http://hl7.org/fhir/StructureDefinition/display")
            return extension.text("valueString");
    }
    const std::string_view target = element.value().empty() ? element["reference"].value() : element.value();
    const Node &contained = context.contained(target);
    for (const std::string_view name : {"title", "name"}) {
        if (const QString label = contained.text(name); !label.isEmpty())
            return label;
    }
    return reference(element, context).label();
}

} // namespace

Value mapQuestionnaireResponse(const Node &resource, MapContext &context)
{
    QuestionnaireResponse result;
    mapCommon(resource, context, result);
    result.status =
        status(resource, "status", context, {"in-progress", "completed", "amended", "entered-in-error", "stopped"});
    result.questionnaire = questionnaireOf(resource["questionnaire"], context);
    result.authored = date(resource["authored"], context);
    result.author = reference(resource["author"], context);
    result.source = reference(resource["source"], context);
    readItems(resource, 0, context, result);
    return result;
}

} // namespace Chartline::Fhir
