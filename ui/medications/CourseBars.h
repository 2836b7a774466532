// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "medications/CourseAxis.h"
#include "safety/SafetyAlert.h"
#include "theme/Theme.h"

class QPainter;

namespace Chartline::Ui {

// When one drug was taken: full bars; gaps between fills hatched; an open end fading out, paler the less certain it is
// that the drug is still taken; what was never handed out or is planned as a dashed outline; changes of dose as
// notches.
class CourseBars
{
public:
    static void paint(QPainter &painter, const QRectF &cell, const Theme &theme, const CourseAxis &axis,
                      const Safety::DrugCourse &course, Safety::Tier tier);
    static void paintGrid(QPainter &painter, const QRectF &cell, const Theme &theme, const CourseAxis &axis);

private:
    static void paintGaps(QPainter &painter, const QRectF &band, const Theme &theme, const CourseAxis &axis,
                          const Safety::DrugCourse &course);
    static void paintSpan(QPainter &painter, const QRectF &bar, const QColor &edge, const QColor &fill, bool fades);
};

} // namespace Chartline::Ui
