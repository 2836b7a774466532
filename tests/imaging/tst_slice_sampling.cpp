// SPDX-License-Identifier: Apache-2.0
#include "scene/SliceSampler.h"

#include <QTest>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>
#include <random>

using namespace Chartline::Imaging;

namespace {

// A small grid of random values in an odd place, of any type.
Volume randomVolume(SampleType type, std::array<int, 3> size, std::optional<double> padding = {})
{
    Volume volume;
    volume.size = size;
    volume.type = type;
    volume.slope = 0.5;
    volume.intercept = -20;
    volume.padding = padding;
    const double a = 0.3;
    volume.indexToPatient.columns = {Vec3{std::cos(a) * 0.7, std::sin(a) * 0.7, 0},
                                     Vec3{-std::sin(a) * 0.9, std::cos(a) * 0.9, 0}, Vec3{0, 0, -2.5}};
    volume.indexToPatient.translation = {-33, 12, 140};
    volume.data.resize(std::size_t(volume.voxels()) * std::size_t(bytesOf(type)));
    std::mt19937 random(7);
    const auto put = [&]<typename T>(T) {
        T *at = reinterpret_cast<T *>(volume.data.data());
        for (qint64 i = 0; i < volume.voxels(); ++i) {
            at[i] = T(random() % 200);
            if (padding && random() % 4 == 0)
                at[i] = T(*padding);
        }
    };
    switch (type) {
    case SampleType::U8: put(quint8()); break;
    case SampleType::U16: put(quint16()); break;
    case SampleType::F32: put(float()); break;
    default: put(qint16()); break;
    }
    return volume;
}

double stored(const Volume &volume, int x, int y, int z)
{
    const qint64 at = x + qint64(volume.size[0]) * (y + qint64(volume.size[1]) * z);
    switch (volume.type) {
    case SampleType::U8: return double(reinterpret_cast<const quint8 *>(volume.data.data())[at]);
    case SampleType::U16: return double(reinterpret_cast<const quint16 *>(volume.data.data())[at]);
    case SampleType::F32: return double(reinterpret_cast<const float *>(volume.data.data())[at]);
    default: return double(reinterpret_cast<const qint16 *>(volume.data.data())[at]);
    }
}

// What a sample has to be, written down as plainly as possible.
double reference(const Volume &volume, const Vec3 &patient, bool nearest)
{
    const Vec3 p = volume.indexToPatient.inverse()->point(patient);
    std::array<int, 3> low{};
    std::array<double, 3> part{};
    for (std::size_t i = 0; i < 3; ++i) {
        if (p[i] < -0.5 - 1e-9 || p[i] > volume.size[i] - 0.5 + 1e-9)
            return NAN;
        const double inside = std::clamp(p[i], 0.0, volume.size[i] - 1.0);
        low[i] = int(inside);
        part[i] = inside - low[i];
    }
    double sum = 0;
    double weights = 0;
    double best = -1;
    double bestValue = NAN;
    for (int corner = 0; corner < 8; ++corner) {
        std::array<int, 3> at = low;
        double weight = 1;
        for (std::size_t i = 0; i < 3; ++i) {
            const bool upper = ((corner >> i) & 1) != 0;
            weight *= upper ? part[i] : 1 - part[i];
            at[i] = std::min(low[i] + (upper ? 1 : 0), volume.size[i] - 1);
        }
        const double v = stored(volume, at[0], at[1], at[2]);
        const bool empty = volume.padding == v;
        if (weight > best) {
            best = weight;
            bestValue = empty ? NAN : v;
        }
        if (!empty) {
            sum += weight * v;
            weights += weight;
        }
    }
    if (std::isnan(bestValue))
        return NAN;
    return (nearest ? bestValue : sum / weights) * volume.slope + volume.intercept;
}

Vec3 pixelAt(const SlicePlane &plane, int x, int y)
{
    return plane.center + plane.right * (plane.mmPerPixel * (x - (plane.width - 1) / 2.0))
           + plane.down * (plane.mmPerPixel * (y - (plane.height - 1) / 2.0));
}

// The largest difference of a slice to the reference; infinity where one of the two has nothing.
double worst(const Volume &volume, const SlicePlane &plane, const SampleOptions &options)
{
    const auto slice = sampleSlice(volume, plane, options);
    if (!slice)
        return INFINITY;
    double most = 0;
    for (int y = 0; y < plane.height; ++y) {
        for (int x = 0; x < plane.width; ++x) {
            const auto got = double(slice->values[std::size_t(y * plane.width + x)]);
            const double truth = reference(volume, pixelAt(plane, x, y), options.nearest);
            if (std::isnan(got) != std::isnan(truth))
                return INFINITY;
            if (!std::isnan(got))
                most = std::max(most, std::abs(got - truth));
        }
    }
    return most;
}

Vec3 middleOf(const Volume &volume)
{
    return volume.indexToPatient.point(
        {(volume.size[0] - 1) / 2.0, (volume.size[1] - 1) / 2.0, (volume.size[2] - 1) / 2.0});
}

} // namespace

// Every way a plane can lie in a grid, against a plain reference.
class TestSliceSampling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alongTheGrid_data();
    void alongTheGrid();
    void oblique_data();
    void oblique();
    void zoomedFarIn();
    void oneSliceThick();
    void slabsAlongTheGrid_data();
    void slabsAlongTheGrid();
    void meanSlabsBetweenVoxels();
    void obliqueSlabs_data();
    void obliqueSlabs();
    void slabsBesidePadding();
    void threadsChangeNothing();
    void nanIsNothing();
};

void TestSliceSampling::alongTheGrid_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("across");
    QTest::addColumn<int>("along");
    QTest::addColumn<bool>("padding");
    for (const auto type : {SampleType::U8, SampleType::I16, SampleType::U16, SampleType::F32}) {
        for (int across = 0; across < 6; ++across) {
            for (int along = 0; along < 6; ++along) {
                if (across / 2 == along / 2)
                    continue;
                for (const bool padding : {false, true})
                    QTest::addRow("type %d across %d along %d padding %d", int(type), across, along, int(padding))
                        << int(type) << across << along << padding;
            }
        }
    }
}

void TestSliceSampling::alongTheGrid()
{
    QFETCH(int, type);
    QFETCH(int, across);
    QFETCH(int, along);
    QFETCH(bool, padding);
    const Volume volume = randomVolume(SampleType(type), {9, 7, 6}, padding ? std::optional(13.0) : std::nullopt);
    const auto direction = [&](int which) {
        return normalized(volume.indexToPatient.columns[std::size_t(which / 2)]) * (which % 2 == 0 ? 1 : -1);
    };
    SlicePlane plane;
    plane.right = direction(across);
    plane.down = direction(along);
    plane.center = middleOf(volume) + Vec3{0.1137, -0.0719, 0.2317};
    for (const double mm : {0.21, 0.7, 1.3}) {
        plane.mmPerPixel = mm;
        plane.width = 41;
        plane.height = 37;
        SampleOptions options;
        const double linear = worst(volume, plane, options);
        QVERIFY2(linear < 2e-3, qPrintable(QString::number(linear)));
        options.nearest = true;
        const double nearest = worst(volume, plane, options);
        QVERIFY2(nearest < 1e-4, qPrintable(QString::number(nearest)));
    }
}

void TestSliceSampling::oblique_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<bool>("padding");
    for (const auto type : {SampleType::U8, SampleType::I16, SampleType::U16, SampleType::F32}) {
        for (const bool padding : {false, true})
            QTest::addRow("type %d padding %d", int(type), int(padding)) << int(type) << padding;
    }
}

void TestSliceSampling::oblique()
{
    QFETCH(int, type);
    QFETCH(bool, padding);
    const Volume volume = randomVolume(SampleType(type), {9, 7, 6}, padding ? std::optional(13.0) : std::nullopt);
    std::mt19937 random(3);
    std::uniform_real_distribution<double> any(-1, 1);
    for (int i = 0; i < 40; ++i) {
        SlicePlane plane;
        plane.right = normalized({any(random), any(random), any(random)});
        const Vec3 other = normalized({any(random), any(random), any(random)});
        plane.down = normalized(cross(plane.right, other));
        plane.center = middleOf(volume) + Vec3{any(random), any(random), any(random)};
        plane.mmPerPixel = 0.05 + std::abs(any(random));
        plane.width = 33;
        plane.height = 29;
        const double linear = worst(volume, plane, {});
        QVERIFY2(linear < 2e-3, qPrintable(QString::number(linear)));
        SampleOptions options;
        options.nearest = true;
        QVERIFY(worst(volume, plane, options) < 1e-4);
    }
}

void TestSliceSampling::zoomedFarIn()
{
    const Volume volume = randomVolume(SampleType::I16, {9, 7, 6});
    SlicePlane plane{middleOf(volume),
                     normalized(volume.indexToPatient.columns[0]),
                     normalized(volume.indexToPatient.columns[1]),
                     1e-4,
                     50,
                     50};
    QVERIFY(worst(volume, plane, {}) < 2e-3);
    plane.mmPerPixel = 500; // one pixel holds the whole volume
    QVERIFY(worst(volume, plane, {}) < 2e-3);
}

void TestSliceSampling::oneSliceThick()
{
    for (const std::array<int, 3> size : {std::array{9, 7, 1}, {9, 1, 6}, {1, 7, 6}, {1, 1, 1}}) {
        const Volume volume = randomVolume(SampleType::I16, size);
        for (std::size_t across = 0; across < 3; ++across) {
            for (std::size_t along = 0; along < 3; ++along) {
                if (across == along)
                    continue;
                const SlicePlane plane{middleOf(volume),
                                       normalized(volume.indexToPatient.columns[across]),
                                       normalized(volume.indexToPatient.columns[along]),
                                       0.4,
                                       31,
                                       23};
                QVERIFY(worst(volume, plane, {}) < 2e-3);
            }
        }
        const SlicePlane slanted{middleOf(volume), {0, 0.6, 0.8}, {1, 0, 0}, 0.2, 31, 23};
        QVERIFY(worst(volume, slanted, {}) < 2e-3);
    }
}

void TestSliceSampling::slabsAlongTheGrid_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<int>("through");
    for (int through = 0; through < 3; ++through) {
        QTest::addRow("maximum %d", through) << int(Projection::Maximum) << through;
        QTest::addRow("minimum %d", through) << int(Projection::Minimum) << through;
        QTest::addRow("mean %d", through) << int(Projection::Mean) << through;
    }
}

// Exactly three voxels thick: exactly those three, at each voxel.
void TestSliceSampling::slabsAlongTheGrid()
{
    QFETCH(int, mode);
    QFETCH(int, through);
    const Volume volume = randomVolume(SampleType::I16, {9, 7, 6});
    const auto t = std::size_t(through);
    const std::size_t u = (t + 1) % 3;
    const std::size_t v = (t + 2) % 3;
    std::array<double, 3> middle{};
    for (std::size_t i = 0; i < 3; ++i)
        middle[i] = (volume.size[i] - 1) / 2.0;
    middle[t] = 3;
    const double spacingU = length(volume.indexToPatient.columns[u]);
    const double spacingV = length(volume.indexToPatient.columns[v]);
    SlicePlane plane{volume.indexToPatient.point(middle),
                     normalized(volume.indexToPatient.columns[u]),
                     normalized(volume.indexToPatient.columns[v]),
                     spacingU,
                     volume.size[u],
                     1};
    SampleOptions options;
    options.projection = Projection(mode);
    options.slab = 3 * length(volume.indexToPatient.columns[t]);
    for (int row = 0; row < volume.size[v]; ++row) {
        plane.center = volume.indexToPatient.point(middle) + plane.down * (spacingV * (row - middle[v]));
        const auto slice = sampleSlice(volume, plane, options);
        QVERIFY(slice);
        for (int column = 0; column < volume.size[u]; ++column) {
            std::array<double, 3> values{};
            for (int k = 0; k < 3; ++k) {
                std::array<int, 3> at{};
                at[u] = column;
                at[v] = row;
                at[t] = 2 + k;
                values[std::size_t(k)] = stored(volume, at[0], at[1], at[2]) * volume.slope + volume.intercept;
            }
            const double truth = mode == int(Projection::Maximum)   ? std::ranges::max(values)
                                 : mode == int(Projection::Minimum) ? std::ranges::min(values)
                                                                    : (values[0] + values[1] + values[2]) / 3;
            QVERIFY(std::abs(double(slice->values[std::size_t(column)]) - truth) < 1e-3);
        }
    }
}

// The mean does not care whether it is taken before or after interpolating.
void TestSliceSampling::meanSlabsBetweenVoxels()
{
    const Volume volume = randomVolume(SampleType::F32, {9, 7, 6});
    SlicePlane plane{middleOf(volume) + Vec3{0.1, 0.2, 0.4},
                     normalized(volume.indexToPatient.columns[0]),
                     normalized(volume.indexToPatient.columns[1]),
                     0.17,
                     30,
                     28};
    SampleOptions options;
    options.projection = Projection::Mean;
    options.slab = 7.5; // three steps of a slice
    const auto slab = sampleSlice(volume, plane, options);
    QVERIFY(slab);
    for (int y = 0; y < plane.height; ++y) {
        for (int x = 0; x < plane.width; ++x) {
            double sum = 0;
            for (const double z : {-2.5, 0.0, 2.5})
                sum += reference(volume, pixelAt(plane, x, y) + Vec3{0, 0, z}, false);
            QVERIFY(std::abs(double(slab->values[std::size_t(y * plane.width + x)]) - sum / 3) < 1e-3);
        }
    }
}

void TestSliceSampling::obliqueSlabs_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("maximum") << int(Projection::Maximum);
    QTest::newRow("minimum") << int(Projection::Minimum);
    QTest::newRow("mean") << int(Projection::Mean);
}

void TestSliceSampling::obliqueSlabs()
{
    QFETCH(int, mode);
    const Volume volume = randomVolume(SampleType::I16, {19, 17, 12});
    SlicePlane plane;
    plane.right = normalized({1, 0.3, 0.2});
    plane.down = normalized(cross(plane.right, {0.2, -0.4, 1}));
    plane.center = middleOf(volume);
    plane.mmPerPixel = 0.3;
    plane.width = 25;
    plane.height = 21;
    SampleOptions options;
    options.projection = Projection(mode);
    options.slab = 4;
    const auto slab = sampleSlice(volume, plane, options);
    QVERIFY(slab);
    // As many steps as the grid has along the normal, each in the middle of its part.
    const Vec3 normal = normalized(cross(plane.right, plane.down));
    const int steps = int(std::ceil(options.slab * length(volume.indexToPatient.inverse()->direction(normal))));
    QVERIFY(steps > 2);
    for (int y = 0; y < plane.height; ++y) {
        for (int x = 0; x < plane.width; ++x) {
            double truth = NAN;
            int count = 0;
            for (int k = 0; k < steps; ++k) {
                const double at = options.slab * ((k + 0.5) / steps - 0.5);
                const double v = reference(volume, pixelAt(plane, x, y) + normal * at, false);
                if (std::isnan(v))
                    continue;
                ++count;
                truth = count == 1                         ? v
                        : mode == int(Projection::Maximum) ? std::max(truth, v)
                        : mode == int(Projection::Minimum) ? std::min(truth, v)
                                                           : truth + v;
            }
            if (mode == int(Projection::Mean))
                truth /= count;
            const auto got = double(slab->values[std::size_t(y * plane.width + x)]);
            QCOMPARE(std::isnan(got), std::isnan(truth));
            QVERIFY(std::isnan(got) || std::abs(got - truth) < 2e-3);
        }
    }
}

// Padding is neither the brightest nor the darkest of a slab, and does not pull the mean.
void TestSliceSampling::slabsBesidePadding()
{
    Volume volume = randomVolume(SampleType::I16, {5, 4, 3});
    auto *values = reinterpret_cast<qint16 *>(volume.data.data());
    std::fill_n(values, volume.voxels(), qint16(100));
    values[20 + 7] = -2000; // in the middle slice
    values[0] = values[20] = values[40] = -2000; // through all
    volume.padding = -2000;
    SlicePlane plane{middleOf(volume),
                     normalized(volume.indexToPatient.columns[0]),
                     normalized(volume.indexToPatient.columns[1]),
                     0.25,
                     6,
                     6};
    for (const Projection mode : {Projection::Maximum, Projection::Minimum, Projection::Mean}) {
        SampleOptions options;
        options.projection = mode;
        options.slab = 7.5;
        const auto slab = sampleSlice(volume, plane, options);
        QVERIFY(slab);
        QVERIFY(std::ranges::all_of(slab->values, [](float v) { return v == 30; }));
        SlicePlane corner = plane;
        corner.center = volume.indexToPatient.point({0, 0, 1});
        const auto nothing = sampleSlice(volume, corner, options);
        QVERIFY(nothing);
        // A pixel nearest to the column of padding has nothing, one nearest to another has that.
        for (int x = 0; x < corner.width; ++x) {
            const Vec3 at = volume.indexToPatient.inverse()->point(pixelAt(corner, x, 3));
            const float v = nothing->values[std::size_t(3 * corner.width + x)];
            QCOMPARE(std::isnan(v), at[0] < 0.5);
            QVERIFY(std::isnan(v) || v == 30);
        }
    }
}

void TestSliceSampling::threadsChangeNothing()
{
    const Volume volume = randomVolume(SampleType::I16, {40, 30, 20}, 13);
    SlicePlane straight{middleOf(volume),
                        normalized(volume.indexToPatient.columns[0]),
                        normalized(volume.indexToPatient.columns[2]),
                        0.04,
                        801,
                        603};
    SlicePlane slanted = straight;
    slanted.right = normalized({1, 0.4, 0.1});
    slanted.down = normalized(cross(slanted.right, {0, 1, 0.3}));
    for (const SlicePlane &plane : {straight, slanted}) {
        for (const double slab : {0.0, 3.0}) {
            SampleOptions one;
            one.threads = 1;
            one.slab = slab;
            one.projection = slab > 0 ? Projection::Mean : Projection::Single;
            SampleOptions many = one;
            many.threads = 7;
            const auto a = sampleSlice(volume, plane, one);
            const auto b = sampleSlice(volume, plane, many);
            QVERIFY(a && b);
            QVERIFY(std::memcmp(a->values.data(), b->values.data(), a->values.size() * sizeof(float)) == 0);
        }
    }
}

// Floats that are no numbers stay where they are: a neighbour without part in a sample does not spoil it.
void TestSliceSampling::nanIsNothing()
{
    Volume volume = randomVolume(SampleType::F32, {5, 4, 3});
    auto *values = reinterpret_cast<float *>(volume.data.data());
    values[20 + 7] = NAN; // x 2, y 1, z 1
    for (const std::optional<double> padding : {std::optional<double>(), std::optional<double>(NAN)}) {
        volume.padding = padding;
        SlicePlane plane{volume.indexToPatient.point({2, 1.5, 1}),
                         normalized(volume.indexToPatient.columns[0]),
                         normalized(volume.indexToPatient.columns[1]),
                         0.7,
                         5,
                         1};
        plane.center = volume.indexToPatient.point({2, 2, 1});
        auto slice = sampleSlice(volume, plane);
        QVERIFY(slice);
        QVERIFY(std::ranges::none_of(slice->values, [](float v) { return std::isnan(v); }));
        plane.center = volume.indexToPatient.point({2, 1, 1});
        slice = sampleSlice(volume, plane);
        QVERIFY(slice);
        for (std::size_t x = 0; x < 5; ++x)
            QCOMPARE(std::isnan(slice->values[x]), x == 2);
    }
}

QTEST_GUILESS_MAIN(TestSliceSampling)
#include "tst_slice_sampling.moc"
