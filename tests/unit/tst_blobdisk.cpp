// SPDX-License-Identifier: Apache-2.0
#include "store/BlobStore.h"
#include "support/SmallDisk.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <random>
#include <sys/resource.h>

using namespace Chartline;

namespace {

SecureBytes key(unsigned char fill)
{
    SecureBytes bytes(32);
    std::fill_n(bytes.data(), bytes.size(), fill);
    return bytes;
}

std::unique_ptr<BlobStore> openStore(const QString &folder, unsigned char fill = 1)
{
    auto store = BlobStore::open(folder, key(fill), key(static_cast<unsigned char>(fill + 100)));
    return store ? std::move(*store) : nullptr;
}

QByteArray pattern(qint64 size, quint32 seed = 7)
{
    QByteArray bytes(size, Qt::Uninitialized);
    std::mt19937 random(seed);
    for (char &c : bytes)
        c = char(random() & 0xff);
    return bytes;
}

int filesUnder(const QString &folder)
{
    int count = 0;
    for (QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext(); ++count)
        files.next();
    return count;
}

} // namespace

// The blob store on disks that are full, broken or write-protected.
class TestBlobDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
    }
    void writeFailsMidway();
    void fullDisk();
    void readOnlyDisk();

private:
    [[nodiscard]] QString folder() const { return m_dir->path() + QStringLiteral("/blobs"); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

// A write that fails after some bytes, by the kernel's limit on the size of a file.
void TestBlobDisk::writeFailsMidway()
{
    const auto store = openStore(folder());
    const BlobName kept = *store->put("stored before");
    rlimit before = {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit limit = before;
    limit.rlim_cur = 100000;
    const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &limit), 0);
    auto writer = store->begin();
    const Status first = (*writer)->append(pattern(300000));
    const Status second = (*writer)->append("more");
    const auto name = (*writer)->finish();
    const int left = filesUnder(folder());
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, oldHandler);
    QCOMPARE(first.error().code, ErrorCode::IoFailed);
    QCOMPARE(second.error(), first.error());
    QCOMPARE(name.error(), first.error());
    QCOMPARE(left, 1); // the temporary file went at once
    QVERIFY(store->verify(kept));
}

void TestBlobDisk::fullDisk()
{
    const QString disk = m_dir->path();
    const Test::SmallDisk small(disk, 256 * 1024);
    const auto outcome = small.run([&]() -> QByteArray {
        const auto store = openStore(folder());
        if (!store)
            return "store does not open";
        const auto kept = store->put(pattern(50000));
        if (!kept)
            return "first blob not stored";
        const auto failed = store->put(pattern(400000));
        if (failed || failed.error().code != ErrorCode::DiskFull)
            return "the disk was not full";
        if (filesUnder(folder()) != 1)
            return "something was left behind";
        if (!store->verify(*kept))
            return "what was stored is damaged";
        // The space is there again.
        return store->put(pattern(50000, 2)) ? QByteArray() : QByteArray("cannot go on");
    });
    if (outcome == Test::SmallDisk::Outcome::Unavailable)
        QSKIP("this system lets no ordinary process mount a disk of its own");
    QCOMPARE(outcome, Test::SmallDisk::Outcome::Passed);
}

void TestBlobDisk::readOnlyDisk()
{
    const Test::SmallDisk small(m_dir->path(), 1024 * 1024);
    const auto outcome = small.run([&]() -> QByteArray {
        const auto name = openStore(folder())->put(pattern(50000));
        if (!name || !small.setReadOnly(true))
            return "cannot set up";
        const auto store = openStore(folder());
        if (!store)
            return "does not open for reading";
        const auto reader = store->openBlob(*name);
        if (!reader || *reader->read(0, 50000) != pattern(50000))
            return "cannot read";
        const auto put = store->put("more");
        if (put || put.error().code != ErrorCode::ReadOnlyFileSystem)
            return "wrong error for writing";
        const auto removed = store->remove(*name);
        if (removed || removed.error().code != ErrorCode::ReadOnlyFileSystem)
            return "wrong error for removing";
        // No folder yet.
        const auto other = openStore(m_dir->path() + QStringLiteral("/none"));
        return other && other->list() && other->list()->empty() && !other->put("x") ? QByteArray()
                                                                                    : QByteArray("empty");
    });
    if (outcome == Test::SmallDisk::Outcome::Unavailable)
        QSKIP("this system lets no ordinary process mount a disk of its own");
    QCOMPARE(outcome, Test::SmallDisk::Outcome::Passed);
}

QTEST_GUILESS_MAIN(TestBlobDisk)
#include "tst_blobdisk.moc"
