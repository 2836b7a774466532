// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

namespace Chartline::Ui {

// The keys and mouse gestures of the image views.
class ViewKeysSheet : public QDialog
{
    Q_OBJECT

public:
    explicit ViewKeysSheet(QWidget *parent = nullptr);
};

} // namespace Chartline::Ui
