// SPDX-License-Identifier: Apache-2.0
#include "imaging/ViewKeysSheet.h"

#include "theme/Layouts.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Chartline::Ui {

ViewKeysSheet::ViewKeysSheet(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys and mouse in the images"));
    QVBoxLayout *column = makeColumn(this);
    column->addWidget(makeLabel(windowTitle(), TextStyle::Heading));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Space::xl);
    grid->setVerticalSpacing(Space::xs);
    const std::pair<QString, QString> rows[] = {
        {tr("Wheel, ↑ ↓"), tr("Next and previous slice (Page Up/Down: ten; Home, End)")},
        {tr("Left button"), tr("What the chosen mouse tool does")},
        {tr("Middle button, Shift and arrows"), tr("Move the picture")},
        {tr("Right button"), tr("Zoom (with another tool than contrast: contrast)")},
        {tr("Ctrl and wheel, + −"), tr("Zoom")},
        {tr("1 to 9"), tr("Window presets")},
        {tr("I"), tr("Invert")},
        {tr("R, H, V"), tr("Rotate, mirror left and right, mirror top and bottom")},
        {tr("F"), tr("Fit to the view")},
        {tr("N"), tr("Pixels as they are, without interpolation")},
        {tr("M, Alt and left button"), tr("Magnifier, while held")},
        {tr("Space"), tr("Play and stop")},
        {tr("Double click"), tr("One view large, and back")},
        {tr("Tab"), tr("Next view")},
    };
    int line = 0;
    for (const auto &[keys, words] : rows) {
        grid->addWidget(makeLabel(keys, TextStyle::BodyStrong), line, 0);
        grid->addWidget(makeLabel(words), line++, 1);
    }
    column->addLayout(grid);
    QPushButton *close = makeButton(tr("Close"), ButtonStyle::Primary);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    column->addWidget(close, 0, Qt::AlignRight);
}

} // namespace Chartline::Ui
