// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/MeasureSet.h"
#include "measure/FollowUpMath.h"
#include "timeline/ImagingQueries.h"

namespace Chartline::Ui {

// The size of a finding in one study.
struct FindingSize
{
    QString study;
    PartialDate date;
    QString measurement; // uid
    double mm = 0; // what is followed: the longest diameter, of a lymph node its short axis
    std::optional<double> longAxis;
    std::optional<double> shortAxis;
    QString author;
    bool operator==(const FindingSize &) const = default;
};

// A finding through the studies, by date; from the last but one to the last study.
struct FollowedFinding
{
    StoredFinding finding;
    QList<FindingSize> sizes;
    int without = 0; // measurements of it that have no diameter in mm, or whose study has no date
    std::optional<double> percent; // change of mm
    std::optional<qint64> days;
    std::optional<double> doublingDays; // of the volume, see below
};

// Of all findings that count, by date.
struct FollowedSums
{
    QList<PartialDate> dates;
    QList<Imaging::FollowUp::Sum> sums;
    int findings = 0;
};

// Pure. A study counts once for each finding: by its largest measurement. Volumes are those of ellipsoids where both
// studies have both axes, else of spheres with the diameter.
namespace Follow {

[[nodiscard]] QList<FollowedFinding> findings(const QList<MeasureItem> &items, const QList<StoredFinding> &findings,
                                              const QList<StudyInfo> &studies);
[[nodiscard]] FollowedSums sums(const QList<FollowedFinding> &findings);
// Whole days; nothing where one is not exact to the day.
[[nodiscard]] std::optional<qint64> daysBetween(const PartialDate &from, const PartialDate &to);

} // namespace Follow

} // namespace Chartline::Ui
