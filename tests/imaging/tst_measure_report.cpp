// SPDX-License-Identifier: Apache-2.0
#include "imaging/MeasurePhantom.h"
#include "measure/MeasureReport.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcistrmb.h>
#include <dcmtk/dcmdata/dcmetinf.h>
#include <dcmtk/dcmsr/dsrcitem.h>
#include <dcmtk/dcmsr/dsrdoc.h>

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Chartline::Test;
using namespace Chartline::Imaging;
using namespace Qt::StringLiterals;

namespace {

QString latin(const OFString &text)
{
    return QString::fromUtf8(text.c_str(), qsizetype(text.size()));
}

// A report read back: each item as "type code scheme = value", in order.
struct ReadBack
{
    bool ok = false;
    DcmFileFormat file;
    DSRDocument document;
    QStringList items;

    explicit ReadBack(const QByteArray &bytes)
    {
        DcmInputBufferStream stream;
        stream.setBuffer(bytes.constData(), offile_off_t(bytes.size()));
        stream.setEos();
        file.transferInit();
        ok = file.read(stream).good();
        file.transferEnd();
        ok = ok && document.read(*file.getDataset()).good() && document.isValid();
        if (!ok)
            return;
        DSRDocumentTree &tree = document.getTree();
        for (size_t node = tree.gotoRoot(); node != 0; node = tree.iterate())
            items << describe(tree.getCurrentContentItem());
    }
    [[nodiscard]] QString value(const DcmTagKey &tag) const
    {
        OFString text;
        const_cast<DcmFileFormat &>(file).getDataset()->findAndGetOFStringArray(tag, text);
        return latin(text);
    }
    [[nodiscard]] int count(const QString &start) const
    {
        return int(items.filter(QRegularExpression(u"^"_s + QRegularExpression::escape(start))).size());
    }

private:
    static QString describe(DSRContentItem &item)
    {
        const DSRCodedEntryValue name = item.getConceptName();
        QString text = latin(DSRTypes::valueTypeToDefinedTerm(item.getValueType())) + u' ' + latin(name.getCodeValue())
                       + u' ' + latin(name.getCodingSchemeDesignator()) + u" = "_s;
        switch (item.getValueType()) {
        case DSRTypes::VT_Text:
        case DSRTypes::VT_PName:
        case DSRTypes::VT_UIDRef: return text + latin(item.getStringValue());
        case DSRTypes::VT_Code: return text + latin(item.getCodeValue().getCodeValue());
        case DSRTypes::VT_Num:
            return text + latin(item.getNumericValue().getNumericValue()) + u' '
                   + latin(item.getNumericValue().getMeasurementUnit().getCodeValue());
        case DSRTypes::VT_Image: return text + latin(item.getImageReference().getSOPInstanceUID());
        case DSRTypes::VT_SCoord3D: {
            DSRSpatialCoordinates3DValue points = item.getSpatialCoordinates3D();
            return text + latin(DSRTypes::graphicType3DToEnumeratedValue(points.getGraphicType())) + u' '
                   + QString::number(points.getGraphicDataList().getNumberOfItems()) + u' '
                   + latin(points.getFrameOfReferenceUID());
        }
        case DSRTypes::VT_SCoord: {
            DSRSpatialCoordinatesValue points = item.getSpatialCoordinates();
            QStringList numbers;
            for (size_t i = 1; i <= points.getGraphicDataList().getNumberOfItems(); ++i) {
                const DSRGraphicDataItem &at = points.getGraphicDataList().getItem(i);
                numbers << QString::number(double(at.Column)) + u'/' + QString::number(double(at.Row));
            }
            return text + latin(DSRTypes::graphicTypeToEnumeratedValue(points.getGraphicType())) + u' '
                   + numbers.join(u' ');
        }
        default: return text;
        }
    }
};

MeasureReport emptyReport()
{
    MeasureReport report;
    report.patientName = u"Müller^Änne"_s;
    report.patientId = u"4711"_s;
    report.patientBirthDate = u"19590312"_s;
    report.patientSex = u"F"_s;
    report.studyUid = u"1.2.3.1"_s;
    report.studyId = u"77"_s;
    report.studyDate = u"20260808"_s;
    report.studyTime = u"101500"_s;
    report.accession = u"A1"_s;
    report.seriesUid = u"2.25.100"_s;
    report.sopInstanceUid = u"2.25.101"_s;
    report.seriesDescription = u"Measurements"_s;
    report.author = u"Dr. Démo"_s;
    report.softwareVersion = u"1.0"_s;
    report.when = QDateTime(QDate(2026, 8, 9), QTime(8, 30), QTimeZone::UTC);
    return report;
}

ReportedMeasurement reported(const Measurement &measurement, const QList<Figure> &figures, const QString &name)
{
    ReportedMeasurement result;
    result.measurement = measurement;
    result.figures = figures;
    result.frameOfReference = u"1.2.3.4"_s;
    result.image = {u"1.2.3.1"_s, u"1.2.3.2"_s, u"1.2.840.10008.5.1.4.1.1.2"_s, u"1.2.3.3.8"_s, -1};
    result.tracking = name;
    result.trackingUid = u"2.25.7"_s;
    result.observationUid = u"2.25.8"_s;
    result.when = QDateTime(QDate(2026, 8, 9), QTime(10, 0), QTimeZone::fromSecondsAheadOfUtc(7200));
    return result;
}

// One of each kind, in a volume.
MeasureReport ofEveryKind()
{
    MeasureReport report = emptyReport();
    const VolumePtr volume = measurePhantom([](const Vec3 &p) { return p[0]; });
    const Vec3 m = voxel(*volume, 40, 40, 10);
    const Vec3 x{10, 0, 0};
    const Vec3 y{0, 6, 0};
    const std::vector<Measurement> all{
        {MeasureKind::Length, MeasureSpace::Patient, {m, m + x}},
        {MeasureKind::Angle, MeasureSpace::Patient, {m + x, m, m + y}},
        {MeasureKind::Cobb, MeasureSpace::Patient, {m, m + x, m + y, m + y + x}},
        {MeasureKind::Bidirectional, MeasureSpace::Patient, {m, m + x, m + x * 0.5 - y, m + x * 0.5 + y}},
        ellipse(m, y, x),
        rectangle(m, x, y),
        {MeasureKind::Freehand, MeasureSpace::Patient, {m, m + x, m + x + y, m + y * 2}},
        {MeasureKind::Probe, MeasureSpace::Patient, {m}},
    };
    for (const Measurement &measurement : all)
        report.measurements.append(
            reported(measurement, figuresOf(measurement, *volume).value_or(QList<Figure>()), nameOf(measurement.kind)));
    return report;
}

} // namespace

class TestMeasureReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindInThePatient();
    void pictureCoordinatesCountFromTheCorner();
    void landsInTheStudy();
    void otherReadersReadIt();
    void refused_data();
    void refused();
};

void TestMeasureReport::everyKindInThePatient()
{
    const auto bytes = writeReport(ofEveryKind());
    QVERIFY2(bytes, bytes ? "" : qPrintable(bytes.error().detail));
    const ReadBack read(*bytes);
    QVERIFY(read.ok);
    QCOMPARE(read.document.getDocumentType(), DSRTypes::DT_Comprehensive3DSR);
    QCOMPARE(read.items.first(), u"CONTAINER 126000 DCM = "_s);
    QCOMPARE(read.count(u"CONTAINER 125007 DCM"_s), 8);
    QCOMPARE(read.count(u"UIDREF 112040 DCM = 2.25.7"_s), 8);
    QVERIFY(read.items.contains(u"TEXT 112039 DCM = bidirectional"_s));
    QVERIFY(read.items.contains(u"PNAME 121008 DCM = Dr. Démo"_s));
    QVERIFY(read.items.contains(u"NUM 410668003 SCT = 10 mm"_s));
    QVERIFY(read.items.contains(u"NUM 1483009 SCT = 90 deg"_s));
    QVERIFY(read.items.contains(u"NUM 285285000 SCT = 0 deg"_s));
    QVERIFY(read.items.contains(u"NUM 103339001 SCT = 12 mm"_s));
    QVERIFY(read.items.contains(u"NUM 103340004 SCT = 10 mm"_s));
    QVERIFY(read.items.contains(u"NUM 42798000 SCT = 60 mm2"_s));
    // Mean, deviation, minimum, maximum of three regions, one probe.
    QCOMPARE(read.count(u"NUM 112031 DCM"_s), 13);
    QCOMPARE(read.count(u"CODE 121401 DCM = 373098007"_s), 3);
    QCOMPARE(read.count(u"CODE 121401 DCM = 386136009"_s), 3);
    QCOMPARE(read.count(u"NUM pixel-count 99CHARTLINE"_s), 3);
    QCOMPARE(read.count(u"SCOORD3D 111030 DCM = ELLIPSE 4 1.2.3.4"_s), 1);
    QCOMPARE(read.count(u"SCOORD3D 111030 DCM = POLYGON 5 1.2.3.4"_s), 2);
    // Length 1, angle 1, Cobb 2, bidirectional 2.
    QCOMPARE(read.count(u"SCOORD3D   = POLYLINE"_s), 6);
    QCOMPARE(read.count(u"SCOORD3D   = POINT 1"_s), 1);
    // The image is in the library once, and among the evidence.
    QCOMPARE(read.count(u"IMAGE   = 1.2.3.3.8"_s), 1);
    auto &evidence = const_cast<DSRDocument &>(read.document).getCurrentRequestedProcedureEvidence();
    QCOMPARE(evidence.getNumberOfInstances(), 1U);
}

void TestMeasureReport::pictureCoordinatesCountFromTheCorner()
{
    MeasureReport report = emptyReport();
    const Measurement line{MeasureKind::Length, MeasureSpace::Picture, {{0, 0, 0}, {30, 40, 0}}};
    ReportedMeasurement one = reported(line, {{Figure::Kind::Length, 50, u"px"_s}}, u"left"_s);
    one.frameOfReference.clear();
    one.image.frame = 4;
    const Measurement box{MeasureKind::Rectangle, MeasureSpace::Picture, {{1, 1, 0}, {5, 1, 0}, {5, 3, 0}, {1, 3, 0}}};
    ReportedMeasurement two = reported(box, {{Figure::Kind::Area, 8, u"px2"_s}}, u"box"_s);
    report.measurements = {one, two};
    const auto bytes = writeReport(report);
    QVERIFY2(bytes, bytes ? "" : qPrintable(bytes.error().detail));
    const ReadBack read(*bytes);
    QVERIFY(read.ok);
    QCOMPARE(read.document.getDocumentType(), DSRTypes::DT_ComprehensiveSR);
    QVERIFY(read.items.contains(u"SCOORD   = POLYLINE 0.5/0.5 30.5/40.5"_s));
    // Closed, as PS3.3 C.18.6.1.2 has it.
    QVERIFY(read.items.contains(u"SCOORD 111030 DCM = POLYLINE 1.5/1.5 5.5/1.5 5.5/3.5 1.5/3.5 1.5/1.5"_s));
    QVERIFY(read.items.contains(u"NUM 410668003 SCT = 50 {pixels}"_s));
    // In the library once, and below each of the two.
    QCOMPARE(read.count(u"IMAGE   = 1.2.3.3.8"_s), 3);
}

void TestMeasureReport::landsInTheStudy()
{
    const auto bytes = writeReport(ofEveryKind());
    QVERIFY(bytes);
    const ReadBack read(*bytes);
    QVERIFY(read.ok);
    QCOMPARE(read.value(DCM_StudyInstanceUID), u"1.2.3.1"_s);
    QCOMPARE(read.value(DCM_SeriesInstanceUID), u"2.25.100"_s);
    QCOMPARE(read.value(DCM_SOPInstanceUID), u"2.25.101"_s);
    QCOMPARE(read.value(DCM_PatientName), u"Müller^Änne"_s);
    QCOMPARE(read.value(DCM_PatientID), u"4711"_s);
    QCOMPARE(read.value(DCM_PatientBirthDate), u"19590312"_s);
    QCOMPARE(read.value(DCM_StudyDate), u"20260808"_s);
    QCOMPARE(read.value(DCM_AccessionNumber), u"A1"_s);
    QCOMPARE(read.value(DCM_Modality), u"SR"_s);
    QCOMPARE(read.value(DCM_SpecificCharacterSet), u"ISO_IR 192"_s);
    QCOMPARE(read.value(DCM_CompletionFlag), u"COMPLETE"_s);
    QCOMPARE(read.value(DCM_VerificationFlag), u"UNVERIFIED"_s);
    QVERIFY(bytes->contains("20260809100000+0200"));
    OFString uid;
    QVERIFY(const_cast<DcmFileFormat &>(read.file)
                .getMetaInfo()
                ->findAndGetOFString(DCM_MediaStorageSOPInstanceUID, uid)
                .good());
    QCOMPARE(latin(uid), u"2.25.101"_s);
}

void TestMeasureReport::otherReadersReadIt()
{
    QTemporaryDir folder;
    const auto bytes = writeReport(ofEveryKind());
    QVERIFY(bytes);
    const QString path = folder.filePath(u"report.dcm"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*bytes) == bytes->size());
    file.close();
    const auto run = [&](const QString &program, const QStringList &arguments) {
        QProcess process;
        process.start(program, arguments);
        const bool done = process.waitForFinished(60'000);
        return std::pair(done && process.exitCode() == 0, QString::fromUtf8(process.readAll()));
    };
    int readers = 0;
    if (const QString dump = QStandardPaths::findExecutable(u"dsrdump"_s); !dump.isEmpty()) {
        const auto [ok, text] = run(dump, {u"+Pl"_s, path});
        QVERIFY2(ok, qPrintable(text));
        QVERIFY2(text.contains(u"Comprehensive 3D SR"_s) && text.contains(u"\"Long Axis\")=\"12\" (mm"_s),
                 qPrintable(text));
        ++readers;
    }
    if (const QString verify = QStandardPaths::findExecutable(u"dciodvfy"_s); !verify.isEmpty()) {
        const auto [ok, text] = run(verify, {path});
        QVERIFY2(!text.contains(u"Error"_s), qPrintable(text));
        ++readers;
    }
    const QString python = QStandardPaths::findExecutable(u"python3"_s);
    if (!python.isEmpty() && run(python, {u"-c"_s, u"import pydicom"_s}).first) {
        const QString script = u"import pydicom,sys\n"
                               "d=pydicom.dcmread(sys.argv[1])\n"
                               "g=[i for i in d.ContentSequence if i.ValueType=='CONTAINER'][-1].ContentSequence\n"
                               "n=[j for i in g for j in i.ContentSequence if j.ValueType=='NUM']\n"
                               "print(d.SOPClassUID, len(g), n[0].MeasuredValueSequence[0].NumericValue,"
                               "n[0].MeasuredValueSequence[0].FloatingPointValue)\n"_s;
        const auto [ok, text] = run(python, {u"-c"_s, script, path});
        QVERIFY2(ok, qPrintable(text));
        QCOMPARE(text.trimmed(), u"1.2.840.10008.5.1.4.1.1.88.34 8 10 10.0"_s);
        ++readers;
    }
    if (readers == 0)
        QSKIP("no other reader of reports is installed");
}

void TestMeasureReport::refused_data()
{
    QTest::addColumn<MeasureReport>("report");
    MeasureReport report = emptyReport();
    QTest::newRow("without measurements") << report;
    const Measurement line{MeasureKind::Length, MeasureSpace::Patient, {{0, 0, 0}, {3, 4, 0}}};
    report.measurements = {reported(line, lengthsOf(line), u"x"_s)};
    MeasureReport other = report;
    other.studyUid.clear();
    QTest::newRow("without a study") << other;
    other = report;
    other.measurements[0].frameOfReference.clear();
    QTest::newRow("in the patient without a frame of reference") << other;
    other = report;
    other.measurements[0].image.sopInstance.clear();
    QTest::newRow("without an image") << other;
    other = report;
    other.measurements[0].measurement.points.pop_back();
    QTest::newRow("a point is missing") << other;
    other = report;
    other.measurements[0].measurement.points[0][1] = std::nan("");
    QTest::newRow("not a number") << other;
}

void TestMeasureReport::refused()
{
    QFETCH(const MeasureReport, report);
    const auto bytes = writeReport(report);
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().code, FailureCode::Corrupt);
}

QTEST_GUILESS_MAIN(TestMeasureReport)
#include "tst_measure_report.moc"
