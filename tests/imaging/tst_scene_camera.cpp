// SPDX-License-Identifier: Apache-2.0
#include "ScenePhantom.h"

#include "scene/ScenePace.h"
#include "volume/Orientation.h"

#include <QTest>

using namespace Chartline::Test;

namespace {

bool close(const Vec3 &a, const Vec3 &b, double by = 1e-9)
{
    return length(a - b) < by;
}

bool isUpright(const SceneCamera &camera)
{
    return std::abs(length(camera.right) - 1) < 1e-9 && std::abs(length(camera.down) - 1) < 1e-9
           && std::abs(dot(camera.right, camera.down)) < 1e-9;
}

Volume longVolume()
{
    Volume volume;
    volume.size = {100, 50, 400};
    volume.indexToPatient.columns = {Vec3{2, 0, 0}, Vec3{0, 2, 0}, Vec3{0, 0, 1}};
    volume.indexToPatient.translation = {10, 20, 30};
    return volume;
}

} // namespace

// Camera, presets and pace: plain arithmetic, no graphics.
class TestSceneCamera : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettersOfTheViews_data();
    void lettersOfTheViews();
    void standardViewsHoldTheVolume();
    void turningFollowsThePointer();
    void turningKeepsUnitVectors();
    void rolling();
    void panningFollowsThePointer();
    void zoomingStaysInBounds();
    void presetsFit();
    void presetsAreSound();
    void windowsOfTheImagesCount();
    void shiftingAndThickening();
    void paceFollowsTheMachine();
};

void TestSceneCamera::lettersOfTheViews_data()
{
    QTest::addColumn<int>("view");
    QTest::addColumn<QString>("letters"); // left, right, top, bottom, and what one looks towards
    QTest::newRow("anterior") << int(StandardView::Anterior) << QStringLiteral("R L H F P");
    QTest::newRow("posterior") << int(StandardView::Posterior) << QStringLiteral("L R H F A");
    QTest::newRow("left") << int(StandardView::Left) << QStringLiteral("A P H F R");
    QTest::newRow("right") << int(StandardView::Right) << QStringLiteral("P A H F L");
    QTest::newRow("head") << int(StandardView::Head) << QStringLiteral("L R A P F");
    QTest::newRow("feet") << int(StandardView::Feet) << QStringLiteral("R L A P H");
}

void TestSceneCamera::lettersOfTheViews()
{
    QFETCH(int, view);
    QFETCH(QString, letters);
    const SceneCamera camera = standardCamera(longVolume(), StandardView(view));
    QVERIFY(isUpright(camera));
    const QStringList found{directionLetters(camera.right * -1), directionLetters(camera.right),
                            directionLetters(camera.down * -1), directionLetters(camera.down),
                            directionLetters(camera.forward())};
    QCOMPARE(found.join(QLatin1Char(' ')), letters);
}

void TestSceneCamera::standardViewsHoldTheVolume()
{
    const Volume volume = longVolume(); // 200 × 100 × 400 mm
    const SceneCamera front = standardCamera(volume, StandardView::Anterior);
    QVERIFY(close(front.focus, {10 + 99, 20 + 49, 30 + 199.5}));
    QVERIFY(front.height >= 400 && front.height < 440);
    // In a picture half as wide as high the width decides.
    QVERIFY(standardCamera(volume, StandardView::Anterior, 0.25).height >= 800);
    const SceneCamera below = standardCamera(volume, StandardView::Feet);
    QVERIFY(below.height >= 200 && below.height < 220);
    QVERIFY(standardCamera(Volume(), StandardView::Feet).height > 0);
    // At the focus, the angle of view spans the height.
    SceneCamera perspective = front;
    perspective.perspective = true;
    perspective.viewAngle = 90;
    QVERIFY(std::abs(perspective.distance() - perspective.height / 2) < 1e-9);
}

void TestSceneCamera::turningFollowsThePointer()
{
    const SceneCamera front = standardCamera(longVolume(), StandardView::Anterior);
    // Half a picture to the right is a quarter turn: the patient's right comes to the front.
    const SceneCamera fromRight = turned(front, 250, 0, 500);
    QVERIFY(close(fromRight.forward(), {1, 0, 0}));
    QVERIFY(close(fromRight.down, {0, 0, -1}));
    const SceneCamera fromHead = turned(front, 0, 250, 500);
    QVERIFY(close(fromHead.forward(), {0, 0, -1}));
    QVERIFY(close(fromHead.right, {1, 0, 0}));
    QCOMPARE(turned(front, 0, 0, 500), front);
    QVERIFY(close(fromRight.focus, front.focus));
}

void TestSceneCamera::turningKeepsUnitVectors()
{
    SceneCamera camera = standardCamera(longVolume(), StandardView::Left);
    for (int i = 0; i < 10'000; ++i)
        camera = turned(camera, (i % 7) - 3, (i % 5) - 1, 600);
    QVERIFY(isUpright(camera));
}

void TestSceneCamera::rolling()
{
    const SceneCamera front = standardCamera(longVolume(), StandardView::Anterior);
    // The picture turned clockwise by a quarter: what was up is at the right.
    const SceneCamera rolledOnce = rolled(front, 90);
    QVERIFY(close(rolledOnce.right, {0, 0, 1}));
    QVERIFY(close(rolledOnce.down, {1, 0, 0}));
    QVERIFY(close(rolledOnce.forward(), front.forward()));
}

void TestSceneCamera::panningFollowsThePointer()
{
    SceneCamera front = standardCamera(longVolume(), StandardView::Anterior);
    front.height = 400;
    // What is seen moves to the right and down, so the middle shows what was left of and above it.
    const SceneCamera moved = panned(front, 100, 50, 800);
    QVERIFY(close(moved.focus, front.focus + Vec3{-50, 0, 25}));
}

void TestSceneCamera::zoomingStaysInBounds()
{
    SceneCamera camera = standardCamera(longVolume(), StandardView::Anterior);
    QVERIFY(std::abs(zoomed(camera, 2).height - camera.height / 2) < 1e-9);
    for (int i = 0; i < 200; ++i)
        camera = zoomed(camera, 2);
    QVERIFY(camera.height >= 0.5);
    for (int i = 0; i < 200; ++i)
        camera = zoomed(camera, 0.5);
    QVERIFY(camera.height <= 1e5);
    for (const double wrong : {0.0, -1.0, double(NAN), double(INFINITY)})
        QCOMPARE(zoomed(camera, wrong), camera);
}

void TestSceneCamera::presetsFit()
{
    Volume volume = *ballsInAir({}, axialGrid, 8);
    QCOMPARE(scenePresetsFor(volume).first(), ScenePreset::Bone);
    QVERIFY(!scenePresetsFor(volume).contains(ScenePreset::PetMip));
    volume.units = QStringLiteral("BQML");
    volume.modality = QStringLiteral("PT");
    QCOMPARE(scenePresetsFor(volume), QList{ScenePreset::PetMip});
    volume.units = QString();
    volume.modality = QStringLiteral("MR");
    QCOMPARE(scenePresetsFor(volume), (QList{ScenePreset::MrDefault, ScenePreset::Mip}));
}

void TestSceneCamera::presetsAreSound()
{
    for (const char *units : {"HU", "SUVbw", "BQML", ""}) {
        Volume volume = *ballsInAir({{{0, 0, 0}, 50, 700}}, axialGrid, 32);
        volume.units = QString::fromUtf8(units);
        for (const ScenePreset preset :
             {ScenePreset::Bone, ScenePreset::Vessels, ScenePreset::Lung, ScenePreset::SoftTissue, ScenePreset::Skin,
              ScenePreset::Mip, ScenePreset::MrDefault, ScenePreset::PetMip}) {
            const SceneLook look = sceneLookOf(preset, volume);
            QVERIFY(look.colors.size() >= 2 && look.opacities.size() >= 2);
            for (std::size_t i = 1; i < look.opacities.size(); ++i)
                QVERIFY(look.opacities[i].value > look.opacities[i - 1].value);
            for (std::size_t i = 1; i < look.colors.size(); ++i)
                QVERIFY(look.colors[i].value > look.colors[i - 1].value);
            for (const OpacityPoint &point : look.opacities)
                QVERIFY(point.opacity >= 0 && point.opacity <= 1);
            // Air is never seen in composites.
            if (!look.maximum)
                QCOMPARE(look.opacities.front().opacity, 0.0);
        }
    }
    // Without a range, without voxels.
    QVERIFY(sceneLookOf(ScenePreset::MrDefault, Volume()).colors.size() >= 2);
    QVERIFY(sceneLookOf(ScenePreset::Mip, Volume()).colors[1].value
            > sceneLookOf(ScenePreset::Mip, Volume()).colors[0].value);
}

void TestSceneCamera::windowsOfTheImagesCount()
{
    Volume volume = *ballsInAir({}, axialGrid, 8);
    volume.units.clear();
    Window window;
    window.center = 300;
    window.width = 500;
    volume.windows = {window};
    const SceneLook look = sceneLookOf(ScenePreset::Mip, volume);
    QCOMPARE(look.colors.front().value, 50.0);
    QCOMPARE(look.colors.back().value, 550.0);
}

void TestSceneCamera::shiftingAndThickening()
{
    const SceneLook look = sceneLookOf(ScenePreset::Bone, *ballsInAir({}, axialGrid, 8));
    const SceneLook moved = shifted(look, -120);
    QCOMPARE(moved.opacities[1].value, look.opacities[1].value - 120);
    QCOMPARE(moved.colors[1].value, look.colors[1].value - 120);
    QCOMPARE(shifted(moved, 120), look);
    for (const OpacityPoint &point : thickened(look, 100).opacities)
        QVERIFY(point.opacity <= 1);
    for (const OpacityPoint &point : thickened(look, -1).opacities)
        QCOMPARE(point.opacity, 0.0);
}

void TestSceneCamera::paceFollowsTheMachine()
{
    ScenePace pace(0);
    QCOMPARE(pace.rayDistance(), 1.0F);
    for (int i = 0; i < 20; ++i)
        pace.took(0.5);
    QCOMPARE(pace.rayDistance(), 4.0F);
    pace.took(0.08); // good as it is
    QCOMPARE(pace.rayDistance(), 4.0F);
    for (int i = 0; i < 20; ++i)
        pace.took(0.01);
    QCOMPARE(pace.rayDistance(), 1.0F);
}

QTEST_GUILESS_MAIN(TestSceneCamera)
#include "tst_scene_camera.moc"
