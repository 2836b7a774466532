// SPDX-License-Identifier: Apache-2.0
#include "security/ChangePassphraseDialog.h"

#include "security/NewPassphraseForm.h"
#include "security/PassphraseField.h"
#include "services/VaultService.h"
#include "theme/Layouts.h"
#include "theme/Notice.h"
#include "viewmodels/ErrorText.h"

#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace Chartline::Ui {

ChangePassphraseDialog::ChangePassphraseDialog(VaultService &vault, QWidget *parent)
    : QDialog(parent)
    , m_vault(vault)
    , m_current(new PassphraseField(tr("Current passphrase")))
    , m_next(new NewPassphraseForm)
    , m_notice(new Notice)
    , m_bar(new QProgressBar)
    , m_cancel(makeButton(tr("Cancel")))
    , m_change(makeButton(tr("Change passphrase"), ButtonStyle::Primary))
{
    setWindowTitle(tr("Change passphrase"));
    setModal(true);
    setMinimumWidth(440);
    QVBoxLayout *layout = makeColumn(this, Space::xl, Space::m);
    layout->addWidget(makeParagraph(tr("Your recovery key stays valid. The records are not rewritten."), Tone::Muted));
    layout->addWidget(m_current);
    layout->addWidget(m_next);
    layout->addWidget(m_notice);
    layout->addWidget(m_bar);
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->hide();
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_cancel);
    row->addWidget(m_change);
    layout->addLayout(row);
    connect(m_current, &PassphraseField::changed, this, &ChangePassphraseDialog::updateButtons);
    connect(m_current, &PassphraseField::submitted, m_next, qOverload<>(&QWidget::setFocus));
    connect(m_next, &NewPassphraseForm::changed, this, &ChangePassphraseDialog::updateButtons);
    connect(m_next, &NewPassphraseForm::submitted, this, &ChangePassphraseDialog::change);
    connect(m_change, &QPushButton::clicked, this, &ChangePassphraseDialog::change);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_vault, &VaultService::locked, this, &QDialog::reject);
    updateButtons();
    m_current->setFocus();
}

void ChangePassphraseDialog::done(int result)
{
    m_current->clear();
    m_next->clear();
    QDialog::done(result);
}

void ChangePassphraseDialog::change()
{
    if (m_busy || m_current->isEmpty() || !m_next->isComplete())
        return;
    m_busy = true;
    m_notice->clear();
    m_bar->show();
    SecureBytes current = m_current->take();
    m_vault.changePassphrase(std::move(current), m_next->take()).then(this, [this](const Status &status) {
        finish(status);
    });
    updateButtons();
}

void ChangePassphraseDialog::finish(const Status &status)
{
    m_busy = false;
    m_bar->hide();
    updateButtons();
    if (status) {
        Q_EMIT passphraseChanged();
        accept();
        return;
    }
    m_notice->tell(status.error().code == ErrorCode::WrongPassphrase ? Tone::Warning : Tone::Danger,
                   errorText(status.error()));
    m_current->setError(status.error().code == ErrorCode::WrongPassphrase);
    m_current->setFocus();
}

void ChangePassphraseDialog::updateButtons()
{
    m_current->setEnabled(!m_busy);
    m_next->setEnabled(!m_busy);
    m_change->setEnabled(!m_busy && !m_current->isEmpty() && m_next->isComplete());
}

} // namespace Chartline::Ui
