// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/Theme.h"

#include <QStyledItemDelegate>

namespace Chartline::Ui {

// A row of the search palette: the kind's icon, title and date, and below the words around the hit; the words searched
// for are marked.
class SearchDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit SearchDelegate(const Theme &theme, QObject *parent = nullptr);

    void setWords(const QStringList &words) { m_words = words; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHeading(QPainter &painter, const QRect &rect, const QString &text) const;
    void paintEntry(QPainter &painter, const QRect &rect, const QModelIndex &index) const;
    // One line, cut at the end, the searched words on a coloured ground. Returns the width used.
    qreal paintMarked(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font,
                      const QColor &color, bool struck = false) const;

    const Theme &m_theme;
    QStringList m_words;
};

} // namespace Chartline::Ui
