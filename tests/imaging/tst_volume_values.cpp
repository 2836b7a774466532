// SPDX-License-Identifier: Apache-2.0
#include "imaging/VolumeChecks.h"

#include <QTest>
#include <cmath>
#include <cstring>

using namespace Chartline::Test;

class TestVolumeValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

QTEST_APPLESS_MAIN(TestVolumeValues)
#include "tst_volume_values.moc"
