// SPDX-License-Identifier: Apache-2.0
#include "imaging/RegistrationPhantom.h"
#include "registration/Resample.h"

#include <QTest>

using namespace Chartline::Imaging;
using namespace Chartline::Imaging::Test;

class TestResample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resampling_data();
    void resampling();
    void resamplingKeepsValues();
    void resamplingOutside();
    void differences();
};

void TestResample::resampling_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<bool>("padding");
    for (const bool padding : {false, true}) {
        for (const SampleType type : {SampleType::U8, SampleType::U16, SampleType::I16, SampleType::F32})
            QTest::addRow("type %d%s", int(type), padding ? ", padding" : "") << int(type) << padding;
    }
}

// Everywhere what Volume::valueAt says.
void TestResample::resampling()
{
    QFETCH(int, type);
    QFETCH(bool, padding);
    Phantom phantom;
    phantom.size = {40, 36, 30};
    phantom.spacing = {8, 8, 9};
    Volume moving = phantom.volume(SampleType(type));
    if (padding)
        moving.padding = (-1000 - moving.intercept) / moving.slope; // the air around
    Phantom other = phantom;
    other.size = {61, 33, 47};
    other.spacing = {5.1, 9.3, 6.2};
    other.toPatient = rigid({30, 20, -10}, {11, 5, -7}, {0, 0, 0});
    const Volume grid = other.volume();
    const Affine alignment = rigid({5, -12, 8}, {3, 9, -14}, {10, 0, 0});
    const auto result = resampleLike(moving, alignment, grid);
    QVERIFY(result.has_value());
    const Volume &v = **result;
    QCOMPARE(v.size, grid.size);
    QCOMPARE(v.indexToPatient, grid.indexToPatient);
    QCOMPARE(v.units, moving.units);
    QVERIFY(v.padding.has_value());
    const double step = v.type == SampleType::F32 ? 1e-3 : 0.51 * v.slope;
    int there = 0;
    int nothing = 0;
    for (int z = 0; z < v.size[2]; ++z) {
        for (int y = 0; y < v.size[1]; ++y) {
            for (int x = 0; x < v.size[0]; ++x) {
                const Vec3 p = grid.indexToPatient.point({double(x), double(y), double(z)});
                const auto expected = moving.valueAt(alignment.point(p));
                const double stored = (v.value(x, y, z) - v.intercept) / v.slope;
                const bool isNothing = std::abs(stored - *v.padding) < 1e-6;
                if (expected)
                    QVERIFY(std::abs(*expected - v.value(x, y, z)) <= step);
                else
                    QVERIFY(isNothing);
                ++(expected ? there : nothing);
            }
        }
    }
    QVERIFY(there > 10000 && nothing > 10000);
}

void TestResample::resamplingKeepsValues()
{
    for (const SampleType type : {SampleType::U8, SampleType::U16, SampleType::I16, SampleType::F32}) {
        Phantom phantom;
        phantom.toPatient = rigid({30, 20, -10}, {11, 5, -7}, {0, 0, 0});
        const Volume volume = phantom.volume(type);
        const auto same = resampleLike(volume, Affine(), volume);
        QVERIFY(same.has_value());
        const auto statistics = differenceStatistics(volume, **same);
        QVERIFY(statistics.has_value());
        QCOMPARE(statistics->voxels, volume.voxels());
        QCOMPARE(statistics->meanAbsolute, 0.0);
    }
}

void TestResample::resamplingOutside()
{
    Phantom phantom;
    const Volume volume = phantom.volume();
    Affine away;
    away.translation = {1e5, 0, 0};
    const auto nothing = resampleLike(volume, away, volume);
    QVERIFY(nothing.has_value());
    QVERIFY((*nothing)->padding.value_or(0) < -1000);
    QCOMPARE(differenceStatistics(**nothing, volume)->voxels, 0);
    // All of 0…255 in use: nothing fits below in 8 bits.
    Volume full = phantom.volume(SampleType::U8);
    full.data[0] = std::byte(0);
    const auto wider = resampleLike(full, away, volume);
    QVERIFY(wider.has_value());
    QCOMPARE((*wider)->type, SampleType::I16);
    QCOMPARE((*wider)->padding, std::optional(-1.0));
    Affine wrong;
    wrong.columns[0] = {qQNaN(), 0, 0};
    QCOMPARE(resampleLike(volume, wrong, volume).error().code, FailureCode::NoGeometry);
    Volume large = volume;
    large.size = {1 << 20, 1 << 20, 1 << 20};
    QCOMPARE(resampleLike(volume, Affine(), large).error().code, FailureCode::TooLarge);
    std::atomic_bool cancelled{true};
    QCOMPARE(resampleLike(volume, Affine(), volume, {&cancelled, 2}).error().code, FailureCode::Cancelled);
}

void TestResample::differences()
{
    const Volume volume = Phantom().volume();
    const Volume more =
        remade(volume, [](double v, const std::array<int, 3> &at) { return v + (at[0] % 2 ? 30 : 10); });
    const auto statistics = differenceStatistics(volume, more);
    QVERIFY(statistics.has_value());
    QCOMPARE(statistics->voxels, volume.voxels());
    QCOMPARE(statistics->mean, 20.0);
    QCOMPARE(statistics->meanAbsolute, 20.0);
    QCOMPARE(statistics->deviation, 10.0);
    QCOMPARE(differenceStatistics(volume, cut(volume, 2, 0, 10)).error().code, FailureCode::Corrupt);
}

QTEST_APPLESS_MAIN(TestResample)
#include "tst_resample.moc"
