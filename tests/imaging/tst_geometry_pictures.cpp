// SPDX-License-Identifier: Apache-2.0
#include "imaging/VolumePhantom.h"

#include <QTest>
#include <cmath>
#include <numbers>

using namespace Chartline::Test;

namespace {

const auto volume = Stack::Kind::Volume;
const auto pictures = Stack::Kind::Pictures;

} // namespace

// What is shown picture by picture, and what is not.
class TestGeometryPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saidLocaliser()
    {
        Phantom p = stackOf(coronal, 5, 10);
        for (ImageDescription &image : p.images)
            image.imageType << QStringLiteral("LOCALIZER");
        const auto stacks = layOut(p.images);
        QCOMPARE(stacks[0].kind, pictures);
        QVERIFY(stacks[0].localiser);
        QCOMPARE(instancesOf(stacks[0]), numbers(0, 4));
    }

    void threePlaneLocaliser()
    {
        Phantom p;
        for (const Plane3 &plane : {axial, coronal, sagittal}) {
            for (int i = 0; i < 3; ++i)
                p.add(plane, Vec3{0, 0, 0} + plane.normal() * (i * 10.0));
        }
        const auto stacks = layOut(p.images);
        QCOMPARE(stacks.size(), 3U);
        for (const Stack &stack : stacks) {
            QCOMPARE(stack.kind, pictures);
            QVERIFY(stack.localiser);
            QCOMPARE(stack.frames(), 3);
            QCOMPARE(stack.frameOfReference, QStringLiteral("1.2.9"));
            QVERIFY(stack.notes.contains(QStringLiteral("mixed-orientations:3")));
        }
    }

    // Blocks of a few slices along the discs of a spine are small volumes, no localiser.
    void angledBlocks()
    {
        Phantom p;
        for (int block = 0; block < 5; ++block) {
            const Plane3 plane = tilted(-20 + block * 10);
            for (int i = 0; i < 4; ++i)
                p.add(plane, Vec3{0, 0, block * 40.0} + plane.normal() * (i * 4.0));
        }
        const auto stacks = layOut(p.images);
        QCOMPARE(stacks.size(), 5U);
        for (const Stack &stack : stacks) {
            QCOMPARE(stack.kind, volume);
            QVERIFY(!stack.localiser);
            QCOMPARE(stack.geometry.tilt, 0.0);
        }
    }

    // A plane for each picture: one list, in the order of acquisition.
    void radialPictures()
    {
        Phantom p;
        for (int i = 0; i < 12; ++i)
            p.add(tilted(i * 15), {0, 0, 0});
        for (unsigned seed = 1; seed < 5; ++seed) {
            const Phantom other = p.shuffled(seed);
            const auto stacks = layOut(other.images);
            QCOMPARE(stacks.size(), 1U);
            QCOMPARE(stacks[0].kind, pictures);
            for (std::size_t i = 0; i < 12; ++i)
                QCOMPARE(other.images[std::size_t(stacks[0].points[0].frames[i].instance)].instanceNumber, int(i) + 1);
        }
    }

    void picturesWithoutAPlace()
    {
        Phantom p = stackOf(axial, 4, 2);
        for (ImageDescription &image : p.images)
            image.shared.position.reset();
        const auto stacks = layOut(p.images);
        QCOMPARE(stacks.size(), 1U);
        QCOMPARE(stacks[0].kind, pictures);
        QCOMPARE(stacks[0].notes, QStringList{QStringLiteral("no-geometry")});
        QCOMPARE(instancesOf(stacks[0]), numbers(0, 3));
        for (ImageDescription &image : p.images)
            image.modality = QStringLiteral("CR"); // never has one: nothing to tell
        QVERIFY(layOut(p.images)[0].notes.isEmpty());
    }

    void brokenGeometry_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("spacing 0") << 0;
        QTest::newRow("spacing negative") << 1;
        QTest::newRow("spacing not a number") << 2;
        QTest::newRow("cosines not of length 1") << 3;
        QTest::newRow("cosines not at right angles") << 4;
        QTest::newRow("position infinite") << 5;
        QTest::newRow("cosines all 0") << 6;
        QTest::newRow("no spacing") << 7;
    }
    void brokenGeometry()
    {
        QFETCH(int, what);
        Phantom p = stackOf(axial, 5, 2);
        for (ImageDescription &image : p.images) {
            switch (what) {
            case 0: image.shared.spacing = {0, 1}; break;
            case 1: image.shared.spacing = {-1, 1}; break;
            case 2: image.shared.spacing = {1, std::nan("")}; break;
            case 3: image.shared.orientation = {2, 0, 0, 0, 2, 0}; break;
            case 4: image.shared.orientation = {1, 0, 0, 0.7071, 0.7071, 0}; break;
            case 5: (*image.shared.position)[1] = HUGE_VAL; break;
            case 6: image.shared.orientation = {0, 0, 0, 0, 0, 0}; break;
            default: image.shared.spacing.reset(); break;
            }
        }
        const auto stacks = layOut(p.images);
        QCOMPARE(stacks.size(), 1U);
        QCOMPARE(stacks[0].kind, pictures);
        QCOMPARE(stacks[0].frames(), 5);
        QVERIFY(stacks[0].notes.contains(QStringLiteral("no-geometry")));
    }

    void colourAndCine()
    {
        Phantom p;
        ImageDescription &loop = multiFrame(p, axial, {{0, 0, 0}, {0, 0, 0}, {0, 0, 0}});
        loop.modality = QStringLiteral("US");
        loop.perFrame.clear();
        ImageDescription &still = p.add(axial, {0, 0, 0});
        still.modality = QStringLiteral("US");
        still.shared = {};
        ImageDescription &colour = p.add(axial, {0, 0, 2});
        colour.pixels.samplesPerPixel = 3;
        colour.pixels.photometric = Photometric::Rgb;
        const auto stacks = layOut(p.images);
        QCOMPARE(stacks.size(), 2U);
        QVERIFY(stacks[0].cine);
        QCOMPARE(stacks[0].frames(), 3);
        QCOMPARE(stacks[1].frames(), 2);
        QVERIFY(!stacks[1].cine);
        for (const Stack &stack : stacks)
            QCOMPARE(stack.kind, pictures);
        // Pages of a secondary capture are no film, unless they say how fast it runs.
        p.images[0].modality = QStringLiteral("OT");
        QVERIFY(!layOut(p.images)[0].cine);
        p.images[0].shared.frameTime = 40;
        QVERIFY(layOut(p.images)[0].cine);
    }

    void segmentationsAreLeftOut()
    {
        Phantom p = stackOf(axial, 5, 2);
        for (ImageDescription &image : p.images)
            image.modality = QStringLiteral("SEG");
        QVERIFY(layOut(p.images).empty());
    }

    void oneAndTwoSlicesAreNoVolume()
    {
        QCOMPARE(layOut(stackOf(axial, 1, 2).images)[0].kind, pictures);
        QCOMPARE(layOut(stackOf(axial, 2, 2).images)[0].kind, pictures);
        QCOMPARE(layOut(stackOf(axial, 3, 2).images)[0].kind, volume);
    }

    void leaningTooFarIsNoVolume()
    {
        const auto stacks = layOut(tiltedStack(50, 10, 3).images);
        QCOMPARE(stacks[0].kind, pictures);
        QVERIFY(stacks[0].notes.contains(QStringLiteral("stack-not-sound")));
    }
};

QTEST_APPLESS_MAIN(TestGeometryPictures)
#include "tst_geometry_pictures.moc"
