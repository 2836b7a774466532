// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/Theme.h"

#include <QStyledItemDelegate>

namespace Chartline::Ui {

// A row of the patient list: name over identifiers in the first column, plain words in the others.
class PatientDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int rowHeight = 54;

    explicit PatientDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    void setHoveredRow(int row) { m_hovered = row; }

private:
    void paintPatient(QPainter &painter, const QRect &rect, const QModelIndex &index) const;

    const Theme &m_theme;
    int m_hovered = -1;
};

} // namespace Chartline::Ui
