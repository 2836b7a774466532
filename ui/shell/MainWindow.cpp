// SPDX-License-Identifier: Apache-2.0
#include "shell/MainWindow.h"

#include "imaging/ViewKeysSheet.h"
#include "security/UnlockView.h"
#include "services/ImportService.h"
#include "services/VaultService.h"
#include "shell/AboutDialog.h"
#include "shell/Commands.h"
#include "shell/DropOverlay.h"
#include "shell/IdleLock.h"
#include "shell/SearchPalette.h"
#include "shell/SettingsDialog.h"
#include "shell/ShortcutSheet.h"
#include "shell/Workspace.h"
#include "theme/ThemeController.h"
#include "viewmodels/SettingsKeys.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QSettings>
#include <QStackedWidget>

namespace Chartline::Ui {

namespace {

QStringList localPaths(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

void openDialog(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

MainWindow::MainWindow(Services services, ThemeController &themes, ShellActions actions, QWidget *parent)
    : QMainWindow(parent)
    , m_services(std::move(services))
    , m_vault(m_services.vault)
    , m_imports(m_services.imports)
    , m_themes(themes)
    , m_actions(std::move(actions))
    , m_idle(new IdleLock(this))
{
    setAcceptDrops(true);
    setMinimumSize(960, 620);
    resize(1440, 900);
    const QSettings settings;
    restoreGeometry(settings.value(SettingsKeys::windowGeometry).toByteArray());
    m_idle->setMinutes(settings.value(SettingsKeys::autoLockMinutes, SettingsKeys::defaultAutoLockMinutes).toInt());
    m_rebuild.setSingleShot(true);
    connect(&m_rebuild, &QTimer::timeout, this, &MainWindow::rebuild);
    connect(m_idle, &IdleLock::idle, this, &MainWindow::lockForIdleness);
    connectVault();
    build();
    showState();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    m_commands = new Commands(this);
    m_commands->importDemonstration->setVisible(bool(m_actions.importDemonstration));
    m_pages = new QStackedWidget;
    m_wizard = new SetupWizard(m_vault);
    m_unlock = new UnlockView(m_vault);
    m_workspace = new Workspace(m_services, m_themes, *m_commands);
    m_pages->addWidget(m_wizard);
    m_pages->addWidget(m_unlock);
    m_pages->addWidget(m_workspace);
    setCentralWidget(m_pages);
    m_palette = new SearchPalette(m_services.records, m_themes.theme(), this);
    m_drop = new DropOverlay(this);
    connectCommands();
    connect(m_wizard, &SetupWizard::finished, this, &MainWindow::wizardFinished);
    connect(m_workspace, &Workspace::importFilesRequested, this, &MainWindow::chooseFiles);
    connect(m_workspace, &Workspace::importFolderRequested, this, &MainWindow::chooseFolder);
    connect(m_workspace, &Workspace::demonstrationRequested, this, &MainWindow::loadDemonstration);
    connect(m_workspace, &Workspace::titleChanged, this, &MainWindow::setRecordTitle);
    connect(m_palette, &SearchPalette::chosen, this, [this](PersonId person, FactId fact) {
        if (fact)
            m_workspace->openFact(person, fact);
        else
            m_workspace->openPerson(person);
    });
    setRecordTitle({});
}

// Another language: every text is made when its widget is, so the widgets are made again. What is open stays open.
void MainWindow::rebuild()
{
    if (m_wizard->isActive()) // the recovery key is on screen, and only there
        return;
    const PersonId person = m_workspace->currentPerson();
    const NavigationBar::Place place = m_workspace->place();
    for (QDialog *dialog : findChildren<QDialog *>())
        dialog->close();
    delete m_palette;
    delete m_drop;
    delete takeCentralWidget();
    delete m_commands;
    build();
    showState();
    if (m_vault.state() != VaultService::State::Unlocked)
        return;
    m_workspace->load(m_vault.isReadOnly());
    if (person)
        m_workspace->openPerson(person);
    m_workspace->go(place);
}

void MainWindow::connectCommands()
{
    connect(m_commands->search, &QAction::triggered, this, [this] { m_palette->open(m_workspace->currentPerson()); });
    connect(m_commands->importFiles, &QAction::triggered, this, &MainWindow::chooseFiles);
    connect(m_commands->importFolder, &QAction::triggered, this, &MainWindow::chooseFolder);
    connect(m_commands->importDemonstration, &QAction::triggered, this, &MainWindow::loadDemonstration);
    connect(m_commands->settings, &QAction::triggered, this, &MainWindow::showSettings);
    connect(m_commands->shortcuts, &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(m_commands->about, &QAction::triggered, this, &MainWindow::showAbout);
    connect(m_commands->lock, &QAction::triggered, this, [this] {
        m_unlock->setReason({});
        m_vault.lock();
    });
    connect(m_commands->quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::connectVault()
{
    connect(&m_vault, &VaultService::unlocked, this, &MainWindow::unlocked);
    connect(&m_vault, &VaultService::locked, this, &MainWindow::locked);
}

void MainWindow::showState()
{
    const VaultService::State state = m_vault.state();
    const bool working = state == VaultService::State::Unlocked && !m_wizard->isActive();
    m_commands->setUnlocked(working);
    m_idle->arm(state == VaultService::State::Unlocked);
    if (working)
        m_pages->setCurrentWidget(m_workspace);
    else if (state == VaultService::State::Missing || m_wizard->isActive())
        m_pages->setCurrentWidget(m_wizard);
    else
        m_pages->setCurrentWidget(m_unlock);
}

void MainWindow::unlocked()
{
    m_idle->arm(true);
    if (m_wizard->isActive())
        return;
    m_unlock->reset();
    m_unlock->setReason({});
    showState();
    m_workspace->load(m_vault.isReadOnly());
    m_workspace->go(NavigationBar::Place::Patients);
}

void MainWindow::locked()
{
    for (QDialog *dialog : findChildren<QDialog *>())
        dialog->close();
    m_palette->dismiss();
    m_drop->hide();
    m_workspace->clear();
    m_wizard->reset();
    m_unlock->reset();
    setRecordTitle({});
    m_commands->setUnlocked(false);
    m_idle->arm(false);
    m_pages->setCurrentWidget(m_unlock);
}

void MainWindow::wizardFinished(SetupWizard::Start start)
{
    showState();
    if (m_vault.state() != VaultService::State::Unlocked)
        return;
    m_workspace->load(m_vault.isReadOnly());
    m_workspace->go(NavigationBar::Place::Patients);
    switch (start) {
    case SetupWizard::Start::Demonstration: loadDemonstration(); break;
    case SetupWizard::Start::Files: chooseFiles(); break;
    case SetupWizard::Start::Folder: chooseFolder(); break;
    case SetupWizard::Start::Empty: break;
    }
}

void MainWindow::lockForIdleness()
{
    if (m_vault.state() != VaultService::State::Unlocked)
        return;
    // Locking would cut off an import that somebody left to run; it ends on its own and the clock starts again.
    if (m_imports.isRunning()) {
        m_idle->arm(true);
        return;
    }
    m_unlock->setReason(tr("Locked after %n minute(s) without use.", nullptr, m_idle->minutes()));
    m_vault.lock();
}

bool MainWindow::canImport() const
{
    return m_vault.state() == VaultService::State::Unlocked && !m_vault.isReadOnly() && !m_wizard->isActive();
}

void MainWindow::importPaths(const QStringList &paths)
{
    if (paths.isEmpty() || !canImport())
        return;
    ImportOptions options;
    options.paths = paths;
    m_workspace->go(NavigationBar::Place::Sources);
    m_imports.import(options);
}

void MainWindow::openPerson(PersonId person)
{
    if (m_vault.state() == VaultService::State::Unlocked)
        m_workspace->openPerson(person);
}

void MainWindow::openFact(PersonId person, FactId fact)
{
    if (m_vault.state() == VaultService::State::Unlocked)
        m_workspace->openFact(person, fact);
}

void MainWindow::chooseFiles()
{
    if (!canImport())
        return;
    auto *dialog = new QFileDialog(this, tr("Import files"));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {tr("Health data and images (*.json *.ndjson *.xml *.zip *.dcm *.dicom DICOMDIR)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &MainWindow::importPaths);
    openDialog(dialog);
}

void MainWindow::chooseFolder()
{
    if (!canImport())
        return;
    auto *dialog = new QFileDialog(this, tr("Import a folder"));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::filesSelected, this, &MainWindow::importPaths);
    openDialog(dialog);
}

void MainWindow::loadDemonstration()
{
    if (canImport() && m_actions.importDemonstration)
        m_actions.importDemonstration();
}

void MainWindow::showSettings()
{
    auto *dialog = new SettingsDialog(m_vault, m_themes, m_actions, this);
    connect(dialog, &SettingsDialog::autoLockChanged, m_idle, &IdleLock::setMinutes);
    openDialog(dialog);
}

void MainWindow::showShortcuts()
{
    if (m_workspace->place() == NavigationBar::Place::Images && m_workspace->isVisible())
        openDialog(new ViewKeysSheet(this));
    else
        openDialog(new ShortcutSheet(*m_commands, this));
}

void MainWindow::showAbout()
{
    openDialog(new AboutDialog(this));
}

void MainWindow::setRecordTitle(const QString &title)
{
    setWindowTitle(title.isEmpty() ? tr("Chartline") : tr("%1 – Chartline").arg(title));
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    // Several come for one change, one for each translator.
    if (event->type() == QEvent::LanguageChange)
        m_rebuild.start(0);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QSettings().setValue(SettingsKeys::windowGeometry, saveGeometry());
    m_imports.cancel();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!canImport() || localPaths(event->mimeData()).isEmpty())
        return;
    m_drop->show();
    // Never a move: the originals stay where they are.
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *)
{
    m_drop->hide();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_drop->hide();
    event->setDropAction(Qt::CopyAction);
    event->accept();
    importPaths(localPaths(event->mimeData()));
}

} // namespace Chartline::Ui
