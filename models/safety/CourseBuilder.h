// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/ClaimSupport.h"

namespace Chartline::Safety {

// Makes one course of the mentions of one drug. Used by coursesOf(), which groups and sorts them.
class CourseBuilder
{
public:
    // `mentions`: sorted by everything they say, so that their first order does not matter. `otherFills`: days on which
    // any source handed out another drug, ascending. Both outlive the builder.
    CourseBuilder(const QList<const DrugMention *> &mentions, const QList<QDate> &otherFills, QDate at,
                  const ExposureRules &rules);
    [[nodiscard]] DrugCourse build();

private:
    // A claimed stretch of days, and how many days without any may follow it unnoticed.
    struct Stretch
    {
        DaySpan span;
        int tolerance = 0;
    };

    void makeClaims();
    void makeSupplyLine();
    [[nodiscard]] bool isNeverDispensed() const;
    [[nodiscard]] bool isConflict() const;
    [[nodiscard]] CourseState stateWithoutSupport() const;
    [[nodiscard]] bool isStartUnknown(const DrugCourse &course) const;
    [[nodiscard]] bool isEndGuessed(const DrugCourse &course) const;
    [[nodiscard]] QDate firstPlan() const;
    [[nodiscard]] bool isSupported(const DrugClaim &claim) const;
    void addStretches(const DrugClaim &claim, QList<Stretch> &list) const;
    void addRequestStretches(const DrugClaim &claim, QList<Stretch> &list) const;
    [[nodiscard]] QList<Stretch> stretches() const;
    void fillSpans(DrugCourse &course) const;
    [[nodiscard]] QList<qint64> factsBehind(const DrugCourse &course) const;
    [[nodiscard]] QList<qint64> factsOfEnd(const DrugCourse &course) const;

    const QList<const DrugMention *> &m_all;
    const QList<QDate> &m_otherFills;
    QDate m_at;
    const ExposureRules &m_rules;
    QList<const DrugMention *> m_known; // said by the date asked for
    CourseGround m_ground;
    QList<Support> m_supports;
};

} // namespace Chartline::Safety
