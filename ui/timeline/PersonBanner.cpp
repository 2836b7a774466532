// SPDX-License-Identifier: Apache-2.0
#include "timeline/PersonBanner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

namespace Chartline::Ui {

PersonBanner::PersonBanner(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_name(makeLabel({}, TextStyle::Title, Tone::Normal, this))
    , m_line(makeLabel({}, TextStyle::Body, Tone::Muted, this))
    , m_deceased(new QLabel(this))
    , m_identities(new QPushButton(this))
    , m_theme(theme)
    , m_allergies(new ChipRow(theme, tr("Allergies"), this))
    , m_problems(new ChipRow(theme, tr("Active problems"), this))
{
    setBackground(this, QLatin1StringView("surface"));
    m_name->setTextFormat(Qt::PlainText);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_line->setTextFormat(Qt::PlainText);
    m_line->setWordWrap(true);
    setChip(m_deceased, Tone::Normal);
    m_deceased->hide();
    setButtonStyle(m_identities, ButtonStyle::Link);
    connect(m_identities, &QPushButton::clicked, this, &PersonBanner::openIdentities);
    connect(m_allergies, &ChipRow::factChosen, this, &PersonBanner::factChosen);
    connect(m_problems, &ChipRow::factChosen, this, &PersonBanner::factChosen);

    auto *who = new QVBoxLayout;
    who->setSpacing(2);
    who->addWidget(m_name);
    who->addWidget(m_line);
    auto *under = m_under = new QHBoxLayout;
    under->setSpacing(Space::s);
    under->addWidget(m_deceased);
    under->addWidget(m_identities);
    under->addStretch();
    who->addLayout(under);
    who->addStretch();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Space::l, Space::m, Space::l, Space::s);
    layout->setSpacing(Space::xl);
    layout->addLayout(who, 5);
    layout->addWidget(m_allergies, 5, Qt::AlignTop);
    layout->addWidget(m_problems, 7, Qt::AlignTop);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

// The whole name is in the tooltip and for screen readers.
void PersonBanner::elideName()
{
    const int width = isVisible() ? m_name->width() : QWIDGETSIZE_MAX;
    m_name->setText(m_name->fontMetrics().elidedText(m_fullName, Qt::ElideRight, width));
}

void PersonBanner::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    // The layout gives the label its width after this event.
    QMetaObject::invokeMethod(this, &PersonBanner::elideName, Qt::QueuedConnection);
}

void PersonBanner::setBanner(const FactBanner &banner)
{
    m_fullName = banner.name;
    elideName();
    m_name->setToolTip(banner.name);
    m_name->setAccessibleName(banner.name);
    m_line->setText(banner.line);
    m_deceased->setText(banner.deceased);
    m_deceased->setVisible(!banner.deceased.isEmpty());
    m_identityLines = banner.identities;
    QString numbers = banner.identifiers.value(0);
    if (banner.identities.size() > 1)
        numbers = numbers.isEmpty() ? tr("%n linked identities", "", int(banner.identities.size()))
                                    : tr("%1 · %n linked identities", "first identifier, number of identities",
                                         int(banner.identities.size()))
                                          .arg(numbers);
    m_identities->setText(numbers);
    m_identities->setVisible(!numbers.isEmpty());
    m_allergies->setChips(banner.allergies);
    m_problems->setChips(banner.problems);
}

void PersonBanner::setSafety(const QString &words, Tone tone, const QString &tip)
{
    delete m_safety;
    m_safety = nullptr;
    if (words.isEmpty())
        return;
    m_safety = new ChipButton(m_theme, words, tone, this);
    m_safety->setIconName(tone == Tone::Danger    ? Icon::Name::Error
                          : tone == Tone::Warning ? Icon::Name::Warning
                                                  : Icon::Name::Shield);
    m_safety->setMinimumWidth(m_safety->sizeHint().width()); // never cut
    m_safety->setToolTip(tip);
    m_safety->setAccessibleDescription(tip);
    connect(m_safety, &QAbstractButton::clicked, this, &PersonBanner::safetyChosen);
    m_under->insertWidget(0, m_safety);
    m_safety->show();
}

void PersonBanner::clear()
{
    setSafety({}, Tone::Normal, {});
    setBanner(FactBanner());
}

void PersonBanner::openIdentities()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QString line : std::as_const(m_identityLines))
        menu->addAction(line.replace(QLatin1Char('&'), QLatin1String("&&")));
    menu->popup(m_identities->mapToGlobal(QPoint(0, m_identities->height())));
}

} // namespace Chartline::Ui
