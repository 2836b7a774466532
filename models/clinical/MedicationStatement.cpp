// SPDX-License-Identifier: Apache-2.0
#include "clinical/MedicationStatement.h"

#include "clinical/FactStatus.h"
#include "clinical/FactText.h"

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

namespace {

// Said to be taken now. R5 only says "recorded": there the adherence decides, and without one an open end does.
bool isCurrent(const MedicationStatement &statement)
{
    if (statement.notTaken)
        return false;
    if (statement.status == "active"_L1)
        return true;
    if (statement.status != "recorded"_L1)
        return false;
    return statement.taken.isEmpty() ? statement.effective.end.isEmpty() : statement.taken.startsWith("taking"_L1);
}

} // namespace

FactDraft MedicationStatement::toFact() const
{
    FactDraft draft;
    draft.kind = FactKind::Medication;
    draft.status = status;
    setTitle(draft, medication, medicationReference, narrative, u"MedicationStatement"_s);
    PartialDate from = effective.start;
    PartialDate until = effective.end;
    for (const Dosage &dosage : dosages) {
        if (from.isEmpty() && until.isEmpty()) {
            from = dosage.boundsStart;
            until = dosage.boundsEnd;
        }
    }
    // With an end but no start, when it was said is no start either: it may lie after the end.
    if (from.isEmpty() && !until.isEmpty())
        draft.start = from;
    else
        setStart(draft, from, dateAsserted);
    draft.end = until;
    if (!categories.isEmpty())
        draft.category = categories.first().label();
    if (isOneOf(status, {"intended"_L1, "draft"_L1}) && !notTaken)
        draft.flags |= FactFlag::Planned;
    if (isCurrent(*this)) {
        draft.flags |= FactFlag::Active;
        markOngoing(draft, true);
    }
    applyAbsence(draft, medication);
    if (notTaken) {
        negate(draft);
        replaceStatus(draft, u"not-taken"_s);
    }
    addDosages(draft.body, dosages);
    addConcepts(draft.body, reasons);
    addReferences(draft.body, reasonReferences);
    addConcepts(draft.body, statusReasons);
    addConcepts(draft.body, reasonsNotTaken);
    addText(draft.body, taken);
    addReference(draft.body, informationSource);
    applyTo(draft);
    return draft;
}

} // namespace Chartline::Clinical
