// SPDX-License-Identifier: Apache-2.0
#include "shell/Commands.h"

#include <QMenu>
#include <QWidget>

namespace Chartline::Ui {

Commands::Commands(QWidget *window)
    : QObject(window)
{
    search = add(window, tr("Search all records"), Icon::Name::Search, {Qt::CTRL | Qt::Key_K});
    importFiles = add(window, tr("Import files…"), Icon::Name::Import, {Qt::CTRL | Qt::Key_O});
    importFolder = add(window, tr("Import a folder…"), Icon::Name::Folder, {Qt::CTRL | Qt::SHIFT | Qt::Key_O});
    importDemonstration = add(window, tr("Load the demonstration patients"), Icon::Name::People);
    timeline = add(window, tr("Timeline"), Icon::Name::Timeline, {Qt::CTRL | Qt::Key_1});
    list = add(window, tr("List"), Icon::Name::List, {Qt::CTRL | Qt::Key_2});
    images = add(window, tr("Images"), Icon::Name::Scan, {Qt::CTRL | Qt::Key_5});
    medications = add(window, tr("Medications"), Icon::Name::Pill, {Qt::CTRL | Qt::Key_6});
    checkDrug = add(window, tr("Check a drug before prescribing"), Icon::Name::Shield, {Qt::CTRL | Qt::Key_D});
    safetyCards = add(window, tr("Fold or show the safety cards"), Icon::Name::Warning, {Qt::Key_F8});
    patients = add(window, tr("Patients"), Icon::Name::Patients, {Qt::CTRL | Qt::Key_3, Qt::CTRL | Qt::Key_P});
    sources = add(window, tr("Sources"), Icon::Name::Sources, {Qt::CTRL | Qt::Key_4});
    settings = add(window, tr("Settings…"), Icon::Name::Settings, {Qt::CTRL | Qt::Key_Comma});
    shortcuts = add(window, tr("Keyboard shortcuts"), Icon::Name::Keyboard, {Qt::Key_F1, Qt::Key_Question});
    about = add(window, tr("About Chartline"), Icon::Name::Info);
    lock = add(window, tr("Lock"), Icon::Name::Lock, {Qt::CTRL | Qt::Key_L});
    quit = add(window, tr("Quit"), Icon::Name::Close, {Qt::CTRL | Qt::Key_Q});
    update();
}

QAction *Commands::add(QWidget *window, const QString &text, Icon::Name icon, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(Icon::make(icon, QPalette::PlaceholderText), text, this);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WindowShortcut);
    window->addAction(action);
    return action;
}

QList<QAction *> Commands::all() const
{
    QList<QAction *> actions{search,       timeline,    list,      images,  medications,
                             checkDrug,    safetyCards, patients,  sources, importFiles,
                             importFolder, settings,    shortcuts, lock,    quit};
    actions.removeIf([](const QAction *action) { return !action->isVisible(); });
    return actions;
}

void Commands::fillMenu(QMenu &menu) const
{
    menu.addActions({importFiles, importFolder});
    if (importDemonstration->isVisible())
        menu.addAction(importDemonstration);
    menu.addSeparator();
    menu.addActions({settings, shortcuts, about});
    menu.addSeparator();
    menu.addActions({lock, quit});
}

void Commands::setUnlocked(bool unlocked)
{
    m_unlocked = unlocked;
    update();
}

void Commands::setRecordOpen(bool open)
{
    m_recordOpen = open;
    update();
}

void Commands::setCanImport(bool can)
{
    m_canImport = can;
    update();
}

void Commands::setSafetyOffered(bool offered)
{
    for (QAction *action : {medications, checkDrug, safetyCards})
        action->setVisible(offered);
}

void Commands::update()
{
    for (QAction *action : {search, patients, sources, lock})
        action->setEnabled(m_unlocked);
    for (QAction *action : {timeline, list, images, medications, checkDrug, safetyCards})
        action->setEnabled(m_unlocked && m_recordOpen);
    for (QAction *action : {importFiles, importFolder, importDemonstration})
        action->setEnabled(m_unlocked && m_canImport);
}

} // namespace Chartline::Ui
