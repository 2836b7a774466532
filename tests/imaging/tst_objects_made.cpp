// SPDX-License-Identifier: Apache-2.0
#include "imaging/ObjectFiles.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace Chartline::Imaging;
using namespace Qt::StringLiterals;

// Objects made for the purpose, and bytes that no honest process would send.
class TestObjectsMade : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Test::silenceDcmtk(); }
    void presentationState();
    void presentationStateThatLies();
    void presentationStateNotes();
    void keyObjects();
    void waveformKinds_data();
    void waveformKinds();
    void waveformThatLies_data();
    void waveformThatLies();
    void structureSetThatLies();
    void segmentNumbersOutOfBounds();
    void hostileBytes();
    void boundsOfObjects_data();
    void boundsOfObjects();

private:
    static DcmDataset waveformOf(const char *kind, int bits, const QByteArray &data, int channels, int samples);
};

void TestObjectsMade::presentationState()
{
    DcmDataset d = Test::madeDataset(UID_GrayscaleSoftcopyPresentationStateStorage, "PR");
    Test::put(d, DCM_ContentLabel, "BONE");
    Test::put(d, DCM_ContentCreatorName, "Muster^Max");
    Test::put(d, DCM_PresentationLUTShape, "INVERSE");
    Test::put(d, DCM_ImageHorizontalFlip, "Y");
    (void)d.putAndInsertUint16(DCM_ImageRotation, 90);
    DcmItem &series = Test::itemAt(d, DCM_ReferencedSeriesSequence);
    Test::put(series, DCM_SeriesInstanceUID, "1.2.3.9");
    for (int i = 0; i < 2; ++i) {
        DcmItem &image = Test::itemAt(series, DCM_ReferencedImageSequence, i);
        Test::put(image, DCM_ReferencedSOPInstanceUID, i == 0 ? "1.2.3.9.1" : "1.2.3.9.2");
        if (i == 1)
            Test::put(image, DCM_ReferencedFrameNumber, "2\\3");
    }
    DcmItem &voi = Test::itemAt(d, DCM_SoftcopyVOILUTSequence);
    Test::put(voi, DCM_WindowCenter, "300");
    Test::put(voi, DCM_WindowWidth, "1500");
    DcmItem &area = Test::itemAt(d, DCM_DisplayedAreaSelectionSequence);
    const Sint32 corner[] = {11, 21};
    const Sint32 other[] = {110, 220};
    (void)area.putAndInsertSint32Array(DCM_DisplayedAreaTopLeftHandCorner, corner, 2);
    (void)area.putAndInsertSint32Array(DCM_DisplayedAreaBottomRightHandCorner, other, 2);
    Test::put(area, DCM_PresentationSizeMode, "SCALE TO FIT");
    for (int i = 0; i < 2; ++i) {
        DcmItem &layer = Test::itemAt(d, DCM_GraphicLayerSequence, i);
        Test::put(layer, DCM_GraphicLayer, i == 0 ? "ABOVE" : "BELOW");
        Test::put(layer, DCM_GraphicLayerOrder, i == 0 ? "2" : "1");
    }
    DcmItem &annotation = Test::itemAt(d, DCM_GraphicAnnotationSequence);
    Test::put(annotation, DCM_GraphicLayer, "ABOVE");
    Test::put(Test::itemAt(annotation, DCM_ReferencedImageSequence), DCM_ReferencedSOPInstanceUID, "1.2.3.9.1");
    DcmItem &circle = Test::itemAt(annotation, DCM_GraphicObjectSequence);
    Test::put(circle, DCM_GraphicAnnotationUnits, "PIXEL");
    Test::put(circle, DCM_GraphicType, "CIRCLE");
    Test::put(circle, DCM_GraphicFilled, "N");
    const Float32 points[] = {50, 60, 58, 60};
    (void)circle.putAndInsertFloat32Array(DCM_GraphicData, points, 4);
    DcmItem &text = Test::itemAt(annotation, DCM_TextObjectSequence);
    Test::put(text, DCM_UnformattedTextValue, "Größe 8 mm");
    Test::put(text, DCM_AnchorPointAnnotationUnits, "DISPLAY");
    const Float32 anchor[] = {0.5F, 0.25F};
    (void)text.putAndInsertFloat32Array(DCM_AnchorPoint, anchor, 2);
    Test::put(text, DCM_AnchorPointVisibility, "Y");
    Test::put(d, DCM_ShutterShape, "CIRCULAR");
    Test::put(d, DCM_CenterOfCircularShutter, "120\\100");
    Test::put(d, DCM_RadiusOfCircularShutter, "80");

    const auto object = Test::objectOf(Test::written(d));
    QVERIFY2(object, qPrintable(object ? QString() : object.error().detail));
    const auto &state = std::get<PresentationState>(*object);
    QCOMPARE(state.identity.label, u"BONE"_s);
    QCOMPARE(state.identity.creator, u"Muster, Max"_s);
    QVERIFY(state.inverted);
    QVERIFY(state.flipped);
    QCOMPARE(state.rotation, 90);
    QCOMPARE(state.images.size(), std::size_t(2));
    QVERIFY(refersTo(state.images, u"1.2.3.9.1"_s, 7));
    QVERIFY(refersTo(state.images, u"1.2.3.9.2"_s, 1));
    QVERIFY(!refersTo(state.images, u"1.2.3.9.2"_s, 0));
    QVERIFY(!refersTo(state.images, u"1.2.3.9.3"_s, 0));
    QCOMPARE(state.contrastOf(u"1.2.3.9.1"_s, 0)->window->width, 1500.0);
    QCOMPARE(state.areaOf(u"1.2.3.9.1"_s, 0)->topLeft, (std::array<int, 2>{11, 21}));
    QCOMPARE(state.layers.at(0).name, u"BELOW"_s); // in drawing order
    const GraphicAnnotation &marks = state.annotations.at(0);
    QCOMPARE(marks.graphics.size(), std::size_t(1));
    QCOMPARE(int(marks.graphics[0].type), int(GraphicObject::Type::Circle));
    QCOMPARE(marks.graphics[0].points.at(1), (Point2{58, 60}));
    QCOMPARE(marks.texts.at(0).text, u"Größe 8 mm"_s);
    QCOMPARE(int(marks.texts.at(0).anchorUnits), int(GraphicUnits::Display));
    QVERIFY(marks.texts.at(0).anchorVisible);
    QCOMPARE(*state.shutter.circle, (std::array<int, 3>{100, 120, 80})); // column, row
}

void TestObjectsMade::presentationStateThatLies()
{
    DcmDataset d = Test::madeDataset(UID_GrayscaleSoftcopyPresentationStateStorage, "PR");
    (void)d.putAndInsertUint16(DCM_ImageRotation, 45);
    DcmItem &voi = Test::itemAt(d, DCM_SoftcopyVOILUTSequence);
    Test::put(voi, DCM_WindowCenter, "nan");
    Test::put(voi, DCM_WindowWidth, "-5");
    DcmItem &annotation = Test::itemAt(d, DCM_GraphicAnnotationSequence);
    DcmItem &ellipse = Test::itemAt(annotation, DCM_GraphicObjectSequence);
    Test::put(ellipse, DCM_GraphicType, "ELLIPSE");
    const Float32 points[] = {50, 60};
    (void)ellipse.putAndInsertFloat32Array(DCM_GraphicData, points, 2);
    DcmItem &text = Test::itemAt(annotation, DCM_TextObjectSequence);
    Test::put(text, DCM_UnformattedTextValue, "nowhere");
    const auto object = Test::objectOf(Test::written(d));
    QVERIFY(object);
    const auto &state = std::get<PresentationState>(*object);
    QCOMPARE(state.rotation, 0);
    QVERIFY(state.contrasts.empty());
    QVERIFY(state.annotations.at(0).graphics.empty());
    QVERIFY(state.annotations.at(0).texts.empty());
    QCOMPARE(state.notes, (QStringList{u"voi-unusable"_s, u"graphics-left-out:2"_s}));
}

// What a state asks for and does not get is told.
void TestObjectsMade::presentationStateNotes()
{
    DcmDataset d = Test::madeDataset(UID_GrayscaleSoftcopyPresentationStateStorage, "PR");
    Test::put(d, DCM_RescaleSlope, "2");
    Test::put(d, DCM_RescaleIntercept, "-1000");
    DcmItem &area = Test::itemAt(d, DCM_DisplayedAreaSelectionSequence);
    const Sint32 corner[] = {1, 1};
    (void)area.putAndInsertSint32Array(DCM_DisplayedAreaTopLeftHandCorner, corner, 2);
    (void)area.putAndInsertSint32Array(DCM_DisplayedAreaBottomRightHandCorner, corner, 2);
    Test::put(area, DCM_PresentationSizeMode, "TRUE SIZE");
    Test::put(area, DCM_PresentationPixelAspectRatio, "2\\1");
    DcmItem &annotation = Test::itemAt(d, DCM_GraphicAnnotationSequence);
    DcmItem &point = Test::itemAt(annotation, DCM_GraphicObjectSequence);
    Test::put(point, DCM_GraphicType, "POINT");
    Test::put(point, DCM_GraphicAnnotationUnits, "MATRIX");
    const Float32 points[] = {50, 60};
    (void)point.putAndInsertFloat32Array(DCM_GraphicData, points, 2);
    const auto object = Test::objectOf(Test::written(d));
    QVERIFY(object);
    const auto &state = std::get<PresentationState>(*object);
    QVERIFY(state.rescale == (std::array<double, 2>{2, -1000}));
    QCOMPARE(state.notes, (QStringList{u"true-size"_s, u"aspect"_s, u"matrix-units"_s}));
    QVERIFY(*objectFromBytes(toBytes(state)) == DicomObject(state));
}

void TestObjectsMade::keyObjects()
{
    DcmDataset d = Test::madeDataset(UID_KeyObjectSelectionDocumentStorage, "KO");
    DcmItem &title = Test::itemAt(d, DCM_ConceptNameCodeSequence);
    Test::put(title, DCM_CodeValue, "113000");
    Test::put(title, DCM_CodingSchemeDesignator, "DCM");
    Test::put(title, DCM_CodeMeaning, "Of Interest");
    DcmItem &evidence =
        Test::itemAt(Test::itemAt(d, DCM_CurrentRequestedProcedureEvidenceSequence), DCM_ReferencedSeriesSequence);
    Test::put(evidence, DCM_SeriesInstanceUID, "1.2.3.9");
    Test::put(Test::itemAt(evidence, DCM_ReferencedSOPSequence), DCM_ReferencedSOPInstanceUID, "1.2.3.9.7");
    DcmItem &text = Test::itemAt(d, DCM_ContentSequence, 0);
    Test::put(text, DCM_ValueType, "TEXT");
    Test::put(text, DCM_TextValue, "Look at the upper lobe");
    DcmItem &image = Test::itemAt(d, DCM_ContentSequence, 1);
    Test::put(image, DCM_ValueType, "IMAGE");
    DcmItem &reference = Test::itemAt(image, DCM_ReferencedSOPSequence);
    Test::put(reference, DCM_ReferencedSOPInstanceUID, "1.2.3.9.7");
    const auto object = Test::objectOf(Test::written(d));
    QVERIFY(object);
    const auto &keys = std::get<KeyObjects>(*object);
    QCOMPARE(keys.title, u"Of Interest"_s);
    QCOMPARE(keys.text, u"Look at the upper lobe"_s);
    QCOMPARE(keys.images.size(), std::size_t(1));
    QCOMPARE(keys.images[0].series, u"1.2.3.9"_s);
    QVERIFY(keys.images[0].means(u"1.2.3.9.7"_s, 0));
}

DcmDataset TestObjectsMade::waveformOf(const char *kind, int bits, const QByteArray &data, int channels, int samples)
{
    DcmDataset d = Test::madeDataset(UID_GeneralECGWaveformStorage, "ECG");
    DcmItem &group = Test::itemAt(d, DCM_WaveformSequence);
    Test::put(group, DCM_WaveformOriginality, "ORIGINAL");
    (void)group.putAndInsertUint16(DCM_NumberOfWaveformChannels, Uint16(channels));
    (void)group.putAndInsertUint32(DCM_NumberOfWaveformSamples, Uint32(samples));
    Test::put(group, DCM_SamplingFrequency, "500");
    for (int i = 0; i < channels; ++i) {
        DcmItem &channel = Test::itemAt(group, DCM_ChannelDefinitionSequence, i);
        Test::put(channel, DCM_ChannelLabel, i == 0 ? "Lead II" : "V3");
        Test::put(channel, DCM_ChannelSensitivity, "2");
        Test::put(channel, DCM_ChannelSensitivityCorrectionFactor, "0.5");
        Test::put(channel, DCM_ChannelBaseline, "10");
        Test::put(Test::itemAt(channel, DCM_ChannelSensitivityUnitsSequence), DCM_CodeValue, "mV");
    }
    (void)group.putAndInsertUint16(DCM_WaveformBitsAllocated, Uint16(bits));
    Test::put(group, DCM_WaveformSampleInterpretation, kind);
    (void)group.putAndInsertUint8Array(DcmTag(DCM_WaveformData, EVR_OB),
                                       reinterpret_cast<const Uint8 *>(data.constData()), (unsigned long)(data.size()));
    return d;
}

void TestObjectsMade::waveformKinds_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<int>("bits");
    QTest::addColumn<QByteArray>("data"); // two channels, three samples
    QTest::addColumn<QList<int>>("second"); // channel
    QTest::newRow("signed bytes") << QByteArray("SB") << 8 << QByteArray::fromHex("01ff02fe037f") << QList{-1, -2, 127};
    QTest::newRow("bytes") << QByteArray("UB") << 8 << QByteArray::fromHex("01ff02fe037f") << QList{255, 254, 127};
    QTest::newRow("signed words") << QByteArray("SS") << 16 << QByteArray::fromHex("0100ffff020000800300ff7f")
                                  << QList{-1, -32768, 32767};
    QTest::newRow("words") << QByteArray("US") << 16 << QByteArray::fromHex("0100ffff020000800300ff7f")
                           << QList{65535, 32768, 32767};
}

void TestObjectsMade::waveformKinds()
{
    QFETCH(QByteArray, kind);
    QFETCH(int, bits);
    QFETCH(QByteArray, data);
    QFETCH(QList<int>, second);
    DcmDataset d = waveformOf(kind.constData(), bits, data, 2, 3);
    const auto object = Test::objectOf(Test::written(d));
    QVERIFY2(object, qPrintable(object ? QString() : object.error().detail));
    const auto &group = std::get<Waveform>(*object).groups.at(0);
    QCOMPARE(group.samples(), std::size_t(3));
    QCOMPARE(group.channels.at(0).lead, u"II"_s);
    QCOMPARE(group.channels.at(1).lead, u"V3"_s);
    for (std::size_t i = 0; i < 3; ++i) {
        QCOMPARE(group.channels[0].samples[i], qint32(i) + 1);
        QCOMPARE(group.channels[1].samples[i], second[qsizetype(i)]);
        QCOMPARE(group.channels[1].value(i), second[qsizetype(i)] * 1.0 + 10);
    }
}

void TestObjectsMade::waveformThatLies_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<int>("bits");
    QTest::addColumn<int>("samples");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    constexpr int unsupported = int(FailureCode::UnsupportedPixels);
    QTest::newRow("mu-law") << QByteArray("MB") << 8 << 3 << unsupported << u"mu-law"_s;
    QTest::newRow("A-law") << QByteArray("AB") << 8 << 3 << unsupported << u"A-law"_s;
    QTest::newRow("32 bits") << QByteArray("SL") << 32 << 1 << unsupported << u"8 or 16 bits"_s;
    QTest::newRow("kind and bits differ") << QByteArray("SS") << 8 << 3 << unsupported << u"8 or 16 bits"_s;
    QTest::newRow("more than there are") << QByteArray("SS") << 16 << 4 << int(FailureCode::Truncated) << u"data"_s;
    QTest::newRow("far more") << QByteArray("SS") << 16 << 2'000'000'000 << int(FailureCode::TooLarge) << u"number"_s;
    QTest::newRow("none") << QByteArray("SS") << 16 << 0 << int(FailureCode::Corrupt) << u"number"_s;
}

void TestObjectsMade::waveformThatLies()
{
    QFETCH(QByteArray, kind);
    QFETCH(int, bits);
    QFETCH(int, samples);
    DcmDataset d = waveformOf(kind.constData(), bits, QByteArray(12, '\1'), 2, samples);
    const auto object = Test::objectOf(Test::written(d));
    QVERIFY(!object);
    QTEST(int(object.error().code), "code");
    QFETCH(QString, words);
    QVERIFY2(object.error().detail.contains(words), qPrintable(object.error().detail));
}

void TestObjectsMade::structureSetThatLies()
{
    DcmDataset d = Test::madeDataset(UID_RTStructureSetStorage, "RTSTRUCT");
    Test::put(Test::itemAt(d, DCM_StructureSetROISequence), DCM_ROINumber, "1");
    DcmItem &contours = Test::itemAt(d, DCM_ROIContourSequence);
    Test::put(contours, DCM_ReferencedROINumber, "1");
    DcmItem &contour = Test::itemAt(contours, DCM_ContourSequence);
    Test::put(contour, DCM_ContourGeometricType, "CLOSED_PLANAR");
    Test::put(contour, DCM_NumberOfContourPoints, "1000000000");
    Test::put(contour, DCM_ContourData, "1\\2\\3\\4");
    const auto object = Test::objectOf(Test::written(d));
    QVERIFY(!object);
    QCOMPARE(int(object.error().code), int(FailureCode::Corrupt));
    // Contours of a region that is not listed belong to nothing.
    Test::put(contours, DCM_ReferencedROINumber, "2");
    const auto none = Test::objectOf(Test::written(d));
    QVERIFY(none);
    QVERIFY(std::get<StructureSet>(*none).rois.at(0).contours.empty());
    QCOMPARE(std::get<StructureSet>(*none).notes, QStringList{u"stray-contours:1"_s});
    // A number that cannot be read, where what is before it would make a contour too.
    Test::put(contours, DCM_ReferencedROINumber, "1");
    Test::put(contour, DCM_NumberOfContourPoints, "4");
    Test::put(contour, DCM_ContourData, "0\\0\\0\\9\\0\\0\\9\\9\\0\\x\\9\\0");
    const auto cut = Test::objectOf(Test::written(d));
    QVERIFY(!cut);
    QCOMPARE(int(cut.error().code), int(FailureCode::Corrupt));
    Test::put(contour, DCM_ContourData, "0\\0\\0\\9\\0\\0\\9\\9\\0\\0\\9\\0");
    Test::put(Test::itemAt(d, DCM_StructureSetROISequence, 1), DCM_ROINumber, "1");
    const auto twice = Test::objectOf(Test::written(d));
    QVERIFY(twice);
    QCOMPARE(std::get<StructureSet>(*twice).rois.at(0).contours.size(), std::size_t(1));
    QCOMPARE(std::get<StructureSet>(*twice).notes, QStringList{u"same-number:1"_s});
}

void TestObjectsMade::segmentNumbersOutOfBounds()
{
    SegmentationInfo info;
    info.segments.emplace_back().number = 70'000;
    QVERIFY(!objectFromBytes(toBytes(info)));
    info.segments.front().number = -1;
    QVERIFY(!objectFromBytes(toBytes(info)));
    info.segments.front().number = 65535;
    QVERIFY(objectFromBytes(toBytes(info)));
}

namespace {

StructureSet smallSet()
{
    StructureSet set;
    set.identity.label = u"Plan"_s;
    Roi &roi = set.rois.emplace_back();
    roi.name = u"Heart"_s;
    roi.color = 0xff123456;
    roi.contours.push_back({Contour::Type::ClosedPlanar, {{0, 0, 0}, {10, 0, 0}, {0, 10, 0}}, u"1.2"_s});
    return set;
}

Waveform smallWaveform()
{
    Waveform waveform;
    WaveformGroup &group = waveform.groups.emplace_back();
    group.rate = 500;
    for (int i = 0; i < 2; ++i)
        group.channels.emplace_back().samples = {1, -2, 3};
    waveform.annotations.push_back({u"QT"_s, u"400 ms"_s, 1, 0, {5}});
    return waveform;
}

PresentationState smallState()
{
    PresentationState state;
    state.images.push_back({u"1"_s, u"2"_s, {1, 2}});
    state.contrasts.push_back({{}, Window(), std::nullopt});
    state.areas.emplace_back();
    state.layers.push_back({u"L"_s, {}, 1, 0xffffffff});
    state.annotations.emplace_back().graphics.push_back(
        {GraphicObject::Type::Ellipse, GraphicUnits::Pixel, false, {{0, 0}, {2, 0}, {1, 1}, {1, 3}}});
    return state;
}

} // namespace

// Every prefix, and many changes of single bytes: refused or read, never anything else.
void TestObjectsMade::hostileBytes()
{
    KeyObjects keys;
    keys.images.push_back({u"1"_s, u"2"_s, {}});
    SegmentationInfo segmentation;
    segmentation.segments.push_back({1, u"Liver"_s, {}, {}, {}, {}, {}, 0xff00ff00});
    QRandomGenerator random(20240611);
    for (const DicomObject &object : {DicomObject(smallSet()), DicomObject(smallWaveform()), DicomObject(smallState()),
                                      DicomObject(keys), DicomObject(segmentation)}) {
        const QByteArray bytes = toBytes(object);
        const auto back = objectFromBytes(bytes);
        QVERIFY(back);
        QCOMPARE(toBytes(*back), bytes);
        QVERIFY(*back == object);
        for (qsizetype i = 0; i < bytes.size(); ++i)
            QVERIFY(!objectFromBytes(bytes.first(i)));
        QVERIFY(!objectFromBytes(bytes + '\0'));
        for (int i = 0; i < 20'000; ++i) {
            QByteArray changed = bytes;
            for (quint32 j = random.bounded(1U, 4U); j > 0; --j)
                changed[random.bounded(changed.size())] = char(random.bounded(256));
            const auto read = objectFromBytes(changed);
            if (read) {
                QCOMPARE(toBytes(*read), changed);
                QVERIFY(checkObject(*read));
            }
        }
    }
    // Small on the wire, large in memory: 3 million empty contrasts would take 400 MB and more.
    PresentationState many;
    many.contrasts.resize(3);
    const QByteArray three = toBytes(many);
    many.contrasts.resize(4);
    const QByteArray four = toBytes(many);
    QVERIFY(objectFromBytes(four));
    const qsizetype at = std::ranges::mismatch(three, four).in1 - three.begin(); // the count
    const QByteArray one = four.sliced(at + 1, four.size() - three.size());
    QByteArray flood = three.first(at) + QByteArray::fromHex("c08db701") + one.repeated(3'000'000)
                       + three.sliced(at + 1 + 3 * one.size());
    const auto refused = objectFromBytes(flood);
    QVERIFY(!refused);
    // A count of what would fill the memory.
    QVERIFY(!objectFromBytes(QByteArray::fromHex("434c4f0201") + QByteArray(10, '\0')
                             + QByteArray::fromHex("ffffffffffffffff7f")));
    QVERIFY(!objectFromBytes({}));
}

void TestObjectsMade::boundsOfObjects_data()
{
    QTest::addColumn<QByteArray>("bytes");
    Waveform waveform = smallWaveform();
    waveform.groups[0].rate = 0;
    QTest::newRow("no rate") << toBytes(waveform);
    waveform = smallWaveform();
    waveform.groups[0].channels[1].samples.pop_back();
    QTest::newRow("channels of different lengths") << toBytes(waveform);
    waveform = smallWaveform();
    waveform.groups[0].rate = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("no number") << toBytes(waveform);
    StructureSet set = smallSet();
    set.rois[0].contours[0].points[1][2] = 1e20;
    QTest::newRow("a point beyond all bounds") << toBytes(set);
    set.rois[0].contours[0].points.clear();
    QTest::newRow("a contour of nothing") << toBytes(set);
    PresentationState state = smallState();
    state.annotations[0].graphics[0].points.pop_back();
    QTest::newRow("an ellipse of three points") << toBytes(state);
    state = smallState();
    state.rotation = 45;
    QTest::newRow("45 degrees") << toBytes(state);
    state = smallState();
    state.contrasts[0].window->width = 0;
    QTest::newRow("no window") << toBytes(state);
    state = smallState();
    state.images[0].frames[0] = 0;
    QTest::newRow("frame 0") << toBytes(state);
    KeyObjects keys;
    keys.text = QString(20'000, u'x');
    QTest::newRow("a long text") << toBytes(keys);
}

void TestObjectsMade::boundsOfObjects()
{
    QFETCH(QByteArray, bytes);
    const auto read = objectFromBytes(bytes);
    QVERIFY(!read);
    QCOMPARE(int(read.error().code), int(FailureCode::Corrupt));
}

QTEST_GUILESS_MAIN(TestObjectsMade)
#include "tst_objects_made.moc"
