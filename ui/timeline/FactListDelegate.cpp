// SPDX-License-Identifier: Apache-2.0
#include "timeline/FactListDelegate.h"

#include "theme/Icon.h"
#include "viewmodels/FactListModel.h"

#include <QPainter>

namespace Chartline::Ui {

FactListDelegate::FactListDelegate(const Theme &theme, const FactSources &sources, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_sources(sources)
{ }

QSize FactListDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {80, 27};
}

void FactListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ThemeColors &colors = m_theme.colors();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected)
        painter->fillRect(option.rect, colors.selection);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, colors.surfaceAlt);
    painter->setPen(QPen(colors.border, 1));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    QRect cell =
        option.rect.adjusted(index.column() == FactListModel::DateColumn ? Space::l : Space::s, 0, -Space::xs, 0);
    painter->setFont(Theme::font(TextStyle::Body));
    painter->setPen(colors.text);
    QString text = index.data(Qt::DisplayRole).toString();
    switch (index.column()) {
    case FactListModel::TitleColumn: paintTitle(painter, cell, index); break;
    case FactListModel::SourceColumn: paintSources(painter, cell, index); break;
    case FactListModel::KindColumn: {
        const auto kind = FactKind(index.data(FactListModel::KindRole).toInt());
        Icon::paint(*painter, QRectF(cell.left(), cell.center().y() - 7, 15, 15), Icon::ofKind(kind),
                    m_theme.kindColor(kind));
        cell.setLeft(cell.left() + 22);
        painter->setPen(colors.textMuted);
        painter->drawText(cell, Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, cell.width()));
        break;
    }
    case FactListModel::ValueColumn:
        if (index.data(FactListModel::AbnormalRole).toBool() && !index.data(FactListModel::WithdrawnRole).toBool()) {
            painter->setPen(colors.danger);
            painter->setFont(Theme::font(TextStyle::BodyStrong));
        }
        [[fallthrough]];
    default:
        if (index.column() == FactListModel::DateColumn)
            painter->setPen(colors.textMuted);
        painter->drawText(cell, Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, cell.width()));
        break;
    }
    painter->restore();
}

void FactListDelegate::paintTitle(QPainter *painter, const QRect &cell, const QModelIndex &index) const
{
    const ThemeColors &colors = m_theme.colors();
    QFont font = Theme::font(TextStyle::Body);
    const bool withdrawn = index.data(FactListModel::WithdrawnRole).toBool();
    font.setStrikeOut(withdrawn);
    painter->setFont(font);
    painter->setPen(withdrawn ? colors.textMuted : colors.text);
    const QString warning = index.data(FactListModel::WarningRole).toString();
    const QFont caption = Theme::font(TextStyle::Caption);
    const int warningWidth =
        warning.isEmpty() ? 0 : qMin(QFontMetrics(caption).horizontalAdvance(warning) + 16, cell.width() / 2);
    const int room = cell.width() - warningWidth - (warningWidth > 0 ? Space::s : 0);
    const QString title =
        painter->fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, room);
    painter->drawText(cell, Qt::AlignVCenter | Qt::TextSingleLine, title);
    if (warningWidth == 0)
        return;
    const int left = cell.left() + painter->fontMetrics().horizontalAdvance(title) + Space::s;
    const QRectF chip(left, cell.center().y() - 8, warningWidth, 17);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colors.warningSoft);
    painter->drawRoundedRect(chip, Radius::small, Radius::small);
    painter->setFont(caption);
    painter->setPen(colors.warning);
    painter->drawText(chip, Qt::AlignCenter | Qt::TextSingleLine,
                      QFontMetrics(caption).elidedText(warning, Qt::ElideRight, warningWidth - 10));
}

void FactListDelegate::paintSources(QPainter *painter, const QRect &cell, const QModelIndex &index) const
{
    int x = cell.left();
    const QVariantList ids = index.data(FactListModel::SourceIdsRole).toList();
    for (const QVariant &id : ids) {
        const QColor color = m_theme.sourceColor(m_sources.place(SourceId{id.toLongLong()}));
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawRoundedRect(QRectF(x, cell.center().y() - 5, 11, 11), 2.5, 2.5);
        x += 14;
        if (x > cell.left() + 56)
            break;
    }
    const QRect rest(x + 4, cell.top(), cell.right() - x - 4, cell.height());
    painter->setPen(m_theme.colors().textMuted);
    painter->drawText(
        rest, Qt::AlignVCenter | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, rest.width()));
}

} // namespace Chartline::Ui
