// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QGridLayout;

namespace Chartline::Ui {

class Commands;

// All keys at a glance (F1 or ?).
class ShortcutSheet : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutSheet(const Commands &commands, QWidget *parent = nullptr);

private:
    void addRow(QGridLayout &grid, const QStringList &keys, const QString &text);
};

} // namespace Chartline::Ui
