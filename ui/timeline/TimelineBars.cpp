// SPDX-License-Identifier: Apache-2.0
#include "theme/Icon.h"
#include "timeline/TimelinePaint.h"
#include "viewmodels/FactText.h"

#include <algorithm>

namespace Chartline::Ui {

namespace {

constexpr double s_leastWidth = 4;
constexpr double s_outside = 24; // drawn beyond the visible edge, so that rounded ends stay out of sight

QColor edgeColor(const TimelineFrame &frame, const Fact &fact)
{
    const ThemeColors &colors = frame.theme.colors();
    if (fact.isWithdrawn())
        return colors.textMuted;
    if (fact.assertion == Assertion::Negated
        || (fact.kind == FactKind::Allergy && fact.flags.testFlag(FactFlag::Critical)))
        return colors.danger;
    return frame.sourceColor(fact);
}

// To the pixel, by the bar drawn before: not drawn.
bool isCovered(const QRectF &bar, const QRectF &before)
{
    return bar.left() - before.left() < 2 && bar.right() <= before.right() + 1;
}

// Where the next bar of the row begins that will be drawn.
double nextStart(const TimelineFrame &frame, const TimelineStrip &strip, std::size_t index, const QRectF &bar)
{
    const std::vector<LaneItem> &items = strip.row->items;
    for (std::size_t i = index + 1; i < items.size(); ++i) {
        const QRectF other = TimelineBars::rect(frame, strip, items[i]);
        if (!isCovered(other, bar))
            return frame.headerWidth + frame.scene.scale().x(items[i].from);
    }
    return frame.size.width();
}

} // namespace

QRectF TimelineBars::rect(const TimelineFrame &frame, const TimelineStrip &strip, const LaneItem &item)
{
    const TimelineScale &scale = frame.scene.scale();
    const double left = std::max(scale.x(item.from), -s_outside);
    const double right =
        std::min(std::max(scale.x(item.to), scale.x(item.from) + s_leastWidth), scale.width() + s_outside);
    return {frame.headerWidth + left, double(frame.toView(strip.top) + 2), std::max(right - left, s_leastWidth),
            double(strip.height - 4)};
}

void TimelineBars::paint(QPainter &painter, const TimelineFrame &frame, const TimelineStrip &strip)
{
    const TimelineScale &scale = frame.scene.scale();
    const std::vector<LaneItem> &items = strip.row->items;
    const std::size_t end = strip.row->firstFrom(scale.right());
    QRectF last;
    Band band;
    double taken = frame.headerWidth; // up to here the row is drawn on
    for (std::size_t i = strip.row->firstReaching(scale.left()); i < end; ++i) {
        const LaneItem &item = items[i];
        if (scale.x(item.to) < -s_outside)
            continue;
        const QRectF bar = rect(frame, strip, item);
        // A row costs its width, not its number of facts.
        if (!last.isNull() && isCovered(bar, last))
            continue;
        last = bar;
        const Fact &fact = frame.scene.lanes().fact(item.fact);
        const double next = nextStart(frame, strip, i, bar);
        // Only a sliver of it stays in sight before the next one lies over it: its shape and name would be lost work.
        if (next - bar.left() < 7 && next < bar.right()) {
            if (band.starts.empty()) {
                band.box = bar;
                band.color = edgeColor(frame, fact);
            }
            band.box.setRight(std::max(band.box.right(), bar.right()));
            band.starts.push_back(bar.left());
            taken = std::max(taken, bar.right());
            continue;
        }
        paintBand(painter, frame, band);
        paintBar(painter, frame, fact, item, bar);
        paintLabel(painter, frame, fact, bar, taken, std::min(next, double(frame.size.width())));
        taken = std::max(taken, bar.right());
    }
    paintBand(painter, frame, band);
}

void TimelineBars::paintBand(QPainter &painter, const TimelineFrame &frame, Band &band)
{
    if (band.starts.empty())
        return;
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QRect box = band.box.toRect();
    painter.fillRect(box, frame.tinted(band.color));
    painter.fillRect(QRect(box.left(), box.top(), box.width(), 1), band.color);
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), band.color);
    int last = -2;
    for (const double start : band.starts) {
        const int x = int(start);
        if (x - last < 2)
            continue;
        last = x;
        painter.fillRect(QRect(x, box.top(), 1, box.height()), band.color);
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
    band.starts.clear();
}

void TimelineBars::paintBox(QPainter &painter, const TimelineFrame &frame, const QRect &box, const QColor &edge)
{
    constexpr int cap = 5; // the rounded ends: pictures, with lines and a filling between them
    const QColor fill = frame.tinted(edge);
    const int height = box.height();
    const auto outline = [&](QPainter &inner, const QRectF &whole) {
        const double radius = std::min(double(Radius::small), whole.width() / 2);
        inner.setPen(QPen(edge, 1));
        inner.setBrush(fill);
        inner.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    };
    const auto key = [&](int shape, int width) {
        return TimelineMarks::Key{shape, edge.rgba(), fill.rgba(), QRgb(width), QString::number(height)};
    };
    if (box.width() <= 2 * cap) {
        frame.marks->draw(painter, key(MarkShape::Bar, box.width()), box.size(), QRectF(box).center(),
                          [&](QPainter &inner) {
                              outline(inner, {-box.width() / 2.0, -height / 2.0, double(box.width()), double(height)});
                          });
        return;
    }
    // Each end is the half of a wider bar.
    const QSizeF end(cap, height);
    const QPointF middle(0, box.top() + height / 2.0);
    frame.marks->draw(painter, key(MarkShape::BarLeft, 0), end, middle + QPointF(box.left() + cap / 2.0, 0),
                      [&](QPainter &inner) {
                          inner.setClipRect(QRectF(-cap / 2.0, -height / 2.0, cap, height));
                          outline(inner, {-cap / 2.0, -height / 2.0, 4.0 * cap, double(height)});
                      });
    frame.marks->draw(painter, key(MarkShape::BarRight, 0), end,
                      middle + QPointF(box.left() + box.width() - cap / 2.0, 0), [&](QPainter &inner) {
                          inner.setClipRect(QRectF(-cap / 2.0, -height / 2.0, cap, height));
                          outline(inner, {cap / 2.0 - 4.0 * cap, -height / 2.0, 4.0 * cap, double(height)});
                      });
    const QRect between = box.adjusted(cap, 0, -cap, 0);
    painter.fillRect(between, fill);
    painter.fillRect(QRect(between.left(), between.top(), between.width(), 1), edge);
    painter.fillRect(QRect(between.left(), between.bottom(), between.width(), 1), edge);
}

void TimelineBars::paintBar(QPainter &painter, const TimelineFrame &frame, const Fact &fact, const LaneItem &item,
                            const QRectF &rect)
{
    const TimelineScale &scale = frame.scene.scale();
    const QColor edge = edgeColor(frame, fact);
    const bool hollow = isHollow(fact);
    const QRectF box = rect.adjusted(0.5, 0.5, -0.5, -0.5);
    const double radius = std::min(double(Radius::small), box.width() / 2);
    const bool unsure = !item.span && scale.x(item.to) - scale.x(item.from) > 8;
    if (hollow || unsure || frame.theme.isHighContrast()) {
        QPen pen(edge, frame.theme.isHighContrast() ? 1.6 : 1.0);
        if (hollow || unsure)
            pen.setStyle(fact.isWithdrawn() ? Qt::DotLine : Qt::DashLine);
        painter.setPen(pen);
        painter.setBrush(hollow ? frame.theme.colors().surface : frame.tinted(edge));
        painter.drawRoundedRect(box, radius, radius);
    } else {
        paintBox(painter, frame, rect.toRect(), edge);
    }
    // Where the source gives a month or a year, the part that may not be true yet is hatched.
    const double sureFrom = frame.headerWidth + scale.x(item.sureFrom);
    const double sureTo = frame.headerWidth + scale.x(item.sureTo);
    QColor hatch = edge;
    hatch.setAlpha(110);
    const QBrush pattern(hatch, Qt::BDiagPattern);
    if (item.span && sureFrom - box.left() > 3)
        painter.fillRect(QRectF(box.left(), box.top(), std::min(sureFrom, box.right()) - box.left(), box.height()),
                         pattern);
    if (item.span && box.right() - sureTo > 3)
        painter.fillRect(QRectF(QPointF(std::max(sureTo, box.left()), box.top()), box.bottomRight()), pattern);
    if (unsure)
        painter.fillRect(box, pattern);
    if (box.width() < 14)
        return;
    // One stripe for each source that states it.
    double x = box.left();
    const QList<qsizetype> places = frame.sources.places(fact);
    for (const qsizetype place : places) {
        painter.fillRect(QRectF(x, box.top() + 1, 3, box.height() - 1), frame.theme.sourceColor(place));
        x += 3.5;
        if (x > box.left() + 14)
            break;
    }
}

void TimelineBars::paintLabel(QPainter &painter, const TimelineFrame &frame, const Fact &fact, const QRectF &bar,
                              double roomLeft, double roomRight)
{
    const double plotLeft = frame.headerWidth;
    const auto stripes = std::min<qsizetype>(frame.sources.places(fact).size(), 4);
    double left = std::max(bar.left() + 3.5 * double(stripes) + 5, plotLeft + 6);
    // The next one in the row may lie over the rest of this one.
    double room = std::min({bar.right(), roomRight, double(frame.size.width())}) - left - 4;
    constexpr double least = 30; // less says nothing
    if (room < least && roomRight < bar.right() + least)
        return;
    const QFont font = painter.font();
    QString label = FactText::title(fact);
    if ((fact.kind == FactKind::Allergy || fact.kind == FactKind::Condition) && !fact.value.isEmpty())
        label += QStringLiteral(" · ") + FactText::value(fact);
    const double width = frame.text->width(label);
    const bool sign = fact.flags.testAnyFlags(FactFlag::ReadTheSource | FactFlag::ConflictingCopy)
                      || (fact.kind == FactKind::Allergy && fact.flags.testFlag(FactFlag::Critical));
    const double signWidth = sign ? 15 : 0;
    if (room < std::min(width + signWidth, 46.0)) {
        const double beside = std::max(bar.right() + 4, plotLeft + 4);
        if (roomRight - beside >= std::min(width + signWidth, 46.0) + 6) {
            left = beside;
            room = roomRight - beside - 6;
        } else {
            // Before the bar, where nothing stands: but only whole, as the bar before may have its own name there.
            room = width + signWidth;
            left = bar.left() - 5 - room;
            if (left < roomLeft + 130 && left < roomLeft + (roomLeft <= plotLeft ? 4 : 130))
                return;
        }
    }
    if (room < 14)
        return;
    if (sign) {
        const QColor &color = fact.flags.testAnyFlags(FactFlag::ReadTheSource | FactFlag::ConflictingCopy)
                                  ? frame.theme.colors().warning
                                  : frame.theme.colors().danger;
        Icon::paint(painter, QRectF(left, bar.center().y() - 6, 12, 12), Icon::Name::Warning, color);
        left += signWidth;
        room -= signWidth;
    }
    label = frame.text->fitted(label, room);
    painter.setPen(fact.isWithdrawn() ? frame.theme.colors().textMuted : frame.theme.colors().text);
    if (!fact.isWithdrawn()) {
        frame.text->draw(painter, left, bar.center().y(), label);
        return;
    }
    QFont struck = font;
    struck.setStrikeOut(true);
    painter.setFont(struck);
    painter.drawText(QRectF(left, bar.top(), room + 2, bar.height()),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, label);
    painter.setFont(font);
}

} // namespace Chartline::Ui
