// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/FollowUp.h"
#include "theme/Theme.h"

#include <QWidget>

namespace Chartline::Ui {

// Sizes over time as a line: each with its size in mm below, the last one in the colour of what has to be looked at.
class FollowUpChart : public QWidget
{
    Q_OBJECT

public:
    FollowUpChart(const Theme &theme, const QList<FindingSize> &sizes, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override { return {240, 96}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 80}; }
    // Where each is drawn; by time, evenly where all are of one day.
    [[nodiscard]] QList<QPointF> places() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QList<FindingSize> m_sizes;
};

} // namespace Chartline::Ui
