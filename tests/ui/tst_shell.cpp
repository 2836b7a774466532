// SPDX-License-Identifier: Apache-2.0
#include "security/SetupWizard.h"
#include "security/UnlockView.h"
#include "shell/Commands.h"
#include "shell/DropOverlay.h"
#include "shell/IdleLock.h"
#include "shell/SearchPalette.h"
#include "shell/SettingsDialog.h"
#include "shell/Workspace.h"

#include "support/SmallRecords.h"
#include "ui/TestWindow.h"

#include <QComboBox>
#include <QMimeData>
#include <QSpinBox>

using namespace Chartline;
using namespace Chartline::Test;
using namespace Chartline::Ui;

class TestShell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWhereTheVaultIs();
    void lockDropsEverything();
    void filesDroppedAreImported();
    void nothingIsDroppedWhileLocked();
    void navigationDoesWhatItSays();
    void everyCommandHasKeysOrAMenu();
    void everythingPressableHasAName();
    void settingsHoldNoPatient();
    void anotherLanguageKeepsTheRecord();
    void idleness();
};

void TestShell::startsWhereTheVaultIs()
{
    TestWindow test;
    test.makeWindow();
    QVERIFY(test.window->wizard()->isVisible());
    QVERIFY(!test.window->commands()->lock->isEnabled());
    test.window.reset();
    QVERIFY(test.create());
    test.makeWindow();
    QVERIFY(test.window->workspace()->isVisible());
    test.composition->vault().lock();
    QVERIFY(test.window->unlockView()->isVisible());
    QVERIFY(!test.window->commands()->search->isEnabled());
    QVERIFY(!test.window->commands()->importFiles->isEnabled());
}

void TestShell::lockDropsEverything()
{
    TestWindow test;
    QVERIFY(test.createWithDemonstration());
    test.makeWindow();
    test.window->workspace()->load(false);
    const PersonSummary person = test.people().first();
    test.window->openPerson(person.id);
    EVENTUALLY(test.window->windowTitle().contains(person.name.section(QLatin1Char(','), 0, 0)));
    test.window->commands()->settings->trigger();
    test.window->commands()->lock->trigger();
    QCOMPARE(test.composition->vault().state(), VaultService::State::Locked);
    QCOMPARE(test.window->windowTitle(), QStringLiteral("Chartline"));
    QVERIFY(test.window->workspace()->currentPerson().isNull());
    QTest::qWait(100);
    QVERIFY2(test.window->findChild<SettingsDialog *>() == nullptr, "dialogs close with the vault");
    // Not one widget, visible or not, still names the patient.
    const QString family = person.name.section(QLatin1Char(','), 0, 0);
    for (const QLabel *label : test.window->findChildren<QLabel *>())
        QVERIFY2(!label->text().contains(family), qPrintable(label->objectName()));
    for (const QAbstractItemView *view : test.window->findChildren<QAbstractItemView *>())
        QCOMPARE(view->model() != nullptr && qobject_cast<const QComboBox *>(view->parentWidget()) == nullptr
                     ? view->model()->rowCount()
                     : 0,
                 0);
}

void TestShell::filesDroppedAreImported()
{
    TestWindow test;
    QVERIFY(test.create());
    test.makeWindow();
    test.window->workspace()->load(false);
    QFile file(test.path(QStringLiteral("anna.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(patient({"anna"}));
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file.fileName())});
    QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(test.window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QVERIFY(test.window->findChild<DropOverlay *>()->isVisible());
    QSignalSpy finished(&test.composition->imports(), &ImportService::finished);
    QDropEvent drop(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(test.window.get(), &drop);
    QVERIFY(!test.window->findChild<DropOverlay *>()->isVisible());
    EVENTUALLY(finished.size() == 1);
    QCOMPARE(finished.first().first().value<ImportReport>().accepted, 1);
    EVENTUALLY(visibleText(test.window.get()).contains(QStringLiteral("Import finished")));
    button(test.window.get(), QStringLiteral("Show the patients"))->click();
    EVENTUALLY(visibleText(test.window.get()).contains(QStringLiteral("Anna"), Qt::CaseInsensitive));
    QVERIFY2(QFile::exists(file.fileName()), "the original stays where it was");
}

void TestShell::nothingIsDroppedWhileLocked()
{
    TestWindow test;
    QVERIFY(test.create());
    test.composition->vault().lock();
    test.makeWindow();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QStringLiteral("/etc/hostname"))});
    QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QApplication::sendEvent(test.window.get(), &enter);
    QVERIFY(!enter.isAccepted());
    QVERIFY(!test.window->findChild<DropOverlay *>()->isVisible());
}

void TestShell::navigationDoesWhatItSays()
{
    TestWindow test;
    QVERIFY(test.createWithDemonstration());
    test.makeWindow();
    test.window->workspace()->load(false);
    Workspace *workspace = test.window->workspace();
    QVERIFY2(!test.window->commands()->timeline->isEnabled(), "no record is open");
    workspace->go(NavigationBar::Place::Timeline);
    QCOMPARE(workspace->place(), NavigationBar::Place::Patients);
    test.window->openPerson(test.people().first().id);
    QCOMPARE(workspace->place(), NavigationBar::Place::Timeline);
    test.window->commands()->list->trigger();
    QCOMPARE(workspace->place(), NavigationBar::Place::List);
    button(workspace, QStringLiteral("Sources"))->click();
    QCOMPARE(workspace->place(), NavigationBar::Place::Sources);
    test.window->commands()->patients->trigger();
    QCOMPARE(workspace->place(), NavigationBar::Place::Patients);
}

void TestShell::everyCommandHasKeysOrAMenu()
{
    TestWindow test;
    test.makeWindow();
    QSet<QString> keys;
    for (const QAction *action : test.window->commands()->all()) {
        QVERIFY2(!action->shortcuts().isEmpty(), qPrintable(action->text()));
        for (const QKeySequence &key : action->shortcuts()) {
            QVERIFY2(!keys.contains(key.toString()), qPrintable(key.toString()));
            keys.insert(key.toString());
        }
    }
    for (const char *wanted : {"Ctrl+K", "Ctrl+O", "Ctrl+Shift+O", "Ctrl+L", "F1", "?", "Ctrl+,", "Ctrl+Q"})
        QVERIFY2(keys.contains(QString::fromLatin1(wanted)), wanted);
}

void TestShell::everythingPressableHasAName()
{
    TestWindow test;
    QVERIFY(test.create());
    test.makeWindow();
    test.window->workspace()->load(false);
    for (const QAbstractButton *control : test.window->findChildren<QAbstractButton *>()) {
        if (control->focusPolicy() == Qt::NoFocus
            || qobject_cast<const QAbstractItemView *>(control->parentWidget()) != nullptr)
            continue;
        QVERIFY2(!control->text().isEmpty() || !control->accessibleName().isEmpty()
                     || !control->isVisibleTo(test.window.get()),
                 control->metaObject()->className());
    }
    for (const QLineEdit *edit : test.window->findChildren<QLineEdit *>()) {
        bool named = !edit->accessibleName().isEmpty();
        for (const QLabel *label : test.window->findChildren<QLabel *>())
            named = named || label->buddy() == edit;
        QVERIFY2(named || qobject_cast<const QAbstractSpinBox *>(edit->parentWidget()) != nullptr,
                 qPrintable(edit->placeholderText()));
    }
}

void TestShell::settingsHoldNoPatient()
{
    TestWindow test;
    QVERIFY(test.createWithDemonstration());
    test.makeWindow();
    test.window->workspace()->load(false);
    const PersonSummary person = test.people().first();
    test.window->openPerson(person.id);
    test.window->commands()->search->trigger();
    test.window->searchPalette()->edit()->setText(QStringLiteral("metformin"));
    QTest::qWait(300);
    test.window->commands()->settings->trigger();
    SettingsDialog *dialog = nullptr;
    EVENTUALLY((dialog = test.window->findChild<SettingsDialog *>()) != nullptr);
    dialog->findChild<QSpinBox *>()->setValue(25);
    dialog->close();
    test.window->close();
    const QString settings = test.settingsText();
    QVERIFY(settings.contains(QStringLiteral("autoLockMinutes=25")));
    QVERIFY(settings.contains(QStringLiteral("geometry")));
    QVERIFY(!settings.contains(person.name.section(QLatin1Char(','), 0, 0), Qt::CaseInsensitive));
    QVERIFY(!settings.contains(QStringLiteral("metformin")));
}

void TestShell::anotherLanguageKeepsTheRecord()
{
    TestWindow test;
    QVERIFY(test.createWithDemonstration());
    test.makeWindow();
    test.window->workspace()->load(false);
    const PersonId person = test.people().first().id;
    test.window->openPerson(person);
    test.window->workspace()->go(NavigationBar::Place::List);
    const Workspace *before = test.window->workspace();
    QEvent change(QEvent::LanguageChange);
    QApplication::sendEvent(test.window.get(), &change);
    QApplication::sendEvent(test.window.get(), &change);
    EVENTUALLY(test.window->workspace() != before);
    QCOMPARE(test.window->workspace()->currentPerson(), person);
    QCOMPARE(test.window->workspace()->place(), NavigationBar::Place::List);
    EVENTUALLY(test.window->workspace()->isVisible());
    test.composition->vault().lock();
    QVERIFY(test.window->unlockView()->isVisible());
}

void TestShell::idleness()
{
    IdleLock lock;
    QSignalSpy idle(&lock, &IdleLock::idle);
    lock.setMinutes(0);
    lock.arm(true);
    QVERIFY2(!lock.isCounting(), "0 is never");
    lock.setMinutes(10);
    QVERIFY(lock.isCounting());
    lock.arm(false);
    QVERIFY(!lock.isCounting());
    QCOMPARE(idle.size(), 0);

    TestWindow test;
    QVERIFY(test.create());
    test.makeWindow();
    auto *own = test.window->findChild<IdleLock *>();
    QVERIFY(own->isCounting());
    Q_EMIT own->idle();
    QCOMPARE(test.composition->vault().state(), VaultService::State::Locked);
    QVERIFY(visibleText(test.window->unlockView()).contains(QStringLiteral("Locked after 10")));
    QVERIFY(!own->isCounting());
}

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
