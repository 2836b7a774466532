// SPDX-License-Identifier: Apache-2.0
#include "clinical/Specimen.h"

#include "clinical/FactStatus.h"
#include "clinical/FactText.h"

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

FactDraft Specimen::toFact() const
{
    FactDraft draft;
    draft.kind = FactKind::Other;
    draft.status = status;
    setStart(draft, collected.start, receivedTime);
    draft.end = collected.end;
    setTitle(draft, specimenType, narrative, u"Specimen"_s);
    draft.category = bodySite.label();
    if (!quantity.isEmpty())
        draft.value = quantity.label();
    addText(draft.body, accession);
    addConcept(draft.body, bodySite);
    addConcept(draft.body, method);
    applyTo(draft);
    return draft;
}

} // namespace Chartline::Clinical
