// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/matching/Matcher.h"

#include <QCoreApplication>

namespace Chartline::Ui {

// Words for how two records of people compare, for the review screen and the command line.
class MatchText
{
    Q_DECLARE_TR_FUNCTIONS(Chartline::Ui::MatchText)

public:
    [[nodiscard]] static QString field(Matching::Field field); // "Given name"
    [[nodiscard]] static QString level(Matching::Level level); // "Short form", "Day and month swapped"
    // "+6.2", "−3.1": bits of evidence for one person (+) or two (−).
    [[nodiscard]] static QString weight(double bits);
    // "Very likely one person (weight 21.4)", in steps of the probability.
    [[nodiscard]] static QString summary(const Matching::MatchScore &score);
    // A sentence for each reason why a person has to look, whatever the weight.
    [[nodiscard]] static QStringList vetoes(Matching::Vetoes vetoes);
    // What each side says in a field, in the source's words: "Jonathan", "14 Elm St, Springfield".
    [[nodiscard]] static QString value(Matching::Field field, const Matching::PersonData &data);

    // Stable English names, for `--json`.
    [[nodiscard]] static QString fieldName(Matching::Field field);
    [[nodiscard]] static QString levelName(Matching::Level level);
    [[nodiscard]] static QStringList vetoNames(Matching::Vetoes vetoes);
};

} // namespace Chartline::Ui
