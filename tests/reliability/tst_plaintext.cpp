// SPDX-License-Identifier: Apache-2.0
#include "support/ChartlineProcess.h"
#include "support/SmallRecords.h"
#include "support/TestVault.h"

#include <QDirIterator>
#include <QRandomGenerator>
#include <QTest>
#include <QThread>

using namespace Chartline;
using namespace Qt::StringLiterals;

// Nothing that stands in a record is anywhere on the disk but in the files that were imported: not in the vault, open,
// closed or killed, not in temporary folders, the home folder or what the program printed.
class TestPlaintext : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theSearchFindsWhatIsThere();
    void commandLine();
    void whileOpen();
    void killedInTheMiddle();

private:
    [[nodiscard]] QByteArray leak(const QStringList &folders) const;
    void start(QProcess &child, const QString &vault, const QString &mode) const;

    Test::ChartlineProcess m_program;
    QTemporaryDir m_input; // outside of what is searched
    QList<QByteArray> m_secrets;
};

namespace {

const QByteArray s_xml =
    R"(<Condition xmlns="http://hl7.org/fhir"><id value="xml1"/><code><text value="Xylophonallergiewort"/></code>)"
    R"(<subject><reference value="Patient/idQx7781"/></subject></Condition>)";
const QByteArray s_broken =
    R"({"resourceType":"Patient","id":"Brokenidentifier99","name":[{"family":"Unparsbarski"}]"Unparsbarski":})";
const QByteArray s_twice =
    R"({"resourceType":"Patient","name":[{"family":"Doppelkeyname"}],"Doppelkey name":1,"Doppelkey name":2})";
const QByteArray s_note = R"(,"note":[{"text":"Mentions the lighthouse keeper of Grimsvoetn"}])";

[[nodiscard]] bool waitFor(QProcess &child, const QByteArray &word)
{
    QByteArray out;
    while (!out.contains(word)) {
        if (!child.waitForReadyRead(60'000))
            return false;
        out += child.readAllStandardOutput();
    }
    return true;
}

} // namespace

void TestPlaintext::initTestCase()
{
    const auto put = [this](const QString &name, const QByteArray &bytes) {
        return Test::writeFile(m_input.filePath(name), bytes);
    };
    QVERIFY(put(
        u"person.json"_s,
        Test::bundle({Test::patient({"idQx7781", "Wunderlichhausen", "Kunigundula", "1937-11-23", "MRN-55190277", {}}),
                      Test::condition("c1", "Patient/idQx7781", "Zebrapockenitis", "2009-10-11"),
                      Test::observation("o1", "Patient/idQx7781", "2011-12-13T14:15:16Z", "77.31", s_note)})));
    // In a blob of its own, text included.
    QVERIFY(put(u"long.ndjson"_s,
                Test::binary("b1", 400'000, 3) + '\n'
                    + Test::condition("blobcond", "Patient/idQx7781", "Blobwortkrankheitsname", "2010-10-10")));
    QVERIFY(put(u"text.xml"_s, s_xml));
    // A refused file with a name in it.
    QVERIFY(put(u"broken.json"_s, s_broken));
    QVERIFY(put(u"twice.json"_s, s_twice));
    m_secrets = {"Wunderlichhausen",
                 "wunderlichhausen",
                 "Kunigundula",
                 "idQx7781",
                 "MRN-55190277",
                 "55190277",
                 "Zebrapockenitis",
                 "zebrapockenitis",
                 "lighthouse keeper",
                 "Grimsvoetn",
                 "grimsvoetn",
                 "Blobwortkrankheitsname",
                 "blobwortkrankheitsname",
                 "Xylophonallergiewort",
                 "xylophonallergiewort",
                 "Brokenidentifier99",
                 "Unparsbarski",
                 "Doppelkeyname",
                 "Doppelkey name",
                 "1937-11-23",
                 "2011-12-13T14:15:16",
                 "correct horse battery staple",
                 "resourceType"};
}

// The first secret found in a file below these folders, UTF-8 or UTF-16, or in its name.
QByteArray TestPlaintext::leak(const QStringList &folders) const
{
    for (const QString &folder : folders) {
        QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString path = it.next();
            const QByteArray bytes = Test::readFile(path) + it.fileName().toUtf8();
            for (const QByteArray &secret : m_secrets) {
                const QString text = QString::fromUtf8(secret);
                const QByteArray wide(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
                if (path != m_program.passphraseFile() && (bytes.contains(secret) || bytes.contains(wide)))
                    return path.toUtf8() + ": " + secret;
            }
        }
    }
    return {};
}

void TestPlaintext::theSearchFindsWhatIsThere()
{
    QVERIFY(!leak({m_input.path()}).isEmpty());
    QTemporaryDir other;
    const QString text = u"Zebrapockenitis"_s;
    QVERIFY(Test::writeFile(other.filePath(u"x"_s),
                            QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2)));
    QVERIFY(!leak({other.path()}).isEmpty());
}

void TestPlaintext::commandLine()
{
    QVERIFY(m_program.run({u"init"_s}).exitCode == 0);
    const Test::Ran imported = m_program.run({u"import"_s, m_input.path()});
    QCOMPARE(imported.exitCode, 1);
    // What import prints names files and places, never what stands in them.
    for (const QByteArray &secret : std::as_const(m_secrets))
        QVERIFY2(!imported.out.contains(secret) && !imported.err.contains(secret), secret.constData());
    const Test::Ran found = m_program.run({u"--json"_s, u"search"_s, u"zebrapockenitis"_s});
    QCOMPARE(found.array().size(), 1);
    QVERIFY2(found.err.isEmpty(), found.err.constData());
    const Test::Ran blob = m_program.run({u"--json"_s, u"search"_s, u"blobwortkrankheitsname"_s});
    QCOMPARE(blob.array().size(), 1);
    const QByteArray leaked = leak({m_program.folder()});
    QVERIFY2(leaked.isEmpty(), leaked.constData());
}

void TestPlaintext::start(QProcess &child, const QString &vault, const QString &mode) const
{
    child.setProcessEnvironment(m_program.environment());
    child.setWorkingDirectory(m_program.folder());
    child.start(QStringLiteral(CHARTLINE_BINARY_DIR "/bin/import_child"), {vault, u"1"_s, mode, m_input.path()});
}

void TestPlaintext::whileOpen()
{
    const QString folder = m_program.path(u"open-vault"_s);
    {
        Test::TestVault vault(folder);
        QVERIFY(vault.create());
    }
    QProcess child;
    start(child, folder, u"hold"_s);
    QVERIFY(waitFor(child, "done"));
    QVERIFY2(QFileInfo(folder + u"/records.db-wal"_s).size() > 0,
             "nothing is in the write-ahead log: the test would prove less");
    QByteArray leaked = leak({m_program.folder()});
    QVERIFY2(leaked.isEmpty(), leaked.constData());
    child.closeWriteChannel();
    QVERIFY(child.waitForFinished(20'000));
    const QByteArray err = child.readAllStandardError();
    QVERIFY2(err.isEmpty(), err.constData());
    leaked = leak({m_program.folder()});
    QVERIFY2(leaked.isEmpty(), leaked.constData());
}

void TestPlaintext::killedInTheMiddle()
{
    const QString empty = m_program.path(u"empty-vault"_s);
    {
        Test::TestVault vault(empty);
        QVERIFY(vault.create());
    }
    int killed = 0;
    for (int i = 0; i < 20; ++i) {
        const QString folder = m_program.path(u"killed%1"_s.arg(i));
        QVERIFY(Test::copyFolder(empty, folder));
        QProcess child;
        start(child, folder, u"stop"_s);
        QVERIFY(waitFor(child, "importing"));
        QThread::msleep(QRandomGenerator::global()->bounded(60));
        child.kill();
        QVERIFY(child.waitForFinished(20'000));
        killed += child.exitStatus() == QProcess::CrashExit;
    }
    QVERIFY2(killed > 0, "no kill hit");
    const QByteArray leaked = leak({m_program.folder()});
    QVERIFY2(leaked.isEmpty(), leaked.constData());
}

QTEST_GUILESS_MAIN(TestPlaintext)
#include "tst_plaintext.moc"
