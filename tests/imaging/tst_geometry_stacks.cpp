// SPDX-License-Identifier: Apache-2.0
#include "imaging/VolumePhantom.h"

#include <QTest>
#include <cmath>

using namespace Chartline::Test;

namespace {

// `points` sets of `slices` images each at the same places; `set` gives each what tells it apart.
Phantom fourD(int points, int slices, const std::function<void(ImageDescription &, int point, int slice)> &set,
              const Plane3 &plane = axial)
{
    Phantom phantom;
    for (int point = 0; point < points; ++point) {
        for (int slice = 0; slice < slices; ++slice)
            set(phantom.add(plane, plane.normal() * (slice * 4.0)), point, slice);
    }
    return phantom;
}

// Stacks of a series, however its images come; the same each time.
std::vector<Stack> stacksOf(const Phantom &p)
{
    const auto stacks = layOut(p.images);
    const QStringList expected = described(stacks, p.images);
    for (unsigned seed = 1; seed <= 10; ++seed) {
        const Phantom other = p.shuffled(seed);
        if (described(layOut(other.images), other.images) != expected)
            qFatal("the layout depends on the order of the input");
    }
    return stacks;
}

int instanceAt(const Stack &stack, int point, int slice)
{
    return stack.points[std::size_t(point)].frames[std::size_t(slice)].instance;
}

// Point p, slice s of the stack is the image that was made as such.
bool inOrder(const Stack &stack, int points, int slices)
{
    if (int(stack.points.size()) != points)
        return false;
    for (int point = 0; point < points; ++point) {
        for (int slice = 0; slice < slices; ++slice) {
            if (instanceAt(stack, point, slice) != point * slices + slice)
                return false;
        }
    }
    return true;
}

QList<double> valuesOf(const Stack &stack, int dimension)
{
    QList<double> result;
    for (const Stack::Point &point : stack.points)
        result << point.values[std::size_t(dimension)];
    return result;
}

} // namespace

class TestGeometryStacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void temporalPositions()
    {
        const Phantom p = fourD(4, 6, [](ImageDescription &image, int point, int slice) {
            image.shared.temporalIndex = point + 1;
            image.shared.acquisitionTime = 36000 + point * 2.5 + slice * 0.1;
            image.instanceNumber = 100 - image.instanceNumber;
        });
        const auto stacks = stacksOf(p);
        QCOMPARE(stacks.size(), 1U);
        QCOMPARE(stacks[0].kind, Stack::Kind::Volume);
        QVERIFY(inOrder(stacks[0], 4, 6));
        QCOMPARE(stacks[0].dimensions, std::vector{Dimension::Temporal});
        QCOMPARE(valuesOf(stacks[0], 0), (QList<double>{1, 2, 3, 4}));
        QCOMPARE(stacks[0].points[3].seconds.value(), 7.5);
        QVERIFY(stacks[0].geometry.regular());
        QVERIFY2(stacks[0].notes.isEmpty(), qPrintable(stacks[0].notes.join(u' ')));
    }

    // The heart does not beat to the millisecond: every slice has trigger times of its own.
    void triggerTimesBySlice()
    {
        const Phantom p = fourD(5, 4, [](ImageDescription &image, int point, int slice) {
            image.shared.triggerTime = point * 40 + slice * 1.7 + 3;
        });
        const auto stacks = stacksOf(p);
        QCOMPARE(stacks.size(), 1U);
        QVERIFY(inOrder(stacks[0], 5, 4));
        QCOMPARE(stacks[0].dimensions, std::vector{Dimension::Trigger});
        QVERIFY(std::abs(stacks[0].points[1].values[0] - 46) < 5);
    }

    void triggerTimesOfVolumes()
    {
        const Phantom p = fourD(3, 4, [](ImageDescription &image, int point, int) {
            image.shared.triggerTime = (2 - point) * 250; // made backwards
        });
        const auto stacks = stacksOf(p);
        QCOMPARE(stacks[0].points.size(), 3U);
        QCOMPARE(valuesOf(stacks[0], 0), (QList<double>{0, 250, 500}));
        QCOMPARE(instanceAt(stacks[0], 0, 0), 8);
    }

    void diffusion()
    {
        const Vec3 directions[] = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        // b 0, then 500 and 1000 in three directions each.
        const Phantom p = fourD(7, 5, [&](ImageDescription &image, int point, int) {
            image.shared.bValue = point == 0 ? 0 : point <= 3 ? 500 : 1000;
            if (point > 0)
                image.shared.gradient = directions[(point - 1) % 3];
        });
        const auto stacks = stacksOf(p);
        QCOMPARE(stacks.size(), 1U);
        QVERIFY(inOrder(stacks[0], 7, 5));
        QCOMPARE(stacks[0].dimensions, (std::vector{Dimension::BValue, Dimension::Gradient}));
        QCOMPARE(valuesOf(stacks[0], 0), (QList<double>{0, 500, 500, 500, 1000, 1000, 1000}));
        QVERIFY(std::isnan(stacks[0].points[0].values[1]));
        QCOMPARE(stacks[0].points[5].values[1], 2.0);
        QCOMPARE(stacks[0].points[5].gradient.value(), (Vec3{0, 1, 0}));
    }

    // The same b-value several times, as for averages; told apart by time.
    void repeatedDiffusion()
    {
        const Phantom p = fourD(4, 5, [](ImageDescription &image, int point, int slice) {
            image.shared.bValue = point < 2 ? 0 : 800;
            image.shared.acquisitionTime = 1000 + point * 30 + slice * 2;
        });
        const auto stacks = stacksOf(p);
        QCOMPARE(stacks.size(), 1U);
        QVERIFY(inOrder(stacks[0], 4, 5));
        QCOMPARE(stacks[0].dimensions, (std::vector{Dimension::BValue, Dimension::Time}));
        QCOMPARE(valuesOf(stacks[0], 1), (QList<double>{0, 30, 60, 90}));
    }

    void echoes()
    {
        const Phantom p = fourD(
            2, 5, [](ImageDescription &image, int point, int) { image.shared.echoTime = point == 0 ? 2.3 : 4.6; });
        const auto stacks = stacksOf(p);
        QCOMPARE(stacks.size(), 1U);
        QCOMPARE(stacks[0].dimensions, std::vector{Dimension::Echo});
        QCOMPARE(valuesOf(stacks[0], 0), (QList<double>{2.3, 4.6}));
    }

    // A perfusion CT that tells nothing but the time of each slice.
    void acquisitionTimes()
    {
        const Phantom p = fourD(20, 8, [](ImageDescription &image, int point, int slice) {
            image.shared.acquisitionTime = 100 + point * 1.5 + slice * 0.05;
        });
        const auto stacks = stacksOf(p);
        QCOMPARE(stacks.size(), 1U);
        QVERIFY(inOrder(stacks[0], 20, 8));
        QCOMPARE(stacks[0].dimensions, std::vector{Dimension::Time});
        QCOMPARE(stacks[0].points[19].values[0], 28.5);
        QVERIFY(!stacks[0].notes.contains(QStringLiteral("told-apart-by-order")));
    }

    void acquisitionNumbers()
    {
        const Phantom p =
            fourD(2, 5, [](ImageDescription &image, int point, int) { image.acquisitionNumber = point + 3; });
        const auto stacks = stacksOf(p);
        QCOMPARE(stacks.size(), 1U);
        QCOMPARE(stacks[0].dimensions, std::vector{Dimension::Acquisition});
        QCOMPARE(valuesOf(stacks[0], 0), (QList<double>{3, 4}));
    }

    // Nothing but instance numbers: by volume, or by slice.
    void orderAlone_data()
    {
        QTest::addColumn<bool>("bySlice");
        QTest::newRow("one volume after the other") << false;
        QTest::newRow("all of a slice, then the next") << true;
    }
    void orderAlone()
    {
        QFETCH(bool, bySlice);
        const Phantom p = fourD(3, 5, [&](ImageDescription &image, int point, int slice) {
            image.instanceNumber = bySlice ? slice * 3 + point + 1 : point * 5 + slice + 1;
        });
        const auto stacks = stacksOf(p);
        QCOMPARE(stacks.size(), 1U);
        QVERIFY(inOrder(stacks[0], 3, 5));
        QCOMPARE(stacks[0].dimensions, std::vector{Dimension::Order});
        QVERIFY(stacks[0].notes.contains(QStringLiteral("told-apart-by-order")));
    }

    // The field of view was moved between two phases: one geometry cannot hold for both.
    void movedPhase()
    {
        const Phantom p = fourD(3, 5, [](ImageDescription &image, int point, int) {
            image.shared.temporalIndex = point;
            if (point == 2)
                (*image.shared.position)[0] += 1.5;
        });
        const auto stacks = stacksOf(p);
        QCOMPARE(stacks.size(), 2U);
        QCOMPARE(stacks[0].points.size(), 2U);
        QCOMPARE(stacks[1].points.size(), 1U);
        QCOMPARE(stacks[1].geometry.first.origin[0], 1.5);
    }

    // Fat and water are two volumes, not two moments of one.
    void imageTypesSplit()
    {
        const Phantom p = fourD(2, 5, [](ImageDescription &image, int point, int) {
            image.imageType << (point == 0 ? QStringLiteral("FAT") : QStringLiteral("WATER"));
        });
        const auto stacks = stacksOf(p);
        QCOMPARE(stacks.size(), 2U);
        for (const Stack &stack : stacks) {
            QVERIFY(!stack.is4D());
            QCOMPARE(stack.frames(), 5);
            QVERIFY(stack.geometry.regular());
        }
    }

    void labelsSplit()
    {
        const Phantom p = fourD(2, 5, [](ImageDescription &image, int point, int) {
            image.shared.label = point == 0 ? QStringLiteral("MAGNITUDE") : QStringLiteral("PHASE");
        });
        QCOMPARE(stacksOf(p).size(), 2U);
    }

    // Two types, each in three phases.
    void typesOfPhases()
    {
        const Phantom p = fourD(6, 5, [](ImageDescription &image, int point, int) {
            image.imageType << (point < 3 ? QStringLiteral("M") : QStringLiteral("P"));
            image.shared.temporalIndex = point % 3;
        });
        const auto stacks = stacksOf(p);
        QCOMPARE(stacks.size(), 2U);
        QCOMPARE(stacks[0].points.size(), 3U);
        QCOMPARE(stacks[1].points.size(), 3U);
    }

    // The scan was stopped in the middle of the last phase.
    void unfinishedPoint()
    {
        Phantom p = fourD(4, 6, [](ImageDescription &image, int point, int) { image.shared.temporalIndex = point; });
        p.images.resize(21);
        p.pixels.resize(21);
        const auto stacks = stacksOf(p);
        QCOMPARE(stacks.size(), 2U);
        QCOMPARE(stacks[0].points.size(), 3U);
        QCOMPARE(stacks[1].frames(), 3);
        QVERIFY(stacks[1].notes.contains(QStringLiteral("partial-point")));
    }

    void unfinishedPointByTime()
    {
        Phantom p = fourD(4, 6, [](ImageDescription &image, int point, int slice) {
            image.shared.acquisitionTime = point * 20 + slice;
        });
        p.images.resize(21);
        p.pixels.resize(21);
        const auto stacks = stacksOf(p);
        QCOMPARE(stacks.size(), 2U);
        QVERIFY(inOrder(stacks[0], 3, 6));
        QVERIFY(stacks[1].notes.contains(QStringLiteral("split-overlapping")));
    }

    // A slice was scanned again: it is shown, and the volume stays whole.
    void repeatedSlice()
    {
        Phantom p = stackOf(axial, 12, 3);
        p.add(axial, {-10, -20, -30 + 5 * 3.0});
        const auto stacks = stacksOf(p);
        QCOMPARE(stacks.size(), 2U);
        QCOMPARE(stacks[0].frames(), 12);
        QCOMPARE(instanceAt(stacks[0], 0, 5), 5);
        QCOMPARE(stacks[1].kind, Stack::Kind::Pictures);
        QCOMPARE(stacks[1].points[0].frames[0].instance, 12);
    }

    // Two scans of the same part in one series, half a slice apart.
    void pushedIntoEachOther()
    {
        Phantom p = stackOf(axial, 10, 3);
        for (int i = 0; i < 10; ++i)
            p.add(axial, {-10, -20, -30 + i * 3.0 + 1.1}).acquisitionNumber = 2;
        const auto stacks = stacksOf(p);
        QCOMPARE(stacks.size(), 2U);
        for (const Stack &stack : stacks) {
            QCOMPARE(stack.frames(), 10);
            QVERIFY(stack.geometry.regular());
        }
    }

    // Odd and even slices of one scan are acquired in two passes: one volume.
    void interleavedPassesAreOne()
    {
        Phantom p = stackOf(axial, 12, 3);
        for (std::size_t i = 0; i < 12; ++i)
            p.images[i].acquisitionNumber = int(i % 2);
        const auto stacks = stacksOf(p);
        QCOMPARE(stacks.size(), 1U);
        QVERIFY(stacks[0].geometry.regular());
        QVERIFY(!stacks[0].is4D());
    }

    // Head CT: thin slices below, thick ones above, one slice a rotation.
    void slabsStayTogether()
    {
        Phantom p;
        for (int i = 0; i < 14; ++i)
            p.add(axial, {0, 0, i * 4.0}).acquisitionNumber = i;
        for (int i = 0; i < 14; ++i) {
            ImageDescription &image = p.add(axial, {0, 0, 53.1 + i * 7.0});
            image.acquisitionNumber = 20 + i / 2;
            image.shared.thickness = 7;
        }
        const auto stacks = stacksOf(p);
        QCOMPARE(stacks.size(), 1U);
        QCOMPARE(stacks[0].frames(), 28);
    }

    // Overlapping ends of two spirals: both are kept whole.
    void overlappingSpirals()
    {
        Phantom p = stackOf(axial, 20, 2);
        for (ImageDescription &image : p.images)
            image.acquisitionNumber = 1;
        for (int i = 0; i < 20; ++i)
            p.add(axial, {-10, -20, -30 + (i + 17) * 2.0}).acquisitionNumber = 2;
        const auto stacks = stacksOf(p);
        QCOMPARE(stacks.size(), 2U);
        for (const Stack &stack : stacks) {
            QCOMPARE(stack.frames(), 20);
            QVERIFY(stack.geometry.regular());
        }
    }

    void leaningPhases()
    {
        Plane3 plane;
        plane.column = {0, std::cos(0.3), std::sin(0.3)};
        Phantom p;
        for (int point = 0; point < 3; ++point) {
            for (int slice = 0; slice < 8; ++slice)
                p.add(plane, {0, 0, slice * 4.0}).shared.temporalIndex = point;
        }
        const auto stacks = stacksOf(p);
        QCOMPARE(stacks.size(), 1U);
        QVERIFY(inOrder(stacks[0], 3, 8));
        QVERIFY(stacks[0].geometry.sheared);
    }

    void oneSliceOverTimeIsALoop()
    {
        Phantom p;
        for (int i = 0; i < 25; ++i)
            p.add(axial, {0, 0, 7}).shared.triggerTime = (24 - i) * 30;
        const auto stacks = stacksOf(p);
        QCOMPARE(stacks.size(), 1U);
        QCOMPARE(stacks[0].kind, Stack::Kind::Pictures);
        QVERIFY(stacks[0].cine);
        QCOMPARE(instanceAt(stacks[0], 0, 0), 24);
        QCOMPARE(stacks[0].dimensions, std::vector{Dimension::Trigger});
    }

    // Enhanced: all in one instance, time running fastest.
    void multiFrameOverTime()
    {
        Phantom p;
        ImageDescription &image = p.add(axial, {0, 0, 0});
        image.frames = 12;
        for (int i = 0; i < 12; ++i) {
            FrameInfo own;
            own.position = Vec3{0, 0, (i / 3) * 2.0};
            own.temporalIndex = i % 3 + 1;
            own.stack = 0;
            image.perFrame.push_back(own);
        }
        const auto stacks = stacksOf(p);
        QCOMPARE(stacks.size(), 1U);
        QCOMPARE(stacks[0].points.size(), 3U);
        QCOMPARE(stacks[0].points[1].frames[2].frame, 7);
    }

    void stackIdsSplit()
    {
        Phantom p;
        ImageDescription &image = p.add(axial, {0, 0, 0});
        image.frames = 12;
        for (int i = 0; i < 12; ++i) {
            FrameInfo own;
            own.position = Vec3{0, 0, i * 2.0};
            own.stack = i / 6;
            image.perFrame.push_back(own);
        }
        QCOMPARE(stacksOf(p).size(), 2U);
        // A number for each frame says nothing.
        for (int i = 0; i < 12; ++i)
            p.images[0].perFrame[std::size_t(i)].stack = i;
        QCOMPARE(stacksOf(p).size(), 1U);
    }

    // Every image of a scan on its own place keeps that scan whole, whatever numbers its images have.
    void numbersDoNotSplitWhatIsSound()
    {
        Phantom p = stackOf(axial, 15, 2);
        for (std::size_t i = 0; i < 15; ++i) {
            p.images[i].acquisitionNumber = int(i / 4);
            p.images[i].shared.temporalIndex = double(i % 2);
            p.images[i].shared.echoTime = double(i);
            p.images[i].shared.acquisitionTime = double(i * 7 % 15);
        }
        const auto stacks = stacksOf(p);
        QCOMPARE(stacks.size(), 1U);
        QVERIFY(!stacks[0].is4D());
        QVERIFY(stacks[0].notes.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestGeometryStacks)
#include "tst_geometry_stacks.moc"
