// SPDX-License-Identifier: Apache-2.0
// Objects and documents through processes of their own: the same answers as without, nothing of hostile input gets out.
#include "imaging/DocumentHandlers.h"
#include "imaging/ImagingHandlers.h"
#include "imaging/WorkerObjects.h"
#include "worker/Host.h"
#include "worker/LocalPool.h"
#include "worker/WorkerPool.h"

#include <QCoreApplication>
#include <QFile>
#include <QRandomGenerator>
#include <QtTest>
#include <cstddef>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace Chartline;
using namespace Chartline::Imaging;
using namespace Qt::StringLiterals;

namespace {

QString shared()
{
    return QStringLiteral(CHARTLINE_SHARED_DIR "/data/imaging/");
}

QByteArray fileOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

FileBytes bytesOf(const QByteArray &file)
{
    return [file](qint64 offset, qint64 length) -> Expected<QByteArray> { return file.mid(offset, length); };
}

// The PDF within an encapsulated document.
QByteArray pdfOf(const QString &path)
{
    const QByteArray file = fileOf(shared() + path);
    const qsizetype begin = file.indexOf("%PDF-");
    const qsizetype end = file.lastIndexOf("%%EOF");
    return begin < 0 || end < begin ? QByteArray() : file.mid(begin, end + 5 - begin);
}

// A page of 200 × 100 points, with a black square at its lower left and words in a font that is not embedded.
QByteArray madePdf(const QByteArray &font = "Helvetica")
{
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
           "2 0 obj<</Type/Pages/Kids[3 0 R 7 0 R]/Count 2>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R"
           "/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
           "4 0 obj<</Length 73>>stream\n"
           "0 0 0 rg 0 0 50 50 re f BT /F1 20 Tf 60 40 Td (Chartline) Tj ET        \n"
           "endstream endobj\n"
           "5 0 obj<</Type/Font/Subtype/TrueType/BaseFont/"
           + font
           + ">>endobj\n"
             "7 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 400]>>endobj\n"
             "trailer<</Root 1 0 R>>\n";
}

int darkPixels(const PagePicture &picture, int left, int top, int right, int bottom)
{
    const auto *pixels = reinterpret_cast<const quint32 *>(picture.pixels.constData());
    int dark = 0;
    for (int y = top; y < bottom; ++y) {
        for (int x = left; x < right; ++x)
            dark += (pixels[y * picture.width + x] & 0xff) < 128 ? 1 : 0;
    }
    return dark;
}

// Says how large the page is, and that it drew less of it than was asked for.
class LazyCaller final : public Worker::Caller
{
public:
    explicit LazyCaller(qsizetype missing)
        : m_missing(missing)
    { }
    [[nodiscard]] Worker::Expected<Worker::Reply> call(const Worker::Call &call) override
    {
        ++calls;
        cancel = call.cancel;
        if (call.op != DocumentOps::pages)
            return Worker::Reply{{}, qsizetype(call.output.size()) - m_missing};
        QByteArray reply(24, '\0');
        reply[0] = 1; // page
        qToLittleEndian(std::bit_cast<quint64>(200.0), reply.data() + 8);
        qToLittleEndian(std::bit_cast<quint64>(100.0), reply.data() + 16);
        return Worker::Reply{reply, 0};
    }

    int calls = 0;
    const std::atomic_bool *cancel = nullptr;

private:
    qsizetype m_missing;
};

// From here on this process cannot set a limit.
bool forbidLimits()
{
    constexpr quint32 at = offsetof(seccomp_data, nr);
    std::array<sock_filter, 5> steps{sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, at),
                                     sock_filter BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_prlimit64, 1, 0),
                                     sock_filter BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_setrlimit, 0, 1),
                                     sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
                                     sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
    const sock_fprog program{steps.size(), steps.data()};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

} // namespace

class TestDocuments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sandboxed();
    void pages();
    void fontsThatAreNotThere();
    void realDocuments_data();
    void realDocuments();
    void refusedDocuments_data();
    void refusedDocuments();
    void damagedDocuments();
    void halfDrawnPages_data();
    void halfDrawnPages();
    void cancelled();
    void nothingIsKept();
    void noWorkerWithoutLimit_data();
    void noWorkerWithoutLimit();
    void objects_data();
    void objects();
    void objectsThatAreNone();

private:
    std::shared_ptr<Worker::WorkerPool> m_pool;
    std::shared_ptr<Worker::WorkerPool> m_documentPool;
    std::unique_ptr<WorkerDocuments> m_documents;
    std::unique_ptr<WorkerObjects> m_objects;
};

void TestDocuments::initTestCase()
{
    Worker::WorkerPool::Options options;
    options.workers = 2;
    m_pool = std::make_shared<Worker::WorkerPool>(options);
    m_documentPool = std::make_shared<Worker::WorkerPool>(documentPoolOptions());
    m_documents = std::make_unique<WorkerDocuments>(m_documentPool);
    m_objects = std::make_unique<WorkerObjects>(m_pool);
}

void TestDocuments::sandboxed()
{
    for (const auto &pool : {m_pool, m_documentPool}) {
        const auto state = pool->sandbox();
        QVERIFY2(state, state ? "" : state.error().text().constData());
        qInfo() << "held by" << state->text();
        QVERIFY(state->isConfined());
    }
}

void TestDocuments::pages()
{
    const QByteArray pdf = madePdf();
    const auto pages = m_documents->pages(pdf);
    QVERIFY2(pages, qPrintable(pages ? QString() : pages.error().detail));
    QCOMPARE(pages->sizes.size(), std::size_t(2));
    QCOMPARE(pages->sizes[0], (std::array<double, 2>{200, 100}));
    QCOMPARE(pages->sizes[1], (std::array<double, 2>{100, 400}));
    const auto first = m_documents->draw(pdf, 0, 400);
    QVERIFY2(first, qPrintable(first ? QString() : first.error().detail));
    QCOMPARE(first->width, 400);
    QCOMPARE(first->height, 200);
    const auto *pixels = reinterpret_cast<const quint32 *>(first->pixels.constData());
    QCOMPARE(pixels[0], 0xffffffffU); // paper is white
    QCOMPARE(pixels[150 * 400 + 50], 0xff000000U); // the square
    QVERIFY(darkPixels(*first, 120, 60, 400, 140) > 300); // the words
    QCOMPARE(m_documents->draw(pdf, 1, 100)->height, 400);
    const auto text = m_documents->text(pdf, 0);
    QVERIFY(text);
    QVERIFY2(text->contains(u"Chartline"_s), qPrintable(*text));
    QVERIFY(!m_documents->draw(pdf, 2, 100));
    QVERIFY(!m_documents->draw(pdf, -1, 100));
    QVERIFY(!m_documents->draw(pdf, 0, 0));
    QVERIFY(!m_documents->draw(pdf, 1, 20'000)); // 1.6 thousand million pixels
}

// Fonts come from the library itself where files cannot be read.
void TestDocuments::fontsThatAreNotThere()
{
    for (const QByteArray font : {"Arial", "Times-Roman", "NoSuchFont", "ZapfDingbats"}) {
        const auto page = m_documents->draw(madePdf(font), 0, 400);
        QVERIFY2(page, font.constData());
        QVERIFY2(darkPixels(*page, 120, 60, 400, 140) > 100, font.constData());
    }
}

void TestDocuments::realDocuments_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("report") << u"ohif/mr-pdf/DOC_13712885/00001.dcm"_s;
}

void TestDocuments::realDocuments()
{
    QFETCH(QString, file);
    const QByteArray pdf = pdfOf(file);
    if (pdf.isEmpty())
        QSKIP("the shared documents are not here");
    const auto pages = m_documents->pages(pdf);
    QVERIFY2(pages, qPrintable(pages ? QString() : pages.error().detail));
    // As drawn by the same library without any confinement.
    const auto local = std::make_shared<Worker::LocalPool>(documentHandlers());
    for (int page = 0; page < std::min(int(pages->sizes.size()), 3); ++page) {
        const auto drawn = m_documents->draw(pdf, page, 700);
        QVERIFY2(drawn, qPrintable(drawn ? QString() : drawn.error().detail));
        QVERIFY(darkPixels(*drawn, 0, 0, drawn->width, drawn->height) > 500);
        const auto expected = WorkerDocuments(local).draw(pdf, page, 700);
        QVERIFY(expected);
        const auto *a = reinterpret_cast<const quint32 *>(drawn->pixels.constData());
        const auto *b = reinterpret_cast<const quint32 *>(expected->pixels.constData());
        int different = 0;
        for (int i = 0; i < drawn->width * drawn->height; ++i)
            different += a[i] != b[i] ? 1 : 0;
        qInfo() << "page" << page << ":" << different << "pixels differ from those drawn unconfined";
        QVERIFY(different < drawn->width * drawn->height / 20);
    }
}

void TestDocuments::refusedDocuments_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no PDF") << QByteArray("<html>hello</html>");
    QTest::newRow("a head only") << QByteArray("%PDF-1.7\n");
    QTest::newRow("no pages") << QByteArray("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n");
}

void TestDocuments::refusedDocuments()
{
    QFETCH(QByteArray, pdf);
    const auto pages = m_documents->pages(pdf);
    QVERIFY(!pages);
    QVERIFY(int(pages.error().code) == int(FailureCode::Corrupt)
            || int(pages.error().code) == int(FailureCode::WorkerLost));
}

// Whatever happens in there, the next honest document is drawn.
void TestDocuments::damagedDocuments()
{
    const QByteArray pdf = madePdf();
    QRandomGenerator random(7);
    for (int i = 0; i < 200; ++i) {
        QByteArray damaged = pdf;
        for (int j = 0; j < 6; ++j)
            damaged[random.bounded(damaged.size())] = char(random.bounded(256));
        (void)m_documents->draw(damaged, 0, 100);
    }
    QVERIFY(m_documents->draw(pdf, 0, 100));
}

void TestDocuments::halfDrawnPages_data()
{
    QTest::addColumn<qsizetype>("missing");
    QTest::addColumn<bool>("taken");
    QTest::newRow("all of it") << qsizetype(0) << true;
    QTest::newRow("a pixel less") << qsizetype(4) << false;
    QTest::newRow("nothing") << qsizetype(20'000 * 4) << false;
}

// A page that was not drawn would be a black one.
void TestDocuments::halfDrawnPages()
{
    QFETCH(const qsizetype, missing);
    QFETCH(const bool, taken);
    const auto page = WorkerDocuments(std::make_shared<LazyCaller>(missing)).draw("any", 0, 200);
    QCOMPARE(page.has_value(), taken);
    if (!taken)
        QCOMPARE(int(page.error().code), int(FailureCode::WorkerLost));
}

void TestDocuments::cancelled()
{
    const auto caller = std::make_shared<LazyCaller>(0);
    const WorkerDocuments documents(caller);
    std::atomic_bool cancel = true;
    const auto isCancelled = [](const auto &result) {
        return !result && result.error().code == FailureCode::Cancelled;
    };
    QVERIFY(isCancelled(documents.pages("any", &cancel)));
    QVERIFY(isCancelled(documents.draw("any", 0, 200, &cancel)));
    QVERIFY(isCancelled(documents.text("any", 0, &cancel)));
    QCOMPARE(caller->calls, 0);
    cancel = false;
    QVERIFY(documents.draw("any", 0, 200, &cancel));
    QCOMPARE(caller->calls, 2);
    QCOMPARE(caller->cancel, &cancel);
    // While it is being drawn: page 2 of this one is large.
    const QByteArray pdf = madePdf();
    std::jthread later([&cancel] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        cancel = true;
    });
    int drawn = 0;
    while (m_documents->draw(pdf, 1, 2000, &cancel))
        ++drawn;
    QVERIFY(isCancelled(m_documents->draw(pdf, 1, 2000, &cancel)));
    qInfo() << drawn << "pages drawn before";
}

void TestDocuments::nothingIsKept()
{
    QVERIFY(m_documents->draw(madePdf(), 0, 100));
    QCOMPARE(m_documentPool->status().idle, 1);
    m_documents->forget();
    QCOMPARE(m_documentPool->status().idle, 0);
    QVERIFY(m_documentPool->status().workers.empty());
    QVERIFY(m_documents->draw(madePdf(), 0, 100));
}

void TestDocuments::noWorkerWithoutLimit_data()
{
    QTest::addColumn<bool>("forbidden");
    QTest::addColumn<int>("status");
    QTest::newRow("limited") << false << 0;
    QTest::newRow("not to be limited") << true << 71;
}

// A host that cannot limit its workers' memory does not start.
void TestDocuments::noWorkerWithoutLimit()
{
    QFETCH(const bool, forbidden);
    QFETCH(const int, status);
    const Worker::WorkerPool::Options options = documentPoolOptions();
    const QByteArray &variable = options.environment.back();
    const pid_t child = ::fork();
    if (child == 0) {
        ::setenv(variable.first(variable.indexOf('=')).constData(), "1", 1);
        const Worker::Handlers handlers = hostHandlers();
        if (forbidden && !forbidLimits())
            ::_exit(1);
        handlers.prepare.back()();
        ::_exit(0);
    }
    int ended = -1;
    QCOMPARE(::waitpid(child, &ended, 0), child);
    QVERIFY(WIFEXITED(ended));
    QCOMPARE(WEXITSTATUS(ended), status);
}

void TestDocuments::objects_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("segmentation") << u"dcmqi/data/segmentations/partial_overlaps.dcm"_s;
    QTest::newRow("structures") << u"pydicom/src/pydicom/data/test_files/rtstruct.dcm"_s;
    QTest::newRow("waveform") << u"ohif/ecg/ECG_9_5407_1/00001.dcm"_s;
    QTest::newRow("deflated waveform") << u"dicomParser/testImages/deflate/wave_dfl"_s;
    QTest::newRow("presentation")
        << u"weasis-dicom-tools/weasis-dicom-tools/src/test/resources/org/dcm4che3/img/prLUTs.dcm"_s;
}

void TestDocuments::objects()
{
    QFETCH(QString, file);
    const QByteArray bytes = fileOf(shared() + file);
    if (bytes.isEmpty())
        QSKIP("the shared images are not here");
    const auto confined = m_objects->read(bytesOf(bytes));
    QVERIFY2(confined, qPrintable(confined ? QString() : confined.error().detail));
    const auto local = std::make_shared<Worker::LocalPool>(imagingHandlers());
    const auto expected = WorkerObjects(local).read(bytesOf(bytes));
    QVERIFY(expected);
    QVERIFY(*confined == *expected);
}

void TestDocuments::objectsThatAreNone()
{
    const auto none = m_objects->read(bytesOf("not DICOM at all"));
    QVERIFY(!none);
    QCOMPARE(int(none.error().code), int(FailureCode::Corrupt));
    const auto lost =
        m_objects->read([](qint64, qint64) -> Expected<QByteArray> { return failure(FailureCode::SourceUnreadable); });
    QVERIFY(!lost);
    QCOMPARE(int(lost.error().code), int(FailureCode::SourceUnreadable));
    const QByteArray image = fileOf(shared() + u"pydicom/src/pydicom/data/test_files/CT_small.dcm"_s);
    if (image.isEmpty())
        return;
    const auto picture = m_objects->read(bytesOf(image));
    QVERIFY(!picture);
    QCOMPARE(int(picture.error().code), int(FailureCode::NotAnImage));
}

int main(int argc, char *argv[])
{
    if (Worker::isHost(argc, argv))
        return Worker::runHost(argc, argv, hostHandlers());
    QCoreApplication application(argc, argv);
    TestDocuments test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_documents.moc"
