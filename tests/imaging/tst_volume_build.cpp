// SPDX-License-Identifier: Apache-2.0
#include "imaging/VolumePhantom.h"
#include "volume/Volume.h"
#include "volume/VolumeLoader.h"

#include <QTest>
#include <cmath>
#include <cstring>
#include <numbers>

using namespace Chartline::Test;

namespace {

struct Built
{
    std::vector<Stack> stacks;
    Expected<VolumePtr> volume = failure(FailureCode::Internal);
    [[nodiscard]] const Volume &get() const { return **volume; }
};

Built build(const Phantom &phantom, const LoadOptions &options = {})
{
    const FakeSource source(phantom);
    const FakeDecoder decoder;
    Built built;
    built.stacks = layOut(phantom.images);
    built.volume = VolumeLoader(phantom.images, source, decoder).load(built.stacks.front(), options);
    if (!built.volume)
        qWarning("%d %s", int(built.volume.error().code), qPrintable(built.volume.error().detail));
    return built;
}

double stored(const Volume &volume, int x, int y, int z)
{
    return (volume.value(x, y, z) - volume.intercept) / volume.slope;
}

bool isPadding(const Volume &volume, int x, int y, int z)
{
    return volume.padding && std::abs(stored(volume, x, y, z) - *volume.padding) < 1e-9;
}

struct Comparison
{
    int compared = 0;
    int empty = 0;
    double worst = 0;
};

// An image ends within this many voxels.
bool nearEdge(const Volume &volume, int x, int y, int z, int margin)
{
    if (!volume.padding)
        return false;
    for (int dz = -1; dz <= 1; ++dz) {
        for (int dy = -margin; dy <= margin; ++dy) {
            for (int dx = -1; dx <= 1; ++dx) {
                const std::array<int, 3> at{x + dx, y + dy, z + dz};
                if (at[2] < 0 || at[2] >= volume.size[2])
                    continue;
                if (at[0] < 0 || at[1] < 0 || at[0] >= volume.size[0] || at[1] >= volume.size[1]
                    || isPadding(volume, at[0], at[1], at[2]))
                    return true;
            }
        }
    }
    return false;
}

// Every voxel against what the patient has there. Where an image ends, its last value holds for half a voxel more: such
// voxels are compared only with `margin` 0.
Comparison compare(const Volume &volume, const std::function<double(const Vec3 &)> &f = ramp, int margin = 0)
{
    Comparison result;
    for (int z = 0; z < volume.size[2]; ++z) {
        for (int y = 0; y < volume.size[1]; ++y) {
            for (int x = 0; x < volume.size[0]; ++x) {
                if (isPadding(volume, x, y, z)) {
                    ++result.empty;
                    continue;
                }
                ++result.compared;
                if (margin > 0 && nearEdge(volume, x, y, z, margin))
                    continue;
                const Vec3 p = volume.indexToPatient.point({double(x), double(y), double(z)});
                result.worst = std::max(result.worst, std::abs(volume.value(x, y, z) - f(p)));
            }
        }
    }
    return result;
}

bool orthogonalRightHanded(const Affine &a)
{
    return std::abs(dot(a.columns[0], a.columns[1])) < 1e-9 && std::abs(dot(a.columns[0], a.columns[2])) < 1e-9
           && std::abs(dot(a.columns[1], a.columns[2])) < 1e-9 && a.determinant() > 0;
}

Phantom tiltedStack(double degrees, int count, const std::function<double(int)> &table)
{
    const double a = degrees * std::numbers::pi / 180;
    Plane3 plane;
    plane.column = {0, std::cos(a), std::sin(a)};
    plane.columnSpacing = 0.9;
    plane.rowSpacing = 0.7;
    Phantom phantom;
    for (int i = 0; i < count; ++i)
        phantom.add(plane, {-10, -20, table(i)});
    return phantom;
}

// An oblique plane.
Plane3 oblique()
{
    Plane3 plane;
    plane.row = normalized({0.8, 0.5, -0.3});
    plane.column = normalized(cross(cross(plane.row, Vec3{0.2, 0.9, 0.1}), plane.row));
    plane.columnSpacing = 0.8;
    plane.rowSpacing = 1.1;
    return plane;
}

void useBytes(Phantom &phantom, std::size_t i, const QByteArray &bytes, int bits, bool isSigned)
{
    PixelFormat &p = phantom.images[i].pixels;
    p.bitsAllocated = bits;
    p.bitsStored = bits;
    p.highBit = bits - 1;
    p.isSigned = isSigned;
    phantom.pixels[i] = bytes;
    phantom.images[i].layout.length = bytes.size();
}

} // namespace

class TestVolumeBuild : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void regular_data()
    {
        QTest::addColumn<int>("plane");
        QTest::addColumn<double>("step");
        QTest::newRow("axial") << 0 << 2.5;
        QTest::newRow("axial reversed") << 0 << -2.5;
        QTest::newRow("coronal") << 1 << 3.0;
        QTest::newRow("coronal reversed") << 1 << -3.0;
        QTest::newRow("sagittal") << 2 << 4.0;
        QTest::newRow("sagittal reversed") << 2 << -4.0;
        QTest::newRow("oblique") << 3 << 2.0;
        QTest::newRow("oblique reversed") << 3 << -2.0;
    }
    void regular()
    {
        QFETCH(int, plane);
        QFETCH(double, step);
        const Plane3 planes[] = {axial, coronal, sagittal, oblique()};
        const Phantom phantom = stackOf(planes[plane], 9, step).shuffled(5);
        const Built built = build(phantom);
        QVERIFY(built.volume.has_value());
        const Volume &v = built.get();
        QCOMPARE(v.size, (std::array{24, 20, 9}));
        QCOMPARE(v.type, SampleType::I16);
        QVERIFY(!v.padding);
        QVERIFY(orthogonalRightHanded(v.indexToPatient));
        const Comparison c = compare(v);
        QCOMPARE(c.compared, 24 * 20 * 9);
        QVERIFY2(c.worst <= 0.51, qPrintable(QString::number(c.worst)));
        QCOMPARE(v.spacing()[2], std::abs(step));
        QCOMPARE(v.notes, QStringList());
        QCOMPARE(v.sourceSlices, (std::vector{0, 1, 2, 3, 4, 5, 6, 7, 8}));
        // Every image is where it says it is.
        const auto toIndex = v.indexToPatient.inverse();
        QVERIFY(toIndex);
        for (const ImageDescription &image : phantom.images) {
            const Vec3 index = toIndex->point(*image.shared.position);
            QVERIFY(std::abs(index[0]) < 1e-9 && std::abs(index[1]) < 1e-9);
            QVERIFY(std::abs(index[2] - std::round(index[2])) < 1e-9);
        }
        double low = HUGE_VAL;
        double high = -HUGE_VAL;
        for (int i = 0; i < int(v.voxels()); ++i) {
            const double value = v.value(i % 24, i / 24 % 20, i / 480);
            low = std::min(low, value);
            high = std::max(high, value);
        }
        QCOMPARE(v.range, (std::array{low, high}));
    }

    void tilt_data()
    {
        QTest::addColumn<double>("degrees");
        QTest::newRow("-18.5") << -18.5;
        QTest::newRow("+18.5") << 18.5;
        QTest::newRow("+30") << 30.0;
        QTest::newRow("1") << 1.0;
    }
    void tilt()
    {
        QFETCH(double, degrees);
        const Phantom phantom = tiltedStack(degrees, 12, [](int i) { return -30 + i * 2.0; });
        const Built built = build(phantom);
        QVERIFY(built.volume.has_value());
        const Volume &v = built.get();
        QVERIFY(orthogonalRightHanded(v.indexToPatient));
        QVERIFY(v.notes.contains(QStringLiteral("sheared-tilt:%1").arg(degrees, 0, 'f', 1)));
        QVERIFY(v.padding.has_value());
        QCOMPARE(v.size[0], 24); // the tilt is about the rows
        QCOMPARE(v.size[2], 12);
        const Comparison c = compare(v, ramp, 1);
        QVERIFY2(c.worst <= 1.01, qPrintable(QString::number(c.worst)));
        QVERIFY(compare(v).worst <= 1.01 + 0.36 * 3.6); // half a row beyond the last one
        // Nothing that was scanned is lost: at most the half rows at the ends of each slice.
        QVERIFY(c.compared >= 24 * 19 * 12);
        QVERIFY(*v.padding < v.range[0] && *v.padding > v.range[0] - 20);
        // Each image's corners are in the volume, at their place.
        for (const ImageDescription &image : phantom.images) {
            for (const double row : {1.0, 18.0}) {
                const auto &o = *image.shared.orientation;
                const Vec3 p = *image.shared.position + Vec3{o[3], o[4], o[5]} * (row * 0.7) + Vec3{1, 0, 0} * 1.8;
                const auto value = v.valueAt(p);
                QVERIFY(value.has_value());
                QVERIFY2(std::abs(*value - ramp(p)) < 1.5, qPrintable(QString::number(*value - ramp(p))));
            }
        }
    }

    void missingSlices()
    {
        Phantom phantom;
        for (const int i : {0, 1, 3, 4, 8, 9})
            phantom.add(axial, {0, 0, i * 3.0});
        const Built built = build(phantom);
        QVERIFY(built.volume.has_value());
        const Volume &v = built.get();
        QCOMPARE(v.size[2], 10);
        QCOMPARE(v.notes, QStringList{QStringLiteral("missing-slices:4")});
        const Comparison c = compare(v);
        QVERIFY(c.worst <= 1.01);
        QCOMPARE(c.empty, 0);
        QCOMPARE(v.sourceSlices, (std::vector{0, 1, -1, 2, 3, -1, -1, -1, 4, 5}));
    }

    // Four missing slices are not made up.
    void wideGap()
    {
        Phantom phantom;
        for (const int i : {0, 1, 2, 7, 8})
            phantom.add(axial, {0, 0, i * 3.0});
        const Built built = build(phantom);
        QVERIFY(built.volume.has_value());
        const Volume &v = built.get();
        QVERIFY(v.notes.contains(QStringLiteral("empty-gap:15.0")));
        const Comparison c = compare(v);
        QVERIFY(c.worst <= 0.51);
        QCOMPARE(c.empty, 4 * 24 * 20);
        QVERIFY(v.padding && *v.padding < v.range[0]);
        QVERIFY(!v.valueAt({5, 5, 13}));
        QVERIFY(v.valueAt({5, 5, 6}).has_value());
    }

    void irregular()
    {
        Phantom phantom;
        for (const double z : {0.0, 4.0, 8.0, 12.0, 13.1, 20.1, 27.1, 34.1})
            phantom.add(axial, {0, 0, z}).shared.thickness = 7;
        const Built built = build(phantom.shuffled(3));
        QVERIFY(built.volume.has_value());
        const Volume &v = built.get();
        QVERIFY(v.notes.contains(QStringLiteral("resampled-irregular:1.1-7.0")));
        const Comparison c = compare(v);
        QVERIFY2(c.worst <= 1.01 + 5 * 0.07,
                 qPrintable(QString::number(c.worst))); // a slice within 1 % of a gap is taken
        QCOMPARE(c.empty, 0);
        QCOMPARE(v.sourceSlices.front(), 0);
        QCOMPARE(v.sourceSlices.back(), 7);
        QVERIFY(orthogonalRightHanded(v.indexToPatient));
    }

    void irregularAndTilted()
    {
        const double z[] = {0, 4, 8, 12, 13.1, 20.1, 27.1, 34.1};
        Phantom phantom = tiltedStack(-18.5, 8, [&](int i) { return z[i]; });
        for (ImageDescription &image : phantom.images)
            image.shared.thickness = 8;
        const Built built = build(phantom);
        QVERIFY(built.volume.has_value());
        const Volume &v = built.get();
        QVERIFY(v.notes.contains(QStringLiteral("sheared-tilt:-18.5")));
        const Comparison c = compare(v, ramp, 4);
        QVERIFY2(c.worst <= 1.51, qPrintable(QString::number(c.worst)));
        QVERIFY(c.compared >= 24 * 18 * v.size[2]);
    }

    void displacedSlice()
    {
        Phantom phantom;
        for (int i = 0; i < 8; ++i)
            phantom.add(axial, {i == 3 ? 1.5 : 0, i == 5 ? -1.0 : 0, i * 2.0});
        const Built built = build(phantom);
        QVERIFY(built.volume.has_value());
        const Volume &v = built.get();
        QVERIFY(v.notes.contains(QStringLiteral("shifted-slices:2")));
        QCOMPARE(v.size, (std::array{26, 21, 8}));
        QVERIFY(compare(v, ramp, 1).worst <= 1.01);
        QVERIFY(compare(v).compared >= 8 * 23 * 19);
    }

    void rescale()
    {
        Phantom phantom = stackOf(axial, 4, 2);
        for (ImageDescription &image : phantom.images) {
            image.shared.slope = -2;
            image.shared.intercept = 10;
            image.units = QStringLiteral("HU");
            image.shared.windows = {{40, 400, QStringLiteral("SOFT"), Window::Function::Linear}};
        }
        const Built built = build(phantom);
        QVERIFY(built.volume.has_value());
        const Volume &v = built.get();
        QCOMPARE(v.slope, -2.0);
        QCOMPARE(v.intercept, 10.0);
        QCOMPARE(v.units, QStringLiteral("HU"));
        QCOMPARE(v.windows.size(), 1);
        QVERIFY(v.range[0] < v.range[1]);
        QVERIFY(compare(v, [](const Vec3 &p) { return ramp(p) * -2 + 10; }).worst <= 1.01);
    }

    void rescaleOfItsOwn()
    {
        Phantom phantom = stackOf(axial, 4, 2);
        for (std::size_t i = 0; i < 4; ++i) {
            phantom.images[i].shared.slope = double(i) + 1;
            phantom.images[i].shared.intercept = -double(i);
        }
        const Built built = build(phantom);
        QVERIFY(built.volume.has_value());
        const Volume &v = built.get();
        QCOMPARE(v.type, SampleType::F32);
        QCOMPARE(v.slope, 1.0);
        for (int z = 0; z < 4; ++z) {
            const double expected = std::round(ramp({-5, -16, -30 + z * 2.0})) * (z + 1) - z;
            QCOMPARE(v.value(5, 4, z), expected);
        }
    }

    void brokenRescaleIsTold()
    {
        Phantom phantom = stackOf(axial, 4, 2);
        for (ImageDescription &image : phantom.images)
            image.shared.slope = 0;
        const Built built = build(phantom);
        QVERIFY(built.volume.has_value());
        QVERIFY(built.get().notes.contains(QStringLiteral("bad-rescale")));
        QVERIFY(compare(built.get()).worst <= 0.51);
    }

    void modalityLut()
    {
        Phantom phantom = stackOf(axial, 4, 2);
        LookupTable lut;
        lut.first = 900;
        for (int i = 0; i < 100; ++i)
            lut.entries.push_back(quint16(i * i));
        for (ImageDescription &image : phantom.images)
            image.modalityLut = lut;
        const Built built = build(phantom);
        QVERIFY(built.volume.has_value());
        QCOMPARE(built.get().type, SampleType::U16);
        const Comparison c = compare(built.get(), [](const Vec3 &p) {
            const double i = std::clamp(std::round(ramp(p)) - 900, 0.0, 99.0);
            return i * i;
        });
        QCOMPARE(c.worst, 0.0);
    }

    // Below the table, or above it, its ends count; padding comes before it.
    void modalityLutAndPadding()
    {
        Phantom phantom = stackOf(axial, 3, 2);
        LookupTable lut;
        lut.first = 0;
        lut.entries = {7, 8, 9};
        QByteArray bytes(24 * 20 * 2, 0);
        auto *values = reinterpret_cast<qint16 *>(bytes.data());
        values[0] = -5;
        values[1] = 1;
        values[2] = 3000;
        values[3] = -2000;
        for (std::size_t i = 0; i < 3; ++i) {
            phantom.images[i].modalityLut = lut;
            phantom.images[i].paddingValue = -2000;
            useBytes(phantom, i, bytes, 16, true);
        }
        const Built built = build(phantom);
        QVERIFY(built.volume.has_value());
        const Volume &v = built.get();
        QCOMPARE(v.value(0, 0, 1), 7.0);
        QCOMPARE(v.value(1, 0, 1), 8.0);
        QCOMPARE(v.value(2, 0, 1), 9.0);
        QVERIFY(isPadding(v, 3, 0, 1));
        QCOMPARE(v.range, (std::array{7.0, 9.0}));
    }

    void padding_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("limit");
        QTest::newRow("one value") << -2000.0 << -2000.0;
        QTest::newRow("a range") << -2000.0 << -1998.0;
        QTest::newRow("a range the other way round") << -1998.0 << -2000.0;
        QTest::newRow("written as unsigned") << 63536.0 << 63536.0;
    }
    void padding()
    {
        QFETCH(double, value);
        QFETCH(double, limit);
        const bool isRange = value != limit;
        Phantom phantom = stackOf(axial, 4, 2);
        for (std::size_t i = 0; i < 4; ++i) {
            auto *values = reinterpret_cast<qint16 *>(phantom.pixels[i].data());
            values[0] = -2000;
            values[1] = -1999;
            values[2] = -1998;
            phantom.images[i].paddingValue = value;
            if (isRange)
                phantom.images[i].paddingLimit = limit;
        }
        const Built built = build(phantom);
        QVERIFY(built.volume.has_value());
        const Volume &v = built.get();
        QVERIFY(v.padding.has_value());
        QVERIFY(isPadding(v, 0, 0, 2));
        QCOMPARE(isPadding(v, 1, 0, 2), isRange);
        QCOMPARE(v.range[0] > 0, isRange);
        QCOMPARE(v.type, SampleType::I16);
    }

    void unsignedValues_data()
    {
        QTest::addColumn<int>("bits");
        QTest::addColumn<int>("stored");
        QTest::addColumn<bool>("tilted");
        QTest::addColumn<SampleType>("type");
        QTest::newRow("8 bits") << 8 << 8 << false << SampleType::U8;
        QTest::newRow("8 bits, tilted") << 8 << 8 << true << SampleType::I16;
        QTest::newRow("12 bits") << 16 << 12 << false << SampleType::U16;
        QTest::newRow("12 bits, tilted") << 16 << 12 << true << SampleType::I16;
        QTest::newRow("16 bits") << 16 << 16 << false << SampleType::U16;
        QTest::newRow("16 bits, tilted") << 16 << 16 << true << SampleType::F32;
    }
    void unsignedValues()
    {
        QFETCH(int, bits);
        QFETCH(int, stored);
        QFETCH(bool, tilted);
        QFETCH(SampleType, type);
        Phantom phantom = tilted ? tiltedStack(10, 6, [](int i) { return i * 2.0; }) : stackOf(axial, 6, 2);
        for (std::size_t i = 0; i < 6; ++i) {
            const QByteArray bytes(24 * 20 * bits / 8, char(i == 3 ? 0x0F : 0x01));
            useBytes(phantom, i, bytes, bits, false);
            phantom.images[i].pixels.bitsStored = stored;
        }
        const Built built = build(phantom);
        QVERIFY(built.volume.has_value());
        const Volume &v = built.get();
        QCOMPARE(v.type, type);
        QCOMPARE(v.padding.has_value(), tilted);
        QCOMPARE(v.range[1], bits == 8 ? 15.0 : 0x0F0F * 1.0);
        QCOMPARE(v.value(12, v.size[1] / 2, 3), v.range[1]);
        QCOMPARE(v.value(12, v.size[1] / 2, 2), v.range[0]);
        if (tilted)
            QVERIFY(isPadding(v, 0, v.size[1] - 1, 0) != isPadding(v, 0, 0, 0));
    }

    void signedAndUnsignedSlices()
    {
        Phantom phantom = stackOf(axial, 4, 2);
        for (std::size_t i = 0; i < 2; ++i) {
            phantom.images[i].pixels.isSigned = false;
            phantom.images[i].pixels.bitsStored = 12;
        }
        const Built built = build(phantom);
        QVERIFY(built.volume.has_value());
        QCOMPARE(built.get().type, SampleType::I16);
        QVERIFY(compare(built.get()).worst <= 0.51);
    }

    void floats()
    {
        Phantom phantom = stackOf(axial, 4, 2);
        for (std::size_t i = 0; i < 4; ++i) {
            QByteArray bytes(24 * 20 * 4, 0);
            auto *values = reinterpret_cast<float *>(bytes.data());
            for (int k = 0; k < 24 * 20; ++k)
                values[k] = float(k) / 7 - 3;
            values[17] = std::numeric_limits<float>::quiet_NaN();
            values[18] = std::numeric_limits<float>::infinity();
            useBytes(phantom, i, bytes, 32, false);
            phantom.images[i].pixels.isFloat = true;
        }
        const Built built = build(phantom);
        QVERIFY(built.volume.has_value());
        const Volume &v = built.get();
        QCOMPARE(v.type, SampleType::F32);
        QCOMPARE(float(v.value(20, 0, 1)), 20.0F / 7 - 3);
        QVERIFY(isPadding(v, 17, 0, 1));
        QVERIFY(isPadding(v, 18, 0, 1));
        QVERIFY(std::abs(v.range[0] + 3) < 1e-6);
        QVERIFY(*v.padding < -3);
    }

    void thirtyTwoBits()
    {
        Phantom phantom = stackOf(axial, 4, 2);
        for (std::size_t i = 0; i < 4; ++i) {
            QByteArray bytes(24 * 20 * 4, 0);
            auto *values = reinterpret_cast<quint32 *>(bytes.data());
            values[3] = 3'000'000'000U;
            useBytes(phantom, i, bytes, 32, false);
            phantom.images[i].shared.slope = 1e-8;
            phantom.images[i].units = QStringLiteral("GY");
        }
        const Built built = build(phantom);
        QVERIFY(built.volume.has_value());
        QCOMPARE(built.get().type, SampleType::F32);
        QVERIFY(std::abs(built.get().value(3, 0, 2) - 30) < 1e-5);
    }

    void inverted()
    {
        Phantom phantom = stackOf(axial, 4, 2);
        for (ImageDescription &image : phantom.images)
            image.pixels.photometric = Photometric::Monochrome1;
        QVERIFY(build(phantom).get().inverted);
        for (ImageDescription &image : phantom.images) {
            image.pixels.photometric = Photometric::Monochrome2;
            image.invertedPresentation = true;
        }
        QVERIFY(build(phantom).get().inverted);
        QVERIFY(!build(stackOf(axial, 4, 2)).get().inverted);
    }

    void notesOfImagesAreKept()
    {
        Phantom phantom = stackOf(axial, 4, 2);
        phantom.images[2].notes << QStringLiteral("frame-count-differs");
        QVERIFY(build(phantom).get().notes.contains(QStringLiteral("frame-count-differs")));
    }

    void unitsThatDifferAreNotStated()
    {
        Phantom phantom = stackOf(axial, 4, 2);
        for (std::size_t i = 0; i < 4; ++i)
            phantom.images[i].units = i < 2 ? QStringLiteral("HU") : QStringLiteral("US");
        QCOMPARE(build(phantom).get().units, QString());
    }

    void downsampled_data()
    {
        QTest::addColumn<int>("voxels");
        QTest::addColumn<int>("perAxis");
        QTest::addColumn<double>("step");
        QTest::addColumn<QList<int>>("size");
        QTest::addColumn<QString>("note");
        QTest::newRow("the same all around")
            << 1000 << 0 << 1.0 << QList<int>{12, 10, 5} << QStringLiteral("downsampled:2");
        QTest::newRow("thick slices stay")
            << 3000 << 0 << 4.0 << QList<int>{12, 10, 9} << QStringLiteral("downsampled:2");
        QTest::newRow("down to a quarter") << 300 << 0 << 4.0 << QList<int>{6, 5, 9} << QStringLiteral("downsampled:4");
        QTest::newRow("a long axis") << 0 << 21 << 4.0 << QList<int>{12, 20, 9} << QStringLiteral("downsampled:2");
    }
    void downsampled()
    {
        QFETCH(int, voxels);
        QFETCH(int, perAxis);
        QFETCH(double, step);
        QFETCH(QList<int>, size);
        QFETCH(QString, note);
        LoadOptions options;
        options.limits.voxels = voxels;
        options.limits.perAxis = perAxis;
        const Built built = build(stackOf(axial, 9, step), options);
        QVERIFY(built.volume.has_value());
        const Volume &v = built.get();
        QCOMPARE((QList<int>{v.size[0], v.size[1], v.size[2]}), size);
        QVERIFY(v.notes.contains(note));
        // Where the last voxel is made of fewer, it is half a voxel off; all others are exactly where they say.
        Comparison inside;
        for (int z = 0; z < v.size[2] - 1; ++z) {
            for (int y = 0; y < v.size[1] - 1; ++y) {
                for (int x = 0; x < v.size[0] - 1; ++x) {
                    const Vec3 p = v.indexToPatient.point({double(x), double(y), double(z)});
                    inside.worst = std::max(inside.worst, std::abs(v.value(x, y, z) - ramp(p)));
                }
            }
        }
        QVERIFY2(inside.worst <= 1.01, qPrintable(QString::number(inside.worst)));
    }

    // Padding does not take part in an average.
    void downsampledBesidePadding()
    {
        Phantom phantom = stackOf(axial, 4, 1);
        for (std::size_t i = 0; i < 4; ++i) {
            QByteArray bytes(24 * 20 * 2, 0);
            auto *values = reinterpret_cast<qint16 *>(bytes.data());
            std::fill_n(values, 24 * 20, qint16(100));
            values[0] = -2000;
            values[2] = values[3] = values[26] = -2000;
            useBytes(phantom, i, bytes, 16, true);
            phantom.images[i].paddingValue = -2000;
        }
        LoadOptions options;
        options.limits.voxels = 300;
        const Built built = build(phantom, options);
        QVERIFY(built.volume.has_value());
        QCOMPARE(built.get().size, (std::array{12, 10, 2}));
        QCOMPARE(built.get().value(0, 0, 0), 100.0);
        QVERIFY(isPadding(built.get(), 1, 0, 0));
    }

    void tooLarge()
    {
        LoadOptions options;
        options.limits.voxels = 5;
        const Phantom phantom = stackOf(axial, 9, 2);
        const FakeSource source(phantom);
        const FakeDecoder decoder;
        const auto volume = VolumeLoader(phantom.images, source, decoder).load(layOut(phantom.images)[0], options);
        QVERIFY(!volume);
        QCOMPARE(volume.error().code, FailureCode::TooLarge);
    }

    // A stack whose description would need terabytes is refused before anything is allocated.
    void hostileSize()
    {
        Phantom phantom = stackOf(axial, 200, 2);
        for (ImageDescription &image : phantom.images) {
            image.pixels.rows = 16384;
            image.pixels.columns = 16384;
            image.layout.length = qint64(16384) * 16384 * 2;
        }
        LoadOptions options;
        options.limits.bytes = qint64(1) << 26;
        const FakeSource source(phantom);
        const FakeDecoder decoder;
        const auto volume = VolumeLoader(phantom.images, source, decoder).load(layOut(phantom.images)[0], options);
        QVERIFY(!volume);
        QCOMPARE(volume.error().code, FailureCode::TooLarge);
    }

    void picturesAreNoVolume()
    {
        const Phantom phantom = stackOf(axial, 2, 2);
        const FakeSource source(phantom);
        const FakeDecoder decoder;
        const auto volume = VolumeLoader(phantom.images, source, decoder).load(layOut(phantom.images)[0]);
        QVERIFY(!volume);
        QCOMPARE(volume.error().code, FailureCode::Internal);
    }
};

QTEST_APPLESS_MAIN(TestVolumeBuild)
#include "tst_volume_build.moc"
