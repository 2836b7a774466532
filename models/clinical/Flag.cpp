// SPDX-License-Identifier: Apache-2.0
#include "clinical/Flag.h"

#include "clinical/FactStatus.h"
#include "clinical/FactText.h"

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

FactDraft Flag::toFact() const
{
    FactDraft draft;
    draft.kind = FactKind::Other;
    draft.status = status;
    draft.start = period.start;
    draft.end = period.end;
    setTitle(draft, code, narrative, u"Flag"_s);
    if (!categories.isEmpty())
        draft.category = categories.first().label();
    applyAbsence(draft, code);
    if (status == "active"_L1)
        draft.flags |= FactFlag::Active;
    markOngoing(draft, status == "active"_L1);
    addConcepts(draft.body, categories);
    addReference(draft.body, author);
    applyTo(draft);
    return draft;
}

} // namespace Chartline::Clinical
