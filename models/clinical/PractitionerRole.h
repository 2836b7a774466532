// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// What a practitioner does where. Not a fact by itself.
struct PractitionerRole : Common
{
    Reference practitioner;
    Reference organization;
    QList<CodeableConcept> codes;
    QList<CodeableConcept> specialties;

    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("practitioner", practitioner);
        v("organization", organization);
        v("codes", codes);
        v("specialties", specialties);
        visitCommonTail(v);
    }
    bool operator==(const PractitionerRole &) const = default;
};

} // namespace Chartline::Clinical
