// SPDX-License-Identifier: Apache-2.0
#include "DicomFixtures.h"
#include "dicom/mapping/SrText.h"

using namespace Chartline;
using namespace Chartline::Test;
using namespace Qt::StringLiterals;

// Structured reports and key object selections as text.
class TestDicomReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyValueType_data();
    void everyValueType();
    void contentTree();
    void byReference();
    void manyInstances();
    void hostileTrees();
    void conclusions();
    void reports();
    void status_data();
    void status();
    void keyObjects();
    void realReports_data();
    void realReports();
};

namespace {

const QByteArray s_sr = "1.2.840.10008.5.1.4.1.1.88.33";
const QByteArray s_keyObjects = "1.2.840.10008.5.1.4.1.1.88.59";

QByteArray code(const QByteArray &value, const QByteArray &scheme, const QByteArray &meaning)
{
    return DicomWriter()
        .text(Tags::codeValue, "SH", value)
        .text(Tags::codingScheme, "SH", scheme)
        .text(Tags::codeMeaning, "LO", meaning)
        .dataSet();
}

// A content item in progress: relation, type, name, then its value.
DicomWriter item(const char *relation, const char *type, const QByteArray &name = {})
{
    DicomWriter writer;
    if (relation)
        writer.text(Tags::relationshipType, "CS", relation);
    writer.text(Tags::valueType, "CS", type);
    if (!name.isEmpty())
        writer.sequence(Tags::conceptNameSequence, {code("X-1", "99T", name)});
    return writer;
}

QByteArray text(const char *relation, const QByteArray &name, const QByteArray &value)
{
    return item(relation, "TEXT", name).text(Tags::textValue, "UT", value).dataSet();
}

DicomWriter number(const QByteArray &name, const QByteArray &value, const QByteArray &unit)
{
    const QByteArray measured =
        DicomWriter().sequence(Tags::measurementUnitsSequence, {unit}).text(Tags::numericValue, "DS", value).dataSet();
    return item("CONTAINS", "NUM", name).sequence(Tags::measuredValueSequence, {measured});
}

DicomWriter instanceItem(const char *relation, const char *type, const QByteArray &uid, const QByteArray &frames = {})
{
    DicomWriter reference;
    reference.text(Tags::referencedSopClass, "UI", s_ct).text(Tags::referencedSopInstance, "UI", uid);
    if (!frames.isEmpty())
        reference.text(Tags::referencedFrameNumber, "IS", frames);
    DicomWriter writer;
    writer.sequence(Tags::referencedSopSequence, {reference.dataSet()});
    if (relation)
        writer.text(Tags::relationshipType, "CS", relation);
    return writer.text(Tags::valueType, "CS", type);
}

const QByteArray s_mm = code("mm", "UCUM", "millimeter");

Dataset treeOf(const DicomWriter &writer)
{
    const auto scan = scanOf(writer.file());
    return scan ? DicomHeader::parse(scan->header)->tree() : Dataset();
}

QString textOf(const QList<QByteArray> &items)
{
    return SrText(treeOf(DicomWriter().instance(s_sr).sequence(Tags::contentSequence, items))).text();
}

} // namespace

void TestDicomReports::everyValueType_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const QByteArray qualifier = code("114006", "DCM", "Measurement failure");
    const auto points = [](qsizetype count) { return QByteArray(count * 4, '\0'); };
    QTest::newRow("text") << text("CONTAINS", "Finding", "a mass") << u"Finding: a mass"_s;
    QTest::newRow("text without a name") << text("CONTAINS", {}, "a mass") << u"a mass"_s;
    QTest::newRow("text of two lines") << text("CONTAINS", "Finding", "a mass\r\nand more")
                                       << u"Finding: a mass\n  and more"_s;
    QTest::newRow("code") << item("CONTAINS", "CODE", "Finding")
                                 .sequence(Tags::conceptCodeSequence, {code("52988006", "SCT", "Lesion")})
                                 .dataSet()
                          << u"Finding: Lesion"_s;
    QTest::newRow("code without meaning") << item("CONTAINS", "CODE", "Finding")
                                                 .sequence(Tags::conceptCodeSequence, {code("52988006", "SCT", {})})
                                                 .dataSet()
                                          << u"Finding: 52988006"_s;
    QTest::newRow("number") << number("Long Axis", "59.50", s_mm).dataSet() << u"Long Axis: 59.50 mm"_s;
    QTest::newRow("number without unit") << number("Count", "3", code("1", "UCUM", "no units")).dataSet()
                                         << u"Count: 3"_s;
    QTest::newRow("number with an annotated unit")
        << number("SUV", "4.1", code("{SUVbw}g/ml", "UCUM", "SUV body weight")).dataSet()
        << u"SUV: 4.1 SUV body weight"_s;
    QTest::newRow("number with a unit of somebody's own")
        << number("Dose", "4.1", code("Gy2", "99X", "grays")).dataSet() << u"Dose: 4.1 grays"_s;
    QTest::newRow("no number, but why") << item("CONTAINS", "NUM", "Length")
                                               .sequence(Tags::measuredValueSequence, {})
                                               .sequence(Tags::numericValueQualifier, {qualifier})
                                               .dataSet()
                                        << u"Length: Measurement failure"_s;
    QTest::newRow("no number") << item("CONTAINS", "NUM", "Length").sequence(Tags::measuredValueSequence, {}).dataSet()
                               << u"Length: –"_s;
    QTest::newRow("person")
        << item("CONTAINS", "PNAME", "Observer").text(Tags::personName, "PN", "House^Gregory^^Dr.").dataSet()
        << u"Observer: HOUSE, Gregory"_s;
    QTest::newRow("date and time")
        << item("CONTAINS", "DATETIME", "When").text(Tags::contentItemDateTime, "DT", "20240508101530+0100").dataSet()
        << u"When: 2024-05-08T10:15:30+01:00"_s;
    QTest::newRow("date") << item("CONTAINS", "DATE", "When").text(Tags::contentItemDate, "DA", "20240508").dataSet()
                          << u"When: 2024-05-08"_s;
    QTest::newRow("no date") << item("CONTAINS", "DATE", "When").text(Tags::contentItemDate, "DA", "20241308").dataSet()
                             << u"When: 20241308"_s;
    QTest::newRow("time") << item("CONTAINS", "TIME", "When").text(Tags::contentItemTime, "TM", "1015").dataSet()
                          << u"When: 10:15"_s;
    QTest::newRow("UID") << item("CONTAINS", "UIDREF", "Tracking").text(Tags::contentItemUid, "UI", "1.2.3").dataSet()
                         << u"Tracking: 1.2.3"_s;
    QTest::newRow("image") << instanceItem("CONTAINS", "IMAGE", "1.2.3", "4\\5").dataSet()
                           << u"CT image 1.2.3, frame 4, 5"_s;
    QTest::newRow("region") << item("CONTAINS", "SCOORD", "Outline")
                                   .bytes(Tags::graphicData, "FL", points(6))
                                   .text(Tags::graphicType, "CS", "POLYLINE")
                                   .dataSet()
                            << u"Outline: POLYLINE (3)"_s;
    QTest::newRow("region in space") << item("CONTAINS", "SCOORD3D", "Outline")
                                            .bytes(Tags::graphicData, "FL", points(6))
                                            .text(Tags::graphicType, "CS", "POLYGON")
                                            .dataSet()
                                     << u"Outline: POLYGON (2)"_s;
    QTest::newRow("time range")
        << item("CONTAINS", "TCOORD", "Part").text(Tags::temporalRangeType, "CS", "SEGMENT").dataSet()
        << u"Part: SEGMENT"_s;
    QTest::newRow("something new") << item("CONTAINS", "HOLOGRAM", "View").dataSet() << u"View: HOLOGRAM"_s;
}

void TestDicomReports::everyValueType()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    QCOMPARE(textOf({bytes}), expected);
}

void TestDicomReports::contentTree()
{
    const QByteArray image = instanceItem("SELECTED FROM", "IMAGE", "1.2.3").dataSet();
    const QByteArray region = item("INFERRED FROM", "SCOORD")
                                  .bytes(Tags::graphicData, "FL", QByteArray(16, '\0'))
                                  .text(Tags::graphicType, "CS", "POLYLINE")
                                  .sequence(Tags::contentSequence, {image})
                                  .dataSet();
    const QByteArray method = item("HAS CONCEPT MOD", "CODE", "Method")
                                  .sequence(Tags::conceptCodeSequence, {code("M", "99T", "manual")})
                                  .dataSet();
    const QByteArray length =
        number("Long Axis", "59.5", s_mm).sequence(Tags::contentSequence, {method, region}).dataSet();
    const QByteArray group =
        item("CONTAINS", "CONTAINER", "Measurement Group")
            .sequence(Tags::contentSequence, {text("HAS OBS CONTEXT", "Tracking Identifier", "T1"), length})
            .dataSet();
    const QByteArray measurements =
        item("CONTAINS", "CONTAINER", "Imaging Measurements").sequence(Tags::contentSequence, {group, group}).dataSet();
    const QByteArray findings = item("CONTAINS", "CONTAINER", "Findings")
                                    .sequence(Tags::contentSequence, {text("CONTAINS", "Finding", "a mass")})
                                    .dataSet();
    const QByteArray language = item("HAS CONCEPT MOD", "CODE", "Language")
                                    .sequence(Tags::conceptCodeSequence, {code("en", "RFC5646", "English")})
                                    .dataSet();
    QCOMPARE(textOf({language, measurements, findings}), u"Language: English\n"
                                                         "\n"
                                                         "1 Imaging Measurements\n"
                                                         "\n"
                                                         "  1.1 Measurement Group\n"
                                                         "    Tracking Identifier: T1\n"
                                                         "    Long Axis [Method: manual]: 59.5 mm\n"
                                                         "      inferred from POLYLINE (2)\n"
                                                         "        selected from CT image 1.2.3\n"
                                                         "\n"
                                                         "  1.2 Measurement Group\n"
                                                         "    Tracking Identifier: T1\n"
                                                         "    Long Axis [Method: manual]: 59.5 mm\n"
                                                         "      inferred from POLYLINE (2)\n"
                                                         "        selected from CT image 1.2.3\n"
                                                         "\n"
                                                         "2 Findings\n"
                                                         "  Finding: a mass"_s);
}

void TestDicomReports::byReference()
{
    const auto reference = [](QList<quint32> path) {
        QByteArray value;
        for (const quint32 one : path)
            value += DicomWriter().u32(one);
        return DicomWriter()
            .text(Tags::relationshipType, "CS", "INFERRED FROM")
            .bytes(Tags::referencedContentItem, "UL", value)
            .dataSet();
    };
    const QByteArray length = number("Length", "5", s_mm).dataSet();
    const auto finding = [&](QList<quint32> path) {
        return item("CONTAINS", "TEXT", "Finding")
            .text(Tags::textValue, "UT", "small")
            .sequence(Tags::contentSequence, {reference(path)})
            .dataSet();
    };
    QCOMPARE(textOf({length, finding({1, 1})}), u"Length: 5 mm\nFinding: small\n  inferred from Length: 5 mm"_s);
    // To itself, to nothing, to its parent: one line, and no more.
    for (const QList<quint32> &path : QList<QList<quint32>>{{1, 2, 1}, {1, 7}, {1, 2}, {}, {1}})
        QVERIFY(textOf({length, finding(path)}).size() < 120);
}

void TestDicomReports::manyInstances()
{
    QList<QByteArray> items;
    for (int i = 0; i < 143; ++i)
        items.append(instanceItem("CONTAINS", "IMAGE", "1.2." + QByteArray::number(i)).dataSet());
    items.append(text("CONTAINS", "Finding", "none"));
    QCOMPARE(textOf(items), u"CT image × 143\nFinding: none"_s);
    QCOMPARE(textOf(items.first(3)).count(u'\n'), 2);
}

void TestDicomReports::hostileTrees()
{
    // As deep as the scanner lets it be.
    QByteArray content = text("CONTAINS", "Finding", "deep");
    for (int i = 0; i < 30; ++i)
        content = item("CONTAINS", "CONTAINER", "Level").sequence(Tags::contentSequence, {content}).dataSet();
    QVERIFY(textOf({content}).contains(u"Finding: deep"_s));
    // More than anybody would read is cut, visibly.
    QList<QByteArray> items;
    for (int i = 0; i < 90; ++i)
        items.append(text("CONTAINS", "Finding", QByteArray(100'000, 'x')));
    const QString cut = textOf(items);
    QVERIFY(cut.size() < 4'500'000 && cut.endsWith(u'…'));
    QVERIFY(textOf({DicomWriter().text(Tags::relationshipType, "CS", "CONTAINS").dataSet()}).isEmpty());
}

void TestDicomReports::conclusions()
{
    const QByteArray impression = DicomWriter()
                                      .text(Tags::relationshipType, "CS", "CONTAINS")
                                      .text(Tags::valueType, "CS", "CONTAINER")
                                      .sequence(Tags::conceptNameSequence, {code("121072", "DCM", "Impressions")})
                                      .sequence(Tags::contentSequence, {text("CONTAINS", "Impression", "no change"),
                                                                        number("Size", "5", s_mm).dataSet()})
                                      .dataSet();
    const QByteArray conclusion = DicomWriter()
                                      .text(Tags::relationshipType, "CS", "CONTAINS")
                                      .text(Tags::valueType, "CS", "TEXT")
                                      .sequence(Tags::conceptNameSequence, {code("121077", "DCM", "Conclusion")})
                                      .text(Tags::textValue, "UT", "benign")
                                      .dataSet();
    const MappedRecord record = mapped(
        study(s_sr).sequence(Tags::contentSequence, {text("CONTAINS", "Finding", "a mass"), impression, conclusion}));
    QCOMPARE(std::get<Clinical::DiagnosticReport>(record.values[1]).conclusion, u"no change\nbenign"_s);
}

void TestDicomReports::reports()
{
    const QByteArray observer = DicomWriter()
                                    .text(Tags::verifyingOrganization, "LO", "City")
                                    .text(Tags::verificationDateTime, "DT", "20240509120000")
                                    .text(Tags::verifyingObserverName, "PN", "House^Gregory")
                                    .dataSet();
    const MappedRecord record =
        mapped(DicomWriter()
                   .instance(s_sr)
                   .text(Tags::studyDate, "DA", "20240501")
                   .text(Tags::seriesDate, "DA", "20240502")
                   .text(Tags::contentDate, "DA", "20240508")
                   .text(Tags::contentTime, "TM", "101530")
                   .text(Tags::timezoneOffset, "SH", "+0200")
                   .text(Tags::seriesDescription, "LO", "lesion sizes")
                   .text(Tags::studyInstance, "UI", "1.2.1")
                   .text(Tags::seriesInstance, "UI", "1.2.1.1")
                   .sequence(Tags::conceptNameSequence, {code("126000", "DCM", "Imaging Measurement Report")})
                   .sequence(Tags::verifyingObserverSequence, {observer})
                   .text(Tags::completionFlag, "CS", "COMPLETE")
                   .text(Tags::verificationFlag, "CS", "VERIFIED")
                   .sequence(Tags::contentSequence, {number("Long Axis", "59.5", s_mm).dataSet(),
                                                     instanceItem("CONTAINS", "IMAGE", "1.2.3").dataSet()}));
    QCOMPARE(record.source.type, u"ImagingReport"_s);
    QCOMPARE(record.values.size(), std::size_t(2));
    const auto &report = std::get<Clinical::DiagnosticReport>(record.values[1]);
    QCOMPARE(report.status, u"final"_s);
    QCOMPARE(report.performers.first().display, u"HOUSE, Gregory (City)"_s);
    QCOMPARE(report.issued.text(), u"2024-05-09T12:00:00+02:00"_s);
    QCOMPARE(report.imagingStudies.first().identifier.value, u"urn:oid:1.2.1"_s);
    QCOMPARE(report.subject, record.subject);
    QVERIFY(report.narrative.startsWith(u"lesion sizes\n\n"_s));
    QCOMPARE(record.facts.size(), 1);
    const FactDraft &fact = record.facts.first();
    QVERIFY(fact.kind == FactKind::Report);
    QCOMPARE(fact.title, u"Imaging Measurement Report"_s);
    QCOMPARE(fact.start.text(), u"2024-05-08T10:15:30+02:00"_s);
    QVERIFY(!fact.flags.testFlag(FactFlag::UndatedByEvent));
    QVERIFY(fact.body.contains(u"Long Axis: 59.5 mm"_s));
    QCOMPARE(record.instance->refersTo, QStringList{u"1.2.3"_s});
    QVERIFY(record.issues.isEmpty());
    const MappedRecord empty = mapped(study(s_sr));
    QCOMPARE(issuesOf(empty), QStringList{u"ContentSequence no-content"_s});
}

void TestDicomReports::status_data()
{
    QTest::addColumn<QByteArray>("completion");
    QTest::addColumn<QByteArray>("verification");
    QTest::addColumn<QByteArray>("preliminary");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *completion, const char *verification, const char *preliminary,
                        const QString &expected) {
        QTest::addRow("%s %s %s", completion, verification, preliminary)
            << QByteArray(completion) << QByteArray(verification) << QByteArray(preliminary) << expected;
    };
    row("COMPLETE", "VERIFIED", "", u"final"_s);
    row("COMPLETE", "VERIFIED", "FINAL", u"final"_s);
    row("COMPLETE", "VERIFIED", "PRELIMINARY", u"preliminary"_s);
    row("COMPLETE", "UNVERIFIED", "", u"preliminary"_s);
    row("PARTIAL", "VERIFIED", "", u"partial"_s);
    row("", "", "", QString());
}

void TestDicomReports::status()
{
    QFETCH(QByteArray, completion);
    QFETCH(QByteArray, verification);
    QFETCH(QByteArray, preliminary);
    QFETCH(QString, expected);
    const MappedRecord record = mapped(study(s_sr)
                                           .text(Tags::completionFlag, "CS", completion)
                                           .text(Tags::verificationFlag, "CS", verification)
                                           .text(Tags::preliminaryFlag, "CS", preliminary));
    QCOMPARE(std::get<Clinical::DiagnosticReport>(record.values[1]).status, expected);
}

void TestDicomReports::keyObjects()
{
    const MappedRecord record =
        mapped(study(s_keyObjects)
                   .sequence(Tags::conceptNameSequence, {code("113000", "DCM", "Of Interest")})
                   .sequence(Tags::contentSequence, {text("CONTAINS", "Key Object Description", "the lesion"),
                                                     instanceItem("CONTAINS", "IMAGE", "1.2.3", "7").dataSet()}));
    QCOMPARE(record.source.type, u"ImagingReport"_s);
    QCOMPARE(record.instance->refersTo, QStringList{u"1.2.3"_s});
    QCOMPARE(record.facts.first().title, u"Of Interest"_s);
    QCOMPARE(record.facts.first().category, u"Key Object Selection"_s);
    QCOMPARE(std::get<Clinical::DiagnosticReport>(record.values[1]).narrative,
             u"Key Object Description: the lesion\nCT image 1.2.3, frame 7"_s);
}

// What DCMTK's dsrdump shows of these.
void TestDicomReports::realReports_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("contents");
    QTest::newRow("length and bidirectional")
        << u"ohif/mister-mr-sr/SR_79656922/00001.dcm"_s
        << QStringList{u"Long Axis: 59.5494615604866 mm"_s, u"Short Axis: 43.3602869277437 mm"_s,
                       u"Length: 55.9863746872457 mm"_s,
                       u"selected from MR image 1.2.840.113619.2.5.1762583153.215519.978957063.123"_s};
    QTest::newRow("bounding boxes") << u"ohif/nlst-ct-143/SR_61648991/00001.dcm"_s
                                    << QStringList{u"Finding: Lesion"_s, u"Finding Site: Lung structure"_s,
                                                   u"Image Region: POLYLINE (5)"_s, u"1.6 Measurement Group"_s};
    QTest::newRow("TID 1500") << u"dcmqi/data/sr-example/sr.dcm"_s
                              << QStringList{u"PET image × 191"_s, u"Tracking Identifier: "_s,
                                             u"Standardized Uptake Value body weight"_s};
    QTest::newRow("consultation") << u"dicomParser/testImages/deflate/report_dfl"_s
                                  << QStringList{u"Diameter: 1.5 cm"_s, u"Diagnosis: Squamous cell carcinoma"_s};
    QTest::newRow("every kind of item") << u"pydicom/src/pydicom/data/test_files/test-SR.dcm"_s
                                        << QStringList{u"DateTime: 2000-12-06T12:00:00"_s,
                                                       u"Key Image: MR image 1.2.3.4.0.1"_s, u"SCoord Code: CIRCLE"_s};
}

void TestDicomReports::realReports()
{
    QFETCH(QString, path);
    QFETCH(QStringList, contents);
    const QByteArray bytes = readFile(imagingFolder() + path);
    if (bytes.isEmpty())
        QSKIP("no shared imaging files on this machine");
    const auto record = mappedFile(bytes);
    QCOMPARE(outcome(record), u"ok"_s);
    QCOMPARE(record->facts.size(), 1);
    const auto &report = std::get<Clinical::DiagnosticReport>(record->values[1]);
    for (const QString &part : std::as_const(contents))
        QVERIFY2(report.narrative.contains(part), qPrintable(part + u"\n---\n"_s + report.narrative.left(6000)));
    QVERIFY(record->facts.first().start.isValid());
}

QTEST_GUILESS_MAIN(TestDicomReports)
#include "tst_dicomreports.moc"
