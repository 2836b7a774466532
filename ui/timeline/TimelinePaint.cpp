// SPDX-License-Identifier: Apache-2.0
#include "timeline/TimelinePaint.h"

namespace Chartline::Ui {

QColor TimelineFrame::tinted(const QColor &color) const
{
    const QColor &surface = theme.colors().surface;
    const float share = theme.isDark() ? 0.34F : 0.18F;
    const auto mix = [&](float a, float b) { return a * share + b * (1.0F - share); };
    return QColor::fromRgbF(mix(color.redF(), surface.redF()), mix(color.greenF(), surface.greenF()),
                            mix(color.blueF(), surface.blueF()));
}

bool isHollow(const Fact &fact)
{
    return fact.assertion != Assertion::Affirmed || fact.isWithdrawn() || fact.flags.testFlag(FactFlag::Planned);
}

void paintValueMark(QPainter &painter, const TimelineFrame &frame, QPointF at, const QColor &color, ValueMark mark)
{
    const ThemeColors &colors = frame.theme.colors();
    const bool marked = mark != ValueMark::Normal;
    const QColor fill = marked ? colors.danger : color;
    const TimelineMarks::Key key{MarkShape::Value + int(mark), colors.surface.rgba(), fill.rgba(), 0, {}};
    const double side = marked ? 12 : 6;
    frame.marks->draw(painter, key, {side, side}, at, [&](QPainter &inner) {
        inner.setPen(marked ? QPen(colors.surface, 0.8) : QPen(Qt::NoPen));
        inner.setBrush(fill);
        switch (mark) {
        case ValueMark::Normal: inner.drawEllipse(QPointF(), 2.2, 2.2); break;
        case ValueMark::Abnormal: inner.drawRect(QRectF(-3.2, -3.2, 6.4, 6.4)); break;
        case ValueMark::High: inner.drawPolygon(QPolygonF{QPointF(0, -4.2), QPointF(4, 3), QPointF(-4, 3)}); break;
        case ValueMark::Low: inner.drawPolygon(QPolygonF{QPointF(0, 4.2), QPointF(4, -3), QPointF(-4, -3)}); break;
        case ValueMark::Critical:
            inner.drawPolygon(QPolygonF{QPointF(0, -5), QPointF(5, 0), QPointF(0, 5), QPointF(-5, 0)});
            break;
        }
    });
}

} // namespace Chartline::Ui
