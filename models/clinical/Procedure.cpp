// SPDX-License-Identifier: Apache-2.0
#include "clinical/Procedure.h"

#include "clinical/FactStatus.h"
#include "clinical/FactText.h"

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

FactDraft Procedure::toFact() const
{
    FactDraft draft;
    draft.kind = FactKind::Procedure;
    draft.status = status;
    setTitle(draft, code, narrative, u"Procedure"_s);
    if (performed.start.isEmpty() && !performed.end.isEmpty())
        draft.start = {};
    else
        setStart(draft, performed.start, recorded);
    draft.end = performed.end;
    draft.category = category.label();
    if (status == "preparation"_L1)
        draft.flags |= FactFlag::Planned;
    markOngoing(draft, status == "in-progress"_L1);
    applyAbsence(draft, code);
    if (notDone)
        negate(draft);
    addText(draft.body, performedText);
    addConcept(draft.body, statusReason);
    addConcepts(draft.body, reasons);
    addReferences(draft.body, reasonReferences);
    addConcepts(draft.body, bodySites);
    addConcept(draft.body, outcome);
    addConcepts(draft.body, complications);
    addConcepts(draft.body, followUps);
    addReferences(draft.body, performers);
    addReference(draft.body, location);
    addReferences(draft.body, reports);
    applyTo(draft);
    return draft;
}

} // namespace Chartline::Clinical
