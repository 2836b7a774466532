// SPDX-License-Identifier: Apache-2.0
#include "store/BlobStore.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <random>
#include <sys/stat.h>
#include <thread>

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

// Content that says where each byte belongs, so that a misplaced chunk cannot pass.
QByteArray pattern(qint64 size, quint32 seed = 7)
{
    QByteArray bytes(size, Qt::Uninitialized);
    std::mt19937 random(seed);
    for (char &c : bytes)
        c = char(random() & 0xff);
    return bytes;
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

int filesUnder(const QString &folder)
{
    int count = 0;
    for (QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext(); ++count)
        files.next();
    return count;
}

bool isDamage(ErrorCode code)
{
    return code == ErrorCode::BlobDamaged || code == ErrorCode::BlobTruncated;
}

// Every way of getting at an altered blob: true when each one that gave bytes gave the right ones, and verify() saw it.
bool neverWrong(const BlobStore &store, const BlobName &name, const QByteArray &content, ErrorCode *code)
{
    const auto verified = store.verify(name);
    if (verified)
        return false;
    *code = verified.error().code;
    const auto reader = store.openBlob(name);
    if (!reader)
        return isDamage(reader.error().code);
    if (reader->read(0, content.size()))
        return false;
    for (qint64 offset = 0; offset < content.size(); offset += BlobFormat::chunkSize) {
        const auto part = reader->read(offset, BlobFormat::chunkSize);
        if (part ? *part != content.mid(offset, BlobFormat::chunkSize) : !isDamage(part.error().code))
            return false;
    }
    return true;
}

} // namespace

class TestBlobStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void roundTrip_data();
    void roundTrip();
    void anyPieces();
    void randomAccess();
    void readsOfThreads();
    void sameContentOnce();
    void nameDependsOnKey();
    void damagedBlobIsReplaced();
    void everyBitOfSmallBlob();
    void bitsOfLargeBlob();
    void truncatedAnywhere();
    void longerFile();
    void swappedChunks();
    void chunkOfAnotherBlob();
    void movedUnderAnotherName();
    void otherVaultsKey();
    void abandonedWriter();
    void staleTemporaryFiles();
    void noPlaintext();
    void privateFiles();
    void listRemoveOrphans();
    void missing();
    void names_data();
    void names();
    void keysWiped();

private:
    [[nodiscard]] QString folder() const { return m_dir->path() + QStringLiteral("/blobs"); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestBlobStore::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

void TestBlobStore::roundTrip_data()
{
    QTest::addColumn<qint64>("size");
    for (const qint64 size : {qint64(0), qint64(1), qint64(65535), qint64(65536), qint64(65537), qint64(131071),
                              qint64(131072), qint64(131073), qint64(1) << 20, (qint64(1) << 20) + 17})
        QTest::addRow("%lld", size) << size;
}

void TestBlobStore::roundTrip()
{
    QFETCH(qint64, size);
    const QByteArray content = pattern(size);
    BlobName name;
    {
        const auto store = openStore(folder());
        const auto put = store->put(content);
        QVERIFY(put);
        name = *put;
        QCOMPARE(*store->nameFor(content), name);
    }
    const auto store = openStore(folder());
    const auto reader = store->openBlob(name);
    QVERIFY(reader);
    QCOMPARE(reader->size(), size);
    QCOMPARE(*reader->read(0, size), content);
    QCOMPARE(*reader->read(0, size + 1000), content);
    QCOMPARE(*reader->read(size, 10), QByteArray());
    QCOMPARE(*reader->read(size + 100000, 10), QByteArray());
    QVERIFY(store->verify(name));
    QCOMPARE(QFileInfo(store->pathOf(name)).size(), BlobFormat::fileSize(size));
}

// The name and the content do not depend on the pieces the content came in.
void TestBlobStore::anyPieces()
{
    const QByteArray content = pattern(300000);
    const auto store = openStore(folder());
    const BlobName expected = *store->nameFor(content);
    for (const qsizetype piece : {qsizetype(1000), qsizetype(65536), qsizetype(65537), qsizetype(300000)}) {
        auto writer = store->begin();
        QVERIFY(writer);
        for (qsizetype at = 0; at < content.size(); at += piece) {
            QVERIFY((*writer)->append(QByteArrayView(content).sliced(at, std::min(piece, content.size() - at))));
            QVERIFY((*writer)->append(QByteArrayView()));
        }
        QCOMPARE((*writer)->size(), content.size());
        QCOMPARE(*(*writer)->finish(), expected);
        QVERIFY(!(*writer)->finish()); // once
        QCOMPARE(*store->openBlob(expected)->read(0, content.size()), content);
        QVERIFY(store->remove(expected));
    }
}

void TestBlobStore::randomAccess()
{
    const QByteArray content = pattern(5 * BlobFormat::chunkSize + 123);
    const auto store = openStore(folder());
    const BlobName name = *store->put(content);
    const auto reader = store->openBlob(name);
    QVERIFY(reader);
    std::mt19937 random(11);
    for (int i = 0; i < 400; ++i) {
        const qint64 offset = random() % (content.size() + 100);
        const qint64 length = i % 2 ? random() % 100 : random() % (3 * BlobFormat::chunkSize);
        QCOMPARE(*reader->read(offset, length), content.mid(offset, length));
    }
    QCOMPARE(reader->read(-1, 5).error().code, ErrorCode::StoreFailed);
    QCOMPARE(reader->read(0, -5).error().code, ErrorCode::StoreFailed);

    // Only what is touched is decrypted: chunk 3 is destroyed, the others still serve.
    QByteArray bytes = readFile(store->pathOf(name));
    const qint64 start = BlobFormat::headerSize + 3 * BlobFormat::sealedChunkSize;
    bytes.replace(start, 1000, QByteArray(1000, 'x'));
    QVERIFY(writeFile(store->pathOf(name), bytes));
    const auto again = store->openBlob(name);
    QVERIFY(again);
    QCOMPARE(*again->read(0, 3 * BlobFormat::chunkSize), content.first(3 * BlobFormat::chunkSize));
    QCOMPARE(*again->read(4 * BlobFormat::chunkSize, 1 << 20), content.mid(4 * BlobFormat::chunkSize));
    QCOMPARE(again->read(3 * BlobFormat::chunkSize - 1, 2).error(), (Error{ErrorCode::BlobDamaged, {name.toString()}}));
}

void TestBlobStore::readsOfThreads()
{
    const QByteArray content = pattern(1 << 20);
    const auto store = openStore(folder());
    const auto reader = store->openBlob(*store->put(content));
    QVERIFY(reader);
    std::atomic<int> wrong = 0;
    std::vector<std::jthread> threads;
    for (unsigned seed = 0; seed < 4; ++seed) {
        threads.emplace_back([&, seed] {
            std::mt19937 random(seed);
            for (int i = 0; i < 100; ++i) {
                const qint64 offset = random() % content.size();
                const auto got = reader->read(offset, 100000);
                if (!got || *got != content.mid(offset, 100000))
                    ++wrong;
            }
        });
    }
    threads.clear();
    QCOMPARE(wrong.load(), 0);
}

void TestBlobStore::sameContentOnce()
{
    const QByteArray content = pattern(100000);
    const auto store = openStore(folder());
    const BlobName name = *store->put(content);
    const QByteArray before = readFile(store->pathOf(name));
    QCOMPARE(*store->put(content), name);
    QCOMPARE(readFile(store->pathOf(name)), before); // the file that was there, not a second encryption of it
    QCOMPARE(filesUnder(folder()), 1);
    QVERIFY(*store->put(pattern(100000, 8)) != name);
    QCOMPARE(filesUnder(folder()), 2);
}

void TestBlobStore::nameDependsOnKey()
{
    const auto one = openStore(folder(), 1);
    const auto two = openStore(m_dir->path() + QStringLiteral("/other"), 2);
    QVERIFY(*one->put("content") != *two->put("content"));
    // Two encryptions of the same content share no run of bytes.
    const auto three = openStore(m_dir->path() + QStringLiteral("/third"), 1);
    const BlobName name = *three->put("content");
    QVERIFY(name == *one->nameFor("content"));
    const QByteArray a = readFile(one->pathOf(name)).mid(BlobFormat::headerSize);
    const QByteArray b = readFile(three->pathOf(name)).mid(BlobFormat::headerSize);
    QCOMPARE(a.size(), b.size());
    QVERIFY(a != b);
}

void TestBlobStore::damagedBlobIsReplaced()
{
    const QByteArray content = pattern(200000);
    const auto store = openStore(folder());
    const BlobName name = *store->put(content);
    QByteArray bytes = readFile(store->pathOf(name));
    bytes[150000] = char(bytes[150000] ^ 1);
    QVERIFY(writeFile(store->pathOf(name), bytes));
    QVERIFY(!store->verify(name));
    QCOMPARE(*store->put(content), name);
    QVERIFY(store->verify(name));
    QCOMPARE(filesUnder(folder()), 1);
}

void TestBlobStore::everyBitOfSmallBlob()
{
    const QByteArray content("a blood count");
    const auto store = openStore(folder());
    for (const QByteArray &one : {content, QByteArray()}) {
        const BlobName name = *store->put(one);
        const QByteArray good = readFile(store->pathOf(name));
        for (qsizetype bit = 0; bit < good.size() * 8; ++bit) {
            QByteArray bad = good;
            bad[bit / 8] = char(bad[bit / 8] ^ (1 << (bit % 8)));
            QVERIFY(writeFile(store->pathOf(name), bad));
            const auto verified = store->verify(name);
            QVERIFY2(!verified, QByteArray::number(bit).constData());
            QCOMPARE(verified.error(), (Error{ErrorCode::BlobDamaged, {name.toString()}}));
            const auto reader = store->openBlob(name);
            if (reader && !one.isEmpty())
                QCOMPARE(reader->read(0, 1000).error().code, ErrorCode::BlobDamaged);
        }
        QVERIFY(writeFile(store->pathOf(name), good));
        QVERIFY(store->verify(name));
    }
}

void TestBlobStore::bitsOfLargeBlob()
{
    const QByteArray content = pattern(3 * BlobFormat::chunkSize + 5);
    const auto store = openStore(folder());
    const BlobName name = *store->put(content);
    const QByteArray good = readFile(store->pathOf(name));
    std::mt19937 random(3);
    for (int i = 0; i < 200; ++i) {
        const qint64 bit = random() % (good.size() * 8);
        QByteArray bad = good;
        bad[bit / 8] = char(bad[bit / 8] ^ (1 << (bit % 8)));
        QVERIFY(writeFile(store->pathOf(name), bad));
        ErrorCode code = ErrorCode::None;
        QVERIFY2(neverWrong(*store, name, content, &code), QByteArray::number(bit).constData());
        QCOMPARE(code, ErrorCode::BlobDamaged);
    }
}

void TestBlobStore::truncatedAnywhere()
{
    const QByteArray content = pattern(3 * BlobFormat::chunkSize);
    const auto store = openStore(folder());
    const BlobName name = *store->put(content);
    const QByteArray good = readFile(store->pathOf(name));
    QList<qsizetype> sizes{0, 1, BlobFormat::headerSize - 1, BlobFormat::headerSize, good.size() - 1};
    for (int chunk = 0; chunk < 3; ++chunk) {
        for (const int around : {-1, 0, 1})
            sizes.append(BlobFormat::headerSize + chunk * BlobFormat::sealedChunkSize + around);
    }
    for (const qsizetype size : std::as_const(sizes)) {
        QVERIFY(writeFile(store->pathOf(name), good.first(size)));
        QCOMPARE(store->openBlob(name).error(), (Error{ErrorCode::BlobTruncated, {name.toString()}}));
        QCOMPARE(store->verify(name).error().code, ErrorCode::BlobTruncated);
    }
    // Cut while it is open.
    QVERIFY(writeFile(store->pathOf(name), good));
    const auto reader = store->openBlob(name);
    QVERIFY(reader);
    QVERIFY(QFile::resize(store->pathOf(name), BlobFormat::headerSize + BlobFormat::sealedChunkSize));
    QCOMPARE(*reader->read(0, 100), content.first(100));
    QCOMPARE(reader->read(BlobFormat::chunkSize, 100).error().code, ErrorCode::BlobTruncated);
}

void TestBlobStore::longerFile()
{
    const auto store = openStore(folder());
    const BlobName name = *store->put(pattern(BlobFormat::chunkSize));
    const QByteArray good = readFile(store->pathOf(name));
    QVERIFY(writeFile(store->pathOf(name), good + 'x'));
    QCOMPARE(store->openBlob(name).error().code, ErrorCode::BlobDamaged);
    QVERIFY(writeFile(store->pathOf(name), good + good.last(BlobFormat::sealedChunkSize)));
    QCOMPARE(store->openBlob(name).error().code, ErrorCode::BlobDamaged);
}

void TestBlobStore::swappedChunks()
{
    const QByteArray content = pattern(4 * BlobFormat::chunkSize);
    const auto store = openStore(folder());
    const BlobName name = *store->put(content);
    const QByteArray good = readFile(store->pathOf(name));
    const auto chunk = [&](qint64 i) {
        return good.mid(BlobFormat::headerSize + i * BlobFormat::sealedChunkSize, BlobFormat::sealedChunkSize);
    };
    const QByteArray header = good.first(BlobFormat::headerSize);
    const QList<QByteArray> altered{header + chunk(1) + chunk(0) + chunk(2) + chunk(3),
                                    header + chunk(0) + chunk(1) + chunk(3) + chunk(2),
                                    header + chunk(0) + chunk(0) + chunk(2) + chunk(3)};
    for (const QByteArray &bytes : altered) {
        QVERIFY(writeFile(store->pathOf(name), bytes));
        ErrorCode code = ErrorCode::None;
        QVERIFY(neverWrong(*store, name, content, &code));
        QCOMPARE(code, ErrorCode::BlobDamaged);
    }
}

void TestBlobStore::chunkOfAnotherBlob()
{
    const auto store = openStore(folder());
    const QByteArray content = pattern(2 * BlobFormat::chunkSize, 1);
    const BlobName one = *store->put(content);
    const BlobName two = *store->put(pattern(2 * BlobFormat::chunkSize, 2));
    QByteArray bytes = readFile(store->pathOf(one));
    bytes.replace(BlobFormat::headerSize, BlobFormat::sealedChunkSize,
                  readFile(store->pathOf(two)).mid(BlobFormat::headerSize, BlobFormat::sealedChunkSize));
    QVERIFY(writeFile(store->pathOf(one), bytes));
    ErrorCode code = ErrorCode::None;
    QVERIFY(neverWrong(*store, one, content, &code));
}

void TestBlobStore::movedUnderAnotherName()
{
    const auto store = openStore(folder());
    const BlobName one = *store->put(pattern(1000, 1));
    const BlobName two = *store->put(pattern(1000, 2));
    QVERIFY(writeFile(store->pathOf(one), readFile(store->pathOf(two))));
    QCOMPARE(store->openBlob(one).error(), (Error{ErrorCode::BlobDamaged, {one.toString()}}));
    QVERIFY(store->verify(two));
}

void TestBlobStore::otherVaultsKey()
{
    const BlobName name = *openStore(folder(), 1)->put("content");
    QCOMPARE(openStore(folder(), 2)->openBlob(name).error().code, ErrorCode::BlobDamaged);
}

void TestBlobStore::abandonedWriter()
{
    const auto store = openStore(folder());
    {
        auto writer = store->begin();
        QVERIFY(writer);
        QVERIFY((*writer)->append(pattern(200000)));
        QCOMPARE(filesUnder(folder()), 1); // the temporary file
    }
    QCOMPARE(filesUnder(folder()), 0);
    QVERIFY(store->list()->empty());
}

void TestBlobStore::staleTemporaryFiles()
{
    const BlobName name = *openStore(folder())->put("content");
    QVERIFY(writeFile(folder() + QStringLiteral("/tmp/left-over"), "half a blob"));
    QVERIFY(writeFile(folder() + QStringLiteral("/tmp/.hidden"), "half a blob"));
    const auto store = openStore(folder());
    QCOMPARE(filesUnder(folder() + QStringLiteral("/tmp")), 0);
    QVERIFY(store->verify(name));
}

void TestBlobStore::noPlaintext()
{
    const QByteArray secret("NAME OF A PATIENT, 1957-03-04");
    QByteArray content;
    while (content.size() < 3 * BlobFormat::chunkSize)
        content += secret;
    const auto store = openStore(folder());
    {
        auto writer = store->begin();
        QVERIFY((*writer)->append(content));
        for (QDirIterator files(folder(), QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
            const QByteArray bytes = readFile(files.next());
            QVERIFY(bytes.size() > BlobFormat::chunkSize);
            QVERIFY(!bytes.contains("PATIENT"));
        }
    }
    const BlobName name = *store->put(content);
    QVERIFY(!readFile(store->pathOf(name)).contains("PATIENT"));
    const QByteArray plainHash = QCryptographicHash::hash(content, QCryptographicHash::Sha256);
    QVERIFY(name.hex() != plainHash.toHex());
    QVERIFY(!readFile(store->pathOf(name)).contains(plainHash));
}

void TestBlobStore::privateFiles()
{
    const auto store = openStore(folder());
    const BlobName name = *store->put("content");
    const auto mode = [](const QString &path) {
        struct stat status = {};
        return ::stat(path.toLocal8Bit().constData(), &status) == 0 ? status.st_mode & 0777 : 0;
    };
    QCOMPARE(mode(folder()), 0700u);
    QCOMPARE(mode(folder() + QStringLiteral("/tmp")), 0700u);
    QCOMPARE(mode(QFileInfo(store->pathOf(name)).path()), 0700u);
    QCOMPARE(mode(store->pathOf(name)), 0600u);
}

void TestBlobStore::listRemoveOrphans()
{
    const auto store = openStore(folder());
    QSet<BlobName> names;
    for (int i = 0; i < 40; ++i)
        names.insert(*store->put(QByteArray::number(i)));
    QVERIFY(writeFile(folder() + QStringLiteral("/readme"), "not a blob"));
    const auto listed = store->list();
    QVERIFY(listed);
    QVERIFY(std::is_sorted(listed->begin(), listed->end()));
    QCOMPARE(QSet<BlobName>(listed->begin(), listed->end()), names);

    const BlobName kept = *store->nameFor("7");
    const BlobName gone = *store->nameFor("8");
    QVERIFY(store->contains(gone));
    QVERIFY(store->remove(gone));
    QVERIFY(!store->contains(gone));
    QCOMPARE(store->remove(gone).error(), (Error{ErrorCode::BlobMissing, {gone.toString()}}));
    QCOMPARE(*store->removeOrphans({kept}), 38);
    QCOMPARE(store->list()->size(), 1u);
    QVERIFY(store->verify(kept));
    QVERIFY(QFile::exists(folder() + QStringLiteral("/readme")));
}

void TestBlobStore::missing()
{
    const auto store = openStore(folder());
    const BlobName name = *store->nameFor("never stored");
    QCOMPARE(store->openBlob(name).error(), (Error{ErrorCode::BlobMissing, {name.toString()}}));
    QCOMPARE(store->verify(name).error().code, ErrorCode::BlobMissing);
    QCOMPARE(store->openBlob(BlobName()).error().code, ErrorCode::BlobMissing);
    QVERIFY(!store->contains(BlobName()));
}

void TestBlobStore::names_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("good") << QByteArray(64, 'a') << true;
    QTest::newRow("short") << QByteArray(63, 'a') << false;
    QTest::newRow("long") << QByteArray(65, 'a') << false;
    QTest::newRow("capital") << QByteArray(64, 'A') << false;
    QTest::newRow("path") << QByteArray(61, 'a') + "/.." << false;
    QTest::newRow("nul") << QByteArray(63, 'a') + '\0' << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void TestBlobStore::names()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    QCOMPARE(BlobName::parse(text).has_value(), valid);
}

void TestBlobStore::keysWiped()
{
    QCOMPARE(BlobStore::open(folder(), SecureBytes(), key(1)).error().code, ErrorCode::VaultLocked);
    QCOMPARE(BlobStore::open(folder(), key(1), SecureBytes()).error().code, ErrorCode::VaultLocked);
    QVERIFY(!QFile::exists(folder()));
}

QTEST_GUILESS_MAIN(TestBlobStore)
#include "tst_blobstore.moc"
