// SPDX-License-Identifier: Apache-2.0
#include "clinical/MedicationDispense.h"

#include "clinical/FactStatus.h"
#include "clinical/FactText.h"

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

FactDraft MedicationDispense::toFact() const
{
    FactDraft draft;
    draft.kind = FactKind::Medication;
    draft.status = status;
    setTitle(draft, medication, medicationReference, narrative, u"MedicationDispense"_s);
    draft.start = whenHandedOver.isEmpty() ? whenPrepared : whenHandedOver;
    draft.category = category.label();
    // How much was handed out.
    draft.value = Quantity{quantity.value, quantity.comparator, {}, {}, {}}.label();
    draft.unit = quantity.unit.isEmpty() ? quantity.code : quantity.unit;
    draft.number = quantity.value.toDouble();
    // Nothing has been handed out yet.
    if (isOneOf(status, {"preparation"_L1, "in-progress"_L1, "on-hold"_L1}) && whenHandedOver.isEmpty())
        draft.flags |= FactFlag::Planned;
    applyAbsence(draft, medication);
    if (notDone || status == "cancelled"_L1) {
        negate(draft);
        replaceStatus(draft, u"declined"_s);
        // Nothing was handed out, and nothing will be.
        draft.value.clear();
        draft.unit.clear();
        draft.number.reset();
        draft.flags &= ~FactFlags(FactFlag::Planned);
    }
    addConcept(draft.body, dispenseType);
    addDosages(draft.body, dosages);
    addConcept(draft.body, statusReason);
    addText(draft.body, daysSupply.label());
    addReferences(draft.body, performers);
    applyTo(draft);
    return draft;
}

} // namespace Chartline::Clinical
