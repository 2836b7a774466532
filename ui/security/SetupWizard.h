// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace Chartline {
class VaultService;
struct NewVault;
} // namespace Chartline

namespace Chartline::Ui {

class NewPassphraseForm;
class Notice;
class RecoveryKeyPage;
class StepList;

// First start: what the program is for, a passphrase, the recovery key, the first records.
class SetupWizard : public QWidget
{
    Q_OBJECT

public:
    enum class Page : quint8 { Welcome, Passphrase, RecoveryKey, Records };
    // What the user wants to begin with.
    enum class Start : quint8 { Demonstration, Files, Folder, Empty };
    Q_ENUM(Start)

    explicit SetupWizard(VaultService &vault, QWidget *parent = nullptr);

    // From the vault's creation until the last choice: the window stays here although the vault is open.
    [[nodiscard]] bool isActive() const { return m_active; }
    [[nodiscard]] Page page() const;
    // Back to the beginning, every secret dropped.
    void reset();

Q_SIGNALS:
    void finished(Chartline::Ui::SetupWizard::Start start);

private:
    [[nodiscard]] QWidget *makeWelcome();
    [[nodiscard]] QWidget *makePassphrase();
    [[nodiscard]] QWidget *makeRecoveryKey();
    [[nodiscard]] QWidget *makeRecords();
    void go(Page page);
    void create();
    void created(const Result<NewVault> &result);
    void finish(Start start);

    VaultService &m_vault;
    StepList *m_steps;
    QStackedWidget *m_pages;
    QCheckBox *m_understood = nullptr;
    QPushButton *m_begin = nullptr;
    NewPassphraseForm *m_form = nullptr;
    Notice *m_notice = nullptr;
    QProgressBar *m_bar = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_create = nullptr;
    RecoveryKeyPage *m_key = nullptr;
    QPushButton *m_keyNext = nullptr;
    bool m_active = false;
    bool m_busy = false;
};

} // namespace Chartline::Ui
