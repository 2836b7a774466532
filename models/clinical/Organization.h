// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// A practice, hospital, insurer. Not a fact by itself.
struct Organization : Common
{
    QString name;
    QList<CodeableConcept> types;
    QList<ContactPoint> telecom;
    QList<Address> addresses;

    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("name", name);
        v("types", types);
        v("telecom", telecom);
        v("addresses", addresses);
        visitCommonTail(v);
    }
    bool operator==(const Organization &) const = default;
};

} // namespace Chartline::Clinical
