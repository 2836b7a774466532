// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QRegularExpression>
#include <QString>

namespace Chartline::Safety {

// How lines on prescriptions are written (English, Latin abbreviations). All but the replacements are matched against
// what these have made of a line: lower case, digits for numbers in words.
struct SigPatterns
{
    struct Replacement
    {
        QRegularExpression pattern;
        QString by;
    };
    struct Frequency
    {
        QRegularExpression pattern;
        double perDay = 0;
    };

    SigPatterns();

    QList<Replacement> replacements;
    QRegularExpression inSteps; // more than one dose, or one that changes
    QRegularExpression asNeeded;
    QRegularExpression once;
    QRegularExpression anyFrequency; // some word of how often, even if it cannot be reckoned with
    QRegularExpression everyRange; // "every 4 to 6 hours"
    QRegularExpression timesRange; // "2-3 times"
    QRegularExpression strayTimes; // "2x", left when all frequencies are taken away
    QRegularExpression every; // 1: number, 2: unit
    QRegularExpression morningAndNight;
    QList<Frequency> frequencies; // in their order: each takes its words away from those after it
    QList<Frequency> loneFrequencies; // "daily", where none of the others stands
    QRegularExpression piecesRange;
    QRegularExpression pieces; // 1: number
    QRegularExpression bareNumber; // "take 1 daily"; 1: number
    QRegularExpression massRange;
    QRegularExpression mass; // 1: number, 2: unit, 3: per what
    QRegularExpression daysRange;
    QRegularExpression forDays; // 1: number, 2: unit
    QRegularExpression dayCourse; // "10 day course"; 1: number, 2: unit
};

// Made once; safe from several threads.
[[nodiscard]] const SigPatterns &sigPatterns();

} // namespace Chartline::Safety
