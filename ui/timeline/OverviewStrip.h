// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/Theme.h"
#include "viewmodels/TimelineLanes.h"

#include <QWidget>

namespace Chartline::Ui {

// The whole life as a histogram, with a window over the part the timeline shows: dragging the window moves the
// timeline, dragging its edges zooms, a click goes there. Everything it does the timeline's keys do as well, so it
// takes no focus.
class OverviewStrip : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewStrip(const Theme &theme, int headerWidth, QWidget *parent = nullptr);

    // Wall milliseconds.
    void setContent(std::vector<qint64> starts, qint64 firstMs, qint64 lastMs);
    void setWindow(qint64 fromMs, qint64 toMs);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void windowMoved(qint64 fromMs, qint64 toMs);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Grip { None, Whole, Left, Right };

    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] double x(qint64 ms) const;
    [[nodiscard]] qint64 ms(double x) const;
    [[nodiscard]] Grip gripAt(double x) const;

    const Theme &m_theme;
    int m_headerWidth;
    std::vector<qint64> m_starts;
    double m_first = 0;
    double m_last = 1;
    qint64 m_from = 0;
    qint64 m_to = 1;
    Grip m_grip = Grip::None;
    double m_pressed = 0;
    qint64 m_pressedFrom = 0;
    qint64 m_pressedTo = 0;
};

} // namespace Chartline::Ui
