// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// An order for a service: referral, laboratory order, imaging order (STU3/DSTU2 ReferralRequest, ProcedureRequest,
// DiagnosticOrder/DiagnosticRequest).
struct ServiceRequest : Common
{
    QString status;
    QString intent;
    QList<CodeableConcept> categories;
    QString priority;
    bool doNotPerform = false;
    CodeableConcept code;
    Period occurrence;
    PartialDate authoredOn;
    Reference requester;
    QList<Reference> performers;
    QList<CodeableConcept> reasons;
    QList<Reference> reasonReferences;
    QList<CodeableConcept> bodySites;
    QString patientInstruction;

    [[nodiscard]] FactDraft toFact() const;
    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("status", status);
        v("intent", intent);
        v("categories", categories);
        v("priority", priority);
        v("doNotPerform", doNotPerform);
        v("code", code);
        v("occurrence", occurrence);
        v("authoredOn", authoredOn);
        v("requester", requester);
        v("performers", performers);
        v("reasons", reasons);
        v("reasonReferences", reasonReferences);
        v("bodySites", bodySites);
        v("patientInstruction", patientInstruction);
        visitCommonTail(v);
    }
    bool operator==(const ServiceRequest &) const = default;
};

} // namespace Chartline::Clinical
