// SPDX-License-Identifier: Apache-2.0
#include "clinical/CareTeam.h"

#include "clinical/FactStatus.h"
#include "clinical/FactText.h"

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

FactDraft CareTeam::toFact() const
{
    FactDraft draft;
    draft.kind = FactKind::CarePlan;
    draft.status = status;
    draft.start = period.start;
    draft.end = period.end;
    QString label = name;
    for (const CodeableConcept &category : categories) {
        if (label.isEmpty())
            label = category.label();
        if (draft.code.isEmpty())
            draft.code = category.primary();
    }
    draft.title = titleOr(label, narrative, u"Care team"_s);
    if (!categories.isEmpty())
        draft.category = categories.first().label();
    if (status == "proposed"_L1)
        draft.flags |= FactFlag::Planned;
    markOngoing(draft, isOneOf(status, {"active"_L1, "suspended"_L1}));
    addText(draft.body, name);
    addConcepts(draft.body, categories);
    for (const QString &participant : participants)
        addText(draft.body, participant);
    applyTo(draft);
    return draft;
}

} // namespace Chartline::Clinical
