// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QDialog>

class QProgressBar;
class QPushButton;

namespace Chartline {
class VaultService;
}

namespace Chartline::Ui {

class NewPassphraseForm;
class Notice;
class PassphraseField;

// The current passphrase, a new one twice. The records are not rewritten; the recovery key stays valid.
class ChangePassphraseDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ChangePassphraseDialog(VaultService &vault, QWidget *parent = nullptr);

    void done(int result) override;

Q_SIGNALS:
    void passphraseChanged();

private:
    void change();
    void finish(const Status &status);
    void updateButtons();

    VaultService &m_vault;
    PassphraseField *m_current;
    NewPassphraseForm *m_next;
    Notice *m_notice;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QPushButton *m_change;
    bool m_busy = false;
};

} // namespace Chartline::Ui
