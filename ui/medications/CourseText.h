// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/SafetyAlert.h"

#include <QCoreApplication>
#include <QLocale>

namespace Chartline::Ui {

// Words for one course of a drug, as the medications screen shows it.
class CourseText
{
    Q_DECLARE_TR_FUNCTIONS(Chartline::Ui::CourseText)

public:
    // The heading of the group: "Taken now", "Prescribed, never dispensed"…
    [[nodiscard]] static QString group(Safety::CourseState state);
    // "20 mg a day"; "as needed"; empty where no dose is told.
    [[nodiscard]] static QString dose(const Safety::DrugCourse &course, const QLocale &locale = QLocale());
    // "10 → 20 mg, 3 Mar 2024": each change, the newest first.
    [[nodiscard]] static QStringList doseChanges(const Safety::DrugCourse &course, const QLocale &locale = QLocale());
    // "since 14 Sep 2019", "3 Jan 2020 – 4 May 2024".
    [[nodiscard]] static QString period(const Safety::DrugCourse &course, const QLocale &locale = QLocale());
    // Of a course that is not certain: when a source last spoke of it; empty for others.
    [[nodiscard]] static QString confidence(const Safety::DrugCourse &course, const QLocale &locale = QLocale());
    // "City Practice: prescribed, active (2 Oct 2026)".
    [[nodiscard]] static QString witness(const Safety::CourseWitness &witness, const QLocale &locale = QLocale());
    // "Sources disagree: active at City Practice (2 Oct 2026), stopped at St. Mary (3 Oct 2026)"; empty without one.
    [[nodiscard]] static QString conflict(const Safety::DrugCourse &course, const QLocale &locale = QLocale());
    // "82 % of days covered"; empty where fills do not tell. PDC, the share of days covered, below 80 % is
    // commonly called non-adherence (Pharmacy Quality Alliance, Proportion of Days Covered measures).
    [[nodiscard]] static QString adherence(const Safety::DrugCourse &course);
    // "2 gaps, the longest 41 days"; empty without any.
    [[nodiscard]] static QString gaps(const Safety::DrugCourse &course);
    // Ingredients as the alerts name them, where they say more than the drug's own words; empty otherwise.
    [[nodiscard]] static QString ingredients(const Safety::SafetyReview &review, qsizetype course);
    // All of it in one text, for tooltips and screen readers.
    [[nodiscard]] static QString spoken(const Safety::SafetyReview &review, qsizetype course,
                                        const QLocale &locale = QLocale());

    static constexpr double adherent = 0.8; // share of days covered from which fills speak for adherence

private:
    [[nodiscard]] static QString kind(Safety::MentionKind kind);
    [[nodiscard]] static QString state(Safety::MentionState state);
};

} // namespace Chartline::Ui
