// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/Theme.h"
#include "timeline/TimelinePaint.h"

#include <QAbstractScrollArea>
#include <QPixmap>

class QMenu;

namespace Chartline::Ui {

// The record as lanes over time.
//
// Mouse: the wheel zooms about the pointer (over the lanes' names it scrolls), Shift+wheel and dragging move, a double
// click looks closer, a click on a lane's name folds it. Keys: arrows go from fact to fact, Tab from lane to lane,
// Enter opens, Space folds the lane, Home and End go to the row's ends, + and − zoom, 0 shows the whole life, U lists a
// lane's undated facts.
class TimelineView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TimelineView(const Theme &theme, QWidget *parent = nullptr);

    // `todayMs`: wall milliseconds. Keeps the time span in view when the record stays the same person's.
    void setLanes(TimelineLanes lanes, const FactSources &sources, bool keepView);
    void clear();
    [[nodiscard]] const TimelineScene &scene() const { return m_scene; }
    [[nodiscard]] int selected() const { return m_selected; }
    // Selects without asking for details; -1 for none.
    void select(int fact, bool reveal = true);
    // Rings these facts in a colour besides the selection; indices into the record's facts.
    void mark(const QList<int> &facts, const QColor &color);
    void showRange(qint64 fromMs, qint64 toMs);
    void showAll();
    void zoom(double factor);
    void setLaneState(LaneId lane, LaneState state);

    [[nodiscard]] static QString helpText();
    // Viewport place of a fact's mark; for tests and popups.
    [[nodiscard]] QRectF markRect(int fact) const;
    [[nodiscard]] int headerWidth() const { return s_headerWidth; }
    [[nodiscard]] int axisHeight() const { return s_axisHeight; }
    // The drawing without selection and pointer; what a frame costs.
    void paintScene(QPainter &painter) const;

Q_SIGNALS:
    void factSelected(int fact); // by the user
    void factActivated(int fact); // opened
    void rangeChanged(qint64 fromMs, qint64 toMs);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    static constexpr int s_headerWidth = 208;
    static constexpr int s_axisHeight = 30;
    static constexpr int s_textIndent = 26;

    [[nodiscard]] TimelineFrame frame() const;
    [[nodiscard]] QList<int> factsAt(QPoint at) const;
    [[nodiscard]] QString tooltip(const QList<int> &facts) const;
    void showUsual();
    void redraw();
    void updateGeometryOfContent();
    void viewMoved();
    void choose(int fact);
    void openCluster(const QList<int> &facts, QPoint at);
    void openUndated(int lane, QPoint at);
    void popup(const QList<int> &facts, QPoint at, bool zoomable);
    void clickHeader(QPoint at);
    bool moveSelection(int key);
    void paintOverlay(QPainter &painter) const;
    void announce();

    const Theme &m_theme;
    TimelineScene m_scene;
    FactSources m_sources;
    mutable TimelineText m_text;
    mutable TimelineMarks m_marks;
    QPixmap m_cache;
    bool m_stale = true;
    int m_selected = -1;
    int m_hovered = -1;
    QList<int> m_marked;
    QColor m_markColor;
    QPoint m_pressed;
    QPoint m_dragged;
    bool m_dragging = false;
    bool m_pressing = false;
};

} // namespace Chartline::Ui
