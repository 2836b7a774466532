// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/ErrorText.h"

#include <QSet>
#include <QtTest>

using namespace Chartline;

class TestErrorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorHasItsOwnWords();
    void argumentsAreShown_data();
    void argumentsAreShown();
    void missingArgumentsDoNoHarm();
    void recoveryKeyOfAnotherVault();
    void percentSignsInArguments();
};

void TestErrorText::everyErrorHasItsOwnWords()
{
    QSet<QString> seen;
    for (int i = int(ErrorCode::None); i <= int(ErrorCode::Usage); ++i) {
        const QString text =
            Ui::errorText({ErrorCode(i), {QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")}});
        const QByteArray name = errorCodeName(ErrorCode(i)).toUtf8();
        QVERIFY2(text.size() > 10, name.constData());
        QVERIFY2(text.front().isUpper() || text.front() == u'“', name.constData());
        static const QRegularExpression placeholder(QStringLiteral("%[0-9n]"));
        QVERIFY2(!text.contains(placeholder), qPrintable(text));
        QVERIFY2(!seen.contains(text), qPrintable(text));
        seen.insert(text);
    }
}

void TestErrorText::argumentsAreShown_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, ErrorCode code, const QStringList &args, const QString &expected) {
        QTest::newRow(name) << int(code) << args << expected;
    };
    row("path", ErrorCode::FileNotFound, {QStringLiteral("/x/file.json")}, QStringLiteral("/x/file.json"));
    row("detail", ErrorCode::IoFailed, {QStringLiteral("/x"), QStringLiteral("Input/output error")},
        QStringLiteral("Input/output error"));
    row("key", ErrorCode::InputDuplicateKey, {QStringLiteral("status")}, QStringLiteral("“status”"));
    row("versions", ErrorCode::DatabaseTooNew, {QStringLiteral("/v"), QStringLiteral("7"), QStringLiteral("3")},
        QStringLiteral("layout 7; this program knows up to 3"));
    row("bytes in words", ErrorCode::InputTooLarge, {QStringLiteral("1073741824")}, QStringLiteral("GiB"));
    row("depth", ErrorCode::InputTooDeep, {QStringLiteral("64")}, QStringLiteral("64 levels"));
    row("length", ErrorCode::PassphraseTooShort, {QStringLiteral("8")}, QStringLiteral("at least 8"));
}

void TestErrorText::argumentsAreShown()
{
    QFETCH(int, code);
    QFETCH(QStringList, args);
    QFETCH(QString, expected);
    QLocale::setDefault(QLocale::c());
    const QString text = Ui::errorText({ErrorCode(code), args});
    QVERIFY2(text.contains(expected), qPrintable(text));
}

void TestErrorText::missingArgumentsDoNoHarm()
{
    for (int i = int(ErrorCode::None); i <= int(ErrorCode::Usage); ++i)
        QVERIFY(!Ui::errorText({ErrorCode(i), {}}).isEmpty());
}

void TestErrorText::recoveryKeyOfAnotherVault()
{
    const QString key =
        Ui::errorText({ErrorCode::WrongPassphrase, {QStringLiteral("/v"), QStringLiteral("recovery-key")}});
    const QString passphrase = Ui::errorText({ErrorCode::WrongPassphrase, {QStringLiteral("/v")}});
    QVERIFY(key != passphrase);
    QVERIFY(key.contains(QStringLiteral("another vault")));
}

// A file may be called "%2.json"; its name must come out as it is.
void TestErrorText::percentSignsInArguments()
{
    const QString text =
        Ui::errorText({ErrorCode::DatabaseTooNew, {QStringLiteral("/v"), QStringLiteral("%2"), QStringLiteral("3")}});
    QVERIFY2(text.contains(QStringLiteral("layout %2; this program knows up to 3")), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
