// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viewmodels/TimelineScale.h"

#include <QDate>

namespace Chartline::Ui {

// The time axis that all bars of the medications screen share.
class CourseAxis
{
public:
    // `first`: the earliest day to show; `today`: the last. At least two years are shown.
    void setRange(QDate first, QDate today);
    [[nodiscard]] bool isValid() const { return m_today.isValid(); }
    [[nodiscard]] QDate today() const { return m_today; }
    // Pixels from the left of a column of this width to the beginning of a day.
    [[nodiscard]] double x(QDate day, double width) const;
    [[nodiscard]] QList<TimelineTick> ticks(double width, const QLocale &locale) const;
    [[nodiscard]] double tickX(const TimelineTick &tick, double width) const;

private:
    [[nodiscard]] TimelineScale scale(double width) const;

    QDate m_first;
    QDate m_today;
};

} // namespace Chartline::Ui
