// SPDX-License-Identifier: Apache-2.0
#include "support/ChartlineProcess.h"
#include "support/SmallRecords.h"
#include "support/TestVault.h"

#include <QDir>
#include <QDirIterator>
#include <QRandomGenerator>
#include <QTest>

using namespace Chartline;
using namespace Qt::StringLiterals;

// One bit of the closed vault turned over, 500 times: either Chartline says so, or everything it shows is what it
// showed before.
class TestBitflips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aFlipIsDetectedOrHarmless_data();
    void aFlipIsDetectedOrHarmless();
    void bothHeadersDamaged();

private:
    enum class End { Detected, Harmless, ShownAsData };
    [[nodiscard]] End openDamaged(const QString &folder, QByteArray &what);

    QTemporaryDir m_folder;
    QString m_whole;
    QStringList m_shown;
    QStringList m_files; // relative
    quint32 m_seed = 0;
};

namespace {

const QString s_search = u"creatinine"_s;

[[nodiscard]] bool flip(const QString &path, qint64 bit)
{
    QByteArray bytes = Test::readFile(path);
    if (bytes.isEmpty())
        return false;
    bytes[bit / 8] = char(bytes[bit / 8] ^ (1 << (bit % 8)));
    return Test::writeFile(path, bytes);
}

} // namespace

void TestBitflips::initTestCase()
{
    m_whole = m_folder.filePath(u"whole"_s);
    const QString input = m_folder.filePath(u"input"_s);
    QVERIFY(
        Test::writeFile(input + u"/a.json"_s, Test::bundle({Test::patient({"1", "Flip", "Bit", "1950-01-01", "M1", {}}),
                                                            Test::observation("o1", "Patient/1", "2020-01-01", "1.1"),
                                                            Test::observation("o2", "Patient/1", "2021-01-01", "1.2"),
                                                            Test::condition("c1", "Patient/1", "Asthma", "2001")})));
    QVERIFY(Test::writeFile(input + u"/b.ndjson"_s, Test::binary("b", 300'000, 7) + '\n'
                                                        + Test::observation("o3", "Patient/1", "2022-01-01", "1.3")));
    Test::TestVault vault(m_whole);
    QVERIFY(vault.create());
    QVERIFY(vault.import({input}));
    QVERIFY(Test::everythingShown(vault, s_search, m_shown));
    QVERIFY(m_shown.size() > 12);
    QCOMPARE(m_shown.filter(u"hit "_s).size(), 3);
    vault.close();
    m_seed = qEnvironmentVariableIntValue("CHARTLINE_SEED") > 0
                 ? quint32(qEnvironmentVariableIntValue("CHARTLINE_SEED"))
                 : QRandomGenerator::global()->generate();
    qInfo("seed %u", m_seed);
}

TestBitflips::End TestBitflips::openDamaged(const QString &folder, QByteArray &what)
{
    Test::TestVault vault(folder);
    if (const auto opened = vault.unlock(); !opened) {
        what = errorCodeName(opened.error().code).toUtf8();
        return opened.error().code == ErrorCode::None ? End::ShownAsData : End::Detected;
    }
    // Whatever was read before an error was met has to be right as well.
    QStringList shown;
    const Status read = Test::everythingShown(vault, s_search, shown);
    if (shown != m_shown.first(qMin(shown.size(), m_shown.size())) || (read && shown.size() != m_shown.size())) {
        what = Test::difference(shown, m_shown);
        return End::ShownAsData;
    }
    const auto verified = vault.verify();
    if (!read || !verified || !verified->ok()) {
        what = !read       ? errorCodeName(read.error().code).toUtf8()
               : !verified ? errorCodeName(verified.error().code).toUtf8()
                           : verified->problems.first().toUtf8();
        return End::Detected;
    }
    return End::Harmless;
}

void TestBitflips::aFlipIsDetectedOrHarmless_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("flips");
    QTest::newRow("header") << u"vault.header"_s << 60;
    QTest::newRow("its copy") << u"vault.header.copy"_s << 40;
    QTest::newRow("database") << u"records.db"_s << 260;
    QDirIterator it(m_whole + u"/blobs"_s, QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(it.hasNext());
    QTest::newRow("blob") << QDir(m_whole).relativeFilePath(it.next()) << 140;
}

void TestBitflips::aFlipIsDetectedOrHarmless()
{
    QFETCH(const QString, file);
    QFETCH(const int, flips);
    QRandomGenerator random(m_seed);
    const qint64 bits = QFileInfo(m_whole + u'/' + file).size() * 8;
    QVERIFY(bits > 0);
    const QString folder = m_folder.filePath(u"damaged"_s);
    int detected = 0;
    for (int i = 0; i < flips; ++i) {
        QVERIFY(Test::copyFolder(m_whole, folder));
        // The first bytes of a file matter most: one flip in eight is there.
        const qint64 bit = random.bounded(i % 8 == 0 ? qMin<qint64>(bits, 1024) : bits);
        QVERIFY(flip(folder + u'/' + file, bit));
        QByteArray what;
        const End end = openDamaged(folder, what);
        QVERIFY2(end != End::ShownAsData,
                 ("bit " + QByteArray::number(bit) + " of " + file.toUtf8() + ": " + what).constData());
        detected += end == End::Detected;
        QVERIFY(QDir(folder).removeRecursively());
    }
    qInfo("%d of %d flips detected, the others harmless", detected, flips);
    // Every byte of the database and of a blob is authenticated; a header has its copy.
    if (!file.startsWith("vault.header"_L1))
        QCOMPARE(detected, flips);
    else
        QCOMPARE(detected, 0);
}

void TestBitflips::bothHeadersDamaged()
{
    QRandomGenerator random(m_seed);
    const QString folder = m_folder.filePath(u"damaged"_s);
    const qint64 bits = QFileInfo(m_whole + u"/vault.header"_s).size() * 8;
    for (int i = 0; i < 10; ++i) {
        QVERIFY(Test::copyFolder(m_whole, folder));
        QVERIFY(flip(folder + u"/vault.header"_s, random.bounded(bits)));
        QVERIFY(flip(folder + u"/vault.header.copy"_s, random.bounded(bits)));
        QByteArray what;
        QVERIFY2(openDamaged(folder, what) == End::Detected, what.constData());
        QVERIFY(QDir(folder).removeRecursively());
    }
}

QTEST_GUILESS_MAIN(TestBitflips)
#include "tst_bitflips.moc"
