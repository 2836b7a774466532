// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/SafetyAlert.h"

#include <QCoreApplication>
#include <QLocale>

namespace Chartline::Ui {

// Words for a whole review. They always say how much was checked and what was not: that nothing was found is never
// said alone.
class AlertSummary
{
    Q_DECLARE_TR_FUNCTIONS(Chartline::Ui::AlertSummary)

public:
    // Alerts that are shown and ask to act, now or soon.
    [[nodiscard]] static int toActOn(const Safety::SafetyReview &review);
    // "3 to act on · 6 drugs checked, 1 not checked", "Nothing found among 6 drugs checked · 1 not checked: “…”".
    [[nodiscard]] static QString header(const Safety::SafetyReview &review);
    // "Act now: 1 · Act: 2"; empty where there is no alert in sight.
    [[nodiscard]] static QString tiers(const Safety::SafetyReview &review);
    // "3 to act on", "1 not checked": what may not be overlooked, in the fewest words; empty where there is nothing.
    [[nodiscard]] static QString banner(const Safety::SafetyReview &review);
    // header() for a drug that is tried: `alerts` are those it is part of.
    [[nodiscard]] static QString prospective(const QList<Safety::SafetyAlert> &alerts,
                                             const Safety::SafetyReview &review);
    // What keeps the knowledge base from being trusted fully; empty where nothing does.
    [[nodiscard]] static QString knowledgeWarning(const Safety::SafetyReview &review,
                                                  const QLocale &locale = QLocale());
    // Where nothing is said of allergies; empty otherwise.
    [[nodiscard]] static QString allergyWarning(const Safety::SafetyReview &review);

    // "Not checked: “herbal sleep mix”".
    [[nodiscard]] static QString notCheckedTitle(const Safety::NotChecked &entry);
    // "No ingredient recognised. Treat as unknown."
    [[nodiscard]] static QString notCheckedReason(const Safety::NotChecked &entry);
    // "1 not checked: “herbal sleep mix”"; empty where all was checked. Long lists are cut, with the number left out.
    [[nodiscard]] static QString notChecked(const Safety::SafetyReview &review);

private:
    [[nodiscard]] static QString nothingChecked(const Safety::SafetyReview &review);
    [[nodiscard]] static QString found(const QList<Safety::SafetyAlert> &alerts);
};

} // namespace Chartline::Ui
