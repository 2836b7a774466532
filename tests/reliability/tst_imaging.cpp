// SPDX-License-Identifier: Apache-2.0
// Real scans through the whole import: every file accounted for, every byte kept, a crash of the reading process that
// costs one file.
#include "Composition.h"
#include "dicom/DicomScanner.h"
#include "imaging/ImagingHandlers.h"
#include "ingest/MemoryStream.h"
#include "services/Session.h"
#include "store/RecordBytes.h"
#include "support/Await.h"
#include "support/ChartlineProcess.h"
#include "worker/Host.h"
#include "worker/LocalPool.h"
#include "worker/WorkerPool.h"

#include <QDirIterator>
#include <QProcess>
#include <QTest>
#include <QtEndian>
#include <atomic>
#include <sys/resource.h>

using namespace Chartline;
using namespace Qt::StringLiterals;

namespace {

QString sharedImages()
{
    return QStringLiteral(CHARTLINE_SHARED_DIR) + u"/data/imaging"_s;
}

SecureBytes secret()
{
    const QByteArray text("correct horse battery staple");
    return SecureBytes(std::span(reinterpret_cast<const unsigned char *>(text.constData()), std::size_t(text.size())));
}

std::shared_ptr<Worker::Caller> workers()
{
    return std::make_shared<Worker::WorkerPool>(Worker::WorkerPool::Options());
}

// The damaged ones of the shared files.
const QStringList s_refused{
    // Ends behind its last fragment, without the delimiter.
    u"pydicom-data/data_store/data/emri_small_jpeg_2k_lossless_too_short.dcm: input-truncated"_s,
    // 62 bytes of the last row are missing.
    u"pydicom/src/pydicom/data/test_files/MR_truncated.dcm: input-truncated"_s,
    // Its last item is longer than the sequence, and the file, it is in.
    u"pydicom/src/pydicom/data/test_files/dicomdirtests/DICOMDIR-nooffset: input-not-well-formed"_s,
    u"pydicom/src/pydicom/data/test_files/rtplan_truncated.dcm: input-truncated"_s};
// Pictures that are not there, or not whole.
const QStringList s_remarks{
    u"pydicom/src/pydicom/data/charset_files/chrJapMulti.dcm: no-pixel-data"_s,
    u"pydicom/src/pydicom/data/charset_files/chrJapMultiExplicitIR6.dcm: no-pixel-data"_s,
    u"pydicom/src/pydicom/data/charset_files/chrKoreanMulti.dcm: no-pixel-data"_s,
    u"pydicom/src/pydicom/data/test_files/JPEG2000-embedded-sequence-delimiter.dcm: not-decoded"_s,
    u"pydicom/src/pydicom/data/test_files/meta_missing_tsyntax.dcm: no-dimensions"_s,
    u"pydicom/src/pydicom/data/test_files/nested_priv_SQ.dcm: no-dimensions"_s};

// Loses the process at every third data set, as a hostile file would make it.
class LosingCaller final : public Worker::Caller
{
public:
    Worker::Expected<Worker::Reply> call(const Worker::Call &call) override
    {
        if (call.op == QByteArrayView(ImagingOps::describe) && m_calls++ % 3 == 2)
            return Worker::fail(Worker::FailureCode::Lost, "signal 11");
        return m_local.call(call);
    }

private:
    Worker::LocalPool m_local{imagingHandlers()};
    std::atomic<int> m_calls = 0;
};

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext())
        files.append(it.next());
    return files;
}

// A field of /proc/self/status in bytes; 0 where there is none.
qint64 statusBytes(const char *field)
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.sliced(line.indexOf(':') + 1).trimmed().split(' ').first().toLongLong() * 1024;
    }
    return 0;
}

// An import in a process of its own: prints how many files were accepted and the most memory it ever had, and the most
// one of its workers had.
int importAndMeasure(const QString &input, const QString &vault)
{
    {
        Composition composition(vault, KdfPolicy::forTests(), workers());
        if (!Test::await(composition.vault().create(secret())))
            return 1;
        const auto report = Test::await(composition.imports().import({{input}, {}}));
        if (!report)
            return 1;
        std::printf("%d ", report->accepted);
    }
    rusage children{};
    getrusage(RUSAGE_CHILDREN, &children);
    std::printf("%lld %lld\n", static_cast<long long>(statusBytes("VmHWM")), children.ru_maxrss * 1024LL);
    return 0;
}

struct Measured
{
    int accepted = -1;
    qint64 peak = 0;
    qint64 workers = 0;
};

Measured measuredImport(const QString &input, const QString &vault)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {u"--import"_s, input, vault});
    if (!process.waitForFinished(600'000) || process.exitCode() != 0)
        return {};
    const QByteArrayList words = process.readAllStandardOutput().trimmed().split(' ');
    return {words.value(0).toInt(), words.value(1).toLongLong(), words.value(2).toLongLong()};
}

// An element of explicit VR, little endian, with a short or a long length.
QByteArray element(quint32 tag, const char *vr, const QByteArray &value, std::optional<quint32> length = {})
{
    QByteArray bytes(12, '\0');
    qToLittleEndian(quint16(tag >> 16), bytes.data());
    qToLittleEndian(quint16(tag & 0xffff), bytes.data() + 2);
    bytes.replace(4, 2, vr);
    const quint32 size = length.value_or(quint32(value.size()));
    if (vr == "OB"_ba || vr == "OW"_ba) {
        qToLittleEndian(size, bytes.data() + 8);
    } else {
        qToLittleEndian(quint16(size), bytes.data() + 6);
        bytes.truncate(8);
    }
    return bytes + value;
}

// An uncompressed loop of as many frames of 512 × 512 × 16 bits.
bool writeLoop(const QString &path, int frames)
{
    const auto us = [](quint32 tag, quint16 value) {
        return element(tag, "US", QByteArray(reinterpret_cast<const char *>(&value), 2));
    };
    const QByteArray sopClass("1.2.840.10008.5.1.4.1.1.7.3\0", 28);
    QByteArray head = QByteArray(128, '\0') + "DICM";
    head += element(0x00020002, "UI", sopClass) + element(0x00020003, "UI", "1.2.3.40")
            + element(0x00020010, "UI", QByteArray("1.2.840.10008.1.2.1\0", 20));
    head += element(0x00080016, "UI", sopClass) + element(0x00080018, "UI", "1.2.3.40")
            + element(0x0020000d, "UI", "1.2.3.41") + element(0x0020000e, "UI", "1.2.3.42") + us(0x00280002, 1)
            + element(0x00280004, "CS", "MONOCHROME2 ")
            + element(0x00280008, "IS", QByteArray::number(frames).leftJustified(4, ' ')) + us(0x00280010, 512)
            + us(0x00280011, 512) + us(0x00280100, 16) + us(0x00280101, 16) + us(0x00280102, 15) + us(0x00280103, 0);
    QByteArray frame(512 * 512 * 2, Qt::Uninitialized);
    head += element(0x7fe00010, "OW", {}, quint32(frames) * quint32(frame.size()));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(head) != head.size())
        return false;
    for (int i = 0; i < frames; ++i) {
        for (qsizetype at = 0; at < frame.size(); ++at)
            frame[at] = char((at * 31 + i * 17) >> 3);
        if (file.write(frame) != frame.size())
            return false;
    }
    return true;
}

// A copy of a file of one frame with only the first half of its compressed stream.
bool writeCut(const QString &from, const QString &to)
{
    const QByteArray bytes = Test::readFile(from);
    MemoryStream stream(bytes);
    const auto scan = Dicom::DicomScanner(stream).scan();
    if (!scan || scan->pixels.fragments.empty())
        return false;
    const auto &fragment = scan->pixels.fragments.front();
    const auto half = quint32(fragment.length / 4 * 2);
    QByteArray copy = bytes.first(fragment.offset - 4);
    copy.append(4, '\0');
    qToLittleEndian(half, copy.data() + fragment.offset - 4);
    copy += bytes.sliced(fragment.offset, half) + QByteArray::fromHex("feffdde000000000");
    return Test::writeFile(to, copy);
}

} // namespace

class TestImaging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyFileIsAccountedFor();
    void lostProcessCostsOneFile();
    void damagedPicturesAreNamed();
    void memoryIsBounded();

private:
    [[nodiscard]] std::unique_ptr<Composition> makeVault(std::shared_ptr<Worker::Caller> caller)
    {
        auto composition =
            std::make_unique<Composition>(m_folder->filePath(u"vault"_s), KdfPolicy::forTests(), std::move(caller));
        const auto made = Test::await(composition->vault().create(secret()));
        return made ? std::move(composition) : nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestImaging::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestImaging::everyFileIsAccountedFor()
{
    if (!QFileInfo::exists(sharedImages()))
        QSKIP("the shared images are not here");
    const auto composition = makeVault(workers());
    QVERIFY(composition);
    const QStringList files = filesBelow(sharedImages());
    const auto report = Test::await(composition->imports().import({{sharedImages()}, {}}));
    QVERIFY(report);
    QCOMPARE(report->files, int(files.size()));
    QCOMPARE(report->outcomes.size(), files.size());
    const auto below = [](const QString &path) { return path.mid(sharedImages().size() + 1); };
    QStringList refused;
    for (const Refusal &refusal : report->refusals)
        refused.append(below(refusal.path) + u": "_s + errorCodeName(refusal.error.code));
    QStringList remarks;
    for (const FileOutcome &file : report->outcomes) {
        for (const QString &remark : file.remarks)
            remarks.append(below(file.path) + u": "_s + remark);
    }
    qInfo().noquote() << report->accepted << "accepted," << report->unchanged << "unchanged," << report->refused
                      << "refused," << report->milliseconds << "ms";
    QVERIFY(report->accepted > 900);
    // What is no DICOM, and what is damaged beyond its pictures; each of these was looked at with other tools.
    refused.removeIf([](const QString &line) { return line.endsWith(u": input-not-health-data"_s); });
    refused.sort();
    QCOMPARE(refused, s_refused);
    remarks.sort();
    QCOMPARE(remarks, s_remarks);
    for (const Refusal &refusal : report->refusals) {
        if (refusal.error.code == ErrorCode::InputNotHealthData)
            QVERIFY2(!refusal.path.endsWith(u".dcm"_s), qPrintable(refusal.path));
    }

    // Every byte as it came.
    auto reader = composition->vault().session()->database().reader();
    QVERIFY(reader);
    auto rows =
        (*reader)->prepare("SELECT r.id, f.path FROM record r JOIN file f ON f.id = r.file_id WHERE r.format LIKE "
                           "'dicom%'");
    QVERIFY(rows);
    int compared = 0;
    while (rows->step().value_or(false)) {
        const auto bytes = Test::await(composition->records().source(RecordId{rows->int64(0)}));
        QVERIFY(bytes);
        QVERIFY2(bytes->bytes == Test::readFile(rows->text(1)), qPrintable(rows->text(1)));
        ++compared;
    }
    QVERIFY(compared > 900);

    const auto verified = Test::await(composition->records().verify());
    QVERIFY(verified);
    QVERIFY2(verified->problems.isEmpty(), qPrintable(verified->problems.join(u'\n')));

    const auto again = Test::await(composition->imports().import({{sharedImages()}, {}}));
    QVERIFY(again);
    QCOMPARE(again->accepted, 0);
    QCOMPARE(again->refused, report->refused);
    QStringList remarksAgain;
    for (const FileOutcome &file : again->outcomes) {
        for (const QString &remark : file.remarks)
            remarksAgain.append(below(file.path) + u": "_s + remark);
    }
    remarksAgain.sort();
    QCOMPARE(remarksAgain, remarks);
}

void TestImaging::lostProcessCostsOneFile()
{
    const QString folder = sharedImages() + u"/dcmqi/dcmqi/data/segmentations/23x38x3/image"_s;
    const QString other = sharedImages() + u"/dcmqi/data/segmentations/23x38x3/image"_s;
    const QString images = QFileInfo::exists(folder) ? folder : other;
    if (!QFileInfo::exists(images))
        QSKIP("the shared images are not here");
    const auto composition = makeVault(std::make_shared<LosingCaller>());
    QVERIFY(composition);
    const auto report = Test::await(composition->imports().import({{images}, {}}));
    QVERIFY(report);
    QCOMPARE(report->accepted, 2);
    QCOMPARE(report->refused, 1);
    QCOMPARE(report->refusals.first().error.code, ErrorCode::WorkerLost);
    const auto verified = Test::await(composition->records().verify());
    QVERIFY(verified);
}

// Streams cut in half within sound files: taken, and named with what is left of them.
void TestImaging::damagedPicturesAreNamed()
{
    if (!QFileInfo::exists(sharedImages()))
        QSKIP("the shared images are not here");
    const QString images = sharedImages() + u"/cornerstone3D/packages/dicomImageLoader/testImages/"_s;
    const QString cut = m_folder->filePath(u"cut"_s);
    QVERIFY(QDir().mkpath(cut));
    const QStringList names = QDir(images).entryList({u"CTImage.dcm_*.4.80.dcm"_s, u"CTImage.dcm_*.4.90.dcm"_s,
                                                      u"CTImage.dcm_*.4.91.dcm"_s, u"CTImage.dcm_*.4.70.dcm"_s});
    QVERIFY(names.size() >= 3);
    for (const QString &name : names)
        QVERIFY2(writeCut(images + name, cut + u'/' + name), qPrintable(name));
    const auto composition = makeVault(workers());
    QVERIFY(composition);
    const auto report = Test::await(composition->imports().import({{cut}, {}}));
    QVERIFY(report);
    QCOMPARE(report->refused, 0);
    for (const FileOutcome &file : report->outcomes) {
        QVERIFY2(file.remarks == QStringList{u"partly-decoded"_s} || file.remarks == QStringList{u"not-decoded"_s},
                 qPrintable(file.path + u": "_s + file.remarks.join(u' ')));
        // Both of these go on to the end with what there is.
        if (file.path.contains(u".4.80"_s) || file.path.contains(u".4.9"_s))
            QCOMPARE(file.remarks, QStringList{u"partly-decoded"_s});
    }
    const auto verified = Test::await(composition->records().verify());
    QVERIFY(verified);
    QVERIFY2(verified->problems.isEmpty(), qPrintable(verified->problems.join(u'\n')));
}

void TestImaging::memoryIsBounded()
{
#ifdef CHARTLINE_SANITIZED
    QSKIP("the sanitizer's own memory is counted too");
#endif
    constexpr qint64 mib = 1024 * 1024;
    const auto tell = [](const char *what, const Measured &measured) {
        qInfo("%s: %d accepted, at most %lld MiB, a worker %lld MiB", what, measured.accepted,
              static_cast<long long>(measured.peak / mib), static_cast<long long>(measured.workers / mib));
    };
    // 400 MiB in one file: kept and read in pieces.
    QVERIFY(QDir(m_folder->path()).mkpath(u"loop"_s));
    QVERIFY(writeLoop(m_folder->filePath(u"loop/loop.dcm"_s), 800));
    const Measured loop = measuredImport(m_folder->filePath(u"loop"_s), m_folder->filePath(u"vault of the loop"_s));
    tell("a loop of 400 MiB", loop);
    QCOMPARE(loop.accepted, 1);
    QVERIFY(loop.peak > 0 && loop.peak < 200 * mib);
    QVERIFY(loop.workers < 300 * mib);
    if (!QFileInfo::exists(sharedImages()))
        return;
    const Measured all = measuredImport(sharedImages(), m_folder->filePath(u"vault of all"_s));
    tell("all shared images", all);
    QVERIFY(all.accepted > 900);
    QVERIFY(all.peak > 0 && all.peak < 400 * mib);
    QVERIFY(all.workers < 300 * mib);
}

// This program is also the host of its workers, and the import whose memory is measured.
int main(int argc, char *argv[])
{
    if (Worker::isHost(argc, argv))
        return Worker::runHost(argc, argv, imagingHandlers());
    QCoreApplication application(argc, argv);
    if (argc == 4 && qstrcmp(argv[1], "--import") == 0)
        return importAndMeasure(QString::fromLocal8Bit(argv[2]), QString::fromLocal8Bit(argv[3]));
    TestImaging test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_imaging.moc"
