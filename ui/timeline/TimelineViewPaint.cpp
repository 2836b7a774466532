// SPDX-License-Identifier: Apache-2.0
#include "timeline/TimelineHeader.h"
#include "timeline/TimelineView.h"

#include <QPaintEvent>
#include <QScrollBar>

#include <cmath>

namespace Chartline::Ui {

void TimelineView::paintScene(QPainter &painter) const
{
    const TimelineFrame at = frame();
    const ThemeColors &colors = at.theme.colors();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect(QPoint(), at.size), colors.surface);
    if (m_scene.lanes().isEmpty())
        return;
    const QList<TimelineTick> ticks = TimelineTicks::of(m_scene.scale(), 58, locale());
    TimelineHeader::paintGrid(painter, at, ticks);
    const QFont caption = Theme::font(TextStyle::Caption);
    m_text.setFont(caption);
    painter.save();
    painter.setClipRect(at.plot());
    const int top = at.scroll;
    const int bottom = top + at.size.height();
    for (int i = 0; i < int(m_scene.strips().size()); ++i) {
        const TimelineStrip &strip = m_scene.strips()[std::size_t(i)];
        if (strip.top + strip.height < top || strip.top > bottom)
            continue;
        painter.setFont(caption);
        switch (strip.kind) {
        case TimelineStrip::Kind::Bars: TimelineBars::paint(painter, at, strip); break;
        case TimelineStrip::Kind::Moments: TimelineMoments::paint(painter, at, i); break;
        case TimelineStrip::Kind::Trend: TimelineTrends::paint(painter, at, strip); break;
        case TimelineStrip::Kind::Folded: TimelineMoments::paintFolded(painter, at, strip); break;
        }
    }
    painter.restore();
    const int current = m_selected >= 0 ? m_scene.laneOf(m_selected) : -1;
    for (int i = 0; i < int(m_scene.geometry().size()); ++i) {
        const LaneGeometry &lane = m_scene.geometry()[std::size_t(i)];
        if (lane.top + lane.height < top || lane.top > bottom)
            continue;
        TimelineHeader::paintLane(painter, at, i, i == current);
        painter.setPen(QPen(colors.border, 1));
        const double y = at.toView(lane.top + lane.height) - 0.5;
        painter.drawLine(QPointF(0, y), QPointF(at.size.width(), y));
    }
    painter.setPen(QPen(colors.border, 1));
    painter.drawLine(QPointF(s_headerWidth - 0.5, 0), QPointF(s_headerWidth - 0.5, at.size.height()));
    TimelineHeader::paintAxis(painter, at, ticks);
    TimelineHeader::paintToday(painter, at);
}

void TimelineView::paintOverlay(QPainter &painter) const
{
    const TimelineFrame at = frame();
    painter.setClipRect(at.plot());
    painter.setRenderHint(QPainter::Antialiasing);
    const auto ring = [&](int fact, const QColor &color, double width) {
        const QRectF mark = markRect(fact);
        if (mark.isNull())
            return;
        painter.setPen(QPen(color, width));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(mark.adjusted(-1.5, -1.5, 1.5, 1.5), Radius::small + 1, Radius::small + 1);
    };
    for (const int fact : m_marked)
        ring(fact, m_markColor, 2);
    if (m_hovered >= 0 && m_hovered != m_selected)
        ring(m_hovered, at.theme.colors().textMuted, 1.2);
    if (m_selected >= 0)
        ring(m_selected, at.theme.colors().focus, hasFocus() ? 2.4 : 1.8);
}

void TimelineView::paintEvent(QPaintEvent *)
{
    const qreal ratio = viewport()->devicePixelRatioF();
    const QSize wanted = viewport()->size() * ratio;
    if (m_stale || m_cache.size() != wanted) {
        if (m_cache.size() != wanted)
            m_cache = QPixmap(wanted);
        m_cache.setDevicePixelRatio(ratio);
        QPainter painter(&m_cache);
        paintScene(painter);
        m_stale = false;
    }
    QPainter painter(viewport());
    painter.drawPixmap(0, 0, m_cache);
    if (!m_scene.lanes().isEmpty())
        paintOverlay(painter);
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_scene.scale().setWidth(viewport()->width() - s_headerWidth);
    updateGeometryOfContent();
    viewMoved();
}

void TimelineView::scrollContentsBy(int, int)
{
    redraw();
}

void TimelineView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LanguageChange
        || event->type() == QEvent::FontChange)
        redraw();
}

} // namespace Chartline::Ui
