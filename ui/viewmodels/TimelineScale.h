// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "timeline/PersonRecord.h"

#include <QCoreApplication>
#include <QLocale>

namespace Chartline::Ui {

// Maps time to logical pixels. Times are "wall" milliseconds: the calendar and clock as written at the source, counted
// since 1970 as if that clock were UTC, so that a fact stands on the day and hour its source gave whatever the reader's
// zone.
class TimelineScale
{
public:
    // The span of everything there is; the view may be moved a little beyond it, never away from it.
    void setBounds(qint64 fromMs, qint64 toMs);
    void setWidth(double pixels);
    [[nodiscard]] double width() const { return m_width; }
    [[nodiscard]] qint64 boundsFrom() const { return qint64(m_from); }
    [[nodiscard]] qint64 boundsTo() const { return qint64(m_to); }
    [[nodiscard]] double millisecondsPerPixel() const { return m_perPixel; }

    [[nodiscard]] double x(qint64 ms) const { return (double(ms) - m_left) / m_perPixel; }
    [[nodiscard]] qint64 ms(double x) const { return qint64(m_left + x * m_perPixel); }
    [[nodiscard]] qint64 left() const { return ms(0); }
    [[nodiscard]] qint64 right() const { return ms(m_width); }

    void showAll();
    void show(qint64 fromMs, qint64 toMs);
    // factor > 1 looks closer. The instant under x stays under x, unless a limit is met.
    void zoomAbout(double x, double factor);
    void pan(double pixels); // > 0 shows later times
    // Moves as little as needed to have this span in view, with a margin.
    void reveal(qint64 fromMs, qint64 toMs);

    bool operator==(const TimelineScale &) const = default;

private:
    void clamp();
    [[nodiscard]] double mostPerPixel() const;

    double m_from = 0;
    double m_to = 1;
    double m_left = 0;
    double m_perPixel = 1;
    double m_width = 1;
};

// One mark of the time axis.
struct TimelineTick
{
    qint64 ms = 0;
    QString label;
    bool major = false; // begins a larger unit: a year among months, a day among hours
};

// Marks from decades to minutes, at least `minimumPixels` apart, aligned with the calendar.
class TimelineTicks
{
    Q_DECLARE_TR_FUNCTIONS(Chartline::Ui::TimelineTicks)

public:
    [[nodiscard]] static QList<TimelineTick> of(const TimelineScale &scale, double minimumPixels,
                                                const QLocale &locale);
};

// Where a date's first or last possible moment stands on the wall clock; Fact::noTime where it is no date.
[[nodiscard]] qint64 wallEarliest(const PartialDate &date);
[[nodiscard]] qint64 wallLatest(const PartialDate &date);

} // namespace Chartline::Ui
