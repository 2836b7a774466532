// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// A contact: visit, stay, call.
struct Encounter : Common
{
    QString status;
    CodeableConcept encounterClass;
    QList<CodeableConcept> types;
    CodeableConcept serviceType;
    Period period;
    Period plannedPeriod; // R5: when it was meant to be
    QList<Reference> participants;
    QList<CodeableConcept> reasons;
    QList<Reference> diagnoses;
    QList<Reference> locations;
    Reference serviceProvider;
    CodeableConcept dischargeDisposition;
    QString length;

    [[nodiscard]] FactDraft toFact() const;
    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("status", status);
        v("encounterClass", encounterClass);
        v("types", types);
        v("serviceType", serviceType);
        v("period", period);
        v("plannedPeriod", plannedPeriod);
        v("participants", participants);
        v("reasons", reasons);
        v("diagnoses", diagnoses);
        v("locations", locations);
        v("serviceProvider", serviceProvider);
        v("dischargeDisposition", dischargeDisposition);
        v("length", length);
        visitCommonTail(v);
    }
    bool operator==(const Encounter &) const = default;
};

} // namespace Chartline::Clinical
