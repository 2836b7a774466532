// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// A problem, diagnosis or concern.
struct Condition : Common
{
    QString clinicalStatus;
    QString verificationStatus;
    QList<CodeableConcept> categories;
    CodeableConcept severity;
    CodeableConcept code;
    QList<CodeableConcept> bodySites;
    Period onset; // start = onset (date, or the first of a period), end = abatement
    QString onsetText; // onset as age, range or words
    QString abatementText;
    bool abated = false; // abatement given as a bare true
    PartialDate recordedDate;
    Reference recorder;
    Reference asserter;
    QList<CodeableConcept> stages;
    QList<CodeableConcept> evidence;

    [[nodiscard]] FactDraft toFact() const;
    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("clinicalStatus", clinicalStatus);
        v("verificationStatus", verificationStatus);
        v("categories", categories);
        v("severity", severity);
        v("code", code);
        v("bodySites", bodySites);
        v("onset", onset);
        v("onsetText", onsetText);
        v("abatementText", abatementText);
        v("abated", abated);
        v("recordedDate", recordedDate);
        v("recorder", recorder);
        v("asserter", asserter);
        v("stages", stages);
        v("evidence", evidence);
        visitCommonTail(v);
    }
    bool operator==(const Condition &) const = default;
};

} // namespace Chartline::Clinical
