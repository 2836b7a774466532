// SPDX-License-Identifier: Apache-2.0
#include "imaging/ImageView.h"

#include <QLineF>
#include <QPainter>
#include <cmath>
#include <numbers>

namespace Chartline::Ui {

using namespace Imaging;

namespace {

constexpr QColor s_lineAcross(239, 108, 96, 170);
constexpr QColor s_lineDown(96, 165, 220, 170);
constexpr double s_gap = 14; // what lies under the cursor stays visible
constexpr double s_handleFrom = 56; // logical pixels from the cursor
constexpr double s_handleReach = 7; // to the sides of a line
constexpr double s_handleRadius = 4;

double angleOf(const QPointF &v)
{
    return std::atan2(v.y(), v.x()) * 180 / std::numbers::pi;
}

} // namespace

void ImageView::setCursorLines(const QList<CursorLine> &lines)
{
    if (lines == m_cursorLines)
        return;
    m_cursorLines = lines;
    update();
}

std::optional<QPointF> ImageView::directionOf(const CursorLine &line) const
{
    const Vec3 along = cross(line.normal, cross(m_state.right, m_state.down));
    const QPointF onScreen(dot(along, m_state.right), dot(along, m_state.down));
    const double length = std::hypot(onScreen.x(), onScreen.y());
    return length < 0.05 ? std::nullopt : std::optional(onScreen / length);
}

bool ImageView::isOnHandle(const QPointF &at) const
{
    if (!m_cursor || m_cursorLines.isEmpty())
        return false;
    const QPointF from = at - m_state.toView(*m_cursor, size());
    if (std::hypot(from.x(), from.y()) < s_handleFrom)
        return false;
    return std::ranges::any_of(m_cursorLines, [&](const CursorLine &line) {
        const auto direction = directionOf(line);
        return direction && std::abs(from.x() * direction->y() - from.y() * direction->x()) <= s_handleReach;
    });
}

void ImageView::turnCursor(const QPointF &from, const QPointF &to)
{
    const QPointF middle = m_state.toView(*m_cursor, size());
    const double degrees = std::remainder(angleOf(to - middle) - angleOf(from - middle), 360.0);
    if (std::abs(degrees) > 1e-6)
        Q_EMIT cursorTurned(degrees);
}

void ImageView::paintCursor(QPainter &painter)
{
    if (!m_cursor || !m_content->isInPatient())
        return;
    const QPointF at = m_state.toView(*m_cursor, size());
    const double far = 2.0 * (width() + height());
    const auto draw = [&](const QPointF &direction, const QColor &color) {
        painter.setPen(QPen(color, 1));
        painter.drawLine(QLineF(at - direction * far, at - direction * s_gap));
        painter.drawLine(QLineF(at + direction * s_gap, at + direction * far));
    };
    if (m_cursorLines.isEmpty()) {
        draw({1, 0}, s_lineAcross);
        draw({0, 1}, s_lineDown);
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double reach = std::max(0.32 * std::min(width(), height()), s_handleFrom + 8);
    for (const CursorLine &line : std::as_const(m_cursorLines)) {
        const auto direction = directionOf(line);
        if (!direction)
            continue;
        draw(*direction, line.color);
        if (m_tool != ViewTool::Crosshair)
            continue;
        painter.setBrush(QColor(9, 12, 16));
        for (const double side : {-1.0, 1.0})
            painter.drawEllipse(at + *direction * (side * reach), s_handleRadius, s_handleRadius);
    }
    painter.restore();
}

} // namespace Chartline::Ui
