// SPDX-License-Identifier: Apache-2.0
#include "imaging/MeasurePhantom.h"
#include "measure/MeasureGeometry.h"

#include <QTest>
#include <limits>
#include <numbers>

using namespace Chartline::Test;
using namespace Chartline::Imaging;
using namespace Qt::StringLiterals;
using Kind = Figure::Kind;

namespace {

const std::array<Vec3, 3> s_leaning{
    normalized(Vec3{0.9, 0.3, 0.1}),
    normalized(cross(cross(Vec3{0.9, 0.3, 0.1}, Vec3{-0.2, 0.8, 0.5}), Vec3{0.9, 0.3, 0.1})),
    normalized(cross(Vec3{0.9, 0.3, 0.1}, Vec3{-0.2, 0.8, 0.5}))};

double slope(const Vec3 &p)
{
    return 3 * p[0] - 2 * p[1] + p[2];
}

Measurement measured(MeasureKind kind, std::vector<Vec3> points, MeasureSpace space = MeasureSpace::Patient)
{
    return {kind, space, std::move(points)};
}

} // namespace

class TestMeasure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lengthsAndAngles_data();
    void lengthsAndAngles();
    void ellipseOnANativePlane_data();
    void ellipseOnANativePlane();
    void rectangleCountsItsVoxels();
    void freehandLikeItsPolygon();
    void crossedOutlineHasNoArea();
    void obliqueRegion();
    void valuesAgainstEveryVoxel();
    void paddingDoesNotTakePart();
    void outsideThereAreNoValues();
    void probe();
    void unsoundPoints_data();
    void unsoundPoints();
    void extremePointsEnd();
    void planesAreCrossed();
    void namesReadBack();
};

void TestMeasure::lengthsAndAngles_data()
{
    QTest::addColumn<MeasureKind>("kind");
    QTest::addColumn<std::vector<Vec3>>("points");
    QTest::addColumn<Kind>("figure");
    QTest::addColumn<double>("expected");
    QTest::addColumn<QString>("unit");
    using P = std::vector<Vec3>;
    QTest::newRow("length") << MeasureKind::Length << P{{10, 20, 400}, {13, 24, 412}} << Kind::Length << 13.0
                            << u"mm"_s;
    QTest::newRow("right angle") << MeasureKind::Angle << P{{5, 0, 7}, {0, 0, 7}, {0, 3, 7}} << Kind::Angle << 90.0
                                 << u"deg"_s;
    QTest::newRow("obtuse") << MeasureKind::Angle << P{{5, 0, 0}, {0, 0, 0}, {-1, 1, 0}} << Kind::Angle << 135.0
                            << u"deg"_s;
    QTest::newRow("no angle") << MeasureKind::Angle << P{{5, 0, 0}, {5, 0, 0}, {-1, 1, 0}} << Kind::Angle << 0.0
                              << u"deg"_s;
    QTest::newRow("cobb") << MeasureKind::Cobb << P{{0, 0, 0}, {10, 0, 0}, {0, 50, 0}, {10, 50 + 10 * std::tan(0.5), 0}}
                          << Kind::Angle << 0.5 * 180 / std::numbers::pi << u"deg"_s;
    QTest::newRow("cobb, one drawn backwards")
        << MeasureKind::Cobb << P{{10, 0, 0}, {0, 0, 0}, {0, 50, 0}, {10, 50 + 10 * std::tan(0.5), 0}} << Kind::Angle
        << 0.5 * 180 / std::numbers::pi << u"deg"_s;
    const P axes{{0, 0, 0}, {6, 0, 0}, {3, -7, 0}, {3, 7, 0}};
    QTest::newRow("long axis drawn second") << MeasureKind::Bidirectional << axes << Kind::LongAxis << 14.0 << u"mm"_s;
    QTest::newRow("short axis drawn first") << MeasureKind::Bidirectional << axes << Kind::ShortAxis << 6.0 << u"mm"_s;
}

void TestMeasure::lengthsAndAngles()
{
    QFETCH(const MeasureKind, kind);
    QFETCH(const std::vector<Vec3>, points);
    QFETCH(const Kind, figure);
    QFETCH(const double, expected);
    QFETCH(const QString, unit);
    const VolumePtr volume = measurePhantom(slope);
    const auto figures = figuresOf(measured(kind, points), *volume);
    QVERIFY(figures);
    QVERIFY2(std::abs(value(*figures, figure) - expected) < 1e-9, qPrintable(QString::number(value(*figures, figure))));
    QCOMPARE(unitOf(*figures, figure), unit);
    QCOMPARE(lengthsOf(measured(kind, points)), *figures);
}

void TestMeasure::ellipseOnANativePlane_data()
{
    QTest::addColumn<std::array<Vec3, 3>>("axes");
    QTest::addColumn<int>("across"); // the grid's axis the region is seen along
    using Axes = std::array<Vec3, 3>;
    QTest::newRow("axial") << Axes{Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, 1}} << 2;
    QTest::newRow("axial volume cut coronally") << Axes{Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, 1}} << 1;
    QTest::newRow("sagittal, left-handed") << Axes{Vec3{0, 1, 0}, Vec3{0, 0, -1}, Vec3{1, 0, 0}} << 2;
    QTest::newRow("coronal cut sagittally") << Axes{Vec3{1, 0, 0}, Vec3{0, 0, -1}, Vec3{0, 1, 0}} << 0;
    QTest::newRow("leaning") << s_leaning << 2;
}

// In a field that rises evenly the mean of a region is the value in its middle, and the deviation is known.
void TestMeasure::ellipseOnANativePlane()
{
    using Axes = std::array<Vec3, 3>;
    QFETCH(const Axes, axes);
    QFETCH(const int, across);
    MeasureGrid grid;
    grid.axes = axes;
    grid.spacing = {0.8, 0.7, 0.9};
    grid.size = {80, 80, 80};
    const VolumePtr volume = measurePhantom(slope, grid);
    const std::size_t i = std::size_t(across + 1) % 3;
    const std::size_t j = std::size_t(across + 2) % 3;
    const Vec3 middle = voxel(*volume, 38, 41, 40);
    const double a = 15;
    const double b = 9;
    const auto figures = figuresOf(ellipse(middle, axes[i] * a, axes[j] * b), *volume);
    QVERIFY(figures);
    const double area = std::numbers::pi * a * b;
    QVERIFY(std::abs(value(*figures, Kind::Area) - area) < 1e-6);
    QCOMPARE(unitOf(*figures, Kind::Area), u"mm2"_s);
    QCOMPARE(unitOf(*figures, Kind::Mean), u"HU"_s);
    QVERIFY(std::abs(value(*figures, Kind::Mean) - slope(middle)) < 0.05);
    const double pixel = grid.spacing[i] * grid.spacing[j];
    QVERIFY(std::abs(value(*figures, Kind::Pixels) * pixel / area - 1) < 0.02);
    // A disc's second moment along each axis is a quarter of the semi-axis squared.
    const double along = slope(axes[i]) * a / 2;
    const double over = slope(axes[j]) * b / 2;
    QVERIFY(std::abs(value(*figures, Kind::StandardDeviation) / std::hypot(along, over) - 1) < 0.02);
    const double reach = std::hypot(slope(axes[i]) * a, slope(axes[j]) * b);
    QVERIFY(value(*figures, Kind::Maximum) <= slope(middle) + reach + 1e-3);
    QVERIFY(value(*figures, Kind::Maximum) > slope(middle) + reach - 4);
    QVERIFY(value(*figures, Kind::Minimum) >= slope(middle) - reach - 1e-3);
}

// Corners between voxels: exactly those within are counted, also where the region is not quite on its slice.
void TestMeasure::rectangleCountsItsVoxels()
{
    const VolumePtr volume = measurePhantom(slope);
    for (const double off : {0.0, 0.45, -0.45}) {
        const Vec3 corner = voxel(*volume, 9.5, 19.5, 7 + off);
        const auto figures = figuresOf(rectangle(corner, {0.8 * 12, 0, 0}, {0, 0.8 * 5, 0}), *volume);
        QVERIFY(figures);
        QCOMPARE(value(*figures, Kind::Pixels), 60);
        QVERIFY(std::abs(value(*figures, Kind::Area) - 0.8 * 12 * 0.8 * 5) < 1e-9);
        QVERIFY(std::abs(value(*figures, Kind::Mean) - slope(voxel(*volume, 15.5, 22, 7))) < 1e-3);
        QVERIFY(std::abs(value(*figures, Kind::Minimum) - slope(voxel(*volume, 10, 24, 7))) < 1e-3);
    }
}

void TestMeasure::freehandLikeItsPolygon()
{
    const VolumePtr volume = measurePhantom(slope);
    // An L: 20 by 20 mm without a quarter.
    const Vec3 corner = voxel(*volume, 20.5, 20.5, 12);
    std::vector<Vec3> points;
    for (const auto &[x, y] :
         std::vector<std::pair<double, double>>{{0, 0}, {20, 0}, {20, 10}, {10, 10}, {10, 20}, {0, 20}})
        points.push_back(corner + Vec3{x, y, 0});
    const auto figures = figuresOf(measured(MeasureKind::Freehand, points), *volume);
    QVERIFY(figures);
    QVERIFY(std::abs(value(*figures, Kind::Area) - 300) < 1e-9);
    QVERIFY(std::abs(value(*figures, Kind::Pixels) * 0.64 - 300) < 12);
    // The middle of an L of three squares.
    const Vec3 middle = corner + Vec3{(5 + 15 + 5) / 3.0, (5 + 5 + 15) / 3.0, 0};
    QVERIFY(std::abs(value(*figures, Kind::Mean) - slope(middle)) < 1);
}

void TestMeasure::crossedOutlineHasNoArea()
{
    const VolumePtr volume = measurePhantom(slope);
    const Vec3 c = voxel(*volume, 30, 30, 12);
    const auto figures = figuresOf(
        measured(MeasureKind::Freehand, {c, c + Vec3{10, 10, 0}, c + Vec3{10, 0, 0}, c + Vec3{0, 9, 0}}), *volume);
    QVERIFY(figures);
    QCOMPARE(unitOf(*figures, Kind::Area), u"absent"_s);
    QVERIFY(value(*figures, Kind::Pixels) > 10);
}

void TestMeasure::obliqueRegion()
{
    const VolumePtr volume = measurePhantom(slope);
    const Vec3 a = normalized({1, 0.4, 0.5});
    const Vec3 b = normalized(cross(a, {0.3, -0.2, 1}));
    const Vec3 middle = voxel(*volume, 47, 40, 11.3);
    const auto figures = figuresOf(ellipse(middle, a * 12, b * 8), *volume);
    QVERIFY(figures);
    QVERIFY(std::abs(value(*figures, Kind::Mean) - slope(middle)) < 0.3);
    QVERIFY(std::abs(value(*figures, Kind::Pixels) * 0.64 / value(*figures, Kind::Area) - 1) < 0.03);
    QVERIFY(std::abs(value(*figures, Kind::StandardDeviation) / std::hypot(slope(a) * 6, slope(b) * 4) - 1) < 0.03);
}

// Noise: against sums made here from every voxel of the slice.
void TestMeasure::valuesAgainstEveryVoxel()
{
    quint32 seed = 12345;
    const VolumePtr volume = measurePhantom([&](const Vec3 &) {
        seed = seed * 1664525U + 1013904223U;
        return double(seed >> 20) - 2048;
    });
    const Vec3 middle = voxel(*volume, 44.2, 39.7, 9.1);
    const auto figures = figuresOf(ellipse(middle, {14, 0, 0}, {0, 6.5, 0}), *volume);
    QVERIFY(figures);
    std::vector<double> inside;
    for (int y = 0; y < volume->size[1]; ++y) {
        for (int x = 0; x < volume->size[0]; ++x) {
            const Vec3 p = voxel(*volume, x, y, 9) - middle;
            if (p[0] * p[0] / (14 * 14) + p[1] * p[1] / (6.5 * 6.5) <= 1)
                inside.push_back(volume->value(x, y, 9));
        }
    }
    double sum = 0;
    for (const double v : inside)
        sum += v;
    const double mean = sum / double(inside.size());
    double squares = 0;
    for (const double v : inside)
        squares += (v - mean) * (v - mean);
    QCOMPARE(value(*figures, Kind::Pixels), double(inside.size()));
    QVERIFY(std::abs(value(*figures, Kind::Mean) - mean) < 1e-9);
    QVERIFY(std::abs(value(*figures, Kind::StandardDeviation) - std::sqrt(squares / double(inside.size() - 1))) < 1e-9);
    QCOMPARE(value(*figures, Kind::Minimum), std::ranges::min(inside));
    QCOMPARE(value(*figures, Kind::Maximum), std::ranges::max(inside));
}

void TestMeasure::paddingDoesNotTakePart()
{
    auto volume = std::make_shared<Volume>(*measurePhantom([](const Vec3 &p) { return p[0] > 12 ? -2000.0 : 50.0; }));
    volume->padding = -2000;
    const auto figures = figuresOf(ellipse(voxel(*volume, 47.5, 40, 10), {10, 0, 0}, {0, 10, 0}), *volume);
    QVERIFY(figures);
    QCOMPARE(value(*figures, Kind::Minimum), 50);
    QCOMPARE(value(*figures, Kind::StandardDeviation), 0);
    QVERIFY(std::abs(value(*figures, Kind::Pixels) * 0.64 - std::numbers::pi * 50) < 5);
}

void TestMeasure::outsideThereAreNoValues()
{
    const VolumePtr volume = measurePhantom(slope);
    const auto figures = figuresOf(ellipse({900, 0, 400}, {10, 0, 0}, {0, 10, 0}), *volume);
    QVERIFY(figures);
    QCOMPARE(unitOf(*figures, Kind::Mean), u"absent"_s);
    QCOMPARE(unitOf(*figures, Kind::Area), u"mm2"_s);
    const auto above = figuresOf(ellipse(voxel(*volume, 40, 40, 25), {10, 0, 0}, {0, 10, 0}), *volume);
    QVERIFY(above);
    QCOMPARE(unitOf(*above, Kind::Pixels), u"absent"_s);
    const auto probe = figuresOf(measured(MeasureKind::Probe, {{900, 0, 0}}), *volume);
    QVERIFY(probe && probe->isEmpty());
}

void TestMeasure::probe()
{
    const VolumePtr volume = measurePhantom(slope);
    const Vec3 at = voxel(*volume, 20.3, 31.8, 9.5);
    const auto figures = figuresOf(measured(MeasureKind::Probe, {at}), *volume);
    QVERIFY(figures);
    QVERIFY(std::abs(value(*figures, Kind::Value) - slope(at)) < 1e-2);
    QCOMPARE(unitOf(*figures, Kind::Value), u"HU"_s);
}

void TestMeasure::unsoundPoints_data()
{
    QTest::addColumn<Measurement>("measurement");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double inf = std::numeric_limits<double>::infinity();
    const Vec3 o{0, 0, 0};
    QTest::newRow("none") << measured(MeasureKind::Length, {});
    QTest::newRow("one of two") << measured(MeasureKind::Length, {o});
    QTest::newRow("three of two") << measured(MeasureKind::Length, {o, o, o});
    QTest::newRow("not a number") << measured(MeasureKind::Length, {o, {nan, 0, 0}});
    QTest::newRow("infinite") << measured(MeasureKind::Probe, {{0, inf, 0}});
    QTest::newRow("absurdly far") << measured(MeasureKind::Length, {o, {1e9, 0, 0}});
    QTest::newRow("axes that do not meet")
        << measured(MeasureKind::Ellipse, {{0, 0, 0}, {10, 0, 0}, {50, 0, 0}, {50, 10, 0}});
    QTest::newRow("no rectangle") << measured(MeasureKind::Rectangle, {{0, 0, 0}, {10, 0, 0}, {30, 10, 0}, {0, 10, 0}});
    QTest::newRow("outline out of its plane")
        << measured(MeasureKind::Freehand, {{0, 0, 0}, {10, 0, 5}, {10, 10, -5}, {0, 10, 5}});
    QTest::newRow("outline too long") << measured(MeasureKind::Freehand,
                                                  std::vector<Vec3>(mostOutlinePoints + 1, Vec3{1, 2, 3}));
    QTest::newRow("of a picture") << measured(MeasureKind::Length, {o, {1, 1, 0}}, MeasureSpace::Picture);
    QTest::newRow("unknown kind") << measured(MeasureKind(99), {o});
}

void TestMeasure::unsoundPoints()
{
    QFETCH(const Measurement, measurement);
    const VolumePtr volume = measurePhantom(slope);
    const auto figures = figuresOf(measurement, *volume);
    QVERIFY(!figures);
    QCOMPARE(figures.error().code, FailureCode::Corrupt);
    QVERIFY(lengthsOf(measurement).isEmpty());
    QVERIFY(!RegionShape::of(measurement) || measurement.space == MeasureSpace::Picture);
}

// As large as is allowed: bounded by the volume, however it lies.
void TestMeasure::extremePointsEnd()
{
    const VolumePtr volume = measurePhantom(slope);
    const auto axial = figuresOf(ellipse({0, 0, 400}, {5e5, 0, 0}, {0, 5e5, 0}), *volume);
    QVERIFY(axial);
    QCOMPARE(value(*axial, Kind::Pixels), 96.0 * 80);
    const auto leaning = figuresOf(ellipse({12, -30, 400}, {4e5, 3e5, 1e5}, {-1e5, 2e5, -2e5}), *volume);
    QVERIFY(leaning);
    QVERIFY(value(*leaning, Kind::Pixels) > 100);
    const auto flat = figuresOf(ellipse({0, 0, 400}, {10, 0, 0}, {20, 0, 0}), *volume);
    QVERIFY(flat);
    QCOMPARE(value(*flat, Kind::Area), 0);
    Volume nothing;
    QVERIFY(figuresOf(ellipse({0, 0, 0}, {10, 0, 0}, {0, 5, 0}), nothing));
}

void TestMeasure::planesAreCrossed()
{
    const Measurement line = measured(MeasureKind::Length, {{0, 0, -4}, {10, 0, 6}});
    const auto found = crossings(line, {0, 0, 1}, {0, 0, 1}, 0.5);
    QCOMPARE(found.size(), 1);
    QVERIFY(length(found[0] - Vec3{5, 0, 1}) < 1e-9);
    QVERIFY(crossings(line, {0, 0, 7}, {0, 0, 1}, 0.5).empty());
    const Measurement round = ellipse({0, 0, 0}, {10, 0, 0}, {0, 0, 10});
    const auto twice = crossings(round, {0, 0, 0}, {0, 0, 1}, 0.5);
    QCOMPARE(twice.size(), 2);
    for (const Vec3 &point : twice)
        QVERIFY(std::abs(std::abs(point[0]) - 10) < 0.05);
    // In the plane it does not cross it.
    QVERIFY(crossings(round, {0, 0.2, 0}, {0, 1, 0}, 0.5).empty());
}

void TestMeasure::namesReadBack()
{
    for (int i = 0; i < measureKindCount; ++i)
        QCOMPARE(measureKindOf(nameOf(MeasureKind(i))), MeasureKind(i));
    for (int i = 0; i < figureKindCount; ++i)
        QCOMPARE(figureKindOf(nameOf(Kind(i))), Kind(i));
    QVERIFY(!measureKindOf(u"volume"_s));
    QVERIFY(!figureKindOf(QString()));
}

QTEST_APPLESS_MAIN(TestMeasure)
#include "tst_measure.moc"
