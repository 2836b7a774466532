// SPDX-License-Identifier: Apache-2.0
#include "clinical/QuestionnaireResponse.h"

#include "clinical/FactText.h"

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

namespace {

// "PHQ-9" of "http://loinc.org/q/PHQ-9|1.0"; empty where the last part is only a number.
QString nameInUrl(const QString &url)
{
    QStringView rest = QStringView(url).left(url.indexOf(u'|'));
    rest = rest.mid(rest.lastIndexOf(u'/') + 1);
    for (const QChar character : rest) {
        if (character.isLetter() && !url.startsWith("urn:"_L1))
            return rest.toString();
    }
    return {};
}

bool isUrl(const QString &text)
{
    return text.contains(u'/') || text.startsWith(u'#') || text.startsWith("urn:"_L1);
}

QString titleOf(const QuestionnaireResponse &response)
{
    if (!response.questionnaire.isEmpty() && !isUrl(response.questionnaire))
        return response.questionnaire;
    // A heading over all the questions.
    if (!response.answers.isEmpty()) {
        const QuestionnaireAnswer &first = response.answers.first();
        if (first.answers.isEmpty() && !first.question.isEmpty())
            return first.question;
    }
    return response.narrative.isEmpty() ? nameInUrl(response.questionnaire) : QString();
}

} // namespace

QString QuestionnaireAnswer::label() const
{
    const QString &asked = question.isEmpty() ? linkId : question;
    if (answers.isEmpty())
        return asked;
    return asked + u": "_s + answers.join(u"; "_s);
}

FactDraft QuestionnaireResponse::toFact() const
{
    FactDraft draft;
    draft.kind = FactKind::Other;
    draft.status = status;
    draft.start = authored;
    draft.title = titleOr(titleOf(*this), narrative, u"Questionnaire response"_s);
    addText(draft.body, questionnaire);
    addReference(draft.body, author);
    addReference(draft.body, source);
    for (const QuestionnaireAnswer &answer : answers)
        addText(draft.body, answer.label());
    applyTo(draft);
    return draft;
}

} // namespace Chartline::Clinical
