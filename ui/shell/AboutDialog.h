// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

namespace Chartline::Ui {

// Version, intended use, licences.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);
};

} // namespace Chartline::Ui
