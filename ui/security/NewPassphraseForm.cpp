// SPDX-License-Identifier: Apache-2.0
#include "security/NewPassphraseForm.h"

#include "security/PassphraseField.h"
#include "security/PassphraseStrength.h"
#include "theme/Layouts.h"
#include "vault/Passphrase.h"

#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QVBoxLayout>

namespace Chartline::Ui {

NewPassphraseForm::NewPassphraseForm(QWidget *parent)
    : QWidget(parent)
    , m_first(new PassphraseField(tr("New passphrase"), this))
    , m_second(new PassphraseField(tr("The same again"), this))
    , m_bar(new QProgressBar(this))
    , m_words(makeLabel({}, TextStyle::Caption, Tone::Muted, this))
{
    QVBoxLayout *layout = makeColumn(this, 0, Space::s);
    layout->addWidget(m_first);
    layout->addWidget(m_bar);
    layout->addWidget(m_words);
    layout->addSpacing(Space::xs);
    layout->addWidget(m_second);
    m_bar->setRange(0, 5);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Strength of the passphrase"));
    m_words->setWordWrap(true);
    connect(m_first, &PassphraseField::changed, this, &NewPassphraseForm::refresh);
    connect(m_second, &PassphraseField::changed, this, &NewPassphraseForm::refresh);
    connect(m_first, &PassphraseField::submitted, m_second, qOverload<>(&QWidget::setFocus));
    connect(m_second, &PassphraseField::submitted, this, &NewPassphraseForm::submitted);
    setFocusProxy(m_first);
    refresh();
}

bool NewPassphraseForm::isComplete() const
{
    const QString text = m_first->edit()->text();
    return PassphraseStrength::level(text) > PassphraseLevel::TooShort && m_first->sameAs(*m_second);
}

SecureBytes NewPassphraseForm::take()
{
    SecureBytes secret = m_first->take();
    m_second->clear();
    return secret;
}

void NewPassphraseForm::clear()
{
    m_first->clear();
    m_second->clear();
}

void NewPassphraseForm::refresh()
{
    const PassphraseLevel level = PassphraseStrength::level(m_first->edit()->text());
    m_bar->setValue(int(level));
    QString words;
    switch (level) {
    case PassphraseLevel::Empty:
        words = tr("Four or more words that do not belong together are easy to keep and hard to guess.");
        break;
    case PassphraseLevel::TooShort:
        words = tr("Too short: at least %n characters.", nullptr, Passphrase::minimumLength);
        break;
    case PassphraseLevel::Weak: words = tr("Weak: easy to guess. Add words that do not belong together."); break;
    case PassphraseLevel::Fair: words = tr("Fair: another word or two would make it good."); break;
    case PassphraseLevel::Good: words = tr("Good."); break;
    case PassphraseLevel::Strong: words = tr("Strong."); break;
    }
    m_words->setText(words);
    setTone(m_words, level >= PassphraseLevel::Good                                         ? Tone::Success
                     : level == PassphraseLevel::Weak || level == PassphraseLevel::TooShort ? Tone::Warning
                                                                                            : Tone::Muted);
    const bool differs = !m_second->isEmpty() && !m_first->sameAs(*m_second);
    m_second->setError(differs);
    m_second->setHint(differs ? tr("The two are not the same yet.") : QString());
    Q_EMIT changed();
}

} // namespace Chartline::Ui
