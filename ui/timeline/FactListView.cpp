// SPDX-License-Identifier: Apache-2.0
#include "timeline/FactListView.h"

#include "timeline/FactListDelegate.h"

#include <QHeaderView>
#include <QPainter>

namespace Chartline::Ui {

FactListView::FactListView(const Theme &theme, QWidget *parent)
    : QTreeView(parent)
    , m_theme(theme)
    , m_model(new FactListModel(this))
{
    setModel(m_model);
    setItemDelegate(new FactListDelegate(theme, m_sources, this));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setItemsExpandable(false);
    setAllColumnsShowFocus(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setFrameShape(QFrame::NoFrame);
    setIndentation(0);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setAccessibleName(tr("List of entries"));
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(FactListModel::TitleColumn, QHeaderView::Stretch);
    connect(this, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        if (m_model->fact(index))
            Q_EMIT factActivated(index.data(FactListModel::FactIndexRole).toInt());
    });
}

void FactListView::setSources(const FactSources &sources)
{
    m_sources = sources;
}

void FactListView::select(FactId fact)
{
    m_quiet = true;
    const QModelIndex index = m_model->indexOf(fact);
    setCurrentIndex(index);
    if (index.isValid())
        scrollTo(index, QAbstractItemView::EnsureVisible);
    m_quiet = false;
}

void FactListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (!m_quiet && m_model->fact(current))
        Q_EMIT factSelected(current.data(FactListModel::FactIndexRole).toInt());
}

void FactListView::drawRow(QPainter *painter, const QStyleOptionViewItem &options, const QModelIndex &index) const
{
    if (!index.data(FactListModel::HeadingRole).toBool()) {
        QTreeView::drawRow(painter, options, index);
        return;
    }
    const ThemeColors &colors = m_theme.colors();
    const QRect row(0, options.rect.top(), viewport()->width(), options.rect.height());
    painter->fillRect(row, colors.surfaceAlt);
    painter->setPen(QPen(colors.border, 1));
    painter->drawLine(row.bottomLeft(), row.bottomRight());
    painter->setFont(Theme::font(TextStyle::BodyStrong));
    painter->setPen(colors.text);
    const QModelIndex first = index.siblingAtColumn(FactListModel::DateColumn);
    const QString words = first.data(Qt::DisplayRole).toString();
    painter->drawText(row.adjusted(Space::l, 0, -Space::l, 0), Qt::AlignVCenter | Qt::TextSingleLine, words);
    const int width = painter->fontMetrics().horizontalAdvance(words);
    painter->setFont(Theme::font(TextStyle::Caption));
    painter->setPen(colors.textMuted);
    painter->drawText(row.adjusted(Space::l + width + Space::s, 1, -Space::l, 0), Qt::AlignVCenter | Qt::TextSingleLine,
                      QLocale().toString(first.data(FactListModel::CountRole).toInt()));
}

void FactListView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    const int width = viewport()->width();
    header()->resizeSection(FactListModel::DateColumn, 132);
    header()->resizeSection(FactListModel::KindColumn, qBound(110, width / 7, 150));
    header()->resizeSection(FactListModel::ValueColumn, qBound(180, width / 4, 320));
    header()->resizeSection(FactListModel::SourceColumn, qBound(110, width / 6, 220));
}

} // namespace Chartline::Ui
