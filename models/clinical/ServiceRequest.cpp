// SPDX-License-Identifier: Apache-2.0
#include "clinical/ServiceRequest.h"

#include "clinical/FactStatus.h"
#include "clinical/FactText.h"

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

FactDraft ServiceRequest::toFact() const
{
    FactDraft draft;
    draft.kind = FactKind::Referral;
    draft.status = status;
    // The day of the order is what a clinician looks for; when it is to be done stands in the details.
    if (authoredOn.isEmpty()) {
        draft.start = occurrence.start;
        draft.end = occurrence.end;
    } else {
        draft.start = authoredOn;
    }
    QString label = code.label();
    if (label.isEmpty() && !categories.isEmpty())
        label = categories.first().label();
    if (label.isEmpty() && !reasons.isEmpty())
        label = reasons.first().label();
    setTitle(draft, code, narrative, u"Service request"_s);
    if (code.label().isEmpty())
        draft.title = titleOr(label, narrative, u"Service request"_s);
    if (!categories.isEmpty())
        draft.category = categories.first().label();
    if (status != "completed"_L1)
        draft.flags |= FactFlag::Planned;
    // Withdrawn or refused orders are not to be carried out any more; a prohibition never was one to be.
    if (doNotPerform || isOneOf(status, {"revoked"_L1, "cancelled"_L1, "rejected"_L1, "aborted"_L1, "failed"_L1}))
        negate(draft);
    // A prohibition goes on until it is taken back.
    markOngoing(draft, doNotPerform && status == "active"_L1);
    addConcepts(draft.body, categories);
    addText(draft.body, priority);
    addText(draft.body, intent);
    addReference(draft.body, requester);
    addReferences(draft.body, performers);
    addConcepts(draft.body, reasons);
    addReferences(draft.body, reasonReferences);
    addConcepts(draft.body, bodySites);
    addText(draft.body, patientInstruction);
    applyTo(draft);
    return draft;
}

} // namespace Chartline::Clinical
