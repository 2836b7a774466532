// SPDX-License-Identifier: Apache-2.0
#include "vault/KeyDerivation.h"
#include "vault/Passphrase.h"
#include "vault/RecoveryKey.h"
#include "vault/Vault.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <cstring>
#include <thread>

using namespace Chartline;
using namespace std::chrono_literals;

namespace {

constexpr KdfParameters cheap{64, 1, 1};

SecureBytes secret(const QByteArray &text)
{
    return SecureBytes(std::span(reinterpret_cast<const unsigned char *>(text.constData()), std::size_t(text.size())));
}

QByteArray plain(const SecureBytes &bytes)
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
}

// A recovery key as 32 signs for the secret, with the four of its checksum.
QByteArray recoveryText(const QByteArray &signs)
{
    const QByteArray alphabet("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    QByteArray bytes(20, '\0');
    for (qsizetype bit = 0; bit < 160; ++bit) {
        if (alphabet.indexOf(signs[bit / 5]) & (0x10 >> (bit % 5)))
            bytes[bit / 8] = char(bytes[bit / 8] | (0x80 >> (bit % 8)));
    }
    const QByteArray hash = QCryptographicHash::hash("chartline recovery key" + bytes, QCryptographicHash::Sha256);
    const int check = (quint8(hash[0]) << 12) | (quint8(hash[1]) << 4) | (quint8(hash[2]) >> 4);
    QByteArray text = signs;
    for (int shift = 15; shift >= 0; shift -= 5)
        text += alphabet[(check >> shift) & 31];
    return text;
}

// A machine of which only the speed is known. `fixed` and `pass` are for 256 MiB.
KdfMeasure machine(std::chrono::nanoseconds fixed, std::chrono::nanoseconds pass, quint32 availableKiB = 1 << 22)
{
    return [=](const KdfParameters &p) -> std::optional<std::chrono::nanoseconds> {
        if (p.memoryKiB > availableKiB)
            return std::nullopt;
        const double part = double(p.memoryKiB) / (256.0 * 1024);
        return std::chrono::nanoseconds(qint64(part * double(fixed.count() + pass.count() * qint64(p.passes))));
    };
}

} // namespace

class TestKeySlots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void argon2Vectors_data();
    void argon2Vectors();
    void derivationsAtOnce();
    void calibration_data();
    void calibration();
    void calibrationHere();
    void hkdfVector();
    void subKeysDiffer();
    void wipedHolder();
    void wrongPassphrase();
    void recoveryOpens();
    void recoveryTolerance_data();
    void recoveryTolerance();
    void recoveryTypos();
    void recoveryIsRandom();
    void changePassphrase();
    void resetPassphrase();
    void slotsAddedAndRemoved();
    void slotLimits();
    void changesNeedTheOpenVault();
    void passphraseLength_data();
    void passphraseLength();
    void normalisation_data();
    void normalisation();
    void normalisationAgreesWithQt();
    void sameLettersOpen();
    void headerHoldsNoSecret();

private:
    [[nodiscard]] Vault vault() const { return Vault(m_folder, KdfPolicy::forTests()); }
    [[nodiscard]] ErrorCode unlockError(const QByteArray &passphrase) const
    {
        const auto open = vault().unlock(secret(passphrase));
        return open ? ErrorCode::None : open.error().code;
    }
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_folder;
    QByteArray m_recovery;
    QByteArray m_dataKey;
};

void TestKeySlots::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_folder = m_dir->path() + QStringLiteral("/v");
    const auto created = vault().create(secret("correct horse"), cheap);
    QVERIFY(created);
    m_recovery = plain(created->recoveryKey);
    m_dataKey = plain(*created->vault.keys->dataKey());
    QCOMPARE(m_dataKey.size(), 32);
}

// From the tests of the reference implementation of Argon2 (version 0x13, Argon2id, 32 bytes).
void TestKeySlots::argon2Vectors_data()
{
    QTest::addColumn<quint32>("memory");
    QTest::addColumn<quint32>("passes");
    QTest::addColumn<quint32>("lanes");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("64 MiB, 2 passes") << 65536u << 2u << 1u
                                      << QByteArray("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
    QTest::newRow("256 KiB, 2 passes") << 256u << 2u << 1u
                                       << QByteArray(
                                              "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe");
    QTest::newRow("256 KiB, 2 lanes") << 256u << 2u << 2u
                                      << QByteArray("6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037");
}

void TestKeySlots::argon2Vectors()
{
    QFETCH(quint32, memory);
    QFETCH(quint32, passes);
    QFETCH(quint32, lanes);
    QFETCH(QByteArray, expected);
    const auto key = deriveKey(secret("password").view(), secret("somesalt").view(), {memory, passes, lanes});
    QVERIFY(key);
    QCOMPARE(plain(*key).toHex(), expected);
}

// More threads at once than any one pool has.
void TestKeySlots::derivationsAtOnce()
{
    const KdfParameters parameters{1024, 1, 4};
    const auto expected = deriveKey(secret("password").view(), secret("somesalt").view(), parameters);
    QVERIFY(expected);
    std::atomic<int> wrong = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&] {
            const auto key = deriveKey(secret("password").view(), secret("somesalt").view(), parameters);
            if (!key || !key->equals(expected->view()))
                ++wrong;
        });
    }
    threads.clear();
    QCOMPARE(wrong.load(), 0);
}

void TestKeySlots::calibration_data()
{
    QTest::addColumn<qint64>("fixedMs");
    QTest::addColumn<qint64>("passMs");
    QTest::addColumn<quint32>("availableMiB");
    QTest::addColumn<quint32>("memoryMiB");
    QTest::addColumn<quint32>("passes");
    QTest::newRow("usual") << qint64(50) << qint64(150) << 4096u << 256u << 6u;
    QTest::newRow("fast") << qint64(10) << qint64(20) << 4096u << 256u << 49u;
    QTest::newRow("too fast") << qint64(1) << qint64(1) << 4096u << 256u << 64u;
    QTest::newRow("one pass only") << qint64(200) << qint64(700) << 4096u << 256u << 1u;
    QTest::newRow("slow") << qint64(400) << qint64(1600) << 4096u << 128u << 1u;
    QTest::newRow("very slow") << qint64(1000) << qint64(9000) << 4096u << 64u << 1u;
    QTest::newRow("little memory") << qint64(50) << qint64(150) << 100u << 64u << 26u;
}

void TestKeySlots::calibration()
{
    QFETCH(qint64, fixedMs);
    QFETCH(qint64, passMs);
    QFETCH(quint32, availableMiB);
    QFETCH(quint32, memoryMiB);
    QFETCH(quint32, passes);
    const auto measure =
        machine(std::chrono::milliseconds(fixedMs), std::chrono::milliseconds(passMs), availableMiB * 1024);
    const KdfCalibration result = calibrateKdf({}, measure);
    QVERIFY(KdfPolicy().allows(result.parameters));
    QCOMPARE(result.parameters.memoryKiB, memoryMiB * 1024);
    QCOMPARE(result.parameters.passes, passes);
    QCOMPARE(result.parameters.lanes, 4u);
    // What the machine would truly take.
    const auto taken = *measure(result.parameters);
    QVERIFY(taken < kdfLimit);
    QVERIFY(std::chrono::abs(result.timing.estimate(result.parameters) - taken) < 1ms);
}

// No timed assertion: what was measured says what the chosen parameters take.
void TestKeySlots::calibrationHere()
{
    const KdfCalibration result = calibrateKdf();
    QVERIFY(KdfPolicy().allows(result.parameters));
    const bool atTheFloor = result.parameters.memoryKiB == KdfPolicy().minMemoryKiB && result.parameters.passes == 1;
    QVERIFY(result.timing.estimate(result.parameters) <= kdfTarget + 1ms || atTheFloor);
    QVERIFY(result.timing.estimate(result.parameters) < kdfLimit);
    qInfo("%u MiB, %u passes, %u lanes: about %.2f s", result.parameters.memoryKiB / 1024, result.parameters.passes,
          result.parameters.lanes, double(result.timing.estimate(result.parameters).count()) / 1e9);
    // No measurement at all: the cheapest that is allowed.
    QCOMPARE(calibrateKdf({}, [](const KdfParameters &) { return std::nullopt; }).parameters, KdfPolicy().cheapest());
}

// RFC 5869, test case 3: zero-length salt and info.
void TestKeySlots::hkdfVector()
{
    const auto key = Crypto::hkdfSha256(secret(QByteArray(22, '\x0b')).view(), {}, 42);
    QVERIFY(key);
    QCOMPARE(plain(*key).toHex(), QByteArray("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
                                             "9d201395faa4b61a96c8"));
}

void TestKeySlots::subKeysDiffer()
{
    const KeyHolder keys(secret(m_dataKey));
    QSet<QByteArray> seen{m_dataKey};
    for (const QByteArrayView label :
         {KeyHolder::database, KeyHolder::blobs, KeyHolder::blobNames, KeyHolder::headerMac, KeyHolder::backup}) {
        const auto one = keys.derive(label);
        QVERIFY(one);
        QCOMPARE(one->size(), 32u);
        QVERIFY(!seen.contains(plain(*one)));
        seen.insert(plain(*one));
        QCOMPARE(plain(*keys.derive(label)), plain(*one));
    }
    // What is on disk hangs on these: a changed label or scheme would lock every vault there is.
    QCOMPARE(plain(*KeyHolder(SecureBytes(32)).derive(KeyHolder::database)),
             plain(*Crypto::hkdfSha256(SecureBytes(32).view(), "chartline v1 records.db")));
}

void TestKeySlots::wipedHolder()
{
    KeyHolder keys(secret(m_dataKey));
    QVERIFY(!keys.isWiped());
    keys.wipe();
    QVERIFY(keys.isWiped());
    QCOMPARE(keys.derive(KeyHolder::database).error().code, ErrorCode::VaultLocked);
    QCOMPARE(keys.dataKey().error().code, ErrorCode::VaultLocked);
    keys.wipe();

    auto open = vault().unlock(secret("correct horse"));
    open->keys->wipe();
    QCOMPARE(vault().changePassphrase(*open, secret("correct horse"), secret("battery staple"), cheap).error().code,
             ErrorCode::VaultLocked);
    QCOMPARE(vault().addRecoveryKey(*open, QString()).error().code, ErrorCode::VaultLocked);
}

void TestKeySlots::wrongPassphrase()
{
    QCOMPARE(unlockError("correct horse"), ErrorCode::None);
    for (const QByteArray &wrong : {QByteArray("correct horsf"), QByteArray("Correct horse"), QByteArray(),
                                    QByteArray("correct horse "), QByteArray("correct horse\0", 14), m_recovery})
        QCOMPARE(unlockError(wrong), ErrorCode::WrongPassphrase);
    QCOMPARE(vault().unlock(secret("wrong horse")).error(), (Error{ErrorCode::WrongPassphrase, {m_folder}}));
    QCOMPARE(plain(*vault().unlock(secret("correct horse"))->keys->dataKey()), m_dataKey);
}

void TestKeySlots::recoveryOpens()
{
    QCOMPARE(plain(*vault().unlockWithRecoveryKey(secret(m_recovery))->keys->dataKey()), m_dataKey);
    // Well-formed, but another vault's.
    const auto other = RecoveryKey::generate();
    QCOMPARE(vault().unlockWithRecoveryKey(*other->text()).error(),
             (Error{ErrorCode::WrongPassphrase, {m_folder, QStringLiteral("recovery-key")}}));
    QCOMPARE(vault().unlockWithRecoveryKey(secret("correct horse")).error().code, ErrorCode::RecoveryKeyMalformed);
}

void TestKeySlots::recoveryTolerance_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    // The key of twenty zero bytes: many noughts, so that O is tried.
    const QByteArray key = recoveryText(QByteArray(32, '0'));
    QTest::newRow("bare") << key << true;
    QTest::newRow("lower case") << key.toLower() << true;
    QTest::newRow("letter O") << QByteArray(key).replace('0', 'O') << true;
    QTest::newRow("small o") << QByteArray(key).replace('0', 'o') << true;
    QTest::newRow("dashes") << key.first(6) + "-" + key.sliced(6, 6) + "--" + key.sliced(12) << true;
    QTest::newRow("spaces and lines") << "  " + key.first(18) + " \r\n\t" + key.sliced(18) + "\n" << true;
    QTest::newRow("en dash") << key.first(6) + "\xe2\x80\x93" + key.sliced(6) << true;
    QTest::newRow("no-break space") << key.first(6) + "\xc2\xa0" + key.sliced(6) << true;
    QTest::newRow("byte order mark") << "\xef\xbb\xbf" + key << true;
    QTest::newRow("minus sign") << key.first(6) + "\xe2\x88\x92" + key.sliced(6) << true;
    QTest::newRow("one sign short") << key.chopped(1) << false;
    QTest::newRow("one sign more") << key + '0' << false;
    QTest::newRow("twice") << key + key << false;
    QTest::newRow("letter U") << QByteArray(key).replace(0, 1, "U") << false;
    QTest::newRow("other script") << QByteArray(key).replace(0, 1, "\xd0\x9e") << false;
    QTest::newRow("nul") << QByteArray(key).replace(0, 1, QByteArray(1, '\0')) << false;
    QTest::newRow("cut character") << key + "\xe2\x80" << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("dashes only") << QByteArray("------") << false;
}

void TestKeySlots::recoveryTolerance()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    const auto key = RecoveryKey::parse(secret(text).view());
    QCOMPARE(key.has_value(), valid);
    if (valid)
        QCOMPARE(plain(key->secret()), QByteArray(20, '\0'));
    else
        QCOMPARE(key.error(), (Error{ErrorCode::RecoveryKeyMalformed, {}}));
}

// One wrong sign anywhere, or two neighbours swapped, is a typing mistake and never a wrong key. The checksum has
// 20 bits, so this is true of all but about one mistake in a million; the key is fixed, so the test never wavers.
void TestKeySlots::recoveryTypos()
{
    const QByteArray good = recoveryText("7H3KQZC0FFEETEAMAKESDAYBREAKHAPP");
    QVERIFY(RecoveryKey::parse(secret(good).view()));
    for (qsizetype at = 0; at < good.size(); ++at) {
        for (const char sign : QByteArray("0123456789ABCDEFGHJKMNPQRSTVWXYZ")) {
            if (sign == good[at])
                continue;
            QByteArray typo = good;
            typo[at] = sign;
            QVERIFY2(!RecoveryKey::parse(secret(typo).view()), typo.constData());
        }
        if (at > 0 && good[at] != good[at - 1]) {
            QByteArray typo = good;
            std::swap(typo[at], typo[at - 1]);
            QVERIFY2(!RecoveryKey::parse(secret(typo).view()), typo.constData());
        }
    }
}

void TestKeySlots::recoveryIsRandom()
{
    QSet<QByteArray> seen;
    for (int i = 0; i < 50; ++i) {
        const auto key = RecoveryKey::generate();
        const QByteArray text = plain(*key->text());
        static const QRegularExpression form(QStringLiteral("^[0-9A-HJKMNP-TV-Z]{6}(-[0-9A-HJKMNP-TV-Z]{6}){5}$"));
        QVERIFY(form.match(QString::fromLatin1(text)).hasMatch());
        QCOMPARE(plain(RecoveryKey::parse(secret(text).view())->secret()), plain(key->secret()));
        seen.insert(text);
    }
    QCOMPARE(seen.size(), 50);
}

void TestKeySlots::changePassphrase()
{
    {
        const auto open = vault().unlock(secret("correct horse"));
        QVERIFY(open);
        QCOMPARE(vault().changePassphrase(*open, secret("wrong horse"), secret("battery staple"), cheap).error(),
                 (Error{ErrorCode::WrongPassphrase, {m_folder}}));
        QCOMPARE(vault().changePassphrase(*open, secret("correct horse"), secret("short"), cheap).error().code,
                 ErrorCode::PassphraseTooShort);
        QVERIFY(vault().changePassphrase(*open, secret("correct horse"), secret("battery staple"), {128, 2, 2}));
    }
    QCOMPARE(unlockError("correct horse"), ErrorCode::WrongPassphrase);
    QCOMPARE(plain(*vault().unlock(secret("battery staple"))->keys->dataKey()), m_dataKey);
    QCOMPARE(plain(*vault().unlockWithRecoveryKey(secret(m_recovery))->keys->dataKey()), m_dataKey);
    QCOMPARE(vault().slots()->size(), 2u);
}

void TestKeySlots::resetPassphrase()
{
    {
        const auto open = vault().unlockWithRecoveryKey(secret(m_recovery));
        QVERIFY(vault().addPassphrase(*open, secret("second one"), cheap, QString()));
        QVERIFY(vault().resetPassphrase(*open, secret("forgot the old"), cheap));
    }
    QCOMPARE(unlockError("correct horse"), ErrorCode::WrongPassphrase);
    QCOMPARE(unlockError("second one"), ErrorCode::WrongPassphrase);
    QCOMPARE(unlockError("forgot the old"), ErrorCode::None);
    QVERIFY(vault().unlockWithRecoveryKey(secret(m_recovery)));
}

void TestKeySlots::slotsAddedAndRemoved()
{
    QByteArray newRecovery;
    {
        const auto open = vault().unlock(secret("correct horse"));
        const auto added = vault().addPassphrase(*open, secret("reception desk"), cheap, QStringLiteral("Reception"));
        QVERIFY(added);
        const auto recovery = vault().addRecoveryKey(*open, QString(300, QChar(0x00e9)));
        QVERIFY(recovery);
        newRecovery = plain(*recovery);
        QVERIFY(newRecovery != m_recovery);
        const auto list = vault().slots();
        QCOMPARE(list->size(), 4u);
        QCOMPARE(list->at(2).label, QStringLiteral("Reception"));
        QCOMPARE(list->at(3).label, QString(100, QChar(0x00e9))); // 200 bytes
        QVERIFY(list->at(3).createdMs >= list->at(0).createdMs);

        // The old recovery key, lost on the way: replaced.
        QVERIFY(vault().removeSlot(*open, list->at(1).id));
        QCOMPARE(vault().removeSlot(*open, list->at(3).id).error().code, ErrorCode::ConstraintViolated);
        QVERIFY(vault().removeSlot(*open, list->at(0).id));
        QCOMPARE(vault().removeSlot(*open, *added).error().code, ErrorCode::ConstraintViolated);
        QCOMPARE(vault().removeSlot(*open, 4711).error().code, ErrorCode::NotFound);
    }
    QCOMPARE(unlockError("correct horse"), ErrorCode::WrongPassphrase);
    QCOMPARE(unlockError("reception desk"), ErrorCode::None);
    QCOMPARE(vault().unlockWithRecoveryKey(secret(m_recovery)).error().code, ErrorCode::WrongPassphrase);
    QVERIFY(vault().unlockWithRecoveryKey(secret(newRecovery)));
}

void TestKeySlots::slotLimits()
{
    const auto open = vault().unlock(secret("correct horse"));
    for (int i = 1; i < Vault::maxPassphraseSlots; ++i)
        QVERIFY(vault().addPassphrase(*open, secret("passphrase " + QByteArray::number(i)), cheap, QString()));
    QCOMPARE(vault().addPassphrase(*open, secret("one too many"), cheap, QString()).error().code,
             ErrorCode::ConstraintViolated);
    for (int i = 1; i < Vault::maxRecoverySlots; ++i)
        QVERIFY(vault().addRecoveryKey(*open, QString(200, u'x')));
    QCOMPARE(vault().addRecoveryKey(*open, QString()).error().code, ErrorCode::ConstraintViolated);
    // All a wrong passphrase costs stays within what a user is asked to wait, at the calibrated cost.
    QVERIFY(Vault::maxPassphraseSlots * kdfTarget <= kdfLimit);
    // The fullest header there can be is read again.
    QCOMPARE(vault().slots()->size(), std::size_t(Vault::maxPassphraseSlots + Vault::maxRecoverySlots));
}

// The keys of another vault do not let its slots be changed.
void TestKeySlots::changesNeedTheOpenVault()
{
    const Vault other(m_dir->path() + QStringLiteral("/w"), KdfPolicy::forTests());
    const auto stranger = other.create(secret("correct horse"), cheap);
    QVERIFY(stranger);
    QCOMPARE(vault()
                 .changePassphrase(stranger->vault, secret("correct horse"), secret("battery staple"), cheap)
                 .error()
                 .code,
             ErrorCode::VaultHeaderDamaged);
    QCOMPARE(vault().resetPassphrase(stranger->vault, secret("battery staple"), cheap).error().code,
             ErrorCode::VaultHeaderDamaged);
    QCOMPARE(unlockError("correct horse"), ErrorCode::None);
}

void TestKeySlots::passphraseLength_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("length");
    QTest::newRow("empty") << QByteArray() << 0;
    QTest::newRow("seven") << QByteArray("1234567") << 7;
    QTest::newRow("eight") << QByteArray("12345678") << 8;
    QTest::newRow("seven umlauts") << QByteArray("äöüäöüä") << 7;
    QTest::newRow("eight umlauts") << QByteArray("äöüäöüäö") << 8;
    QTest::newRow("four letters with accents apart") << QByteArray("e\u0301e\u0301e\u0301e\u0301") << 4;
    QTest::newRow("emoji") << QByteArray("🩺🩺🩺") << 3;
    QTest::newRow("not UTF-8") << QByteArray("\xe4\xf6\xfc\xe4\xf6\xfc\xe4\xf6") << 8;
}

void TestKeySlots::passphraseLength()
{
    QFETCH(QByteArray, text);
    QFETCH(int, length);
    const SecureBytes normalised = Passphrase::normalised(secret(text));
    QCOMPARE(Passphrase::length(normalised), length);
    const auto status = Passphrase::checkLength(normalised);
    QCOMPARE(status.has_value(), length >= 8);
}

void TestKeySlots::normalisation_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto same = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text << text; };
    same("ASCII", "correct horse");
    same("composed", "Zürich");
    QTest::newRow("decomposed") << QByteArray("Zu\u0308rich") << QByteArray("Z\u00fcrich");
    QTest::newRow("two marks") << QByteArray("e\u0302\u0301") << QByteArray("\u1ebf");
    QTest::newRow("marks in the other order") << QByteArray("a\u0323\u0306") << QByteArray("\u1eb7");
    QTest::newRow("marks to be reordered") << QByteArray("a\u0306\u0323") << QByteArray("\u1eb7");
    QTest::newRow("Hangul parts") << QByteArray("\u1112\u1161\u11ab") << QByteArray("\ud55c");
    QTest::newRow("Angstrom sign") << QByteArray("\u212b") << QByteArray("\u00c5");
    // Where QString::normalized() of Qt 6.8 leaves the letter after it in two parts.
    QTest::newRow("after a pair beyond 16 bits") << QByteArray("\U0001109a\u212bu") << QByteArray("\U0001109a\u00c5u");
    same("compatibility is kept", "\ufb01\u2460");
    QTest::newRow("composition exclusion") << QByteArray("\u0958") << QByteArray("\u0915\u093c");
    same("no-break space is kept", "a\u00a0b");
    same("not UTF-8", "\xff\xfe\x80 abc");
    same("overlong", "\xc0\xaf abc");
    same("surrogate", "\xed\xa0\x80 abc");
    same("cut", "abc\xe2\x82");
    same("nul inside", QByteArray("ab\0cd\xc3\xa4", 7));
}

void TestKeySlots::normalisation()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(plain(Passphrase::normalised(secret(text))), expected);
}

// Qt's own normalisation, of strings, as the second opinion on random mixtures of letters and marks.
void TestKeySlots::normalisationAgreesWithQt()
{
    const QString pool = QString::fromUtf8("aeou \u0301\u0308\u0323\u0306\u0302\u0327\u00e9\u1eb7\u1e9b\u0323\u03b9"
                                           "\u0345\u0313\u1f82\u1100\u1161\u11a8\uac00\uac01\u0915\u093c\u0958\u212b"
                                           "\u0344\u3099\u304b\u0b47\u0b3e\u2126\u05d0\u05b7\U0001d15e");
    const QList<uint> points = pool.toUcs4();
    QRandomGenerator random(5);
    for (int i = 0; i < 5000; ++i) {
        QString text;
        for (int n = random.bounded(1, 12); n > 0; --n)
            text += QString::fromUcs4(reinterpret_cast<const char32_t *>(&points[random.bounded(points.size())]), 1);
        QCOMPARE(plain(Passphrase::normalised(secret(text.toUtf8()))),
                 text.normalized(QString::NormalizationForm_C).toUtf8());
    }
}

void TestKeySlots::sameLettersOpen()
{
    m_folder = m_dir->path() + QStringLiteral("/unicode");
    {
        const auto created = vault().create(secret("Pr\u00fcfer-\u00c5se"), cheap);
        QVERIFY(created);
    }
    QCOMPARE(unlockError("Pru\u0308fer-A\u030ase"), ErrorCode::None);
    QCOMPARE(unlockError("Prufer-Ase"), ErrorCode::WrongPassphrase);
}

void TestKeySlots::headerHoldsNoSecret()
{
    QFile file(m_folder + QStringLiteral("/vault.header"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(!bytes.contains("correct"));
    QVERIFY(!bytes.contains(m_dataKey));
    const auto recovery = RecoveryKey::parse(secret(m_recovery).view());
    QVERIFY(!bytes.contains(plain(recovery->secret())));
}

QTEST_GUILESS_MAIN(TestKeySlots)
#include "tst_keyslots.moc"
