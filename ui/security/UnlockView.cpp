// SPDX-License-Identifier: Apache-2.0
#include "security/UnlockView.h"

#include "security/NewPassphraseForm.h"
#include "security/PassphraseField.h"
#include "services/VaultService.h"
#include "theme/Layouts.h"
#include "theme/Notice.h"
#include "viewmodels/ErrorText.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Chartline::Ui {

namespace {

QProgressBar *makeBusyBar(QWidget *parent)
{
    auto *bar = new QProgressBar(parent);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setAccessibleName(UnlockView::tr("Unlocking"));
    QSizePolicy policy = bar->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // nothing jumps while it comes and goes
    bar->setSizePolicy(policy);
    bar->hide();
    return bar;
}

QFrame *makeCard()
{
    auto *card = new QFrame;
    setFrameRole(card, FrameStyle::Card);
    return card;
}

} // namespace

UnlockView::UnlockView(VaultService &vault, QWidget *parent)
    : QWidget(parent)
    , m_vault(vault)
    , m_pages(new QStackedWidget(this))
{
    setBackground(this, QLatin1StringView("window"));
    QVBoxLayout *layout = makeColumn(this, 0, 0);
    layout->addWidget(m_pages);
    m_pages->addWidget(makeCentredPage(makePassphrasePage(), 420));
    m_pages->addWidget(makeCentredPage(makeRecoveryPage(), 460));
    updateButtons();
}

QWidget *UnlockView::makePassphrasePage()
{
    QFrame *card = makeCard();
    QVBoxLayout *layout = makeColumn(card, 32, Space::m);
    auto *head = new QHBoxLayout;
    head->setSpacing(Space::s);
    head->addWidget(makeIconLabel(Icon::Name::Logo, 28, QPalette::Accent));
    head->addWidget(makeLabel(tr("Chartline"), TextStyle::Title, Tone::Accent));
    head->addStretch();
    layout->addLayout(head);
    m_reason = makeParagraph(tr("The records are locked."), Tone::Muted);
    layout->addWidget(m_reason);
    layout->addSpacing(Space::xs);
    m_passphrase = new PassphraseField(tr("Passphrase"));
    layout->addWidget(m_passphrase);
    m_notice = new Notice;
    layout->addWidget(m_notice);
    m_unlock = makeButton(tr("Unlock"), Icon::Name::Unlock, ButtonStyle::Large);
    layout->addWidget(m_unlock);
    m_bar = makeBusyBar(card);
    layout->addWidget(m_bar);
    m_forgot = makeButton(tr("Forgot the passphrase?"), ButtonStyle::Link);
    layout->addWidget(m_forgot, 0, Qt::AlignLeft);
    layout->addWidget(makeLine());
    auto *place = makeLabel(QDir::toNativeSeparators(m_vault.folder()), TextStyle::Caption, Tone::Muted);
    place->setWordWrap(true);
    place->setAccessibleName(tr("Vault folder"));
    layout->addWidget(place);
    connect(m_passphrase, &PassphraseField::changed, this, &UnlockView::updateButtons);
    connect(m_passphrase, &PassphraseField::submitted, this, &UnlockView::unlock);
    connect(m_unlock, &QPushButton::clicked, this, &UnlockView::unlock);
    connect(m_forgot, &QPushButton::clicked, this, [this] {
        m_passphrase->clear();
        m_notice->clear();
        m_pages->setCurrentIndex(1);
        m_key->setFocus();
    });
    return card;
}

QWidget *UnlockView::makeRecoveryPage()
{
    QFrame *card = makeCard();
    QVBoxLayout *layout = makeColumn(card, 32, Space::m);
    layout->addWidget(makeLabel(tr("Open with the recovery key"), TextStyle::Title));
    layout->addWidget(
        makeParagraph(tr("Type the key printed when this vault was created, then choose a new passphrase. Nothing "
                         "in the record changes; the old passphrase stops working."),
                      Tone::Muted));
    m_key = new PassphraseField(tr("Recovery key"));
    m_key->edit()->setPlaceholderText(tr("six groups of six letters and digits"));
    m_key->edit()->setFont(Theme::fixedFont());
    layout->addWidget(m_key);
    m_next = new NewPassphraseForm;
    layout->addWidget(m_next);
    m_keyNotice = new Notice;
    layout->addWidget(m_keyNotice);
    auto *row = new QHBoxLayout;
    m_back = makeButton(tr("Back"), Icon::Name::ArrowLeft);
    m_recover = makeButton(tr("Set passphrase and unlock"), ButtonStyle::Primary);
    row->addWidget(m_back);
    row->addStretch();
    row->addWidget(m_recover);
    layout->addLayout(row);
    m_keyBar = makeBusyBar(card);
    layout->addWidget(m_keyBar);
    connect(m_key, &PassphraseField::changed, this, &UnlockView::updateButtons);
    connect(m_key, &PassphraseField::submitted, m_next, qOverload<>(&QWidget::setFocus));
    connect(m_next, &NewPassphraseForm::changed, this, &UnlockView::updateButtons);
    connect(m_next, &NewPassphraseForm::submitted, this, &UnlockView::recover);
    connect(m_recover, &QPushButton::clicked, this, &UnlockView::recover);
    connect(m_back, &QPushButton::clicked, this, &UnlockView::reset);
    return card;
}

void UnlockView::reset()
{
    m_passphrase->clear();
    m_key->clear();
    m_next->clear();
    m_notice->clear();
    m_keyNotice->clear();
    m_pages->setCurrentIndex(0);
    m_passphrase->setFocus();
    updateButtons();
}

void UnlockView::setReason(const QString &reason)
{
    m_reason->setText(reason.isEmpty() ? tr("The records are locked.") : reason);
}

void UnlockView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_passphrase->setFocus();
}

void UnlockView::unlock()
{
    if (m_busy || m_passphrase->isEmpty())
        return;
    m_notice->clear();
    setBusy(true);
    m_vault.unlock(m_passphrase->take()).then(this, [this](const Status &status) { finish(status, false); });
}

void UnlockView::recover()
{
    if (m_busy || m_key->isEmpty() || !m_next->isComplete())
        return;
    m_keyNotice->clear();
    setBusy(true);
    SecureBytes key = m_key->take();
    m_vault.resetPassphrase(std::move(key), m_next->take()).then(this, [this](const Status &status) {
        finish(status, true);
    });
}

void UnlockView::finish(const Status &status, bool recovering)
{
    setBusy(false);
    if (status) {
        reset();
        return;
    }
    // Only a mistyped secret is the user's to correct; anything else is about the vault itself.
    const ErrorCode code = status.error().code;
    const bool typing = code == ErrorCode::WrongPassphrase || code == ErrorCode::RecoveryKeyMalformed
                        || code == ErrorCode::PassphraseTooShort || code == ErrorCode::VaultInUse;
    Notice *notice = recovering ? m_keyNotice : m_notice;
    notice->tell(typing ? Tone::Warning : Tone::Danger, errorText(status.error()));
    PassphraseField *field = recovering ? m_key : m_passphrase;
    field->setError(code == ErrorCode::WrongPassphrase || code == ErrorCode::RecoveryKeyMalformed);
    field->setFocus();
}

void UnlockView::setBusy(bool busy)
{
    m_busy = busy;
    m_bar->setVisible(busy);
    m_keyBar->setVisible(busy);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_passphrase, m_key, m_next, m_forgot, m_back})
        widget->setEnabled(!busy);
    m_unlock->setText(busy ? tr("Unlocking…") : tr("Unlock"));
    updateButtons();
}

void UnlockView::updateButtons()
{
    m_unlock->setEnabled(!m_busy && !m_passphrase->isEmpty());
    if (m_recover != nullptr)
        m_recover->setEnabled(!m_busy && !m_key->isEmpty() && m_next->isComplete());
}

} // namespace Chartline::Ui
