// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// One section, in document order; `depth` is 0 for the top ones.
struct Section
{
    QString title;
    CodeableConcept code;
    QString narrative; // plain text of the XHTML, scripts and styles left out
    CodeableConcept emptyReason;
    QList<Reference> entries;
    int depth = 0;
    [[nodiscard]] QString label() const;
    bool operator==(const Section &) const = default;
};

// A document: its order and narrative.
struct Composition : Common
{
    QString status;
    CodeableConcept docType;
    QList<CodeableConcept> categories;
    PartialDate date;
    QList<Reference> authors;
    Reference custodian;
    QString title;
    QString confidentiality;
    QList<Section> sections;

    [[nodiscard]] FactDraft toFact() const;
    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("status", status);
        v("docType", docType);
        v("categories", categories);
        v("date", date);
        v("authors", authors);
        v("custodian", custodian);
        v("title", title);
        v("confidentiality", confidentiality);
        v("sections", sections);
        visitCommonTail(v);
    }
    bool operator==(const Composition &) const = default;
};

} // namespace Chartline::Clinical
