// SPDX-License-Identifier: Apache-2.0
#include "support/Await.h"
#include "support/ChartlineProcess.h"
#include "support/SmallRecords.h"
#include "support/TestVault.h"

#include <QDir>
#include <QTest>

using namespace Chartline;
using namespace Qt::StringLiterals;
using Test::bundle;
using Test::condition;
using Test::observation;
using Test::patient;

// What imports mean to one another: the same again, newer and older versions, references that arrive late, whose ids
// are whose, and when two sources tell of one fact.
class TestSemantics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sameBytesAgainChangeNothing();
    void sameResourceInAnotherFile();
    void newerVersionReplaces_data();
    void newerVersionReplaces();
    void olderVersionArrivingLater_data();
    void olderVersionArrivingLater();
    void twoCopiesInOneImportBothStand();
    void deletedAtTheSource();
    void patientArrivesLast();
    void medicationArrivesLater();
    void clashingIdsStayApart_data();
    void clashingIdsStayApart();
    void copiedExportWithMoreFiles();
    void laterFilesWithoutPatientJoinTheirSource();
    void identifierLinksSources();
    void sameFactOfTwoSourcesIsOneRow();
    void contradictionsAreNotMerged();
    void sameNameAloneLinksNobody();
    void withdrawnIsFoundNotShown();

private:
    void put(const QString &name, const QByteArray &bytes) const
    {
        QVERIFY(Test::writeFile(m_folder->filePath(name), bytes));
    }
    ImportReport import(const QString &name);
    [[nodiscard]] QList<PersonSummary> people() const { return m_vault->persons().value_or(QList<PersonSummary>()); }
    [[nodiscard]] QList<Fact> facts(PersonId person) const;
    [[nodiscard]] QList<Fact> onlyFacts() const;
    [[nodiscard]] QStringList dump() const { return Test::canonicalDump(*m_vault->session()).value_or(QStringList()); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Test::TestVault> m_vault;
};

void TestSemantics::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_vault = std::make_unique<Test::TestVault>(m_folder->filePath(u"vault"_s));
    QVERIFY(m_vault->create());
}

void TestSemantics::cleanup()
{
    if (m_vault && m_vault->session()) {
        const auto verified = m_vault->verify();
        QVERIFY(verified);
        QVERIFY2(verified->ok(), qPrintable(verified->problems.join(u'\n')));
    }
    m_vault.reset();
}

ImportReport TestSemantics::import(const QString &name)
{
    const auto report = m_vault->import({m_folder->filePath(name)});
    if (!report)
        qWarning("import: %s", qPrintable(errorCodeName(report.error().code)));
    return report.value_or(ImportReport());
}

QList<Fact> TestSemantics::facts(PersonId person) const
{
    const auto record = m_vault->record(person);
    return record ? (*record)->facts : QList<Fact>();
}

// The facts of the only person there is.
QList<Fact> TestSemantics::onlyFacts() const
{
    const auto all = people();
    return all.size() == 1 ? facts(all.first().id) : QList<Fact>();
}

void TestSemantics::sameBytesAgainChangeNothing()
{
    QVERIFY(Test::writeMixedFolder(m_folder->filePath(u"in"_s), false));
    const ImportReport first = import(u"in"_s);
    QVERIFY(first.accepted > 200);
    const QStringList before = dump();
    const ImportReport second = import(u"in"_s);
    QCOMPARE(second.accepted, 0);
    QCOMPARE(second.unchanged, first.accepted + first.unchanged);
    QCOMPARE(second.byType, first.byType);
    QCOMPARE(second.refused, first.refused);
    const QStringList after = dump();
    QVERIFY2(after == before, Test::difference(after, before).constData());
}

void TestSemantics::sameResourceInAnotherFile()
{
    put(u"in/a.json"_s, bundle({patient({"1"}), observation("o", "Patient/1", "2020", "1.0")}));
    put(u"in/b.json"_s, observation("o", "Patient/1", "2020", "1.0"));
    const ImportReport report = import(u"in"_s);
    QCOMPARE(report.accepted, 2);
    QCOMPARE(report.unchanged, 1);
    QCOMPARE(onlyFacts().size(), 1);
    QVERIFY(!onlyFacts().first().flags.testFlag(FactFlag::ConflictingCopy));
}

void TestSemantics::newerVersionReplaces_data()
{
    QTest::addColumn<QByteArray>("older");
    QTest::addColumn<QByteArray>("newer");
    QTest::newRow("by lastUpdated") << QByteArray(R"(,"meta":{"lastUpdated":"2020-01-01T00:00:00Z"})")
                                    << QByteArray(R"(,"meta":{"lastUpdated":"2020-01-01T00:00:00.001Z"})");
    QTest::newRow("by versionId") << QByteArray(R"(,"meta":{"versionId":"9"})")
                                  << QByteArray(R"(,"meta":{"versionId":"10"})");
    QTest::newRow("across time zones") << QByteArray(R"(,"meta":{"lastUpdated":"2020-01-01T10:00:00+05:00"})")
                                       << QByteArray(R"(,"meta":{"lastUpdated":"2020-01-01T06:00:00Z"})");
    QTest::newRow("by time of receipt") << QByteArray() << QByteArray();
}

void TestSemantics::newerVersionReplaces()
{
    QFETCH(const QByteArray, older);
    QFETCH(const QByteArray, newer);
    put(u"in/1.json"_s, bundle({patient({"1"}), observation("o", "Patient/1", "2020", "1.0", older)}));
    import(u"in/1.json"_s);
    QCOMPARE(onlyFacts().size(), 1);
    put(u"in/2.json"_s, observation("o", "Patient/1", "2020", "2.0", newer));
    const ImportReport second = import(u"in/2.json"_s);
    QCOMPARE(second.newVersions, 1);
    const QList<Fact> rows = onlyFacts();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().value, u"2.0"_s);
    const auto detail = Test::await(m_vault->records().fact(rows.first().id));
    QVERIFY(detail);
    QCOMPARE(detail->versions.size(), 2);
    const auto old = Test::await(m_vault->records().source(detail->versions.last().id));
    QVERIFY(old);
    QCOMPARE(old->bytes, observation("o", "Patient/1", "2020", "1.0", older));
    // The replaced one is not found by search.
    const auto hits = m_vault->search(u"creatinine"_s);
    QVERIFY(hits);
    QCOMPARE(hits->size(), 1);
}

void TestSemantics::olderVersionArrivingLater_data()
{
    newerVersionReplaces_data();
}

void TestSemantics::olderVersionArrivingLater()
{
    QFETCH(const QByteArray, older);
    QFETCH(const QByteArray, newer);
    if (older.isEmpty())
        return; // nothing says which is older
    put(u"in/1.json"_s, bundle({patient({"1"}), observation("o", "Patient/1", "2020", "2.0", newer)}));
    import(u"in/1.json"_s);
    put(u"in/2.json"_s, observation("o", "Patient/1", "2020", "1.0", older));
    QCOMPARE(import(u"in/2.json"_s).newVersions, 0);
    const QList<Fact> rows = onlyFacts();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().value, u"2.0"_s);
    const auto detail = Test::await(m_vault->records().fact(rows.first().id));
    QVERIFY(detail);
    QCOMPARE(detail->versions.size(), 2);
}

void TestSemantics::twoCopiesInOneImportBothStand()
{
    put(u"in/a.json"_s, bundle({patient({"1"}), observation("o", "Patient/1", "2020", "1.0")}));
    put(u"in/b.json"_s, observation("o", "Patient/1", "2020", "2.0"));
    import(u"in"_s);
    const QList<Fact> rows = onlyFacts();
    QCOMPARE(rows.size(), 2);
    for (const Fact &fact : rows)
        QVERIFY(fact.flags.testFlag(FactFlag::ConflictingCopy));
}

void TestSemantics::deletedAtTheSource()
{
    put(u"in/1.json"_s,
        bundle({patient({"1"}), observation("o", "Patient/1", "2020", "1.0")}, "https://a.example/fhir"));
    import(u"in/1.json"_s);
    QCOMPARE(onlyFacts().size(), 1);
    put(u"in/2.json"_s,
        R"({"resourceType":"Bundle","type":"history","entry":[{"fullUrl":"https://a.example/fhir/Observation/o","request":{"method":"DELETE","url":"Observation/o"},"response":{"status":"204","lastModified":"2021-01-01T00:00:00Z"}}]})");
    import(u"in/2.json"_s);
    QCOMPARE(onlyFacts().size(), 0);
}

void TestSemantics::patientArrivesLast()
{
    put(u"in/a.json"_s, observation("o1", "Patient/1", "2020", "1.0"));
    put(u"in/b.json"_s, observation("o2", "Patient/1", "2021", "2.0"));
    import(u"in"_s);
    QCOMPARE(people().size(), 1);
    QVERIFY(people().first().name.isEmpty());
    QCOMPARE(onlyFacts().size(), 2);
    put(u"in/z.json"_s, patient({"1", "Spaet", "Berta", "1944-05-06", {}, {}}));
    import(u"in"_s);
    QCOMPARE(people().size(), 1);
    QVERIFY(people().first().name.contains("Berta"_L1));
    QCOMPARE(people().first().birthDate, u"1944-05-06"_s);
    QCOMPARE(onlyFacts().size(), 2);
}

void TestSemantics::medicationArrivesLater()
{
    put(u"in/a.json"_s,
        bundle(
            {patient({"1"}),
             R"({"resourceType":"MedicationRequest","id":"m","status":"active","intent":"order","medicationReference":{"reference":"Medication/7"},"subject":{"reference":"Patient/1"},"authoredOn":"2020-02"})"}));
    import(u"in"_s);
    QCOMPARE(onlyFacts().size(), 1);
    QVERIFY(!onlyFacts().first().title.contains("Ramipril"_L1));
    put(u"in/b.json"_s,
        R"({"resourceType":"Medication","id":"7","code":{"coding":[{"system":"http://www.whocc.no/atc","code":"C09AA05","display":"Ramipril"}]}})");
    import(u"in"_s);
    const QList<Fact> rows = onlyFacts();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().title, u"Ramipril"_s);
    QCOMPARE(rows.first().code.code, u"C09AA05"_s);
    QCOMPARE(rows.first().start.text(), u"2020-02"_s);
    QCOMPARE(m_vault->search(u"ramipril"_s).value_or(QList<SearchHit>()).size(), 1);
    // And renamed once more.
    put(u"in/c.json"_s,
        R"({"resourceType":"Medication","id":"7","meta":{"versionId":"2"},"code":{"text":"Ramipril 5 mg"}})");
    import(u"in"_s);
    QCOMPARE(onlyFacts().first().title, u"Ramipril 5 mg"_s);
}

void TestSemantics::clashingIdsStayApart_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("together");
    QTest::newRow("two folders, one import") << u"in/cd1/a.json"_s << u"in/cd2/b.json"_s << u"in"_s << true;
    QTest::newRow("two folders, two imports") << u"in/cd1/a.json"_s << u"in/cd2/b.json"_s << u"in"_s << false;
    QTest::newRow("one folder, one import") << u"in/a.json"_s << u"in/b.json"_s << u"in"_s << true;
    QTest::newRow("one folder, two imports") << u"in/a.json"_s << u"in/b.json"_s << u"in"_s << false;
}

void TestSemantics::clashingIdsStayApart()
{
    QFETCH(const QString, first);
    QFETCH(const QString, second);
    QFETCH(const QString, path);
    QFETCH(const bool, together);
    put(first,
        bundle({patient({"1", "Erste", "Anna", "1950-01-01", "A", {}}), observation("o", "Patient/1", "2020", "1.0")}));
    if (!together)
        import(path);
    put(second, bundle({patient({"1", "Zweite", "Berta", "1970-02-02", "B", {}}),
                        observation("o", "Patient/1", "2021", "2.0")}));
    import(path);
    const auto all = people();
    QCOMPARE(all.size(), 2);
    for (const PersonSummary &person : all) {
        const auto rows = facts(person.id);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().start.text(), person.name.contains("Anna"_L1) ? u"2020"_s : u"2021"_s);
    }
}

void TestSemantics::copiedExportWithMoreFiles()
{
    const QByteArray person = patient({"1", "Erste", "Anna", "1950-01-01", "A", {}});
    put(u"export1/Patient/1.json"_s, person);
    put(u"export1/Observation/1.json"_s, observation("o1", "Patient/1", "2020", "1.0"));
    import(u"export1"_s);
    put(u"export2/Patient/1.json"_s, person);
    put(u"export2/Observation/1.json"_s, observation("o1", "Patient/1", "2020", "1.0"));
    put(u"export2/Observation/2.json"_s, observation("o2", "Patient/1", "2021", "2.0"));
    import(u"export2"_s);
    QCOMPARE(people().size(), 1);
    QCOMPARE(people().first().identities.size(), 1);
    const auto rows = onlyFacts();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].witnesses.first().source, rows[1].witnesses.first().source);
}

// Several files of one folder are known already; those that come new and name no patient of their own belong to the
// same source.
void TestSemantics::laterFilesWithoutPatientJoinTheirSource()
{
    put(u"in/p.json"_s, patient({"1", "Erste", "Anna", "1950-01-01", "A", {}}));
    for (int i = 0; i < 4; ++i)
        put(u"in/o%1.json"_s.arg(i),
            observation("o" + QByteArray::number(i), "Patient/1", "202" + QByteArray::number(i), "1.0"));
    import(u"in"_s);
    QCOMPARE(onlyFacts().size(), 4);
    put(u"in/o9.json"_s, observation("o9", "Patient/1", "2029", "1.0"));
    import(u"in"_s);
    QCOMPARE(people().size(), 1);
    QCOMPARE(onlyFacts().size(), 5);
}

namespace {

const QByteArray s_baseA = "https://a.example/fhir";
const QByteArray s_baseB = "https://b.example/fhir";

} // namespace

void TestSemantics::identifierLinksSources()
{
    put(u"a.json"_s,
        bundle({patient({"1", "Muster", "Anna", "1961-04-05", "42", {}}), observation("o", "Patient/1", "2020", "1.0")},
               s_baseA));
    put(u"b.json"_s, bundle({patient({"77", "Muster", "Anna", "1961-04-05", "42", {}}),
                             observation("o", "Patient/77", "2021", "2.0")},
                            s_baseB));
    import(u"a.json"_s);
    import(u"b.json"_s);
    QCOMPARE(people().size(), 1);
    QCOMPARE(people().first().identities.size(), 2);
    QCOMPARE(onlyFacts().size(), 2);
}

void TestSemantics::sameFactOfTwoSourcesIsOneRow()
{
    put(u"a.json"_s, bundle({patient({"1", "Muster", "Anna", "1961-04-05", "42", {}}),
                             observation("x", "Patient/1", "2020-03-04T10:00:00Z", "1.0"),
                             condition("c", "Patient/1", "Asthma", "2001-05")},
                            s_baseA));
    put(u"b.json"_s, bundle({patient({"77", "Muster", "Anna", "1961-04-05", "42", {}}),
                             observation("y", "Patient/77", "2020-03-04T11:00:00+01:00", "1.0"),
                             condition("d", "Patient/77", "Asthma", "2001-05")},
                            s_baseB));
    import(u"a.json"_s);
    import(u"b.json"_s);
    QList<Fact> rows = onlyFacts();
    QCOMPARE(rows.size(), 2);
    for (const Fact &fact : std::as_const(rows)) {
        QCOMPARE(fact.witnesses.size(), 2);
        QVERIFY(fact.witnesses[0].source != fact.witnesses[1].source);
        // Either witness's id finds the fact.
        const auto detail = Test::await(m_vault->records().fact(fact.witnesses[1].fact));
        QVERIFY(detail);
        QCOMPARE(detail->fact.id, fact.id);
        QCOMPARE(detail->witnesses.size(), 2);
    }
}

void TestSemantics::contradictionsAreNotMerged()
{
    put(u"a.json"_s, bundle({patient({"1", "Muster", "Anna", "1961-04-05", "42", {}}),
                             condition("c", "Patient/1", "Asthma", "2001-05", "active"),
                             observation("x", "Patient/1", "2020-03-04T10:00:00Z", "1.0")},
                            s_baseA));
    put(u"b.json"_s, bundle({patient({"77", "Muster", "Anna", "1961-04-05", "42", {}}),
                             condition("d", "Patient/77", "Asthma", "2001-05", "resolved"),
                             observation("y", "Patient/77", "2020-03-04T10:00:00Z", "1.1")},
                            s_baseB));
    import(u"a.json"_s);
    import(u"b.json"_s);
    QCOMPARE(people().size(), 1);
    QCOMPARE(onlyFacts().size(), 4);
}

void TestSemantics::sameNameAloneLinksNobody()
{
    put(u"a.json"_s, bundle({patient({"1", "Muster", "Anna", "1961-04-05", "42", {}})}, s_baseA));
    put(u"b.json"_s, bundle({patient({"77", "Muster", "Anna", "1961-04-05", "43", {}})}, s_baseB));
    put(u"c.json"_s, bundle({patient({"5", "Andere", "Clara", "1988-04-05", "42", {}})}, "https://c.example/fhir"));
    for (const char *name : {"a.json", "b.json", "c.json"})
        import(QString::fromLatin1(name));
    QCOMPARE(people().size(), 3);
}

void TestSemantics::withdrawnIsFoundNotShown()
{
    put(u"in/a.json"_s,
        bundle(
            {patient({"1"}),
             R"({"resourceType":"Condition","id":"e","verificationStatus":{"coding":[{"code":"entered-in-error"}]},"code":{"text":"Leprosy"},"subject":{"reference":"Patient/1"}})",
             R"({"resourceType":"Condition","id":"r","clinicalStatus":{"coding":[{"code":"active"}]},"verificationStatus":{"coding":[{"code":"refuted"}]},"code":{"text":"Plague"},"subject":{"reference":"Patient/1"}})",
             R"({"resourceType":"Observation","id":"oe","status":"entered-in-error","code":{"text":"Cholera test"},"subject":{"reference":"Patient/1"},"valueString":"positive"})"}));
    import(u"in"_s);
    QCOMPARE(people().first().facts, 0);
    QCOMPARE(onlyFacts().size(), 3);
    for (const Fact &fact : onlyFacts()) {
        QVERIFY(fact.isWithdrawn());
        QVERIFY(!fact.flags.testFlag(FactFlag::Active));
    }
    for (const auto &[word, flag] :
         {std::pair(u"leprosy"_s, FactFlag::EnteredInError), std::pair(u"plague"_s, FactFlag::Refuted),
          std::pair(u"cholera"_s, FactFlag::EnteredInError)}) {
        const auto hits = m_vault->search(word);
        QVERIFY(hits);
        QCOMPARE(hits->size(), 1);
        QVERIFY(hits->first().flags.testFlag(flag));
    }
}

QTEST_GUILESS_MAIN(TestSemantics)
#include "tst_semantics.moc"
