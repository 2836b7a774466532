// SPDX-License-Identifier: Apache-2.0
#include "shell/ShortcutSheet.h"

#include "shell/Commands.h"
#include "theme/Layouts.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Chartline::Ui {

ShortcutSheet::ShortcutSheet(const Commands &commands, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    setModal(true);
    setMinimumWidth(480);
    QVBoxLayout *layout = makeColumn(this, Space::xl, Space::m);
    layout->addWidget(makeLabel(tr("Keyboard shortcuts"), TextStyle::Heading));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Space::xl);
    grid->setVerticalSpacing(Space::s);
    grid->setColumnStretch(1, 1);
    for (const QAction *action : commands.all()) {
        QStringList keys;
        for (const QKeySequence &sequence : action->shortcuts())
            keys << sequence.toString(QKeySequence::NativeText);
        QString text = action->text();
        text.remove(QStringLiteral("…"));
        addRow(*grid, keys, text);
    }
    addRow(*grid, {QKeySequence(Qt::Key_F10).toString(QKeySequence::NativeText)}, tr("Menu"));
    addRow(*grid, {tr("Tab"), tr("Shift+Tab")}, tr("Next and previous control"));
    layout->addLayout(grid);
    auto *close = makeButton(tr("Close"));
    layout->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    close->setFocus();
}

void ShortcutSheet::addRow(QGridLayout &grid, const QStringList &keys, const QString &text)
{
    const int row = grid.rowCount();
    auto *cell = new QHBoxLayout;
    cell->setSpacing(Space::xs);
    for (const QString &key : keys) {
        auto *label = makeLabel(key, TextStyle::Caption);
        label->setProperty("key", true);
        cell->addWidget(label);
    }
    cell->addStretch();
    grid.addLayout(cell, row, 0);
    grid.addWidget(makeLabel(text), row, 1);
}

} // namespace Chartline::Ui
