// SPDX-License-Identifier: Apache-2.0
#include "imaging/ObjectFiles.h"
#include "objects/ObjectColors.h"

#include <QtTest>

using namespace Chartline::Imaging;
using namespace Qt::StringLiterals;

// Objects of real files, compared with what pydicom 2.4 reads in them.
class TestObjects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Test::silenceDcmtk();
        if (!Test::hasShared())
            QSKIP("the shared images are not here");
    }
    void segmentation_data();
    void segmentation();
    void structureSet();
    void waveform_data();
    void waveform();
    void waveformAnnotations();
    void presentationState();
    void imagesAreNoObjects();
    void colours_data();
    void colours();
};

void TestObjects::segmentation_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QStringList>("labels");
    QTest::addColumn<QStringList>("types");
    QTest::addColumn<bool>("overlaps");
    constexpr int binary = int(SegmentationInfo::Kind::Binary);
    QTest::newRow("liver") << u"dcmqi/data/segmentations/liver.dcm"_s << binary << QStringList{u"Liver"_s}
                           << QStringList{u"Liver"_s} << true;
    QTest::newRow("overlapping") << u"dcmqi/data/segmentations/partial_overlaps.dcm"_s << binary
                                 << QStringList{u"GREEN"_s, u"ORANGE"_s, u"PURPLE"_s, u"LIGHT_BLUE"_s, u"DARK_BLUE"_s}
                                 << QStringList{u"Tissue"_s, u"Artery"_s, u"Capillary"_s, u"Edema"_s, u"Vein"_s}
                                 << true;
    QTest::newRow("label map") << u"dcmqi/data/segmentations/sparse-labelmap-ppv5.dcm"_s
                               << int(SegmentationInfo::Kind::LabelMap) << QStringList{u"Background"_s, u"Liver"_s}
                               << QStringList{u"Background"_s, u"Liver"_s} << false;
    QTest::newRow("PET, no overlap") << u"ohif/acrin-petct/SEG_9_162308/00001.dcm"_s << binary
                                     << QStringList{u"Segment_1"_s} << QStringList{u"Tissue"_s} << false;
    QTest::newRow("big endian") << u"pydicom/src/pydicom/data/test_files/liver_expb_1frame.dcm"_s << binary
                                << QStringList{u"Liver"_s} << QStringList{u"Liver"_s} << true;
}

void TestObjects::segmentation()
{
    QFETCH(QString, file);
    const auto object = Test::objectIn(file);
    QVERIFY2(object, qPrintable(object ? QString() : object.error().detail));
    const auto *info = std::get_if<SegmentationInfo>(&*object);
    QVERIFY(info);
    QTEST(int(info->kind), "kind");
    QTEST(info->overlaps, "overlaps");
    QStringList labels;
    QStringList types;
    for (const Segment &segment : info->segments) {
        labels.append(segment.label);
        types.append(segment.type);
        QVERIFY(segment.color.has_value());
    }
    QTEST(labels, "labels");
    QTEST(types, "types");
    QVERIFY(!info->sourceSeries.isEmpty());
}

void TestObjects::structureSet()
{
    const auto object = Test::objectIn(u"pydicom/src/pydicom/data/test_files/rtstruct.dcm"_s);
    QVERIFY(object);
    const auto &set = std::get<StructureSet>(*object);
    QCOMPARE(set.identity.label, u"sep30"_s);
    QCOMPARE(set.rois.size(), std::size_t(3));
    const Roi &body = set.rois[0];
    QCOMPARE(body.name, u"patient"_s);
    QCOMPARE(body.type, u"EXTERNAL"_s);
    QCOMPARE(body.color.value_or(0), Rgb(0xffdca078));
    QCOMPARE(body.frameOfReference, u"1.2.826.0.1.3680043.8.498.2010020400001.2"_s);
    QCOMPARE(body.contours.size(), std::size_t(3));
    QCOMPARE(body.contours[0].points.size(), std::size_t(5));
    QCOMPARE(body.contours[0].points[2], (Vec3{200, -150, -200}));
    QCOMPARE(body.contours[1].points.size(), std::size_t(6));
    QCOMPARE(body.contours[1].points[0], (Vec3{200, -0.0, -190}));
    QCOMPARE(int(set.rois[1].contours[0].type), int(Contour::Type::Point));
    QCOMPARE(set.rois[2].name, u"Isocenter 2"_s);
}

void TestObjects::waveform_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("groups");
    QTest::addColumn<double>("rate");
    QTest::addColumn<int>("samples");
    QTest::addColumn<int>("channel");
    QTest::addColumn<QString>("lead");
    QTest::addColumn<QString>("units");
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("value777");
    QTest::addColumn<double>("least");
    QTest::addColumn<double>("most");
    const QString pydicom = u"pydicom/src/pydicom/data/test_files/waveform_ecg.dcm"_s;
    const QString ohif = u"ohif/ecg/ECG_9_5407_1/00001.dcm"_s;
    const QString deflated = u"dicomParser/testImages/deflate/wave_dfl"_s;
    QTest::newRow("I") << pydicom << 2 << 1000.0 << 10000 << 0 << u"I"_s << u"uV"_s << 100.0 << 300.0 << -62.5 << 725.0;
    QTest::newRow("aVR") << pydicom << 2 << 1000.0 << 10000 << 3 << u"aVR"_s << u"uV"_s << -106.25 << -383.75 << -931.25
                         << 85.0;
    QTest::newRow("V5") << ohif << 2 << 1000.0 << 10000 << 10 << u"V5"_s << u"uV"_s << -68.75 << 675.0 << -225.0
                        << 1962.5;
    QTest::newRow("deflated, mV") << deflated << 1 << 240.0 << 2400 << 2 << u"III"_s << u"mV"_s << -0.16836 << 0.00488
                                  << -1.07604 << 0.35624;
}

void TestObjects::waveform()
{
    QFETCH(QString, file);
    QFETCH(int, channel);
    const auto object = Test::objectIn(file);
    QVERIFY2(object, qPrintable(object ? QString() : object.error().detail));
    const auto &waveform = std::get<Waveform>(*object);
    QTEST(int(waveform.groups.size()), "groups");
    const WaveformGroup &group = waveform.groups[0];
    QTEST(group.rate, "rate");
    QTEST(int(group.samples()), "samples");
    QCOMPARE(group.channels.size(), std::size_t(12));
    const WaveformChannel &one = group.channels[std::size_t(channel)];
    QTEST(one.lead, "lead");
    QTEST(one.units, "units");
    const auto near = [](double a, double b) { return std::abs(a - b) < 1e-9; };
    QFETCH(double, first);
    QFETCH(double, value777);
    QVERIFY(near(one.value(0), first));
    QVERIFY(near(one.value(777), value777));
    double least = 1e9;
    double most = -1e9;
    for (std::size_t i = 0; i < one.samples.size(); ++i) {
        least = std::min(least, one.value(i));
        most = std::max(most, one.value(i));
    }
    QVERIFY(near(least, *static_cast<double *>(QTest::qData("least", QMetaType::Double))));
    QVERIFY(near(most, *static_cast<double *>(QTest::qData("most", QMetaType::Double))));
}

void TestObjects::waveformAnnotations()
{
    const auto object = Test::objectIn(u"ohif/ecg/ECG_9_5407_1/00001.dcm"_s);
    QVERIFY(object);
    const auto &waveform = std::get<Waveform>(*object);
    QCOMPARE(waveform.groups[0].label, u"RHYTHM"_s);
    QCOMPARE(waveform.groups[1].label, u"MEDIAN BEAT"_s);
    QCOMPARE(waveform.groups[1].samples(), std::size_t(1200));
    QCOMPARE(waveform.groups[0].channels[0].lowHz.value_or(0), 0.05);
    QCOMPARE(waveform.groups[0].channels[0].highHz.value_or(0), 300.0);
    QVERIFY(!waveform.groups[0].channels[0].notchHz); // 0 is none
    QCOMPARE(waveform.annotations.at(0).value, u"RITMO SINUSALE"_s);
    const auto qt = std::ranges::find(waveform.annotations, u"QT Interval"_s, &WaveformAnnotation::name);
    QVERIFY(qt != waveform.annotations.end());
    QVERIFY2(qt->value.startsWith(u"368"_s), qPrintable(qt->value));
    QCOMPARE(waveform.identity.patientName, u"Anonymous"_s);
    QCOMPARE(waveform.identity.patientBirthDate, u"1971-01-23"_s);
}

void TestObjects::presentationState()
{
    const QString folder = u"weasis-dicom-tools/weasis-dicom-tools/src/test/resources/org/dcm4che3/img/"_s;
    const auto tables = Test::objectIn(folder + u"prLUTs.dcm"_s);
    QVERIFY(tables);
    const auto &state = std::get<PresentationState>(*tables);
    QCOMPARE(state.identity.label, u"XLUT_P03"_s);
    QCOMPARE(state.images.size(), std::size_t(1));
    QCOMPARE(state.images[0].sopInstance, u"1.2.276.0.7230010.3.200.6.3.1"_s);
    QCOMPARE(state.contrasts.size(), std::size_t(1));
    QVERIFY(state.contrasts[0].table.has_value());
    QVERIFY(state.notes.contains(u"modality-lut"_s));
    QCOMPARE(state.areas.size(), std::size_t(1));
    QCOMPARE(state.areas[0].bottomRight, (std::array<int, 2>{512, 512}));
    const auto overlays = Test::objectIn(folder + u"prOverlay.dcm"_s);
    QVERIFY(overlays);
    QCOMPARE(std::get<PresentationState>(*overlays).layers.size(), std::size_t(6));
    QVERIFY(!std::get<PresentationState>(*overlays).inverted);
}

void TestObjects::imagesAreNoObjects()
{
    const auto object = Test::objectIn(u"pydicom/src/pydicom/data/test_files/CT_small.dcm"_s);
    QVERIFY(!object);
    QCOMPARE(int(object.error().code), int(FailureCode::NotAnImage));
}

void TestObjects::colours_data()
{
    QTest::addColumn<int>("lightness");
    QTest::addColumn<int>("a");
    QTest::addColumn<int>("b");
    QTest::addColumn<quint32>("rgb");
    // The corners of sRGB, whose CIELab values with D50 white are known (CSS Color 4's lab() of them).
    const auto row = [](const char *name, double lightness, double a, double b, quint32 rgb) {
        QTest::newRow(name) << qRound(lightness * 655.35) << qRound((a + 128) * 257) << qRound((b + 128) * 257) << rgb;
    };
    row("white", 100, 0, 0, 0xffffffff);
    row("black", 0, 0, 0, 0xff000000);
    row("red", 54.29, 80.80, 69.89, 0xffff0000);
    row("green", 87.82, -79.27, 80.99, 0xff00ff00);
    row("blue", 29.57, 68.29, -112.03, 0xff0000ff);
    row("grey", 53.59, 0, 0, 0xff808080);
}

void TestObjects::colours()
{
    QFETCH(int, lightness);
    QFETCH(int, a);
    QFETCH(int, b);
    QFETCH(quint32, rgb);
    const Rgb found = rgbOfCieLab({lightness, a, b});
    for (int shift = 0; shift < 32; shift += 8) {
        const int difference = std::abs(int((found >> shift) & 0xff) - int((rgb >> shift) & 0xff));
        QVERIFY2(difference <= 2, qPrintable(QString::number(found, 16)));
    }
}

QTEST_GUILESS_MAIN(TestObjects)
#include "tst_objects.moc"
