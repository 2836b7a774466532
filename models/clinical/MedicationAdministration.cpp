// SPDX-License-Identifier: Apache-2.0
#include "clinical/MedicationAdministration.h"

#include "clinical/FactStatus.h"
#include "clinical/FactText.h"

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

FactDraft MedicationAdministration::toFact() const
{
    FactDraft draft;
    draft.kind = FactKind::Medication;
    draft.status = status;
    setTitle(draft, medication, medicationReference, narrative, u"MedicationAdministration"_s);
    draft.start = effective.start;
    draft.end = effective.end;
    draft.category = category.label();
    // The dose that was given.
    draft.value = Quantity{dosage.dose.value, dosage.dose.comparator, {}, {}, {}}.label();
    draft.unit = dosage.dose.unit.isEmpty() ? dosage.dose.code : dosage.dose.unit;
    draft.number = dosage.dose.value.toDouble();
    markOngoing(draft, status == "in-progress"_L1 && !notGiven);
    applyAbsence(draft, medication);
    if (notGiven) {
        negate(draft);
        replaceStatus(draft, u"not-done"_s);
    }
    addDosages(draft.body, {dosage});
    addConcepts(draft.body, reasons);
    addConcepts(draft.body, statusReasons);
    addConcepts(draft.body, reasonsNotGiven);
    addReferences(draft.body, performers);
    applyTo(draft);
    return draft;
}

} // namespace Chartline::Clinical
