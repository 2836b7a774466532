// SPDX-License-Identifier: Apache-2.0
#include "store/Database.h"
#include "store/RecordBytes.h"
#include "timeline/Labels.h"
#include "timeline/RecordQueries.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

using namespace Chartline;
using namespace Qt::StringLiterals;

namespace {

SecureBytes keyOf(unsigned char fill)
{
    SecureBytes key(32);
    memset(key.data(), fill, key.size());
    return key;
}

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

// Two sources, three people (the third only an empty shell), three files: one in its row, one a blob, one with wrong
// bytes.
constexpr char data[] = R"sql(
INSERT INTO source VALUES (1, 'https://clinic.example/fhir', 0, 'Clinic', 0), (2, 'folder:/h', 0, 'Hospital', 0);
INSERT INTO import VALUES (1, 1700000000000, NULL, '');
INSERT INTO person VALUES (1, 'MÜLLER, Zoë', '1959-03-12', 'female', '', 'muller zoe'), (2, 'ABEL, Tom', '1980', 'male', '2020', 'abel tom'),
    (3, 'GONE', '', '', '', 'gone'), (4, '', '', '', '', '');
INSERT INTO identity (id, source_id, person_id, record_id, name, birth_date) VALUES (1, 1, 1, NULL, 'Zoë Müller', '1959-03-12'),
    (2, 2, 1, NULL, 'Mueller, Z', '1959'), (3, 1, 2, NULL, 'Tom Abel', '1980'), (4, 2, 4, NULL, '', '');
INSERT INTO identifier VALUES (1, 'urn:mrn', 'AB-123', 'MRN'), (2, 'urn:hosp', '77-9', ''), (3, 'urn:mrn', 'ZZ-1', 'MRN');
)sql";

Status addRecord(Connection &db, qint64 id, qint64 file, qint64 offset, const QByteArray &bytes, const QString &type,
                 const QString &logical, int state = 0, const QString &url = {}, qint64 updated = 0)
{
    CHARTLINE_ASSIGN(
        Statement * insert,
        db.cached(
            "INSERT INTO record (id, file_id, offset, length, sha256, source_id, type, logical_id, version, updated, "
            "full_url, format, place, identity_id, state, mapped, issues) VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, ?7, '1', "
            "?10, ?9, 'fhir-json', 'entry[1]', 1, ?8, ?6 <> 'Basic', '[{\"path\":\"Basic.x\",\"reason\":\"odd\"}]')"));
    const QByteArray hash = sha256(bytes);
    insert->bind(1, id)
        .bind(2, file)
        .bind(3, offset)
        .bind(4, qint64(bytes.size()))
        .bind(5, hash)
        .bind(6, type)
        .bind(7, logical);
    insert->bind(8, state).bind(9, url).bindOrNull(10, updated);
    return insert->run();
}

Status addFact(Connection &db, qint64 id, qint64 group, qint64 source, std::optional<qint64> startMs,
               const QString &title, int flags = 0)
{
    CHARTLINE_ASSIGN(
        Statement * insert,
        db.cached("INSERT INTO fact VALUES (?1, ?2, 1, ?3, 3, ?4, NULL, '2020-05', '', ?5, 'http://loinc.org', "
                  "'1-8', '', '7.0', 'mmol/L', 7.0, NULL, 'final', 0, ?6, 'laboratory', '')"));
    insert->bind(1, id).bind(2, group).bind(3, source).bind(5, title).bind(6, flags);
    startMs ? insert->bind(4, *startMs) : insert->bindNull(4);
    return insert->run();
}

} // namespace

class tst_RecordQueries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void personsInOrder();
    void personSearch_data();
    void personSearch();
    void countsLeaveWithdrawnAndPlannedOut();
    void recordHasFactsNewestFirst();
    void equalTextsAreShared();
    void anyWitnessFindsTheFact();
    void recordAndVersions();
    void keptRecords();
    void references();
    void sourcesCountFacts();
    void bytesAreExactAndChecked();
    void unknownIdsAreNotFound();

private:
    [[nodiscard]] Connection &db() const { return **m_database->writer(); }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<BlobStore> m_blobs;
    QByteArray m_small = "{\"a\":1} {\"b\":\"\xc3\xab\"}";
    QByteArray m_large = QByteArray(300'000, 'x') + "record-in-a-blob" + QByteArray(100'000, 'y');
};

void tst_RecordQueries::initTestCase()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto database = Database::create(m_folder->filePath(u"records.db"_s), keyOf(3));
    QVERIFY(database);
    m_database = std::move(*database);
    auto blobs = BlobStore::open(m_folder->filePath(u"blobs"_s), keyOf(4), keyOf(5));
    QVERIFY(blobs);
    m_blobs = std::move(*blobs);
    const auto name = m_blobs->put(m_large);
    QVERIFY(name);

    QVERIFY(db().execute(data));
    auto file = db().prepare("INSERT INTO file (id, import_id, sha256, path, group_key, size, content, blob, complete) "
                             "VALUES (?1, 1, ?2, ?3, 'g', ?4, ?5, ?6, 1)");
    QVERIFY(file);
    const QByteArray smallHash = sha256(m_small);
    const QByteArray largeHash = sha256(m_large);
    QVERIFY(file->bind(1, 1)
                .bind(2, smallHash)
                .bind(3, u"a.json"_s)
                .bind(4, qint64(m_small.size()))
                .bind(5, m_small)
                .bindNull(6)
                .run());
    QVERIFY(file->bind(1, 2)
                .bind(2, largeHash)
                .bind(3, u"b.ndjson"_s)
                .bind(4, qint64(m_large.size()))
                .bindNull(5)
                .bind(6, name->toString())
                .run());

    QVERIFY(addRecord(db(), 10, 1, 0, "{\"a\":1}", u"Observation"_s, u"o1"_s, 1, {}, 100));
    QVERIFY(addRecord(db(), 11, 1, 8, "{\"b\":\"\xc3\xab\"}", u"Observation"_s, u"o1"_s, 0, {}, 200));
    QVERIFY(addRecord(db(), 12, 2, 300'000, "record-in-a-blob", u"Basic"_s, u"b1"_s));
    QVERIFY(addRecord(db(), 13, 2, 5, "not what stands there", u"Basic"_s, u"b2"_s, 3));
    QVERIFY(addRecord(db(), 14, 1, 15, "x", u"Practitioner"_s, u"p"_s, 0,
                      u"urn:uuid:0b8e1b62-0000-4000-8000-000000000001"_s));
    QVERIFY(addRecord(db(), 15, 1, 0, "{\"a\":1}", u"Organization"_s, u"abc"_s, 0, u"urn:uuid:abc"_s));

    QVERIFY(addFact(db(), 41, 41, 1, 1000, u"Glucose"_s));
    QVERIFY(addFact(db(), 40, 41, 2, 900, u"Glucose, serum"_s)); // a witness stored before the one that speaks
    QVERIFY(addFact(db(), 42, 41, 2, 1100, u"Glucose again"_s));
    QVERIFY(addFact(db(), 43, 43, 1, {}, u"Undated"_s));
    QVERIFY(addFact(db(), 44, 44, 1, 5000, u"Withdrawn"_s, int(FactFlag::EnteredInError)));
    QVERIFY(addFact(db(), 45, 45, 1, 9000, u"Planned"_s, int(FactFlag::Planned)));
    QVERIFY(addFact(db(), 46, 46, 1, 2000, u"Glucose"_s));
}

void tst_RecordQueries::personsInOrder()
{
    const auto people = RecordQueries::persons(db());
    QVERIFY(people);
    QCOMPARE(people->size(), 3); // not the one all of whose identities were linked elsewhere
    QCOMPARE(people->at(0).name, u"ABEL, Tom"_s);
    QCOMPARE(people->at(0).deceased, u"2020"_s);
    QCOMPARE(people->at(1).name, u"MÜLLER, Zoë"_s);
    QVERIFY(people->at(2).name.isEmpty()); // nameless ones last
    const PersonSummary &zoe = people->at(1);
    QCOMPARE(zoe.identities.size(), 2);
    QCOMPARE(zoe.identities[0].source.name, u"Clinic"_s);
    QCOMPARE(zoe.identities[0].identifiers.size(), 1);
    QCOMPARE(zoe.identities[0].identifiers[0].value, u"AB-123"_s);
    QCOMPARE(zoe.identities[0].identifiers[0].type, u"MRN"_s);
    QCOMPARE(zoe.identities[1].birthDate, u"1959"_s);
}

void tst_RecordQueries::personSearch_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    QTest::newRow("prefix") << u"mül"_s << u"1"_s;
    QTest::newRow("without diacritics") << u"zoe MULLER"_s << u"1"_s;
    QTest::newRow("as another source wrote it") << u"mueller"_s << u"1"_s;
    QTest::newRow("with comma") << u"Müller, Zoë"_s << u"1"_s;
    QTest::newRow("not in the middle") << u"ller"_s << u""_s;
    QTest::newRow("identifier") << u"ab-12"_s << u"1"_s;
    QTest::newRow("year") << u"1959"_s << u"1"_s;
    QTest::newRow("date") << u"1959-03-12"_s << u"1"_s;
    QTest::newRow("name and year") << u"tom 1980"_s << u"2"_s;
    QTest::newRow("name and wrong year") << u"tom 1959"_s << u""_s;
    QTest::newRow("nobody") << u"' OR 1=1 --"_s << u""_s;
    QTest::newRow("blank") << u"  "_s << u"1,2,4"_s;
}

void tst_RecordQueries::personSearch()
{
    QFETCH(QString, text);
    const auto people = RecordQueries::persons(db(), text);
    QVERIFY(people);
    QStringList ids;
    for (const PersonSummary &person : *people)
        ids.append(QString::number(person.id.value));
    ids.sort();
    QTEST(ids.join(u','), "found");
}

void tst_RecordQueries::countsLeaveWithdrawnAndPlannedOut()
{
    const auto person = RecordQueries::person(db(), PersonId{1});
    QVERIFY(person);
    QCOMPARE(person->facts, 4); // merged; without the withdrawn one
    QCOMPARE(person->lastMs, 2000);
    const auto other = RecordQueries::person(db(), PersonId{2});
    QVERIFY(other);
    QCOMPARE(other->facts, 0);
    QCOMPARE(other->lastMs, Fact::noTime);
}

void tst_RecordQueries::recordHasFactsNewestFirst()
{
    const auto record = RecordQueries::personRecord(db(), PersonId{1});
    QVERIFY(record);
    QStringList titles;
    for (const Fact &fact : record->facts)
        titles.append(fact.title);
    QCOMPARE(titles.join(u'|'), u"Planned|Withdrawn|Glucose|Glucose|Undated"_s);
    const Fact &merged = record->facts[3];
    QCOMPARE(merged.id, FactId{41});
    QCOMPARE(merged.startMs, 1000);
    QCOMPARE(merged.start.precision(), PartialDate::Precision::Month);
    QCOMPARE(merged.number, 7.0);
    QVERIFY(!merged.number2);
    QCOMPARE(merged.code.display, u"Glucose"_s);
    QCOMPARE(merged.witnesses.size(), 3);
    QCOMPARE(merged.witnesses[0].fact, FactId{41});
    QCOMPARE(merged.witnesses[1].fact, FactId{40});
    QCOMPARE(merged.witnesses[2].source, SourceId{2});
    QCOMPARE(record->facts[4].startMs, Fact::noTime);
    QVERIFY(record->facts[1].isWithdrawn());
    QCOMPARE(record->sources.size(), 2);
    QCOMPARE(record->sources[0].name, u"Clinic"_s);
    QCOMPARE(record->sources[0].facts, 4);
    QCOMPARE(record->sources[1].facts, 1);
}

void tst_RecordQueries::equalTextsAreShared()
{
    const auto record = RecordQueries::personRecord(db(), PersonId{1});
    QVERIFY(record);
    QCOMPARE(record->facts[2].title.constData(), record->facts[3].title.constData());
    QCOMPARE(record->facts[0].unit.constData(), record->facts[4].unit.constData());
    QCOMPARE(record->facts[0].start.text().constData(), record->facts[4].start.text().constData());
}

void tst_RecordQueries::anyWitnessFindsTheFact()
{
    for (const qint64 id : {40, 41, 42}) {
        const auto fact = RecordQueries::fact(db(), FactId{id});
        QVERIFY(fact);
        QCOMPARE(fact->id, FactId{41});
        QCOMPARE(fact->witnesses.size(), 3);
    }
}

void tst_RecordQueries::recordAndVersions()
{
    const auto record = RecordQueries::record(db(), RecordId{12});
    QVERIFY(record);
    QCOMPARE(record->type, u"Basic"_s);
    QCOMPARE(record->path, u"b.ndjson"_s);
    QCOMPARE(record->received, 1'700'000'000'000);
    QCOMPARE(record->person, PersonId{1});
    QVERIFY(!record->mapped);
    QCOMPARE(record->issues, (QList<MappingIssue>{{u"Basic.x"_s, u"odd"_s}}));
    const auto versions = RecordQueries::versions(db(), RecordId{10});
    QVERIFY(versions);
    QCOMPARE(versions->size(), 2);
    QCOMPARE(versions->at(0).id, RecordId{11});
    QCOMPARE(versions->at(1).state, 1);
}

void tst_RecordQueries::keptRecords()
{
    const auto kept = RecordQueries::keptRecords(db(), PersonId{1});
    QVERIFY(kept);
    QCOMPARE(kept->size(), 1); // not the one the source deleted
    QCOMPARE(kept->first().id, RecordId{12});
}

void tst_RecordQueries::references()
{
    QVERIFY(db().execute("INSERT INTO alias (source_id, name, file_id, record_id) "
                         "SELECT 1, 'urn:uuid:abc', file_id, id FROM record WHERE id = 15"));
    const auto named = [&](qint64 source, const QString &target) {
        Clinical::Reference reference;
        reference.target = target;
        return recordOf(db(), RecordId{10}, SourceId{source}, reference).value();
    };
    QCOMPARE(named(1, u"Observation/o1"_s), RecordId{11});
    QCOMPARE(named(1, u"Observation/o1/_history/1"_s), RecordId{11});
    QCOMPARE(named(2, u"https://clinic.example/fhir/Observation/o1"_s), RecordId{11});
    QCOMPARE(named(1, u"urn:uuid:abc"_s), RecordId{15});
    for (const QString &target : {u"Observation/o1"_s, u"urn:uuid:abc"_s})
        QCOMPARE(named(2, target), RecordId{});
    for (const QString &target : {u"Basic/b2"_s, u""_s, u"#x"_s, u"Observation/"_s, u"' OR 1=1"_s})
        QCOMPARE(named(1, target), RecordId{});
}

void tst_RecordQueries::sourcesCountFacts()
{
    const auto sources = RecordQueries::sources(db());
    QVERIFY(sources && sources->size() == 2);
    QCOMPARE(sources->at(0).facts, 4);
    QCOMPARE(sources->at(1).facts, 1);
}

void tst_RecordQueries::bytesAreExactAndChecked()
{
    QCOMPARE(recordBytes(db(), *m_blobs, RecordId{10}).value(), QByteArray("{\"a\":1}"));
    QCOMPARE(recordBytes(db(), *m_blobs, RecordId{11}).value(), QByteArray("{\"b\":\"\xc3\xab\"}"));
    QCOMPARE(recordBytes(db(), *m_blobs, RecordId{12}).value(), QByteArray("record-in-a-blob"));
    QCOMPARE(fileBytes(db(), *m_blobs, FileId{1}).value(), m_small);
    QCOMPARE(fileBytes(db(), *m_blobs, FileId{2}).value(), m_large);
    QCOMPARE(recordBytes(db(), *m_blobs, RecordId{13}).error().code, ErrorCode::DatabaseDamaged);
}

void tst_RecordQueries::unknownIdsAreNotFound()
{
    QCOMPARE(RecordQueries::person(db(), PersonId{99}).error().code, ErrorCode::NotFound);
    QCOMPARE(RecordQueries::personRecord(db(), PersonId{99}).error().code, ErrorCode::NotFound);
    QCOMPARE(RecordQueries::fact(db(), FactId{99}).error().code, ErrorCode::NotFound);
    QCOMPARE(RecordQueries::record(db(), RecordId{99}).error().code, ErrorCode::NotFound);
    QCOMPARE(recordBytes(db(), *m_blobs, RecordId{99}).error().code, ErrorCode::NotFound);
    QCOMPARE(fileBytes(db(), *m_blobs, FileId{99}).error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(tst_RecordQueries)
#include "tst_recordqueries.moc"
