// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// Who said it and when, about other records. Not a fact by itself.
struct Provenance : Common
{
    QList<Reference> targets;
    Period occurred;
    PartialDate recorded;
    CodeableConcept activity;
    QList<QString> agents; // "role: name"
    QList<Reference> agentReferences;

    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("targets", targets);
        v("occurred", occurred);
        v("recorded", recorded);
        v("activity", activity);
        v("agents", agents);
        v("agentReferences", agentReferences);
        visitCommonTail(v);
    }
    bool operator==(const Provenance &) const = default;
};

} // namespace Chartline::Clinical
