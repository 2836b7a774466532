// SPDX-License-Identifier: Apache-2.0
#include "security/ChangePassphraseDialog.h"
#include "security/NewPassphraseForm.h"
#include "security/PassphraseField.h"
#include "security/PassphraseStrength.h"
#include "security/RecoverySheet.h"
#include "security/SetupWizard.h"
#include "security/UnlockView.h"

#include "ui/TestWindow.h"

#include <QPainter>

using namespace Chartline;
using namespace Chartline::Test;
using namespace Chartline::Ui;

namespace {

QString words(const char *text)
{
    return QString::fromLatin1(text);
}

// Types a new passphrase into the visible form.
void typeNew(QWidget *in, const QString &first, const QString &second)
{
    field(in, words("New passphrase"))->setText(first);
    field(in, words("The same again"))->setText(second);
}

} // namespace

class TestSecurity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void strength_data();
    void strength();
    void fieldGivesItsSecretAway();
    void capsLockIsNoticed();
    void formWantsTheSameTwice();
    void firstStart();
    void groupTypedInsteadOfTick();
    void wrongAndRightPassphrase();
    void recoveryKeyMakesANewPassphrase();
    void damagedVaultSaysSo_data();
    void damagedVaultSaysSo();
    void changePassphrase();
    void sheetHoldsTheWholeKey();
};

void TestSecurity::strength_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("atLeast");
    QTest::addColumn<int>("atMost");
    const auto row = [](const char *text, PassphraseLevel low, PassphraseLevel high) {
        QTest::newRow(text) << words(text) << int(low) << int(high);
    };
    using enum PassphraseLevel;
    row("", Empty, Empty);
    row("short", TooShort, TooShort);
    row("aaaaaaaaaaaaaaaaaaaa", Weak, Weak);
    row("12345678901234567890", Weak, Weak);
    row("abcdefghijklmnop", Weak, Weak);
    row("Password123!", Weak, Weak);
    row("praxis2026", Weak, Weak);
    row("word word word word word", Weak, Weak);
    row("elephant", Weak, Weak);
    row("correct horse battery staple", Fair, Good);
    row("seven lamps under quiet violet water", Good, Strong);
    row("t7#Qz!p0vLm2@xR9", Strong, Strong);
}

void TestSecurity::strength()
{
    QFETCH(QString, text);
    QFETCH(int, atLeast);
    QFETCH(int, atMost);
    const int level = int(PassphraseStrength::level(text));
    QVERIFY2(level >= atLeast && level <= atMost,
             qPrintable(QStringLiteral("%1 (%2 bits)").arg(level).arg(PassphraseStrength::bits(text))));
}

void TestSecurity::fieldGivesItsSecretAway()
{
    PassphraseField secretField(words("Passphrase"));
    secretField.edit()->setText(QStringLiteral("grün und weiß"));
    QCOMPARE(secretField.edit()->echoMode(), QLineEdit::Password);
    const SecureBytes taken = secretField.take();
    const QByteArray expected = QStringLiteral("grün und weiß").toUtf8();
    QVERIFY(taken.equals(
        std::span(reinterpret_cast<const unsigned char *>(expected.constData()), std::size_t(expected.size()))));
    QVERIFY(secretField.isEmpty());
    QVERIFY2(!secretField.edit()->isUndoAvailable(), "undo would bring it back");
}

void TestSecurity::capsLockIsNoticed()
{
    PassphraseField secretField(words("Passphrase"));
    secretField.show();
    QVERIFY(!visibleText(&secretField).contains(words("Caps Lock")));
    QTest::keyClick(secretField.edit(), Qt::Key_A, Qt::NoModifier); // "a"
    QVERIFY(!visibleText(&secretField).contains(words("Caps Lock")));
    QKeyEvent capital(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, words("A"));
    QApplication::sendEvent(secretField.edit(), &capital);
    QVERIFY(visibleText(&secretField).contains(words("Caps Lock")));
    QKeyEvent shifted(QEvent::KeyPress, Qt::Key_A, Qt::ShiftModifier, words("A"));
    QApplication::sendEvent(secretField.edit(), &shifted);
    QVERIFY(!visibleText(&secretField).contains(words("Caps Lock")));
}

void TestSecurity::formWantsTheSameTwice()
{
    NewPassphraseForm form;
    form.show();
    typeNew(&form, words("correct horse battery staple"), words("correct horse battery"));
    QVERIFY(!form.isComplete());
    QVERIFY(visibleText(&form).contains(words("not the same")));
    typeNew(&form, words("correct horse battery staple"), words("correct horse battery staple"));
    QVERIFY(form.isComplete());
    typeNew(&form, words("seven c"), words("seven c"));
    QVERIFY2(!form.isComplete(), "seven characters are too few");
}

void TestSecurity::firstStart()
{
    TestWindow test;
    test.makeWindow();
    SetupWizard *wizard = test.window->wizard();
    QVERIFY(wizard->isVisible());
    QVERIFY(!button(wizard, words("Continue"))->isEnabled());
    checkBox(wizard, words("I have read what Chartline is for"))->setChecked(true);
    button(wizard, words("Continue"))->click();
    QVERIFY(!button(wizard, words("Create the vault"))->isEnabled());
    typeNew(wizard, words(TestWindow::passphrase), words(TestWindow::passphrase));
    button(wizard, words("Create the vault"))->click();
    EVENTUALLY(wizard->page() == SetupWizard::Page::RecoveryKey);
    QVERIFY2(wizard->isVisible(), "the open vault must not hide the recovery key");
    QVERIFY(!button(wizard, words("Continue"))->isEnabled());
    checkBox(wizard, words("I have printed or saved the key and put it in a safe place"))->setChecked(true);
    button(wizard, words("Continue"))->click();
    QSignalSpy finished(wizard, &SetupWizard::finished);
    button(wizard, words("Start with an empty vault"))->click();
    QCOMPARE(finished.size(), 1);
    QVERIFY(!wizard->isVisible());
    EVENTUALLY(visibleText(test.window.get()).contains(words("No patients yet")));
    QVERIFY(!test.settingsText().contains(words("correct horse")));
}

void TestSecurity::groupTypedInsteadOfTick()
{
    TestWindow test;
    test.makeWindow();
    SetupWizard *wizard = test.window->wizard();
    checkBox(wizard, words("I have read what Chartline is for"))->setChecked(true);
    button(wizard, words("Continue"))->click();
    typeNew(wizard, words(TestWindow::passphrase), words(TestWindow::passphrase));
    button(wizard, words("Create the vault"))->click();
    EVENTUALLY(wizard->page() == SetupWizard::Page::RecoveryKey);
    static const QRegularExpression asked(words("type group (\\d)"));
    const QString number = asked.match(visibleText(wizard)).captured(1);
    QVERIFY(!number.isEmpty());
    QString group;
    for (const QLabel *label : wizard->findChildren<QLabel *>()) {
        if (label->accessibleName().startsWith(words("Group ") + number))
            group = label->text();
    }
    QCOMPARE(group.size(), 6);
    QLineEdit *answer = nullptr;
    for (QLineEdit *edit : wizard->findChildren<QLineEdit *>())
        answer = edit->isVisible() ? edit : answer;
    answer->setText(words("WRONG1"));
    QVERIFY(!button(wizard, words("Continue"))->isEnabled());
    answer->setText(group.toLower());
    QVERIFY(button(wizard, words("Continue"))->isEnabled());
    button(wizard, words("Continue"))->click();
    QVERIFY2(!visibleText(wizard).contains(group), "the key is gone from the screen");
    for (const QLabel *label : wizard->findChildren<QLabel *>())
        QVERIFY2(label->text() != group, "and from the widgets");
}

void TestSecurity::wrongAndRightPassphrase()
{
    TestWindow test;
    QVERIFY(test.create());
    test.composition->vault().lock();
    test.makeWindow();
    UnlockView *view = test.window->unlockView();
    QVERIFY(view->isVisible());
    QLineEdit *edit = field(view, words("Passphrase"));
    QVERIFY(!button(view, words("Unlock"))->isEnabled());
    edit->setText(words("not the passphrase"));
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY2(edit->text().isEmpty(), "the secret leaves the field at once");
    QVERIFY2(QTest::qWaitFor([&] { return visibleText(view).contains(words("This is not the passphrase.")); }, 5000),
             qPrintable(visibleText(view)));
    QVERIFY(view->isVisible());
    edit->setText(words(TestWindow::passphrase));
    QTest::keyClick(edit, Qt::Key_Return);
    EVENTUALLY(!view->isVisible());
    QCOMPARE(test.composition->vault().state(), VaultService::State::Unlocked);
}

void TestSecurity::recoveryKeyMakesANewPassphrase()
{
    TestWindow test;
    const auto made = await(test.composition->vault().create(secret(TestWindow::passphrase)));
    QVERIFY(made.has_value());
    TestWindow::settle();
    test.composition->vault().lock();
    test.makeWindow();
    UnlockView *view = test.window->unlockView();
    button(view, words("Forgot the passphrase?"))->click();
    const QString next = words("seven lamps under quiet water");
    field(view, words("Recovery key"))->setText(words("AAAAAA-BBBBBB"));
    typeNew(view, next, next);
    button(view, words("Set passphrase and unlock"))->click();
    EVENTUALLY(visibleText(view).contains(words("not a whole recovery key")));
    field(view, words("Recovery key"))->setText(made->recoveryKey.toLower());
    typeNew(view, next, next);
    button(view, words("Set passphrase and unlock"))->click();
    EVENTUALLY(test.composition->vault().state() == VaultService::State::Unlocked);
    test.composition->vault().lock();
    QVERIFY(!test.unlock());
    QVERIFY(await(test.composition->vault().unlock(secret(next.toUtf8()))).has_value());
}

void TestSecurity::damagedVaultSaysSo_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("expected");
    QTest::newRow("no database") << words("records.db") << QStringLiteral("records file “records.db” is missing");
    QTest::newRow("header") << words("vault.header") << words("header");
}

void TestSecurity::damagedVaultSaysSo()
{
    QFETCH(QString, file);
    QFETCH(QString, expected);
    TestWindow test;
    QVERIFY(test.create());
    test.reopen();
    const QDir vault(test.composition->vault().folder());
    for (const QString &name : vault.entryList({file + QLatin1Char('*')}, QDir::Files)) {
        if (file == words("records.db")) {
            QVERIFY(QFile::remove(vault.filePath(name)));
        } else {
            QFile damaged(vault.filePath(name));
            QVERIFY(damaged.open(QIODevice::WriteOnly));
            damaged.write("not a header");
        }
    }
    test.makeWindow();
    UnlockView *view = test.window->unlockView();
    QVERIFY(view->isVisible());
    field(view, words("Passphrase"))->setText(words(TestWindow::passphrase));
    button(view, words("Unlock"))->click();
    QVERIFY2(QTest::qWaitFor([&] { return visibleText(view).contains(expected); }, 5000),
             qPrintable(visibleText(view)));
    QVERIFY(view->isVisible());
}

void TestSecurity::changePassphrase()
{
    TestWindow test;
    QVERIFY(test.create());
    const QString next = words("seven lamps under quiet water");
    ChangePassphraseDialog dialog(test.composition->vault());
    dialog.open();
    QSignalSpy changed(&dialog, &ChangePassphraseDialog::passphraseChanged);
    field(&dialog, words("Current passphrase"))->setText(words("wrong one here"));
    typeNew(&dialog, next, next);
    button(&dialog, words("Change passphrase"))->click();
    EVENTUALLY(visibleText(&dialog).contains(words("not the passphrase")));
    QCOMPARE(changed.size(), 0);
    field(&dialog, words("Current passphrase"))->setText(words(TestWindow::passphrase));
    typeNew(&dialog, next, next);
    button(&dialog, words("Change passphrase"))->click();
    EVENTUALLY(changed.size() == 1);
    test.composition->vault().lock();
    QVERIFY(!test.unlock());
    QVERIFY(await(test.composition->vault().unlock(secret(next.toUtf8()))).has_value());
}

void TestSecurity::sheetHoldsTheWholeKey()
{
    const QString key = words("7H3KQZ-AAAAAA-BBBBBB-CCCCCC-DDDDDD-EEEEEE");
    const RecoverySheet sheet(key, words("/srv/vault"), QDate(2026, 11, 21));
    QVERIFY(sheet.plainText().contains(key));
    QVERIFY(sheet.plainText().contains(words("/srv/vault")));
    QCOMPARE(RecoverySheet::groups(key).size(), 6);
    QImage page(800, 1130, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    sheet.paint(painter, page.rect());
    painter.end();
    int inked = 0;
    for (int y = 0; y < page.height(); ++y) {
        for (int x = 0; x < page.width(); ++x)
            inked += qGray(page.pixel(x, y)) < 128;
    }
    QVERIFY(inked > 2000);
    QVERIFY2(qGray(page.pixel(400, 1120)) == 255, "the text ends above the edge of the paper");
}

QTEST_MAIN(TestSecurity)
#include "tst_security.moc"
