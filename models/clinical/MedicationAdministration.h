// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// A dose given, or not given.
struct MedicationAdministration : Common
{
    QString status;
    QList<CodeableConcept> statusReasons;
    CodeableConcept category;
    CodeableConcept medication; // what it is: by code, by text, or taken from a contained Medication
    Reference medicationReference; // where the medication is a resource of its own
    Period effective;
    QList<Reference> performers;
    QList<CodeableConcept> reasons;
    Reference request;
    Dosage dosage;
    bool notGiven = false; // DSTU2 wasNotGiven, STU3 notGiven, status not-done
    QList<CodeableConcept> reasonsNotGiven;

    [[nodiscard]] FactDraft toFact() const;
    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("status", status);
        v("statusReasons", statusReasons);
        v("category", category);
        v("medication", medication);
        v("medicationReference", medicationReference);
        v("effective", effective);
        v("performers", performers);
        v("reasons", reasons);
        v("request", request);
        v("dosage", dosage);
        v("notGiven", notGiven);
        v("reasonsNotGiven", reasonsNotGiven);
        visitCommonTail(v);
    }
    bool operator==(const MedicationAdministration &) const = default;
};

} // namespace Chartline::Clinical
