// SPDX-License-Identifier: Apache-2.0
#include "security/NewPassphraseForm.h"
#include "security/PassphraseField.h"
#include "security/SetupWizard.h"
#include "security/UnlockView.h"
#include "shell/Commands.h"
#include "shell/SearchPalette.h"
#include "shell/Workspace.h"
#include "sources/SourcesPage.h"
#include "viewmodels/SearchModel.h"

#include "ui/TestWindow.h"

#include <QCheckBox>
#include <QDialog>
#include <QDir>
#include <QLineEdit>

using namespace Chartline;
using namespace Chartline::Test;
using namespace Chartline::Ui;

// Writes a picture of every state of the window's frame into build/…/screens, light and dark, in two sizes, for people
// to look at. What it checks is that each state can be reached and paints more than one colour.
class TestScreens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void firstStart();
    void emptyVault();
    void unlocking();
    void atWork();
    void importing();
    void dialogs();

private:
    void shoot(TestWindow &test, const QString &name);
    void shootDialog(TestWindow &test, QAction *action, const QString &name);

    QDir m_folder;
};

void TestScreens::initTestCase()
{
    m_folder = QDir(QStringLiteral(CHARTLINE_BINARY_DIR "/screens"));
    QVERIFY(m_folder.mkpath(QStringLiteral(".")));
}

void TestScreens::shoot(TestWindow &test, const QString &name)
{
    for (const bool dark : {false, true}) {
        test.themes->setChoice(dark ? ThemeController::Choice::Dark : ThemeController::Choice::Light);
        for (const QSize size : {QSize(1440, 900), QSize(1920, 1080)}) {
            test.window->resize(size);
            QTest::qWait(30);
            const QImage image = test.window->grab().toImage();
            QCOMPARE(image.size() / image.devicePixelRatio(), size);
            const QString file = QStringLiteral("%1-%2-%3.png")
                                     .arg(name, dark ? QStringLiteral("dark") : QStringLiteral("light"))
                                     .arg(size.width());
            QVERIFY(image.save(m_folder.filePath(file)));
            QVERIFY(image.convertToFormat(QImage::Format_Indexed8).colorCount() > 8);
        }
    }
    test.themes->setChoice(ThemeController::Choice::Light);
    test.window->resize(1440, 900);
}

void TestScreens::shootDialog(TestWindow &test, QAction *action, const QString &name)
{
    for (const bool dark : {false, true}) {
        test.themes->setChoice(dark ? ThemeController::Choice::Dark : ThemeController::Choice::Light);
        action->trigger();
        QDialog *dialog = nullptr;
        EVENTUALLY((dialog = test.window->findChild<QDialog *>()) != nullptr);
        EVENTUALLY(dialog->isVisible());
        QTest::qWait(30);
        QVERIFY(dialog->grab().save(
            m_folder.filePath(name + (dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png")))));
        dialog->close();
        EVENTUALLY(test.window->findChild<QDialog *>() == nullptr);
    }
    test.themes->setChoice(ThemeController::Choice::Light);
}

void TestScreens::firstStart()
{
    TestWindow test;
    test.makeWindow();
    SetupWizard *wizard = test.window->wizard();
    QVERIFY(wizard->isVisible());
    checkBox(wizard, QStringLiteral("I have read what Chartline is for"))->setChecked(true);
    shoot(test, QStringLiteral("wizard-1-welcome"));
    button(wizard, QStringLiteral("Continue"))->click();
    const auto edits = wizard->findChild<NewPassphraseForm *>()->findChildren<QLineEdit *>();
    edits[0]->setText(QString::fromLatin1(TestWindow::passphrase));
    edits[1]->setText(QString::fromLatin1(TestWindow::passphrase));
    shoot(test, QStringLiteral("wizard-2-passphrase"));
    button(wizard, QStringLiteral("Create the vault"))->click();
    EVENTUALLY(wizard->page() == SetupWizard::Page::RecoveryKey);
    shoot(test, QStringLiteral("wizard-3-recovery"));
    for (QCheckBox *box : wizard->findChildren<QCheckBox *>())
        box->setChecked(true);
    button(wizard, QStringLiteral("Continue"))->click();
    shoot(test, QStringLiteral("wizard-4-records"));
}

void TestScreens::emptyVault()
{
    TestWindow test;
    QVERIFY(test.create());
    test.makeWindow();
    test.window->workspace()->load(false);
    EVENTUALLY(visibleText(test.window.get()).contains(QStringLiteral("No patients yet")));
    shoot(test, QStringLiteral("patients-empty"));
    test.window->workspace()->go(NavigationBar::Place::Sources);
    shoot(test, QStringLiteral("sources-empty"));
}

void TestScreens::unlocking()
{
    TestWindow test;
    QVERIFY(test.create());
    test.composition->vault().lock();
    test.makeWindow();
    shoot(test, QStringLiteral("unlock"));
    field(test.window->unlockView(), QStringLiteral("Passphrase"))->setText(QStringLiteral("not the passphrase"));
    button(test.window.get(), QStringLiteral("Unlock"))->click();
    EVENTUALLY(visibleText(test.window.get()).contains(QStringLiteral("not the passphrase.")));
    shoot(test, QStringLiteral("unlock-error"));
    button(test.window.get(), QStringLiteral("Forgot the passphrase?"))->click();
    shoot(test, QStringLiteral("unlock-recovery"));
}

void TestScreens::atWork()
{
    TestWindow test;
    QVERIFY(test.createWithDemonstration());
    test.makeWindow();
    test.window->workspace()->load(false);
    const QList<PersonSummary> people = test.people();
    QVERIFY(!people.isEmpty());
    EVENTUALLY(visibleText(test.window.get()).contains(people.first().name));
    shoot(test, QStringLiteral("patients"));
    test.window->openPerson(people.first().id);
    QTest::qWait(500);
    shoot(test, QStringLiteral("record"));
    SearchPalette *palette = test.window->searchPalette();
    test.window->commands()->search->trigger();
    palette->edit()->setText(QStringLiteral("met"));
    EVENTUALLY(palette->model()->state() == SearchModel::State::Done);
    shoot(test, QStringLiteral("search"));
    palette->edit()->setText(QStringLiteral("qqqzzz"));
    EVENTUALLY(palette->model()->state() == SearchModel::State::Done && palette->model()->rowCount() == 0);
    shoot(test, QStringLiteral("search-nothing"));
    palette->dismiss();
    test.window->workspace()->go(NavigationBar::Place::Sources);
    EVENTUALLY(test.window->workspace()->sources()->sourceCount() > 0);
    shoot(test, QStringLiteral("sources"));
    test.themes->setHighContrast(true);
    test.window->workspace()->go(NavigationBar::Place::Patients);
    shoot(test, QStringLiteral("patients-contrast"));
    test.themes->setHighContrast(false);
}

void TestScreens::importing()
{
    TestWindow test;
    QVERIFY(test.createWithDemonstration());
    test.makeWindow();
    test.window->workspace()->load(false);
    test.window->workspace()->go(NavigationBar::Place::Sources);
    Q_EMIT test.composition->imports().started();
    ImportProgress progress;
    progress.files = 14;
    progress.totalFiles = 40;
    progress.bytes = 365;
    progress.totalBytes = 1000;
    progress.records = 12480;
    progress.recordsPerSecond = 3410;
    progress.currentFile = QStringLiteral("/media/stick/export/2026-11-20/hospital/patient-0014/bundle.json");
    Q_EMIT test.composition->imports().progress(progress);
    shoot(test, QStringLiteral("import-running"));
    ImportReport report;
    report.files = 40;
    report.accepted = 31870;
    report.unchanged = 412;
    report.kept = 96;
    report.newVersions = 7;
    report.refused = 3;
    report.persons = 12;
    report.byType = {{QStringLiteral("Observation"), 24110},
                     {QStringLiteral("Condition"), 812},
                     {QStringLiteral("Encounter"), 2311},
                     {QStringLiteral("MedicationRequest"), 1904},
                     {QStringLiteral("Patient"), 12},
                     {QStringLiteral("Claim"), 96},
                     {QStringLiteral("DiagnosticReport"), 1290},
                     {QStringLiteral("Immunization"), 233}};
    report.refusals = {{QStringLiteral("export/notes.docx"), {}, {ErrorCode::InputNotHealthData, {}}},
                       {QStringLiteral("export/hospital/patient-0031/bundle.json"),
                        QStringLiteral("entry[12]"),
                        {ErrorCode::InputDuplicateKey, {QStringLiteral("status")}}},
                       {QStringLiteral("export/archive.zip/old/2019.xml"),
                        QStringLiteral("line 7"),
                        {ErrorCode::InputHasDoctype, {}}}};
    report.issues = {{QStringLiteral("invalid-date"), 3}, {QStringLiteral("unknown-modifier"), 1}};
    Q_EMIT test.composition->imports().finished(report);
    QTest::qWait(200);
    shoot(test, QStringLiteral("import-report"));
}

void TestScreens::dialogs()
{
    TestWindow test;
    QVERIFY(test.create());
    test.makeWindow();
    test.window->workspace()->load(false);
    shootDialog(test, test.window->commands()->settings, QStringLiteral("settings"));
    shootDialog(test, test.window->commands()->shortcuts, QStringLiteral("shortcuts"));
    shootDialog(test, test.window->commands()->about, QStringLiteral("about"));
}

QTEST_MAIN(TestScreens)
#include "tst_screens.moc"
