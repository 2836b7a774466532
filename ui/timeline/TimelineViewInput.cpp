// SPDX-License-Identifier: Apache-2.0
#include "timeline/TimelineHeader.h"
#include "timeline/TimelineView.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace Chartline::Ui {

namespace {

constexpr double s_step = 1.25; // one notch of the wheel, one press of +
constexpr int s_dragDistance = 4;

} // namespace

void TimelineView::wheelEvent(QWheelEvent *event)
{
    const QPoint delta = event->angleDelta();
    const bool overNames = event->position().x() < s_headerWidth && !event->modifiers().testFlag(Qt::ControlModifier);
    if (event->modifiers().testFlag(Qt::ShiftModifier) || std::abs(delta.x()) > std::abs(delta.y())) {
        const int way = delta.x() != 0 ? delta.x() : delta.y();
        m_scene.scale().pan(-double(way) * 0.8);
        viewMoved();
    } else if (overNames) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() - delta.y() / 2);
    } else if (delta.y() != 0) {
        m_scene.scale().zoomAbout(event->position().x() - s_headerWidth, std::pow(s_step, delta.y() / 120.0));
        viewMoved();
    }
    event->accept();
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = m_dragged = event->position().toPoint();
    m_pressing = true;
    m_dragging = false;
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (m_pressing && (m_dragging || (at - m_pressed).manhattanLength() >= s_dragDistance)
        && m_pressed.x() >= s_headerWidth) {
        m_dragging = true;
        viewport()->setCursor(Qt::ClosedHandCursor);
        m_scene.scale().pan(m_dragged.x() - at.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() + m_dragged.y() - at.y());
        m_dragged = at;
        viewMoved();
        return;
    }
    const QList<int> facts = factsAt(at);
    const int hovered = facts.isEmpty() ? -1 : facts.first();
    const int lane = m_scene.laneAt(at.y() - s_axisHeight + verticalScrollBar()->value());
    const bool pressable =
        !facts.isEmpty()
        || (at.y() > s_axisHeight && TimelineHeader::partAt(frame(), lane, at) != TimelineHeader::Part::None);
    viewport()->setCursor(pressable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (hovered != m_hovered) {
        m_hovered = hovered;
        viewport()->update();
    }
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_pressing)
        return;
    m_pressing = false;
    viewport()->setCursor(Qt::ArrowCursor);
    if (m_dragging) {
        m_dragging = false;
        return;
    }
    const QPoint at = event->position().toPoint();
    if (at.x() < s_headerWidth) {
        clickHeader(at);
        return;
    }
    const QList<int> facts = factsAt(at);
    if (facts.size() == 1)
        choose(facts.first());
    else if (facts.size() > 1)
        openCluster(facts, at);
}

void TimelineView::clickHeader(QPoint at)
{
    if (at.y() < s_axisHeight)
        return;
    const int lane = m_scene.laneAt(at.y() - s_axisHeight + verticalScrollBar()->value());
    if (lane < 0)
        return;
    const LaneId id = m_scene.lanes().lanes()[std::size_t(lane)].id;
    const LaneState state = m_scene.state(id);
    switch (TimelineHeader::partAt(frame(), lane, at)) {
    case TimelineHeader::Part::Fold:
        setLaneState(id, state == LaneState::Folded ? LaneState::Short : LaneState::Folded);
        break;
    case TimelineHeader::Part::More:
        setLaneState(id, state == LaneState::Full ? LaneState::Short : LaneState::Full);
        break;
    case TimelineHeader::Part::Undated: openUndated(lane, at); break;
    case TimelineHeader::Part::None: break;
    }
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (event->button() != Qt::LeftButton || at.x() < s_headerWidth)
        return;
    m_pressing = false;
    const QList<int> facts = factsAt(at);
    if (facts.size() == 1) {
        Q_EMIT factActivated(facts.first());
        return;
    }
    m_scene.scale().zoomAbout(at.x() - s_headerWidth, 3.0);
    viewMoved();
}

bool TimelineView::moveSelection(int key)
{
    int next = -1;
    if (m_selected < 0 || m_scene.stripOf(m_selected) < 0) {
        next = m_scene.firstFact();
    } else {
        switch (key) {
        case Qt::Key_Left: next = m_scene.nextInStrip(m_selected, -1); break;
        case Qt::Key_Right: next = m_scene.nextInStrip(m_selected, 1); break;
        case Qt::Key_Up: next = m_scene.nearestInOtherStrip(m_selected, -1); break;
        case Qt::Key_Down: next = m_scene.nearestInOtherStrip(m_selected, 1); break;
        case Qt::Key_Home: next = m_scene.endOfStrip(m_selected, false); break;
        case Qt::Key_End: next = m_scene.endOfStrip(m_selected, true); break;
        case Qt::Key_Tab: next = m_scene.nearestInOtherLane(m_selected, 1); break;
        case Qt::Key_Backtab: next = m_scene.nearestInOtherLane(m_selected, -1); break;
        default: break;
        }
    }
    if (next < 0)
        return false;
    choose(next);
    return true;
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const int lane = m_selected >= 0 ? m_scene.laneOf(m_selected) : -1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (event->modifiers().testFlag(Qt::ShiftModifier)) {
            m_scene.scale().pan(event->key() == Qt::Key_Left ? -80 : 80);
            viewMoved();
            break;
        }
        [[fallthrough]];
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End: moveSelection(event->key()); break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_Minus: {
        const double factor = event->key() == Qt::Key_Minus ? 1 / s_step : s_step;
        const QRectF mark = m_selected >= 0 ? markRect(m_selected) : QRectF();
        // About what is looked at, where it is in view.
        const double x = mark.isNull() ? -1 : mark.center().x() - s_headerWidth;
        if (x >= 0 && x <= m_scene.scale().width()) {
            m_scene.scale().zoomAbout(x, factor);
            viewMoved();
        } else {
            zoom(factor);
        }
        break;
    }
    case Qt::Key_0: showAll(); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_selected >= 0)
            Q_EMIT factActivated(m_selected);
        break;
    case Qt::Key_Space:
        if (lane >= 0) {
            const LaneId id = m_scene.lanes().lanes()[std::size_t(lane)].id;
            setLaneState(id, m_scene.state(id) == LaneState::Folded ? LaneState::Short : LaneState::Folded);
        }
        break;
    case Qt::Key_U:
        if (lane >= 0)
            openUndated(lane, {s_textIndent, frame().toView(m_scene.geometry()[std::size_t(lane)].top)
                                                 + TimelineScene::headerHeight});
        break;
    case Qt::Key_PageUp: verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub); break;
    case Qt::Key_PageDown: verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd); break;
    default: QAbstractScrollArea::keyPressEvent(event); break;
    }
}

bool TimelineView::focusNextPrevChild(bool next)
{
    // Tab goes from lane to lane, and out of the timeline after the last.
    if (m_selected >= 0 && m_scene.stripOf(m_selected) >= 0 && moveSelection(next ? Qt::Key_Tab : Qt::Key_Backtab))
        return true;
    return QAbstractScrollArea::focusNextPrevChild(next);
}

void TimelineView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void TimelineView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text = tooltip(factsAt(help->pos()));
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, viewport());
        return true;
    }
    if (event->type() == QEvent::Leave && m_hovered >= 0) {
        m_hovered = -1;
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace Chartline::Ui
