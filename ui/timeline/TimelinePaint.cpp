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

void paintValueMark(QPainter &painter, const Theme &theme, QPointF at, const QColor &color, bool abnormal,
                    bool critical)
{
    if (critical) {
        painter.setPen(QPen(theme.colors().surface, 1));
        painter.setBrush(theme.colors().danger);
        painter.drawPolygon(
            QPolygonF{at + QPointF(0, -5), at + QPointF(5, 0), at + QPointF(0, 5), at + QPointF(-5, 0)});
    } else if (abnormal) {
        painter.setPen(QPen(theme.colors().surface, 0.8));
        painter.setBrush(theme.colors().danger);
        painter.drawPolygon(QPolygonF{at + QPointF(0, -4.2), at + QPointF(4, 3), at + QPointF(-4, 3)});
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(at, 2.2, 2.2);
    }
}

} // namespace Chartline::Ui
