// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "timeline/TimelinePaint.h"

#include <QCoreApplication>

namespace Chartline::Ui {

// The fixed parts of the timeline: the names of the lanes at the left, the time axis on top.
class TimelineHeader
{
    Q_DECLARE_TR_FUNCTIONS(Chartline::Ui::TimelineHeader)

public:
    enum class Part { None, Fold, Undated, More };

    static void paintLane(QPainter &painter, const TimelineFrame &frame, int lane, bool current);
    static void paintAxis(QPainter &painter, const TimelineFrame &frame, const QList<TimelineTick> &ticks);
    static void paintToday(QPainter &painter, const TimelineFrame &frame);
    static void paintGrid(QPainter &painter, const TimelineFrame &frame, const QList<TimelineTick> &ticks);
    // What a click at this place of the viewport means.
    [[nodiscard]] static Part partAt(const TimelineFrame &frame, int lane, QPoint at);
    // "412 · 6 active"
    [[nodiscard]] static QString counts(const Lane &lane);

private:
    [[nodiscard]] static QRectF todayTag(const TimelineFrame &frame);
    struct Links
    {
        QString undated;
        QRectF undatedRect;
        QString more;
        QRectF moreRect;
    };
    [[nodiscard]] static Links links(const TimelineFrame &frame, int lane);
    static void paintSeries(QPainter &painter, const TimelineFrame &frame, const TimelineStrip &strip);
};

} // namespace Chartline::Ui
