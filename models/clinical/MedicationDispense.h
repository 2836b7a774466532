// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// A supply handed out.
struct MedicationDispense : Common
{
    QString status;
    CodeableConcept statusReason;
    CodeableConcept category;
    CodeableConcept medication; // what it is: by code, by text, or taken from a contained Medication
    Reference medicationReference; // where the medication is a resource of its own
    QList<Reference> performers;
    QList<Reference> authorizingPrescriptions;
    CodeableConcept dispenseType;
    Quantity quantity;
    Quantity daysSupply;
    PartialDate whenPrepared;
    PartialDate whenHandedOver;
    QList<Dosage> dosages;
    bool notDone = false; // STU3 notDone, status declined

    [[nodiscard]] FactDraft toFact() const;
    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("status", status);
        v("statusReason", statusReason);
        v("category", category);
        v("medication", medication);
        v("medicationReference", medicationReference);
        v("performers", performers);
        v("authorizingPrescriptions", authorizingPrescriptions);
        v("dispenseType", dispenseType);
        v("quantity", quantity);
        v("daysSupply", daysSupply);
        v("whenPrepared", whenPrepared);
        v("whenHandedOver", whenHandedOver);
        v("dosages", dosages);
        v("notDone", notDone);
        visitCommonTail(v);
    }
    bool operator==(const MedicationDispense &) const = default;
};

} // namespace Chartline::Clinical
