// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "medications/EdgedCard.h"
#include "safety/SafetyAlert.h"

namespace Chartline::Ui {

// What could not be checked, and why: grey with a hatched edge, never folded away.
class UncheckedCard : public EdgedCard
{
    Q_OBJECT

public:
    UncheckedCard(const Theme &theme, const Safety::NotChecked &entry, QWidget *parent = nullptr);

Q_SIGNALS:
    void factChosen(qint64 fact);

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateSign();

    QLabel *m_sign;
};

} // namespace Chartline::Ui
