// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// Something done to or for the person.
struct Procedure : Common
{
    QString status;
    CodeableConcept statusReason;
    bool notDone = false; // STU3 notDone, DSTU2 notPerformed, status not-done
    CodeableConcept category;
    CodeableConcept code;
    Period performed;
    QString performedText;
    PartialDate recorded; // R5
    QList<Reference> performers;
    Reference location;
    QList<CodeableConcept> reasons;
    QList<Reference> reasonReferences;
    QList<CodeableConcept> bodySites;
    CodeableConcept outcome;
    QList<CodeableConcept> complications;
    QList<CodeableConcept> followUps;
    QList<Reference> reports;

    [[nodiscard]] FactDraft toFact() const;
    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("status", status);
        v("statusReason", statusReason);
        v("notDone", notDone);
        v("category", category);
        v("code", code);
        v("performed", performed);
        v("performedText", performedText);
        v("recorded", recorded);
        v("performers", performers);
        v("location", location);
        v("reasons", reasons);
        v("reasonReferences", reasonReferences);
        v("bodySites", bodySites);
        v("outcome", outcome);
        v("complications", complications);
        v("followUps", followUps);
        v("reports", reports);
        visitCommonTail(v);
    }
    bool operator==(const Procedure &) const = default;
};

} // namespace Chartline::Clinical
