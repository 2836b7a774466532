// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "timeline/PersonRecord.h"

#include <QCoreApplication>

namespace Chartline::Ui {

// Puts the words of a negation or of not knowing in front of a title, by kind of fact: a drug that must not be given
// may never be read as one that is given. Titles whose own words say it already ("No known allergies") stay as they
// are; see FactDraft.h.
class AssertionText
{
    Q_DECLARE_TR_FUNCTIONS(Chartline::Ui::AssertionText)

public:
    // `status` is the source's own word; it tells "not taken" (said by a patient) from "do not give" (an order).
    [[nodiscard]] static QString title(FactKind kind, Assertion assertion, const QString &category,
                                       const QString &status, const QString &title);

private:
    // An order or plan that was given up; nobody forbade to do it.
    [[nodiscard]] static bool isWithdrawn(const QString &status);
    [[nodiscard]] static QString negated(FactKind kind, const QString &status, const QString &title);
    [[nodiscard]] static QString unknown(FactKind kind, const QString &title);
};

} // namespace Chartline::Ui
