// SPDX-License-Identifier: Apache-2.0
#include "timeline/TimelineView.h"

#include "timeline/TimelineHeader.h"
#include "viewmodels/FactText.h"

#include <QAccessible>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>

namespace Chartline::Ui {

TimelineView::TimelineView(const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setFocusProxy(this);
    setAccessibleName(tr("Timeline"));
}

QString TimelineView::helpText()
{
    return tr("Wheel: zoom at the pointer (over the names of the lanes: scroll)\n"
              "Shift+wheel or drag: move through time\n"
              "Double click: look closer\n"
              "Click a lane's name: fold or unfold it\n"
              "Arrow keys: from entry to entry · Tab: from lane to lane\n"
              "Enter: open · Space: fold the lane · U: undated entries\n"
              "Home, End: first and last of a row · + and −: zoom · 0: whole life");
}

TimelineFrame TimelineView::frame() const
{
    return {m_scene, m_theme, m_sources, viewport()->size(), s_headerWidth, s_axisHeight, verticalScrollBar()->value(),
            &m_text, &m_marks};
}

void TimelineView::setLanes(TimelineLanes lanes, const FactSources &sources, bool keepView)
{
    const qint64 left = m_scene.scale().left();
    const qint64 right = m_scene.scale().right();
    m_sources = sources;
    m_scene.setLanes(std::move(lanes));
    m_scene.scale().setWidth(viewport()->width() - s_headerWidth);
    if (keepView)
        m_scene.scale().show(left, right);
    else
        showUsual();
    m_hovered = -1;
    if (!m_scene.lanes().record() || m_selected >= int(m_scene.lanes().record()->facts.size()))
        m_selected = -1;
    updateGeometryOfContent();
    viewMoved();
}

void TimelineView::showUsual()
{
    m_scene.scale().showAll();
    // A few facts from long ago would press the rest of a life into a corner: the record opens on its last nineteen
    // twentieths, and the strip below shows that there is more.
    const std::vector<qint64> &starts = m_scene.lanes().starts();
    if (starts.size() < 20)
        return;
    const qint64 from = starts[starts.size() / 20];
    const qint64 to = m_scene.scale().boundsTo();
    const qint64 whole = to - m_scene.scale().boundsFrom();
    if (from - m_scene.scale().boundsFrom() > whole / 6)
        m_scene.scale().show(from - (to - from) / 12, to + (to - from) / 20);
}

void TimelineView::clear()
{
    m_selected = -1;
    m_marked.clear();
    m_text.clear();
    m_marks.clear();
    m_cache = QPixmap();
    setLanes(TimelineLanes(), FactSources(), false);
    setAccessibleDescription({});
    viewport()->setToolTip({});
}

void TimelineView::mark(const QList<int> &facts, const QColor &color)
{
    m_marked = facts;
    m_markColor = color;
    viewport()->update();
}

void TimelineView::updateGeometryOfContent()
{
    const int page = viewport()->height() - s_axisHeight;
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(TimelineScene::rowHeight);
    verticalScrollBar()->setRange(0, std::max(0, m_scene.height() - page));
}

void TimelineView::redraw()
{
    m_stale = true;
    viewport()->update();
}

void TimelineView::viewMoved()
{
    redraw();
    Q_EMIT rangeChanged(m_scene.scale().left(), m_scene.scale().right());
}

void TimelineView::select(int fact, bool reveal)
{
    if (m_selected == fact && !reveal)
        return;
    m_selected = fact;
    if (fact >= 0 && reveal) {
        if (const auto item = TimelineLanes::place(m_scene.lanes().fact(fact), fact, m_scene.lanes().todayMs())) {
            m_scene.scale().reveal(item->from, item->to);
            viewMoved();
        }
        if (const int strip = m_scene.stripOf(fact); strip >= 0) {
            const TimelineStrip &at = m_scene.strips()[std::size_t(strip)];
            QScrollBar *bar = verticalScrollBar();
            if (at.top < bar->value())
                bar->setValue(at.top - TimelineScene::padding);
            else if (at.top + at.height > bar->value() + bar->pageStep())
                bar->setValue(at.top + at.height - bar->pageStep());
        }
    }
    announce();
    redraw();
}

void TimelineView::announce()
{
    const QString words = m_selected >= 0 ? FactText::spoken(m_scene.lanes().fact(m_selected)) : QString();
    setAccessibleDescription(words);
    if (!words.isEmpty() && QAccessible::isActive()) {
        QAccessibleAnnouncementEvent event(this, words);
        QAccessible::updateAccessibility(&event);
    }
}

void TimelineView::choose(int fact)
{
    select(fact);
    Q_EMIT factSelected(fact);
}

void TimelineView::showRange(qint64 fromMs, qint64 toMs)
{
    m_scene.scale().show(fromMs, toMs);
    viewMoved();
}

void TimelineView::showAll()
{
    m_scene.scale().showAll();
    viewMoved();
}

void TimelineView::zoom(double factor)
{
    m_scene.scale().zoomAbout(m_scene.scale().width() / 2, factor);
    viewMoved();
}

void TimelineView::setLaneState(LaneId lane, LaneState state)
{
    m_scene.setState(lane, state);
    updateGeometryOfContent();
    redraw();
}

QList<int> TimelineView::factsAt(QPoint at) const
{
    if (at.x() < s_headerWidth || at.y() < s_axisHeight)
        return {};
    return m_scene.factsAt(at.x() - s_headerWidth, at.y() - s_axisHeight + verticalScrollBar()->value());
}

QRectF TimelineView::markRect(int fact) const
{
    const int index = m_scene.stripOf(fact);
    if (index < 0)
        return {};
    const TimelineStrip &strip = m_scene.strips()[std::size_t(index)];
    const TimelineFrame at = frame();
    const auto place = std::size_t(m_scene.indexOf(fact));
    if (strip.kind == TimelineStrip::Kind::Trend) {
        const TrendPoint &point = strip.series->points()[place];
        return QRectF(-6, -6, 12, 12)
            .translated(s_headerWidth + m_scene.scale().x(point.ms), TimelineTrends::y(at, strip, point.value));
    }
    if (strip.kind == TimelineStrip::Kind::Bars)
        return TimelineBars::rect(at, strip, strip.row->items[place]);
    const std::vector<TimelineCluster> &clusters = m_scene.clusters(index);
    const auto after = std::ranges::upper_bound(clusters, place, {}, &TimelineCluster::first);
    return TimelineMoments::rect(at, strip, *std::prev(after));
}

void TimelineView::openCluster(const QList<int> &facts, QPoint at)
{
    popup(facts, at, true);
}

void TimelineView::openUndated(int lane, QPoint at)
{
    if (lane >= 0 && lane < int(m_scene.lanes().lanes().size()))
        popup(m_scene.lanes().lanes()[std::size_t(lane)].undated, at, false);
}

void TimelineView::popup(const QList<int> &facts, QPoint at, bool zoomable)
{
    if (facts.isEmpty())
        return;
    // Longer menus are no help: zooming in, or the list, is.
    constexpr qsizetype most = 25;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (zoomable) {
        menu->addAction(tr("Look closer at these %n entries", "", int(facts.size())), this, [this, facts] {
            qint64 from = std::numeric_limits<qint64>::max();
            qint64 to = std::numeric_limits<qint64>::min();
            for (const int fact : facts) {
                if (const auto item =
                        TimelineLanes::place(m_scene.lanes().fact(fact), fact, m_scene.lanes().todayMs())) {
                    from = std::min(from, item->from);
                    to = std::max(to, item->span ? item->from : item->to);
                }
            }
            const qint64 margin = std::max<qint64>((to - from) / 4, 3'600'000);
            showRange(from - margin, to + margin);
        });
        menu->addSeparator();
    }
    for (const int fact : facts.first(std::min(facts.size(), most))) {
        QString text = FactText::title(m_scene.lanes().fact(fact));
        const Fact &what = m_scene.lanes().fact(fact);
        if (const QString value = FactText::markedValue(what); !value.isEmpty())
            text = tr("%1: %2", "what and its value").arg(text, value);
        if (text.size() > 90)
            text = text.first(89) + QChar(0x2026);
        menu->addAction(text.replace(QLatin1Char('&'), QLatin1String("&&")), this, [this, fact] { choose(fact); });
    }
    if (facts.size() > most)
        menu->addAction(tr("… and %n more, see the list", "", int(facts.size() - most)))->setEnabled(false);
    menu->popup(viewport()->mapToGlobal(at));
}

QString TimelineView::tooltip(const QList<int> &facts) const
{
    if (facts.isEmpty())
        return {};
    QStringList lines;
    for (const int index : facts.first(std::min<qsizetype>(facts.size(), 8))) {
        const Fact &fact = m_scene.lanes().fact(index);
        lines += facts.size() == 1 ? FactText::spoken(fact) : FactText::title(fact);
        if (facts.size() == 1)
            lines += tr("From: %1", "names of sources").arg(m_sources.names(fact).join(QStringLiteral(", ")));
    }
    if (facts.size() > 8)
        lines += tr("… and %n more", "", int(facts.size() - 8));
    return lines.join(QLatin1Char('\n'));
}

} // namespace Chartline::Ui
