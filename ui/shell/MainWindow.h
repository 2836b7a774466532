// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "security/SetupWizard.h"
#include "shell/Services.h"
#include "shell/ShellActions.h"
#include "timeline/PersonRecord.h"

#include <QMainWindow>
#include <QTimer>

class QStackedWidget;

namespace Chartline::Ui {

class Commands;
class DropOverlay;
class IdleLock;
class SearchPalette;
class ThemeController;
class UnlockView;
class Workspace;

// The window: first start, locked, or at work. It holds no patient data itself and makes everything in it drop theirs
// when the vault locks.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Services services, ThemeController &themes, ShellActions actions, QWidget *parent = nullptr);
    ~MainWindow() override;

    void importPaths(const QStringList &paths);
    // For opening something from outside, once unlocked.
    void openPerson(PersonId person);
    void openFact(PersonId person, FactId fact);

    // The parts, for the tests.
    [[nodiscard]] SetupWizard *wizard() const { return m_wizard; }
    [[nodiscard]] UnlockView *unlockView() const { return m_unlock; }
    [[nodiscard]] Workspace *workspace() const { return m_workspace; }
    [[nodiscard]] SearchPalette *searchPalette() const { return m_palette; }
    [[nodiscard]] Commands *commands() const { return m_commands; }

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void rebuild();
    void connectCommands();
    void connectVault();
    void showState();
    void unlocked();
    void locked();
    void wizardFinished(SetupWizard::Start start);
    void lockForIdleness();
    void chooseFiles();
    void chooseFolder();
    void loadDemonstration();
    void showSettings();
    void showShortcuts();
    void showAbout();
    void setRecordTitle(const QString &title);
    [[nodiscard]] bool canImport() const;

    Services m_services;
    VaultService &m_vault;
    ImportService &m_imports;
    ThemeController &m_themes;
    ShellActions m_actions;
    IdleLock *m_idle;
    QTimer m_rebuild;
    Commands *m_commands = nullptr;
    QStackedWidget *m_pages = nullptr;
    SetupWizard *m_wizard = nullptr;
    UnlockView *m_unlock = nullptr;
    Workspace *m_workspace = nullptr;
    SearchPalette *m_palette = nullptr;
    DropOverlay *m_drop = nullptr;
};

} // namespace Chartline::Ui
