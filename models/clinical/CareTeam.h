// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// Who looks after the person.
struct CareTeam : Common
{
    QString status;
    QList<CodeableConcept> categories;
    QString name;
    Period period;
    QList<QString> participants; // "role: name"
    QList<Reference> participantReferences;

    [[nodiscard]] FactDraft toFact() const;
    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("status", status);
        v("categories", categories);
        v("name", name);
        v("period", period);
        v("participants", participants);
        v("participantReferences", participantReferences);
        visitCommonTail(v);
    }
    bool operator==(const CareTeam &) const = default;
};

} // namespace Chartline::Clinical
