// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// A permission or its refusal.
struct Consent : Common
{
    QString status;
    CodeableConcept scope;
    QList<CodeableConcept> categories;
    PartialDate dateTime;
    QList<Reference> organizations;
    QString decision; // permit, deny or the policy rule in words
    Period period;
    QList<QString> provisions;
    Attachment source;

    [[nodiscard]] FactDraft toFact() const;
    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("status", status);
        v("scope", scope);
        v("categories", categories);
        v("dateTime", dateTime);
        v("organizations", organizations);
        v("decision", decision);
        v("period", period);
        v("provisions", provisions);
        v("source", source);
        visitCommonTail(v);
    }
    bool operator==(const Consent &) const = default;
};

} // namespace Chartline::Clinical
