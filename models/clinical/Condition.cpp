// SPDX-License-Identifier: Apache-2.0
#include "clinical/Condition.h"

#include "clinical/FactStatus.h"
#include "clinical/FactText.h"

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

namespace {

bool hasEnded(const Condition &condition)
{
    return condition.abated || !condition.onset.end.isEmpty() || !condition.abatementText.isEmpty();
}

bool isCalledActive(const Condition &condition)
{
    return isOneOf(condition.clinicalStatus, {"active"_L1, "recurrence"_L1, "relapse"_L1});
}

// What a problem list shows. What is over does not count, whatever its status says (FHIR's rule con-4 allows an
// abatement only where the status is inactive, remission or resolved). A problem whose status is not known counts
// otherwise: leaving a problem out is the worse mistake. FHIR requires the status for problem lists only, so an
// encounter's diagnosis without one does not count.
bool isActive(const Condition &condition)
{
    if (hasEnded(condition))
        return false;
    if (isCalledActive(condition))
        return true;
    const bool unknown = condition.clinicalStatus.isEmpty() || condition.clinicalStatus == "unknown"_L1;
    return unknown && !hasCode(condition.categories, u"encounter-diagnosis");
}

} // namespace

FactDraft Condition::toFact() const
{
    FactDraft draft;
    draft.kind = FactKind::Condition;
    draft.status = clinicalStatus;
    setTitle(draft, code, narrative, u"Condition"_s);
    setStart(draft, onset.start, recordedDate);
    draft.end = onset.end;
    if (!categories.isEmpty())
        draft.category = categories.first().label();
    // A suspicion must not read as a diagnosis: anything short of confirmed stands beside the title.
    if (isOneOf(verificationStatus, {"unconfirmed"_L1, "provisional"_L1, "differential"_L1}))
        draft.value = verificationStatus;
    if (verificationStatus == "entered-in-error"_L1 || verificationStatus == "refuted"_L1) {
        draft.flags |= verificationStatus == "refuted"_L1 ? FactFlag::Refuted : FactFlag::EnteredInError;
        draft.status = verificationStatus;
    }
    if (isActive(*this)) {
        draft.flags |= FactFlag::Active;
        markOngoing(draft, true);
    }
    // The source contradicts itself.
    if (isCalledActive(*this) && hasEnded(*this))
        draft.flags |= FactFlag::ReadTheSource;
    applyAbsence(draft, code);
    addText(draft.body, verificationStatus);
    addConcept(draft.body, severity);
    addConcepts(draft.body, bodySites);
    addText(draft.body, onsetText);
    addText(draft.body, abatementText);
    addConcepts(draft.body, stages);
    addConcepts(draft.body, evidence);
    addReference(draft.body, asserter);
    addReference(draft.body, recorder);
    applyTo(draft);
    return draft;
}

} // namespace Chartline::Clinical
