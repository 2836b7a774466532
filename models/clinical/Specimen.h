// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// A sample.
struct Specimen : Common
{
    QString status;
    CodeableConcept specimenType;
    QString accession;
    Period collected;
    PartialDate receivedTime;
    CodeableConcept bodySite;
    CodeableConcept method;
    Quantity quantity;

    [[nodiscard]] FactDraft toFact() const;
    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("status", status);
        v("specimenType", specimenType);
        v("accession", accession);
        v("collected", collected);
        v("receivedTime", receivedTime);
        v("bodySite", bodySite);
        v("method", method);
        v("quantity", quantity);
        visitCommonTail(v);
    }
    bool operator==(const Specimen &) const = default;
};

} // namespace Chartline::Clinical
