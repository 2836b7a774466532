// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/Theme.h"
#include "timeline/TimelineMarks.h"
#include "timeline/TimelineText.h"
#include "viewmodels/FactSources.h"
#include "viewmodels/TimelineScene.h"

#include <QPainter>

namespace Chartline::Ui {

// What the parts of the timeline's drawing share.
struct TimelineFrame
{
    const TimelineScene &scene;
    const Theme &theme;
    const FactSources &sources;
    QSize size; // of the viewport, logical pixels
    int headerWidth = 0;
    int axisHeight = 0;
    int scroll = 0; // content pixels above the viewport
    TimelineText *text = nullptr; // caption text, measured
    TimelineMarks *marks = nullptr;

    [[nodiscard]] QRect plot() const
    {
        return {headerWidth, axisHeight, size.width() - headerWidth, size.height() - axisHeight};
    }
    // From the scene's y to the viewport's.
    [[nodiscard]] int toView(int y) const { return y - scroll + axisHeight; }
    [[nodiscard]] QColor sourceColor(const Fact &fact) const
    {
        return theme.sourceColor(fact.witnesses.isEmpty() ? 0 : sources.place(fact.witnesses.first().source));
    }
    // The colour laid over the surface, opaque: overlapping marks stay readable.
    [[nodiscard]] QColor tinted(const QColor &color) const;
};

// Stretches of time, with their names inside or beside them.
class TimelineBars
{
public:
    static void paint(QPainter &painter, const TimelineFrame &frame, const TimelineStrip &strip);
    // Outline of one item in viewport pixels.
    [[nodiscard]] static QRectF rect(const TimelineFrame &frame, const TimelineStrip &strip, const LaneItem &item);

private:
    static void paintBar(QPainter &painter, const TimelineFrame &frame, const Fact &fact, const LaneItem &item,
                         const QRectF &rect);
    // A solid outline with its filling, on whole pixels.
    static void paintBox(QPainter &painter, const TimelineFrame &frame, const QRect &box, const QColor &edge);
    // Bars that begin so close to each other that only their beginnings can be seen.
    struct Band
    {
        QRectF box;
        QColor color;
        std::vector<double> starts;
    };
    static void paintBand(QPainter &painter, const TimelineFrame &frame, Band &band);
    static void paintLabel(QPainter &painter, const TimelineFrame &frame, const Fact &fact, const QRectF &bar,
                           double roomLeft, double roomRight);
};

// Moments: a shape for each lane, with a count where several stand together; and folded lanes.
class TimelineMoments
{
public:
    static void paint(QPainter &painter, const TimelineFrame &frame, int strip);
    static void paintFolded(QPainter &painter, const TimelineFrame &frame, const TimelineStrip &strip);
    // Outline of a cluster's mark.
    [[nodiscard]] static QRectF rect(const TimelineFrame &frame, const TimelineStrip &strip,
                                     const TimelineCluster &cluster);

private:
    static void paintGlyph(QPainter &painter, const TimelineFrame &frame, LaneId lane, const Fact &fact,
                           const QRectF &rect);
    static void paintCount(QPainter &painter, const TimelineFrame &frame, const QRectF &rect, const QColor &color,
                           std::size_t count);
    static void paintTicks(QPainter &painter, const TimelineFrame &frame, const QRectF &rect, const LaneRow &row,
                           const TimelineCluster &cluster);
    static void paintPictures(QPainter &painter, const QRectF &rect, const QColor &color, std::size_t count);
    static void paintNames(QPainter &painter, const TimelineFrame &frame, const TimelineStrip &strip,
                           const QRectF &rect, const Fact &fact, double roomRight);
};

// Numbers over time.
class TimelineTrends
{
public:
    static void paint(QPainter &painter, const TimelineFrame &frame, const TimelineStrip &strip);
    [[nodiscard]] static double y(const TimelineFrame &frame, const TimelineStrip &strip, double value);

private:
    static void paintLine(QPainter &painter, const TimelineFrame &frame, const TimelineStrip &strip, bool second);
    static void paintDense(QPainter &painter, const TimelineFrame &frame, const TimelineStrip &strip);
    static void paintPoints(QPainter &painter, const TimelineFrame &frame, const TimelineStrip &strip);
};

// Facts that say something is not so, or is withdrawn or only planned, never look like a fact that is so.
[[nodiscard]] bool isHollow(const Fact &fact);

// Of the pictures in TimelineMarks.
namespace MarkShape {
enum : int { Count, Bar, BarLeft, BarRight, Value }; // Value: and the mark added
}

// A value's mark: a dot, a triangle pointing up where it is high and down where it is low, a square where it is
// abnormal in no stated direction, a diamond where it is critical.
void paintValueMark(QPainter &painter, const TimelineFrame &frame, QPointF at, const QColor &color, ValueMark mark);

} // namespace Chartline::Ui
