// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/Theme.h"
#include "viewmodels/FactSources.h"

#include <QStyledItemDelegate>

namespace Chartline::Ui {

// Draws one cell of the list of facts.
class FactListDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    FactListDelegate(const Theme &theme, const FactSources &sources, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintSources(QPainter *painter, const QRect &cell, const QModelIndex &index) const;
    void paintTitle(QPainter *painter, const QRect &cell, const QModelIndex &index) const;

    const Theme &m_theme;
    const FactSources &m_sources;
};

} // namespace Chartline::Ui
