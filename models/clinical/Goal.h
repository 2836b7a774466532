// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// What is aimed at.
struct Goal : Common
{
    QString lifecycleStatus;
    CodeableConcept achievementStatus;
    CodeableConcept statusReason;
    QList<CodeableConcept> categories;
    QString priority;
    CodeableConcept description;
    PartialDate start;
    PartialDate statusDate;
    QList<QString> targets; // measure, detail and due date in words
    QList<CodeableConcept> outcome;
    QList<Reference> addresses;

    [[nodiscard]] FactDraft toFact() const;
    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("lifecycleStatus", lifecycleStatus);
        v("achievementStatus", achievementStatus);
        v("statusReason", statusReason);
        v("categories", categories);
        v("priority", priority);
        v("description", description);
        v("start", start);
        v("statusDate", statusDate);
        v("targets", targets);
        v("outcome", outcome);
        v("addresses", addresses);
        visitCommonTail(v);
    }
    bool operator==(const Goal &) const = default;
};

} // namespace Chartline::Clinical
