// SPDX-License-Identifier: Apache-2.0
#include "store/Database.h"
#include "timeline/ImagingQueries.h"
#include "timeline/RecordQueries.h"
#include "timeline/Regrouper.h"
#include "timeline/StudyProjector.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Chartline;
using namespace Qt::StringLiterals;

namespace {

ImagingHeader header(const QString &study, const QString &series, const QString &modality)
{
    ImagingHeader header;
    header.studyUid = study;
    header.studyDescription = u"CT chest"_s;
    header.studyStart = PartialDate::parse(u"2024-05-08T10:15:00"_s);
    header.seriesUid = series;
    header.seriesNumber = series.right(1);
    header.modality = modality;
    header.institution = u"Lakeside Imaging"_s;
    header.procedures = {u"Thorax"_s};
    return header;
}

ImagingInstance instance(const ImagingHeader &header, int number)
{
    ImagingInstance instance;
    instance.header = header;
    instance.sopUid = header.seriesUid + u'.' + QString::number(number);
    instance.sopClass = u"1.2.840.10008.5.1.4.1.1.2"_s;
    instance.transferSyntax = u"1.2.840.10008.1.2.1"_s;
    instance.instanceNumber = number;
    instance.frames = 1;
    instance.rows = 512;
    instance.columns = 512;
    instance.image = QByteArray("opaque\0bytes", 12);
    instance.refersTo = {u"1.2.3"_s, u"1.2.4"_s};
    return instance;
}

} // namespace

// Studies put together from their instances: one row of the timeline for each, whatever comes in whichever order.
class TestStudyProjector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void headersAreKeptOnce();
    void damagedHeaderIsAnError();
    void oneRowForAStudy();
    void rowFollowsTheFirstRecord();
    void twoPeopleStayTwo();
    void sourcesOfOneStudyAreOneFact();
    void copiesAreListedOnce();
    void seriesOfTwoPeopleIsRefused();

private:
    [[nodiscard]] Status run(const QString &sql) { return m_db->execute(sql.toUtf8().constData()); }
    [[nodiscard]] qint64 number(const QString &sql)
    {
        auto query = m_db->prepare(sql.toUtf8().constData());
        return query && query->step().value_or(false) ? query->int64(0) : -1;
    }
    // A current record of the identity, with its instance.
    [[nodiscard]] Status put(int record, int source, int identity, const ImagingInstance &what)
    {
        CHARTLINE_TRY(
            run(u"INSERT INTO record (id, file_id, offset, length, sha256, source_id, type, logical_id, "
                "format, state, mapped, identity_id) VALUES (%1, 1, 0, 1, x'%2', %3, 'ImagingInstance', '%4', "
                "'dicom', 0, 1, %5)"_s.arg(record)
                    .arg(QString::number(record).rightJustified(64, u'0'))
                    .arg(source)
                    .arg(what.sopUid)
                    .arg(identity)));
        return StudyStore(*m_db).put(RecordId{record}, what);
    }
    void project(int source, const QString &study)
    {
        StudyStore studies(*m_db);
        FactStore facts(*m_db);
        QVERIFY(writeStudy(studies, facts, SourceId{source}, study));
        QVERIFY(facts.flushSearch());
        for (const PersonId person : facts.takeChanged())
            QVERIFY(regroup(*m_db, person));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    Connection *m_db = nullptr;
};

void TestStudyProjector::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    SecureBytes key(32);
    memset(key.data(), 7, key.size());
    auto database = Database::create(m_folder->filePath(u"records.db"_s), key);
    QVERIFY(database);
    m_database = std::move(*database);
    auto writer = m_database->writer();
    QVERIFY(writer);
    m_db = *writer;
    QVERIFY(run(u"INSERT INTO import (id, started) VALUES (1, 0)"_s));
    QVERIFY(run(u"INSERT INTO file (id, import_id, sha256, path, group_key, size, complete) VALUES "
                "(1, 1, x'00', 'f', 'g', 1, 1)"_s));
    for (int i = 1; i <= 2; ++i) {
        QVERIFY(run(
            u"INSERT INTO source (id, key, ordinal, name, created) VALUES (%1, 'folder:%1', 0, 'S%1', 0)"_s.arg(i)));
        QVERIFY(run(u"INSERT INTO person (id, name) VALUES (%1, 'P%1')"_s.arg(i)));
        QVERIFY(run(u"INSERT INTO identity (id, source_id, person_id) VALUES (%1, 1, %1)"_s.arg(i)));
    }
    // The first person, as the second source knows them.
    QVERIFY(run(u"INSERT INTO identity (id, source_id, person_id) VALUES (3, 2, 1)"_s));
}

void TestStudyProjector::cleanup()
{
    m_db = nullptr;
    m_database.reset();
    m_folder.reset();
}

void TestStudyProjector::headersAreKeptOnce()
{
    const ImagingHeader one = header(u"1.1"_s, u"1.1.1"_s, u"CT"_s);
    for (int i = 1; i <= 5; ++i)
        QVERIFY(put(i, 1, 1, instance(one, i)));
    QCOMPARE(number(u"SELECT count(*) FROM imaging_header"_s), 1);
    for (int i = 1; i <= 5; ++i) {
        const auto stored = StudyStore(*m_db).instance(RecordId{i});
        QVERIFY(stored && *stored);
        QCOMPARE(**stored, instance(one, i));
    }
    const auto none = StudyStore(*m_db).instance(RecordId{99});
    QVERIFY(none && !*none);
}

void TestStudyProjector::damagedHeaderIsAnError()
{
    const QByteArray good = StudyStore::toBytes(header(u"1"_s, u"2"_s, u"MR"_s));
    QVERIFY(StudyStore::fromBytes(good));
    for (qsizetype size = 0; size < good.size(); ++size)
        QVERIFY(!StudyStore::fromBytes(good.first(size)));
    QVERIFY(!StudyStore::fromBytes("nonsense"));
}

void TestStudyProjector::oneRowForAStudy()
{
    const ImagingHeader ct = header(u"1.1"_s, u"1.1.2"_s, u"CT"_s);
    ImagingHeader pet = header(u"1.1"_s, u"1.1.1"_s, u"PT"_s);
    pet.studyDescription.clear();
    pet.studyStart = {};
    QVERIFY(put(1, 1, 1, instance(pet, 1)));
    QVERIFY(put(2, 1, 1, instance(ct, 1)));
    QVERIFY(put(3, 1, 1, instance(ct, 2)));
    project(1, u"1.1"_s);
    QCOMPARE(number(u"SELECT count(*) FROM fact"_s), 1);
    const auto fact = RecordQueries::fact(*m_db, FactId::projected(RecordId{1}));
    QVERIFY(fact);
    QCOMPARE(fact->kind, FactKind::Imaging);
    QCOMPARE(fact->title, u"CT chest"_s);
    QCOMPARE(fact->category, u"CT, PT"_s);
    QCOMPARE(fact->start.text(), u"2024-05-08T10:15:00"_s);
    const auto studies = ImagingQueries::studies(*m_db, PersonId{1});
    QVERIFY(studies);
    QCOMPARE(studies->size(), 1);
    QCOMPARE(studies->first().instances, 3);
    QCOMPARE(studies->first().fact, fact->id);
    QCOMPARE(studies->first().modalities, QStringList({u"CT"_s, u"PT"_s}));
    QCOMPARE(studies->first().series.size(), 2);
    QCOMPARE(studies->first().series.first().header.seriesUid, u"1.1.1"_s); // by number
    // Written again, it is the same row.
    project(1, u"1.1"_s);
    QCOMPARE(number(u"SELECT count(*) FROM fact"_s), 1);
    QCOMPARE(number(u"SELECT count(*) FROM fact_search WHERE fact_search MATCH 'chest'"_s), 1);
}

void TestStudyProjector::rowFollowsTheFirstRecord()
{
    const ImagingHeader ct = header(u"1.1"_s, u"1.1.2"_s, u"CT"_s);
    QVERIFY(put(4, 1, 1, instance(ct, 1)));
    QVERIFY(put(7, 1, 1, instance(ct, 2)));
    project(1, u"1.1"_s);
    QVERIFY(RecordQueries::fact(*m_db, FactId::projected(RecordId{4})));
    // A newer version has taken its place.
    QVERIFY(run(u"UPDATE record SET state = 1 WHERE id = 4"_s));
    project(1, u"1.1"_s);
    QVERIFY(!RecordQueries::fact(*m_db, FactId::projected(RecordId{4})));
    QVERIFY(RecordQueries::fact(*m_db, FactId::projected(RecordId{7})));
    QVERIFY(run(u"UPDATE record SET state = 1"_s));
    project(1, u"1.1"_s);
    QCOMPARE(number(u"SELECT count(*) FROM fact"_s), 0);
    QCOMPARE(number(u"SELECT count(*) FROM fact_search"_s), 0);
}

void TestStudyProjector::twoPeopleStayTwo()
{
    const ImagingHeader ct = header(u"1.1"_s, u"1.1.2"_s, u"CT"_s);
    QVERIFY(put(1, 1, 1, instance(ct, 1)));
    QVERIFY(put(2, 1, 2, instance(ct, 2)));
    project(1, u"1.1"_s);
    QCOMPARE(number(u"SELECT count(*) FROM fact WHERE person_id = 1"_s), 1);
    QCOMPARE(number(u"SELECT count(*) FROM fact WHERE person_id = 2"_s), 1);
    for (int person = 1; person <= 2; ++person) {
        const auto studies = ImagingQueries::studies(*m_db, PersonId{person});
        QVERIFY(studies);
        QCOMPARE(studies->size(), 1);
        QCOMPARE(studies->first().instances, 1);
    }
}

void TestStudyProjector::sourcesOfOneStudyAreOneFact()
{
    ImagingHeader ct = header(u"1.1"_s, u"1.1.2"_s, u"CT"_s);
    QVERIFY(put(1, 1, 1, instance(ct, 1)));
    // The other source has other words and another time for it.
    ct.studyDescription = u"Thorax nativ"_s;
    ct.studyStart = PartialDate::parse(u"2024-05-09"_s);
    QVERIFY(put(2, 2, 3, instance(ct, 1)));
    project(1, u"1.1"_s);
    project(2, u"1.1"_s);
    QCOMPARE(number(u"SELECT count(*) FROM fact"_s), 2);
    QCOMPARE(number(u"SELECT count(DISTINCT group_id) FROM fact"_s), 1);
    const auto fact = RecordQueries::fact(*m_db, FactId::projected(RecordId{2}));
    QVERIFY(fact);
    QCOMPARE(fact->witnesses.size(), 2);
    // Another study with the same words and time is another fact.
    ImagingHeader second = header(u"1.2"_s, u"1.2.1"_s, u"CT"_s);
    QVERIFY(put(3, 2, 3, instance(second, 1)));
    project(2, u"1.2"_s);
    QCOMPARE(number(u"SELECT count(DISTINCT group_id) FROM fact"_s), 2);
}

void TestStudyProjector::copiesAreListedOnce()
{
    const ImagingHeader ct = header(u"1.1"_s, u"1.1.2"_s, u"CT"_s);
    QVERIFY(put(1, 1, 1, instance(ct, 2)));
    QVERIFY(put(2, 2, 3, instance(ct, 2)));
    QVERIFY(put(3, 2, 3, instance(ct, 1)));
    const auto series = ImagingQueries::series(*m_db, u"1.1.2"_s, PersonId{1});
    QVERIFY(series);
    QCOMPARE(series->instances.size(), 2);
    QCOMPARE(series->copies, 1);
    QCOMPARE(series->instances.first().number, 1);
    QCOMPARE(series->instances.last().record, RecordId{1});
    QCOMPARE(series->instances.last().image, QByteArray("opaque\0bytes", 12));
    QCOMPARE(ImagingQueries::series(*m_db, u"9.9"_s).error().code, ErrorCode::NotFound);
}

void TestStudyProjector::seriesOfTwoPeopleIsRefused()
{
    const ImagingHeader ct = header(u"1.1"_s, u"1.1.2"_s, u"CT"_s);
    QVERIFY(put(1, 1, 1, instance(ct, 1)));
    QVERIFY(put(2, 1, 2, instance(ct, 2)));
    QCOMPARE(ImagingQueries::series(*m_db, u"1.1.2"_s).error().code, ErrorCode::ConstraintViolated);
    const auto series = ImagingQueries::series(*m_db, u"1.1.2"_s, PersonId{2});
    QVERIFY(series);
    QCOMPARE(series->instances.size(), 1);
}

QTEST_GUILESS_MAIN(TestStudyProjector)
#include "tst_studyprojector.moc"
