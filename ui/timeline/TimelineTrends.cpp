// SPDX-License-Identifier: Apache-2.0
#include "timeline/TimelinePaint.h"

#include <algorithm>
#include <cmath>

namespace Chartline::Ui {

namespace {

constexpr double s_margin = 6;

// The points to draw: those in view and one to each side, so that lines run to the edge.
std::pair<std::size_t, std::size_t> visible(const TimelineScale &scale, const TrendSeries &series)
{
    const std::size_t first = series.firstFrom(scale.left());
    const std::size_t end = series.firstFrom(scale.right());
    return {first > 0 ? first - 1 : 0, std::min(end + 1, series.points().size())};
}

QColor lineColor(const TimelineFrame &frame, const TrendSeries &series)
{
    return frame.sourceColor(frame.scene.lanes().fact(series.points().back().fact));
}

} // namespace

double TimelineTrends::y(const TimelineFrame &frame, const TimelineStrip &strip, double value)
{
    const double share = (value - strip.series->low()) / (strip.series->high() - strip.series->low());
    return frame.toView(strip.top) + strip.height - s_margin - share * (strip.height - 2 * s_margin);
}

void TimelineTrends::paint(QPainter &painter, const TimelineFrame &frame, const TimelineStrip &strip)
{
    const auto [first, end] = visible(frame.scene.scale(), *strip.series);
    if (first >= end)
        return;
    if (double(end - first) > frame.scene.scale().width() / 3) {
        paintDense(painter, frame, strip);
        return;
    }
    paintLine(painter, frame, strip, false);
    if (strip.series->paired)
        paintLine(painter, frame, strip, true);
    paintPoints(painter, frame, strip);
}

void TimelineTrends::paintLine(QPainter &painter, const TimelineFrame &frame, const TimelineStrip &strip, bool second)
{
    const TimelineScale &scale = frame.scene.scale();
    const auto [first, end] = visible(scale, *strip.series);
    // Line by line: one long polyline is stroked as a single shape, which costs several times as much.
    QList<QLineF> lines;
    lines.reserve(qsizetype(end - first));
    std::optional<QPointF> last;
    for (std::size_t i = first; i < end; ++i) {
        const TrendPoint &point = strip.series->points()[i];
        const double value = second ? point.second : point.value;
        if (!std::isfinite(value))
            continue;
        const QPointF at(frame.headerWidth + std::clamp(scale.x(point.ms), -1e4, 1e5), y(frame, strip, value));
        if (last)
            lines.append({*last, at});
        last = at;
    }
    QColor color = lineColor(frame, *strip.series);
    if (second)
        color.setAlphaF(0.7F);
    painter.setPen(QPen(color, 1.25));
    painter.setBrush(Qt::NoBrush);
    painter.drawLines(lines);
}

void TimelineTrends::paintDense(QPainter &painter, const TimelineFrame &frame, const TimelineStrip &strip)
{
    const TimelineScale &scale = frame.scene.scale();
    const TrendSeries &series = *strip.series;
    QColor color = lineColor(frame, series);
    QColor soft = color;
    soft.setAlphaF(0.55F);
    constexpr int column = 2;
    std::vector<std::pair<QPointF, ValueMark>> marked;
    painter.setRenderHint(QPainter::Antialiasing, false);
    std::size_t at = series.firstFrom(scale.left());
    for (int x = 0; x < scale.width() && at < series.points().size(); x += column) {
        const std::size_t end = series.firstFrom(scale.ms(x + column));
        if (end <= at)
            continue;
        const TrendSeries::Extent extent = series.extent(at, end);
        const double left = frame.headerWidth + x + column / 2.0;
        const auto fillColumn = [&](double low, double high) {
            const int top = int(y(frame, strip, high));
            painter.fillRect(QRect(int(left), top, column, std::max(2, int(y(frame, strip, low)) - top)), soft);
        };
        fillColumn(extent.low, extent.high);
        if (std::isfinite(extent.lowSecond))
            fillColumn(extent.lowSecond, extent.highSecond);
        const bool roomy = marked.empty() || left - marked.back().first.x() >= 9;
        if (extent.mark != ValueMark::Normal && roomy)
            marked.emplace_back(
                QPointF(left, y(frame, strip, extent.mark == ValueMark::Low ? extent.low : extent.high)), extent.mark);
        at = end;
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
    for (const auto &[point, mark] : marked)
        paintValueMark(painter, frame, point, color, mark);
}

void TimelineTrends::paintPoints(QPainter &painter, const TimelineFrame &frame, const TimelineStrip &strip)
{
    const TimelineScale &scale = frame.scene.scale();
    const auto [first, end] = visible(scale, *strip.series);
    const double apart = end - first > 150 ? 8 : 5;
    double lastX = -1e9;
    double lastMarked = -1e9;
    for (std::size_t i = first; i < end; ++i) {
        const TrendPoint &point = strip.series->points()[i];
        const double x = scale.x(point.ms);
        if (x < -8 || x > scale.width() + 8)
            continue;
        // Marks thin out where they would touch; abnormal ones last, critical ones never.
        const bool marked =
            point.mark == ValueMark::Critical || (point.mark != ValueMark::Normal && x - lastMarked >= apart + 3);
        if (!marked && x - lastX < apart)
            continue;
        lastX = x;
        if (marked)
            lastMarked = x;
        const QColor color = frame.sourceColor(frame.scene.lanes().fact(point.fact));
        paintValueMark(painter, frame, {frame.headerWidth + x, y(frame, strip, point.value)}, color,
                       marked ? point.mark : ValueMark::Normal);
        if (std::isfinite(point.second) && !marked)
            paintValueMark(painter, frame, {frame.headerWidth + x, y(frame, strip, point.second)}, color,
                           ValueMark::Normal);
    }
}

} // namespace Chartline::Ui
