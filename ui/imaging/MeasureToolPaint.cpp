// SPDX-License-Identifier: Apache-2.0
#include "imaging/MeasureTool.h"
#include "imaging/ViewText.h"
#include "measure/MeasureGeometry.h"

#include <QPainter>
#include <cmath>

namespace Chartline::Ui {

using namespace Imaging;

namespace {

constexpr QColor s_line(253, 224, 71);
constexpr QColor s_finding(251, 191, 36);
constexpr QColor s_chosen(103, 232, 249);
constexpr QColor s_rim(0, 0, 0, 190);
constexpr QColor s_plate(9, 12, 16, 170);
constexpr double s_handle = 3.5;
constexpr double s_textGap = 14; // between a finding and its text

// Twice: dark and wide, then bright and thin, to be seen on any picture.
template<typename Draw>
void outlined(QPainter &painter, const QColor &color, Qt::PenStyle style, Draw draw)
{
    QPen pen(QColor(0, 0, 0, color.alpha() * 3 / 4), 3.2);
    if (style == Qt::DashLine)
        pen.setDashPattern({2.5, 2}); // in widths of the line
    painter.setPen(pen);
    draw();
    pen = QPen(color, 1.4);
    if (style == Qt::DashLine)
        pen.setDashPattern({2.5 * 3.2 / 1.4, 2 * 3.2 / 1.4});
    painter.setPen(pen);
    draw();
}

QRectF boundsOf(const std::vector<QPolygonF> &strokes, const QPolygonF &handles)
{
    QPolygonF all = handles;
    for (const QPolygonF &stroke : strokes)
        all += stroke;
    return all.boundingRect();
}

} // namespace

QColor MeasureTool::colorOf(const MeasureItem &item) const
{
    if (item.stored.uid == m_set->chosen())
        return s_chosen;
    return item.stored.finding.isEmpty() ? s_line : s_finding;
}

// Beside what was measured, where there is room: to the right, else to the left, else below; moved by the user from
// there.
void MeasureTool::placeText(Seen &seen) const
{
    const QFontMetricsF metrics(Theme::font(TextStyle::Caption));
    double width = 0;
    for (const QString &line : seen.words)
        width = std::max(width, metrics.horizontalAdvance(line));
    const QSizeF size(width + 10, metrics.height() * double(seen.words.size()) + 6);
    const QRectF bounds = boundsOf(seen.strokes, seen.handles);
    QRectF box(QPointF(bounds.right() + s_textGap, bounds.center().y() - size.height() / 2), size);
    if (box.right() > m_view->width() - 2)
        box.moveRight(bounds.left() - s_textGap);
    if (box.left() < 2)
        box.moveTopLeft({bounds.center().x() - size.width() / 2, bounds.bottom() + s_textGap});
    seen.text = box.translated(m_set->textOffset(seen.item->stored.uid));
    // The line to the text starts where the measurement is nearest to it.
    double least = 1e300;
    QPolygonF candidates = seen.handles;
    for (const QPolygonF &stroke : seen.strokes)
        candidates += stroke;
    for (const QPointF &point : std::as_const(candidates)) {
        const double away = std::hypot(point.x() - seen.text.center().x(), point.y() - seen.text.center().y());
        if (away < least) {
            least = away;
            seen.anchor = point;
        }
    }
}

void MeasureTool::paint(QPainter &painter)
{
    if (!m_set || !m_view->content() || m_ground.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(Theme::font(TextStyle::Caption));
    painter.setBrush(Qt::NoBrush);
    paintPlaces(painter);
    const std::vector<Seen> all = seen();
    for (const Seen &one : all)
        paintSeen(painter, one);
    for (const Seen &one : all)
        paintText(painter, one);
    if (m_draft)
        paintDraft(painter);
    painter.restore();
}

void MeasureTool::paintSeen(QPainter &painter, const Seen &seen) const
{
    QColor color = colorOf(*seen.item);
    if (!seen.crossings.isEmpty()) {
        outlined(painter, color, Qt::SolidLine, [&] {
            for (const QPointF &at : seen.crossings) {
                painter.drawLine(at - QPointF(4, 4), at + QPointF(4, 4));
                painter.drawLine(at - QPointF(4, -4), at + QPointF(4, -4));
            }
        });
        return;
    }
    if (seen.dimmed)
        color.setAlpha(90);
    outlined(painter, color, seen.dimmed ? Qt::DashLine : Qt::SolidLine, [&] {
        for (const QPolygonF &stroke : seen.strokes)
            painter.drawPolyline(stroke);
        if (seen.strokes.empty() && !seen.handles.isEmpty()) { // a probe
            const QPointF at = seen.handles.first();
            painter.drawLine(at - QPointF(7, 0), at - QPointF(2, 0));
            painter.drawLine(at + QPointF(2, 0), at + QPointF(7, 0));
            painter.drawLine(at - QPointF(0, 7), at - QPointF(0, 2));
            painter.drawLine(at + QPointF(0, 2), at + QPointF(0, 7));
        }
    });
    if (seen.dimmed)
        return;
    const bool chosen = seen.item->stored.uid == m_set->chosen();
    painter.setPen(QPen(s_rim, 1));
    painter.setBrush(chosen ? QBrush(color) : QBrush(Qt::NoBrush));
    const double size = chosen ? s_handle + 0.5 : s_handle - 1;
    for (const QPointF &at : seen.handles) {
        painter.setPen(QPen(chosen ? s_rim : color, 1));
        if (chosen || !seen.strokes.empty())
            painter.drawEllipse(at, size, size);
    }
    painter.setBrush(Qt::NoBrush);
}

void MeasureTool::paintText(QPainter &painter, const Seen &seen) const
{
    if (seen.words.isEmpty())
        return;
    const QColor color = colorOf(*seen.item);
    const QPointF nearest(std::clamp(seen.anchor.x(), seen.text.left(), seen.text.right()),
                          std::clamp(seen.anchor.y(), seen.text.top(), seen.text.bottom()));
    painter.setPen(QPen(QColor(color.red(), color.green(), color.blue(), 140), 1, Qt::DotLine));
    painter.drawLine(seen.anchor, nearest);
    painter.setPen(Qt::NoPen);
    painter.setBrush(s_plate);
    painter.drawRoundedRect(seen.text, Radius::small, Radius::small);
    painter.setBrush(Qt::NoBrush);
    const QFontMetricsF metrics(painter.font());
    QRectF line(seen.text.left() + 5, seen.text.top() + 3, seen.text.width(), metrics.height());
    for (const QString &words : seen.words) {
        ViewText::draw(painter, line, Qt::AlignLeft | Qt::AlignVCenter, words, color);
        line.translate(0, metrics.height());
    }
}

void MeasureTool::paintDraft(QPainter &painter) const
{
    const std::vector<Vec3> points = draftPoints();
    Measurement drawn{m_draft->kind, MeasureSpace::Patient, points};
    outlined(painter, s_chosen, Qt::SolidLine, [&] {
        for (const Stroke &stroke : strokesOf(drawn)) {
            QPolygonF line;
            for (const Vec3 &point : stroke.points)
                line << pixel(point);
            if (stroke.closed)
                line << line.first();
            painter.drawPolyline(line);
        }
    });
    painter.setBrush(s_chosen);
    painter.setPen(QPen(s_rim, 1));
    for (const Vec3 &click : m_draft->clicks) {
        if (m_draft->kind != MeasureKind::Freehand)
            painter.drawEllipse(pixel(click), s_handle, s_handle);
    }
    painter.setBrush(Qt::NoBrush);
    const Measurement own = m_ground.measurement(m_draft->kind, points);
    if (!isSound(own) || m_draft->kind == MeasureKind::Freehand)
        return;
    const QStringList words = MeasureText::figures(m_ground.figures(own, m_view->state()));
    const QPointF at = pixel(m_draft->live) + QPointF(s_textGap, -s_textGap);
    if (!words.isEmpty())
        ViewText::draw(painter, QRectF(at.x(), at.y() - 16, 240, 16), Qt::AlignLeft | Qt::AlignVCenter, words.first(),
                       s_chosen);
}

void MeasureTool::paintPlaces(QPainter &painter) const
{
    const ImageState &state = m_view->state();
    for (const AlignedPlace &place : m_places) {
        if (std::abs(state.offPlane(place.point)) > std::max(place.radius, halfSlice()))
            continue;
        const QPointF at = pixel(place.point);
        const double radius = std::max(place.radius / state.mmPerPixel * 1.4, 12.0);
        outlined(painter, s_finding, Qt::DashLine, [&] { painter.drawEllipse(at, radius, radius); });
        ViewText::draw(painter, QRectF(at.x() - 160, at.y() + radius + 3, 320, 18), Qt::AlignHCenter | Qt::AlignTop,
                       place.words, s_finding);
    }
}

} // namespace Chartline::Ui
