// SPDX-License-Identifier: Apache-2.0
#include "theme/Icon.h"
#include "timeline/TimelinePaint.h"
#include "viewmodels/FactText.h"

#include <algorithm>
#include <cmath>

namespace Chartline::Ui {

namespace {

// The colour of a cluster: its source's where all are from one, else a quiet one.
QColor clusterColor(const TimelineFrame &frame, const LaneRow &row, const TimelineCluster &cluster)
{
    constexpr std::size_t looked = 24;
    const QColor first = frame.sourceColor(frame.scene.lanes().fact(row.items[cluster.first].fact));
    const std::size_t step = std::max<std::size_t>(1, cluster.count() / looked);
    for (std::size_t i = cluster.first; i < cluster.end; i += step) {
        if (frame.sourceColor(frame.scene.lanes().fact(row.items[i].fact)) != first)
            return frame.theme.colors().textMuted;
    }
    return first;
}

void paintPage(QPainter &painter, const QRectF &rect, bool lines)
{
    const QRectF page(rect.center().x() - 5.5, rect.center().y() - 7.5, 11, 15);
    constexpr double fold = 4;
    painter.drawPolygon(QPolygonF{page.topLeft(), page.topRight() - QPointF(fold, 0),
                                  page.topRight() + QPointF(0, fold), page.bottomRight(), page.bottomLeft()});
    if (!lines)
        return;
    for (const double y : {6.0, 8.5, 11.0})
        painter.drawLine(page.topLeft() + QPointF(2.5, y), page.topLeft() + QPointF(8.5, y));
}

} // namespace

QRectF TimelineMoments::rect(const TimelineFrame &frame, const TimelineStrip &strip, const TimelineCluster &cluster)
{
    const LaneId lane = frame.scene.lanes().lanes()[std::size_t(strip.lane)].id;
    const double x = frame.headerWidth + frame.scene.middle(strip, cluster);
    const double top = frame.toView(strip.top);
    if (lane == LaneId::Imaging && strip.kind == TimelineStrip::Kind::Moments)
        return {x - 15, top + 2, 30, 24};
    const double half = lane == LaneId::Encounters ? 3 : cluster.count() > 1 ? 9 : 8;
    return {x - half, top + strip.height / 2.0 - 9, 2 * half, 18};
}

void TimelineMoments::paint(QPainter &painter, const TimelineFrame &frame, int index)
{
    const TimelineStrip &strip = frame.scene.strips()[std::size_t(index)];
    const TimelineScale &scale = frame.scene.scale();
    const LaneId lane = frame.scene.lanes().lanes()[std::size_t(strip.lane)].id;
    const std::vector<TimelineCluster> &clusters = frame.scene.clusters(index);
    const std::vector<LaneItem> &items = strip.row->items;
    // Only clusters whose mark can reach into view; they are ordered by their first item.
    const qint64 margin = qint64(60 * scale.millisecondsPerPixel());
    const auto from = std::ranges::lower_bound(clusters, scale.left() - margin, {},
                                               [&](const TimelineCluster &c) { return items[c.first].from; });
    for (auto cluster = from; cluster != clusters.end(); ++cluster) {
        const QRectF mark = rect(frame, strip, *cluster);
        if (mark.left() > frame.size.width())
            break;
        const Fact &fact = frame.scene.lanes().fact(items[cluster->first].fact);
        if (cluster->count() > 1) {
            const QColor color = clusterColor(frame, *strip.row, *cluster);
            if (lane == LaneId::Encounters)
                paintTicks(painter, frame, mark, *strip.row, *cluster);
            else if (lane == LaneId::Imaging)
                paintPictures(painter, mark, color, cluster->count());
            else
                paintCount(painter, frame, mark, color, cluster->count());
            continue;
        }
        const LaneItem &item = items[cluster->first];
        const double stretch = scale.x(item.to) - scale.x(item.from);
        if (stretch > mark.width() + 6) {
            // A stay, or a day seen from close: as long as it is.
            const QColor color = frame.sourceColor(fact);
            const double y = mark.center().y();
            const double left = std::max(frame.headerWidth + scale.x(item.from), double(frame.headerWidth) - 4);
            const double right = std::min(frame.headerWidth + scale.x(item.to), frame.size.width() + 4.0);
            painter.setPen(QPen(color, 1, item.span ? Qt::SolidLine : Qt::DotLine));
            painter.setBrush(item.span ? QBrush(frame.tinted(color)) : QBrush(Qt::NoBrush));
            painter.drawRoundedRect(QRectF(left, y - 7.5, std::max(right - left, 2.0), 15), 3, 3);
        }
        paintGlyph(painter, frame, lane, fact, mark);
        const double next =
            std::next(cluster) == clusters.end() ? frame.size.width() : rect(frame, strip, *std::next(cluster)).left();
        paintNames(painter, frame, strip, mark, fact, next);
    }
}

void TimelineMoments::paintGlyph(QPainter &painter, const TimelineFrame &frame, LaneId lane, const Fact &fact,
                                 const QRectF &rect)
{
    const ThemeColors &colors = frame.theme.colors();
    const QColor color = fact.isWithdrawn() ? colors.textMuted : frame.sourceColor(fact);
    const bool hollow = isHollow(fact);
    const QPointF middle = rect.center();
    painter.setPen(QPen(color, hollow ? 1.4 : 1.2, fact.isWithdrawn() ? Qt::DotLine : Qt::SolidLine));
    painter.setBrush(hollow ? colors.surface : color);
    switch (lane) {
    case LaneId::Imaging:
        painter.setPen(QPen(color, 1.2));
        painter.setBrush(hollow ? colors.surface : QColor(0x14, 0x1b, 0x24));
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        Icon::paint(painter, QRectF(middle.x() - 8, rect.top() + 2.5, 16, 16), Icon::Name::Scan,
                    hollow ? color : QColor(0xc9, 0xd4, 0xe0));
        painter.fillRect(QRectF(rect.left() + 2, rect.bottom() - 4, rect.width() - 4, 2.5), color);
        break;
    case LaneId::Encounters: painter.drawRoundedRect(QRectF(middle.x() - 2, middle.y() - 8, 4, 16), 1.5, 1.5); break;
    case LaneId::Procedures:
        painter.drawPolygon(QPolygonF{middle + QPointF(0, -7), middle + QPointF(7, 0), middle + QPointF(0, 7),
                                      middle + QPointF(-7, 0)});
        break;
    case LaneId::Documents:
        painter.setBrush(hollow ? colors.surface : frame.tinted(color));
        paintPage(painter, rect, fact.kind == FactKind::Report);
        break;
    case LaneId::Results: {
        const ValueMark mark = FactText::mark(fact);
        if (!hollow && mark != ValueMark::Normal) {
            paintValueMark(painter, frame, middle, color, mark);
            break;
        }
        painter.drawRoundedRect(QRectF(middle.x() - 3.5, middle.y() - 3.5, 7, 7), 1.5, 1.5);
        break;
    }
    default: painter.drawEllipse(middle, 5, 5); break;
    }
    // Said not to have been: struck through, whatever the shape.
    if (fact.assertion == Assertion::Negated) {
        painter.setPen(QPen(colors.danger, 1.8));
        painter.drawLine(middle + QPointF(-6.5, 6.5), middle + QPointF(6.5, -6.5));
    }
}

void TimelineMoments::paintCount(QPainter &painter, const TimelineFrame &frame, const QRectF &rect, const QColor &color,
                                 std::size_t count)
{
    const QString text = count > 999 ? QStringLiteral("%1k").arg(count / 1000) : QString::number(count);
    const double width = std::ceil(std::max(16.0, frame.text->width(text) + 7));
    const ThemeColors &colors = frame.theme.colors();
    const TimelineMarks::Key key{MarkShape::Count, color.rgba(), frame.tinted(color).rgba(), colors.text.rgba(), text};
    // On whole pixels: a number is sharp there.
    const QPointF middle(std::round(rect.center().x() - width / 2) + width / 2, std::round(rect.center().y()));
    frame.marks->draw(painter, key, {width + 2, 18}, middle, [&](QPainter &inner) {
        const QRectF pill(-width / 2, -8, width, 16);
        inner.setPen(QPen(color, 1));
        inner.setBrush(frame.tinted(color));
        inner.drawRoundedRect(pill, 5, 5);
        inner.setPen(colors.text);
        inner.drawText(pill, Qt::AlignCenter, text);
    });
}

void TimelineMoments::paintTicks(QPainter &painter, const TimelineFrame &frame, const QRectF &rect, const LaneRow &row,
                                 const TimelineCluster &cluster)
{
    // Taller the more there are, in the colours of the first and the last.
    const double tall = std::min(24.0, 15 + 3 * std::log2(double(cluster.count())));
    const QRectF tick(rect.center().x() - 2.5, rect.center().y() - tall / 2, 5, tall);
    painter.setPen(Qt::NoPen);
    painter.setBrush(frame.sourceColor(frame.scene.lanes().fact(row.items[cluster.first].fact)));
    painter.drawRoundedRect(tick, 1.5, 1.5);
    painter.setBrush(frame.sourceColor(frame.scene.lanes().fact(row.items[cluster.end - 1].fact)));
    painter.drawRoundedRect(QRectF(tick.left(), tick.center().y(), tick.width(), tall / 2), 1.5, 1.5);
}

void TimelineMoments::paintPictures(QPainter &painter, const QRectF &rect, const QColor &color, std::size_t count)
{
    const QColor film(0x14, 0x1b, 0x24);
    painter.setPen(QPen(color, 1.2));
    painter.setBrush(film);
    painter.drawRoundedRect(rect.adjusted(3.5, -1.5, 2.5, -3.5), 3, 3);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setPen(QColor(0xe8, 0xee, 0xf5));
    painter.drawText(rect.adjusted(0, 0, 0, -3), Qt::AlignCenter, QString::number(count));
    painter.fillRect(QRectF(rect.left() + 2, rect.bottom() - 4, rect.width() - 4, 2.5), color);
}

void TimelineMoments::paintNames(QPainter &painter, const TimelineFrame &frame, const TimelineStrip &strip,
                                 const QRectF &rect, const Fact &fact, double roomRight)
{
    const QString title = FactText::title(fact);
    painter.setPen(frame.theme.colors().textMuted);
    if (frame.scene.lanes().lanes()[std::size_t(strip.lane)].id == LaneId::Imaging) {
        const double room = std::min(roomRight - rect.center().x(), 60.0) * 1.6;
        if (room > 30)
            painter.drawText(QRectF(rect.center().x() - room / 2, rect.bottom() + 1, room, 14),
                             Qt::AlignHCenter | Qt::AlignTop, frame.text->fitted(title, room));
        return;
    }
    const double room = std::min(roomRight, double(frame.size.width())) - rect.right() - 10;
    const QString value = FactText::value(fact);
    const QString label = value.isEmpty() ? title : title + QStringLiteral(": ") + value;
    if (room < 30 || room < std::min(frame.text->width(label), 56.0))
        return;
    frame.text->draw(painter, rect.right() + 3, rect.center().y(), frame.text->fitted(label, room));
}

void TimelineMoments::paintFolded(QPainter &painter, const TimelineFrame &frame, const TimelineStrip &strip)
{
    // How many there are in each three pixels, as height.
    const TimelineScale &scale = frame.scene.scale();
    const int base = frame.toView(strip.top) + strip.height - 5;
    QColor color = frame.theme.colors().textMuted;
    color.setAlphaF(0.6F);
    constexpr int column = 3;
    painter.setRenderHint(QPainter::Antialiasing, false);
    std::size_t at = strip.row->firstFrom(scale.left());
    for (int x = 0; x < scale.width() && at < strip.row->items.size(); x += column) {
        const std::size_t end = strip.row->firstFrom(scale.ms(x + column), at);
        if (end > at) {
            const int tall = int(std::min(20.0, 5 + 4 * std::log2(double(end - at))));
            painter.fillRect(QRect(frame.headerWidth + x, base - tall, column - 1, tall), color);
        }
        at = end;
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
}

} // namespace Chartline::Ui
