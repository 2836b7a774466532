// SPDX-License-Identifier: Apache-2.0
#include "clinical/Composition.h"

#include "clinical/FactStatus.h"
#include "clinical/FactText.h"

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

QString Section::label() const
{
    QString result = title.isEmpty() ? code.label() : title;
    const QString text = narrative.isEmpty() ? emptyReason.label() : narrative;
    if (!result.isEmpty() && !text.isEmpty())
        result += u": "_s;
    return result + text;
}

FactDraft Composition::toFact() const
{
    FactDraft draft;
    draft.kind = FactKind::Document;
    draft.status = status;
    draft.start = date;
    setTitle(draft, docType, narrative, u"Document"_s);
    if (!title.isEmpty())
        draft.title = titleOr(title, narrative, u"Document"_s);
    draft.category = docType.label();
    if (status == "cancelled"_L1)
        negate(draft);
    addText(draft.body, title);
    addConcepts(draft.body, categories);
    addReferences(draft.body, authors);
    addReference(draft.body, custodian);
    for (const Section &section : sections) {
        addText(draft.body, section.title);
        addConcept(draft.body, section.code);
        addText(draft.body, section.narrative);
        addConcept(draft.body, section.emptyReason);
    }
    applyTo(draft);
    return draft;
}

} // namespace Chartline::Clinical
