// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// A warning in the chart.
struct Flag : Common
{
    QString status;
    QList<CodeableConcept> categories;
    CodeableConcept code;
    Period period;
    Reference author;

    [[nodiscard]] FactDraft toFact() const;
    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("status", status);
        v("categories", categories);
        v("code", code);
        v("period", period);
        v("author", author);
        visitCommonTail(v);
    }
    bool operator==(const Flag &) const = default;
};

} // namespace Chartline::Clinical
