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
    UncheckedCard(const Theme &theme, const QList<Safety::NotChecked> &entries, QWidget *parent = nullptr);

    // A card for each of a few; one card that lists them all where there are many.
    [[nodiscard]] static QList<QList<Safety::NotChecked>> grouped(const QList<Safety::NotChecked> &entries);

Q_SIGNALS:
    void factChosen(qint64 fact);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addTitle(const QString &words);
    void addLink(const QString &words, const Safety::NotChecked &entry);
    void updateSign();

    QLabel *m_sign;
};

} // namespace Chartline::Ui
