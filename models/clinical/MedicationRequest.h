// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// An order or prescription (DSTU2 MedicationOrder, STU3 MedicationRequest).
struct MedicationRequest : Common
{
    QString status;
    CodeableConcept statusReason;
    QString intent;
    QList<CodeableConcept> categories;
    QString priority;
    bool doNotPerform = false; // true: an order NOT to give it
    CodeableConcept medication; // what it is: by code, by text, or taken from a contained Medication
    Reference medicationReference; // where the medication is a resource of its own
    PartialDate authoredOn;
    Reference requester;
    QList<CodeableConcept> reasons;
    QList<Reference> reasonReferences;
    QList<Dosage> dosages;
    Period validity; // dispenseRequest.validityPeriod
    QString refills;
    Quantity dispenseQuantity;
    Quantity daysSupply; // expectedSupplyDuration
    CodeableConcept courseOfTherapy;
    Reference priorPrescription;
    PartialDate dateEnded; // DSTU2 dateEnded

    [[nodiscard]] FactDraft toFact() const;
    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("status", status);
        v("statusReason", statusReason);
        v("intent", intent);
        v("categories", categories);
        v("priority", priority);
        v("doNotPerform", doNotPerform);
        v("medication", medication);
        v("medicationReference", medicationReference);
        v("authoredOn", authoredOn);
        v("requester", requester);
        v("reasons", reasons);
        v("reasonReferences", reasonReferences);
        v("dosages", dosages);
        v("validity", validity);
        v("refills", refills);
        v("dispenseQuantity", dispenseQuantity);
        v("daysSupply", daysSupply);
        v("courseOfTherapy", courseOfTherapy);
        v("priorPrescription", priorPrescription);
        v("dateEnded", dateEnded);
        visitCommonTail(v);
    }
    bool operator==(const MedicationRequest &) const = default;
};

} // namespace Chartline::Clinical
