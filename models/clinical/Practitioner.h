// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// A person who treats. Not a fact by itself.
struct Practitioner : Common
{
    bool active = true;
    QList<HumanName> names;
    QList<CodeableConcept> qualifications;
    QList<ContactPoint> telecom;

    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("active", active);
        v("names", names);
        v("qualifications", qualifications);
        v("telecom", telecom);
        visitCommonTail(v);
    }
    bool operator==(const Practitioner &) const = default;
};

} // namespace Chartline::Clinical
