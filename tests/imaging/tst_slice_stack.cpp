// SPDX-License-Identifier: Apache-2.0
#include "scene/SliceStack.h"

#include <QTest>
#include <cmath>
#include <numbers>

using namespace Chartline::Imaging;

namespace {

using GridAxes = std::array<Vec3, 3>;

// 40 × 30 × 20 voxels of 1 × 2 × 4 mm, with bright voxels at the patient's left, front and head, whichever way the grid
// lies: 100 where x > 0 by most, 60 where y < 0, 30 where z > 0.
Volume marked(const GridAxes &axes)
{
    Volume volume;
    volume.size = {40, 30, 20};
    volume.type = SampleType::U8;
    for (std::size_t i = 0; i < 3; ++i)
        volume.indexToPatient.columns[i] = axes[i] * double(1 << i);
    volume.indexToPatient.translation = volume.indexToPatient.direction({-19.5, -14.5, -9.5}) + Vec3{5, 6, 7};
    volume.data.resize(std::size_t(volume.voxels()));
    std::size_t at = 0;
    for (int z = 0; z < 20; ++z) {
        for (int y = 0; y < 30; ++y) {
            for (int x = 0; x < 40; ++x) {
                const Vec3 p = volume.indexToPatient.point({double(x), double(y), double(z)}) - Vec3{5, 6, 7};
                int value = 10;
                if (p[0] > 8)
                    value += 100;
                if (p[1] < -8)
                    value += 60;
                if (p[2] > 8)
                    value += 30;
                volume.data[at++] = std::byte(value);
            }
        }
    }
    return volume;
}

const GridAxes s_axial{Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, 1}};
const GridAxes s_fromHead{Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, -1}};
const GridAxes s_prone{Vec3{-1, 0, 0}, Vec3{0, -1, 0}, Vec3{0, 0, 1}};
const GridAxes s_sagittal{Vec3{0, 1, 0}, Vec3{0, 0, -1}, Vec3{1, 0, 0}};
const GridAxes s_coronal{Vec3{1, 0, 0}, Vec3{0, 0, -1}, Vec3{0, 1, 0}};

double at(const SliceValues &slice, double right, double down)
{
    const int x = int((slice.width - 1) / 2.0 + right);
    const int y = int((slice.height - 1) / 2.0 + down);
    return double(slice.values[std::size_t(y * slice.width + x)]);
}

bool close(const Vec3 &a, const Vec3 &b)
{
    return length(a - b) < 1e-9;
}

} // namespace

// The slices one scrolls through: sides, order, number and places, for grids that lie in any way.
class TestSliceStack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sidesAreRadiological_data() { grids(); }
    void sidesAreRadiological();
    void slicesAreTheGridsOwn_data() { grids(); }
    void slicesAreTheGridsOwn();
    void nativeFollowsTheGrid();
    void nativeScrollsTheSameWay_data() { grids(); }
    void nativeScrollsTheSameWay();
    void indexAndCenterAgree();
    void fittedHoldsTheVolume();
    void turningMakesObliques();
    void oneSliceIsAStack();

private:
    static void grids();
};

void TestSliceStack::grids()
{
    QTest::addColumn<GridAxes>("axes");
    QTest::newRow("axial") << s_axial;
    QTest::newRow("axial from head") << s_fromHead;
    QTest::newRow("prone") << s_prone;
    QTest::newRow("sagittal") << s_sagittal;
    QTest::newRow("coronal") << s_coronal;
}

void TestSliceStack::sidesAreRadiological()
{
    QFETCH(GridAxes, axes);
    const Volume volume = marked(axes);
    const auto middle = [&](SliceDirection direction) {
        const SliceStack stack = sliceStack(volume, direction);
        SlicePlane plane = stack.fitted(stack.count / 2, 60, 60);
        plane.mmPerPixel = 1;
        return *sampleSlice(volume, plane);
    };
    // Axial: the patient's left is at the right, the face at the top.
    const SliceValues axial = middle(SliceDirection::Axial);
    QCOMPARE(at(axial, 12, 0), 110.0);
    QCOMPARE(at(axial, -12, 0), 10.0);
    QCOMPARE(at(axial, 0, -12), 70.0);
    QCOMPARE(at(axial, 0, 12), 10.0);
    // Coronal: left at the right, the head at the top.
    const SliceValues coronal = middle(SliceDirection::Coronal);
    QCOMPARE(at(coronal, 12, 0), 110.0);
    QCOMPARE(at(coronal, 0, -14), 40.0);
    QCOMPARE(at(coronal, 0, 14), 10.0);
    // Sagittal: the face at the left, the head at the top.
    const SliceValues sagittal = middle(SliceDirection::Sagittal);
    QCOMPARE(at(sagittal, -12, 0), 70.0);
    QCOMPARE(at(sagittal, 12, 0), 10.0);
    QCOMPARE(at(sagittal, 0, -14), 40.0);
}

void TestSliceStack::slicesAreTheGridsOwn()
{
    QFETCH(GridAxes, axes);
    const Volume volume = marked(axes);
    const auto toGrid = *volume.indexToPatient.inverse();
    for (const auto direction : {SliceDirection::Axial, SliceDirection::Coronal, SliceDirection::Sagittal}) {
        const SliceStack stack = sliceStack(volume, direction);
        // As many as the grid has that way, each in the middle of its voxels, none twice.
        const Vec3 step = toGrid.direction(stack.axis * stack.spacing);
        const auto axis = std::size_t(std::abs(step[0]) > 0.5 ? 0 : std::abs(step[1]) > 0.5 ? 1 : 2);
        QCOMPARE(stack.count, volume.size[axis]);
        for (int i = 0; i < stack.count; ++i) {
            const double index = toGrid.point(stack.center(i))[axis];
            QVERIFY(std::abs(index - (step[axis] > 0 ? i : stack.count - 1 - i)) < 1e-9);
        }
    }
    // From the head to the feet, from the front to the back, from the right to the left.
    const auto way = [&](SliceDirection direction) {
        const SliceStack stack = sliceStack(volume, direction);
        return normalized(stack.center(stack.count - 1) - stack.center(0));
    };
    QVERIFY(close(way(SliceDirection::Axial), {0, 0, -1}));
    QVERIFY(close(way(SliceDirection::Coronal), {0, 1, 0}));
    QVERIFY(close(way(SliceDirection::Sagittal), {1, 0, 0}));
}

void TestSliceStack::nativeFollowsTheGrid()
{
    const Volume volume = marked(s_prone);
    const SliceStack stack = sliceStack(volume, SliceDirection::Native);
    QVERIFY(close(stack.right, {-1, 0, 0}));
    QVERIFY(close(stack.down, {0, -1, 0}));
    QCOMPARE(stack.count, 20);
    QCOMPARE(stack.spacing, 4.0);
    // Not one value is made up: pixel by pixel the stored slice.
    SlicePlane plane{stack.center(3), stack.right, stack.down, 1, 40, 1};
    plane.center = plane.center + stack.down * 1.0; // between rows 14 and 15 is the middle
    const auto slice = sampleSlice(volume, plane);
    QVERIFY(slice);
    const int z = 20 - 1 - 3;
    for (int x = 0; x < 40; ++x)
        QCOMPARE(slice->values[std::size_t(x)], float(int(volume.data[std::size_t(x + 40 * (15 + 30 * z))])));
}

void TestSliceStack::nativeScrollsTheSameWay()
{
    QFETCH(GridAxes, axes);
    const SliceStack stack = sliceStack(marked(axes), SliceDirection::Native);
    const Vec3 way = stack.center(1) - stack.center(0);
    QVERIFY(way[2] <= 0 && way[1] >= 0 && way[0] >= 0);
    QVERIFY(length(way) > 0);
}

void TestSliceStack::indexAndCenterAgree()
{
    const SliceStack stack = sliceStack(marked(s_sagittal), SliceDirection::Coronal);
    for (int i = 0; i < stack.count; ++i) {
        QCOMPARE(stack.indexOf(stack.center(i)), i);
        QCOMPARE(stack.indexOf(stack.center(i + 0.4) + stack.right * 300), i);
    }
    QCOMPARE(stack.indexOf(stack.center(-5)), 0);
    QCOMPARE(stack.indexOf(stack.center(stack.count + 5)), stack.count - 1);
}

void TestSliceStack::fittedHoldsTheVolume()
{
    const Volume volume = marked(s_axial); // 40 × 60 × 80 mm
    const SliceStack axial = sliceStack(volume, SliceDirection::Axial);
    QVERIFY(std::abs(axial.width - 40) < 1e-9);
    QVERIFY(std::abs(axial.height - 60) < 1e-9);
    const SlicePlane plane = axial.fitted(0, 200, 100);
    QVERIFY(std::abs(plane.mmPerPixel - 0.6) < 1e-9);
    const auto slice = sampleSlice(volume, plane);
    QVERIFY(slice);
    // Nothing is cut off above and below, and nothing is there at the sides.
    QVERIFY(!std::isnan(at(*slice, 0, -49)) && !std::isnan(at(*slice, 0, 49)));
    QVERIFY(std::isnan(at(*slice, -40, 0)) && std::isnan(at(*slice, 40, 0)));
}

void TestSliceStack::turningMakesObliques()
{
    const Volume volume = marked(s_axial);
    const double angle = 30 * std::numbers::pi / 180;
    const SliceStack oblique =
        sliceStack(volume, {1, 0, 0}, {0, std::cos(angle), std::sin(angle)}, {0, std::sin(angle), -std::cos(angle)});
    QVERIFY(std::abs(dot(oblique.axis, oblique.down)) < 1e-9);
    // All the way through the volume, not beyond: one slice and a half further there is nothing.
    SlicePlane plane{oblique.center(0), oblique.right, oblique.down, 0.5, 300, 300};
    QVERIFY(std::ranges::any_of(sampleSlice(volume, plane)->values, [](float v) { return !std::isnan(v); }));
    plane.center = oblique.center(-1.5);
    QVERIFY(std::ranges::all_of(sampleSlice(volume, plane)->values, [](float v) { return std::isnan(v); }));
    plane.center = oblique.center(oblique.count + 0.5);
    QVERIFY(std::ranges::all_of(sampleSlice(volume, plane)->values, [](float v) { return std::isnan(v); }));
}

void TestSliceStack::oneSliceIsAStack()
{
    Volume volume = marked(s_axial);
    volume.size = {40, 30, 1};
    volume.data.resize(1200);
    const SliceStack stack = sliceStack(volume, SliceDirection::Native);
    QCOMPARE(stack.count, 1);
    QCOMPARE(stack.indexOf({0, 0, 1000}), 0);
    QVERIFY(sliceStack(Volume(), SliceDirection::Axial).count >= 1);
}

QTEST_GUILESS_MAIN(TestSliceStack)
#include "tst_slice_stack.moc"
