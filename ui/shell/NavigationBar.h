// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/Icon.h"

#include <QFrame>
#include <QHash>

class QButtonGroup;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Chartline::Ui {

// The places of the workspace, at its left.
class NavigationBar : public QFrame
{
    Q_OBJECT

public:
    enum class Place : quint8 { Timeline, List, Images, Medications, Patients, Sources };
    Q_ENUM(Place)

    explicit NavigationBar(QWidget *parent = nullptr);

    // Marks the place without saying that it was chosen.
    void setCurrent(Place place);
    // The record's places need an open record.
    void setRecordOpen(bool open);
    void setMedicationsOffered(bool offered);
    // How many alerts ask to act; nothing is shown for 0. `words` say it, and how much was checked.
    void setToActOn(int count, const QString &words);

Q_SIGNALS:
    void chosen(Chartline::Ui::NavigationBar::Place place);
    void aboutRequested();

private:
    void addHeading(QVBoxLayout *layout, const QString &text);
    void addPlace(QVBoxLayout *layout, Place place, Icon::Name icon, const QString &text);

    QButtonGroup *m_group;
    QHash<int, QPushButton *> m_buttons;
    QLabel *m_badge;
};

} // namespace Chartline::Ui
