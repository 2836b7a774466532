// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// A report of a laboratory, imaging or pathology service.
struct DiagnosticReport : Common
{
    QString status;
    QList<CodeableConcept> categories;
    CodeableConcept code;
    Period effective;
    PartialDate issued;
    QList<Reference> performers;
    QList<Reference> results;
    QList<Reference> specimens;
    QList<Reference> imagingStudies;
    QString conclusion;
    QList<CodeableConcept> conclusionCodes;
    QList<Attachment> presentedForms;

    [[nodiscard]] FactDraft toFact() const;
    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("status", status);
        v("categories", categories);
        v("code", code);
        v("effective", effective);
        v("issued", issued);
        v("performers", performers);
        v("results", results);
        v("specimens", specimens);
        v("imagingStudies", imagingStudies);
        v("conclusion", conclusion);
        v("conclusionCodes", conclusionCodes);
        v("presentedForms", presentedForms);
        visitCommonTail(v);
    }
    bool operator==(const DiagnosticReport &) const = default;
};

} // namespace Chartline::Clinical
