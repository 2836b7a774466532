// SPDX-License-Identifier: Apache-2.0
#include "clinical/MedicationRequest.h"

#include "clinical/FactStatus.h"
#include "clinical/FactText.h"

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

namespace {

// The date of the order; else when it is to be taken from, else from when it may be dispensed.
PartialDate startOf(const MedicationRequest &request)
{
    if (!request.authoredOn.isEmpty())
        return request.authoredOn;
    for (const Dosage &dosage : request.dosages) {
        if (!dosage.boundsStart.isEmpty())
            return dosage.boundsStart;
    }
    return request.validity.start;
}

// When taking ends, as far as the source says. A validity period is how long the prescription can be filled, not how
// long the drug is taken, so it only serves where the order is over anyway and nothing better is known.
PartialDate endOf(const MedicationRequest &request)
{
    if (!request.dateEnded.isEmpty())
        return request.dateEnded;
    PartialDate last;
    for (const Dosage &dosage : request.dosages) {
        // One open dosage of several keeps the whole open.
        if (dosage.boundsEnd.isEmpty())
            return isOneOf(request.status, {"completed"_L1, "stopped"_L1, "ended"_L1}) ? request.validity.end
                                                                                       : PartialDate();
        if (!last.isValid() || (dosage.boundsEnd.isValid() && dosage.boundsEnd.latest() > last.latest()))
            last = dosage.boundsEnd;
    }
    if (!last.isEmpty())
        return last;
    return isOneOf(request.status, {"completed"_L1, "stopped"_L1, "ended"_L1}) ? request.validity.end : PartialDate();
}

} // namespace

FactDraft MedicationRequest::toFact() const
{
    FactDraft draft;
    draft.kind = FactKind::Medication;
    draft.status = status;
    setTitle(draft, medication, medicationReference, narrative, u"MedicationRequest"_s);
    draft.start = startOf(*this);
    draft.end = endOf(*this);
    if (!categories.isEmpty())
        draft.category = categories.first().label();
    const bool isPlan = isOneOf(intent, {"proposal"_L1, "plan"_L1, "option"_L1}) || status == "draft"_L1;
    if (isPlan)
        draft.flags |= FactFlag::Planned;
    applyAbsence(draft, medication);
    if (status == "active"_L1 && !isPlan) {
        draft.flags |= FactFlag::Active;
        markOngoing(draft, true);
    }
    if (doNotPerform)
        negate(draft);
    addDosages(draft.body, dosages);
    addConcepts(draft.body, reasons);
    addReferences(draft.body, reasonReferences);
    addConcept(draft.body, statusReason);
    addConcept(draft.body, courseOfTherapy);
    addText(draft.body, intent);
    addText(draft.body, priority);
    addReference(draft.body, requester);
    applyTo(draft);
    return draft;
}

} // namespace Chartline::Clinical
