// SPDX-License-Identifier: Apache-2.0
#include "support/ChartlineProcess.h"
#include "support/SmallRecords.h"
#include "support/TestVault.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>
#include <QThread>

using namespace Chartline;
using namespace Qt::StringLiterals;

// Imports killed with SIGKILL at random moments: each time the vault opens and verifies, and the import that at last
// gets through leaves the same store as one that was never disturbed. CHARTLINE_KILLS sets how many (200),
// CHARTLINE_SEED makes a run repeatable.
class TestKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void killedImportsEndTheSame();

private:
    enum class End { Killed, Completed, Wrong };
    [[nodiscard]] End runAndKill(const QString &vault, int afterMs);
    [[nodiscard]] QByteArray complaint(const QString &vault, bool complete);

    QTemporaryDir m_folder;
    QString m_empty;
    QString m_input;
    QStringList m_reference;
    int m_duration = 0; // of an undisturbed import by the child, ms
    int m_recordsPerCommit = 40;
};

namespace {

int fromEnvironment(const char *name, int otherwise)
{
    bool ok = false;
    const int value = qEnvironmentVariableIntValue(name, &ok);
    return ok && value > 0 ? value : otherwise;
}

} // namespace

void TestKill::initTestCase()
{
    m_empty = m_folder.filePath(u"empty"_s);
    m_input = m_folder.filePath(u"input"_s);
    QVERIFY(Test::writeMixedFolder(m_input, true));
    {
        Test::TestVault vault(m_empty);
        QVERIFY(vault.create());
    }
    const QString reference = m_folder.filePath(u"reference"_s);
    QVERIFY(Test::copyFolder(m_empty, reference));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(runAndKill(reference, -1) == End::Completed);
    m_duration = int(timer.elapsed());
    Test::TestVault vault(reference);
    QVERIFY(vault.unlock());
    const auto dump = Test::canonicalDump(*vault.session());
    QVERIFY2(dump, qPrintable(dump ? QString() : errorCodeName(dump.error().code)));
    m_reference = *dump;
    QVERIFY(m_reference.size() > 1500);
    QVERIFY(m_reference.filter(u"blob "_s).size() >= 4);
}

// A negative time: lets it finish.
TestKill::End TestKill::runAndKill(const QString &vault, int afterMs)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::SeparateChannels);
    child.start(QStringLiteral(CHARTLINE_BINARY_DIR "/bin/import_child"),
                {vault, QString::number(m_recordsPerCommit), u"stop"_s, m_input});
    QByteArray out;
    while (!out.contains("importing")) {
        if (!child.waitForReadyRead(20'000)) {
            child.waitForFinished(1000);
            qWarning("the child did not start: %s", child.readAllStandardError().constData());
            return End::Wrong;
        }
        out += child.readAllStandardOutput();
    }
    if (!child.waitForFinished(afterMs < 0 ? 120'000 : afterMs)) {
        child.kill();
        child.waitForFinished(10'000);
    }
    out += child.readAllStandardOutput();
    if (out.contains("done"))
        return End::Completed;
    if (child.exitStatus() == QProcess::CrashExit)
        return End::Killed;
    qWarning("the child failed: %s", child.readAllStandardError().constData());
    return End::Wrong;
}

// Opens and verifies; compares with the undisturbed store where the import is complete.
QByteArray TestKill::complaint(const QString &folder, bool complete)
{
    Test::TestVault vault(folder);
    if (const auto opened = vault.unlock(); !opened)
        return "does not open: " + errorCodeName(opened.error().code).toUtf8();
    const auto verified = vault.verify();
    if (!verified)
        return "verify fails: " + errorCodeName(verified.error().code).toUtf8() + ' '
               + verified.error().args.join(u' ').toUtf8();
    if (!verified->ok())
        return "verify: " + verified->problems.mid(0, 5).join(u'\n').toUtf8();
    if (!complete)
        return {};
    const auto dump = Test::canonicalDump(*vault.session());
    if (!dump)
        return "no dump: " + errorCodeName(dump.error().code).toUtf8();
    return *dump == m_reference ? QByteArray() : Test::difference(*dump, m_reference);
}

void TestKill::killedImportsEndTheSame()
{
    const int wanted = fromEnvironment("CHARTLINE_KILLS", 200);
    const quint32 seed =
        quint32(fromEnvironment("CHARTLINE_SEED", int(QRandomGenerator::global()->bounded(1, 1 << 30))));
    qInfo("seed %u, an undisturbed import takes %d ms", seed, m_duration);
    QRandomGenerator random(seed);
    const QString folder = m_folder.filePath(u"vault"_s);
    int killed = 0;
    int completed = 0;
    int missed = 0;
    int longest = 0;
    while (killed < wanted) {
        // Each cycle: the same vault killed one to six times, then left to finish and compared.
        QVERIFY(Test::copyFolder(m_empty, folder));
        const int planned = random.bounded(1, 7);
        int inThisCycle = 0;
        for (End end = End::Killed; end != End::Completed;) {
            const bool last = inThisCycle >= planned || killed >= wanted;
            end = runAndKill(folder, last ? -1 : int(random.bounded(quint32(qMax(20, m_duration)))));
            QVERIFY2(end != End::Wrong, "the import failed by itself");
            const QByteArray wrong = complaint(folder, end == End::Completed);
            QVERIFY2(wrong.isEmpty(), ("after kill " + QByteArray::number(killed + 1) + ", the "
                                       + QByteArray::number(inThisCycle + 1) + ". of its import: " + wrong)
                                          .constData());
            if (end == End::Killed) {
                ++killed;
                longest = qMax(longest, ++inThisCycle);
            } else {
                missed += !last;
            }
        }
        ++completed;
        QVERIFY(QDir(folder).removeRecursively());
    }
    qInfo("%d kills during an import, up to %d of one; %d imports completed, %d of them before their kill", killed,
          longest, completed, missed);
    QVERIFY(killed >= wanted);
    QVERIFY(longest > 1 || wanted < 20);
}

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
