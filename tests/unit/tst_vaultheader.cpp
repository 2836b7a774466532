// SPDX-License-Identifier: Apache-2.0
#include "base/FileErrors.h"
#include "support/SmallDisk.h"
#include "vault/Vault.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>
#include <cstring>
#include <sys/stat.h>

using namespace Chartline;

namespace {

constexpr KdfParameters cheap{64, 1, 1};
constexpr qsizetype digestSize = 32;

SecureBytes secret(const char *text)
{
    return SecureBytes(std::span(reinterpret_cast<const unsigned char *>(text), std::strlen(text)));
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

// What someone with the file but without a passphrase can do: change it and make the checksum fit again.
QByteArray withChecksum(const QByteArray &bytes)
{
    const QByteArray body = bytes.chopped(digestSize);
    return body + QCryptographicHash::hash(body, QCryptographicHash::Sha256);
}

// In memory where there is such a place: thousands of repairs, each with its fsyncs, would keep a busy disk for
// minutes.
std::unique_ptr<QTemporaryDir> scratchFolder()
{
    auto memory = std::make_unique<QTemporaryDir>(QStringLiteral("/dev/shm/chartline-test-XXXXXX"));
    return memory->isValid() ? std::move(memory) : std::make_unique<QTemporaryDir>();
}

template<typename T>
QByteArray withNumber(const QByteArray &bytes, qsizetype offset, T value)
{
    QByteArray changed = bytes;
    qToLittleEndian(value, changed.data() + offset);
    return withChecksum(changed);
}

// Where the fields of the first slot are; see VaultHeader.h.
constexpr qsizetype versionAt = 8;
constexpr qsizetype generationAt = 12;
constexpr qsizetype countAt = 36;
constexpr qsizetype slotAt = 40;
constexpr qsizetype memoryAt = slotAt + 5;
constexpr qsizetype slotSize = 119; // with an empty label
constexpr qsizetype createdAt = slotAt + 109;

} // namespace

class TestVaultHeader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void encodesWhatItDecodes();
    void everyBitOfOneCopy_data();
    void everyBitOfOneCopy();
    void everyBitOfBothCopies();
    void truncatedEverywhere();
    void repairOnlyAfterSuccess();
    void olderCopy();
    void newerVersion();
    void refusedCost_data();
    void refusedCost();
    void forgedFields_data();
    void forgedFields();
    void headerOfAnotherVault();
    void nothingThere();
    void headersGone();
    void createdTwice();
    void failedCreationLeavesNothing();
    void privateFiles();
    void secondLock();
    void lockOfAnotherProcess();
    void fullDisk();
    void readOnlyDisk();

private:
    [[nodiscard]] Vault vault() const { return Vault(m_folder, KdfPolicy::forTests()); }
    [[nodiscard]] HeaderFiles files() const { return HeaderFiles(m_folder); }
    [[nodiscard]] ErrorCode unlockError() const
    {
        const auto open = vault().unlock(secret("correct horse"));
        return open ? ErrorCode::None : open.error().code;
    }
    bool setBoth(const QByteArray &bytes) const
    {
        return writeFile(files().path(), bytes) && writeFile(files().copyPath(), bytes);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_folder;
    QByteArray m_good; // the header of a vault that every test starts with
    QByteArray m_dataKey;
};

// One vault for all, copied into a fresh folder for each test.
void TestVaultHeader::initTestCase()
{
    const auto dir = scratchFolder();
    m_folder = dir->path() + QStringLiteral("/v");
    const auto created = vault().create(secret("correct horse"), cheap);
    QVERIFY(created);
    m_good = readFile(files().path());
    const auto key = created->vault.keys->dataKey();
    m_dataKey = QByteArray(reinterpret_cast<const char *>(key->data()), qsizetype(key->size()));
    QVERIFY(!m_good.isEmpty());
    QCOMPARE(readFile(files().copyPath()), m_good);
    QVERIFY(!m_good.contains(m_dataKey));
}

void TestVaultHeader::init()
{
    m_dir = scratchFolder();
    m_folder = m_dir->path() + QStringLiteral("/v");
    QVERIFY(QDir().mkdir(m_folder));
    QVERIFY(setBoth(m_good));
    QCOMPARE(unlockError(), ErrorCode::None);
}

void TestVaultHeader::encodesWhatItDecodes()
{
    const auto header = VaultHeader::decode(m_good, KdfPolicy::forTests(), m_folder);
    QVERIFY(header);
    QCOMPARE(header->slots.size(), 2u);
    QCOMPARE(header->slots[0].kind, KeySlot::Kind::Passphrase);
    QCOMPARE(header->slots[1].kind, KeySlot::Kind::RecoveryKey);
    QCOMPARE(header->slots[0].kdf, cheap);
    QCOMPARE(header->generation, 1u);
    QCOMPARE(m_good.size(), slotAt + 2 * slotSize + 2 * digestSize);

    KeyHolder keys(SecureBytes(bytesOf(m_dataKey)));
    const auto macKey = keys.derive(KeyHolder::headerMac);
    QCOMPARE(*header->encode(*macKey), m_good);
    VaultHeader labelled = *header;
    labelled.slots[0].label = QString::fromUtf8("Empfang Süd ☤");
    labelled.slots[1].createdMs = -5;
    const auto bytes = labelled.encode(*macKey);
    QVERIFY(bytes);
    QCOMPARE(*VaultHeader::decode(*bytes, KdfPolicy::forTests(), m_folder), labelled);
    QVERIFY(*VaultHeader::isAuthentic(*bytes, *macKey));
    QVERIFY(!*VaultHeader::isAuthentic(*bytes, SecureBytes(32)));
}

void TestVaultHeader::everyBitOfOneCopy_data()
{
    QTest::addColumn<bool>("first");
    QTest::newRow("first copy") << true;
    QTest::newRow("second copy") << false;
}

void TestVaultHeader::everyBitOfOneCopy()
{
    QFETCH(bool, first);
    const QString path = first ? files().path() : files().copyPath();
    // All bits of the first copy; the second goes through the same code, so every third will do.
    for (qsizetype bit = 0; bit < m_good.size() * 8; bit += first ? 1 : 3) {
        QByteArray bad = m_good;
        bad[bit / 8] = char(bad[bit / 8] ^ (1 << (bit % 8)));
        QVERIFY(writeFile(path, bad));
        const auto open = vault().unlock(secret("correct horse"));
        QVERIFY2(open, QByteArray::number(bit).constData());
        QVERIFY(open->headerRepaired);
        QVERIFY(open->keys->dataKey()->equals(bytesOf(m_dataKey)));
        QCOMPARE(readFile(path), m_good);
    }
    QVERIFY(!vault().unlock(secret("correct horse"))->headerRepaired);
}

void TestVaultHeader::everyBitOfBothCopies()
{
    for (qsizetype bit = 0; bit < m_good.size() * 8; ++bit) {
        QByteArray bad = m_good;
        bad[bit / 8] = char(bad[bit / 8] ^ (1 << (bit % 8)));
        QVERIFY(setBoth(bad));
        const auto open = vault().unlock(secret("correct horse"));
        QVERIFY2(!open, QByteArray::number(bit).constData());
        QCOMPARE(open.error(), (Error{ErrorCode::VaultHeaderDamaged, {m_folder}}));
        QCOMPARE(readFile(files().path()), bad); // nothing is overwritten with a guess
    }
}

void TestVaultHeader::truncatedEverywhere()
{
    for (qsizetype size = 0; size < m_good.size(); ++size) {
        QVERIFY(setBoth(m_good.first(size)));
        QCOMPARE(unlockError(), ErrorCode::VaultHeaderDamaged);
    }
    QVERIFY(setBoth(m_good + '\0'));
    QCOMPARE(unlockError(), ErrorCode::VaultHeaderDamaged);
    QVERIFY(setBoth(m_good + QByteArray(1 << 20, 'x')));
    QCOMPARE(unlockError(), ErrorCode::VaultHeaderDamaged);
    // A different half of each copy.
    QVERIFY(writeFile(files().path(), m_good.first(100)));
    QVERIFY(QFile::remove(files().copyPath()));
    QCOMPARE(unlockError(), ErrorCode::VaultHeaderDamaged);
    QVERIFY(writeFile(files().copyPath(), m_good));
    QCOMPARE(unlockError(), ErrorCode::None);
}

void TestVaultHeader::repairOnlyAfterSuccess()
{
    const QByteArray bad = m_good.first(50);
    QVERIFY(writeFile(files().path(), bad));
    QCOMPARE(vault().unlock(secret("wrong horse")).error(), (Error{ErrorCode::WrongPassphrase, {m_folder}}));
    QCOMPARE(readFile(files().path()), bad);
    QVERIFY(vault().unlock(secret("correct horse"))->headerRepaired);
    QCOMPARE(readFile(files().path()), m_good);

    QVERIFY(QFile::remove(files().copyPath()));
    QVERIFY(vault().unlock(secret("correct horse"))->headerRepaired);
    QCOMPARE(readFile(files().copyPath()), m_good);
}

// Killed between the two renames of a passphrase change: the new passphrase counts, the old one is not let in.
void TestVaultHeader::olderCopy()
{
    {
        const auto open = vault().unlock(secret("correct horse"));
        QVERIFY(vault().changePassphrase(*open, secret("correct horse"), secret("battery staple"), cheap));
    }
    const QByteArray changed = readFile(files().path());
    QVERIFY(changed != m_good);
    for (const QString &stale : {files().path(), files().copyPath()}) {
        QVERIFY(setBoth(changed));
        QVERIFY(writeFile(stale, m_good));
        QCOMPARE(unlockError(), ErrorCode::WrongPassphrase);
        QVERIFY(vault().unlock(secret("battery staple"))->headerRepaired);
        QCOMPARE(readFile(stale), changed);
    }
}

void TestVaultHeader::newerVersion()
{
    const QByteArray newer = withNumber(m_good, versionAt, quint32(7));
    const Error expected{ErrorCode::VaultHeaderTooNew, {m_folder, QStringLiteral("7"), QStringLiteral("1")}};
    QVERIFY(setBoth(newer));
    QCOMPARE(vault().unlock(secret("correct horse")).error(), expected);
    // A copy of an older time must not be served, and repaired from, in its place.
    QVERIFY(writeFile(files().path(), m_good));
    QCOMPARE(vault().unlock(secret("correct horse")).error(), expected);
    QCOMPARE(readFile(files().copyPath()), newer);
    // Without its checksum it is damage, not a version.
    QVERIFY(setBoth(m_good));
    QByteArray flipped = m_good;
    flipped[versionAt] = 7;
    QVERIFY(setBoth(flipped));
    QCOMPARE(unlockError(), ErrorCode::VaultHeaderDamaged);
    QVERIFY(setBoth(withNumber(m_good, versionAt, quint32(0))));
    QCOMPARE(unlockError(), ErrorCode::VaultHeaderDamaged);
}

void TestVaultHeader::refusedCost_data()
{
    QTest::addColumn<int>("field"); // 0 memory, 1 passes, 2 lanes
    QTest::addColumn<quint32>("value");
    QTest::addColumn<bool>("allowed");
    const quint32 mebi = 1024;
    QTest::newRow("memory floor") << 0 << 64 * mebi << true;
    QTest::newRow("below the floor") << 0 << 64 * mebi - 1 << false;
    QTest::newRow("memory ceiling") << 0 << 2048 * mebi << true;
    QTest::newRow("above the ceiling") << 0 << 2048 * mebi + 1 << false;
    QTest::newRow("all memory") << 0 << 0xffffffffu << false;
    QTest::newRow("no pass") << 1 << 0u << false;
    QTest::newRow("most passes") << 1 << 64u << true;
    QTest::newRow("too many passes") << 1 << 65u << false;
    QTest::newRow("no lane") << 2 << 0u << false;
    QTest::newRow("most lanes") << 2 << 16u << true;
    QTest::newRow("too many lanes") << 2 << 17u << false;
}

// The production policy; decoded only, so that nothing is derived at the ceiling.
void TestVaultHeader::refusedCost()
{
    QFETCH(int, field);
    QFETCH(quint32, value);
    QFETCH(bool, allowed);
    QByteArray bytes = m_good;
    for (const qsizetype slot : {qsizetype(0), slotSize}) {
        bytes = withNumber(bytes, memoryAt + slot, quint32(64 * 1024));
        bytes = withNumber(bytes, memoryAt + slot + 4, quint32(1));
        bytes = withNumber(bytes, memoryAt + slot + 8, quint32(1));
    }
    QVERIFY(VaultHeader::decode(bytes, KdfPolicy(), m_folder));
    // In the second slot too: it could be the one that opens.
    bytes = withNumber(bytes, memoryAt + slotSize + field * 4, value);
    const auto header = VaultHeader::decode(bytes, KdfPolicy(), m_folder);
    QCOMPARE(header.has_value(), allowed);
    if (!allowed) {
        QCOMPARE(header.error(), (Error{ErrorCode::KeyDerivationRefused, {m_folder}}));
        QVERIFY(setBoth(bytes));
        QCOMPARE(Vault(m_folder).unlock(secret("correct horse")).error().code, ErrorCode::KeyDerivationRefused);
    }
    // The vault of the tests is itself too cheap for a real one.
    QCOMPARE(VaultHeader::decode(m_good, KdfPolicy(), m_folder).error().code, ErrorCode::KeyDerivationRefused);
}

void TestVaultHeader::forgedFields_data()
{
    QTest::addColumn<qsizetype>("offset");
    QTest::addColumn<char>("value");
    QTest::addColumn<ErrorCode>("expected");
    const ErrorCode damaged = ErrorCode::VaultHeaderDamaged;
    QTest::newRow("magic") << qsizetype(0) << 'X' << damaged;
    QTest::newRow("no slots") << countAt << '\0' << damaged;
    QTest::newRow("more slots than there are") << countAt << '\3' << damaged;
    QTest::newRow("fewer slots than there are") << countAt << '\1' << damaged;
    QTest::newRow("unknown kind") << slotAt + 4 << '\7' << damaged;
    QTest::newRow("label size") << slotAt + slotSize - 2 << '\5' << damaged;
    QTest::newRow("label size beyond the end") << slotAt + slotSize - 1 << '\x7f' << damaged;
    // These authenticate nothing before the data key is known: the wrap must catch them…
    QTest::newRow("vault id") << qsizetype(20) << 'X' << ErrorCode::WrongPassphrase;
    QTest::newRow("slot id") << slotAt << '\x55' << ErrorCode::WrongPassphrase;
    QTest::newRow("kind turned into recovery") << slotAt + 4 << '\2' << ErrorCode::WrongPassphrase;
    QTest::newRow("passes") << memoryAt + 4 << '\2' << ErrorCode::WrongPassphrase;
    QTest::newRow("memory") << memoryAt << '\x41' << ErrorCode::WrongPassphrase;
    QTest::newRow("wrapped key") << slotAt + 61 << 'X' << ErrorCode::WrongPassphrase;
    // …and these open, so the MAC must.
    QTest::newRow("generation") << generationAt << '\x09' << damaged;
    QTest::newRow("date") << createdAt << '\x09' << damaged;
    QTest::newRow("other slot's salt") << slotAt + slotSize + 17 << 'X' << damaged;
    QTest::newRow("other slot's cost") << memoryAt + slotSize + 4 << '\5' << damaged;
    QTest::newRow("MAC") << slotAt + 2 * slotSize << 'X' << damaged;
}

void TestVaultHeader::forgedFields()
{
    QFETCH(qsizetype, offset);
    QFETCH(char, value);
    QFETCH(ErrorCode, expected);
    QByteArray bytes = m_good;
    if (bytes[offset] == value)
        value = char(value ^ 0x40);
    bytes[offset] = value;
    QVERIFY(setBoth(withChecksum(bytes)));
    QCOMPARE(unlockError(), expected);
    // With a true second copy the MAC's failures are survived.
    if (expected == ErrorCode::VaultHeaderDamaged) {
        QVERIFY(writeFile(files().copyPath(), m_good));
        QCOMPARE(unlockError(), ErrorCode::None);
        QCOMPARE(readFile(files().path()), m_good);
    }
}

void TestVaultHeader::headerOfAnotherVault()
{
    const Vault other(m_dir->path() + QStringLiteral("/w"), KdfPolicy::forTests());
    const auto created = other.create(secret("correct horse"), cheap);
    QVERIFY(created);
    QVERIFY(!created->vault.keys->dataKey()->equals(bytesOf(m_dataKey)));
    QVERIFY(readFile(m_dir->path() + QStringLiteral("/w/vault.header")) != m_good);
    // A slot brought over from it: same passphrase, other vault id.
    const QByteArray slot = readFile(m_dir->path() + QStringLiteral("/w/vault.header")).mid(slotAt, slotSize);
    QByteArray bytes = m_good;
    bytes.replace(slotAt, slotSize, slot);
    QVERIFY(setBoth(withChecksum(bytes)));
    QCOMPARE(unlockError(), ErrorCode::WrongPassphrase);
}

void TestVaultHeader::nothingThere()
{
    const QString none = m_dir->path() + QStringLiteral("/none");
    QCOMPARE(Vault(none).unlock(secret("correct horse")).error(), (Error{ErrorCode::VaultNotFound, {none}}));
    QVERIFY(!QFile::exists(none));
    QVERIFY(QDir().mkdir(none));
    QCOMPARE(Vault(none).unlock(secret("correct horse")).error().code, ErrorCode::VaultNotFound);
    QVERIFY(QDir(none).isEmpty()); // no lock file in a folder that is no vault
    QCOMPARE(VaultLock::acquire(none + QStringLiteral("/deeper")).error().code, ErrorCode::VaultNotFound);
}

void TestVaultHeader::headersGone()
{
    QVERIFY(QFile::remove(files().path()));
    QVERIFY(QFile::remove(files().copyPath()));
    QVERIFY(writeFile(m_folder + QStringLiteral("/records.db"), "x"));
    QCOMPARE(unlockError(), ErrorCode::VaultHeaderDamaged);
    QCOMPARE(vault().create(secret("correct horse"), cheap).error(), (Error{ErrorCode::VaultExists, {m_folder}}));
    QVERIFY(QFile::remove(m_folder + QStringLiteral("/records.db")));
    QVERIFY(QDir(m_folder).mkdir(QStringLiteral("blobs")));
    QCOMPARE(unlockError(), ErrorCode::VaultHeaderDamaged);
    QCOMPARE(vault().create(secret("correct horse"), cheap).error().code, ErrorCode::VaultExists);
}

void TestVaultHeader::createdTwice()
{
    QCOMPARE(vault().create(secret("another one"), cheap).error(), (Error{ErrorCode::VaultExists, {m_folder}}));
    QVERIFY(QFile::remove(files().path()));
    QCOMPARE(vault().create(secret("another one"), cheap).error().code, ErrorCode::VaultExists);
    QCOMPARE(readFile(files().copyPath()), m_good);
}

void TestVaultHeader::failedCreationLeavesNothing()
{
    const QString none = m_dir->path() + QStringLiteral("/none");
    const Vault other(none, KdfPolicy::forTests());
    QCOMPARE(other.create(secret("seven77"), cheap).error(),
             (Error{ErrorCode::PassphraseTooShort, {QStringLiteral("8")}}));
    QCOMPARE(other.create(secret("correct horse"), {1, 1, 1}).error().code, ErrorCode::KeyDerivationRefused);
    QVERIFY(!QFile::exists(none));
    QCOMPARE(Vault(none + QStringLiteral("/deeper"), KdfPolicy::forTests())
                 .create(secret("correct horse"), cheap)
                 .error()
                 .code,
             ErrorCode::FileNotFound);
    QVERIFY(!QFile::exists(none));
}

void TestVaultHeader::privateFiles()
{
    const auto mode = [](const QString &path) {
        struct stat status = {};
        return ::stat(path.toLocal8Bit().constData(), &status) == 0 ? status.st_mode & 0777 : 0;
    };
    const auto old = ::umask(0);
    m_folder = m_dir->path() + QStringLiteral("/new");
    const auto created = vault().create(secret("correct horse"), cheap);
    ::umask(old);
    QVERIFY(created);
    QCOMPARE(mode(m_folder), 0700u);
    for (const QString &path : {files().path(), files().copyPath(), m_folder + QStringLiteral("/vault.lock")})
        QCOMPARE(mode(path), 0600u);
    QCOMPARE(QDir(m_folder).entryList(QDir::Files | QDir::Hidden).size(), 3); // no temporary file
}

void TestVaultHeader::secondLock()
{
    {
        const auto open = vault().unlock(secret("correct horse"));
        QVERIFY(open);
        QVERIFY(!open->lock.isReadOnly());
        QCOMPARE(vault().unlock(secret("correct horse")).error(), (Error{ErrorCode::VaultInUse, {m_folder}}));
        QCOMPARE(VaultLock::acquire(m_folder).error().code, ErrorCode::VaultInUse);
    }
    QCOMPARE(unlockError(), ErrorCode::None);
    QVERIFY(!vault().unlock(secret("wrong horse")));
    QCOMPARE(unlockError(), ErrorCode::None); // a failed unlock lets go of it
}

void TestVaultHeader::lockOfAnotherProcess()
{
    int ready[2] = {};
    QCOMPARE(pipe(ready), 0);
    const pid_t child = fork();
    if (child == 0) {
        const auto lock = VaultLock::acquire(m_folder);
        const char done = lock ? 'y' : 'n';
        if (write(ready[1], &done, 1) == 1)
            pause();
        _exit(0);
    }
    char done = 0;
    QCOMPARE(read(ready[0], &done, 1), ssize_t(1));
    QCOMPARE(done, 'y');
    QCOMPARE(unlockError(), ErrorCode::VaultInUse);
    kill(child, SIGKILL); // however it ends
    waitpid(child, nullptr, 0);
    QCOMPARE(unlockError(), ErrorCode::None);
    close(ready[0]);
    close(ready[1]);
}

// A passphrase change that finds no room: the old one still works, on both copies.
void TestVaultHeader::fullDisk()
{
    const QString disk = m_dir->path() + QStringLiteral("/disk");
    QVERIFY(QDir().mkdir(disk));
    const Test::SmallDisk small(disk, 64 * 1024);
    const auto outcome = small.run([&]() -> QByteArray {
        m_folder = disk + QStringLiteral("/v");
        auto created = vault().create(secret("correct horse"), cheap);
        if (!created)
            return "cannot create";
        const QByteArray before = readFile(files().path());
        // All but a page, so that the first of two temporary files still fits.
        QFile filler(disk + QStringLiteral("/filler"));
        if (!filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return "cannot fill";
        while (filler.write(QByteArray(4096, 'x')) == 4096) { }
        for (const int freePages : {0, 1}) {
            if (!filler.resize(filler.size() - freePages * 4096))
                return "cannot free";
            const auto changed =
                vault().changePassphrase(created->vault, secret("correct horse"), secret("battery staple"), cheap);
            if (changed || changed.error().code != ErrorCode::DiskFull)
                return "no disk-full error";
            if (readFile(files().path()) != before || readFile(files().copyPath()) != before)
                return "the header was touched";
            if (QDir(m_folder).entryList(QDir::Files | QDir::Hidden).size() != 3)
                return "a temporary file was left";
        }
        created->vault.lock = [&] { return std::move(*VaultLock::acquire(disk)); }();
        if (unlockError() != ErrorCode::None)
            return "the old passphrase no longer works";
        // With room for nothing, a new vault says so and leaves no trace.
        while (filler.write(QByteArray(4096, 'x')) == 4096) { }
        m_folder = disk + QStringLiteral("/second");
        const auto second = vault().create(secret("correct horse"), cheap);
        if (second || second.error().code != ErrorCode::DiskFull)
            return "created on a full disk";
        return QFile::exists(m_folder) ? QByteArray("left a folder") : QByteArray();
    });
    if (outcome == Test::SmallDisk::Outcome::Unavailable)
        QSKIP("this system lets no ordinary process mount a disk of its own");
    QCOMPARE(outcome, Test::SmallDisk::Outcome::Passed);
}

void TestVaultHeader::readOnlyDisk()
{
    const QString disk = m_dir->path() + QStringLiteral("/disk");
    QVERIFY(QDir().mkdir(disk));
    const Test::SmallDisk small(disk, 256 * 1024);
    const auto outcome = small.run([&]() -> QByteArray {
        m_folder = disk + QStringLiteral("/v");
        if (!QDir().mkdir(m_folder) || !writeFile(files().copyPath(), m_good) || !writeFile(files().path(), "damage"))
            return "cannot set up";
        for (const bool withLockFile : {false, true}) {
            if (withLockFile && (!small.setReadOnly(false) || !writeFile(m_folder + QStringLiteral("/vault.lock"), "")))
                return "cannot add the lock file";
            if (!small.setReadOnly(true))
                return "cannot make read-only";
            const auto open = vault().unlock(secret("correct horse"));
            if (!open)
                return "does not unlock: " + errorCodeName(open.error().code).toLatin1();
            if (!open->lock.isReadOnly() || open->headerRepaired)
                return "claims to have written";
            if (unlockError() != ErrorCode::VaultInUse)
                return "the lock does not hold";
            const auto changed =
                vault().changePassphrase(*open, secret("correct horse"), secret("battery staple"), cheap);
            if (changed || changed.error().code != ErrorCode::ReadOnlyFileSystem)
                return "wrong error for a change";
        }
        m_folder = disk + QStringLiteral("/new");
        const auto created = vault().create(secret("correct horse"), cheap);
        return !created && created.error().code == ErrorCode::ReadOnlyFileSystem ? QByteArray() : QByteArray("create");
    });
    if (outcome == Test::SmallDisk::Outcome::Unavailable)
        QSKIP("this system lets no ordinary process mount a disk of its own");
    QCOMPARE(outcome, Test::SmallDisk::Outcome::Passed);
}

QTEST_GUILESS_MAIN(TestVaultHeader)
#include "tst_vaultheader.moc"
