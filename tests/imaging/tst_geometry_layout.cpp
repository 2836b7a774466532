// SPDX-License-Identifier: Apache-2.0
#include "imaging/VolumePhantom.h"

#include <QTest>
#include <cmath>
#include <numbers>

using namespace Chartline::Test;

namespace {

const auto volume = Stack::Kind::Volume;
const auto pictures = Stack::Kind::Pictures;

Phantom everything()
{
    Phantom p = stackOf(axial, 12, 2);
    const Phantom side = stackOf(coronal, 11, 3, {200, 0, 0});
    for (std::size_t i = 0; i < side.images.size(); ++i) {
        p.images.push_back(side.images[i]);
        p.images.back().sopInstance = QStringLiteral("1.2.4.%1").arg(i);
        p.pixels.push_back(side.pixels[i]);
    }
    for (int phase = 0; phase < 3; ++phase) {
        for (int i = 0; i < 5; ++i) {
            ImageDescription &image = p.add(sagittal, {400, 0, i * 5.0});
            image.shared.position = Vec3{400 + i * 5.0, 0, 0};
            image.shared.triggerTime = phase * 40 + i;
        }
    }
    p.add(axial, {0, 0, 7.5}).pixels.photometric = Photometric::Palette;
    p.add(axial, {0, 0, 0}).shared.position.reset();
    p.images.push_back(p.images.front());
    p.pixels.push_back(p.pixels.front());
    return p;
}

} // namespace

class TestGeometryLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void empty() { QVERIFY(layOut({}).empty()); }

    void regular()
    {
        const Phantom p = stackOf(axial, 10, 2.5);
        const auto stacks = layOut(p.images);
        QCOMPARE(stacks.size(), 1U);
        const Stack &stack = stacks.front();
        QCOMPARE(stack.kind, volume);
        QCOMPARE(instancesOf(stack), numbers(0, 9));
        QVERIFY(!stack.is4D());
        QVERIFY(stack.geometry.regular());
        QCOMPARE(stack.geometry.step, 2.5);
        QCOMPARE(stack.geometry.tilt, 0.0);
        QVERIFY2(stack.notes.isEmpty(), qPrintable(stack.notes.join(u' ')));
        QCOMPARE(stack.geometry.indexToPatient().point({2, 3, 4}), (Vec3{-8, -17, -20}));
        QCOMPARE(stack.frameOfReference, QStringLiteral("1.2.9"));
    }

    // Whatever the order of files and instance numbers, slices go along row × column.
    void orderFollowsThePositionAlone_data()
    {
        QTest::addColumn<int>("plane");
        QTest::addColumn<double>("step");
        QTest::newRow("axial") << 0 << 2.0;
        QTest::newRow("axial, from head to feet") << 0 << -2.0;
        QTest::newRow("coronal") << 1 << 3.0;
        QTest::newRow("coronal, from behind") << 1 << -3.0;
        QTest::newRow("sagittal") << 2 << 4.0;
        QTest::newRow("sagittal, reversed") << 2 << -4.0;
    }
    void orderFollowsThePositionAlone()
    {
        QFETCH(int, plane);
        QFETCH(double, step);
        const Plane3 planes[] = {axial, coronal, sagittal};
        const Phantom p = stackOf(planes[plane], 8, step);
        const auto stacks = layOut(p.images);
        QCOMPARE(stacks.size(), 1U);
        QCOMPARE(instancesOf(stacks[0]), step > 0 ? numbers(0, 7) : numbers(7, 0));
        const Affine affine = stacks[0].geometry.indexToPatient();
        QVERIFY2(affine.determinant() > 0, "right-handed");
        QCOMPARE(stacks[0].geometry.step, std::abs(step));
        // The index of every slice leads to its first pixel.
        for (int i = 0; i < 8; ++i) {
            const int instance = instancesOf(stacks[0])[i];
            QVERIFY(length(affine.point({0, 0, double(i)}) - *p.images[std::size_t(instance)].shared.position) < 1e-9);
        }
    }

    void anyOrderGivesTheSame()
    {
        const Phantom p = everything();
        const QStringList expected = described(layOut(p.images), p.images);
        QCOMPARE(expected.size(), 4); // axial, coronal, sagittal in three phases, pictures
        for (unsigned seed = 1; seed <= 40; ++seed) {
            const Phantom other = p.shuffled(seed);
            QCOMPARE(described(layOut(other.images), other.images), expected);
        }
    }

    void nothingIsLost()
    {
        const Phantom p = everything();
        int frames = 0;
        for (const Stack &stack : layOut(p.images))
            frames += stack.frames();
        QCOMPARE(frames, int(p.images.size()) - 1); // but the one that was there twice
    }

    void roundedPositionsAreRegular()
    {
        Phantom p;
        for (int i = 0; i < 40; ++i)
            p.add(axial, {0, 0, std::round(i * 1.25 * 10) / 10});
        const auto stacks = layOut(p.images);
        QVERIFY(stacks[0].geometry.regular());
        QVERIFY(std::abs(stacks[0].geometry.step - 1.25) < 0.003);
        QVERIFY(stacks[0].notes.isEmpty());
    }

    void tilt_data()
    {
        QTest::addColumn<double>("degrees");
        QTest::newRow("+18.5") << 18.5;
        QTest::newRow("-18.5") << -18.5;
        QTest::newRow("2") << 2.0;
        QTest::newRow("30") << 30.0;
    }
    void tilt()
    {
        QFETCH(double, degrees);
        const Phantom p = tiltedStack(degrees, 20, 3);
        const auto stacks = layOut(p.images);
        QCOMPARE(stacks.size(), 1U);
        const StackGeometry &g = stacks[0].geometry;
        QVERIFY(g.sheared);
        QCOMPARE(g.displaced, 0);
        // Moving along the body by 3 mm is 3·cos away from the plane and 3·sin within it.
        QVERIFY(std::abs(g.tilt - degrees) < 1e-6);
        QVERIFY(std::abs(g.step - 3 * std::cos(degrees * std::numbers::pi / 180)) < 1e-9);
        QVERIFY(stacks[0].notes.contains(QStringLiteral("sheared-tilt:%1").arg(degrees, 0, 'f', 1)));
        QVERIFY(length(g.indexToPatient().columns[2] - Vec3{0, 0, 3}) < 1e-9);
    }

    void roundedCosinesAreNoTilt()
    {
        Phantom p;
        Plane3 plane;
        plane.column = {0, 0.99999, 0.0005}; // 0.03°
        for (int i = 0; i < 30; ++i)
            p.add(plane, {0, 0, i * 3.0});
        const auto stacks = layOut(p.images);
        QCOMPARE(stacks[0].geometry.tilt, 0.0);
        QVERIFY(stacks[0].notes.isEmpty());
    }

    void missingSlices()
    {
        Phantom p;
        for (const int i : {0, 1, 2, 4, 5, 8, 9, 10, 11, 12})
            p.add(axial, {0, 0, i * 3.0});
        const auto stacks = layOut(p.images);
        QCOMPARE(stacks.size(), 1U);
        QCOMPARE(stacks[0].notes, QStringList{QStringLiteral("missing-slices:3")});
        QCOMPARE(stacks[0].geometry.gridSlices, 13);
        QCOMPARE(stacks[0].geometry.gridIndex[5], 8);
        QVERIFY(!stacks[0].geometry.regular());
        QVERIFY(stacks[0].geometry.bridged(4));
    }

    void wideGapsAreToldAndNotBridged()
    {
        Phantom p;
        for (const int i : {0, 1, 2, 3, 8, 9, 10})
            p.add(axial, {0, 0, i * 3.0});
        const auto stacks = layOut(p.images);
        QCOMPARE(stacks[0].notes, (QStringList{QStringLiteral("missing-slices:4"), QStringLiteral("empty-gap:15.0")}));
        QVERIFY(!stacks[0].geometry.bridged(3));
        // Thick slices that touch leave nothing unscanned.
        for (ImageDescription &image : p.images)
            image.shared.thickness = 15;
        QCOMPARE(layOut(p.images)[0].notes, QStringList{QStringLiteral("missing-slices:4")});
    }

    void irregular()
    {
        Phantom p;
        for (const double z : {0.0, 4.0, 8.0, 12.0, 13.1, 20.1, 27.1, 34.1})
            p.add(axial, {0, 0, z}).shared.thickness = 7;
        const auto stacks = layOut(p.images);
        QCOMPARE(stacks.size(), 1U);
        QCOMPARE(stacks[0].notes, QStringList{QStringLiteral("resampled-irregular:1.1-7.0")});
        const StackGeometry &g = stacks[0].geometry;
        QVERIFY(!g.onGrid());
        // The common gap is 4 mm; both ends stay.
        QVERIFY(g.step <= 4 && g.step > 3.7);
        QVERIFY(std::abs(g.step * (g.gridSlices - 1) - 34.1) < 1e-9);
    }

    void farGapsPartStacks()
    {
        Phantom p;
        for (int i = 0; i < 10; ++i)
            p.add(axial, {0, 0, i * 2.0});
        for (int i = 0; i < 6; ++i)
            p.add(axial, {0, 0, 300 + i * 2.0});
        const auto stacks = layOut(p.images);
        QCOMPARE(stacks.size(), 2U);
        QCOMPARE(stacks[0].frames(), 10);
        QCOMPARE(stacks[1].frames(), 6);
        QVERIFY(stacks[0].notes.contains(QStringLiteral("separated-by-gap:282.0")));
        QVERIFY(stacks[1].notes.contains(QStringLiteral("separated-by-gap:282.0")));
    }

    void duplicatesAreKeptOnce()
    {
        Phantom p = stackOf(axial, 6, 2);
        for (ImageDescription &image : p.images)
            image.shared.acquisitionTime = 100;
        p.images.push_back(p.images[2]); // the same instance
        p.images.push_back(p.images[3]); // the same picture under another UID
        p.images.back().sopInstance = QStringLiteral("1.2.99");
        p.images.push_back(p.images[4]); // the same instance, truncated: the whole one is kept
        p.images.back().layout.length -= 100;
        p.images.back().notes << QStringLiteral("pixel-data-short");
        const auto stacks = layOut(p.images);
        QCOMPARE(stacks.size(), 1U);
        QCOMPARE(stacks[0].frames(), 6);
        QCOMPARE(instancesOf(stacks[0])[4], 4);
        QVERIFY(stacks[0].geometry.regular());
        QVERIFY(stacks[0].notes.contains(QStringLiteral("duplicates:3")));
    }

    // Some software gives every image the same UID. They are not the same.
    void reusedUidsAreKept()
    {
        Phantom p = stackOf(axial, 6, 2);
        for (ImageDescription &image : p.images)
            image.sopInstance = QStringLiteral("1.2.3");
        const auto stacks = layOut(p.images);
        QCOMPARE(stacks.size(), 1U);
        QCOMPARE(stacks[0].frames(), 6);
        QVERIFY(stacks[0].notes.contains(QStringLiteral("uid-reused:5")));
    }

    // Two pictures at one place of which nothing says that they are the same are both shown.
    void doubtfulTwinsAreKept()
    {
        Phantom p = stackOf(axial, 6, 2);
        p.images.push_back(p.images[2]);
        p.images.back().sopInstance = QStringLiteral("1.2.99");
        int frames = 0;
        for (const Stack &stack : layOut(p.images))
            frames += stack.frames();
        QCOMPARE(frames, 7);
    }

    void mixedOrientationsSplit()
    {
        Phantom p = stackOf(axial, 20, 2);
        for (int i = 0; i < 4; ++i)
            p.add(sagittal, {i * 5.0, 0, 0});
        const auto stacks = layOut(p.images);
        QCOMPARE(stacks.size(), 2U);
        QCOMPARE(stacks[0].kind, volume);
        QCOMPARE(stacks[0].frames(), 20);
        QCOMPARE(stacks[1].frames(), 4);
    }

    // What differs in kind cannot be one volume.
    void differentImagesSplit_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("frame of reference") << 0;
        QTest::newRow("spacing") << 1;
        QTest::newRow("rows") << 2;
        QTest::newRow("inverted") << 3;
        QTest::newRow("angle") << 4;
        QTest::newRow("beside it") << 5;
    }
    void differentImagesSplit()
    {
        QFETCH(int, what);
        Phantom p = stackOf(axial, 16, 2);
        for (std::size_t i = 8; i < 16; ++i) {
            ImageDescription &image = p.images[i];
            switch (what) {
            case 0: image.frameOfReference = QStringLiteral("1.2.8"); break;
            case 1: image.shared.spacing = {1.01, 1}; break;
            case 2: image.pixels.rows = 21; break;
            case 3: image.pixels.photometric = Photometric::Monochrome1; break;
            case 4: image.shared.orientation = {1, 0, 0, 0, 0.99999, 0.004}; break;
            default: (*image.shared.position)[0] += 150; break;
            }
        }
        const auto stacks = layOut(p.images);
        QCOMPARE(stacks.size(), 2U);
        QCOMPARE(stacks[0].frames(), 8);
        QCOMPARE(stacks[1].frames(), 8);
        QCOMPARE(stacks[0].kind, volume);
        QCOMPARE(stacks[1].kind, volume);
    }

    void smallDifferencesDoNot()
    {
        Phantom p = stackOf(axial, 16, 2);
        for (std::size_t i = 8; i < 16; ++i) {
            p.images[i].shared.spacing = {1.00005, 1};
            p.images[i].shared.orientation = {1, 0.0002, 0, 0, 1, 0.0004};
            p.images[i].pixels.bitsStored = 12;
            p.images[i].imageType << QStringLiteral("ADD");
        }
        QCOMPARE(layOut(p.images).size(), 1U);
    }

    // Enhanced images: places frame by frame, in any order.
    void multiFrameVolume()
    {
        Phantom p;
        std::vector<Vec3> positions;
        for (const int i : {3, 0, 4, 1, 2})
            positions.push_back({0, 0, i * 1.5});
        multiFrame(p, axial, positions);
        const auto stacks = layOut(p.images);
        QCOMPARE(stacks.size(), 1U);
        QCOMPARE(stacks[0].kind, volume);
        QList<int> frames;
        for (const FrameRef &ref : stacks[0].points[0].frames)
            frames << ref.frame;
        QCOMPARE(frames, (QList<int>{1, 3, 4, 0, 2}));
        QCOMPARE(stacks[0].geometry.step, 1.5);
    }

    // One slice moved within its plane stays where it was.
    void aDisplacedSlice()
    {
        Phantom p = stackOf(axial, 9, 2);
        (*p.images[4].shared.position)[0] += 1.5;
        const auto stacks = layOut(p.images);
        QCOMPARE(stacks.size(), 1U);
        QCOMPARE(stacks[0].geometry.displaced, 1);
        QVERIFY(stacks[0].notes.contains(QStringLiteral("shifted-slices:1")));
        QCOMPARE(stacks[0].geometry.shifts[4][0], 1.5);
    }

    // Thousands of frames with places made to be slow.
    void hostileNumbers()
    {
        Phantom p;
        std::vector<Vec3> positions;
        ImageDescription &image = p.add(axial, {0, 0, 0});
        image.frames = 20000;
        for (int i = 0; i < image.frames; ++i) {
            FrameInfo own;
            own.position = Vec3{std::sin(i) * 900, std::cos(i) * 900, i * 1e-9};
            if (i % 3 == 0)
                own.orientation = {1, 0, 0, 0, std::cos(i * 0.01), std::sin(i * 0.01)};
            own.gradient = Vec3{std::sin(i), std::cos(i), 0.5};
            image.perFrame.push_back(own);
        }
        int frames = 0;
        for (const Stack &stack : layOut(p.images))
            frames += stack.frames();
        QCOMPARE(frames, 20000);
    }
};

QTEST_APPLESS_MAIN(TestGeometryLayout)
#include "tst_geometry_layout.moc"
