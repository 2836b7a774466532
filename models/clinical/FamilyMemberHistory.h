// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

struct FamilyCondition
{
    CodeableConcept code;
    CodeableConcept outcome;
    QString onset; // as age, range, period or words
    QString note;
    bool contributedToDeath = false;
    [[nodiscard]] QString label() const;
    bool operator==(const FamilyCondition &) const = default;
};

// An illness in the family.
struct FamilyMemberHistory : Common
{
    QString status;
    PartialDate date;
    CodeableConcept relationship;
    QString name;
    QString sex;
    QString born;
    QString deceased; // as date, age or yes
    CodeableConcept dataAbsentReason;
    QList<FamilyCondition> conditions;

    [[nodiscard]] FactDraft toFact() const;
    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("status", status);
        v("date", date);
        v("relationship", relationship);
        v("name", name);
        v("sex", sex);
        v("born", born);
        v("deceased", deceased);
        v("dataAbsentReason", dataAbsentReason);
        v("conditions", conditions);
        visitCommonTail(v);
    }
    bool operator==(const FamilyMemberHistory &) const = default;
};

} // namespace Chartline::Clinical
