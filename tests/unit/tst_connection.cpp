// SPDX-License-Identifier: Apache-2.0
#include "store/Connection.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <dlfcn.h>
#include <linux/capability.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Chartline;
using Mode = Connection::Mode;

namespace {

constexpr qint64 pageSize = 4096;

SecureBytes keyOf(unsigned char fill)
{
    SecureBytes key(32);
    memset(key.data(), fill, key.size());
    return key;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

// Everything the database holds, or the error met on the way.
Result<QByteArray> readAll(const QString &path, const SecureBytes &key)
{
    CHARTLINE_ASSIGN(const auto connection, Connection::open(path, key, Mode::ReadOnly));
    CHARTLINE_ASSIGN(Statement query, connection->prepare("SELECT id, words, bytes FROM t ORDER BY id"));
    QByteArray all;
    for (;;) {
        CHARTLINE_ASSIGN(const bool row, query.step());
        if (!row)
            return all;
        all += QByteArray::number(query.int64(0)) + query.text(1).toUtf8() + query.blob(2);
    }
}

Status fill(const QString &path, const SecureBytes &key, int rows, qsizetype blobSize)
{
    CHARTLINE_ASSIGN(const auto connection, Connection::open(path, key, Mode::Create));
    CHARTLINE_TRY(connection->execute("CREATE TABLE t (id INTEGER PRIMARY KEY, words TEXT, bytes BLOB)"));
    CHARTLINE_ASSIGN(Transaction transaction, Transaction::begin(*connection));
    for (int i = 1; i <= rows; ++i) {
        CHARTLINE_ASSIGN(Statement * insert, connection->cached("INSERT INTO t VALUES (?, ?, ?)"));
        const QByteArray bytes(blobSize, char('a' + i % 26));
        CHARTLINE_TRY(insert->bind(1, i).bind(2, QStringLiteral("Warfarin-Beispielname")).bind(3, bytes).run());
    }
    return transaction.commit();
}

} // namespace

class tst_Connection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void valuesComeBack();
    void createRefusesAnExistingFile();
    void missingIsNeverMade();
    void shortFilesAreDamaged_data();
    void shortFilesAreDamaged();
    void wrongKeyIsDamaged();
    void keyOfTheWrongSizeIsRefused();
    void plaintextDatabaseIsRefused();
    void nothingReadableOnDisk();
    void everyFlipIsSeenOrHarmless();
    void savepointTakesBackItsPartOnly();
    void transactionGoesBackWithoutCommit();
    void constraintAndInterrupt();
    void fullDiskKeepsWhatWasThere();
    void readOnlyFolder();
    void readerSeesOneSnapshot();
    void plainSqliteInTheProcess();
    void errorsHoldNoValues();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    SecureBytes m_key;
};

void tst_Connection::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_path = m_folder->filePath(QStringLiteral("records?#%.db")); // a name that would break a careless URI
    m_key = keyOf(0x5a);
}

void tst_Connection::valuesComeBack()
{
    const auto connection = Connection::open(m_path, m_key, Mode::Create);
    QVERIFY(connection);
    QVERIFY((*connection)->execute("CREATE TABLE v (i INTEGER, r REAL, t TEXT, e TEXT, n TEXT, b BLOB, z BLOB)"));
    auto insert = (*connection)->prepare("INSERT INTO v VALUES (?, ?, ?, ?, ?, ?, ?)");
    QVERIFY(insert);
    const QString text = QStringLiteral("Zo\u00eb \U0001F489") + QChar(u'\0') + QStringLiteral("tail");
    const QByteArray blob("\0\x01\xff", 3);
    QVERIFY(insert->bind(1, std::numeric_limits<qint64>::min())
                .bind(2, 0.1)
                .bind(3, text)
                .bind(4, QString())
                .bindNull(5)
                .bind(6, blob)
                .bind(7, QByteArray())
                .run());
    auto query = (*connection)->prepare("SELECT *, typeof(z) FROM v");
    QVERIFY(query && query->step().value());
    QCOMPARE(query->int64(0), std::numeric_limits<qint64>::min());
    QCOMPARE(query->real(1), 0.1);
    QCOMPARE(query->text(2), text);
    QVERIFY(!query->isNull(3));
    QVERIFY(query->isNull(4));
    QCOMPARE(query->blob(5), blob);
    QCOMPARE(query->text(7), QStringLiteral("blob"));
    QVERIFY(!query->step().value());
    // A bad index is remembered and reported by the step.
    const Status bad = insert->bind(8, 1).run();
    QVERIFY(!bad);
    QCOMPARE(bad.error().code, ErrorCode::StoreFailed);
}

void tst_Connection::createRefusesAnExistingFile()
{
    QVERIFY(write(m_path, {}));
    QCOMPARE(Connection::open(m_path, m_key, Mode::Create).error().code, ErrorCode::DatabaseDamaged);
    QCOMPARE(contents(m_path), QByteArray());
}

void tst_Connection::missingIsNeverMade()
{
    QCOMPARE(Connection::open(m_path, m_key, Mode::ReadWrite).error().code, ErrorCode::DatabaseMissing);
    QCOMPARE(Connection::open(m_path, m_key, Mode::ReadOnly).error().code, ErrorCode::DatabaseMissing);
    QVERIFY(!QFile::exists(m_path));
}

void tst_Connection::shortFilesAreDamaged_data()
{
    QTest::addColumn<qint64>("size");
    QTest::newRow("empty") << qint64(0);
    QTest::newRow("salt only") << qint64(16);
    QTest::newRow("one byte less than a page") << pageSize - 1;
    QTest::newRow("one page") << pageSize;
    QTest::newRow("a page and a half") << pageSize * 3 / 2;
    QTest::newRow("last page gone") << qint64(-pageSize);
    QTest::newRow("last byte gone") << qint64(-1);
}

void tst_Connection::shortFilesAreDamaged()
{
    QFETCH(qint64, size);
    QVERIFY(fill(m_path, m_key, 20, 1500));
    const QByteArray whole = contents(m_path);
    QVERIFY(whole.size() >= 5 * pageSize);
    QVERIFY(write(m_path, whole.left(size < 0 ? whole.size() + size : size)));
    for (const Mode mode : {Mode::ReadWrite, Mode::ReadOnly})
        QCOMPARE(Connection::open(m_path, m_key, mode).error().code, ErrorCode::DatabaseDamaged);
    // Nothing was "repaired".
    QCOMPARE(contents(m_path).size(), size < 0 ? whole.size() + size : size);
}

void tst_Connection::wrongKeyIsDamaged()
{
    QVERIFY(fill(m_path, m_key, 3, 10));
    const QByteArray before = contents(m_path);
    QCOMPARE(Connection::open(m_path, keyOf(0x5b), Mode::ReadWrite).error().code, ErrorCode::DatabaseDamaged);
    QCOMPARE(contents(m_path), before);
    QVERIFY(readAll(m_path, m_key));
}

void tst_Connection::keyOfTheWrongSizeIsRefused()
{
    QCOMPARE(Connection::open(m_path, SecureBytes(), Mode::Create).error().code, ErrorCode::CryptoFailed);
}

void tst_Connection::plaintextDatabaseIsRefused()
{
    // The first page of an empty plaintext database, padded to size.
    QByteArray page("SQLite format 3\0\x10\0\x01\x01\0\x40\x20\x20", 24);
    page.append(QByteArray(2 * pageSize - page.size(), '\0'));
    QVERIFY(write(m_path, page));
    QCOMPARE(Connection::open(m_path, m_key, Mode::ReadWrite).error().code, ErrorCode::DatabaseNotEncrypted);
}

void tst_Connection::nothingReadableOnDisk()
{
    const auto connection = Connection::open(m_path, m_key, Mode::Create);
    QVERIFY(connection);
    QVERIFY(
        (*connection)
            ->execute("CREATE TABLE t (words TEXT); INSERT INTO t VALUES ('Needlename-in-the-log');"
                      "CREATE VIRTUAL TABLE s USING fts5 (words); INSERT INTO s VALUES ('Needlename-in-the-index');"));
    QVERIFY(QFile::exists(m_path + QStringLiteral("-wal")));
    for (const QString &suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")}) {
        const QByteArray bytes = contents(m_path + suffix);
        QVERIFY2(!bytes.toLower().contains("needlename"), qPrintable(suffix));
        QVERIFY2(!bytes.contains("SQLite format 3"), qPrintable(suffix));
        QVERIFY2(!bytes.contains("CREATE TABLE"), qPrintable(suffix));
    }
    QCOMPARE(QFile::permissions(m_path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void tst_Connection::everyFlipIsSeenOrHarmless()
{
    QVERIFY(fill(m_path, m_key, 6, 9000)); // rows with overflow pages
    const QByteArray whole = contents(m_path);
    const Result<QByteArray> expected = readAll(m_path, m_key);
    QVERIFY(expected);
    int seen = 0;
    for (qsizetype at = 0; at < whole.size(); at += 61) {
        QByteArray hurt = whole;
        hurt[at] = char(hurt[at] ^ (1 << (at % 8)));
        QVERIFY(write(m_path, hurt));
        const Result<QByteArray> found = readAll(m_path, m_key);
        if (found) {
            QVERIFY2(*found == *expected, qPrintable(QStringLiteral("flip at %1 shown as data").arg(at)));
        } else {
            ++seen;
            QVERIFY2(found.error().code == ErrorCode::DatabaseDamaged,
                     qPrintable(QStringLiteral("%1: %2").arg(at).arg(found.error().args.join(u'|'))));
        }
    }
    QVERIFY2(seen * 61 > whole.size() / 2, qPrintable(QString::number(seen)));
}

void tst_Connection::savepointTakesBackItsPartOnly()
{
    const auto connection = Connection::open(m_path, m_key, Mode::Create);
    QVERIFY(connection);
    Connection &db = **connection;
    QVERIFY(db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY)"));
    QVERIFY(!Savepoint::begin(db)); // only within a transaction
    {
        auto transaction = Transaction::begin(db);
        QVERIFY(transaction);
        QVERIFY(db.execute("INSERT INTO t VALUES (1)"));
        {
            auto outer = Savepoint::begin(db);
            QVERIFY(outer && db.execute("INSERT INTO t VALUES (2)"));
            {
                auto inner = Savepoint::begin(db);
                QVERIFY(inner && db.execute("INSERT INTO t VALUES (3)"));
            }
            QVERIFY(outer->release());
        }
        {
            auto lost = Savepoint::begin(db);
            QVERIFY(lost && db.execute("INSERT INTO t VALUES (4)"));
        }
        QVERIFY(transaction->commit());
        QVERIFY(!transaction->commit());
    }
    auto query = db.prepare("SELECT group_concat(id) FROM t");
    QVERIFY(query && query->step().value());
    QCOMPARE(query->text(0), QStringLiteral("1,2"));
}

void tst_Connection::transactionGoesBackWithoutCommit()
{
    const auto connection = Connection::open(m_path, m_key, Mode::Create);
    QVERIFY(connection);
    QVERIFY((*connection)->execute("CREATE TABLE t (id INTEGER PRIMARY KEY)"));
    {
        const auto transaction = Transaction::begin(**connection);
        QVERIFY(transaction && (*connection)->execute("INSERT INTO t VALUES (1)"));
        QVERIFY(!Transaction::begin(**connection));
    }
    QVERIFY(!(*connection)->inTransaction());
    auto query = (*connection)->prepare("SELECT count(*) FROM t");
    QVERIFY(query && query->step().value());
    QCOMPARE(query->integer(0), 0);
}

void tst_Connection::constraintAndInterrupt()
{
    const auto connection = Connection::open(m_path, m_key, Mode::Create);
    QVERIFY(connection);
    Connection &db = **connection;
    QVERIFY(db.execute("CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a INTEGER REFERENCES a (id));"
                       "INSERT INTO a VALUES (1)"));
    QCOMPARE(db.execute("INSERT INTO a VALUES (1)").error().code, ErrorCode::ConstraintViolated);
    QCOMPARE(db.execute("INSERT INTO b VALUES (2)").error().code, ErrorCode::ConstraintViolated);

    auto endless = db.prepare("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n");
    QVERIFY(endless);
    std::unique_ptr<QThread> stopper(QThread::create([&db] {
        QThread::msleep(50);
        db.interrupt();
    }));
    stopper->start();
    const Result<bool> row = endless->step();
    stopper->wait();
    QVERIFY(!row);
    QCOMPARE(row.error().code, ErrorCode::Cancelled);
}

// A disk that takes no more: a limit on the size of files, set in a child process because it cannot be raised again.
void tst_Connection::fullDiskKeepsWhatWasThere()
{
    QVERIFY(fill(m_path, m_key, 5, 1000));
    const Result<QByteArray> before = readAll(m_path, m_key);
    const pid_t child = fork();
    if (child == 0) {
        signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{256 * 1024, 256 * 1024};
        setrlimit(RLIMIT_FSIZE, &limit);
        auto connection = Connection::open(m_path, m_key, Mode::ReadWrite);
        if (!connection)
            _exit(2);
        ErrorCode code = ErrorCode::None;
        {
            auto transaction = Transaction::begin(**connection);
            for (int i = 0; i < 200 && code == ErrorCode::None; ++i) {
                auto insert = (*connection)->cached("INSERT INTO t (words, bytes) VALUES ('x', zeroblob(500000))");
                if (const Status status = (*insert)->run(); !status)
                    code = status.error().code;
            }
            if (code == ErrorCode::None)
                if (const Status status = transaction->commit(); !status)
                    code = status.error().code;
        }
        connection->reset();
        _exit(code == ErrorCode::DiskFull ? 0 : 100 + int(code));
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
    const Result<QByteArray> after = readAll(m_path, m_key);
    QVERIFY(after);
    QCOMPARE(*after, *before);
}

void tst_Connection::readOnlyFolder()
{
    QVERIFY(fill(m_path, m_key, 5, 1000));
    const Result<QByteArray> before = readAll(m_path, m_key);
    for (const QString &leftover : {QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::remove(m_path + leftover);
    QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
    QVERIFY(QFile::setPermissions(m_folder->path(),
                                  QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther));
    const pid_t child = fork();
    if (child == 0) {
        // Permissions mean nothing to root's capabilities: give them up.
        __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
        __user_cap_data_struct none[2] = {};
        if (syscall(SYS_capset, &header, none) != 0)
            _exit(9);
        if (const auto writer = Connection::open(m_path, m_key, Mode::ReadWrite);
            writer || writer.error().code != ErrorCode::ReadOnlyFileSystem)
            _exit(writer ? 1 : 50 + int(writer.error().code));
        const Result<QByteArray> found = readAll(m_path, m_key);
        if (!found)
            _exit(100 + int(found.error().code));
        _exit(*found == *before ? 0 : 3);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
}

void tst_Connection::readerSeesOneSnapshot()
{
    QVERIFY(fill(m_path, m_key, 5, 10));
    const auto writer = Connection::open(m_path, m_key, Mode::ReadWrite);
    const auto reader = Connection::open(m_path, m_key, Mode::ReadOnly);
    QVERIFY(writer && reader);
    auto count = (*reader)->prepare("SELECT count(*) FROM t");
    QVERIFY((*reader)->execute("BEGIN") && count->step().value());
    QCOMPARE(count->integer(0), 5);
    count->reset();
    QVERIFY((*writer)->execute("DELETE FROM t"));
    QVERIFY(count->step().value());
    QCOMPARE(count->integer(0), 5);
    count->reset();
    QVERIFY((*reader)->execute("COMMIT") && count->step().value());
    QCOMPARE(count->integer(0), 0);
    QVERIFY(!(*reader)->execute("DELETE FROM t"));
}

// A plain libsqlite3 in the process, its symbols global: PRAGMA key would be a silent no-op there.
void tst_Connection::plainSqliteInTheProcess()
{
    void *plain = dlopen("libsqlite3.so.0", RTLD_NOW | RTLD_GLOBAL);
    if (!plain)
        QSKIP("no plain libsqlite3.so.0 here");
    QVERIFY(dlsym(RTLD_DEFAULT, "sqlite3_libversion"));
    QVERIFY(fill(m_path, m_key, 5, 10));
    QVERIFY(!contents(m_path).startsWith("SQLite format 3"));
    QVERIFY(!contents(m_path).contains("Beispielname"));
    QVERIFY(readAll(m_path, m_key));
    QVERIFY(!readAll(m_path, keyOf(1)));
}

void tst_Connection::errorsHoldNoValues()
{
    const auto connection = Connection::open(m_path, m_key, Mode::Create);
    QVERIFY(connection);
    QVERIFY((*connection)->execute("CREATE VIRTUAL TABLE s USING fts5 (words)"));
    auto match = (*connection)->prepare("SELECT rowid FROM s WHERE s MATCH ?");
    QVERIFY(match);
    match->bind(1, QStringLiteral("\"Secretname (("));
    const Result<bool> row = match->step();
    QVERIFY(!row);
    QVERIFY(!row.error().args.join(u' ').contains(QStringLiteral("Secretname")));
}

QTEST_GUILESS_MAIN(tst_Connection)
#include "tst_connection.moc"
