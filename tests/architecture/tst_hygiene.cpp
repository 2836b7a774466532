// SPDX-License-Identifier: Apache-2.0
#include "support/SourceTree.h"

#include <QRegularExpression>
#include <QTest>

using namespace Chartline;
using namespace Qt::StringLiterals;

// What every file of the repository keeps to: size, licence line, nothing of the machine it was written on.
class TestHygiene : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void filesAreOfReadableSize();
    void sourcesNameTheirLicence();
    void noPathsOfAMachine();
    void noLeftovers();
    void oneStyleOfGuard();

private:
    QList<Test::SourceFile> m_files;
};

void TestHygiene::initTestCase()
{
    m_files = Test::sourceFiles({u"app"_s, u"connectors"_s, u"models"_s, u"ui"_s, u"tests"_s, u"cmake"_s, u"tools"_s,
                                 u"docs"_s, u".ci"_s, QString()});
    QVERIFY(m_files.size() > 300);
}

void TestHygiene::filesAreOfReadableSize()
{
    QStringList wrong;
    for (const Test::SourceFile &file : std::as_const(m_files)) {
        if (const qsizetype lines = file.text.count(u'\n'); file.isCpp() && lines > 600)
            wrong.append(u"%1: %2 lines"_s.arg(file.path).arg(lines));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestHygiene::sourcesNameTheirLicence()
{
    const QString line = u"SPDX-License-Identifier: "_s + u"Apache-2.0"_s;
    QStringList wrong;
    for (const Test::SourceFile &file : std::as_const(m_files)) {
        const bool script = file.path.endsWith(".py"_L1) || file.path.endsWith(".sh"_L1);
        const bool cmake = file.path.endsWith("CMakeLists.txt"_L1) || file.path.endsWith(".cmake"_L1);
        const QString first = file.text.section(u'\n', 0, 0);
        const bool fine = file.isCpp() ? first == u"// "_s + line
                          : cmake      ? first == u"# "_s + line
                          : script && file.path.startsWith("tests/data"_L1)
                              ? file.text.section(u'\n', 1, 1) == u"# "_s + line
                              : true;
        if (!fine)
            wrong.append(file.path);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestHygiene::noPathsOfAMachine()
{
    // Put together here, so that this file does not contain them.
    const QStringList places{u"/wo"_s + u"rk/"_s, u"/ho"_s + u"me/[a-z]"_s, u"/ro"_s + u"ot/"_s,
                             u"/Us"_s + u"ers/[A-Za-z]"_s, u"[A-Z]:\\\\\\\\?Us"_s + u"ers"_s};
    const QRegularExpression expression(u"(?<![\\w.$}])(?:"_s + places.join(u'|') + u')');
    QStringList wrong;
    for (const Test::SourceFile &file : std::as_const(m_files)) {
        for (const auto &match : expression.globalMatch(file.text))
            wrong.append(file.path + u": "_s + file.text.mid(match.capturedStart(), 40).section(u'\n', 0, 0));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestHygiene::noLeftovers()
{
    const QRegularExpression expression(u"\\b(?:TO"_s + u"DO|FIX"_s + u"ME|XX"_s + u"X|HA"_s
                                            + u"CK)\\b|^<{7} |^>{7} "_s,
                                        QRegularExpression::MultilineOption);
    QStringList wrong;
    for (const Test::SourceFile &file : std::as_const(m_files)) {
        if (file.isCpp() && file.text.contains(expression))
            wrong.append(file.path);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestHygiene::oneStyleOfGuard()
{
    QStringList wrong;
    for (const Test::SourceFile &file : std::as_const(m_files)) {
        if (file.path.endsWith(".h"_L1) && file.text.section(u'\n', 1, 1) != "#pragma once"_L1)
            wrong.append(file.path);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestHygiene)
#include "tst_hygiene.moc"
