// SPDX-License-Identifier: Apache-2.0
#include "base/FileErrors.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <cerrno>

using namespace Chartline;

namespace {

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestFileWriting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void errnoWords_data();
    void errnoWords();
    void durableWrite();

private:
    QTemporaryDir m_dir;
};

void TestFileWriting::errnoWords_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<ErrorCode>("reading");
    QTest::addColumn<ErrorCode>("writing");
    QTest::newRow("ENOSPC") << ENOSPC << ErrorCode::DiskFull << ErrorCode::DiskFull;
    QTest::newRow("EDQUOT") << EDQUOT << ErrorCode::DiskFull << ErrorCode::DiskFull;
    QTest::newRow("EROFS") << EROFS << ErrorCode::ReadOnlyFileSystem << ErrorCode::ReadOnlyFileSystem;
    QTest::newRow("EACCES") << EACCES << ErrorCode::FileNotReadable << ErrorCode::FileNotWritable;
    QTest::newRow("EPERM") << EPERM << ErrorCode::FileNotReadable << ErrorCode::FileNotWritable;
    QTest::newRow("ENOENT") << ENOENT << ErrorCode::FileNotFound << ErrorCode::FileNotFound;
    QTest::newRow("EIO") << EIO << ErrorCode::IoFailed << ErrorCode::IoFailed;
}

void TestFileWriting::errnoWords()
{
    QFETCH(int, number);
    QFETCH(ErrorCode, reading);
    QFETCH(ErrorCode, writing);
    QCOMPARE(fileError(number, m_dir.path(), FileAccess::Read).code, reading);
    QCOMPARE(fileError(number, m_dir.path(), FileAccess::Write).code, writing);
    QCOMPARE(fileError(number, m_dir.path(), FileAccess::Write).args.first(), m_dir.path());
}

void TestFileWriting::durableWrite()
{
    QVERIFY(QDir(m_dir.path()).mkdir(QStringLiteral("folder")));
    const QString path = m_dir.path() + QStringLiteral("/report");
    QVERIFY(writeFileDurably(path, QByteArray("one")));
    QVERIFY(writeFileDurably(path, QByteArray("two, longer")));
    QVERIFY(writeFileDurably(path, QByteArray("3")));
    QCOMPARE(readFile(path), QByteArray("3"));
    QCOMPARE(writeFileDurably(m_dir.path() + QStringLiteral("/no/report"), QByteArray("x")).error().code,
             ErrorCode::FileNotFound);
    const QString folder = m_dir.path() + QStringLiteral("/folder");
    QCOMPARE(writeFileDurably(folder, QByteArray("x")).error().code, ErrorCode::IoFailed);
    QCOMPARE(QDir(m_dir.path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("report")});
    QCOMPARE(readSmallFile(path, 0).error().code, ErrorCode::InputTooLarge);
    QCOMPARE(readSmallFile(folder, 10).error().code, ErrorCode::FileNotReadable);
}

QTEST_GUILESS_MAIN(TestFileWriting)
#include "tst_filewriting.moc"
