// SPDX-License-Identifier: Apache-2.0
#include "imaging/ViewKeysSheet.h"

#include "theme/Layouts.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Chartline::Ui {

namespace {

QWidget *makeTable(const QString &title, const QList<std::pair<QString, QString>> &rows)
{
    auto *box = new QWidget;
    QVBoxLayout *column = makeColumn(box, 0, Space::xs);
    column->addWidget(makeLabel(title.toUpper(), TextStyle::Caption, Tone::Muted));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Space::l);
    grid->setVerticalSpacing(Space::xs);
    grid->setColumnStretch(1, 1);
    int line = 0;
    for (const auto &[keys, words] : rows) {
        grid->addWidget(makeLabel(keys, TextStyle::BodyStrong), line, 0);
        grid->addWidget(makeLabel(words), line++, 1);
    }
    column->addLayout(grid);
    column->addStretch();
    return box;
}

} // namespace

ViewKeysSheet::ViewKeysSheet(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys and mouse in the images"));
    QVBoxLayout *column = makeColumn(this);
    column->addWidget(makeLabel(windowTitle(), TextStyle::Heading));
    auto *tables = new QGridLayout;
    tables->setHorizontalSpacing(Space::xl);
    tables->setVerticalSpacing(Space::l);
    tables->addWidget(makeTable(tr("Pictures and slices"), pictureKeys()), 0, 0, 3, 1);
    tables->addWidget(makeTable(tr("MPR"), mprKeys()), 0, 1);
    tables->addWidget(makeTable(tr("3D"), volumeKeys()), 1, 1);
    tables->addWidget(makeTable(tr("Compare"), compareKeys()), 2, 1);
    column->addLayout(tables);
    QPushButton *close = makeButton(tr("Close"), ButtonStyle::Primary);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    column->addWidget(close, 0, Qt::AlignRight);
}

ViewKeysSheet::Rows ViewKeysSheet::pictureKeys() const
{
    return {
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
        {tr("K"), tr("Next key image")},
        {tr("G, S"), tr("ECG: height of a millivolt, speed of the paper")},
        {tr("Ctrl and arrows, Enter"), tr("Move a pointer (with Shift: finely) and click there, for any tool")},
        {tr("Escape, Delete, Ctrl+Z"), tr("Measuring: give up, remove the chosen one, bring it back")},
        {tr("Double click"), tr("One view large, and back")},
        {tr("Tab"), tr("Next view")},
        {tr("?"), tr("This sheet")},
    };
}

ViewKeysSheet::Rows ViewKeysSheet::mprKeys() const
{
    return {
        {tr("Click, drag"), tr("The crosshair's point, in every view")},
        {tr("Drag near a line's end, [ ]"), tr("Turn the other two cuts (oblique)")},
        {tr("0"), tr("Straighten turned cuts")},
    };
}

ViewKeysSheet::Rows ViewKeysSheet::volumeKeys() const
{
    return {
        {tr("Left button, arrows"), tr("Turn")},
        {tr("Right button"), tr("Opacity")},
        {tr("Wheel, + −"), tr("Closer, further")},
        {tr("Shift and wheel, Page Up/Down"), tr("Cut open from the front (X: take back)")},
        {tr("C"), tr("Crop box: drag its handles, or , . and Shift with ↑ ↓")},
        {tr("A P L R H F"), tr("From the front, back, left, right, head, feet")},
        {tr("1 to 9"), tr("Presets")},
        {tr("O, S"), tr("Perspective, shading")},
    };
}

ViewKeysSheet::Rows ViewKeysSheet::compareKeys() const
{
    return {
        {tr("Alt and arrows"), tr("Move the prior by 1 mm")},
        {tr("Alt and Page Up/Down"), tr("Move the prior towards you, away from you")},
        {tr("Alt and , ."), tr("Turn the prior by 1°")},
    };
}

} // namespace Chartline::Ui
