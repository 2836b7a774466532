// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// A plan of care.
struct CarePlan : Common
{
    QString status;
    QString intent;
    QList<CodeableConcept> categories;
    QString title;
    QString description;
    Period period;
    PartialDate created;
    Reference author;
    QList<Reference> addresses;
    QList<Reference> goals;
    QList<QString> activities; // each planned activity in words, with its status

    [[nodiscard]] FactDraft toFact() const;
    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("status", status);
        v("intent", intent);
        v("categories", categories);
        v("title", title);
        v("description", description);
        v("period", period);
        v("created", created);
        v("author", author);
        v("addresses", addresses);
        v("goals", goals);
        v("activities", activities);
        visitCommonTail(v);
    }
    bool operator==(const CarePlan &) const = default;
};

} // namespace Chartline::Clinical
