// SPDX-License-Identifier: Apache-2.0
#include "imaging/ObjectFiles.h"

#include <QtTest>

using namespace Chartline::Imaging;
using namespace Qt::StringLiterals;

// What a waveform says of its channels, and remarks on them; made for the purpose.
class TestWaveform : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Test::silenceDcmtk(); }
    void leads_data();
    void leads();
    void calibration_data();
    void calibration();
    void groupsBeyondTheLimit();
    void channelsOfRemarks_data();
    void channelsOfRemarks();

private:
    static void addGroup(DcmDataset &d, long index, int channels);
    static DcmItem &channelAt(DcmDataset &d, long index);
};

void TestWaveform::addGroup(DcmDataset &d, long index, int channels)
{
    DcmItem &group = Test::itemAt(d, DCM_WaveformSequence, index);
    (void)group.putAndInsertUint16(DCM_NumberOfWaveformChannels, Uint16(channels));
    (void)group.putAndInsertUint32(DCM_NumberOfWaveformSamples, 2);
    Test::put(group, DCM_SamplingFrequency, "500");
    for (int i = 0; i < channels; ++i)
        Test::put(Test::itemAt(group, DCM_ChannelDefinitionSequence, i), DCM_ChannelLabel, "?");
    (void)group.putAndInsertUint16(DCM_WaveformBitsAllocated, 8);
    Test::put(group, DCM_WaveformSampleInterpretation, "SB");
    const QByteArray data(2 * qsizetype(channels), '\7');
    (void)group.putAndInsertUint8Array(DcmTag(DCM_WaveformData, EVR_OB),
                                       reinterpret_cast<const Uint8 *>(data.constData()), (unsigned long)(data.size()));
}

DcmItem &TestWaveform::channelAt(DcmDataset &d, long index)
{
    return Test::itemAt(Test::itemAt(d, DCM_WaveformSequence), DCM_ChannelDefinitionSequence, index);
}

void TestWaveform::leads_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("scheme");
    QTest::addColumn<QString>("meaning");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("lead");
    const auto row = [](const char *name, const char *code, const char *scheme, const QString &meaning,
                        const QString &label, const QString &lead) {
        QTest::newRow(name) << QByteArray(code) << QByteArray(scheme) << meaning << label << lead;
    };
    row("SCPECG I", "5.6.3-9-1", "SCPECG", u"Lead I (Einthoven)"_s, {}, u"I"_s);
    row("SCPECG aVF", "5.6.3-9-64", "SCPECG", u"Lead aVF"_s, {}, u"aVF"_s);
    row("SCPECG -aVR", "5.6.3-9-65", "SCPECG", u"Lead -aVR"_s, {}, u"-aVR"_s);
    row("MDC aVR", "2:62", "MDC", u"aVR, augmented voltage, right"_s, {}, u"aVR"_s);
    row("MDC -aVR", "2:65", "MDC", u"\u2212aVR"_s, {}, u"-aVR"_s);
    row("MDC -aVR whose minus was lost", "2:65", "MDC", u"aVR"_s, u"aVR"_s, u"-aVR"_s);
    row("MDC III", "2:61", "MDC", u"Lead III"_s, {}, u"III"_s);
    row("MDC V8", "2:66", "MDC", u"Lead V8"_s, {}, u"V8"_s);
    row("MDC V4R", "2:12", "MDC", u"Lead V4R"_s, {}, u"V4R"_s);
    row("code before words", "2:2", "MDC", u"Lead I"_s, u"I"_s, u"II"_s);
    row("Frank's I", "5.6.3-9-24", "SCPECG", u"Lead I (Frank)"_s, u"I"_s, u"I (Frank)"_s);
    row("derived I", "2:31", "MDC", u"Derived Lead I"_s, u"I"_s, u"Derived Lead I"_s);
    row("derived I called I", "2:31", "MDC", u"I"_s, {}, u"I (2:31)"_s);
    row("unspecified", "2:0", "MDC", u"Unspecified lead"_s, u"V2"_s, u"V2"_s);
    row("code of another scheme", "2:1", "99X", u"Lead V5"_s, {}, u"V5"_s);
    row("reference", "MDC_ECG_LEAD_AVL", "MDC", {}, {}, u"aVL"_s);
    row("negative reference", "MDC_ECG_LEAD_AVRneg", "MDC", {}, u"aVR"_s, u"-aVR"_s);
    row("calibration reference", "MDC_ECG_LEAD_Ical", "MDC", {}, u"I"_s, u"Ical"_s);
    row("words", "", "", u"Lead aVR (Goldberger)"_s, {}, u"aVR"_s);
    row("words, augmented", "", "", u"aVL, augmented voltage, left"_s, {}, u"aVL"_s);
    row("inverted in words", "", "", u"Lead -aVR"_s, u"aVR"_s, u"-aVR"_s);
    row("difference", "", "", u"Lead I - II"_s, u"I"_s, u"I - II"_s);
    row("difference with a dash", "", "", u"Lead II\u2013III"_s, {}, u"II-III"_s);
    row("inverted II", "", "", {}, u"-II"_s, u"-II"_s);
    row("inverted afterwards", "", "", {}, u"aVR inverted"_s, u"aVR inverted"_s);
    row("inverted in parentheses", "", "", {}, u"V1 (inverted)"_s, u"V1 (inverted)"_s);
    row("label", "", "", {}, u"Lead II"_s, u"II"_s);
    row("label in capitals", "", "", u"ECG"_s, u"AVF"_s, u"aVF"_s);
    row("no lead", "", "", u"Aortic pressure waveform"_s, u"ART"_s, {});
}

void TestWaveform::leads()
{
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, scheme);
    QFETCH(QString, meaning);
    QFETCH(QString, label);
    DcmDataset d = Test::madeDataset(UID_GeneralECGWaveformStorage, "ECG");
    addGroup(d, 0, 1);
    DcmItem &channel = channelAt(d, 0);
    Test::put(channel, DCM_ChannelLabel, label.toUtf8().constData());
    DcmItem &source = Test::itemAt(channel, DCM_ChannelSourceSequence);
    Test::put(source, DCM_CodeValue, code.constData());
    Test::put(source, DCM_CodingSchemeDesignator, scheme.constData());
    Test::put(source, DCM_CodeMeaning, meaning.toUtf8().constData());
    const auto object = Test::objectOf(Test::written(d));
    QVERIFY2(object, qPrintable(object ? QString() : object.error().detail));
    QTEST(std::get<Waveform>(*object).groups.at(0).channels.at(0).lead, "lead");
}

void TestWaveform::calibration_data()
{
    QTest::addColumn<QByteArray>("sensitivity");
    QTest::addColumn<QByteArray>("unit");
    QTest::addColumn<QString>("units");
    QTest::addColumn<double>("value"); // of sample 7
    QTest::newRow("calibrated") << QByteArray("2.5") << QByteArray("uV") << u"uV"_s << 27.5;
    QTest::newRow("no sensitivity") << QByteArray() << QByteArray("mV") << QString() << 7.0;
    QTest::newRow("nothing at all") << QByteArray("0") << QByteArray("mV") << QString() << 7.0;
    QTest::newRow("no unit") << QByteArray("2.5") << QByteArray() << QString() << 7.0;
}

void TestWaveform::calibration()
{
    QFETCH(QByteArray, sensitivity);
    QFETCH(QByteArray, unit);
    DcmDataset d = Test::madeDataset(UID_GeneralECGWaveformStorage, "ECG");
    addGroup(d, 0, 1);
    DcmItem &channel = channelAt(d, 0);
    if (!sensitivity.isEmpty())
        Test::put(channel, DCM_ChannelSensitivity, sensitivity.constData());
    Test::put(channel, DCM_ChannelBaseline, "10");
    if (!unit.isEmpty())
        Test::put(Test::itemAt(channel, DCM_ChannelSensitivityUnitsSequence), DCM_CodeValue, unit.constData());
    const auto object = Test::objectOf(Test::written(d));
    QVERIFY(object);
    const WaveformChannel &read = std::get<Waveform>(*object).groups.at(0).channels.at(0);
    QTEST(read.units, "units");
    QTEST(read.value(0), "value");
}

void TestWaveform::groupsBeyondTheLimit()
{
    DcmDataset d = Test::madeDataset(UID_GeneralECGWaveformStorage, "ECG");
    for (int i = 0; i < 67; ++i)
        addGroup(d, i, 1);
    DcmItem &remark = Test::itemAt(d, DCM_WaveformAnnotationSequence);
    const Uint16 where[] = {66, 1};
    (void)remark.putAndInsertUint16Array(DCM_ReferencedWaveformChannels, where, 2);
    Test::put(remark, DCM_UnformattedTextValue, "Of a group that is not read");
    const auto object = Test::objectOf(Test::written(d));
    QVERIFY(object);
    const auto &waveform = std::get<Waveform>(*object);
    QCOMPARE(waveform.groups.size(), std::size_t(64));
    QCOMPARE(waveform.groupsLeftOut, 3);
    QCOMPARE(waveform.annotations.at(0).group, 66);
}

void TestWaveform::channelsOfRemarks_data()
{
    QTest::addColumn<QList<int>>("pairs");
    QTest::addColumn<QList<int>>("read"); // group and channel of each
    QTest::newRow("of everything") << QList<int>{} << QList{0, 0};
    QTest::newRow("of a group") << QList{1, 0} << QList{1, 0};
    QTest::newRow("of a channel") << QList{1, 2} << QList{1, 2};
    QTest::newRow("of two") << QList{1, 2, 1, 3} << QList{1, 2, 1, 3};
    QTest::newRow("of all there are") << QList{1, 1, 1, 2, 1, 3} << QList{1, 0};
    QTest::newRow("of the only one there is") << QList{3, 1} << QList{3, 1};
    QTest::newRow("of two groups") << QList{1, 0, 2, 1} << QList{1, 0, 2, 1};
}

void TestWaveform::channelsOfRemarks()
{
    QFETCH(QList<int>, pairs);
    DcmDataset d = Test::madeDataset(UID_GeneralECGWaveformStorage, "ECG");
    addGroup(d, 0, 3);
    addGroup(d, 1, 2);
    addGroup(d, 2, 1);
    DcmItem &remark = Test::itemAt(d, DCM_WaveformAnnotationSequence);
    std::vector<Uint16> values(pairs.begin(), pairs.end());
    if (!values.empty())
        (void)remark.putAndInsertUint16Array(DCM_ReferencedWaveformChannels, values.data(),
                                             (unsigned long)(values.size()));
    Test::put(remark, DCM_UnformattedTextValue, "ST elevation");
    const auto object = Test::objectOf(Test::written(d));
    QVERIFY(object);
    QList<int> read;
    for (const WaveformAnnotation &annotation : std::get<Waveform>(*object).annotations) {
        QCOMPARE(annotation.value, u"ST elevation"_s);
        read << annotation.group << annotation.channel;
    }
    QTEST(read, "read");
}

QTEST_GUILESS_MAIN(TestWaveform)
#include "tst_waveform.moc"
