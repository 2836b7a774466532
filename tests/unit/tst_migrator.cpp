// SPDX-License-Identifier: Apache-2.0
#include "store/Migrator.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Chartline;

namespace {

constexpr char first[] = "CREATE TABLE a (id INTEGER PRIMARY KEY); INSERT INTO a VALUES (1);";
constexpr char second[] =
    "ALTER TABLE a ADD COLUMN words TEXT NOT NULL DEFAULT ''; CREATE TABLE b (id INTEGER PRIMARY KEY);";

SecureBytes keyOf(unsigned char fill)
{
    SecureBytes key(32);
    memset(key.data(), fill, key.size());
    return key;
}

} // namespace

class tst_Migrator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void appliesInOrderAndOnlyOnce();
    void failureHalfWayLeavesTheOldSchema_data();
    void failureHalfWayLeavesTheOldSchema();
    void newerSchemaIsRefused();
    void noSchemaIsDamage();
    void builtInStepsAreNumbered();

private:
    [[nodiscard]] QString tables() const;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Connection> m_db;
};

void tst_Migrator::init()
{
    m_db.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("records.db"));
    auto db = Connection::open(m_path, keyOf(1), Connection::Mode::Create);
    QVERIFY(db);
    m_db = std::move(*db);
}

QString tst_Migrator::tables() const
{
    auto query = m_db->prepare("SELECT group_concat(sql, '|') FROM (SELECT sql FROM sqlite_master ORDER BY name)");
    return query && query->step().value_or(false) ? query->text(0) : QString();
}

void tst_Migrator::appliesInOrderAndOnlyOnce()
{
    QVERIFY(Migrator({{1, first}}).migrate(*m_db, m_path, true));
    QCOMPARE(Migrator::schemaOf(*m_db).value(), 1);
    const Migrator both({{1, first}, {2, second}});
    QVERIFY(both.needsMigration(*m_db, m_path).value());
    QVERIFY(both.migrate(*m_db, m_path, false));
    QVERIFY(both.migrate(*m_db, m_path, false));
    QCOMPARE(Migrator::schemaOf(*m_db).value(), 2);
    auto query = m_db->prepare("SELECT count(*), max(words) FROM a");
    QVERIFY(query && query->step().value());
    QCOMPARE(query->integer(0), 1);
    QVERIFY(!query->isNull(1));
}

void tst_Migrator::failureHalfWayLeavesTheOldSchema_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("syntax") << QByteArray("CREATE TABLE b (id INTEGER); DELETE FROM a; CREATE TABEL c (id INTEGER);");
    QTest::newRow("constraint") << QByteArray("CREATE TABLE b (id INTEGER); INSERT INTO a VALUES (1);");
    QTest::newRow("ends the transaction") << QByteArray("DROP TABLE nothing; COMMIT;");
}

void tst_Migrator::failureHalfWayLeavesTheOldSchema()
{
    QFETCH(QByteArray, sql);
    QVERIFY(Migrator({{1, first}}).migrate(*m_db, m_path, true));
    const QString before = tables();
    QVERIFY(!Migrator({{1, first}, {2, sql}}).migrate(*m_db, m_path, false));
    QVERIFY(!m_db->inTransaction());
    QCOMPARE(tables(), before);
    QCOMPARE(Migrator::schemaOf(*m_db).value(), 1);
    auto query = m_db->prepare("SELECT count(*) FROM a");
    QVERIFY(query && query->step().value());
    QCOMPARE(query->integer(0), 1);
}

void tst_Migrator::newerSchemaIsRefused()
{
    QVERIFY(Migrator({{1, first}, {2, second}}).migrate(*m_db, m_path, true));
    const Status status = Migrator({{1, first}}).migrate(*m_db, m_path, false);
    QVERIFY(!status);
    QCOMPARE(status.error(),
             (Error{ErrorCode::DatabaseTooNew, {m_folder->path(), QStringLiteral("2"), QStringLiteral("1")}}));
    QCOMPARE(Migrator::schemaOf(*m_db).value(), 2);
}

void tst_Migrator::noSchemaIsDamage()
{
    const Status status = Migrator({{1, first}}).migrate(*m_db, m_path, false);
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::DatabaseDamaged);
}

void tst_Migrator::builtInStepsAreNumbered()
{
    const auto migrator = Migrator::builtIn();
    QVERIFY(migrator);
    QVERIFY(migrator->known() >= 1);
    QVERIFY(migrator->migrate(*m_db, m_path, true));
    QVERIFY(tables().contains(QStringLiteral("CREATE VIRTUAL TABLE fact_search")));
    QCOMPARE(Migrator::schemaOf(*m_db).value(), migrator->known());
}

QTEST_GUILESS_MAIN(tst_Migrator)
#include "tst_migrator.moc"
