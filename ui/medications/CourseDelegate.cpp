// SPDX-License-Identifier: Apache-2.0
#include "medications/CourseDelegate.h"

#include "medications/CourseBars.h"
#include "medications/TierMark.h"

#include <QPainter>

#include <algorithm>

namespace Chartline::Ui {

using namespace Safety;

namespace {

constexpr int s_above = 7;
constexpr int s_between = 2;
constexpr int s_signWidth = 24;
constexpr int s_headingHeight = 34;
constexpr int s_bar = 18;
constexpr int s_wrapped = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

} // namespace

CourseDelegate::CourseDelegate(const Theme &theme, const MedicationsModel &model, const CourseAxis &axis,
                               QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_model(model)
    , m_axis(axis)
{ }

QFont CourseDelegate::fontOf(CourseLine::Style style)
{
    switch (style) {
    case CourseLine::Style::Strong: return Theme::font(TextStyle::BodyStrong);
    case CourseLine::Style::Muted:
    case CourseLine::Style::Chip: return Theme::font(TextStyle::Caption);
    case CourseLine::Style::Warning:
    case CourseLine::Style::Danger: {
        QFont font = Theme::font(TextStyle::Caption);
        font.setWeight(QFont::DemiBold);
        return font;
    }
    case CourseLine::Style::Normal: break;
    }
    return Theme::font(TextStyle::Body);
}

QRect CourseDelegate::textRect(const QRect &cell, const QModelIndex &index) const
{
    const int left = index.column() == MedicationsModel::Drug ? Space::m + s_signWidth : Space::m;
    return cell.adjusted(left, s_above, -Space::s, -s_above);
}

int CourseDelegate::heightOf(const CourseLine &line, int width)
{
    const QFontMetrics metrics(fontOf(line.style));
    return metrics.boundingRect(QRect(0, 0, std::max(width, 40), 2000), s_wrapped, line.text).height()
           + (line.style == CourseLine::Style::Chip ? 4 : 0);
}

QSize CourseDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (m_model.isHeading(index.row()))
        return {80, s_headingHeight};
    int height = 2 * s_above;
    for (const CourseLine &line : m_model.lines(index.row(), index.column()))
        height += heightOf(line, textRect(option.rect, index).width()) + s_between;
    return {80, std::max(height, 40)};
}

void CourseDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ThemeColors &colors = m_theme.colors();
    painter->save();
    const bool isHeading = m_model.isHeading(index.row());
    if (isHeading)
        painter->fillRect(option.rect, colors.surfaceAlt);
    else if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, colors.selection);
    painter->setPen(QPen(colors.border, 1));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->setRenderHint(QPainter::Antialiasing);
    if (isHeading) {
        painter->setFont(fontOf(CourseLine::Style::Strong));
        painter->setPen(colors.text);
        painter->drawText(option.rect.adjusted(Space::m, 0, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine,
                          index.data().toString());
        painter->restore();
        return;
    }
    if (index.column() == MedicationsModel::Bars) {
        CourseBars::paintGrid(*painter, option.rect, m_theme, m_axis);
        // Beside the name, however many lines the sources fill.
        const QRectF band(option.rect.left(), option.rect.top() + s_above, option.rect.width(), s_bar);
        CourseBars::paint(*painter, band, m_theme, m_axis, m_model.review()->courses[m_model.courseAt(index.row())],
                          m_model.tier(index.row()));
    } else {
        if (index.column() == MedicationsModel::Drug)
            paintSign(*painter, option.rect, index.row());
        QRect rect = textRect(option.rect, index);
        for (const CourseLine &line : m_model.lines(index.row(), index.column())) {
            const int height = heightOf(line, rect.width());
            paintLine(*painter, line, QRect(rect.left(), rect.top(), rect.width(), height));
            rect.setTop(rect.top() + height + s_between);
        }
    }
    painter->restore();
}

void CourseDelegate::paintSign(QPainter &painter, const QRect &cell, int row) const
{
    const QRectF place(cell.left() + Space::m, cell.top() + s_above, 16, 16);
    if (const Tier tier = m_model.tier(row); tier >= Tier::Passive)
        Icon::paint(painter, place, TierMark::icon(tier), TierMark::color(m_theme, tier));
    else if (m_model.isUnchecked(row))
        Icon::paint(painter, place, TierMark::uncheckedIcon(), m_theme.colors().textMuted);
}

void CourseDelegate::paintLine(QPainter &painter, const CourseLine &line, const QRect &rect) const
{
    const ThemeColors &colors = m_theme.colors();
    painter.setFont(fontOf(line.style));
    switch (line.style) {
    case CourseLine::Style::Muted: painter.setPen(colors.textMuted); break;
    case CourseLine::Style::Warning: painter.setPen(colors.warning); break;
    case CourseLine::Style::Danger: painter.setPen(colors.danger); break;
    case CourseLine::Style::Chip: {
        const int width = std::min(rect.width(), painter.fontMetrics().horizontalAdvance(line.text) + 12);
        const QRectF chip(rect.left(), rect.top(), width, rect.height());
        painter.setPen(QPen(colors.borderStrong, 1, Qt::DashLine));
        painter.setBrush(colors.surfaceAlt);
        painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), Radius::small, Radius::small);
        painter.setPen(colors.text);
        painter.drawText(chip, Qt::AlignCenter | Qt::TextSingleLine, line.text);
        return;
    }
    default: painter.setPen(colors.text); break;
    }
    painter.drawText(rect, s_wrapped, line.text);
}

} // namespace Chartline::Ui
