// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// Insurance.
struct Coverage : Common
{
    QString status;
    CodeableConcept coverageType;
    QString subscriberId;
    CodeableConcept relationship;
    Period period;
    QList<Reference> payors;
    QString plan;

    [[nodiscard]] FactDraft toFact() const;
    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("status", status);
        v("coverageType", coverageType);
        v("subscriberId", subscriberId);
        v("relationship", relationship);
        v("period", period);
        v("payors", payors);
        v("plan", plan);
        visitCommonTail(v);
    }
    bool operator==(const Coverage &) const = default;
};

} // namespace Chartline::Clinical
