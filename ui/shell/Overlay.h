// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace Chartline::Ui {

// Covers its parent with a veil and keeps the parent's size. Children stand on the veil.
class Overlay : public QWidget
{
    Q_OBJECT

public:
    explicit Overlay(QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
};

} // namespace Chartline::Ui
