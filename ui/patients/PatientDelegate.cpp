// SPDX-License-Identifier: Apache-2.0
#include "patients/PatientDelegate.h"

#include "theme/Icon.h"
#include "viewmodels/PatientListModel.h"

#include <QPainter>

namespace Chartline::Ui {

PatientDelegate::PatientDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{ }

void PatientDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ThemeColors &colors = m_theme.colors();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, colors.selection);
    else if (index.row() == m_hovered)
        painter->fillRect(option.rect, colors.surfaceAlt);
    painter->setPen(colors.border);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    // The whole row is one choice, so focus is a bar at its beginning rather than a box round a cell.
    if ((option.state & QStyle::State_Selected) && index.column() == 0)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), colors.accent);
    const QRect inner = option.rect.adjusted(Space::m, 0, -Space::m, 0);
    if (index.column() == PatientListModel::Patient) {
        paintPatient(*painter, inner, index);
    } else {
        const bool main = index.column() == PatientListModel::Born || index.column() == PatientListModel::Facts;
        painter->setFont(Theme::font(TextStyle::Body));
        painter->setPen(main || (option.state & QStyle::State_Selected) ? colors.text : colors.textMuted);
        const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
        const QString text = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, inner.width());
        painter->drawText(inner, int(alignment), text);
    }
    painter->restore();
}

void PatientDelegate::paintPatient(QPainter &painter, const QRect &rect, const QModelIndex &index) const
{
    const ThemeColors &colors = m_theme.colors();
    const bool unnamed = index.data(PatientListModel::UnnamedRole).toBool();
    const QRectF badge(rect.left(), rect.center().y() - 15, 32, 32);
    painter.setPen(unnamed ? QPen(colors.textMuted, 1, Qt::DashLine) : QPen(Qt::NoPen));
    painter.setBrush(unnamed ? Qt::NoBrush : QBrush(colors.accentSoft));
    painter.drawEllipse(badge);
    Icon::paint(painter, badge.adjusted(7, 7, -7, -7), unnamed ? Icon::Name::PersonUnknown : Icon::Name::Person,
                unnamed ? colors.textMuted : colors.accent);
    const QRect words = rect.adjusted(32 + Space::m, 0, 0, 0);
    const QString detail = index.data(PatientListModel::DetailRole).toString();
    const QFont nameFont = Theme::font(TextStyle::BodyStrong);
    const QFont detailFont = Theme::font(TextStyle::Caption);
    const int nameHeight = QFontMetrics(nameFont).height();
    const int detailHeight = detail.isEmpty() ? 0 : QFontMetrics(detailFont).height() + 1;
    const int top = words.center().y() - (nameHeight + detailHeight) / 2 + 1;
    painter.setFont(nameFont);
    painter.setPen(unnamed ? colors.textMuted : colors.text);
    painter.drawText(QRect(words.left(), top, words.width(), nameHeight), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    painter.setFont(detailFont);
    painter.setPen(colors.textMuted);
    painter.drawText(QRect(words.left(), top + nameHeight + 1, words.width(), detailHeight),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(detail, Qt::ElideRight, words.width()));
}

QSize PatientDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), rowHeight};
}

} // namespace Chartline::Ui
