// SPDX-License-Identifier: Apache-2.0
#include "timeline/OverviewStrip.h"

#include <QDateTime>
#include <QMouseEvent>
#include <QPainter>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace Chartline::Ui {

namespace {

constexpr double s_column = 5;
constexpr double s_edge = 6;

} // namespace

OverviewStrip::OverviewStrip(const Theme &theme, int headerWidth, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_headerWidth(headerWidth)
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Overview of the whole life"));
    setToolTip(tr("The whole life. Drag the window to move, its edges to zoom; double click shows everything."));
}

QSize OverviewStrip::sizeHint() const
{
    return {m_headerWidth + 200, 54};
}

void OverviewStrip::setContent(std::vector<qint64> starts, qint64 firstMs, qint64 lastMs)
{
    m_starts = std::move(starts);
    const double span = std::max(double(lastMs) - double(firstMs), 86'400'000.0);
    m_first = double(firstMs) - span * 0.02;
    m_last = double(firstMs) + span * 1.04;
    update();
}

void OverviewStrip::setWindow(qint64 fromMs, qint64 toMs)
{
    m_from = fromMs;
    m_to = toMs;
    update();
}

QRectF OverviewStrip::plot() const
{
    return QRectF(m_headerWidth + 2, 6, width() - m_headerWidth - 14, height() - 14);
}

double OverviewStrip::x(qint64 ms) const
{
    return plot().left() + (double(ms) - m_first) / (m_last - m_first) * plot().width();
}

qint64 OverviewStrip::ms(double x) const
{
    return qint64(m_first + (x - plot().left()) / plot().width() * (m_last - m_first));
}

void OverviewStrip::paintEvent(QPaintEvent *)
{
    const ThemeColors &colors = m_theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), colors.surface);
    painter.fillRect(QRect(0, 0, m_headerWidth, height()), colors.surfaceAlt);
    painter.setPen(QPen(colors.border, 1));
    painter.drawLine(QPointF(0, 0.5), QPointF(width(), 0.5));
    painter.drawLine(QPointF(m_headerWidth - 0.5, 0), QPointF(m_headerWidth - 0.5, height()));
    const QRectF area = plot();
    painter.setFont(Theme::font(TextStyle::Caption));
    painter.setPen(colors.textMuted);
    painter.drawText(QRectF(26, 0, m_headerWidth - 30, height()), Qt::AlignVCenter, tr("Whole life"));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.surfaceAlt);
    painter.drawRoundedRect(area, Radius::small, Radius::small);
    // Columns as high as the root of what they hold: a quiet year beside a hospital stay can still be seen.
    std::vector<std::size_t> counts;
    std::size_t most = 1;
    const int columns = int(std::ceil(area.width() / s_column));
    for (int column = 0; column < columns; ++column) {
        const double left = area.left() + column * s_column;
        const auto first = std::ranges::lower_bound(m_starts, ms(left));
        const auto end = std::ranges::lower_bound(m_starts, ms(left + s_column));
        counts.push_back(std::size_t(end - first));
        most = std::max(most, counts.back());
    }
    const double low = std::clamp(x(m_from), area.left(), area.right());
    const double high = std::clamp(x(m_to), area.left(), area.right());
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] == 0)
            continue;
        const double left = area.left() + double(i) * s_column;
        const double tall = std::max(2.0, std::sqrt(double(counts[i]) / double(most)) * (area.height() - 8));
        const bool inside = left + s_column > low && left < high;
        QColor color = inside ? colors.accent : colors.textMuted;
        color.setAlphaF(inside ? 0.75F : 0.4F);
        painter.fillRect(QRectF(left + 0.5, area.bottom() - 2 - tall, s_column - 1.5, tall), color);
    }
    painter.setPen(QPen(colors.accent, 1.5));
    painter.setBrush(Qt::NoBrush);
    const QRectF window(low, area.top(), std::max(high - low, 4.0), area.height());
    painter.drawRoundedRect(window, Radius::small, Radius::small);
    painter.setBrush(colors.accent);
    painter.setPen(Qt::NoPen);
    for (const double edge : {window.left(), window.right()})
        painter.drawRoundedRect(QRectF(edge - 2.5, area.center().y() - 8, 5, 16), 2, 2);
}

OverviewStrip::Grip OverviewStrip::gripAt(double at) const
{
    const double low = x(m_from);
    const double high = x(m_to);
    if (std::abs(at - low) <= s_edge)
        return Grip::Left;
    if (std::abs(at - high) <= s_edge)
        return Grip::Right;
    return at > low && at < high ? Grip::Whole : Grip::None;
}

void OverviewStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || event->position().x() < m_headerWidth)
        return;
    m_pressed = event->position().x();
    m_grip = gripAt(m_pressed);
    if (m_grip == Grip::None) {
        const qint64 half = (m_to - m_from) / 2;
        const qint64 middle = ms(m_pressed);
        Q_EMIT windowMoved(middle - half, middle + half);
        m_grip = Grip::Whole;
    }
    m_pressedFrom = m_from;
    m_pressedTo = m_to;
}

void OverviewStrip::mouseMoveEvent(QMouseEvent *event)
{
    const double at = event->position().x();
    if (m_grip == Grip::None) {
        const Grip grip = at < m_headerWidth ? Grip::None : gripAt(at);
        setCursor(grip == Grip::Left || grip == Grip::Right ? Qt::SizeHorCursor
                  : grip == Grip::Whole                     ? Qt::OpenHandCursor
                                                            : Qt::ArrowCursor);
        return;
    }
    const qint64 moved = ms(at) - ms(m_pressed);
    const qint64 least = 3'600'000;
    if (m_grip == Grip::Whole)
        Q_EMIT windowMoved(m_pressedFrom + moved, m_pressedTo + moved);
    else if (m_grip == Grip::Left)
        Q_EMIT windowMoved(std::min(m_pressedFrom + moved, m_pressedTo - least), m_pressedTo);
    else
        Q_EMIT windowMoved(m_pressedFrom, std::max(m_pressedTo + moved, m_pressedFrom + least));
}

void OverviewStrip::mouseReleaseEvent(QMouseEvent *)
{
    m_grip = Grip::None;
}

void OverviewStrip::mouseDoubleClickEvent(QMouseEvent *)
{
    Q_EMIT windowMoved(qint64(m_first), qint64(m_last));
}

void OverviewStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::StyleChange)
        update();
}

} // namespace Chartline::Ui
