// SPDX-License-Identifier: Apache-2.0
#include "timeline/TimelineHeader.h"

#include "theme/Icon.h"
#include "viewmodels/FactText.h"

#include <algorithm>

namespace Chartline::Ui {

namespace {

constexpr int s_textLeft = 26; // beside the fold mark

} // namespace

QString TimelineHeader::counts(const Lane &lane)
{
    if (lane.active > 0 && TimelineLanes::hasBars(lane.id))
        return tr("%1 · %2 active", "number of entries of a lane, and how many of them are active")
            .arg(QLocale().toString(lane.total), QLocale().toString(lane.active));
    return QLocale().toString(lane.total);
}

TimelineHeader::Links TimelineHeader::links(const TimelineFrame &frame, int index)
{
    const Lane &lane = frame.scene.lanes().lanes()[std::size_t(index)];
    const LaneGeometry &geometry = frame.scene.geometry()[std::size_t(index)];
    Links links;
    const LaneState state = frame.scene.state(lane.id);
    if (state == LaneState::Folded)
        return links;
    const QFontMetricsF metrics(Theme::font(TextStyle::Caption));
    const bool trends = !lane.series.empty();
    const double y =
        frame.toView(trends ? geometry.top + geometry.height - 20 : geometry.top + TimelineScene::headerHeight - 1);
    double x = s_textLeft;
    if (!lane.undated.isEmpty()) {
        links.undated = tr("+%n undated", "", int(lane.undated.size()));
        links.undatedRect = QRectF(x, y, metrics.horizontalAdvance(links.undated), 16);
        x = links.undatedRect.right() + 10;
    }
    if (geometry.hiddenRows > 0)
        links.more = tr("%n more", "rows of a lane that are not shown", geometry.hiddenRows);
    else if (state == LaneState::Full && (lane.rows.size() > lane.shortRows() || lane.series.size() > lane.shortSeries))
        links.more = tr("show fewer");
    if (!links.more.isEmpty())
        links.moreRect = QRectF(x, y, metrics.horizontalAdvance(links.more), 16);
    return links;
}

void TimelineHeader::paintLane(QPainter &painter, const TimelineFrame &frame, int index, bool current)
{
    const ThemeColors &colors = frame.theme.colors();
    const Lane &lane = frame.scene.lanes().lanes()[std::size_t(index)];
    const LaneGeometry &geometry = frame.scene.geometry()[std::size_t(index)];
    const double top = frame.toView(geometry.top);
    const QRectF cell(0, top, frame.headerWidth, geometry.height);
    painter.fillRect(cell, colors.surfaceAlt);
    if (current)
        painter.fillRect(QRectF(0, top, 3, geometry.height), colors.accent);
    const bool folded = frame.scene.state(lane.id) == LaneState::Folded;
    Icon::paint(painter, QRectF(8, top + 9, 12, 12), folded ? Icon::Name::ChevronRight : Icon::Name::ChevronDown,
                colors.textMuted);
    QFont strong = Theme::font(TextStyle::BodyStrong);
    painter.setFont(strong);
    painter.setPen(colors.text);
    const QFontMetricsF metrics(strong);
    const double room = frame.headerWidth - s_textLeft - 8;
    const QFont caption = Theme::font(TextStyle::Caption);
    const QString count = counts(lane);
    if (folded) {
        const double countWidth = QFontMetricsF(caption).horizontalAdvance(count) + 8;
        painter.drawText(QRectF(s_textLeft, top, room - countWidth, geometry.height),
                         Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(TimelineLanes::name(lane.id), Qt::ElideRight, room - countWidth));
        painter.setFont(caption);
        painter.setPen(colors.textMuted);
        painter.drawText(QRectF(s_textLeft, top, room, geometry.height), Qt::AlignVCenter | Qt::AlignRight, count);
        return;
    }
    // The counts stand beside the name; where both do not fit, the number of entries alone.
    const QFontMetricsF small(caption);
    const QString name = TimelineLanes::name(lane.id);
    const bool fits = metrics.horizontalAdvance(name) + small.horizontalAdvance(count) + 8 <= room;
    const QString beside = fits ? count : QLocale().toString(lane.total);
    const double nameRoom = room - small.horizontalAdvance(beside) - 8;
    painter.drawText(QRectF(s_textLeft, top + 6, nameRoom, 18), Qt::AlignVCenter | Qt::TextSingleLine,
                     metrics.elidedText(name, Qt::ElideRight, nameRoom));
    painter.setFont(caption);
    painter.setPen(colors.textMuted);
    painter.drawText(QRectF(s_textLeft, top + 6, room - 2, 18), Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine,
                     beside);
    const Links marks = links(frame, index);
    painter.setPen(colors.accent);
    painter.drawText(marks.undatedRect, Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip, marks.undated);
    painter.drawText(marks.moreRect, Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip, marks.more);
    for (int i = geometry.firstStrip; i < geometry.endStrip; ++i) {
        if (frame.scene.strips()[std::size_t(i)].kind == TimelineStrip::Kind::Trend)
            paintSeries(painter, frame, frame.scene.strips()[std::size_t(i)]);
    }
}

void TimelineHeader::paintSeries(QPainter &painter, const TimelineFrame &frame, const TimelineStrip &strip)
{
    const ThemeColors &colors = frame.theme.colors();
    const TrendPoint &latest = strip.series->points().back();
    const Fact &fact = frame.scene.lanes().fact(latest.fact);
    const double middle = frame.toView(strip.top) + strip.height / 2.0;
    QFont caption = Theme::font(TextStyle::Caption);
    caption.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(caption);
    const double right = frame.headerWidth - 10;
    const QString value = fact.value;
    const double valueWidth = metrics.horizontalAdvance(value);
    painter.setFont(caption);
    painter.setPen(latest.mark != ValueMark::Normal ? colors.danger : colors.text);
    painter.drawText(QRectF(right - valueWidth, middle - 14, valueWidth + 1, 15), Qt::AlignVCenter | Qt::TextSingleLine,
                     value);
    double room = right - valueWidth - s_textLeft - 6;
    if (latest.mark != ValueMark::Normal) {
        paintValueMark(painter, frame, {right - valueWidth - 8, middle - 6.5}, colors.danger, latest.mark);
        room -= 14;
    }
    painter.setFont(Theme::font(TextStyle::Caption));
    painter.setPen(colors.text);
    const QFontMetricsF plain(painter.font());
    painter.drawText(QRectF(s_textLeft, middle - 14, room, 15), Qt::AlignVCenter | Qt::TextSingleLine,
                     plain.elidedText(strip.series->label, Qt::ElideRight, room));
    painter.setPen(colors.textMuted);
    painter.drawText(QRectF(s_textLeft, middle - 1, right - s_textLeft, 14),
                     Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine,
                     plain.elidedText(strip.series->unit, Qt::ElideRight, right - s_textLeft - 50));
    painter.drawText(QRectF(s_textLeft, middle - 1, 80, 14), Qt::AlignVCenter | Qt::TextSingleLine,
                     tr("%n values", "", int(strip.series->points().size())));
}

void TimelineHeader::paintGrid(QPainter &painter, const TimelineFrame &frame, const QList<TimelineTick> &ticks)
{
    const ThemeColors &colors = frame.theme.colors();
    for (const TimelineTick &tick : ticks) {
        const double x = frame.headerWidth + frame.scene.scale().x(tick.ms);
        if (x < frame.headerWidth || x > frame.size.width())
            continue;
        painter.fillRect(QRect(int(x), frame.axisHeight, 1, frame.size.height() - frame.axisHeight),
                         tick.major ? colors.border : colors.timelineGrid);
    }
}

QRectF TimelineHeader::todayTag(const TimelineFrame &frame)
{
    const double x = frame.headerWidth + frame.scene.scale().x(frame.scene.lanes().todayMs());
    if (x < frame.headerWidth || x > frame.size.width())
        return {};
    QFont font = Theme::font(TextStyle::Caption);
    font.setWeight(QFont::DemiBold);
    const double width = QFontMetricsF(font).horizontalAdvance(tr("today")) + 10;
    return {std::min(x - width / 2, frame.size.width() - width - 2), 6, width, frame.axisHeight - 12.0};
}

void TimelineHeader::paintToday(QPainter &painter, const TimelineFrame &frame)
{
    const QRectF tag = todayTag(frame);
    if (tag.isNull())
        return;
    const double x = frame.headerWidth + frame.scene.scale().x(frame.scene.lanes().todayMs());
    const QColor &color = frame.theme.colors().todayLine;
    painter.setPen(QPen(color, 1.2, Qt::DashLine));
    painter.drawLine(QPointF(x, frame.axisHeight), QPointF(x, frame.size.height()));
    QFont font = Theme::font(TextStyle::Caption);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(tag, Radius::small, Radius::small);
    painter.setPen(frame.theme.colors().surface);
    painter.drawText(tag, Qt::AlignCenter, tr("today"));
}

void TimelineHeader::paintAxis(QPainter &painter, const TimelineFrame &frame, const QList<TimelineTick> &ticks)
{
    const ThemeColors &colors = frame.theme.colors();
    painter.fillRect(QRect(0, 0, frame.size.width(), frame.axisHeight), colors.surface);
    QFont caption = Theme::font(TextStyle::Caption);
    QFont strong = caption;
    strong.setWeight(QFont::DemiBold);
    painter.save();
    painter.setClipRect(QRect(frame.headerWidth, 0, frame.size.width() - frame.headerWidth, frame.axisHeight));
    for (const TimelineTick &tick : ticks) {
        const double x = frame.headerWidth + frame.scene.scale().x(tick.ms);
        painter.setPen(tick.major ? colors.text : colors.textMuted);
        painter.setFont(tick.major ? strong : caption);
        const QRectF place(x + 4, 0, painter.fontMetrics().horizontalAdvance(tick.label) + 1, frame.axisHeight - 1);
        // Half a year number beside "today" would be misread.
        if (!place.intersects(todayTag(frame)))
            painter.drawText(place, Qt::AlignVCenter | Qt::TextSingleLine, tick.label);
        painter.fillRect(QRect(int(x), frame.axisHeight - 8, 1, 8), colors.border);
    }
    painter.restore();
    painter.fillRect(QRect(0, 0, frame.headerWidth, frame.axisHeight), colors.surfaceAlt);
    painter.setPen(QPen(colors.border, 1));
    painter.drawLine(QPointF(0, frame.axisHeight - 0.5), QPointF(frame.size.width(), frame.axisHeight - 0.5));
}

TimelineHeader::Part TimelineHeader::partAt(const TimelineFrame &frame, int lane, QPoint at)
{
    if (lane < 0 || at.x() >= frame.headerWidth)
        return Part::None;
    const Links marks = links(frame, lane);
    if (marks.undatedRect.adjusted(-4, -2, 4, 2).contains(at) && !marks.undated.isEmpty())
        return Part::Undated;
    if (marks.moreRect.adjusted(-4, -2, 4, 2).contains(at) && !marks.more.isEmpty())
        return Part::More;
    const int top = frame.toView(frame.scene.geometry()[std::size_t(lane)].top);
    return at.y() < top + TimelineScene::headerHeight ? Part::Fold : Part::None;
}

} // namespace Chartline::Ui
