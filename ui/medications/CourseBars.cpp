// SPDX-License-Identifier: Apache-2.0
#include "medications/CourseBars.h"

#include "medications/TierMark.h"

#include <QPainter>

#include <algorithm>

namespace Chartline::Ui {

using namespace Safety;

namespace {

constexpr double s_height = 14;
constexpr double s_leastWidth = 3;
constexpr double s_fade = 28;

QRectF between(const QRectF &band, const CourseAxis &axis, const DaySpan &span)
{
    const double left = band.left() + axis.x(span.from, band.width());
    const double right = band.left() + axis.x(span.to.addDays(1), band.width());
    return {left, band.top(), std::max(right - left, s_leastWidth), band.height()};
}

QColor faded(QColor color, double alpha)
{
    color.setAlphaF(float(alpha));
    return color;
}

} // namespace

void CourseBars::paintGrid(QPainter &painter, const QRectF &cell, const Theme &theme, const CourseAxis &axis)
{
    painter.setPen(QPen(theme.colors().timelineGrid, 1));
    for (const TimelineTick &tick : axis.ticks(cell.width(), QLocale())) {
        const double x = std::round(cell.left() + axis.tickX(tick, cell.width())) + 0.5;
        if (x > cell.left() && x < cell.right())
            painter.drawLine(QPointF(x, cell.top()), QPointF(x, cell.bottom()));
    }
    painter.setPen(QPen(theme.colors().todayLine, 1, Qt::DashLine));
    const double today = std::round(cell.left() + axis.x(axis.today().addDays(1), cell.width())) + 0.5;
    painter.drawLine(QPointF(today, cell.top()), QPointF(today, cell.bottom()));
}

void CourseBars::paintGaps(QPainter &painter, const QRectF &band, const Theme &theme, const CourseAxis &axis,
                           const DrugCourse &course)
{
    const QColor ink = theme.colors().borderStrong;
    for (const DaySpan &gap : course.gaps) {
        const QRectF box = between(band, axis, gap).adjusted(0, 2, 0, -2);
        painter.fillRect(box, QBrush(ink, Qt::BDiagPattern));
        painter.setPen(QPen(ink, 1));
        painter.drawLine(box.topLeft(), box.topRight());
        painter.drawLine(box.bottomLeft(), box.bottomRight());
    }
}

void CourseBars::paintSpan(QPainter &painter, const QRectF &bar, const QColor &edge, const QColor &fill, bool fades)
{
    if (!fades) {
        painter.setPen(QPen(edge, 1.3));
        painter.setBrush(fill);
        painter.drawRoundedRect(bar, 3, 3);
        return;
    }
    const auto fading = [&](const QColor &color) {
        QLinearGradient gradient(bar.left(), 0, bar.right(), 0);
        const double from = std::max(0.0, 1 - s_fade / std::max(bar.width(), 1.0));
        gradient.setColorAt(0, color);
        gradient.setColorAt(from, color);
        gradient.setColorAt(1, faded(color, 0));
        return QBrush(gradient);
    };
    painter.setPen(QPen(fading(edge), 1.3));
    painter.setBrush(fading(fill));
    painter.drawRoundedRect(bar, 3, 3);
}

void CourseBars::paint(QPainter &painter, const QRectF &cell, const Theme &theme, const CourseAxis &axis,
                       const DrugCourse &course, Tier tier)
{
    painter.save();
    painter.setClipRect(cell, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF band(cell.left(), cell.center().y() - s_height / 2, cell.width(), s_height);
    const bool isReal = course.isTaken() || course.state == CourseState::Past;
    const bool isPast = course.state == CourseState::Past;
    const QColor base = isPast                    ? theme.colors().textMuted
                        : tier >= Tier::Prominent ? TierMark::color(theme, tier)
                                                  : theme.kindColor(Chartline::FactKind::Medication);
    paintGaps(painter, band, theme, axis, course);
    for (qsizetype i = 0; i < course.spans.size(); ++i) {
        const bool isLast = i + 1 == course.spans.size();
        QRectF bar = between(band, axis, course.spans[i]);
        if (!isReal) {
            painter.setPen(QPen(base, 1.3, Qt::DashLine));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(bar, 3, 3);
            continue;
        }
        const bool isOpen = isLast && course.openEnd && course.isTaken();
        if (isOpen)
            bar.setRight(std::min(bar.right() + s_fade / 2, cell.right()));
        const double sure = isLast ? 0.4 + 0.6 * std::clamp(course.confidence, 0.0, 1.0) : 1;
        paintSpan(painter, bar, faded(base, sure), faded(base, 0.25 * sure), isOpen);
    }
    painter.setPen(QPen(base, 1.6));
    for (qsizetype i = 1; isReal && i < course.doses.size(); ++i) {
        const double x = band.left() + axis.x(course.doses[i].from, band.width());
        painter.drawLine(QPointF(x, band.top()), QPointF(x, band.bottom()));
    }
    painter.restore();
}

} // namespace Chartline::Ui
