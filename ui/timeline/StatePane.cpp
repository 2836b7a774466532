// SPDX-License-Identifier: Apache-2.0
#include "timeline/StatePane.h"

#include "theme/Layouts.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Chartline::Ui {

StatePane::StatePane(QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel({}, TextStyle::Heading, Tone::Normal, this))
    , m_words(makeParagraph({}, Tone::Muted, this))
    , m_action(makeButton({}, ButtonStyle::Primary, this))
    , m_column(new QVBoxLayout(this))
{
    setBackground(this, QLatin1StringView("surface"));
    m_title->setAlignment(Qt::AlignHCenter);
    m_words->setAlignment(Qt::AlignHCenter);
    m_words->setFixedWidth(420);
    m_column->setSpacing(Space::m);
    m_column->addStretch(2);
    m_column->addWidget(m_title, 0, Qt::AlignHCenter);
    m_column->addWidget(m_words, 0, Qt::AlignHCenter);
    m_column->addWidget(m_action, 0, Qt::AlignHCenter);
    m_column->addStretch(3);
    connect(m_action, &QAbstractButton::clicked, this, &StatePane::actionChosen);
}

void StatePane::tell(Icon::Name icon, const QString &title, const QString &words, const QString &action)
{
    delete m_icon;
    m_icon = makeIconLabel(icon, 40, QPalette::PlaceholderText, this);
    m_column->insertWidget(1, m_icon, 0, Qt::AlignHCenter);
    m_title->setText(title);
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(words);
}

QString StatePane::title() const
{
    return m_title->text();
}

} // namespace Chartline::Ui
