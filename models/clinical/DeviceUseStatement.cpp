// SPDX-License-Identifier: Apache-2.0
#include "clinical/DeviceUseStatement.h"

#include "clinical/FactStatus.h"
#include "clinical/FactText.h"

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

FactDraft DeviceUseStatement::toFact() const
{
    FactDraft draft;
    draft.kind = FactKind::Device;
    draft.status = status;
    setStart(draft, timing.start, recordedOn);
    draft.end = timing.end;
    setTitle(draft, deviceConcept, device, narrative, u"Device"_s);
    // Reads the title too: a device that is none ("No known devices") may be named by the reference only.
    applyAbsence(draft, deviceConcept);
    if (draft.assertion == Assertion::Affirmed) {
        if (status == "intended"_L1)
            draft.flags |= FactFlag::Planned;
        if (status == "not-done"_L1)
            negate(draft);
        markOngoing(draft, isOneOf(status, {"active"_L1, "on-hold"_L1}));
    }
    addReference(draft.body, device);
    addConcepts(draft.body, reasons);
    addConcept(draft.body, bodySite);
    applyTo(draft);
    return draft;
}

} // namespace Chartline::Clinical
