// SPDX-License-Identifier: Apache-2.0
#include "ScenePhantom.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QTest>

using namespace Chartline::Test;

namespace {

constexpr auto childVariable = "CHARTLINE_SCENE_CHILD";

int threadCount()
{
    return int(QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size());
}

// What this program does when it calls itself: draws one picture and says nothing. 0: drawn; 3: there is no OpenGL.
int drawQuietly()
{
    const VolumePtr volume = ballsInAir({{{0, 0, 0}, 30, 1000}});
    for (const auto drawing : {VolumeRenderer::Drawing::Gpu, VolumeRenderer::Drawing::Processor}) {
        VolumeRenderer::Options options;
        options.drawing = drawing;
        const auto image =
            VolumeRenderer::renderOnce(requestFor(volume, ScenePreset::Bone, StandardView::Anterior), options);
        if (!image)
            return image.error().code == FailureCode::NoGraphics && !image.error().detail.isEmpty() ? 3 : 4;
    }
    return 0;
}

} // namespace

// The renderer's thread: what is drawn, in which order, what is left out, and what is left behind.
class TestSceneRenderer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysWhatDraws();
    void automaticIsTheProcessorWithoutHardware();
    void firstPictureIsCoarseThenFull();
    void movingSettles();
    void movingDoesNotSettleUnlessAsked();
    void coarseLooksLikeFull_data();
    void coarseLooksLikeFull();
    void rapidRequestsCoalesce();
    void newerEndsAFullPicture();
    void anotherVolumeReplaces();
    void clearingLetsGo();
    void failuresComeBack();
    void twoAtOnce();
    void leavesNoThreads();
    void endsWhileDrawing();
    void saysNothing();
    void withoutGraphics();
};

void TestSceneRenderer::initTestCase()
{
    VolumeRenderer renderer([](quint64, const Expected<SceneImage> &) { });
    if (!renderer.graphics())
        QSKIP("this machine has no OpenGL at all, not even through EGL");
}

void TestSceneRenderer::saysWhatDraws()
{
    VolumeRenderer renderer([](quint64, const Expected<SceneImage> &) { });
    const auto graphics = renderer.graphics();
    QVERIFY(graphics);
    QVERIFY(!graphics->renderer.isEmpty());
    QVERIFY(graphics->largestTexture >= 256);
    if (graphics->renderer.contains(QLatin1StringView("llvmpipe")))
        QVERIFY(graphics->software);
}

void TestSceneRenderer::automaticIsTheProcessorWithoutHardware()
{
    SceneLog log;
    VolumeRenderer renderer(log.callback());
    const auto graphics = renderer.graphics();
    QVERIFY(graphics);
    QCOMPARE(graphics->onGpu, !graphics->software);
}

void TestSceneRenderer::firstPictureIsCoarseThenFull()
{
    SceneLog log;
    VolumeRenderer::Options options;
    options.drawing = VolumeRenderer::Drawing::Processor;
    VolumeRenderer renderer(log.callback(), options);
    SceneRequest request = requestFor(ballsInAir({{{0, 0, 0}, 30, 1000}}), ScenePreset::Bone, StandardView::Anterior);
    request.id = 7;
    renderer.render(request);
    QVERIFY(log.waitForFull(7));
    const auto entries = log.entries();
    QCOMPARE(entries.size(), 2U);
    QVERIFY(entries[0].image && entries[0].image->coarse);
    QVERIFY(entries[1].image && !entries[1].image->coarse);
    QCOMPARE(entries[0].image->id, 7U);
    QVERIFY(entries[1].image->seconds > 0);
    // The next one is full at once.
    request.id = 8;
    renderer.render(request);
    QVERIFY(log.waitForFull(8));
    QCOMPARE(log.entries().size(), 3U);
}

void TestSceneRenderer::movingSettles()
{
    SceneLog log;
    VolumeRenderer::Options options;
    options.settleMilliseconds = 30;
    VolumeRenderer renderer(log.callback(), options);
    SceneRequest request = requestFor(ballsInAir({{{0, 0, 0}, 30, 1000}}), ScenePreset::Bone, StandardView::Anterior);
    request.moving = true;
    request.id = 3;
    renderer.render(request);
    QVERIFY(log.waitForFull(3));
    const auto entries = log.entries();
    QCOMPARE(entries.size(), 2U);
    QVERIFY(entries[0].image->coarse);
    QVERIFY(!entries[1].image->coarse);
    QCOMPARE(entries[1].image->id, 3U);
}

void TestSceneRenderer::movingDoesNotSettleUnlessAsked()
{
    SceneLog log;
    VolumeRenderer::Options options;
    options.settleMilliseconds = -1;
    VolumeRenderer renderer(log.callback(), options);
    SceneRequest request = requestFor(ballsInAir({{{0, 0, 0}, 30, 1000}}), ScenePreset::Bone, StandardView::Anterior);
    request.moving = true;
    for (quint64 id = 1; id <= 3; ++id) {
        request.id = id;
        renderer.render(request);
        QVERIFY(log.waitFor([id](const auto &entries) { return entries.size() == id; }));
    }
    QTest::qWait(100);
    for (const auto &entry : log.entries())
        QVERIFY(entry.image && entry.image->coarse);
    QCOMPARE(log.entries().size(), 3U);
}

void TestSceneRenderer::coarseLooksLikeFull_data()
{
    QTest::addColumn<int>("drawing");
    QTest::newRow("shaders") << int(VolumeRenderer::Drawing::Gpu);
    QTest::newRow("processor") << int(VolumeRenderer::Drawing::Processor);
}

// Coarser, but the same place, size and colour: on the processor from a reduced, left-handed, uneven grid.
void TestSceneRenderer::coarseLooksLikeFull()
{
    QFETCH(int, drawing);
    SceneLog log;
    VolumeRenderer::Options options;
    options.drawing = VolumeRenderer::Drawing(drawing);
    options.settleMilliseconds = 0;
    VolumeRenderer renderer(log.callback(), options);
    const VolumePtr volume = ballsInAir({{{45, -15, 25}, 40, 600}}, axialFromHead, 270);
    SceneRequest request = requestFor(volume, ScenePreset::Bone, StandardView::Anterior);
    request.moving = true;
    request.id = 1;
    renderer.render(request);
    QVERIFY(log.waitForFull(1));
    const auto entries = log.entries();
    QCOMPARE(entries.size(), 2U);
    QVERIFY(!entries[0].image->isReduced()); // the full picture is not
    double difference = 0;
    for (int y = 0; y < 160; ++y) {
        for (int x = 0; x < 160; ++x)
            difference += std::abs(brightness(*entries[0].image, x, y) - brightness(*entries[1].image, x, y)) / 3.0;
    }
    difference /= 160 * 160;
    QVERIFY2(difference < 8, qPrintable(QString::number(difference)));
    const auto coarse = brightMiddle(*entries[0].image);
    const auto full = brightMiddle(*entries[1].image);
    QVERIFY(std::abs(coarse[0] - full[0]) < 3 && std::abs(coarse[1] - full[1]) < 3);
}

void TestSceneRenderer::rapidRequestsCoalesce()
{
    SceneLog log;
    VolumeRenderer::Options options;
    options.settleMilliseconds = 20;
    options.drawing = VolumeRenderer::Drawing::Processor;
    VolumeRenderer renderer(log.callback(), options);
    SceneRequest request =
        requestFor(ballsInAir({{{0, 0, 0}, 60, 1000}}), ScenePreset::Bone, StandardView::Anterior, 700);
    request.moving = true;
    for (quint64 id = 1; id <= 50; ++id) {
        request.id = id;
        request.camera = turned(request.camera, 5, 1, 700);
        renderer.render(request);
    }
    QVERIFY(log.waitForFull(50));
    const auto entries = log.entries();
    QVERIFY2(entries.size() < 20, qPrintable(QString::number(entries.size())));
    // In order, and the last one full.
    quint64 before = 0;
    for (const auto &entry : entries) {
        QVERIFY(entry.image);
        QVERIFY(entry.id >= before);
        before = entry.id;
    }
}

void TestSceneRenderer::newerEndsAFullPicture()
{
    SceneLog log;
    VolumeRenderer::Options options;
    options.drawing = VolumeRenderer::Drawing::Processor;
    options.coarseFirst = false;
    options.threads = 1;
    VolumeRenderer renderer(log.callback(), options);
    // Fog: no ray ends early.
    SceneRequest request =
        requestFor(ballsInAir({{{0, 0, 0}, 90, 1000}}), ScenePreset::Bone, StandardView::Anterior, 900);
    request.look = thickened(request.look, 0.001);
    request.id = 1;
    renderer.render(request);
    QVERIFY(log.waitForFull(1));
    const double whole = log.entries().back().image->seconds;
    request.id = 2;
    renderer.render(request);
    QTest::qWait(int(whole * 1000 / 4));
    request.id = 3;
    request.width = 100;
    request.height = 100;
    renderer.render(request);
    QVERIFY(log.waitForFull(3));
    for (const auto &entry : log.entries())
        QVERIFY(entry.id != 2 || entry.image->width == 900); // whole, or not at all
}

void TestSceneRenderer::anotherVolumeReplaces()
{
    SceneLog log;
    VolumeRenderer::Options options;
    options.coarseFirst = false;
    VolumeRenderer renderer(log.callback(), options);
    VolumePtr first = ballsInAir({{{-40, 0, 0}, 20, 1000}});
    const std::weak_ptr<const Volume> gone = first;
    SceneRequest request = requestFor(first, ScenePreset::Bone, StandardView::Anterior);
    request.id = 1;
    renderer.render(request);
    QVERIFY(log.waitForFull(1));
    request.volume = ballsInAir({{{40, 0, 0}, 20, 1000}}, sagittalFromRight, 48);
    request.id = 2;
    first.reset();
    renderer.render(request);
    QVERIFY(log.waitForFull(2));
    const auto entries = log.entries();
    QVERIFY(brightMiddle(*entries[0].image)[0] < 60);
    QVERIFY(brightMiddle(*entries[1].image)[0] > 100);
    QVERIFY(QTest::qWaitFor([&] { return gone.expired(); }, 10'000));
}

void TestSceneRenderer::clearingLetsGo()
{
    SceneLog log;
    VolumeRenderer renderer(log.callback());
    VolumePtr volume = ballsInAir({{{0, 0, 0}, 20, 1000}});
    const std::weak_ptr<const Volume> gone = volume;
    SceneRequest request = requestFor(volume, ScenePreset::Bone, StandardView::Anterior);
    volume.reset();
    request.id = 1;
    renderer.render(request);
    QVERIFY(log.waitForFull(1));
    request.volume.reset();
    QVERIFY(!gone.expired());
    renderer.clear();
    QVERIFY(QTest::qWaitFor([&] { return gone.expired(); }, 10'000));
    // It still draws.
    request.volume = ballsInAir({{{0, 0, 0}, 20, 1000}});
    request.id = 2;
    renderer.render(request);
    QVERIFY(log.waitForFull(2));
    QVERIFY(log.entries().back().image);
}

void TestSceneRenderer::failuresComeBack()
{
    SceneLog log;
    VolumeRenderer renderer(log.callback());
    SceneRequest request;
    request.id = 4;
    renderer.render(request);
    QVERIFY(log.waitFor([](const auto &entries) { return !entries.empty(); }));
    QCOMPARE(log.entries()[0].id, 4U);
    QVERIFY(!log.entries()[0].image);
    QCOMPARE(log.entries()[0].image.error().code, FailureCode::Internal);
    request = requestFor(ballsInAir({}), ScenePreset::Bone, StandardView::Anterior);
    request.id = 5;
    renderer.render(request);
    QVERIFY(log.waitForFull(5));
    QVERIFY(log.entries().back().image);
}

void TestSceneRenderer::twoAtOnce()
{
    SceneLog firstLog;
    SceneLog secondLog;
    VolumeRenderer::Options options;
    options.coarseFirst = false;
    VolumeRenderer first(firstLog.callback(), options);
    options.drawing = VolumeRenderer::Drawing::Gpu;
    VolumeRenderer second(secondLog.callback(), options);
    SceneRequest left = requestFor(ballsInAir({{{-40, 0, 0}, 20, 1000}}), ScenePreset::Bone, StandardView::Anterior);
    SceneRequest right = requestFor(ballsInAir({{{40, 0, 0}, 20, 1000}}), ScenePreset::Bone, StandardView::Anterior);
    for (quint64 id = 1; id <= 5; ++id) {
        left.id = right.id = id;
        first.render(left);
        second.render(right);
        QVERIFY(firstLog.waitForFull(id));
        QVERIFY(secondLog.waitForFull(id));
        QVERIFY(brightMiddle(*firstLog.entries().back().image)[0] < 60);
        QVERIFY(brightMiddle(*secondLog.entries().back().image)[0] > 100);
    }
}

void TestSceneRenderer::leavesNoThreads()
{
    const VolumePtr volume = ballsInAir({{{0, 0, 0}, 20, 1000}}, axialGrid, 32);
    const SceneRequest request = requestFor(volume, ScenePreset::Bone, StandardView::Anterior, 64);
    VolumeRenderer::Options options;
    const auto draw = [&](VolumeRenderer::Drawing drawing) {
        options.drawing = drawing;
        QVERIFY(VolumeRenderer::renderOnce(request, options));
    };
    // Mesa starts threads of its own and keeps them.
    for (int i = 0; i < 3; ++i)
        draw(VolumeRenderer::Drawing::Gpu);
    const int before = threadCount();
    for (int i = 0; i < 20; ++i) {
        draw(i % 2 == 0 ? VolumeRenderer::Drawing::Gpu : VolumeRenderer::Drawing::Processor);
        VolumeRenderer unused([](quint64, const Expected<SceneImage> &) { });
    }
    const bool gone = QTest::qWaitFor([&] { return threadCount() <= before; }, 10'000);
    QVERIFY2(gone, qPrintable(QStringLiteral("%1 %2").arg(threadCount()).arg(before)));
    QCOMPARE(volume.use_count(), 2); // this one and the request's
}

void TestSceneRenderer::endsWhileDrawing()
{
    const VolumePtr volume = ballsInAir({{{0, 0, 0}, 90, 1000}});
    SceneRequest request = requestFor(volume, ScenePreset::Bone, StandardView::Anterior, 900);
    for (int i = 0; i < 6; ++i) {
        std::atomic<bool> ended{false};
        std::atomic<bool> late{false};
        {
            VolumeRenderer renderer([&](quint64, const Expected<SceneImage> &) { late = late || ended; });
            request.moving = i % 2 == 0;
            renderer.render(request);
            QTest::qWait(i * 30);
        }
        ended = true;
        QTest::qWait(5);
        QVERIFY(!late);
    }
}

void TestSceneRenderer::saysNothing()
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1StringView(childVariable), QStringLiteral("1"));
    // Once with an address of a display that is not there, too.
    for (const QString &display : {QString(), QStringLiteral(":4711")}) {
        environment.insert(QStringLiteral("DISPLAY"), display);
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationFilePath(), QStringList());
        QVERIFY(process.waitForFinished(120'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
        QCOMPARE(process.readAllStandardOutput(), QByteArray());
        QCOMPARE(process.readAllStandardError(), QByteArray());
    }
}

// A machine without any OpenGL: a failure with a reason, no crash.
void TestSceneRenderer::withoutGraphics()
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1StringView(childVariable), QStringLiteral("1"));
    environment.insert(QStringLiteral("__EGL_VENDOR_LIBRARY_FILENAMES"), QStringLiteral("/dev/null"));
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(), QStringList());
    QVERIFY(process.waitForFinished(120'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 3);
}

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsSet(childVariable))
        return drawQuietly();
    QCoreApplication application(argc, argv);
    TestSceneRenderer test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_scene_renderer.moc"
