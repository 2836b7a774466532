// SPDX-License-Identifier: Apache-2.0
#include "scene/SliceColors.h"
#include "scene/SliceSampler.h"

#include <QTest>
#include <cmath>
#include <random>

using namespace Chartline::Imaging;

namespace {

// An oblique grid of its own value at each voxel: 100·x + 10·y + z.
Volume oblique()
{
    Volume volume;
    volume.size = {7, 6, 5};
    volume.type = SampleType::I16;
    volume.slope = 2;
    volume.intercept = -1000;
    const double a = 0.4;
    volume.indexToPatient.columns = {Vec3{std::cos(a) * 0.5, std::sin(a) * 0.5, 0},
                                     Vec3{-std::sin(a) * 0.5, std::cos(a) * 0.5, 0}, Vec3{0, 0, 3}};
    volume.indexToPatient.translation = {-12, 34, 56};
    volume.data.resize(std::size_t(volume.voxels()) * 2);
    auto *at = reinterpret_cast<qint16 *>(volume.data.data());
    for (int z = 0; z < volume.size[2]; ++z) {
        for (int y = 0; y < volume.size[1]; ++y) {
            for (int x = 0; x < volume.size[0]; ++x)
                *at++ = qint16(100 * x + 10 * y + z);
        }
    }
    return volume;
}

// The plane of the grid's own slice, one pixel a voxel.
SlicePlane nativePlane(const Volume &volume, double slice)
{
    SlicePlane plane;
    plane.right = normalized(volume.indexToPatient.columns[0]);
    plane.down = normalized(volume.indexToPatient.columns[1]);
    plane.mmPerPixel = length(volume.indexToPatient.columns[0]);
    plane.width = volume.size[0];
    plane.height = volume.size[1];
    plane.center = volume.indexToPatient.point({(volume.size[0] - 1) / 2.0, (volume.size[1] - 1) / 2.0, slice});
    return plane;
}

float expected(double x, double y, double z)
{
    return float((100 * x + 10 * y + z) * 2 - 1000);
}

// A marker at the patient's left, front and top.
Volume marked()
{
    Volume volume;
    volume.size = {9, 9, 9};
    volume.type = SampleType::U8;
    volume.indexToPatient.translation = {-4, -4, -4}; // centred, axes as the patient's
    volume.data.resize(729);
    const auto set = [&](int x, int y, int z, int value) {
        volume.data[std::size_t(x + 9 * (y + 9 * z))] = std::byte(value);
    };
    set(8, 4, 4, 10); // left
    set(4, 0, 4, 20); // front
    set(4, 4, 8, 30); // head
    return volume;
}

} // namespace

// Planes through volumes: values, sides, slabs, and what is drawn of them.
class TestSlice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void voxelCentresAreExact();
    void betweenVoxelsIsLinear();
    void nearestKeepsVoxels();
    void outsideIsNothing();
    void sidesOfThePatient_data();
    void sidesOfThePatient();
    void slabs_data();
    void slabs();
    void paddingIsNothing();
    void anotherSpace();
    void nonsenseIsRefused();
    void windowsFollowTheStandard_data();
    void windowsFollowTheStandard();
    void differenceShowsWhatChanged();
    void checkerTakesTurns();
    void blendIsBetween();
};

void TestSlice::voxelCentresAreExact()
{
    const Volume volume = oblique();
    for (int z = 0; z < volume.size[2]; ++z) {
        const auto slice = sampleSlice(volume, nativePlane(volume, z));
        QVERIFY(slice);
        for (int y = 0; y < volume.size[1]; ++y) {
            for (int x = 0; x < volume.size[0]; ++x)
                QCOMPARE(slice->values[std::size_t(y * 7 + x)], expected(x, y, z));
        }
    }
}

void TestSlice::betweenVoxelsIsLinear()
{
    const Volume volume = oblique();
    SlicePlane plane = nativePlane(volume, 1.25);
    plane.mmPerPixel /= 2;
    plane.width = 13;
    plane.height = 11;
    const auto slice = sampleSlice(volume, plane);
    QVERIFY(slice);
    for (int y = 0; y < 11; ++y) {
        for (int x = 0; x < 13; ++x)
            QVERIFY(std::abs(slice->values[std::size_t(y * 13 + x)] - expected(x / 2.0, y / 2.0, 1.25)) < 0.05);
    }
}

void TestSlice::nearestKeepsVoxels()
{
    const Volume volume = oblique();
    SlicePlane plane = nativePlane(volume, 2.4);
    plane.mmPerPixel /= 4;
    plane.width = 28;
    plane.height = 24;
    const auto slice = sampleSlice(volume, plane, {.nearest = true});
    QVERIFY(slice);
    // Each voxel is a square of 4 × 4 pixels.
    for (int y = 0; y < 24; ++y) {
        for (int x = 0; x < 28; ++x)
            QCOMPARE(slice->values[std::size_t(y * 28 + x)], expected(x / 4, y / 4, 2));
    }
}

void TestSlice::outsideIsNothing()
{
    const Volume volume = oblique();
    SlicePlane plane = nativePlane(volume, 2);
    plane.width = 11;
    plane.height = 10;
    const auto slice = sampleSlice(volume, plane);
    QVERIFY(slice);
    for (int y = 0; y < 10; ++y) {
        for (int x = 0; x < 11; ++x) {
            const bool inside = x >= 2 && x < 9 && y >= 2 && y < 8;
            QCOMPARE(std::isnan(slice->values[std::size_t(y * 11 + x)]), !inside);
        }
    }
    for (const double far : {-0.6, 4.6}) {
        const auto beyond = sampleSlice(volume, nativePlane(volume, far));
        QVERIFY(beyond);
        QVERIFY(std::ranges::all_of(beyond->values, [](float v) { return std::isnan(v); }));
    }
}

void TestSlice::sidesOfThePatient_data()
{
    QTest::addColumn<int>("plane");
    QTest::addColumn<int>("left"); // value at the edges of the picture
    QTest::addColumn<int>("right");
    QTest::addColumn<int>("top");
    // Axial: the patient's left is at the right, the front at the top. Coronal: the head at the top. Sagittal: the
    // front at the left.
    QTest::newRow("axial") << 0 << 0 << 10 << 20;
    QTest::newRow("coronal") << 1 << 0 << 10 << 30;
    QTest::newRow("sagittal") << 2 << 20 << 0 << 30;
}

void TestSlice::sidesOfThePatient()
{
    QFETCH(int, plane);
    QFETCH(int, left);
    QFETCH(int, right);
    QFETCH(int, top);
    static const SlicePlane planes[] = {{{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, 1, 9, 9},
                                        {{0, 0, 0}, {1, 0, 0}, {0, 0, -1}, 1, 9, 9},
                                        {{0, 0, 0}, {0, 1, 0}, {0, 0, -1}, 1, 9, 9}};
    const auto slice = sampleSlice(marked(), planes[plane]);
    QVERIFY(slice);
    QCOMPARE(int(slice->values[4 * 9 + 0]), left);
    QCOMPARE(int(slice->values[4 * 9 + 8]), right);
    QCOMPARE(int(slice->values[0 * 9 + 4]), top);
}

void TestSlice::slabs_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("maximum") << int(Projection::Maximum);
    QTest::newRow("minimum") << int(Projection::Minimum);
    QTest::newRow("mean") << int(Projection::Mean);
}

void TestSlice::slabs()
{
    QFETCH(int, mode);
    Volume volume = oblique();
    std::mt19937 random(1);
    auto *values = reinterpret_cast<qint16 *>(volume.data.data());
    for (qint64 i = 0; i < volume.voxels(); ++i)
        values[i] = qint16(random() % 2000);
    // Three slices of 3 mm.
    const auto slice = sampleSlice(volume, nativePlane(volume, 2), {.projection = Projection(mode), .slab = 9});
    QVERIFY(slice);
    for (int y = 0; y < volume.size[1]; ++y) {
        for (int x = 0; x < volume.size[0]; ++x) {
            // Nine steps of a third of a slice, as the grid within the slice is finer than that.
            float truth = mode == int(Projection::Minimum) ? 1e9F : mode == int(Projection::Maximum) ? -1e9F : 0;
            int steps = 0;
            for (int z = 1; z <= 3; ++z) {
                const auto v = float(volume.value(x, y, z));
                truth = mode == int(Projection::Minimum)   ? std::min(truth, v)
                        : mode == int(Projection::Maximum) ? std::max(truth, v)
                                                           : truth + v;
                ++steps;
            }
            if (mode == int(Projection::Mean))
                truth /= float(steps);
            QVERIFY2(std::abs(slice->values[std::size_t(y * 7 + x)] - truth) < 0.6,
                     qPrintable(QStringLiteral("%1 %2").arg(slice->values[std::size_t(y * 7 + x)]).arg(truth)));
        }
    }
}

void TestSlice::paddingIsNothing()
{
    Volume volume = oblique();
    volume.padding = 234; // x 2, y 3, z 4
    const auto slice = sampleSlice(volume, nativePlane(volume, 4));
    QVERIFY(slice);
    QVERIFY(std::isnan(slice->values[3 * 7 + 2]));
    QCOMPARE(slice->values[3 * 7 + 3], expected(3, 3, 4));
    // Beside it, what there is holds.
    SlicePlane plane = nativePlane(volume, 4);
    plane.center = plane.center + plane.right * (plane.mmPerPixel * 0.75);
    const auto beside = sampleSlice(volume, plane);
    QVERIFY(beside);
    QCOMPARE(beside->values[3 * 7 + 2], expected(3, 3, 4));
}

void TestSlice::anotherSpace()
{
    const Volume volume = oblique();
    Affine move;
    move.translation = {10, -5, 3};
    SlicePlane plane = nativePlane(volume, 2);
    plane.center = plane.center - move.translation;
    const auto moved = sampleSlice(volume, plane, {.toVolume = move});
    QVERIFY(moved);
    QVERIFY(std::abs(moved->values[2 * 7 + 3] - expected(3, 2, 2)) < 0.01);
}

void TestSlice::nonsenseIsRefused()
{
    const Volume volume = oblique();
    SlicePlane plane = nativePlane(volume, 2);
    plane.width = 0;
    QVERIFY(!sampleSlice(volume, plane));
    plane = nativePlane(volume, 2);
    plane.center[0] = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(!sampleSlice(volume, plane));
    Volume flat = oblique();
    flat.indexToPatient.columns[2] = {0, 0, 0};
    QVERIFY(!sampleSlice(flat, nativePlane(volume, 2)));
    Volume cut = oblique();
    cut.data.resize(10);
    QVERIFY(!sampleSlice(cut, nativePlane(volume, 2)));
    QVERIFY(!sampleSlice(Volume(), nativePlane(volume, 2)));
}

void TestSlice::windowsFollowTheStandard_data()
{
    QTest::addColumn<int>("function");
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("result");
    // PS3.3 C.11.2.1.2 with centre 40 and width 400.
    QTest::newRow("linear below") << 0 << -160.0 << 0.0;
    QTest::newRow("linear above") << 0 << 239.0 << 1.0;
    QTest::newRow("linear middle") << 0 << 39.5 << 0.5;
    QTest::newRow("exact below") << 1 << -160.0 << 0.0;
    QTest::newRow("exact middle") << 1 << 40.0 << 0.5;
    QTest::newRow("exact above") << 1 << 240.0 << 1.0;
    QTest::newRow("sigmoid middle") << 2 << 40.0 << 0.5;
    QTest::newRow("sigmoid quarter") << 2 << 140.0 << 1 / (1 + std::exp(-1.0));
}

void TestSlice::windowsFollowTheStandard()
{
    QFETCH(int, function);
    QFETCH(double, value);
    QFETCH(double, result);
    Window window;
    window.center = 40;
    window.width = 400;
    window.function = Window::Function(function);
    QVERIFY(std::abs(windowed(float(value), window) - result) < 1e-5);
    // Drawn, it is the same grey.
    const SliceValues one{1, 1, {float(value)}};
    quint32 pixel = 0;
    shade(one, {window, false, ColorMap::Grey}, {&pixel, 1}, 1);
    QVERIFY(std::abs(int(pixel & 0xff) - int(result * 255 + 0.5)) <= 1);
    shade(one, {window, true, ColorMap::Grey}, {&pixel, 1}, 1);
    QVERIFY(std::abs(int(pixel & 0xff) - int((1 - result) * 255 + 0.5)) <= 1);
}

void TestSlice::differenceShowsWhatChanged()
{
    Window window;
    window.center = 0;
    window.width = 400;
    const SliceValues now{4, 1, {0, 150, -150, NAN}};
    const SliceValues before{4, 1, {2, -50, 50, 0}};
    std::array<quint32, 4> out{};
    difference(now, {window, false, ColorMap::Grey}, before, 200, out, 4);
    const auto red = [](quint32 v) { return int((v >> 16) & 0xff); };
    const auto blue = [](quint32 v) { return int(v & 0xff); };
    QCOMPARE(red(out[0]), blue(out[0])); // noise stays grey
    QVERIFY(red(out[1]) > blue(out[1]) + 60); // brighter: orange
    QVERIFY(blue(out[2]) > red(out[2]) + 60); // darker: blue
    QCOMPARE(out[3], nothingColor);
}

void TestSlice::checkerTakesTurns()
{
    Window window;
    window.center = 50.5;
    window.width = 101;
    const SliceValues a{6, 6, std::vector<float>(36, 100)};
    const SliceValues b{6, 6, std::vector<float>(36, 0)};
    std::array<quint32, 36> out{};
    checker(a, {window, false, ColorMap::Grey}, b, {window, false, ColorMap::Grey}, 2, out, 6);
    for (int y = 0; y < 6; ++y) {
        for (int x = 0; x < 6; ++x)
            QCOMPARE(out[std::size_t(y * 6 + x)], (x / 2 + y / 2) % 2 == 0 ? 0xffffffffU : 0xff000000U);
    }
}

void TestSlice::blendIsBetween()
{
    Window window;
    window.center = 50.5;
    window.width = 101;
    const SliceValues a{2, 1, {100, 100}};
    const SliceValues b{2, 1, {0, NAN}};
    std::array<quint32, 2> out{};
    blend(a, {window, false, ColorMap::Grey}, b, {window, false, ColorMap::Grey}, 0.25, out, 2);
    QVERIFY(std::abs(int(out[0] & 0xff) - 191) <= 1);
    QCOMPARE(out[1], 0xffffffffU); // where only one is, that one is seen
}

QTEST_GUILESS_MAIN(TestSlice)
#include "tst_slice.moc"
