// SPDX-License-Identifier: Apache-2.0
#include "support/ChartlineProcess.h"
#include "support/SmallDisk.h"
#include "support/SmallRecords.h"
#include "support/TestVault.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QTest>
#include <cstdlib>

using namespace Chartline;
using namespace Qt::StringLiterals;

// What the command line says and how it ends when something is wrong with the vault, the disk, the input or the
// arguments; and that nothing stored is lost by it.
class TestVaultErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void usage_data();
    void usage();
    void outputIsOneDocument();
    void unknownIds();
    void passphraseFile();
    void vaultStaysShut_data();
    void vaultStaysShut();
    void messagesDiffer();
    void oneHeaderIsEnough();
    void alteredBlob();
    void secondChartline();
    void readOnlyDisk();
    void fullDisk();

private:
    [[nodiscard]] QString fresh();
    [[nodiscard]] Test::Ran on(const QString &vault, const QStringList &arguments) const;
    [[nodiscard]] QByteArray contents(const QString &vault) const;

    Test::ChartlineProcess m_program;
    QTemporaryDir m_folder;
    QByteArray m_patients; // what `patients --json` says of the undamaged vault
    QHash<QByteArray, QByteArray> m_messages;
    int m_vaults = 0;
};

void TestVaultErrors::initTestCase()
{
    const QString input = m_folder.filePath(u"input"_s);
    QVERIFY(Test::writeFile(input + u"/a.json"_s,
                            Test::bundle({Test::patient({"1", "Muster", "Anna", "1961-04-05", "M1", {}}),
                                          Test::observation("o1", "Patient/1", "2020-01-01", "1.1")})));
    QVERIFY(Test::writeFile(input + u"/b.ndjson"_s, Test::binary("b", 300'000, 7) + '\n'
                                                        + Test::observation("o2", "Patient/1", "2022-01-01", "1.3")));
    const Test::Ran made = m_program.run({u"--json"_s, u"init"_s});
    QVERIFY2(made.exitCode == 0, made.err.constData());
    QCOMPARE(made.object().value("vault"_L1).toString(), m_program.vault());
    QVERIFY(made.object().value("recoveryKey"_L1).toString().size() > 20);
    QCOMPARE(m_program.run({u"init"_s}).exitCode, 4);
    const Test::Ran imported = m_program.run({u"--json"_s, u"import"_s, input});
    QVERIFY2(imported.exitCode == 0, imported.err.constData());
    const Test::Ran people = m_program.run({u"--json"_s, u"patients"_s});
    QVERIFY(people.exitCode == 0 && people.array().size() == 1);
    m_patients = people.out;
}

// A copy of the undamaged vault.
QString TestVaultErrors::fresh()
{
    const QString folder = m_folder.filePath(u"vault%1"_s.arg(m_vaults++));
    return Test::copyFolder(m_program.vault(), folder) ? folder : QString();
}

Test::Ran TestVaultErrors::on(const QString &vault, const QStringList &arguments) const
{
    return m_program.runBare(
        QStringList{u"--json"_s, u"--vault"_s, vault, u"--passphrase-file"_s, m_program.passphraseFile()} + arguments);
}

// Every file of the vault but the lock, by name and bytes.
QByteArray TestVaultErrors::contents(const QString &vault) const
{
    QStringList names;
    QDirIterator it(vault, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext())
        names.append(it.next());
    names.sort();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &name : std::as_const(names)) {
        if (!name.endsWith("/vault.lock"_L1) && !name.endsWith("-shm"_L1) && !name.endsWith("-wal"_L1))
            hash.addData(name.mid(vault.size()).toUtf8() + Test::readFile(name));
    }
    return hash.result();
}

void TestVaultErrors::usage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no such command") << QStringList{u"frobnicate"_s};
    QTest::newRow("import of nothing") << QStringList{u"import"_s};
    QTest::newRow("no such option") << QStringList{u"patients"_s, u"--frobnicate"_s};
    QTest::newRow("an option of another command") << QStringList{u"verify"_s, u"--person"_s, u"P1"_s};
    QTest::newRow("too many arguments") << QStringList{u"show"_s, u"F1"_s, u"F2"_s};
    QTest::newRow("an option without its value") << QStringList{u"patients"_s, u"--search"_s};
}

void TestVaultErrors::usage()
{
    QFETCH(const QStringList, arguments);
    const Test::Ran ran = m_program.runBare(arguments);
    QCOMPARE(ran.exitCode, 2);
    QVERIFY(ran.out.isEmpty());
    QVERIFY(!ran.err.isEmpty());
}

namespace {

const QByteArray s_truncated = R"({"resourceType":"Patient")";
const QByteArray s_withEntity = R"(<!DOCTYPE x [<!ENTITY e "e">]><Patient xmlns="http://hl7.org/fhir"/>)";

} // namespace

void TestVaultErrors::outputIsOneDocument()
{
    for (const QStringList &arguments : {QStringList{u"verify"_s}, QStringList{u"search"_s, u"creatinine"_s},
                                         QStringList{u"timeline"_s, u"--person"_s, u"P1"_s}}) {
        const Test::Ran ran = on(m_program.vault(), arguments);
        QVERIFY2(ran.exitCode == 0, ran.err.constData());
        QVERIFY2(ran.isOneDocument(), ran.out.constData());
        QVERIFY2(ran.err.isEmpty(), ran.err.constData());
    }
    // Refused input: the rest landed, and the reasons are results, not messages.
    const QString input = m_folder.filePath(u"bad"_s);
    QVERIFY(Test::writeFile(input + u"/good.json"_s, Test::patient({"2", "Zweite", "Berta", "1970", {}, {}})));
    QVERIFY(Test::writeFile(input + u"/bad.json"_s, s_truncated));
    QVERIFY(Test::writeFile(input + u"/bad.xml"_s, s_withEntity));
    const Test::Ran ran = on(fresh(), {u"import"_s, input});
    QCOMPARE(ran.exitCode, 1);
    QVERIFY(ran.isOneDocument());
    QCOMPARE(ran.object().value("records"_L1).toObject().value("accepted"_L1).toInt(), 1);
    QCOMPARE(ran.object().value("files"_L1).toInt(), 3);
    QStringList codes;
    for (const QJsonValue &refusal : ran.object().value("refusals"_L1).toArray()) {
        codes.append(refusal.toObject().value("code"_L1).toString());
        QVERIFY(!refusal.toObject().value("message"_L1).toString().isEmpty());
    }
    QCOMPARE(codes, QStringList({u"input-truncated"_s, u"input-has-doctype"_s}));
}

void TestVaultErrors::unknownIds()
{
    for (const QStringList &arguments : {QStringList{u"show"_s, u"F99999"_s}, QStringList{u"source"_s, u"R99999"_s},
                                         QStringList{u"timeline"_s, u"--person"_s, u"P999"_s}}) {
        const Test::Ran ran = on(m_program.vault(), arguments);
        QVERIFY2(ran.exitCode == 4,
                 (arguments.join(u' ').toUtf8() + ": " + QByteArray::number(ran.exitCode) + ran.err));
        QVERIFY(!ran.err.isEmpty());
    }
    QCOMPARE(on(m_program.vault(), {u"show"_s, u"nonsense"_s}).exitCode, 2);
}

void TestVaultErrors::passphraseFile()
{
    const Test::Ran missing = m_program.runBare(
        {u"--vault"_s, m_program.vault(), u"--passphrase-file"_s, m_program.path(u"no such file"_s), u"patients"_s});
    QCOMPARE(missing.exitCode, 2);
    QVERIFY(!missing.err.isEmpty());
    // The line end of another system, and what stands on later lines, are no part of it.
    QVERIFY(Test::writeFile(m_program.path(u"dos"_s), "correct horse battery staple\r\nsecond line\r\n"));
    const Test::Ran dos = m_program.runBare(
        {u"--vault"_s, m_program.vault(), u"--passphrase-file"_s, m_program.path(u"dos"_s), u"patients"_s});
    QVERIFY2(dos.exitCode == 0, dos.err.constData());
}

void TestVaultErrors::vaultStaysShut_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QString>("code");
    for (const auto &[damage, code] :
         {std::pair("passphrase", "wrong-passphrase"), std::pair("no vault", "vault-not-found"),
          std::pair("headers", "vault-header-damaged"), std::pair("newer header", "vault-header-too-new"),
          std::pair("no database", "database-missing"), std::pair("truncated database", "database-damaged"),
          std::pair("empty database", "database-damaged"), std::pair("altered database", "database-damaged"),
          std::pair("newer schema", "database-too-new"), std::pair("plaintext database", "database-not-encrypted")})
        QTest::newRow(damage) << QString::fromLatin1(damage) << QString::fromLatin1(code);
}

namespace {

[[nodiscard]] bool alter(const QString &path, const std::function<void(QByteArray &)> &change)
{
    QByteArray bytes = Test::readFile(path);
    change(bytes);
    return Test::writeFile(path, bytes);
}

// A header as a later version of the program would write it, checksum and all.
void makeNewer(QByteArray &header)
{
    const qsizetype at = header[8] != '\0' ? 8 : 11;
    header[at] = char(header[at] + 8);
    const QByteArray body = header.chopped(32);
    header = body + QCryptographicHash::hash(body, QCryptographicHash::Sha256);
}

} // namespace

void TestVaultErrors::vaultStaysShut()
{
    QFETCH(const QString, damage);
    QFETCH(const QString, code);
    QString vault = fresh();
    const QString database = vault + u"/records.db"_s;
    QString passphrase = m_program.passphraseFile();
    if (damage == "passphrase"_L1) {
        passphrase = m_program.path(u"wrong"_s);
        QVERIFY(Test::writeFile(passphrase, "correct horse battery stable\n"));
    } else if (damage == "no vault"_L1) {
        vault = m_folder.filePath(u"nothing here"_s);
    } else if (damage == "headers"_L1) {
        for (const char *name : {"/vault.header", "/vault.header.copy"})
            QVERIFY(alter(vault + QLatin1StringView(name), [](QByteArray &bytes) { bytes[60] = char(bytes[60] ^ 1); }));
    } else if (damage == "newer header"_L1) {
        for (const char *name : {"/vault.header", "/vault.header.copy"})
            QVERIFY(alter(vault + QLatin1StringView(name), &makeNewer));
    } else if (damage == "no database"_L1) {
        QVERIFY(QFile::remove(database));
    } else if (damage == "truncated database"_L1) {
        QVERIFY(alter(database, [](QByteArray &bytes) { bytes.truncate(bytes.size() / 2 + 100); }));
    } else if (damage == "empty database"_L1) {
        QVERIFY(alter(database, [](QByteArray &bytes) { bytes.clear(); }));
    } else if (damage == "altered database"_L1) {
        QVERIFY(alter(database, [](QByteArray &bytes) { bytes[200] = char(bytes[200] ^ 1); }));
    } else if (damage == "plaintext database"_L1) {
        QVERIFY(alter(database, [](QByteArray &bytes) { bytes.replace(0, 16, QByteArray("SQLite format 3\0", 16)); }));
    } else {
        Test::TestVault open(vault, KdfPolicy());
        QVERIFY(open.unlock());
        const auto writer = open.session()->database().writer();
        QVERIFY(writer && (*writer)->execute("PRAGMA user_version = 999"));
    }
    const QByteArray before = contents(vault);
    const Test::Ran ran =
        m_program.runBare({u"--json"_s, u"--vault"_s, vault, u"--passphrase-file"_s, passphrase, u"patients"_s});
    QVERIFY2(ran.exitCode == 3, ran.err.constData());
    QCOMPARE(ran.object().value("error"_L1).toString(), code);
    QVERIFY(ran.err.startsWith("chartline: "));
    QVERIFY2(contents(vault) == before, "what is damaged was changed");
    m_messages.insert(damage.toUtf8(), QByteArray(ran.err).replace(vault.toUtf8(), ""));
}

void TestVaultErrors::messagesDiffer()
{
    QSet<QByteArray> texts;
    for (const char *damage : {"passphrase", "no vault", "headers", "newer header", "no database", "altered database",
                               "newer schema", "plaintext database"})
        texts.insert(m_messages.value(damage));
    QCOMPARE(texts.size(), 8);
}

void TestVaultErrors::oneHeaderIsEnough()
{
    const QString vault = fresh();
    const QByteArray whole = Test::readFile(vault + u"/vault.header"_s);
    QVERIFY(alter(vault + u"/vault.header"_s, [](QByteArray &bytes) { bytes.truncate(10); }));
    const Test::Ran ran = on(vault, {u"patients"_s});
    QVERIFY2(ran.exitCode == 0, ran.err.constData());
    QCOMPARE(ran.out, m_patients);
    QCOMPARE(Test::readFile(vault + u"/vault.header"_s), whole);
}

void TestVaultErrors::alteredBlob()
{
    const QString vault = fresh();
    QDirIterator it(vault + u"/blobs"_s, QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(it.hasNext());
    QVERIFY(alter(it.next(), [](QByteArray &bytes) { bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 4); }));
    const Test::Ran verified = on(vault, {u"verify"_s});
    QCOMPARE(verified.exitCode, 4);
    QVERIFY(verified.isOneDocument());
    QVERIFY(!verified.object().value("ok"_L1).toBool(true));
    QVERIFY(!verified.object().value("problems"_L1).toArray().isEmpty());
    // The record in the damaged chunk is not handed out; the others are.
    int failed = 0;
    for (const char *record : {"R1", "R3"}) {
        const Test::Ran source = on(vault, {u"source"_s, QString::fromLatin1(record)});
        failed += source.exitCode == 4 && source.out.isEmpty() && !source.err.isEmpty();
        QVERIFY(source.exitCode == 4 || source.out.startsWith('{'));
    }
    QCOMPARE(failed, 1);
}

void TestVaultErrors::secondChartline()
{
    Test::TestVault first(m_program.vault(), KdfPolicy());
    QVERIFY(first.unlock());
    const Test::Ran ran = on(m_program.vault(), {u"patients"_s});
    QCOMPARE(ran.exitCode, 3);
    QCOMPARE(ran.object().value("error"_L1).toString(), u"vault-in-use"_s);
    QVERIFY(!ran.err.isEmpty());
    first.close();
}

namespace {

QByteArray quoted(const QString &text)
{
    return '\'' + text.toLocal8Bit().replace("'", "'\\''") + '\'';
}

// For a forked child, where no Qt process can be waited for.
int runIn(const QStringList &command, const QString &out)
{
    QByteArrayList words;
    for (const QString &word : command)
        words.append(quoted(word));
    const int status = std::system(
        (words.join(' ') + " > " + quoted(out) + " 2> " + quoted(out + u".err"_s) + " < /dev/null").constData());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

void TestVaultErrors::readOnlyDisk()
{
    const QString mount = m_folder.filePath(u"readonly"_s);
    const QString out = m_folder.filePath(u"readonly.out"_s);
    QVERIFY(QDir().mkpath(mount));
    const Test::SmallDisk disk(mount, 64 * 1024 * 1024);
    const QString vault = mount + u"/vault"_s;
    const QStringList chartline{
        Test::ChartlineProcess::program(), u"--json"_s, u"--vault"_s, vault, u"--passphrase-file"_s,
        m_program.passphraseFile()};
    const auto check = [&]() -> QByteArray {
        if (!Test::copyFolder(m_program.vault(), vault) || !disk.setReadOnly(true))
            return "no read-only disk";
        if (runIn(chartline + QStringList{u"patients"_s}, out) != 0 || Test::readFile(out) != m_patients)
            return "reading: " + Test::readFile(out + u".err"_s);
        if (runIn(chartline + QStringList{u"import"_s, m_folder.filePath(u"input"_s)}, out) != 4)
            return "importing: " + Test::readFile(out) + Test::readFile(out + u".err"_s);
        const QByteArray said = Test::readFile(out);
        return said.contains("\"read-only-file-system\"") ? QByteArray() : said;
    };
    const auto outcome = disk.run(check);
    if (outcome == Test::SmallDisk::Outcome::Unavailable)
        QSKIP("this system does not let a test mount a disk of its own");
    QVERIFY(outcome == Test::SmallDisk::Outcome::Passed);
}

void TestVaultErrors::fullDisk()
{
    const QString mount = m_folder.filePath(u"full"_s);
    const QString out = m_folder.filePath(u"full.out"_s);
    const QString input = m_folder.filePath(u"much"_s);
    QVERIFY(QDir().mkpath(mount));
    for (int i = 0; i < 12; ++i)
        QVERIFY(Test::writeFile(input + u"/%1.ndjson"_s.arg(i),
                                Test::observation("full" + QByteArray::number(i), "Patient/1", "2020", "1") + '\n'
                                    + Test::binary("b" + QByteArray::number(i), 200'000 + i * 50'000, quint32(i))));
    const Test::SmallDisk disk(mount, 5 * 1024 * 1024);
    const QString vault = mount + u"/vault"_s;
    const QStringList chartline{
        Test::ChartlineProcess::program(), u"--json"_s, u"--vault"_s, vault, u"--passphrase-file"_s,
        m_program.passphraseFile()};
    const auto check = [&]() -> QByteArray {
        if (!Test::copyFolder(m_program.vault(), vault))
            return "the vault does not fit";
        const int ended = runIn(chartline + QStringList{u"import"_s, input}, out);
        const QByteArray said = Test::readFile(out) + Test::readFile(out + u".err"_s);
        // Either the import as a whole fails, or each file that found no room is refused with that reason.
        if ((ended != 4 && ended != 1) || !said.contains("\"disk-full\""))
            return "importing ended with " + QByteArray::number(ended) + ": " + said;
        if (runIn(chartline + QStringList{u"verify"_s}, out) != 0)
            return "verify: " + Test::readFile(out) + Test::readFile(out + u".err"_s);
        if (runIn(chartline + QStringList{u"timeline"_s, u"--person"_s, u"P1"_s}, out) != 0
            || !Test::readFile(out).contains("2022-01-01"))
            return "timeline: " + Test::readFile(out) + Test::readFile(out + u".err"_s);
        return {};
    };
    const auto outcome = disk.run(check);
    if (outcome == Test::SmallDisk::Outcome::Unavailable)
        QSKIP("this system does not let a test mount a disk of its own");
    QVERIFY(outcome == Test::SmallDisk::Outcome::Passed);
}

QTEST_GUILESS_MAIN(TestVaultErrors)
#include "tst_vault_errors.moc"
