// SPDX-License-Identifier: Apache-2.0
#include "shell/NavigationBar.h"

#include "theme/Layouts.h"

#include <QButtonGroup>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Chartline::Ui {

NavigationBar::NavigationBar(QWidget *parent)
    : QFrame(parent)
    , m_group(new QButtonGroup(this))
    , m_badge(new QLabel)
{
    setFrameRole(this, FrameStyle::Nav);
    setFixedWidth(168);
    setAccessibleName(tr("Places"));
    QVBoxLayout *layout = makeColumn(this, Space::s, 2);
    layout->setContentsMargins(Space::s, Space::m, Space::s, Space::s);
    addHeading(layout, tr("Record"));
    addPlace(layout, Place::Timeline, Icon::Name::Timeline, tr("Timeline"));
    addPlace(layout, Place::List, Icon::Name::List, tr("List"));
    addPlace(layout, Place::Images, Icon::Name::Scan, tr("Images"));
    addPlace(layout, Place::Medications, Icon::Name::Pill, tr("Medications"));
    auto *inside = new QHBoxLayout(m_buttons.value(int(Place::Medications)));
    inside->setContentsMargins(0, 0, Space::s, 0);
    inside->addStretch();
    inside->addWidget(m_badge, 0, Qt::AlignVCenter);
    m_badge->setProperty("badge", true);
    m_badge->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_badge->hide();
    layout->addSpacing(Space::m);
    addHeading(layout, tr("Clinic"));
    addPlace(layout, Place::Patients, Icon::Name::Patients, tr("Patients"));
    addPlace(layout, Place::Sources, Icon::Name::Sources, tr("Sources"));
    layout->addStretch();
    auto *about = makeButton(tr("About"), Icon::Name::Info, ButtonStyle::Nav);
    layout->addWidget(about);
    connect(about, &QPushButton::clicked, this, &NavigationBar::aboutRequested);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT chosen(Place(id)); });
    setCurrent(Place::Patients);
    setRecordOpen(false);
}

void NavigationBar::addHeading(QVBoxLayout *layout, const QString &text)
{
    auto *label = makeLabel(text.toUpper(), TextStyle::Caption, Tone::Muted);
    label->setContentsMargins(Space::s + 2, Space::xs, 0, Space::xs);
    layout->addWidget(label);
}

void NavigationBar::addPlace(QVBoxLayout *layout, Place place, Icon::Name icon, const QString &text)
{
    auto *button = makeButton(text, icon, ButtonStyle::Nav);
    button->setCheckable(true);
    m_group->addButton(button, int(place));
    m_buttons.insert(int(place), button);
    layout->addWidget(button);
}

void NavigationBar::setCurrent(Place place)
{
    m_buttons.value(int(place))->setChecked(true);
}

void NavigationBar::setRecordOpen(bool open)
{
    for (const Place place : {Place::Timeline, Place::List, Place::Images, Place::Medications}) {
        QPushButton *button = m_buttons.value(int(place));
        button->setEnabled(open);
        button->setToolTip(open ? QString() : tr("Choose a patient first"));
    }
}

void NavigationBar::setMedicationsOffered(bool offered)
{
    m_buttons.value(int(Place::Medications))->setVisible(offered);
}

void NavigationBar::setToActOn(int count, const QString &words)
{
    QPushButton *button = m_buttons.value(int(Place::Medications));
    m_badge->setText(count > 0 ? QString::number(count) : QString());
    m_badge->setVisible(count > 0);
    button->setAccessibleDescription(words);
    if (button->isEnabled())
        button->setToolTip(words);
}

} // namespace Chartline::Ui
