// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace Chartline::Ui {

// The numbered steps of the wizard, at its left: done, now, to come. Tells the same to screen readers.
class StepList : public QWidget
{
    Q_OBJECT

public:
    explicit StepList(const QStringList &steps, QWidget *parent = nullptr);

    void setCurrent(int step);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList m_steps;
    int m_current = 0;
};

} // namespace Chartline::Ui
