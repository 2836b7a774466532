// SPDX-License-Identifier: Apache-2.0
#include "store/RecordBytes.h"
#include "support/Await.h"
#include "support/ChartlineProcess.h"
#include "support/TestVault.h"

#include <QDir>
#include <QJsonDocument>
#include <QTest>
#include <QXmlStreamReader>

using namespace Chartline;
using namespace Qt::StringLiterals;

// All published test files in one import: every file accounted for, counts as an independent reader of them has it, and
// every record's verbatim bytes as they stand in the file.
class TestCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFileIsAccountedFor();
    void filesAsCountedIndependently();
    void typesAsCountedIndependently();
    void refusalsSayWhyAndWhere();
    void sourceIsByteExact();
    void verifies();
    void sameBytesChangeNothing();

private:
    QString m_folder = QStringLiteral(CHARTLINE_SHARED_DIR "/data/fhir");
    QTemporaryDir m_temporary;
    std::unique_ptr<Test::TestVault> m_vault;
    ImportReport m_report;
    QJsonObject m_count; // file: {refused, records: {type: n}, refusedRecords}

    [[nodiscard]] QString relative(const QString &path) const { return path.mid(m_folder.size() + 1); }
};

void TestCounts::initTestCase()
{
    if (!QFileInfo::exists(m_folder))
        QSKIP("the published test files are not there (../shared/data/fhir)");
    m_folder = QFileInfo(m_folder).canonicalFilePath();
    QProcess python;
    python.start(u"python3"_s, {QStringLiteral(CHARTLINE_SOURCE_DIR "/tests/data/independent_count.py"), m_folder});
    m_vault = std::make_unique<Test::TestVault>(m_temporary.filePath(u"vault"_s));
    QVERIFY(m_vault->create());
    const auto report = m_vault->import({m_folder});
    QVERIFY2(report, qPrintable(report ? QString() : errorCodeName(report.error().code)));
    m_report = *report;
    QVERIFY(python.state() == QProcess::NotRunning || python.waitForFinished(300'000));
    m_count = QJsonDocument::fromJson(python.readAllStandardOutput()).object().value("files"_L1).toObject();
    QVERIFY2(m_count.size() > 2000, python.readAllStandardError().constData());
}

void TestCounts::everyFileIsAccountedFor()
{
    QCOMPARE(m_report.files, int(m_count.size()));
    QSet<QString> told;
    for (const FileOutcome &file : m_report.outcomes) {
        QVERIFY2(!told.contains(file.path), qPrintable(file.path));
        told.insert(file.path);
        QVERIFY2(m_count.contains(relative(file.path)), qPrintable(file.path));
        QVERIFY2(file.accepted + file.unchanged + file.refused > 0, qPrintable(file.path));
        QVERIFY2(file.kept <= file.accepted, qPrintable(file.path));
    }
    QCOMPARE(told.size(), m_count.size());
}

void TestCounts::filesAsCountedIndependently()
{
    QStringList wrong;
    for (const FileOutcome &file : m_report.outcomes) {
        const QJsonObject counted = m_count.value(relative(file.path)).toObject();
        int records = 0;
        const QJsonObject types = counted.value("records"_L1).toObject();
        for (auto it = types.begin(); it != types.end(); ++it)
            records += it.value().toInt();
        const int refused = counted.value("refused"_L1).isNull() ? counted.value("refusedRecords"_L1).toInt() : 1;
        if (records != file.accepted + file.unchanged || refused != file.refused)
            wrong.append(u"%1: %2 records and %3 refused, counted %4 and %5 (%6)"_s.arg(relative(file.path))
                             .arg(file.accepted + file.unchanged)
                             .arg(file.refused)
                             .arg(records)
                             .arg(refused)
                             .arg(counted.value("refused"_L1).toString()));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
}

void TestCounts::typesAsCountedIndependently()
{
    QMap<QString, int> counted;
    for (const QJsonValue &file : std::as_const(m_count)) {
        const QJsonObject types = file.toObject().value("records"_L1).toObject();
        for (auto it = types.begin(); it != types.end(); ++it)
            counted[it.key()] += it.value().toInt();
    }
    QCOMPARE(m_report.byType.keys(), counted.keys());
    for (auto it = counted.begin(); it != counted.end(); ++it)
        QVERIFY2(m_report.byType.value(it.key()) == it.value(), qPrintable(it.key()));
}

void TestCounts::refusalsSayWhyAndWhere()
{
    // Which of the product's reasons fit what the other reader met.
    const QHash<QString, QStringList> fits{
        {u"encoding"_s, {u"input-wrong-encoding"_s, u"input-not-health-data"_s}},
        {u"doctype"_s, {u"input-has-doctype"_s}},
        {u"duplicate-key"_s, {u"input-duplicate-key"_s}},
        {u"too-deep"_s, {u"input-too-deep"_s}},
        {u"empty"_s, {u"input-empty"_s}},
        {u"no-resource-type"_s, {u"input-not-health-data"_s}},
        {u"no-object"_s, {u"input-not-health-data"_s}},
        {u"not-fhir"_s, {u"input-not-health-data"_s}},
        {u"not-well-formed"_s, {u"input-not-well-formed"_s, u"input-truncated"_s, u"input-not-health-data"_s}},
    };
    QStringList wrong;
    for (const Refusal &refusal : m_report.refusals) {
        if (!refusal.where.isEmpty())
            continue;
        const QString reason = m_count.value(relative(refusal.path)).toObject().value("refused"_L1).toString();
        const QString code = errorCodeName(refusal.error.code);
        if (!fits.value(reason).contains(code))
            wrong.append(u"%1: %2, should be %3"_s.arg(relative(refusal.path), code, reason));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
}

namespace {

// Type and id of a slice, by Qt's readers.
std::pair<QString, QString> nameOf(const QByteArray &slice)
{
    if (slice.startsWith('{')) {
        const QJsonObject object = QJsonDocument::fromJson(slice).object();
        return {object.value("resourceType"_L1).toString(), object.value("id"_L1).toString()};
    }
    // A slice of a Bundle does not repeat the declaration of its namespace.
    QXmlStreamReader xml(slice);
    const auto isFhir = [&xml] {
        return xml.namespaceUri().isEmpty() || xml.namespaceUri() == "http://hl7.org/fhir"_L1;
    };
    std::pair<QString, QString> name;
    for (int depth = 0; !xml.atEnd();) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::StartElement && ++depth <= 2) {
            if (depth == 1)
                name.first = xml.name().toString();
            else if (xml.name() == "id"_L1 && isFhir() && name.second.isEmpty())
                name.second = xml.attributes().value("value"_L1).toString();
        }
        if (token == QXmlStreamReader::EndElement)
            --depth;
    }
    return xml.hasError() ? std::pair<QString, QString>() : name;
}

} // namespace

// Over all records: the bytes handed out are the bytes of the file at that place, and are one whole resource of that
// name.
void TestCounts::sourceIsByteExact()
{
    const auto reader = m_vault->session()->database().reader();
    QVERIFY(reader);
    auto query = (*reader)->prepare(
        "SELECT r.id, f.path, r.offset, r.length, r.type, r.logical_id, r.state, r.full_url FROM record r "
        "JOIN file f ON f.id = r.file_id ORDER BY f.path");
    QVERIFY(query);
    QString path;
    QByteArray content;
    int records = 0;
    while (query->step().value_or(false)) {
        if (query->text(1) != path) {
            path = query->text(1);
            content = Test::readFile(path);
            QVERIFY2(!content.isEmpty(), qPrintable(path));
        }
        const RecordId id{query->int64(0)};
        const auto bytes = recordBytes(**reader, m_vault->session()->blobs(), id);
        QVERIFY2(bytes, qPrintable(path));
        QVERIFY2(*bytes == content.mid(query->int64(2), query->int64(3)), qPrintable(path));
        QVERIFY2(bytes->size() == query->int64(3) && !bytes->isEmpty(), qPrintable(path));
        ++records;
        const QString type = query->text(4);
        const QString logicalId = query->text(5);
        const auto [sliceType, sliceId] = nameOf(*bytes);
        // An entry without a resource, or one that deletes a resource, is the record itself.
        if (type == "Bundle.entry"_L1
            || (sliceType.isEmpty() && bytes->contains("DELETE") && bytes->contains(logicalId.toUtf8())))
            QVERIFY2(bytes->startsWith('{') || bytes->startsWith('<'), qPrintable(path));
        else
            QVERIFY2(sliceType == type && (sliceId == logicalId || sliceId.isEmpty()),
                     qPrintable(path + u' ' + type + u' ' + logicalId + u' ' + sliceType + u' ' + sliceId));
    }
    QVERIFY(records > 10'000);
    // A few through the service the command line uses.
    for (const int id : {1, records / 2, records}) {
        const auto text = Test::await(m_vault->records().source(RecordId{id}));
        QVERIFY(text);
        QCOMPARE(text->bytes, *recordBytes(**reader, m_vault->session()->blobs(), RecordId{id}));
    }
}

void TestCounts::verifies()
{
    const auto verified = m_vault->verify();
    QVERIFY(verified);
    QVERIFY2(verified->ok(), qPrintable(verified->problems.mid(0, 10).join(u'\n')));
}

void TestCounts::sameBytesChangeNothing()
{
    const auto before = Test::canonicalDump(*m_vault->session());
    QVERIFY(before);
    const auto again = m_vault->import({m_folder});
    QVERIFY(again);
    QCOMPARE(again->accepted, 0);
    QCOMPARE(again->newVersions, 0);
    QCOMPARE(again->files, m_report.files);
    QCOMPARE(again->unchanged, m_report.accepted + m_report.unchanged);
    QCOMPARE(again->refused, m_report.refused);
    QCOMPARE(again->byType, m_report.byType);
    const auto after = Test::canonicalDump(*m_vault->session());
    QVERIFY(after);
    QVERIFY2(*after == *before, Test::difference(*after, *before).constData());
}

QTEST_GUILESS_MAIN(TestCounts)
#include "tst_counts.moc"
