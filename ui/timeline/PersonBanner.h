// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "timeline/ChipRow.h"

#include <QFrame>

class QHBoxLayout;
class QPushButton;

namespace Chartline::Ui {

// Who the record is about: always in sight above it.
class PersonBanner : public QFrame
{
    Q_OBJECT

public:
    explicit PersonBanner(const Theme &theme, QWidget *parent = nullptr);

    void setBanner(const FactBanner &banner);
    void clear();
    // What there is to act on; no words: nothing is shown. `tip` says how much was checked.
    void setSafety(const QString &words, Tone tone, const QString &tip);

Q_SIGNALS:
    void factChosen(int fact);
    void safetyChosen();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void elideName();
    void openIdentities();

    QString m_fullName;

    QLabel *m_name;
    QLabel *m_line;
    QLabel *m_deceased;
    QPushButton *m_identities;
    const Theme &m_theme;
    ChipButton *m_safety = nullptr;
    QHBoxLayout *m_under = nullptr;
    ChipRow *m_allergies;
    ChipRow *m_problems;
    QStringList m_identityLines;
};

} // namespace Chartline::Ui
