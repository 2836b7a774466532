// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// A device the person uses or carries (R5 DeviceUsage).
struct DeviceUseStatement : Common
{
    QString status;
    Period timing;
    PartialDate recordedOn;
    Reference device;
    CodeableConcept deviceConcept;
    QList<CodeableConcept> reasons;
    CodeableConcept bodySite;

    [[nodiscard]] FactDraft toFact() const;
    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("status", status);
        v("timing", timing);
        v("recordedOn", recordedOn);
        v("device", device);
        v("deviceConcept", deviceConcept);
        v("reasons", reasons);
        v("bodySite", bodySite);
        visitCommonTail(v);
    }
    bool operator==(const DeviceUseStatement &) const = default;
};

} // namespace Chartline::Clinical
