// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace Chartline {
class VaultService;
}

namespace Chartline::Ui {

class NewPassphraseForm;
class Notice;
class PassphraseField;

// The locked vault: passphrase in, or recovery key and a new passphrase.
class UnlockView : public QWidget
{
    Q_OBJECT

public:
    explicit UnlockView(VaultService &vault, QWidget *parent = nullptr);

    // Empties every field and shows the passphrase page.
    void reset();
    // A line above the field: why the vault was locked ("Locked after 10 minutes without use").
    void setReason(const QString &reason);

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *makePassphrasePage();
    [[nodiscard]] QWidget *makeRecoveryPage();
    void unlock();
    void recover();
    void finish(const Status &status, bool recovering);
    void setBusy(bool busy);
    void updateButtons();

    VaultService &m_vault;
    QStackedWidget *m_pages;
    QLabel *m_reason = nullptr;
    PassphraseField *m_passphrase = nullptr;
    Notice *m_notice = nullptr;
    QProgressBar *m_bar = nullptr;
    QPushButton *m_unlock = nullptr;
    QPushButton *m_forgot = nullptr;
    PassphraseField *m_key = nullptr;
    NewPassphraseForm *m_next = nullptr;
    Notice *m_keyNotice = nullptr;
    QProgressBar *m_keyBar = nullptr;
    QPushButton *m_recover = nullptr;
    QPushButton *m_back = nullptr;
    bool m_busy = false;
};

} // namespace Chartline::Ui
