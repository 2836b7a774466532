// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/Style.h"

#include <QFrame>

namespace Chartline::Ui {

// A message within a page: a sign, words and the colour of its kind. Hidden while it has no words.
class Notice : public QFrame
{
    Q_OBJECT

public:
    explicit Notice(QWidget *parent = nullptr);

    // `tone`: Danger, Warning, Success or Info. Announced to screen readers.
    void tell(Tone tone, const QString &text);
    void clear();
    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateSign();

    QLabel *m_sign;
    QLabel *m_text;
    Tone m_tone = Tone::Info;
};

} // namespace Chartline::Ui
