// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

namespace Chartline::Ui {

// Says when nobody has touched the keyboard or mouse for some minutes. Watches the whole application, as dialogs count
// too.
class IdleLock : public QObject
{
    Q_OBJECT

public:
    explicit IdleLock(QObject *parent = nullptr);

    // 0: never. The value of the settings.
    void setMinutes(int minutes);
    [[nodiscard]] int minutes() const { return m_minutes; }
    [[nodiscard]] bool isCounting() const { return m_timer.isActive(); }
    // Counts from now; while not armed nothing is said.
    void arm(bool armed);

Q_SIGNALS:
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void restart();

    QTimer m_timer;
    int m_minutes = 0;
    bool m_armed = false;
};

} // namespace Chartline::Ui
