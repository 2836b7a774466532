// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "medications/CourseAxis.h"
#include "medications/MedicationsModel.h"
#include "theme/Theme.h"

#include <QStyledItemDelegate>

namespace Chartline::Ui {

// Cells of several lines, the bars, and headings of groups.
class CourseDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    CourseDelegate(const Theme &theme, const MedicationsModel &model, const CourseAxis &axis,
                   QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    [[nodiscard]] QRect textRect(const QRect &cell, const QModelIndex &index) const;
    [[nodiscard]] static int heightOf(const CourseLine &line, int width);
    [[nodiscard]] static QFont fontOf(CourseLine::Style style);
    void paintLine(QPainter &painter, const CourseLine &line, const QRect &rect) const;
    void paintSign(QPainter &painter, const QRect &cell, int row) const;

    const Theme &m_theme;
    const MedicationsModel &m_model;
    const CourseAxis &m_axis;
};

} // namespace Chartline::Ui
