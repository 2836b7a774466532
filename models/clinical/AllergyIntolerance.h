// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

struct AllergyReaction
{
    CodeableConcept substance;
    QList<CodeableConcept> manifestations;
    QString description;
    QString severity; // mild, moderate, severe
    PartialDate onset;
    CodeableConcept exposureRoute;
    [[nodiscard]] QString label() const;
    // What happened and how bad it was, in one short line.
    [[nodiscard]] QString summary() const;
    bool operator==(const AllergyReaction &) const = default;
};

// An allergy or intolerance, or the statement that there is none known.
struct AllergyIntolerance : Common
{
    QString clinicalStatus;
    QString verificationStatus;
    QString allergyType; // allergy or intolerance
    QList<QString> categories; // food, medication, environment, biologic
    QString criticality; // low, high, unable-to-assess
    CodeableConcept code;
    Period onset;
    QString onsetText;
    PartialDate recordedDate;
    Reference recorder;
    Reference asserter;
    PartialDate lastOccurrence;
    QList<AllergyReaction> reactions;

    [[nodiscard]] FactDraft toFact() const;
    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("clinicalStatus", clinicalStatus);
        v("verificationStatus", verificationStatus);
        v("allergyType", allergyType);
        v("categories", categories);
        v("criticality", criticality);
        v("code", code);
        v("onset", onset);
        v("onsetText", onsetText);
        v("recordedDate", recordedDate);
        v("recorder", recorder);
        v("asserter", asserter);
        v("lastOccurrence", lastOccurrence);
        v("reactions", reactions);
        visitCommonTail(v);
    }
    bool operator==(const AllergyIntolerance &) const = default;
};

} // namespace Chartline::Clinical
