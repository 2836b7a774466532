// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "volume/SeriesLayout.h"

#include <QFrame>
#include <QTimer>

class QComboBox;
class QLabel;
class QPushButton;
class QSlider;

namespace Chartline::Ui {

class ImagingSide;

// Below the images: which part of a series is shown, where it has several (volumes of different directions,
// localisers), and the point in time, phase or b-value of a 4D part. Hidden where there is nothing to choose.
class StackBar : public QFrame
{
    Q_OBJECT

public:
    explicit StackBar(QWidget *parent = nullptr);

    void show(ImagingSide *side);
    [[nodiscard]] QSlider *points() const { return m_points; }
    [[nodiscard]] QComboBox *stacks() const { return m_stacks; }

    // "Volume, 143 slices of 2.0 mm, axial", "3 pictures", "Localiser".
    [[nodiscard]] static QString stackWords(const Imaging::Stack &stack);
    // "b = 1000 s/mm²", "phase at 250 ms", "time 3 (12.5 s)".
    [[nodiscard]] static QString pointWords(const Imaging::Stack &stack, int point);

private:
    void stackChosen(int index);
    void pointChosen(int point);
    void refreshPoint();

    ImagingSide *m_side = nullptr;
    QLabel *m_caption;
    QComboBox *m_stacks;
    QPushButton *m_play;
    QSlider *m_points;
    QLabel *m_point;
    QTimer m_timer;
};

} // namespace Chartline::Ui
