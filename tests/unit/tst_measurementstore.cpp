// SPDX-License-Identifier: Apache-2.0
#include "services/MeasurementService.h"
#include "store/Database.h"
#include "store/MeasurementStore.h"
#include "store/StudyStore.h"
#include "store/Verifier.h"
#include "support/Await.h"
#include "support/TestVault.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>
#include <cmath>

using namespace Chartline;
using namespace Qt::StringLiterals;

namespace {

// Two people; the first is known to two sources, each with a study.
constexpr char s_people[] = R"sql(
INSERT INTO source VALUES (1, 'k', 0, 'Clinic', 0), (2, 'l', 0, 'Practice', 0);
INSERT INTO import VALUES (1, 0, 0, '');
INSERT INTO person (id) VALUES (1), (2);
INSERT INTO identity (id, source_id, person_id) VALUES (1, 1, 1), (2, 2, 1), (3, 1, 2);
INSERT INTO file (id, import_id, sha256, path, group_key, size, content, complete)
    VALUES (1, 1, x'B43D91DE51EF16EAE54EB5F34A7B31CC44A1DE2D91EF52D6CBC9B5C1DFBB2A8B', 'p', 'g', 4, 'abcd', 1);
INSERT INTO record (id, file_id, offset, length, sha256, source_id, type, logical_id, format, identity_id, state, mapped)
    VALUES (1, 1, 0, 0, x'00', 1, 'instance', '', 'dicom', 1, 0, 1), (2, 1, 0, 0, x'00', 2, 'instance', '', 'dicom', 2, 0, 1),
           (3, 1, 0, 0, x'00', 1, 'instance', '', 'dicom', 3, 0, 1);
)sql";

QString study(int n)
{
    return u"1.2.%1"_s.arg(n);
}

bool addPeople(Connection &db)
{
    if (!db.execute(s_people))
        return false;
    StudyStore studies(db);
    for (int n = 1; n <= 3; ++n) {
        ImagingInstance instance;
        instance.header.studyUid = study(n);
        instance.header.seriesUid = study(n) + u".1"_s;
        instance.sopUid = study(n) + u".1.1"_s;
        if (!studies.put(RecordId{n}, instance))
            return false;
    }
    return true;
}

// A length on the image of one study.
StoredMeasurement length(int n)
{
    StoredMeasurement measurement;
    measurement.study = study(n);
    measurement.series = study(n) + u".1"_s;
    measurement.sopInstance = study(n) + u".1.1"_s;
    measurement.frameOfReference = u"1.9"_s;
    measurement.kind = u"length"_s;
    measurement.points = {{1.5, -2.25, 1e-7}, {4.5, 2, 1000.123456789}};
    measurement.figures = {{u"length"_s, 12.5, u"mm"_s}};
    measurement.label = u"Rundherd, rechts"_s;
    measurement.author = u"Dr. Demo"_s;
    measurement.saved = 1'000;
    return measurement;
}

} // namespace

class TestMeasurementStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatIsPutIsThere();
    void changesAreVersions();
    void removalIsAMark();
    void ofThePersonAlone();
    void findings();
    void senseless_data();
    void senseless();
    void damagedBytes_data();
    void damagedBytes();
    void verified_data();
    void verified();
    void uids();
    void service();
    void lockedVault();

private:
    [[nodiscard]] Connection &db() const { return **m_database->writer(); }
    [[nodiscard]] MeasurementStore store() const { return MeasurementStore(db()); }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
};

void TestMeasurementStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    SecureBytes key(32);
    memset(key.data(), 7, key.size());
    auto database = Database::create(m_folder->filePath(u"records.db"_s), key);
    QVERIFY(database);
    m_database = std::move(*database);
    QVERIFY(addPeople(db()));
}

void TestMeasurementStore::cleanup()
{
    m_database.reset();
    m_folder.reset();
}

void TestMeasurementStore::whatIsPutIsThere()
{
    const auto put = store().put(PersonId{1}, length(1));
    QVERIFY(put);
    QCOMPARE(put->version, 1);
    QCOMPARE(put->created, 1'000);
    QVERIFY(put->uid.startsWith(u"2.25."_s));
    const auto set = store().of(PersonId{1});
    QVERIFY(set);
    QCOMPARE(set->measurements.size(), 1);
    QCOMPARE(set->measurements.first(), *put);
    QCOMPARE(set->measurements.first().points, length(1).points);
}

void TestMeasurementStore::changesAreVersions()
{
    auto measurement = store().put(PersonId{1}, length(1));
    QVERIFY(measurement);
    const StoredMeasurement first = *measurement;
    measurement->points[1] = {9, 9, 9};
    measurement->label = u"moved"_s;
    measurement->author = u"Dr. Other"_s;
    measurement->saved = 2'000;
    const auto second = store().put(PersonId{1}, *measurement);
    QVERIFY(second);
    QCOMPARE(second->version, 2);
    QCOMPARE(second->created, 1'000);
    const auto set = store().of(PersonId{1});
    QCOMPARE(set->measurements, QList<StoredMeasurement>{*second});
    // What it was is still there.
    const auto history = store().history(first.uid);
    QVERIFY(history);
    QCOMPARE(*history, (QList<StoredMeasurement>{first, *second}));
}

void TestMeasurementStore::removalIsAMark()
{
    const auto measurement = store().put(PersonId{1}, length(1));
    QVERIFY(measurement);
    QVERIFY(store().remove(measurement->uid, u"Dr. Other"_s, 3'000));
    QVERIFY(store().of(PersonId{1})->measurements.isEmpty());
    const auto history = store().history(measurement->uid);
    QCOMPARE(history->size(), 2);
    QCOMPARE(history->last().author, u"Dr. Other"_s);
    QCOMPARE(history->last().saved, 3'000);
    QCOMPARE(history->last().points, measurement->points);
    // Put again it is back.
    const auto back = store().put(PersonId{1}, *measurement);
    QVERIFY(back);
    QCOMPARE(back->version, 3);
    QCOMPARE(store().of(PersonId{1})->measurements.size(), 1);
    QCOMPARE(store().remove(u"2.25.1"_s, {}, 0).error().code, ErrorCode::NotFound);
}

void TestMeasurementStore::ofThePersonAlone()
{
    QVERIFY(store().put(PersonId{1}, length(1)));
    QVERIFY(store().put(PersonId{1}, length(2))); // by the other source
    const auto other = store().put(PersonId{2}, length(3));
    QVERIFY(other);
    QCOMPARE(store().of(PersonId{1})->measurements.size(), 2);
    QCOMPARE(store().of(PersonId{2})->measurements.size(), 1);
    // Nobody measures on another one's images, or changes another one's measurement.
    QCOMPARE(store().put(PersonId{1}, length(3)).error().code, ErrorCode::NotFound);
    StoredMeasurement taken = length(1);
    taken.uid = other->uid;
    QCOMPARE(store().put(PersonId{1}, taken).error().code, ErrorCode::ConstraintViolated);
    // Two people found to be one have both.
    QVERIFY(db().execute("UPDATE identity SET person_id = 1"));
    QCOMPARE(store().of(PersonId{1})->measurements.size(), 3);
}

void TestMeasurementStore::findings()
{
    StoredFinding nodule{{}, 0, u" RUL nodule "_s, StoredFinding::Role::LongestDiameter, u"Dr. Demo"_s, 5};
    const auto finding = store().putFinding(PersonId{1}, nodule);
    QVERIFY(finding);
    QCOMPARE(finding->name, u"RUL nodule"_s);
    for (const int n : {1, 2}) {
        StoredMeasurement measurement = length(n);
        measurement.finding = finding->uid;
        QVERIFY(store().put(PersonId{1}, measurement));
    }
    StoredFinding renamed = *finding;
    renamed.name = u"Node 4R"_s;
    renamed.role = StoredFinding::Role::ShortAxis;
    const auto second = store().putFinding(PersonId{1}, renamed);
    QVERIFY(second);
    QCOMPARE(second->version, 2);
    auto set = store().of(PersonId{1});
    QCOMPARE(set->findings, QList<StoredFinding>{*second});
    QCOMPARE(set->measurements.size(), 2);
    QCOMPARE(set->measurements.last().finding, finding->uid);
    // Taken away: its measurements stay.
    QVERIFY(store().removeFinding(finding->uid, u"Dr. Demo"_s, 6));
    set = store().of(PersonId{1});
    QVERIFY(set->findings.isEmpty());
    QCOMPARE(set->measurements.size(), 2);
    QVERIFY(set->measurements.first().finding.isEmpty());
    QCOMPARE(set->measurements.first().version, 2);
    QCOMPARE(store().putFinding(PersonId{1}, {{}, 0, u"  "_s, {}, {}, 0}).error().code, ErrorCode::ConstraintViolated);
    renamed.name = u"mine"_s;
    QCOMPARE(store().putFinding(PersonId{2}, renamed).error().code, ErrorCode::ConstraintViolated);
}

void TestMeasurementStore::senseless_data()
{
    QTest::addColumn<StoredMeasurement>("measurement");
    const auto row = [](const char *name, const std::function<void(StoredMeasurement &)> &change) {
        StoredMeasurement measurement = length(1);
        change(measurement);
        QTest::newRow(name) << measurement;
    };
    row("unknown kind", [](StoredMeasurement &m) { m.kind = u"volume"_s; });
    row("a point too few", [](StoredMeasurement &m) { m.points.removeLast(); });
    row("a point too many", [](StoredMeasurement &m) { m.points.append({0, 0, 0}); });
    row("not a number", [](StoredMeasurement &m) { m.points[0][1] = std::nan(""); });
    row("infinite", [](StoredMeasurement &m) { m.points[0][1] = HUGE_VAL; });
    row("absurdly far", [](StoredMeasurement &m) { m.points[0][2] = 1e9; });
    row("no study", [](StoredMeasurement &m) { m.study.clear(); });
    row("no uid", [](StoredMeasurement &m) { m.series = u"../../etc"_s; });
    row("a label without end", [](StoredMeasurement &m) { m.label = QString(5'000, u'x'); });
    row("negative frame", [](StoredMeasurement &m) { m.frame = -1; });
    row("a figure that is none", [](StoredMeasurement &m) { m.figures[0].value = std::nan(""); });
    row("an outline without end", [](StoredMeasurement &m) {
        m.kind = u"freehand"_s;
        m.points.resize(5'000);
    });
}

void TestMeasurementStore::senseless()
{
    QFETCH(const StoredMeasurement, measurement);
    const auto put = store().put(PersonId{1}, measurement);
    QVERIFY(!put);
    QCOMPARE(put.error().code, ErrorCode::ConstraintViolated);
    QVERIFY(store().of(PersonId{1})->measurements.isEmpty());
}

void TestMeasurementStore::damagedBytes_data()
{
    QTest::addColumn<QByteArray>("points");
    QTest::addColumn<QByteArray>("figures");
    const QByteArray points = MeasurementStore::pointsToBytes(length(1).points);
    const QByteArray figures = MeasurementStore::figuresToBytes(length(1).figures);
    QTest::newRow("cut points") << points.chopped(1) << figures;
    QTest::newRow("no points") << QByteArray() << figures;
    QTest::newRow("not numbers") << QByteArray(48, '\xff') << figures;
    QTest::newRow("cut figures") << points << figures.chopped(2);
    QTest::newRow("no figures at all") << points << QByteArray();
    QTest::newRow("no list") << points << QByteArray("\x18\x2a");
    QTest::newRow("a list of something else") << points << QByteArray("\x81\x01");
}

void TestMeasurementStore::damagedBytes()
{
    QFETCH(const QByteArray, points);
    QFETCH(const QByteArray, figures);
    QVERIFY(store().put(PersonId{1}, length(1)));
    auto change = db().prepare("UPDATE measurement SET points = ?1, figures = ?2");
    QVERIFY(change && change->bind(1, points).bind(2, figures).run());
    const auto set = store().of(PersonId{1});
    QVERIFY(!set);
    QCOMPARE(set.error().code, ErrorCode::DatabaseDamaged);
}

void TestMeasurementStore::verified_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QString>("problem");
    QTest::newRow("sound") << QByteArray() << QString();
    QTest::newRow("a version is gone") << QByteArray("DELETE FROM measurement WHERE version = 1")
                                       << u"version is missing"_s;
    QTest::newRow("no such finding") << QByteArray("UPDATE measurement SET finding_uid = '1.7'")
                                     << u"finding that is not"_s;
    QTest::newRow("no such image") << QByteArray("UPDATE measurement SET sop_uid = '1.7'") << u"image that is not"_s;
    QTest::newRow("another one's image") << QByteArray("UPDATE measurement SET identity_id = 3")
                                         << u"image that is not"_s;
    QTest::newRow("points that are none") << QByteArray("UPDATE measurement SET points = x'00'") << u"makes no sense"_s;
    QTest::newRow("an unknown kind") << QByteArray("UPDATE measurement SET kind = 'x'") << u"makes no sense"_s;
    QTest::newRow("a finding without a name") << QByteArray("UPDATE finding SET name = ''") << u"finding row"_s;
}

void TestMeasurementStore::verified()
{
    QFETCH(const QByteArray, change);
    QFETCH(const QString, problem);
    const auto finding = store().putFinding(PersonId{1}, {{}, 0, u"n"_s, {}, {}, 0});
    QVERIFY(finding);
    StoredMeasurement measurement = length(1);
    measurement.finding = finding->uid;
    const auto put = store().put(PersonId{1}, measurement);
    QVERIFY(put);
    QVERIFY(store().put(PersonId{1}, *put));
    if (!change.isEmpty())
        QVERIFY(db().execute(change.constData()));
    SecureBytes key(32);
    SecureBytes names(32);
    auto blobs = BlobStore::open(m_folder->filePath(u"blobs"_s), std::move(key), std::move(names));
    QVERIFY(blobs);
    const auto report = Verifier(db(), **blobs).verify();
    QVERIFY(report);
    const QStringList found = report->problems.filter(QRegularExpression(u"^(measurement|finding) "_s));
    QCOMPARE(found.isEmpty(), problem.isEmpty());
    if (!problem.isEmpty())
        QVERIFY2(found.join(u'|').contains(problem), qPrintable(found.join(u'|')));
    else
        QCOMPARE(report->checked.measurements, 2);
}

void TestMeasurementStore::uids()
{
    QSet<QString> made;
    for (int i = 0; i < 500; ++i) {
        const QString uid = MeasurementStore::newUid();
        QVERIFY(uid.size() <= 64 && uid.startsWith(u"2.25."_s) && uid.size() > 5);
        QVERIFY(uid.at(5) != u'0' || uid.size() == 6);
        made.insert(uid);
    }
    QCOMPARE(made.size(), 500);
}

// Through the façade: author and time are its own, and what was saved just before locking is there afterwards.
void TestMeasurementStore::service()
{
    class Noon final : public Clock
    {
    public:
        QDateTime now() const override { return QDateTime(QDate(2026, 8, 9), QTime(12, 0), QTimeZone::UTC); }
    };
    QTemporaryDir folder;
    Test::TestVault vault(folder.filePath(u"vault"_s));
    QVERIFY(vault.create());
    QVERIFY(addPeople(**vault.session()->database().writer()));
    MeasurementService service(vault.vault(), std::make_shared<Noon>(), u"Dr. Service"_s);
    const auto put = Test::await(service.save(PersonId{1}, length(1)));
    QVERIFY(put);
    QCOMPARE(put->author, u"Dr. Service"_s);
    QCOMPARE(put->saved, Noon().now().toMSecsSinceEpoch());
    const auto finding = Test::await(service.saveFinding(PersonId{1}, {{}, 0, u"n"_s, {}, {}, 0}));
    QVERIFY(finding);
    QVERIFY(Test::await(service.remove(put->uid)));
    QCOMPARE(Test::await(service.history(put->uid))->size(), 2);
    const auto last = service.save(PersonId{1}, length(2));
    vault.close();
    QVERIFY(Test::await(last));
    QVERIFY(vault.unlock());
    const auto set = Test::await(service.of(PersonId{1}));
    QVERIFY(set);
    QCOMPARE(set->measurements.size(), 1);
    QCOMPARE(set->measurements.first().study, study(2));
    QCOMPARE(set->findings.size(), 1);
    const auto wrong = Test::await(service.save(PersonId{2}, length(1)));
    QCOMPARE(wrong.error().code, ErrorCode::NotFound);
}

void TestMeasurementStore::lockedVault()
{
    QTemporaryDir folder;
    Test::TestVault vault(folder.filePath(u"vault"_s));
    QVERIFY(vault.create());
    MeasurementService service(vault.vault(), std::make_shared<SystemClock>(), u"x"_s);
    vault.close();
    QCOMPARE(Test::await(service.of(PersonId{1})).error().code, ErrorCode::VaultLocked);
    QCOMPARE(Test::await(service.save(PersonId{1}, length(1))).error().code, ErrorCode::VaultLocked);
    QCOMPARE(Test::await(service.remove(u"1.2"_s)).error().code, ErrorCode::VaultLocked);
    QCOMPARE(Test::await(service.removeFinding(u"1.2"_s)).error().code, ErrorCode::VaultLocked);
    QCOMPARE(Test::await(service.history(u"1.2"_s)).error().code, ErrorCode::VaultLocked);
}

QTEST_GUILESS_MAIN(TestMeasurementStore)
#include "tst_measurementstore.moc"
