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

void paintValueMark(QPainter &painter, const TimelineFrame &frame, QPointF at, const QColor &color, bool abnormal,
                    bool critical)
{
    const ThemeColors &colors = frame.theme.colors();
    const bool marked = abnormal || critical;
    const TimelineMarks::Key key{critical   ? MarkShape::Diamond
                                 : abnormal ? MarkShape::Triangle
                                            : MarkShape::Dot,
                                 colors.surface.rgba(),
                                 (marked ? colors.danger : color).rgba(),
                                 0,
                                 {}};
    const double side = critical ? 12 : abnormal ? 11 : 6;
    frame.marks->draw(painter, key, {side, side}, at, [&](QPainter &inner) {
        inner.setPen(marked ? QPen(colors.surface, critical ? 1 : 0.8) : QPen(Qt::NoPen));
        inner.setBrush(marked ? colors.danger : color);
        if (critical)
            inner.drawPolygon(QPolygonF{QPointF(0, -5), QPointF(5, 0), QPointF(0, 5), QPointF(-5, 0)});
        else if (abnormal)
            inner.drawPolygon(QPolygonF{QPointF(0, -4.2), QPointF(4, 3), QPointF(-4, 3)});
        else
            inner.drawEllipse(QPointF(), 2.2, 2.2);
    });
}

} // namespace Chartline::Ui
