// SPDX-License-Identifier: Apache-2.0
#include "medications/CourseHeader.h"

#include "medications/MedicationsModel.h"

#include <QPainter>

namespace Chartline::Ui {

CourseHeader::CourseHeader(const Theme &theme, const CourseAxis &axis, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
    , m_axis(axis)
{
    setHighlightSections(false);
    setSectionsClickable(true);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void CourseHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    painter->save();
    QHeaderView::paintSection(painter, rect, logicalIndex);
    painter->restore();
    if (logicalIndex != MedicationsModel::Bars || !m_axis.isValid())
        return;
    painter->save();
    painter->setClipRect(rect);
    QFont font = Theme::font(TextStyle::Caption);
    painter->setFont(font);
    painter->setPen(m_theme.colors().textMuted);
    for (const TimelineTick &tick : m_axis.ticks(rect.width(), locale())) {
        const double x = rect.left() + m_axis.tickX(tick, rect.width());
        const int width = painter->fontMetrics().horizontalAdvance(tick.label);
        if (x - width / 2.0 > rect.left() && x + width / 2.0 < rect.right())
            painter->drawText(QRectF(x - width, rect.top(), 2.0 * width, rect.height()),
                              Qt::AlignCenter | Qt::TextSingleLine, tick.label);
    }
    painter->restore();
}

} // namespace Chartline::Ui
