// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// A vaccination given, or not given.
struct Immunization : Common
{
    QString status;
    CodeableConcept statusReason;
    bool notGiven = false; // DSTU2 wasNotGiven, STU3 notGiven, status not-done
    CodeableConcept vaccine;
    PartialDate occurrence;
    QString occurrenceText;
    PartialDate recorded;
    QString lotNumber;
    PartialDate expirationDate;
    QString manufacturer;
    CodeableConcept site;
    CodeableConcept route;
    Quantity dose;
    QList<Reference> performers;
    Reference location;
    QList<CodeableConcept> targetDiseases;
    QString doseNumber;
    QString series;
    QList<CodeableConcept> reasons;
    QList<QString> reactions;
    bool primarySource = true;
    bool subpotent = false; // R4 on: the dose was less than it should be, so it may not protect
    QList<CodeableConcept> subpotentReasons;

    [[nodiscard]] FactDraft toFact() const;
    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("status", status);
        v("statusReason", statusReason);
        v("notGiven", notGiven);
        v("vaccine", vaccine);
        v("occurrence", occurrence);
        v("occurrenceText", occurrenceText);
        v("recorded", recorded);
        v("lotNumber", lotNumber);
        v("expirationDate", expirationDate);
        v("manufacturer", manufacturer);
        v("site", site);
        v("route", route);
        v("dose", dose);
        v("performers", performers);
        v("location", location);
        v("targetDiseases", targetDiseases);
        v("doseNumber", doseNumber);
        v("series", series);
        v("reasons", reasons);
        v("reactions", reactions);
        v("primarySource", primarySource);
        v("subpotent", subpotent);
        v("subpotentReasons", subpotentReasons);
        visitCommonTail(v);
    }
    bool operator==(const Immunization &) const = default;
};

} // namespace Chartline::Clinical
