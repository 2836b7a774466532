// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/Icon.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Chartline::Ui {

// What stands where there is nothing to show yet, nothing at all, or something went wrong: a sign, why, and what to do.
class StatePane : public QWidget
{
    Q_OBJECT

public:
    explicit StatePane(QWidget *parent = nullptr);

    // An empty `action` hides the button.
    void tell(Icon::Name icon, const QString &title, const QString &words, const QString &action = {});
    [[nodiscard]] QString title() const;

Q_SIGNALS:
    void actionChosen();

private:
    QLabel *m_icon = nullptr;
    QLabel *m_title;
    QLabel *m_words;
    QPushButton *m_action;
    QVBoxLayout *m_column;
};

} // namespace Chartline::Ui
