// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// A document held somewhere, or inline.
struct DocumentReference : Common
{
    QString status;
    QString docStatus;
    CodeableConcept docType;
    QList<CodeableConcept> categories;
    PartialDate date;
    QList<Reference> authors;
    Reference authenticator;
    Reference custodian;
    QString description;
    QList<CodeableConcept> securityLabels;
    QList<Attachment> attachments;
    Period servicePeriod;
    QList<Reference> contextRelated;

    [[nodiscard]] FactDraft toFact() const;
    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("status", status);
        v("docStatus", docStatus);
        v("docType", docType);
        v("categories", categories);
        v("date", date);
        v("authors", authors);
        v("authenticator", authenticator);
        v("custodian", custodian);
        v("description", description);
        v("securityLabels", securityLabels);
        v("attachments", attachments);
        v("servicePeriod", servicePeriod);
        v("contextRelated", contextRelated);
        visitCommonTail(v);
    }
    bool operator==(const DocumentReference &) const = default;
};

} // namespace Chartline::Clinical
