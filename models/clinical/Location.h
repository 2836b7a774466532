// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// A place. Not a fact by itself.
struct Location : Common
{
    QString name;
    QString description;
    QList<CodeableConcept> types;
    Address address;
    Reference managingOrganization;

    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("name", name);
        v("description", description);
        v("types", types);
        v("address", address);
        v("managingOrganization", managingOrganization);
        visitCommonTail(v);
    }
    bool operator==(const Location &) const = default;
};

} // namespace Chartline::Clinical
