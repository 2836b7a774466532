// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/TimelineScale.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace Chartline::Ui {

namespace {

constexpr double s_day = 86'400'000.0;
// The closest look: a quarter of a minute a pixel, so that facts a minute apart can be told apart.
constexpr double s_leastPerPixel = 15'000.0;

qint64 offsetMs(const PartialDate &date)
{
    return qint64(date.utcOffsetMinutes().value_or(0)) * 60'000;
}

enum class Unit { Year, Month, Day, Minute };

struct Step
{
    Unit unit;
    int count;
    double milliseconds;
};

constexpr Step s_steps[]{
    {Unit::Minute, 1, 60'000.0},
    {Unit::Minute, 5, 300'000.0},
    {Unit::Minute, 15, 900'000.0},
    {Unit::Minute, 60, 3'600'000.0},
    {Unit::Minute, 180, 10'800'000.0},
    {Unit::Minute, 360, 21'600'000.0},
    {Unit::Day, 1, s_day},
    {Unit::Day, 7, 7 * s_day},
    {Unit::Month, 1, 30.4 * s_day},
    {Unit::Month, 3, 91.3 * s_day},
    {Unit::Year, 1, 365.2 * s_day},
    {Unit::Year, 2, 730.5 * s_day},
    {Unit::Year, 5, 1826.2 * s_day},
    {Unit::Year, 10, 3652.4 * s_day},
    {Unit::Year, 20, 7304.8 * s_day},
    {Unit::Year, 50, 18262.1 * s_day},
    {Unit::Year, 100, 36524.2 * s_day},
};

QDateTime utc(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::UTC);
}

qint64 msOf(QDate day)
{
    return day.startOfDay(QTimeZone::UTC).toMSecsSinceEpoch();
}

int floorTo(int value, int step)
{
    return value - ((value % step) + step) % step;
}

} // namespace

qint64 wallEarliest(const PartialDate &date)
{
    return date.isValid() ? date.earliest() + offsetMs(date) : Fact::noTime;
}

qint64 wallLatest(const PartialDate &date)
{
    return date.isValid() ? date.latest() + offsetMs(date) : Fact::noTime;
}

void TimelineScale::setBounds(qint64 fromMs, qint64 toMs)
{
    m_from = double(fromMs);
    m_to = std::max(double(toMs), m_from + s_day);
    clamp();
}

void TimelineScale::setWidth(double pixels)
{
    // The same span stays in view when the window changes its size.
    const double span = m_perPixel * m_width;
    m_width = std::max(1.0, pixels);
    m_perPixel = span / m_width;
    clamp();
}

double TimelineScale::mostPerPixel() const
{
    // Whole life with a margin; the right one leaves room for today's mark.
    return (m_to - m_from) * 1.06 / m_width;
}

void TimelineScale::showAll()
{
    m_perPixel = mostPerPixel();
    m_left = m_from - (m_to - m_from) * 0.02;
    clamp();
}

void TimelineScale::show(qint64 fromMs, qint64 toMs)
{
    const double span = std::max(double(toMs) - double(fromMs), 1.0);
    m_perPixel = std::clamp(span / m_width, s_leastPerPixel, std::max(s_leastPerPixel, mostPerPixel()));
    m_left = (double(fromMs) + double(toMs)) / 2 - m_perPixel * m_width / 2;
    clamp();
}

void TimelineScale::zoomAbout(double x, double factor)
{
    const double instant = m_left + x * m_perPixel;
    m_perPixel =
        std::clamp(m_perPixel / std::max(factor, 1e-6), s_leastPerPixel, std::max(s_leastPerPixel, mostPerPixel()));
    m_left = instant - x * m_perPixel;
    clamp();
}

void TimelineScale::pan(double pixels)
{
    m_left += pixels * m_perPixel;
    clamp();
}

void TimelineScale::reveal(qint64 fromMs, qint64 toMs)
{
    const double margin = std::min(m_width * 0.1, 60.0) * m_perPixel;
    const double span = m_perPixel * m_width;
    const double from = double(fromMs) - margin;
    const double to = double(toMs) + margin;
    if (from >= m_left && to <= m_left + span)
        return;
    // Longer than the view and already crossing it: nothing is gained by moving.
    if (double(fromMs) <= m_left && double(toMs) >= m_left + span)
        return;
    if (to - from > span || from < m_left)
        m_left = from;
    else
        m_left = to - span;
    clamp();
}

void TimelineScale::clamp()
{
    const double most = std::max(s_leastPerPixel, mostPerPixel());
    if (!(m_perPixel > 0) || m_perPixel > most)
        m_perPixel = most;
    const double span = m_perPixel * m_width;
    // Half a view beyond either end, so that an edge can be brought to the middle; the whole never more than its
    // margins.
    const double slack = span >= (m_to - m_from) ? (m_to - m_from) * 0.04 : span / 2;
    const double lowest = m_from - slack;
    const double highest = std::max(lowest, m_to + slack - span);
    m_left = std::clamp(m_left, lowest, highest);
}

QList<TimelineTick> TimelineTicks::of(const TimelineScale &scale, double minimumPixels, const QLocale &locale)
{
    const Step *step = std::end(s_steps) - 1;
    for (const Step &candidate : s_steps) {
        if (candidate.milliseconds / scale.millisecondsPerPixel() >= minimumPixels) {
            step = &candidate;
            break;
        }
    }
    QList<TimelineTick> ticks;
    const qint64 right = scale.right();
    const QDate first = utc(scale.left()).date();
    if (step->unit == Unit::Minute) {
        const qint64 size = qint64(step->count) * 60'000;
        for (qint64 at = (scale.left() / size) * size; at <= right; at += size) {
            const QDateTime moment = utc(at);
            const bool midnight = moment.time().msecsSinceStartOfDay() == 0;
            ticks.append(
                {at, locale.toString(moment, midnight ? tr("d MMM", "axis: day and month") : tr("HH:mm", "axis: time")),
                 midnight});
        }
        return ticks;
    }
    if (step->unit == Unit::Day) {
        QDate day = first;
        if (step->count == 7)
            day = day.addDays(1 - day.dayOfWeek());
        for (; msOf(day) <= right; day = day.addDays(step->count)) {
            const bool major = step->count == 7 ? day.day() <= 7 : day.day() == 1;
            const bool year = major && day.month() == 1;
            ticks.append({msOf(day),
                          locale.toString(day, year ? tr("d MMM yyyy", "axis: day, month, year")
                                                    : tr("d MMM", "axis: day and month")),
                          major});
        }
        return ticks;
    }
    if (step->unit == Unit::Month) {
        QDate day(first.year(), floorTo(first.month() - 1, step->count) + 1, 1);
        for (; msOf(day) <= right; day = day.addMonths(step->count)) {
            const bool january = day.month() == 1;
            ticks.append({msOf(day),
                          january ? QString::number(day.year()) : locale.toString(day, tr("MMM", "axis: month")),
                          january});
        }
        return ticks;
    }
    for (int year = floorTo(first.year(), step->count); year <= 9999; year += step->count) {
        const QDate day(year == 0 ? 1 : year, 1, 1);
        if (msOf(day) > right)
            break;
        ticks.append({msOf(day), QString::number(day.year()), step->count < 10 && year % 10 == 0});
    }
    return ticks;
}

} // namespace Chartline::Ui
