// SPDX-License-Identifier: Apache-2.0
#include "clinical/ServiceRequest.h"

#include "clinical/FactStatus.h"
#include "clinical/FactText.h"

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

namespace {

// Not over yet, as far as the status says; the words of all FHIR versions.
bool isOpen(const QString &status)
{
    return status.isEmpty()
           || isOneOf(status,
                      {"draft"_L1, "active"_L1, "on-hold"_L1, "proposed"_L1, "planned"_L1, "requested"_L1,
                       "received"_L1, "accepted"_L1, "in-progress"_L1, "review"_L1, "suspended"_L1, "unknown"_L1});
}

} // namespace

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
    if (isOpen(status))
        draft.flags |= FactFlag::Planned;
    // Withdrawn or refused orders are not to be carried out any more; a prohibition never was one to be.
    const bool withdrawn = isOneOf(status, {"revoked"_L1, "cancelled"_L1, "rejected"_L1, "aborted"_L1, "failed"_L1});
    if (doNotPerform || withdrawn)
        negate(draft);
    // A prohibition that was taken back is neither of the two.
    if (doNotPerform && withdrawn)
        draft.flags |= FactFlag::ReadTheSource;
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
