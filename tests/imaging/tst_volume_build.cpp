// SPDX-License-Identifier: Apache-2.0
#include "imaging/VolumeChecks.h"

#include <QTest>
#include <cmath>
#include <cstring>

using namespace Chartline::Test;

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

    void noMemoryAtAll()
    {
        LoadOptions options;
        options.limits.bytes = 0;
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
