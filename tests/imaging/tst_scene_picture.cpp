// SPDX-License-Identifier: Apache-2.0
#include "ScenePhantom.h"

#include <QTest>

using namespace Chartline::Test;

// What is seen of a volume in 3D: place, side, colour, light, cuts. By shaders and on the processor.
class TestScenePicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void ballIsWhereItIs_data();
    void ballIsWhereItIs();
    void perspectiveMakesNearLarger_data() { drawings(); }
    void perspectiveMakesNearLarger();
    void nearHidesFar_data() { drawings(); }
    void nearHidesFar();
    void projectionShowsTheBrightest_data() { drawings(); }
    void projectionShowsTheBrightest();
    void petIsBlackOnWhite();
    void cropAndClipRemove_data() { drawings(); }
    void cropAndClipRemove();
    void opacityShiftHides_data() { drawings(); }
    void opacityShiftHides();
    void tooLargeIsReduced_data() { drawings(); }
    void tooLargeIsReduced();
    void highPaddingIsNotSeen_data() { drawings(); }
    void highPaddingIsNotSeen();
    void everyTypeOfValues_data();
    void everyTypeOfValues();
    void nonsenseIsRefused();

private:
    static void drawings();
    static VolumeRenderer::Options optionsFor(int drawing);
};

void TestScenePicture::initTestCase()
{
    VolumeRenderer renderer([](quint64, const Expected<SceneImage> &) { });
    if (!renderer.graphics())
        QSKIP("this machine has no OpenGL at all, not even through EGL");
}

void TestScenePicture::drawings()
{
    QTest::addColumn<int>("drawing");
    QTest::newRow("shaders") << int(VolumeRenderer::Drawing::Gpu);
    QTest::newRow("processor") << int(VolumeRenderer::Drawing::Processor);
}

VolumeRenderer::Options TestScenePicture::optionsFor(int drawing)
{
    VolumeRenderer::Options options;
    options.drawing = VolumeRenderer::Drawing(drawing);
    return options;
}

void TestScenePicture::ballIsWhereItIs_data()
{
    QTest::addColumn<int>("drawing");
    QTest::addColumn<GridAxes>("axes");
    QTest::addColumn<int>("view");
    QTest::addColumn<double>("right"); // mm from the middle of the picture
    QTest::addColumn<double>("down");
    struct Seen
    {
        const char *name;
        StandardView view;
        double right;
        double down;
    };
    // The ball is 40 mm to the left, 15 mm to the front and 25 mm to the head.
    constexpr Seen seen[] = {
        {"anterior", StandardView::Anterior, 40, -25}, {"posterior", StandardView::Posterior, -40, -25},
        {"left", StandardView::Left, -15, -25},        {"right", StandardView::Right, 15, -25},
        {"head", StandardView::Head, -40, -15},        {"feet", StandardView::Feet, 40, -15}};
    const std::pair<const char *, GridAxes> grids[] = {{"axial", axialGrid},
                                                       {"axial from head", axialFromHead},
                                                       {"sagittal", sagittalGrid},
                                                       {"sagittal from right", sagittalFromRight}};
    for (const auto drawing : {VolumeRenderer::Drawing::Gpu, VolumeRenderer::Drawing::Processor}) {
        for (const auto &[name, axes] : grids) {
            for (const Seen &each : seen)
                QTest::addRow("%d %s %s", int(drawing), name, each.name)
                    << int(drawing) << axes << int(each.view) << each.right << each.down;
        }
    }
}

void TestScenePicture::ballIsWhereItIs()
{
    QFETCH(int, drawing);
    QFETCH(GridAxes, axes);
    QFETCH(int, view);
    QFETCH(double, right);
    QFETCH(double, down);
    const VolumePtr volume = ballsInAir({{{40, -15, 25}, 20, 1000}}, axes);
    const SceneRequest request = requestFor(volume, ScenePreset::Bone, StandardView(view));
    const auto image = VolumeRenderer::renderOnce(request, optionsFor(drawing));
    QVERIFY2(image, image ? "" : qPrintable(image.error().detail));
    QCOMPARE(image->width, 160);
    QCOMPARE(image->height, 160);
    QCOMPARE(image->onGpu, drawing == int(VolumeRenderer::Drawing::Gpu));
    QVERIFY(!image->coarse);
    QVERIFY(!image->isReduced());
    const double perMm = 160 / 200.0;
    const int x = int(79.5 + right * perMm);
    const int y = int(79.5 + down * perMm);
    // Bone is bright and yellowish; its middle is lit.
    const auto middle = colorAround(*image, x, y);
    QVERIFY2(middle[0] > 130, qPrintable(QString::number(middle[0])));
    QVERIFY(middle[0] >= middle[1] && middle[1] >= middle[2]);
    // Its edge is where it has to be, within two pixels.
    const auto isBall = [&](double mmRight, double mmDown) {
        return brightness(*image, int(79.5 + mmRight * perMm), int(79.5 + mmDown * perMm)) > 50;
    };
    for (const auto &[dx, dy] : {std::pair{1.0, 0.0}, {-1.0, 0.0}, {0.0, 1.0}, {0.0, -1.0}}) {
        QVERIFY(isBall(right + dx * 17, down + dy * 17));
        QVERIFY(!isBall(right + dx * 23, down + dy * 23));
    }
    // The light comes from above and the left of the picture, whichever way the grid lies.
    const int off = int(12 * perMm);
    QVERIFY(brightnessAround(*image, x - off, y - off) > brightnessAround(*image, x + off, y + off) + 60);
    // Around it is the background.
    const auto background = colorAt(*image, 3, 156);
    for (std::size_t i = 0; i < 3; ++i)
        QVERIFY(std::abs(background[i] - int(std::lround(request.look.background[i] * 255))) <= 1);
}

void TestScenePicture::perspectiveMakesNearLarger()
{
    QFETCH(int, drawing);
    const VolumePtr volume = ballsInAir({{{-40, -60, 0}, 15, 1000}, {{40, 60, 0}, 15, 1000}});
    SceneRequest request = requestFor(volume, ScenePreset::Bone, StandardView::Anterior);
    const auto widths = [&](bool perspective) {
        request.camera.perspective = perspective;
        request.camera.viewAngle = 40;
        const auto image = VolumeRenderer::renderOnce(request, optionsFor(drawing));
        std::array<int, 2> count{};
        for (int y = 0; image && y < 160; ++y) {
            for (int x = 0; x < 160; ++x)
                count[x < 80 ? 0 : 1] += brightness(*image, x, y) > 110 ? 1 : 0;
        }
        return count;
    };
    const auto parallel = widths(false);
    QVERIFY(parallel[0] > 200);
    QVERIFY(std::abs(parallel[0] - parallel[1]) < parallel[0] / 8);
    const auto perspective = widths(true);
    QVERIFY(perspective[0] > perspective[1] * 3 / 2);
}

void TestScenePicture::nearHidesFar()
{
    QFETCH(int, drawing);
    // Bone in front of contrast: which one is seen depends on where one stands.
    const VolumePtr volume = ballsInAir({{{0, -40, 0}, 18, 1500}, {{0, 40, 0}, 18, 300}});
    const auto redness = [&](StandardView view) {
        const auto image =
            VolumeRenderer::renderOnce(requestFor(volume, ScenePreset::Vessels, view), optionsFor(drawing));
        const auto color = colorAround(*image, 80, 80);
        return int(color[0] - color[2]);
    };
    const int front = redness(StandardView::Anterior);
    const int back = redness(StandardView::Posterior);
    QVERIFY2(back > front + 40, qPrintable(QStringLiteral("%1 %2").arg(front).arg(back)));
}

void TestScenePicture::projectionShowsTheBrightest()
{
    QFETCH(int, drawing);
    // The brightest is behind the largest.
    const VolumePtr volume = ballsInAir({{{0, -30, 0}, 40, 100}, {{30, 50, 20}, 10, 1200}});
    const auto image =
        VolumeRenderer::renderOnce(requestFor(volume, ScenePreset::Mip, StandardView::Anterior), optionsFor(drawing));
    QVERIFY(image);
    const auto middle = brightMiddle(*image);
    QVERIFY(std::abs(middle[0] - (79.5 + 30 * 0.8)) < 1.5);
    QVERIFY(std::abs(middle[1] - (79.5 - 20 * 0.8)) < 1.5);
    // Values are shown as the window has them: -100…1300 HU.
    const auto expected = [](double hu) { return int(std::lround((hu + 100) / 1400 * 255)); };
    QVERIFY(std::abs(colorAt(*image, 103, 63)[0] - expected(1200)) <= 6);
    QVERIFY(std::abs(colorAt(*image, 60, 90)[0] - expected(100)) <= 6);
    QCOMPARE(colorAt(*image, 60, 90)[0], colorAt(*image, 60, 90)[2]);
    QVERIFY(colorAt(*image, 3, 3)[0] <= 1);
}

void TestScenePicture::petIsBlackOnWhite()
{
    auto volume = std::make_shared<Volume>(*ballsInAir({{{0, 0, 0}, 30, 1000}}));
    volume->units = QStringLiteral("SUVbw");
    volume->modality = QStringLiteral("PT");
    volume->slope = 0.005; // 0…2024 become 0…10.1
    volume->intercept = 0;
    volume->range = {0.12, 10.12};
    const SceneRequest request = requestFor(volume, scenePresetsFor(*volume).first(), StandardView::Anterior);
    const auto image = VolumeRenderer::renderOnce(request);
    QVERIFY(image);
    QVERIFY(brightness(*image, 80, 80) < 15); // SUV 10
    QVERIFY(brightness(*image, 20, 20) > 740); // SUV 0.1
    QVERIFY(brightness(*image, 2, 2) > 740); // outside of the volume
}

void TestScenePicture::cropAndClipRemove()
{
    QFETCH(int, drawing);
    const VolumePtr volume = ballsInAir({{{-40, 0, 0}, 20, 1000}, {{40, 0, 0}, 20, 1000}}, sagittalGrid);
    const auto shown = [&](const SceneRequest &request) {
        const auto image = VolumeRenderer::renderOnce(request, optionsFor(drawing));
        return image ? std::array{brightness(*image, 47, 80) > 200, brightness(*image, 111, 80) > 200}
                     : std::array{false, false};
    };
    SceneRequest request = requestFor(volume, ScenePreset::Bone, StandardView::Anterior);
    QCOMPARE(shown(request), (std::array{true, true}));
    request.crop = boxAround(*volume);
    QCOMPARE(request.crop->low[0], -96.0);
    QCOMPARE(request.crop->high[2], 96.0);
    QCOMPARE(shown(request), (std::array{true, true}));
    request.crop->low[0] = 0; // the patient's right is cut off: it was at the left
    QCOMPARE(shown(request), (std::array{false, true}));
    request.crop = boxAround(*volume);
    request.crop->high[2] = -25; // only the feet are left
    QCOMPARE(shown(request), (std::array{false, false}));
    request.crop.reset();
    request.clip = ClipPlane{{0, 0, 0}, {-2, 0, 0}};
    QCOMPARE(shown(request), (std::array{true, false}));
    // Both together.
    request.crop = boxAround(*volume);
    request.crop->low[0] = 0;
    QCOMPARE(shown(request), (std::array{false, false}));
}

void TestScenePicture::opacityShiftHides()
{
    QFETCH(int, drawing);
    const VolumePtr volume = ballsInAir({{{0, 0, 0}, 30, 500}});
    SceneRequest request = requestFor(volume, ScenePreset::Bone, StandardView::Anterior);
    const SceneLook look = request.look;
    const auto bright = [&] { return brightness(*VolumeRenderer::renderOnce(request, optionsFor(drawing)), 80, 80); };
    const int before = bright();
    request.look = shifted(look, 600);
    QVERIFY(bright() < 60);
    request.look = thickened(look, 0.02);
    const int thin = bright();
    QVERIFY(thin < before);
    request.look = thickened(look, 0);
    QVERIFY(bright() < thin);
    // As bright without light from a side.
    request.look = look;
    request.look.shaded = false;
    const auto flat = VolumeRenderer::renderOnce(request, optionsFor(drawing));
    QVERIFY(std::abs(brightnessAround(*flat, 72, 72) - brightnessAround(*flat, 88, 88)) < 12);
}

void TestScenePicture::tooLargeIsReduced()
{
    QFETCH(int, drawing);
    const VolumePtr volume = ballsInAir({{{40, -15, 25}, 20, 1000}});
    VolumeRenderer::Options options = optionsFor(drawing);
    options.largestTexture = 24;
    options.processorVoxels = 20 * 1000;
    const auto image =
        VolumeRenderer::renderOnce(requestFor(volume, ScenePreset::Bone, StandardView::Anterior), options);
    QVERIFY(image);
    QVERIFY(image->isReduced());
    const bool gpu = drawing == int(VolumeRenderer::Drawing::Gpu);
    QCOMPARE(image->reduced, gpu ? (std::array{3, 3, 3}) : (std::array{3, 3, 2}));
    // It is still in its place.
    const auto middle = brightMiddle(*image);
    QVERIFY(std::abs(middle[0] - (79.5 + 40 * 0.8)) < 5);
    QVERIFY(std::abs(middle[1] - (79.5 - 25 * 0.8)) < 5);
}

void TestScenePicture::highPaddingIsNotSeen()
{
    QFETCH(int, drawing);
    auto volume = std::make_shared<Volume>(*ballsInAir({{{0, 0, 0}, 20, 1000}}));
    auto *values = reinterpret_cast<qint16 *>(volume->data.data());
    for (qint64 i = 0; i < volume->voxels(); ++i) {
        if (i % 64 < 12)
            values[i] = 4000; // the patient's right side of the grid
    }
    SceneRequest request = requestFor(volume, ScenePreset::Mip, StandardView::Anterior);
    const auto without = VolumeRenderer::renderOnce(request, optionsFor(drawing));
    QVERIFY(brightness(*without, 8, 80) > 700);
    volume->padding = 4000;
    const auto with = VolumeRenderer::renderOnce(request, optionsFor(drawing));
    QVERIFY(brightness(*with, 8, 80) < 6);
    QVERIFY(brightness(*with, 80, 80) > 400);
}

void TestScenePicture::everyTypeOfValues_data()
{
    QTest::addColumn<int>("drawing");
    QTest::addColumn<int>("type");
    for (const auto drawing : {VolumeRenderer::Drawing::Gpu, VolumeRenderer::Drawing::Processor}) {
        for (const auto type : {SampleType::U8, SampleType::U16, SampleType::F32})
            QTest::addRow("%d type %d", int(drawing), int(type)) << int(drawing) << int(type);
    }
}

void TestScenePicture::everyTypeOfValues()
{
    QFETCH(int, drawing);
    QFETCH(int, type);
    const VolumePtr wanted = ballsInAir({{{40, -15, 25}, 20, 1000}});
    auto volume = std::make_shared<Volume>(*wanted);
    volume->type = SampleType(type);
    volume->data.resize(std::size_t(volume->voxels()) * std::size_t(bytesOf(volume->type)));
    const auto *from = reinterpret_cast<const qint16 *>(wanted->data.data());
    for (qint64 i = 0; i < volume->voxels(); ++i) {
        if (volume->type == SampleType::U8)
            reinterpret_cast<quint8 *>(volume->data.data())[i] = quint8(from[i] / 8);
        else if (volume->type == SampleType::U16)
            reinterpret_cast<quint16 *>(volume->data.data())[i] = quint16(from[i] + 30'000);
        else
            reinterpret_cast<float *>(volume->data.data())[i] = float(from[i]) / 100;
    }
    volume->slope = volume->type == SampleType::U8 ? 8 : volume->type == SampleType::U16 ? 1 : 100;
    volume->intercept = volume->type == SampleType::U16 ? -31'024 : -1024;
    const SceneRequest first = requestFor(wanted, ScenePreset::Bone, StandardView::Anterior);
    SceneRequest second = first;
    second.volume = volume;
    const auto a = VolumeRenderer::renderOnce(first, optionsFor(drawing));
    const auto b = VolumeRenderer::renderOnce(second, optionsFor(drawing));
    QVERIFY(a && b);
    double difference = 0;
    for (int y = 0; y < 160; ++y) {
        for (int x = 0; x < 160; ++x)
            difference += std::abs(brightness(*a, x, y) - brightness(*b, x, y)) / 3.0;
    }
    difference /= 160 * 160;
    QVERIFY2(difference < 1.5, qPrintable(QString::number(difference)));
}

void TestScenePicture::nonsenseIsRefused()
{
    const VolumePtr volume = ballsInAir({});
    SceneRequest request = requestFor(volume, ScenePreset::Bone, StandardView::Anterior);
    const auto refused = [](const SceneRequest &what) {
        const auto image = VolumeRenderer::renderOnce(what);
        return !image && image.error().code == FailureCode::Internal;
    };
    QVERIFY(VolumeRenderer::renderOnce(request)); // nothing but air is a picture
    for (const int side : {0, -5, 100'000}) {
        SceneRequest wrong = request;
        wrong.width = side;
        QVERIFY(refused(wrong));
    }
    SceneRequest none = request;
    none.volume.reset();
    QVERIFY(refused(none));
    auto cut = std::make_shared<Volume>(*volume);
    cut->data.resize(100);
    none.volume = cut;
    QVERIFY(refused(none));
    none.volume = std::make_shared<Volume>();
    QVERIFY(refused(none));
    SceneRequest lost = request;
    lost.camera.focus[1] = NAN;
    QVERIFY(refused(lost));
    lost = request;
    lost.camera.down = lost.camera.right;
    QVERIFY(refused(lost));
    lost = request;
    lost.look.opacities.clear();
    QVERIFY(refused(lost));
}

QTEST_GUILESS_MAIN(TestScenePicture)
#include "tst_scene_picture.moc"
