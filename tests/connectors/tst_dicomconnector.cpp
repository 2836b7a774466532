// SPDX-License-Identifier: Apache-2.0
#include "DicomFixtures.h"
#include "ingest/Sha256.h"

using namespace Chartline;
using namespace Chartline::Test;
using namespace Qt::StringLiterals;

// What the connector makes of files: records, studies, documents, directories.
class TestDicomConnector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sniffs();
    void modes();
    void oneFileIsOneRecord();
    void refusals();
    void readersErrorsAreTheFiles();
    void recordTypes_data();
    void recordTypes();
    void studyAndSeries();
    void missingUids();
    void aboutNobody();
    void documents();
    void largeDocuments_data();
    void largeDocuments();
    void references();
    void directories();
    void everySharedFile();
};

namespace {

const QByteArray s_pdf = "1.2.840.10008.5.1.4.1.1.104.1";

DicomConnector localConnector()
{
    return DicomConnector(std::make_shared<LocalDicomReader>());
}

// A process that ended on the file.
class LostReader final : public DicomReader
{
public:
    [[nodiscard]] Result<DicomReading> read(const DicomScan &) const override { return fail(ErrorCode::WorkerLost); }
};

} // namespace

void TestDicomConnector::sniffs()
{
    const DicomConnector connector = localConnector();
    QCOMPARE(connector.info().id, u"dicom"_s);
    QVERIFY(connector.info().worldwideIds);
    const QByteArray file = study().text(Tags::patientName, "PN", "Doe").file();
    QVERIFY(connector.sniff(file, u"IM000001"_s) == Sniff::Yes);
    QVERIFY(connector.sniff(file.first(140), {}) == Sniff::Yes);
    QVERIFY(connector.sniff(study().text(Tags::modality, "CS", "CT").dataSet(), {}) == Sniff::Maybe);
    QVERIFY(connector.sniff("{\"resourceType\": \"Patient\"}", u"a.json"_s) == Sniff::No);
    QVERIFY(connector.sniff("<Bundle xmlns=\"http://hl7.org/fhir\">", {}) == Sniff::No);
    QVERIFY(connector.sniff("MSH|^~\\&|", {}) == Sniff::No);
    QVERIFY(connector.sniff("not one", u"scan.DCM"_s) == Sniff::Maybe);
    QVERIFY(connector.sniff({}, {}) == Sniff::No);
}

void TestDicomConnector::modes()
{
    const DicomConnector connector = localConnector();
    const QByteArray file = study().image(4, 4).bytes(Tags::pixelData, "OW", QByteArray(16, '\1')).file();
    for (const ReadMode mode : {ReadMode::People, ReadMode::Check, ReadMode::Map}) {
        MemoryStream stream(file);
        RecordCollector sink;
        QVERIFY(connector.read(stream, {}, mode, sink));
        QCOMPARE(sink.records.size(), std::size_t(mode == ReadMode::Map ? 1 : 0));
    }
    // A check finds what a map would refuse, without parsing.
    const QByteArray cut = file.chopped(1);
    MemoryStream stream(cut);
    RecordCollector sink;
    QCOMPARE(outcome(connector.read(stream, {}, ReadMode::Check, sink).transform([] { return 0; })),
             u"input-truncated"_s);
    RecordCollector unwilling;
    unwilling.cancelled = true;
    MemoryStream again(file);
    QCOMPARE(outcome(connector.read(again, {}, ReadMode::Map, unwilling).transform([] { return 0; })), u"cancelled"_s);
    QVERIFY(unwilling.records.empty());
}

void TestDicomConnector::oneFileIsOneRecord()
{
    const QByteArray file = study()
                                .text(Tags::patientName, "PN", "Doe^Jo")
                                .image(4, 4, 8, 1, "2")
                                .bytes(Tags::pixelData, "OW", QByteArray(32, '\1'))
                                .file();
    const auto record = mappedFile(file);
    QCOMPARE(outcome(record), u"ok"_s);
    QCOMPARE(record->source.offset, 0);
    QCOMPARE(record->source.length, file.size());
    QCOMPARE(record->source.sha256, Sha256::of(file));
    QCOMPARE(record->source.id, u"1.2.3.4"_s);
    QCOMPARE(record->source.format, u"dicom"_s);
    QCOMPARE(record->source.type, u"ImagingInstance"_s);
    QVERIFY(record->facts.isEmpty() && !record->deleted);
    QCOMPARE(record->values.size(), std::size_t(1));
    QVERIFY(std::holds_alternative<Clinical::ImagingStudy>(record->values.front()));
    QVERIFY(record->instance.has_value());
    QCOMPARE(record->instance->frames, 2);
    QCOMPARE(record->instance->rows, 4);
    QCOMPARE(record->instance->sopUid, u"1.2.3.4"_s);
    QCOMPARE(record->instance->transferSyntax, s_explicit);
    QVERIFY(record->instance->refersTo.isEmpty());
    // Read again from its bytes, it says the same.
    SourceRecord stored = record->source;
    stored.sha256.clear();
    const auto again = localConnector().map(file, stored);
    QCOMPARE(outcome(again), u"ok"_s);
    QVERIFY(again->instance == record->instance && again->patient == record->patient
            && again->subject == record->subject);
    QVERIFY(again->values == record->values && again->facts == record->facts && again->issues == record->issues);
    QCOMPARE(again->source.sha256, record->source.sha256);
}

void TestDicomConnector::refusals()
{
    const auto where = [](const QByteArray &bytes) {
        const auto record = mappedFile(bytes);
        return record ? u"ok"_s : errorCodeName(record.error().code) + u' ' + record.error().args.join(u'|');
    };
    QByteArray deep;
    for (int i = 0; i < 33; ++i)
        deep = DicomWriter().sequence(0x00400275, {deep}).dataSet();
    QVERIFY(where(DicomWriter().instance(s_ct).append(deep).file()).startsWith(u"input-too-deep 32|byte "_s));
    QVERIFY(where(study().image(65535, 65535).bytes(Tags::pixelData, "OW", "ab").file())
                .startsWith(u"input-too-many-pixels "_s));
    QCOMPARE(where("hello, world"), u"input-not-health-data "_s);
    // Nothing that the file says of a person is in an error.
    const QString twice =
        where(study().text(Tags::patientName, "PN", "Doe^Jo").text(Tags::patientName, "PN", "Doe^Jane").file());
    QVERIFY(twice.startsWith(u"input-duplicate-key (0010,0010)|byte "_s));
    QVERIFY(!twice.contains(u"Doe"_s));
}

void TestDicomConnector::readersErrorsAreTheFiles()
{
    const DicomConnector connector(std::make_shared<LostReader>());
    const QByteArray file = study().file();
    MemoryStream stream(file);
    RecordCollector sink;
    const Status status = connector.read(stream, {}, ReadMode::Map, sink);
    QVERIFY(!status && status.error().code == ErrorCode::WorkerLost);
    QVERIFY(sink.records.empty());
    QVERIFY(connector.map(file, {}).error().code == ErrorCode::WorkerLost);
}

void TestDicomConnector::recordTypes_data()
{
    QTest::addColumn<QByteArray>("sopClass");
    QTest::addColumn<bool>("pixels");
    QTest::addColumn<QString>("type");
    const QByteArray root("1.2.840.10008.5.1.4.1.1.");
    QTest::newRow("CT") << root + "2" << true << u"ImagingInstance"_s;
    QTest::newRow("CT without pixels") << root + "2" << false << u"ImagingObject"_s;
    QTest::newRow("segmentation") << root + "66.4" << true << u"ImagingInstance"_s;
    QTest::newRow("RT dose") << root + "481.2" << true << u"ImagingInstance"_s;
    QTest::newRow("RT image without pixels") << root + "481.1" << false << u"ImagingObject"_s;
    QTest::newRow("RT structures") << root + "481.3" << false << u"ImagingStructures"_s;
    QTest::newRow("RT plan") << root + "481.5" << false << u"ImagingPlan"_s;
    QTest::newRow("RT ion plan") << root + "481.8" << false << u"ImagingPlan"_s;
    QTest::newRow("basic text SR") << root + "88.11" << false << u"ImagingReport"_s;
    QTest::newRow("key objects") << root + "88.59" << false << u"ImagingReport"_s;
    QTest::newRow("grayscale presentation state") << root + "11.1" << false << u"ImagingPresentation"_s;
    QTest::newRow("PDF") << root + "104.1" << false << u"ImagingDocument"_s;
    QTest::newRow("12-lead ECG") << root + "9.1.1" << false << u"ImagingWaveform"_s;
    QTest::newRow("real world values") << root + "67" << false << u"ImagingObject"_s;
    QTest::newRow("registration") << root + "66.1" << false << u"ImagingObject"_s;
    QTest::newRow("somebody's own") << QByteArray("1.3.12.2.1107.5.9.1") << true << u"ImagingInstance"_s;
}

void TestDicomConnector::recordTypes()
{
    QFETCH(QByteArray, sopClass);
    QFETCH(bool, pixels);
    QFETCH(QString, type);
    DicomWriter writer = study(sopClass);
    if (pixels)
        writer.image(4, 4).bytes(Tags::pixelData, "OW", QByteArray(16, '\1'));
    const MappedRecord record = mapped(writer);
    QCOMPARE(record.source.type, type);
    QVERIFY(record.instance.has_value());
    QCOMPARE(record.instance->frames, pixels ? 1 : 0);
}

void TestDicomConnector::studyAndSeries()
{
    const QByteArray code = DicomWriter()
                                .text(Tags::codeValue, "SH", "363679005")
                                .text(Tags::codingScheme, "SH", "SCT")
                                .text(Tags::codeMeaning, "LO", "CT chest")
                                .dataSet();
    const MappedRecord record = mapped(DicomWriter()
                                           .instance(s_ct)
                                           .text(Tags::studyDate, "DA", "20240508")
                                           .text(Tags::seriesDate, "DA", "20240509")
                                           .text(Tags::accessionNumber, "SH", "A-1")
                                           .text(Tags::modality, "CS", "CT")
                                           .text(Tags::institutionName, "LO", "City")
                                           .text(Tags::referringPhysician, "PN", "House^Gregory^^Dr.")
                                           .text(Tags::studyDescription, "LO", "Thorax")
                                           .sequence(Tags::procedureCodeSequence, {code})
                                           .text(Tags::seriesDescription, "LO", "lung 1.0")
                                           .text(Tags::operatorsName, "PN", "A^B\\^^^\\C^D")
                                           .text(Tags::bodyPartExamined, "CS", "CHEST")
                                           .text(Tags::studyInstance, "UI", "1.2.1")
                                           .text(Tags::seriesInstance, "UI", "1.2.1.1")
                                           .text(Tags::seriesNumber, "IS", "3 ")
                                           .text(Tags::instanceNumber, "IS", "12")
                                           .text(Tags::frameOfReference, "UI", "1.2.1.7"));
    const ImagingHeader &header = record.instance->header;
    QCOMPARE(header.studyUid, u"1.2.1"_s);
    QCOMPARE(header.procedures, QStringList{u"CT chest"_s});
    QCOMPARE(header.referrer, u"HOUSE, Gregory"_s);
    QCOMPARE(header.operators, u"A, B; C, D"_s);
    QCOMPARE(header.seriesNumber, u"3"_s);
    QCOMPARE(header.seriesStart.text(), u"2024-05-09"_s);
    QCOMPARE(header.bodyPart, u"CHEST"_s);
    QCOMPARE(header.frameOfReference, u"1.2.1.7"_s);
    QCOMPARE(record.instance->instanceNumber, 12);
    const auto &told = std::get<Clinical::ImagingStudy>(record.values.front());
    QCOMPARE(told.studyInstanceUid, u"1.2.1"_s);
    QCOMPARE(told.identifiers.first().value, u"urn:oid:1.2.1"_s);
    QCOMPARE(told.accessionNumbers, QStringList{u"A-1"_s});
    QCOMPARE(told.modalities.first().code, u"CT"_s);
    QCOMPARE(told.started.text(), u"2024-05-08"_s);
    QCOMPARE(told.description, u"Thorax"_s);
    QCOMPARE(told.procedures.first().codings.first().system, u"http://snomed.info/sct"_s);
    QCOMPARE(told.series.size(), 1);
    QCOMPARE(told.series.first().uid, u"1.2.1.1"_s);
    QCOMPARE(told.series.first().bodySite, u"CHEST"_s);
    QVERIFY(record.issues.isEmpty());
}

void TestDicomConnector::missingUids()
{
    // Two images without a study are of two studies, and of two people.
    const auto image = [](char value) {
        return mapped(DicomWriter().instance(s_ct).image(4, 4).bytes(Tags::pixelData, "OW", QByteArray(16, value)));
    };
    const MappedRecord one = image('\1');
    const MappedRecord other = image('\2');
    QVERIFY(one.instance->header.studyUid.startsWith(u"2.25."_s));
    QVERIFY(one.instance->header.studyUid.size() <= 64 && one.instance->header.studyUid.size() > 20);
    QCOMPARE(image('\1').instance->header.studyUid, one.instance->header.studyUid);
    QVERIFY(one.instance->header.studyUid != other.instance->header.studyUid);
    QVERIFY(one.instance->header.seriesUid != other.instance->header.seriesUid);
    QVERIFY(one.subject.target != other.subject.target);
    QCOMPARE(issuesOf(one), (QStringList{u"StudyInstanceUID no-uid"_s, u"SeriesInstanceUID no-uid"_s}));
    // UIDs that are none: kept where they could be a name, never where they could be something else.
    const MappedRecord odd = mapped(DicomWriter()
                                        .instance(s_ct, "not-a-uid")
                                        .text(Tags::studyInstance, "UI", "../../etc")
                                        .text(Tags::seriesInstance, "UI", "a_b"));
    QCOMPARE(odd.source.id, u"not-a-uid"_s);
    QVERIFY(odd.instance.has_value());
    QVERIFY(odd.instance->header.studyUid.startsWith(u"2.25."_s));
    QCOMPARE(odd.instance->header.seriesUid, u"a_b"_s);
    QVERIFY(issuesOf(odd).contains(u"SOPInstanceUID invalid-uid"_s));
    QVERIFY(issuesOf(odd).contains(u"StudyInstanceUID invalid-uid"_s));
}

void TestDicomConnector::aboutNobody()
{
    const MappedRecord record =
        mapped(DicomWriter().instance("1.2.840.10008.5.1.4.38.1").text(0x00720002, "SH", "protocol"));
    QCOMPARE(record.source.type, u"ImagingObject"_s);
    QVERIFY(record.values.empty() && record.subject.isEmpty() && !record.instance && !record.patient);
}

void TestDicomConnector::documents()
{
    const QByteArray pdf("%PDF-1.4 odd");
    const auto writer = [&](const QByteArray &content, const char *mime) {
        return DicomWriter()
            .instance(s_pdf)
            .text(Tags::studyDate, "DA", "20240501")
            .text(Tags::contentDate, "DA", "20240508")
            .text(Tags::contentTime, "TM", "1015")
            .text(Tags::studyInstance, "UI", "1.2.1")
            .text(Tags::seriesInstance, "UI", "1.2.1.1")
            .text(Tags::documentTitle, "ST", "Discharge letter")
            .bytes(Tags::encapsulatedDocument, "OB", content)
            .text(Tags::documentMimeType, "LO", mime);
    };
    const MappedRecord record = mapped(writer(pdf + "x" + '\0', "application/pdf"));
    QCOMPARE(record.values.size(), std::size_t(2));
    const auto &document = std::get<Clinical::DocumentReference>(record.values[1]);
    QCOMPARE(document.attachments.first().data, pdf + "x");
    QCOMPARE(document.attachments.first().contentType, u"application/pdf"_s);
    QCOMPARE(record.facts.size(), 1);
    QVERIFY(record.facts.first().kind == FactKind::Document);
    QCOMPARE(record.facts.first().title, u"Discharge letter"_s);
    QCOMPARE(record.facts.first().start.text(), u"2024-05-08T10:15"_s);
    QVERIFY(record.issues.isEmpty());
    // With its length told, nothing is guessed.
    const MappedRecord exact =
        mapped(writer(pdf + '\0', "application/pdf").bytes(Tags::documentLength, "UL", DicomWriter().u32(12)));
    QCOMPARE(std::get<Clinical::DocumentReference>(exact.values[1]).attachments.first().data, pdf);
    QCOMPARE(issuesOf(mapped(writer("not one at all", "application/pdf"))),
             QStringList{u"EncapsulatedDocument not-pdf"_s});
    QCOMPARE(issuesOf(mapped(writer({}, "application/pdf"))), QStringList{u"EncapsulatedDocument no-document"_s});
    // Words of a text document are found by searching.
    const MappedRecord text = mapped(writer("<ClinicalDocument>penicillin rash</ClinicalDocument>", "text/XML"));
    QVERIFY(text.facts.first().body.contains(u"penicillin rash"_s));
    // Without a content date the series' and then the study's.
    const MappedRecord undated = mapped(DicomWriter()
                                            .instance(s_pdf)
                                            .text(Tags::studyDate, "DA", "20240501")
                                            .text(Tags::studyInstance, "UI", "1.2.1")
                                            .bytes(Tags::encapsulatedDocument, "OB", pdf));
    QCOMPARE(undated.facts.first().start.text(), u"2024-05-01"_s);
}

void TestDicomConnector::largeDocuments_data()
{
    QTest::addColumn<bool>("deflated");
    QTest::newRow("plain") << false;
    QTest::newRow("deflated") << true;
}

// Too large to be parsed: told at the import, and there when it is read from the stored bytes; everything else the
// same.
void TestDicomConnector::largeDocuments()
{
    QFETCH(const bool, deflated);
    QByteArray pdf = "%PDF-1.4\n";
    for (int i = 0; pdf.size() < 17 * 1024 * 1024; ++i)
        pdf += QByteArray::number(i) + '\n';
    pdf += pdf.size() % 2 == 0 ? "x" : "";
    const DicomWriter nested = DicomWriter().bytes(Tags::encapsulatedDocument, "OB", QByteArray(17 << 20, 'n'));
    const DicomWriter writer = DicomWriter()
                                   .instance(s_pdf)
                                   .text(Tags::studyInstance, "UI", "1.2.1")
                                   .text(Tags::seriesInstance, "UI", "1.2.1.1")
                                   .sequence(0x00400555, {nested.dataSet()})
                                   .bytes(Tags::encapsulatedDocument, "OB", pdf + '\0')
                                   .text(Tags::documentMimeType, "LO", "application/pdf");
    const QByteArray file = deflated ? DicomWriter::meta(s_deflated) + deflatedBytes(writer.dataSet()) : writer.file();
    const auto imported = mappedFile(file);
    QCOMPARE(outcome(imported), u"ok"_s);
    const QStringList issues = issuesOf(*imported);
    QVERIFY(issues.contains(u"(0042,0011) value-too-large"_s));
    QVERIFY(!issues.contains(u"EncapsulatedDocument no-document"_s));
    const auto read = localConnector().map(file, imported->source);
    QCOMPARE(outcome(read), u"ok"_s);
    QCOMPARE(issuesOf(*read), issues);
    QVERIFY(read->facts == imported->facts);
    const auto &document = std::get<Clinical::DocumentReference>(read->values.at(1));
    QCOMPARE(document.attachments.first().data.size(), pdf.size());
    QVERIFY(document.attachments.first().data == pdf);
}

void TestDicomConnector::references()
{
    const auto one = [](const char *uid) {
        return DicomWriter()
            .text(Tags::referencedSopClass, "UI", s_ct)
            .text(Tags::referencedSopInstance, "UI", uid)
            .dataSet();
    };
    const QByteArray series = DicomWriter().sequence(0x00081140, {one("1.1"), one("1.2"), one("1.1")}).dataSet();
    const DicomWriter state =
        study("1.2.840.10008.5.1.4.1.1.11.1").sequence(0x00081110, {one("9.1")}).sequence(0x00081115, {series});
    QCOMPARE(mapped(state).instance->refersTo, (QStringList{u"1.1"_s, u"1.2"_s}));
    // An image names its localizer; that does not make it a remark about it.
    QVERIFY(mapped(study().sequence(0x00081140, {one("1.1")})).instance->refersTo.isEmpty());
    // An RT structure set names the study like an instance.
    const QByteArray contour = DicomWriter().sequence(0x30060016, {one("2.1"), one("2.2")}).dataSet();
    const QByteArray rtSeries =
        DicomWriter().sequence(0x30060014, {contour}).text(Tags::referencedSopInstance, "UI", "9.9").dataSet();
    const QByteArray frame = DicomWriter().sequence(Tags::rtReferencedStudySequence, {rtSeries}).dataSet();
    QCOMPARE(mapped(study("1.2.840.10008.5.1.4.1.1.481.3").sequence(0x30060010, {frame})).instance->refersTo,
             (QStringList{u"2.1"_s, u"2.2"_s}));
}

void TestDicomConnector::directories()
{
    const auto entry = [](const QByteArray &file) {
        return DicomWriter().text(Tags::referencedFileId, "CS", file).dataSet();
    };
    const DicomWriter writer = DicomWriter().sequence(
        Tags::directoryRecordSequence,
        {DicomWriter().text(0x00041430, "CS", "PATIENT").dataSet(), entry("DIR\\SUB\\IM1"), entry("IM2 "),
         entry("DIR\\SUB\\IM1"), entry("..\\IM3"), entry("DIR\\..\\..\\IM4"), entry("\\IM5"), entry("/etc/passwd"),
         entry("C:\\IM6"), entry("A\\\\B"), entry("A/../B")});
    const MappedRecord record = mapped(writer);
    QCOMPARE(record.source.type, u"DICOMDIR"_s);
    QCOMPARE(record.companions, (QStringList{u"DIR/SUB/IM1"_s, u"IM2"_s}));
    QCOMPARE(issuesOf(record), QStringList(7, u"ReferencedFileID path-escapes"_s));
    QVERIFY(record.values.empty() && record.facts.isEmpty() && !record.instance && !record.patient
            && record.subject.isEmpty());
    const QString real = imagingFolder() + u"pydicom/src/pydicom/data/test_files/dicomdirtests/"_s;
    if (!QFile::exists(real + u"DICOMDIR"_s))
        QSKIP("no shared imaging files on this machine");
    for (const QString &name :
         {u"DICOMDIR"_s, u"DICOMDIR-bigEnd"_s, u"DICOMDIR-implicit"_s, u"TINY_ALPHA/DICOMDIR"_s}) {
        const auto directory = mappedFile(readFile(real + name));
        QCOMPARE(outcome(directory), u"ok"_s);
        QCOMPARE(directory->companions.size(), name.startsWith(u"TINY"_s) ? 50 : 31);
        const QString folder = real + (name.startsWith(u"TINY"_s) ? u"TINY_ALPHA/"_s : QString());
        for (const QString &companion : std::as_const(directory->companions))
            QVERIFY2(QFile::exists(folder + companion), qPrintable(companion));
    }
}

void TestDicomConnector::everySharedFile()
{
    const QStringList files = filesBelow(imagingFolder());
    if (files.isEmpty())
        QSKIP("no shared imaging files on this machine");
    QHash<QString, QSet<QString>> people; // of a series
    for (const QString &path : files) {
        const auto record = mappedFile(readFile(imagingFolder() + path));
        if (!record)
            continue;
        QVERIFY2(!record->source.type.isEmpty() && record->source.sha256.size() == 32, qPrintable(path));
        if (!record->instance)
            continue;
        QVERIFY2(record->patient && !record->subject.target.isEmpty(), qPrintable(path));
        QVERIFY2(!record->instance->header.studyUid.isEmpty() && !record->instance->header.seriesUid.isEmpty(),
                 qPrintable(path));
        QCOMPARE(std::get<Clinical::ImagingStudy>(record->values.front()).studyInstanceUid,
                 record->instance->header.studyUid);
        QCOMPARE(record->facts.size(), qsizetype(record->values.size()) - 1);
        if (path.startsWith(u"ohif/"_s))
            people[record->instance->header.seriesUid].insert(record->subject.target);
        for (const MappingIssue &issue : std::as_const(record->issues))
            QVERIFY2(issue.reason != u"invalid-date"_s, qPrintable(path));
    }
    QVERIFY(people.size() > 15);
    for (const QSet<QString> &one : std::as_const(people))
        QCOMPARE(one.size(), 1);
}

QTEST_GUILESS_MAIN(TestDicomConnector)
#include "tst_dicomconnector.moc"
