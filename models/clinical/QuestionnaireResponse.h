// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

struct QuestionnaireAnswer
{
    QString linkId;
    QString question;
    QStringList answers; // in words
    int depth = 0;
    [[nodiscard]] QString label() const;
    bool operator==(const QuestionnaireAnswer &) const = default;
};

// Answers to a form.
struct QuestionnaireResponse : Common
{
    QString status;
    QString questionnaire;
    PartialDate authored;
    Reference author;
    Reference source;
    QList<QuestionnaireAnswer> answers;

    [[nodiscard]] FactDraft toFact() const;
    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("status", status);
        v("questionnaire", questionnaire);
        v("authored", authored);
        v("author", author);
        v("source", source);
        v("answers", answers);
        visitCommonTail(v);
    }
    bool operator==(const QuestionnaireResponse &) const = default;
};

} // namespace Chartline::Clinical
