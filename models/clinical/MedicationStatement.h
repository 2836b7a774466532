// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// What is said to be taken, by whoever says it (R5 MedicationStatement too).
struct MedicationStatement : Common
{
    QString status;
    QList<CodeableConcept> statusReasons;
    QList<CodeableConcept> categories;
    CodeableConcept medication; // what it is: by code, by text, or taken from a contained Medication
    Reference medicationReference; // where the medication is a resource of its own
    Period effective;
    PartialDate dateAsserted;
    Reference informationSource;
    QString taken; // STU3: y, n, unk, na; R5: adherence code
    bool notTaken = false; // DSTU2 wasNotTaken, STU3 taken = n, status not-taken
    QList<CodeableConcept> reasonsNotTaken;
    QList<CodeableConcept> reasons;
    QList<Reference> reasonReferences;
    QList<Dosage> dosages;

    [[nodiscard]] FactDraft toFact() const;
    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("status", status);
        v("statusReasons", statusReasons);
        v("categories", categories);
        v("medication", medication);
        v("medicationReference", medicationReference);
        v("effective", effective);
        v("dateAsserted", dateAsserted);
        v("informationSource", informationSource);
        v("taken", taken);
        v("notTaken", notTaken);
        v("reasonsNotTaken", reasonsNotTaken);
        v("reasons", reasons);
        v("reasonReferences", reasonReferences);
        v("dosages", dosages);
        visitCommonTail(v);
    }
    bool operator==(const MedicationStatement &) const = default;
};

} // namespace Chartline::Clinical
