// SPDX-License-Identifier: Apache-2.0
#include "store/Database.h"
#include "store/Migrator.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <atomic>
#include <linux/capability.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Chartline;

namespace {

SecureBytes keyOf(unsigned char fill)
{
    SecureBytes key(32);
    memset(key.data(), fill, key.size());
    return key;
}

Result<qint64> sourcesIn(Connection &db)
{
    CHARTLINE_ASSIGN(Statement query, db.prepare("SELECT count(*) FROM source"));
    CHARTLINE_TRY(query.step());
    return query.int64(0);
}

Status addSource(Connection &db, int ordinal)
{
    CHARTLINE_ASSIGN(Statement insert,
                     db.prepare("INSERT INTO source (key, ordinal, name, created) VALUES ('k', ?, 'n', 0)"));
    return insert.bind(1, ordinal).run();
}

} // namespace

class tst_Database : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void createOpenAndKeep();
    void missingAndEmptyAreNotNew();
    void newerSchemaIsRefusedUnchanged();
    void readersSeeCommittedDataOnly();
    void readersInManyThreads();
    void readerGivesItsSnapshotBack();
    void readOnlyDisk();
    void nothingIsLeftBeside();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void tst_Database::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("records.db"));
}

void tst_Database::createOpenAndKeep()
{
    {
        const auto database = Database::create(m_path, keyOf(1));
        QVERIFY(database);
        QVERIFY(addSource(**(*database)->writer(), 0));
        QVERIFY(!Database::create(m_path, keyOf(1)));
    }
    const auto database = Database::open(m_path, keyOf(1));
    QVERIFY(database);
    QVERIFY(!(*database)->isReadOnly());
    const auto reader = (*database)->reader();
    QVERIFY(reader);
    QCOMPARE(sourcesIn(**reader).value(), 1);
}

void tst_Database::missingAndEmptyAreNotNew()
{
    QCOMPARE(Database::open(m_path, keyOf(1)).error().code, ErrorCode::DatabaseMissing);
    QVERIFY(!QFile::exists(m_path));
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QCOMPARE(Database::open(m_path, keyOf(1)).error().code, ErrorCode::DatabaseDamaged);
    QCOMPARE(QFile(m_path).size(), 0);
}

void tst_Database::newerSchemaIsRefusedUnchanged()
{
    QVERIFY(Database::create(m_path, keyOf(1)));
    {
        const auto db = Connection::open(m_path, keyOf(1), Connection::Mode::ReadWrite);
        QVERIFY(db && (*db)->execute("PRAGMA user_version = 4711"));
    }
    const auto database = Database::open(m_path, keyOf(1));
    QVERIFY(!database);
    QCOMPARE(database.error().code, ErrorCode::DatabaseTooNew);
    QCOMPARE(database.error().args.value(1), QStringLiteral("4711"));
    const auto db = Connection::open(m_path, keyOf(1), Connection::Mode::ReadOnly);
    QVERIFY(db);
    QCOMPARE(Migrator::schemaOf(**db).value(), 4711);
}

void tst_Database::readersSeeCommittedDataOnly()
{
    const auto database = Database::create(m_path, keyOf(1));
    QVERIFY(database);
    Connection &writer = **(*database)->writer();
    auto transaction = Transaction::begin(writer);
    QVERIFY(transaction && addSource(writer, 0));
    const auto reader = (*database)->reader();
    QVERIFY(reader);
    QCOMPARE(sourcesIn(**reader).value(), 0);
    QVERIFY(transaction->commit());
    QCOMPARE(sourcesIn(**reader).value(), 1);
    QVERIFY(!addSource(**reader, 9)); // a reader cannot write
}

void tst_Database::readersInManyThreads()
{
    const auto database = Database::create(m_path, keyOf(1));
    QVERIFY(database);
    std::atomic<int> failures = 0;
    std::vector<std::unique_ptr<QThread>> threads;
    for (int t = 0; t < 6; ++t) {
        threads.emplace_back(QThread::create([&] {
            qint64 last = 0;
            for (int i = 0; i < 50; ++i) {
                const auto reader = (*database)->reader();
                const auto count = reader ? sourcesIn(**reader) : std::unexpected(Error{});
                if (!count || *count < last)
                    ++failures;
                last = count.value_or(last);
            }
        }));
        threads.back()->start();
    }
    for (int i = 0; i < 50; ++i)
        QVERIFY(addSource(**(*database)->writer(), i));
    for (const auto &thread : threads)
        thread->wait();
    QCOMPARE(failures.load(), 0);
}

void tst_Database::readerGivesItsSnapshotBack()
{
    const auto database = Database::create(m_path, keyOf(1));
    QVERIFY(database);
    {
        const auto reader = (*database)->reader();
        QVERIFY(reader && (**reader).execute("BEGIN"));
        QCOMPARE(sourcesIn(**reader).value(), 0);
    }
    QVERIFY(addSource(**(*database)->writer(), 0));
    const auto reader = (*database)->reader();
    QVERIFY(!(**reader).inTransaction());
    QCOMPARE(sourcesIn(**reader).value(), 1);
}

void tst_Database::readOnlyDisk()
{
    {
        const auto database = Database::create(m_path, keyOf(1));
        QVERIFY(database && addSource(**(*database)->writer(), 0));
    }
    QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner));
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner));
    const pid_t child = fork();
    if (child == 0) {
        __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
        __user_cap_data_struct none[2] = {};
        if (syscall(SYS_capset, &header, none) != 0)
            _exit(9);
        const auto database = Database::open(m_path, keyOf(1));
        if (!database)
            _exit(50 + int(database.error().code));
        const auto reader = (*database)->reader();
        const bool ok = (*database)->isReadOnly() && reader && sourcesIn(**reader).value_or(-1) == 1
                        && (*database)->writer().error().code == ErrorCode::ReadOnlyFileSystem;
        _exit(ok ? 0 : 1);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
}

void tst_Database::nothingIsLeftBeside()
{
    {
        const auto database = Database::create(m_path, keyOf(1));
        QVERIFY(database && addSource(**(*database)->writer(), 0));
        QVERIFY((*database)->reader());
        QVERIFY(QFile::exists(m_path + QStringLiteral("-wal")));
    }
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("records.db")});
}

QTEST_GUILESS_MAIN(tst_Database)
#include "tst_database.moc"
