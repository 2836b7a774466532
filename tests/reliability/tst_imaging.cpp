// SPDX-License-Identifier: Apache-2.0
// Real scans through the whole import: every file accounted for, every byte kept, a crash of the reading process that
// costs one file.
#include "Composition.h"
#include "imaging/ImagingHandlers.h"
#include "services/Session.h"
#include "store/RecordBytes.h"
#include "support/Await.h"
#include "support/ChartlineProcess.h"
#include "worker/LocalPool.h"
#include "worker/WorkerPool.h"

#include <QDirIterator>
#include <QTest>
#include <atomic>

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
    Worker::WorkerPool::Options options;
    options.program = Test::ChartlineProcess::program().toUtf8();
    return std::make_shared<Worker::WorkerPool>(options);
}

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

} // namespace

class TestImaging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyFileIsAccountedFor();
    void lostProcessCostsOneFile();

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
    QStringList refused;
    for (const Refusal &refusal : report->refusals) {
        if (refusal.path.endsWith(".md"_L1) || refusal.path.endsWith(".json"_L1) || refusal.path.endsWith(".txt"_L1))
            continue; // notes beside the images
        refused.append(refusal.path.mid(sharedImages().size() + 1) + u": "_s + errorCodeName(refusal.error.code) + u' '
                       + refusal.error.args.join(u' ') + u' ' + refusal.where);
    }
    qInfo().noquote() << report->accepted << "accepted," << report->unchanged << "unchanged," << report->refused
                      << "refused," << report->milliseconds << "ms\n"
                      << refused.join(u'\n');
    QVERIFY(report->accepted > 900);

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

QTEST_GUILESS_MAIN(TestImaging)
#include "tst_imaging.moc"
