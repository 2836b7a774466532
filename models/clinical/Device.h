// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// A thing: implant, meter, bed.
struct Device : Common
{
    QString status;
    CodeableConcept deviceType;
    QString name;
    QString manufacturer;
    QString model;
    QString serialNumber;
    QString lotNumber;
    QString udi;
    PartialDate manufactureDate;
    PartialDate expirationDate;

    [[nodiscard]] FactDraft toFact() const;
    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("status", status);
        v("deviceType", deviceType);
        v("name", name);
        v("manufacturer", manufacturer);
        v("model", model);
        v("serialNumber", serialNumber);
        v("lotNumber", lotNumber);
        v("udi", udi);
        v("manufactureDate", manufactureDate);
        v("expirationDate", expirationDate);
        visitCommonTail(v);
    }
    bool operator==(const Device &) const = default;
};

} // namespace Chartline::Clinical
