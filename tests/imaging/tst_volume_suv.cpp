// SPDX-License-Identifier: Apache-2.0
#include "imaging/VolumePhantom.h"
#include "volume/Suv.h"
#include "volume/VolumeLoader.h"

#include <QTest>
#include <cmath>

using namespace Chartline::Test;

namespace {

// A PET of 80 kg, 400 MBq injected 60 minutes before the scan, half-life 110 minutes.
Phantom pet(int slices = 4)
{
    Phantom phantom;
    for (int i = 0; i < slices; ++i) {
        ImageDescription &image = phantom.add(axial, {0, 0, i * 3.0});
        image.modality = QStringLiteral("PT");
        image.units = QStringLiteral("BQML");
        PetInfo info;
        info.units = QStringLiteral("BQML");
        info.decayCorrection = QStringLiteral("START");
        info.corrected = {QStringLiteral("DECY"), QStringLiteral("ATTN"), QStringLiteral("SCAT")};
        info.weightKg = 80;
        info.heightM = 1.8;
        info.sex = QStringLiteral("M");
        info.doseBq = 4e8;
        info.halfLifeS = 6600;
        info.injected = QStringLiteral("20240310090000.00");
        info.seriesStart = QStringLiteral("20240310100000");
        info.acquisitionStart = QString::number(20240310100000 + i * 100) + QStringLiteral(".5");
        image.pet = info;
        image.shared.windows = {{5000, 10000, {}, Window::Function::Linear}};
    }
    return phantom;
}

const double decayed = 4e8 * std::exp2(-3600.0 / 6600);
const double expected = 80'000 / decayed;

void change(Phantom &phantom, const std::function<void(PetInfo &)> &f)
{
    for (ImageDescription &image : phantom.images)
        f(*image.pet);
}

using Change = std::function<void(PetInfo &)>;

} // namespace

Q_DECLARE_METATYPE(Change)

class TestVolumeSuv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodyWeight()
    {
        const Suv suv = suvOf(pet().images);
        QVERIFY2(suv.factor.has_value(), qPrintable(suv.reason));
        QVERIFY(std::abs(*suv.factor / expected - 1) < 1e-9);
        QCOMPARE(suv.units, QStringLiteral("SUVbw"));
        // 1.10·80 − 128·(80/180)² = 62.716 kg of 80; 0.007184·80^0.425·180^0.725 = 1.9964 m².
        QVERIFY(std::abs(*suv.leanBodyMass - 62.716 / 80) < 1e-4);
        QVERIFY(std::abs(*suv.bodySurface - 19964 / 80000.0) < 1e-4);
    }

    void factors_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<double>("factor"); // against the plain case
        const auto row = [](const char *name, double factor, Change f) { QTest::newRow(name) << f << factor; };
        const auto half = [](double seconds) { return std::exp2(seconds / 6600); };
        row("corrected to the injection", std::exp2(-3600.0 / 6600),
            [](PetInfo &p) { p.decayCorrection = QStringLiteral("ADMIN"); });
        row("the injection needs no time then", std::exp2(-3600.0 / 6600), [](PetInfo &p) {
            p.decayCorrection = QStringLiteral("ADMIN");
            p.injected.clear();
            p.halfLifeS.reset();
            p.acquisitionStart.clear();
        });
        row("written again later: the first acquisition counts", half(0.5),
            [](PetInfo &p) { p.seriesStart = QStringLiteral("20240310153000"); });
        row("no time of the series", half(0.5), [](PetInfo &p) { p.seriesStart.clear(); });
        row("across midnight, dates told", 1, [](PetInfo &p) {
            p.injected = QStringLiteral("20240309233000");
            p.seriesStart = QStringLiteral("20240310003000");
            p.acquisitionStart = QStringLiteral("20240310003100");
        });
        row("across midnight, only the time told", 1, [](PetInfo &p) {
            p.injected = QStringLiteral("20240310233000"); // with the date of the series
            p.seriesStart = QStringLiteral("20240310003000");
            p.acquisitionStart = QStringLiteral("20240310003100");
        });
        row("dynamic, begun before the injection", std::exp2(-3630.0 / 6600),
            [](PetInfo &p) { p.injected = QStringLiteral("20240310100030"); });
        row("with time zones", 1, [](PetInfo &p) {
            p.injected = QStringLiteral("20240310100000.000000+0100");
            p.seriesStart = QStringLiteral("20240310100000+0000");
            p.acquisitionStart = QStringLiteral("20240310050001-0500");
        });
        row("hours alone", 1, [](PetInfo &p) { p.injected = QStringLiteral("2024031009"); });
        row("Philips, factor to SUV", 0.003 / expected, [](PetInfo &p) {
            p.units = QStringLiteral("CNTS");
            p.philipsSuvFactor = 0.003;
            p.philipsBqmlFactor = 7;
        });
        row("Philips, factor to activity", 7, [](PetInfo &p) {
            p.units = QStringLiteral("CNTS");
            p.philipsSuvFactor = 0;
            p.philipsBqmlFactor = 7;
        });
        row("is SUV already", 1 / expected, [](PetInfo &p) {
            p.units = QStringLiteral("GML");
            p.weightKg.reset();
            p.corrected.clear();
        });
        row("other words", 1, [](PetInfo &p) { p.corrected = {QStringLiteral("DECAY"), QStringLiteral(" attn ")}; });
    }
    void factors()
    {
        QFETCH(Change, change);
        QFETCH(double, factor);
        Phantom phantom = pet();
        ::change(phantom, change);
        const Suv suv = suvOf(phantom.images);
        QVERIFY2(suv.factor.has_value(), qPrintable(suv.reason));
        QVERIFY2(std::abs(*suv.factor / expected / factor - 1) < 1e-9,
                 qPrintable(QString::number(*suv.factor / expected)));
        QCOMPARE(suv.units, QStringLiteral("SUVbw"));
        QVERIFY(suv.reason.isEmpty());
    }

    void reasons_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("reason");
        int rows = 0;
        const auto row = [&](const char *reason, Change f) {
            QTest::addRow("%d %s", ++rows, reason) << f << QString::fromLatin1(reason);
        };
        row("not-attenuation-corrected", [](PetInfo &p) { p.corrected.removeAll(QStringLiteral("ATTN")); });
        row("not-decay-corrected", [](PetInfo &p) { p.corrected.removeAll(QStringLiteral("DECY")); });
        row("not-decay-corrected", [](PetInfo &p) { p.decayCorrection = QStringLiteral("NONE"); });
        row("not-decay-corrected", [](PetInfo &p) { p.decayCorrection.clear(); });
        row("decay-reference:SCANNER", [](PetInfo &p) { p.decayCorrection = QStringLiteral("SCANNER"); });
        row("units:PROPCNTS", [](PetInfo &p) { p.units = QStringLiteral("PROPCNTS"); });
        row("units:", [](PetInfo &p) { p.units.clear(); });
        row("no-scale-factor", [](PetInfo &p) { p.units = QStringLiteral("CNTS"); });
        row("no-weight", [](PetInfo &p) { p.weightKg.reset(); });
        row("no-weight", [](PetInfo &p) { p.weightKg = 0; });
        row("no-weight", [](PetInfo &p) { p.weightKg = HUGE_VAL; });
        row("implausible-weight", [](PetInfo &p) { p.weightKg = 80'000; });
        row("no-dose", [](PetInfo &p) { p.doseBq.reset(); });
        row("no-dose", [](PetInfo &p) { p.doseBq = -4e8; });
        row("implausible-dose", [](PetInfo &p) { p.doseBq = 400; }); // MBq
        row("no-half-life", [](PetInfo &p) { p.halfLifeS = 0; });
        row("no-injection-time", [](PetInfo &p) { p.injected.clear(); });
        row("no-injection-time", [](PetInfo &p) { p.injected = QStringLiteral("20240310"); });
        row("no-injection-time", [](PetInfo &p) { p.injected = QStringLiteral("20241310090000"); });
        row("no-injection-time", [](PetInfo &p) { p.injected = QStringLiteral("2024031009x000"); });
        row("no-scan-time", [](PetInfo &p) { p.acquisitionStart.clear(); });
        row("zones-differ", [](PetInfo &p) { p.injected = QStringLiteral("20240310090000+0100"); });
        row("injected-after-scan", [](PetInfo &p) { p.injected = QStringLiteral("20240310110000"); });
        row("injected-after-scan", [](PetInfo &p) { p.injected = QStringLiteral("20240312090000"); });
        row("implausible-times", [](PetInfo &p) { p.injected = QStringLiteral("20240307090000"); });
        row("implausible-times", [](PetInfo &p) { p.injected = QStringLiteral("19000101090000"); });
        row("units:GML", [](PetInfo &p) {
            p.units = QStringLiteral("GML");
            p.suvType = QStringLiteral("WHAT");
        });
    }
    void reasons()
    {
        QFETCH(Change, change);
        Phantom phantom = pet();
        ::change(phantom, change);
        const Suv suv = suvOf(phantom.images);
        QVERIFY(!suv.factor.has_value());
        QVERIFY(!suv.leanBodyMass.has_value());
        QTEST(suv.reason, "reason");
    }

    void otherKindsOfSuv()
    {
        Phantom phantom = pet();
        change(phantom, [](PetInfo &p) {
            p.units = QStringLiteral("GML");
            p.suvType = QStringLiteral("LBMJANMA");
        });
        QCOMPARE(suvOf(phantom.images).units, QStringLiteral("SUVlbm"));
        QVERIFY(!suvOf(phantom.images).leanBodyMass);
        change(phantom, [](PetInfo &p) { p.units = QStringLiteral("CM2ML"); });
        QCOMPARE(suvOf(phantom.images).units, QStringLiteral("SUVbsa"));
    }

    void imagesThatDisagree()
    {
        Phantom phantom = pet();
        phantom.images[2].pet->weightKg = 81;
        QCOMPARE(suvOf(phantom.images).reason, QStringLiteral("inconsistent"));
        phantom.images[2].pet.reset();
        QCOMPARE(suvOf(phantom.images).reason, QStringLiteral("no-pet-data"));
        QCOMPARE(suvOf(stackOf(axial, 4, 2).images).reason, QStringLiteral("not-pet"));
        QCOMPARE(suvOf({}).reason, QStringLiteral("not-pet"));
    }

    void times_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<double>("seconds"); // NaN: none
        const double none = std::nan("");
        QTest::newRow("fractions") << QStringLiteral("20240101000000.25") << QStringLiteral("20240101000001.75") << 1.5;
        QTest::newRow("leap day") << QStringLiteral("20240228120000") << QStringLiteral("20240301120000") << 172800.0;
        QTest::newRow("summer time has no say")
            << QStringLiteral("20240331000000") << QStringLiteral("20240331060000") << 21600.0;
        QTest::newRow("point alone") << QStringLiteral("20240101000000.") << QStringLiteral("2024010100") << 0.0;
        QTest::newRow("empty") << QString() << QStringLiteral("2024010100") << none;
        QTest::newRow("odd digits") << QStringLiteral("202401010") << QStringLiteral("2024010100") << none;
        QTest::newRow("not a time") << QStringLiteral("20240101990000") << QStringLiteral("2024010100") << none;
        QTest::newRow("words") << QStringLiteral("yesterday, at nine") << QStringLiteral("2024010100") << none;
        QTest::newRow("zone broken") << QStringLiteral("2024010100+1x00") << QStringLiteral("2024010100+0000") << none;
        QTest::newRow("fraction broken") << QStringLiteral("20240101000000.x") << QStringLiteral("2024010100") << none;
    }
    void times()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(double, seconds);
        const auto result = secondsBetween(from, to);
        QCOMPARE(result.has_value(), !std::isnan(seconds));
        if (result)
            QCOMPARE(*result, seconds);
    }

    // The volume is in SUV, its windows with it; slopes differ from slice to slice as they do for PET.
    void volumeInSuv()
    {
        Phantom phantom = pet();
        for (std::size_t i = 0; i < 4; ++i)
            phantom.images[i].shared.slope = 1 + double(i);
        const FakeSource source(phantom);
        const FakeDecoder decoder;
        const auto volume = VolumeLoader(phantom.images, source, decoder).load(layOut(phantom.images)[0]);
        QVERIFY(volume.has_value());
        const Volume &v = **volume;
        QCOMPARE(v.type, SampleType::F32);
        QCOMPARE(v.units, QStringLiteral("SUVbw"));
        QVERIFY(v.unitsNote.isEmpty());
        const double activity = ramp({5, 5, 6}) * 3;
        QVERIFY(std::abs(v.value(5, 5, 2) / (activity * expected) - 1) < 1e-6);
        QVERIFY(std::abs(v.windows[0].center - 5000 * expected) < 1e-9);
        QVERIFY(v.range[1] < 10);
    }

    void volumeWithoutSuvSaysWhy()
    {
        Phantom phantom = pet();
        change(phantom, [](PetInfo &p) { p.weightKg.reset(); });
        const FakeSource source(phantom);
        const FakeDecoder decoder;
        const auto volume = VolumeLoader(phantom.images, source, decoder).load(layOut(phantom.images)[0]);
        QVERIFY(volume.has_value());
        QCOMPARE((*volume)->units, QStringLiteral("BQML"));
        QCOMPARE((*volume)->unitsNote, QStringLiteral("no-weight"));
        QCOMPARE((*volume)->windows[0].center, 5000.0);
    }
};

QTEST_APPLESS_MAIN(TestVolumeSuv)
#include "tst_volume_suv.moc"
