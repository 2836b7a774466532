// SPDX-License-Identifier: Apache-2.0
#include "volume/Orientation.h"
#include "volume/Volume.h"

#include <QTest>
#include <cmath>
#include <limits>
#include <numbers>

using namespace Chartline::Imaging;

Q_DECLARE_METATYPE(Chartline::Imaging::Vec3)
Q_DECLARE_METATYPE(Chartline::Imaging::PlaneName)

namespace {

double rad(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

QString edges(const ViewAxes &axes)
{
    const EdgeLetters e = axes.letters();
    return QStringList{e.left, e.right, e.top, e.bottom}.join(u' ');
}

} // namespace

class TestGeometryOrientation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letters_data()
    {
        QTest::addColumn<Vec3>("direction");
        QTest::addColumn<QString>("expected");
        QTest::newRow("left") << Vec3{1, 0, 0} << QStringLiteral("L");
        QTest::newRow("right") << Vec3{-2, 0, 0} << QStringLiteral("R");
        QTest::newRow("back") << Vec3{0, 0.5, 0} << QStringLiteral("P");
        QTest::newRow("front") << Vec3{0, -1, 0} << QStringLiteral("A");
        QTest::newRow("head") << Vec3{0, 0, 1} << QStringLiteral("H");
        QTest::newRow("feet") << Vec3{0, 0, -1} << QStringLiteral("F");
        QTest::newRow("a little off is one letter")
            << Vec3{std::cos(rad(11)), std::sin(rad(11)), 0} << QStringLiteral("L");
        QTest::newRow("more off is two") << Vec3{std::cos(rad(12)), std::sin(rad(12)), 0} << QStringLiteral("LP");
        QTest::newRow("strongest first") << Vec3{-0.4, 0, 0.9} << QStringLiteral("HR");
        QTest::newRow("gantry tilt") << Vec3{0, std::cos(rad(18.5)), -std::sin(rad(18.5))} << QStringLiteral("PF");
        QTest::newRow("three") << Vec3{-0.6, -0.5, 0.62} << QStringLiteral("HRA");
        QTest::newRow("equal parts keep one order") << Vec3{1, 1, 1} << QStringLiteral("LPH");
        QTest::newRow("zero") << Vec3{0, 0, 0} << QString();
        QTest::newRow("broken") << Vec3{std::numeric_limits<double>::quiet_NaN(), 0, 1} << QString();
        QTest::newRow("infinite") << Vec3{std::numeric_limits<double>::infinity(), 0, 1} << QString();
    }
    void letters()
    {
        QFETCH(Vec3, direction);
        QTEST(directionLetters(direction), "expected");
    }

    // Each way a patient can lie in a picture whose sides are along the axes: left, right, top, bottom.
    void sixOrientations_data()
    {
        QTest::addColumn<Vec3>("right");
        QTest::addColumn<Vec3>("down");
        QTest::addColumn<QString>("expected");
        QTest::newRow("axial, seen from the feet") << Vec3{1, 0, 0} << Vec3{0, 1, 0} << QStringLiteral("R L A P");
        QTest::newRow("axial, seen from the head") << Vec3{-1, 0, 0} << Vec3{0, 1, 0} << QStringLiteral("L R A P");
        QTest::newRow("coronal, from the front") << Vec3{1, 0, 0} << Vec3{0, 0, -1} << QStringLiteral("R L H F");
        QTest::newRow("coronal, from behind") << Vec3{-1, 0, 0} << Vec3{0, 0, -1} << QStringLiteral("L R H F");
        QTest::newRow("sagittal, from the left") << Vec3{0, 1, 0} << Vec3{0, 0, -1} << QStringLiteral("A P H F");
        QTest::newRow("sagittal, from the right") << Vec3{0, -1, 0} << Vec3{0, 0, -1} << QStringLiteral("P A H F");
        QTest::newRow("oblique") << Vec3{0.8, 0.6, 0} << Vec3{0, 0, -1} << QStringLiteral("RA LP H F");
        QTest::newRow("tilted gantry") << Vec3{1, 0, 0} << Vec3{0, 0.9483, -0.3173} << QStringLiteral("R L AH PF");
    }
    void sixOrientations()
    {
        QFETCH(Vec3, right);
        QFETCH(Vec3, down);
        QTEST(edges(ViewAxes{right, down}), "expected");
    }

    void turnedAndFlipped()
    {
        const ViewAxes view; // R left, L right, A top, P bottom
        QCOMPARE(edges(view), QStringLiteral("R L A P"));
        // Clockwise: the top goes to the right, the right to the bottom.
        QCOMPARE(edges(view.rotated(90)), QStringLiteral("P A R L"));
        QCOMPARE(edges(view.rotated(180)), QStringLiteral("L R P A"));
        QCOMPARE(edges(view.rotated(-90)), edges(view.rotated(270)));
        QCOMPARE(edges(view.rotated(270)), QStringLiteral("A P L R"));
        QCOMPARE(edges(view.rotated(45)), QStringLiteral("RP LA RA LP"));
        QCOMPARE(edges(view.flippedHorizontally()), QStringLiteral("L R A P"));
        QCOMPARE(edges(view.flippedVertically()), QStringLiteral("R L P A"));
        QCOMPARE(edges(view.flippedHorizontally().flippedVertically()), edges(view.rotated(180)));
        // What is turned after flipping turns on the screen all the same: the top still goes to the right.
        QCOMPARE(edges(view.flippedHorizontally().rotated(90)), QStringLiteral("P A L R"));
        QCOMPARE(edges(view.rotated(90).flippedHorizontally()), QStringLiteral("A P R L"));
        QCOMPARE(edges(view.rotated(90).rotated(90).rotated(90).rotated(90)), edges(view));
    }

    // A flipped picture shows the mirror image, a turned one does not.
    void handedness()
    {
        const ViewAxes view;
        QVERIFY(length(view.normal() - view.rotated(37).normal()) < 1e-9);
        QVERIFY(length(view.normal() + view.flippedVertically().normal()) < 1e-9);
    }

    void planes_data()
    {
        QTest::addColumn<Vec3>("normal");
        QTest::addColumn<PlaneName>("expected");
        QTest::newRow("axial") << Vec3{0, 0, -1} << PlaneName::Axial;
        QTest::newRow("coronal") << Vec3{0, 1, 0} << PlaneName::Coronal;
        QTest::newRow("sagittal") << Vec3{-1, 0, 0} << PlaneName::Sagittal;
        QTest::newRow("tilted by 18.5") << Vec3{0, std::sin(rad(18.5)), std::cos(rad(18.5))} << PlaneName::Axial;
        QTest::newRow("tilted by 25") << Vec3{0, std::sin(rad(25)), std::cos(rad(25))} << PlaneName::Oblique;
        QTest::newRow("none") << Vec3{0, 0, 0} << PlaneName::Oblique;
    }
    void planes()
    {
        QFETCH(Vec3, normal);
        QTEST(planeOf(normal), "expected");
    }

    // A probe between voxels, at the edge of the grid and beside padding.
    void probing()
    {
        Volume volume;
        volume.size = {3, 2, 2};
        volume.type = SampleType::I16;
        volume.indexToPatient.columns = {Vec3{2, 0, 0}, Vec3{0, 0, -3}, Vec3{0, 4, 0}};
        volume.indexToPatient.translation = {10, 20, 30};
        volume.slope = 2;
        volume.intercept = -5;
        const qint16 values[] = {0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, -99};
        volume.data.resize(sizeof values);
        std::memcpy(volume.data.data(), values, sizeof values);
        QCOMPARE(volume.value(1, 1, 0), 75.0);
        QCOMPARE(volume.spacing(), (std::array<double, 3>{2, 3, 4}));
        QCOMPARE(volume.valueAt({10, 20, 30}).value(), -5.0);
        QCOMPARE(volume.valueAt({11, 20, 30}).value(), 5.0); // half way to 10
        QCOMPARE(volume.valueAt({11, 22, 28.5}).value(),
                 95.0); // the middle of eight voxels: 0, 10, 30, 40, 60, 70, 90, 100
        QCOMPARE(volume.valueAt({9.1, 20, 30}).value(), -5.0); // within the first voxel
        QVERIFY(!volume.valueAt({8.9, 20, 30}));
        QVERIFY(!volume.valueAt({15.1, 20, 30}));
        QVERIFY(!volume.valueAt({10, 20, std::numeric_limits<double>::quiet_NaN()}));
        volume.padding = -99;
        QVERIFY(!volume.valueAt({14, 24, 27})); // the padding itself
        QVERIFY(!volume.valueAt({13.2, 24, 27})); // nearer to it than to the value beside it
        QCOMPARE(volume.valueAt({12.8, 24, 27}).value(), 195.0); // padding does not pull it down
    }
};

QTEST_APPLESS_MAIN(TestGeometryOrientation)
#include "tst_geometry_orientation.moc"
