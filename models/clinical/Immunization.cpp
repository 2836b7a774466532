// SPDX-License-Identifier: Apache-2.0
#include "clinical/Immunization.h"

#include "clinical/FactStatus.h"
#include "clinical/FactText.h"

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

FactDraft Immunization::toFact() const
{
    FactDraft draft;
    draft.kind = FactKind::Immunization;
    draft.status = status;
    setTitle(draft, vaccine, narrative, u"Immunization"_s);
    setStart(draft, occurrence, recorded);
    applyAbsence(draft, vaccine);
    if (notGiven)
        negate(draft);
    // It changes what "completed" means.
    if (subpotent) {
        draft.value = u"subpotent"_s;
        draft.flags |= FactFlag::ReadTheSource;
    }
    addText(draft.body, occurrenceText);
    addConcepts(draft.body, subpotentReasons);
    addConcept(draft.body, statusReason);
    addText(draft.body, lotNumber);
    addText(draft.body, manufacturer);
    addConcept(draft.body, site);
    addConcept(draft.body, route);
    addText(draft.body, dose.label());
    addConcepts(draft.body, targetDiseases);
    addText(draft.body, series);
    addText(draft.body, doseNumber);
    addConcepts(draft.body, reasons);
    for (const QString &reaction : reactions)
        addText(draft.body, reaction);
    addReferences(draft.body, performers);
    addReference(draft.body, location);
    applyTo(draft);
    return draft;
}

} // namespace Chartline::Clinical
