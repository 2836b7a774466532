// SPDX-License-Identifier: Apache-2.0
// What an import must keep to while its passes overlap and its files are mapped side by side: limits of archives, files
// that are there whole or not at all, bytes that stay, memory that does not grow with the input.
#include "files/FileWalker.h"
#include "support/ChartlineProcess.h"
#include "support/SmallRecords.h"
#include "support/TestVault.h"
#include "support/ZipWriter.h"

#include <QRandomGenerator>
#include <QTest>
#include <thread>

using namespace Chartline;
using namespace Qt::StringLiterals;

namespace {

QByteArray number(int value)
{
    return QByteArray::number(value);
}

// A Bundle of one patient and `count` observations, `spaces` bytes of white space behind each entry.
QByteArray largeBundle(const QByteArray &id, int count, int spaces = 0)
{
    QByteArray text = R"({"resourceType":"Bundle","type":"collection","entry":[)";
    text += R"({"resource":)" + Test::patient({id}) + "}";
    for (int i = 0; i < count; ++i) {
        text += ",\n" + QByteArray(spaces, ' ') + R"({"resource":)"
                + Test::observation(id + "-" + number(i), "Patient/" + id, "2020-01-02", number(i) + ".5") + "}";
    }
    return text + "]}";
}

} // namespace

class TestImportRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void limitsOfAnArchiveHoldForTheWhole();
    void entriesOfOneName();
    void oneFileChosenTwice();
    void sameBytesReadInTwoWays();
    void filesKeepTheirOrder();
    void cancelledFilesAreWholeOrNotThere();
    void memoryDoesNotGrowWithTheFile();

private:
    [[nodiscard]] QString put(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder->filePath(name);
        return Test::writeFile(path, bytes) ? path : QString();
    }
    [[nodiscard]] ImportReport run(const QStringList &paths, const ArchiveLimits &limits = {})
    {
        ImportRun::Setup setup;
        setup.walker = std::make_shared<FileWalker>(limits);
        setup.paths = paths;
        return m_vault->run(std::move(setup)).value_or(ImportReport());
    }
    [[nodiscard]] qint64 number(const char *sql)
    {
        auto reader = m_vault->session()->database().reader();
        auto query = (*reader)->prepare(sql);
        return query && query->step().value_or(false) ? query->int64(0) : -1;
    }
    void makeVault()
    {
        m_vault.reset();
        m_vault = std::make_unique<Test::TestVault>(m_folder->filePath(u"vault%1"_s.arg(m_vaults++)));
        QVERIFY(m_vault->create());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Test::TestVault> m_vault;
    int m_vaults = 0;
};

void TestImportRun::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    makeVault();
}

void TestImportRun::cleanup()
{
    if (m_vault && m_vault->session()) {
        const auto verified = m_vault->verify();
        QVERIFY(verified);
        QVERIFY2(verified->ok(), qPrintable(verified->problems.join(u'\n')));
    }
    m_vault.reset();
}

// The first pass reads the archive too: its reading must not be the one that counts.
void TestImportRun::limitsOfAnArchiveHoldForTheWhole()
{
    Test::ZipWriter zip;
    for (int i = 0; i < 60; ++i) {
        const QByteArray text = Test::patient({Test::PersonText{.id = ::number(i), .family = "F" + ::number(i)}})
                                + QByteArray(256 * 1024, ' ');
        zip.add(::number(100 + i) + ".json", text, Test::deflated(text));
    }
    const QString path = put(u"a.zip"_s, zip.finish());
    ArchiveLimits limits;
    limits.ratioFloor = 4LL * 1024 * 1024;
    limits.ratio = 20;
    for (int round = 0; round < 5; ++round) {
        makeVault();
        const ImportReport report = run({path}, limits);
        // The entry it happened in, and the archive as a whole.
        QCOMPARE(report.refusals.size(), 2);
        QCOMPARE(report.refusals.first().error.code, ErrorCode::ArchiveRatio);
        QCOMPARE(report.refusals.last().error.code, ErrorCode::ArchiveRatio);
        QCOMPARE(report.refusals.last().path, path);
        // What came out before the limit, and nothing behind it.
        QVERIFY2(report.accepted >= 10 && report.accepted <= 16, ::number(report.accepted).constData());
    }
}

void TestImportRun::entriesOfOneName()
{
    Test::ZipWriter zip;
    zip.add("a.json", Test::patient({"1"}));
    zip.add("a.json", Test::observation("o", "Patient/1", "2020", "1.0"));
    const ImportReport report = run({put(u"a.zip"_s, zip.finish())});
    QCOMPARE(report.accepted, 2);
    QCOMPARE(report.refused, 0);
}

void TestImportRun::oneFileChosenTwice()
{
    const QString path = put(u"a.json"_s, largeBundle("1", 800));
    const ImportReport report = run({path, path});
    QCOMPARE(report.files, 2);
    QCOMPARE(report.accepted, 801);
    QCOMPARE(report.unchanged, 801);
    QCOMPARE(number("SELECT count(*) FROM file"), 1);
}

// Read by its name as lines, every line of it is refused; that must not cost the other file its bytes.
void TestImportRun::sameBytesReadInTwoWays()
{
    const QByteArray text = largeBundle("1", 1500, 100);
    QVERIFY(text.size() > 300 * 1024);
    const QString json = put(u"a.json"_s, text);
    const QString lines = put(u"a.ndjson"_s, text);
    for (const QStringList &order : {QStringList{json, lines}, QStringList{lines, json}}) {
        makeVault();
        const ImportReport report = run(order);
        QCOMPARE(report.accepted, 1501);
        QVERIFY(report.refused > 1000);
        const auto verified = m_vault->verify();
        QVERIFY(verified && verified->ok());
    }
}

// A small file is mapped long before the large one in front of it: what is stored must not tell.
void TestImportRun::filesKeepTheirOrder()
{
    QStringList paths{put(u"a.json"_s, largeBundle("1", 6000))};
    for (int i = 0; i < 50; ++i)
        paths.append(put(u"b%1.json"_s.arg(i), Test::observation("x" + ::number(i), "Patient/1", "2021", "7")));
    const ImportReport report = run(paths);
    QCOMPARE(report.accepted, 6051);
    QStringList seen;
    for (const FileOutcome &file : report.outcomes)
        seen.append(file.path);
    QCOMPARE(seen, paths);
    QCOMPARE(number("SELECT count(*) FROM record a JOIN record b ON b.id = a.id + 1 AND b.file_id < a.file_id"), 0);
}

void TestImportRun::cancelledFilesAreWholeOrNotThere()
{
    QStringList paths;
    // Large enough to be handed over in pieces, small enough to stand in the row.
    for (int i = 0; i < 40; ++i) {
        const QByteArray text = largeBundle("p" + ::number(i), 500);
        QVERIFY(text.size() > FilePreparer::onePieceLimit && text.size() < FilePreparer::inlineLimit);
        paths.append(put(u"p%1.json"_s.arg(i), text));
    }
    QVERIFY(run(paths).accepted > 0);
    const auto undisturbed = Test::canonicalDump(*m_vault->session());
    QVERIFY(undisturbed);
    int cut = 0;
    for (int round = 0; round < 12; ++round) {
        makeVault();
        ImportRun::Setup setup;
        setup.walker = std::make_shared<FileWalker>();
        setup.paths = paths;
        setup.cancel = std::make_shared<std::atomic_bool>(false);
        setup.recordsPerCommit = 1000;
        std::thread hand([cancel = setup.cancel, round] {
            std::this_thread::sleep_for(std::chrono::milliseconds(10 + 30 * round));
            *cancel = true;
        });
        const auto report = m_vault->run(std::move(setup));
        hand.join();
        QVERIFY(report);
        QCOMPARE(number("SELECT count(*) FROM file WHERE complete = 0"), 0);
        QCOMPARE(number("SELECT count(*) FROM record") % 501, 0);
        cut += report->cancelled ? 1 : 0;
        (void)run(paths);
        const auto after = Test::canonicalDump(*m_vault->session());
        QVERIFY(after);
        QVERIFY2(*after == *undisturbed, Test::difference(*after, *undisturbed).constData());
    }
    QVERIFY(cut > 0);
}

// The whole program, on a file many times larger than what it may hold (1 GB within 500 MB is the promise).
void TestImportRun::memoryDoesNotGrowWithTheFile()
{
#if defined(CHARTLINE_SANITIZED)
    QSKIP("the sanitizer's own memory is counted too");
#endif
    const Test::ChartlineProcess chartline;
    QVERIFY(Test::writeFile(chartline.passphraseFile(), "a long enough passphrase"));
    QCOMPARE(chartline.run({u"init"_s}).exitCode, 0);
    const QString path = chartline.path(u"large.ndjson"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray note(1500, 'n');
    file.write(Test::patient({"1"}) + "\n");
    for (int i = 0; file.pos() < 192LL * 1024 * 1024; ++i) {
        file.write(Test::observation("o" + ::number(i), "Patient/1", "2020-01-02", ::number(i % 100),
                                     R"(,"note":[{"text":")" + note + R"("}])")
                   + "\n");
    }
    file.close();
    QProcess process;
    process.setProcessEnvironment(chartline.environment());
    process.start(Test::ChartlineProcess::program(), chartline.withVault({u"import"_s, path}));
    QVERIFY(process.waitForStarted());
    const QString status = u"/proc/%1/status"_s.arg(process.processId());
    qint64 most = 0; // KiB
    while (!process.waitForFinished(50)) {
        for (const QByteArray &line : Test::readFile(status).split('\n')) {
            if (line.startsWith("VmHWM:"))
                most = qMax(most, line.simplified().split(' ').value(1).toLongLong());
        }
    }
    QCOMPARE(process.exitCode(), 0);
    qInfo("192 MiB imported within %lld MiB", most / 1024);
    QVERIFY(most > 0);
    QVERIFY2(most < 400 * 1024, ::number(int(most / 1024)).constData());
}

QTEST_GUILESS_MAIN(TestImportRun)
#include "tst_importrun.moc"
