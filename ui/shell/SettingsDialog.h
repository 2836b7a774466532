// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shell/ShellActions.h"

#include <QDialog>

class QGridLayout;

namespace Chartline {
class VaultService;
}

namespace Chartline::Ui {

class Notice;
class ThemeController;

// Appearance, language, automatic lock, passphrase, where the vault is. Every change is in force at once.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(VaultService &vault, ThemeController &themes, const ShellActions &actions,
                   QWidget *parent = nullptr);

Q_SIGNALS:
    void autoLockChanged(int minutes);

private:
    void addAppearance(QGridLayout &grid, const ShellActions &actions);
    void addSecurity(QGridLayout &grid);
    void addVault(QGridLayout &grid);
    void addHeading(QGridLayout &grid, const QString &text);
    void addRow(QGridLayout &grid, const QString &label, QWidget *field);
    void changePassphrase();

    VaultService &m_vault;
    ThemeController &m_themes;
    Notice *m_notice;
};

} // namespace Chartline::Ui
