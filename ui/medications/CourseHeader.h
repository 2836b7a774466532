// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "medications/CourseAxis.h"
#include "theme/Theme.h"

#include <QHeaderView>

namespace Chartline::Ui {

// The table's heading, with the time axis over the bars.
class CourseHeader : public QHeaderView
{
    Q_OBJECT

public:
    CourseHeader(const Theme &theme, const CourseAxis &axis, QWidget *parent = nullptr);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;

private:
    const Theme &m_theme;
    const CourseAxis &m_axis;
};

} // namespace Chartline::Ui
