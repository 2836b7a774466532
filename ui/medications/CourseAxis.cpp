// SPDX-License-Identifier: Apache-2.0
#include "medications/CourseAxis.h"

#include <QDateTime>

#include <algorithm>

namespace Chartline::Ui {

namespace {

constexpr qint64 s_day = 86'400'000; // milliseconds

qint64 wall(QDate day)
{
    return QDate(1970, 1, 1).daysTo(day) * s_day;
}

} // namespace

void CourseAxis::setRange(QDate first, QDate today)
{
    m_today = today;
    m_first = std::min(first.isValid() ? first : today, today.addYears(-2));
}

TimelineScale CourseAxis::scale(double width) const
{
    TimelineScale scale;
    const qint64 length = wall(m_today) - wall(m_first);
    scale.setBounds(wall(m_first), wall(m_today));
    scale.setWidth(std::max(width, 1.0));
    // A little room on both sides: the first bar's beginning and what is open beyond today.
    scale.show(wall(m_first) - length / 60, wall(m_today) + length / 25);
    return scale;
}

double CourseAxis::x(QDate day, double width) const
{
    return scale(width).x(wall(day));
}

QList<TimelineTick> CourseAxis::ticks(double width, const QLocale &locale) const
{
    return TimelineTicks::of(scale(width), 46, locale);
}

double CourseAxis::tickX(const TimelineTick &tick, double width) const
{
    return scale(width).x(tick.ms);
}

} // namespace Chartline::Ui
