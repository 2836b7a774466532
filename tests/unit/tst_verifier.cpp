// SPDX-License-Identifier: Apache-2.0
#include "store/Database.h"
#include "store/Verifier.h"

#include <QCryptographicHash>
#include <QFile>
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

constexpr char data[] = R"sql(
INSERT INTO source VALUES (1, 'k', 0, 'Clinic', 0);
INSERT INTO import VALUES (1, 0, 0, '');
INSERT INTO person (id) VALUES (1), (2);
INSERT INTO identity (id, source_id, person_id) VALUES (1, 1, 1);
)sql";

constexpr char facts[] = R"sql(
INSERT INTO fact SELECT id * 4096, id * 4096, 1, 1, 3, 0, NULL, '', '', 'Glucose', '', '', '', '', '', NULL, NULL, '', 0, 0, '', '' FROM record;
INSERT INTO fact_search (rowid, title, body) SELECT id, title, '' FROM fact;
)sql";

} // namespace

class tst_Verifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void soundVaultHasNoProblems();
    void brokenRowsAreNamed_data();
    void brokenRowsAreNamed();
    void hurtBlobIsNamed();
    void missingBlobIsNamed();
    void orphanIsListedOnly();
    void hurtPageIsNamed();
    void differencesOfTheRebuildAreProblems();
    void cancels();

private:
    [[nodiscard]] Connection &db() const { return **m_database->writer(); }
    [[nodiscard]] Result<VerifyReport> verify() const { return Verifier(db(), *m_blobs).verify(); }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<BlobStore> m_blobs;
    BlobName m_name;
    QByteArray m_large;
};

void tst_Verifier::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto database = Database::create(m_folder->filePath(u"records.db"_s), keyOf(3));
    QVERIFY(database);
    m_database = std::move(*database);
    auto blobs = BlobStore::open(m_folder->filePath(u"blobs"_s), keyOf(4), keyOf(5));
    QVERIFY(blobs);
    m_blobs = std::move(*blobs);
    m_large = QByteArray(200'000, 'x');
    m_name = m_blobs->put(m_large).value();

    QVERIFY(db().execute(data));
    const QByteArray small = "0123456789";
    auto file = db().prepare("INSERT INTO file (id, import_id, sha256, path, group_key, size, content, blob, complete) "
                             "VALUES (?1, 1, ?2, 'p', 'g', ?3, ?4, ?5, 1)");
    QVERIFY(file);
    const QByteArray smallHash = sha256(small);
    const QByteArray largeHash = sha256(m_large);
    QVERIFY(file->bind(1, 1).bind(2, smallHash).bind(3, qint64(small.size())).bind(4, small).bindNull(5).run());
    QVERIFY(file->bind(1, 2)
                .bind(2, largeHash)
                .bind(3, qint64(m_large.size()))
                .bindNull(4)
                .bind(5, m_name.toString())
                .run());
    auto record = db().prepare(
        "INSERT INTO record (id, file_id, offset, length, sha256, source_id, type, logical_id, format, identity_id, "
        "state, mapped) VALUES (?1, ?2, ?3, ?4, ?5, 1, 'Observation', '', 'fhir-json', 1, 0, 1)");
    QVERIFY(record);
    const QByteArray middle = sha256("345");
    const QByteArray inBlob = sha256(QByteArray(1000, 'x'));
    QVERIFY(record->bind(1, 1).bind(2, 1).bind(3, 3).bind(4, 3).bind(5, middle).run());
    QVERIFY(record->bind(1, 2).bind(2, 2).bind(3, 70'000).bind(4, 1000).bind(5, inBlob).run());
    QVERIFY(record->bind(1, 3).bind(2, 2).bind(3, 199'000).bind(4, 1000).bind(5, inBlob).run());
    QVERIFY(db().execute(facts));
}

void tst_Verifier::cleanup()
{
    m_database.reset();
    m_blobs.reset();
}

void tst_Verifier::soundVaultHasNoProblems()
{
    const auto report = verify();
    QVERIFY(report);
    QCOMPARE(report->problems.join(u'\n'), QString());
    QVERIFY(report->ok());
    QVERIFY(report->checked.pages > 5);
    QVERIFY(report->checked.tables > 10);
    QCOMPARE(report->checked.files, 2);
    QCOMPARE(report->checked.records, 3);
    QCOMPARE(report->checked.blobs, 1);
    QCOMPARE(report->checked.facts, 3);
    QVERIFY(report->checked.references > 3);
    QVERIFY(!db().inTransaction());
}

void tst_Verifier::brokenRowsAreNamed_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("words");
    QTest::newRow("file content") << QByteArray("UPDATE file SET content = x'3030' WHERE id = 1")
                                  << u"file 1: its bytes"_s;
    QTest::newRow("file size") << QByteArray("UPDATE file SET size = 9 WHERE id = 1") << u"file 1: its bytes"_s;
    QTest::newRow("record hash") << QByteArray("UPDATE record SET sha256 = x'00' WHERE id = 2")
                                 << u"record R2: its bytes"_s;
    QTest::newRow("record place") << QByteArray("UPDATE record SET offset = 4 WHERE id = 1")
                                  << u"record R1: its bytes"_s;
    QTest::newRow("record outside") << QByteArray("UPDATE record SET length = 999 WHERE id = 1") << u"record R1: "_s;
    QTest::newRow("record overflow") << QByteArray("UPDATE record SET length = 9223372036854775807 WHERE id = 3")
                                     << u"record R3: "_s;
    QTest::newRow("fact without record") << QByteArray("UPDATE fact SET id = 40960, group_id = 40960 WHERE id = 4096")
                                         << u"of no record"_s;
    QTest::newRow("superseded record with facts")
        << QByteArray("UPDATE record SET state = 1 WHERE id = 1") << u"not current"_s;
    QTest::newRow("fact of another person")
        << QByteArray("UPDATE fact SET person_id = 2 WHERE id = 4096") << u"another person"_s;
    QTest::newRow("fact of nobody") << QByteArray("UPDATE fact SET person_id = 9 WHERE id = 4096") << u"of no person"_s;
    QTest::newRow("group gone") << QByteArray("UPDATE fact SET group_id = 5 WHERE id = 4096") << u"not there"_s;
    QTest::newRow("not searchable") << QByteArray("DELETE FROM fact_search WHERE rowid = 4096")
                                    << u"not in the search index"_s;
    QTest::newRow("searchable ghost") << QByteArray("INSERT INTO fact_search (rowid, title) VALUES (7, 'x')")
                                      << u"search row 7"_s;
    QTest::newRow("text of nothing") << QByteArray("INSERT INTO fact_body VALUES (7, 'x')") << u"text 7"_s;
    QTest::newRow("dangling reference") << QByteArray(
        "PRAGMA foreign_keys = OFF; UPDATE record SET identity_id = 77 WHERE id = 1")
                                        << u"record 1 points to a row of identity"_s;
}

void tst_Verifier::brokenRowsAreNamed()
{
    QFETCH(QByteArray, sql);
    QFETCH(QString, words);
    QVERIFY(db().execute(sql.constData()));
    const auto report = verify();
    QVERIFY(report);
    QVERIFY(!report->ok());
    QVERIFY2(report->problems.join(u'\n').contains(words), qPrintable(report->problems.join(u'\n')));
}

void tst_Verifier::hurtBlobIsNamed()
{
    QFile file(m_blobs->pathOf(m_name));
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(file.size() - 100) && file.putChar('!'));
    file.close();
    const auto report = verify();
    QVERIFY(report);
    const QString problems = report->problems.join(u'\n');
    QVERIFY2(problems.contains(u"blob "_s + m_name.toString()), qPrintable(problems));
    QVERIFY2(problems.contains(u"record R3"_s), qPrintable(problems)); // lies in the hurt part
}

void tst_Verifier::missingBlobIsNamed()
{
    QVERIFY(m_blobs->remove(m_name));
    const auto report = verify();
    QVERIFY(report);
    QVERIFY2(report->problems.contains(u"file 2: its blob is missing"_s), qPrintable(report->problems.join(u'\n')));
}

void tst_Verifier::orphanIsListedOnly()
{
    const auto orphan = m_blobs->put("nobody's");
    QVERIFY(orphan);
    const auto report = verify();
    QVERIFY(report);
    QVERIFY(report->ok());
    QCOMPARE(report->orphans, QStringList{orphan->toString()});
    QCOMPARE(report->checked.blobs, 2);
}

void tst_Verifier::hurtPageIsNamed()
{
    const QString path = m_database->path();
    m_database.reset();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 at = file.size() - 2000; // in the last page
    QVERIFY(file.seek(at));
    char old = 0;
    QVERIFY(file.getChar(&old));
    QVERIFY(file.seek(at) && file.putChar(char(old ^ 4)));
    file.close();
    auto database = Database::open(path, keyOf(3));
    QVERIFY(database);
    m_database = std::move(*database);
    const auto report = verify();
    QVERIFY(report);
    QVERIFY(!report->ok());
    QVERIFY2(report->problems.join(u'\n').contains(u"page"_s), qPrintable(report->problems.join(u'\n')));
}

void tst_Verifier::differencesOfTheRebuildAreProblems()
{
    const auto report =
        Verifier(db(), *m_blobs).verify({}, [] { return Result<QStringList>(QStringList{u"fact F1 differs"_s}); });
    QVERIFY(report);
    QCOMPARE(report->problems, QStringList{u"fact F1 differs"_s});
}

void tst_Verifier::cancels()
{
    qint64 last = -1;
    const auto report = Verifier(db(), *m_blobs).verify([&last](qint64 done, qint64 total) {
        last = done;
        return done < 3 && done <= total;
    });
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Cancelled);
    QVERIFY(last >= 3);
    QVERIFY(!db().inTransaction());
}

QTEST_GUILESS_MAIN(tst_Verifier)
#include "tst_verifier.moc"
