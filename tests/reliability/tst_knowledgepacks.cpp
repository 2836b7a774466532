// SPDX-License-Identifier: Apache-2.0
#include "safety/PairCard.h"
#include "safety/Resolver.h"
#include "safety/RxNormPack.h"
#include "safety/embedded/EmbeddedKnowledge.h"
#include "services/KnowledgeService.h"
#include "services/WriteTask.h"
#include "support/Await.h"
#include "support/ChartlineProcess.h"
#include "support/TestVault.h"
#include "support/ZipWriter.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QTimeZone>

using namespace Chartline;
using namespace Safety;
using namespace Qt::StringLiterals;
using Test::await;
using Verdict = AddedPack::Verdict;
using Use = KnowledgePack::Use;

namespace {

class DayClock final : public Clock
{
public:
    explicit DayClock(QDate day)
        : m_day(day)
    { }
    [[nodiscard]] QDateTime now() const override { return QDateTime(m_day, QTime(12, 0), QTimeZone::UTC); }

private:
    QDate m_day;
};

constexpr char s_rule[] = R"(
ingredient testomycin
  rxcui none
  class local-test
  source label
class local-test
  name Made for a test
rule clinic-testomycin
  a drug testomycin
  b drug warfarin
  tier interruptive
  effect bleeding
  happens: They bleed.
  do: Do not.
  why: A test says so.
  evidence probable
  source label
)";

PackContents contents(const QByteArray &text = s_rule, const QString &name = u"clinic"_s,
                      QDate issued = QDate(2026, 12, 1))
{
    return {{name, u"1"_s, issued, issued.addMonths(6), u"Example Clinic"_s, u"CC0"_s, u"2026.11"_s},
            {{u"clinic.kb"_s, text}}};
}

QByteArray packed(const PackKey &key, const PackContents &what = contents())
{
    return PackFile::write(what, key).value_or(QByteArray());
}

// A vault and its knowledge on one day.
struct Opened
{
    explicit Opened(const QString &folder, QDate day = QDate(2026, 12, 2))
        : vault(folder)
        , knowledge(vault.vault(), std::make_shared<DayClock>(day), u"Dr Example"_s)
    { }
    [[nodiscard]] KnowledgeStatePtr state() { return await(knowledge.state()).value_or(nullptr); }
    [[nodiscard]] AddedPack add(const QByteArray &file, const QString &trust = {})
    {
        const auto added = await(knowledge.add(file, trust));
        if (!added)
            qWarning() << "not added:" << errorCodeName(added.error().code) << added.error().args;
        return added.value_or(AddedPack{Verdict::BaseUnusable, {}, {}, {}, {}});
    }
    // The card of the rule in s_rule; without one, it is empty.
    [[nodiscard]] static PairCard card(const std::shared_ptr<const KnowledgeBase> &base)
    {
        const Resolver resolver(base);
        const Resolved drug = resolver.resolve(u"testomycin"_s);
        const Resolved warfarin = resolver.resolve(u"warfarin"_s);
        if (drug.ingredients.size() != 1 || warfarin.ingredients.size() != 1)
            return {};
        const IngredientIndex a = drug.ingredients[0];
        const IngredientIndex b = warfarin.ingredients[0];
        const auto findings = PairEngine(base).check(a, b);
        return findings.empty() ? PairCard() : cardOf(*base, findings.front(), a, b);
    }

    Test::TestVault vault;
    KnowledgeService knowledge;
};

} // namespace

// Packs of a vault: who is trusted, what stays, what is said of what is not in use.
class TestKnowledgePacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nobodyIsTrustedUnasked();
    void staysAcrossReopening();
    void refusedWhole();
    void replacing();
    void removing();
    void outOfDate();
    void saidWhereNotInUse();
    void damageIsSaid();
    void lockedVault();
    void ownPack();
    void commandLine();

private:
    [[nodiscard]] QString folder() const { return m_folder->filePath(u"vault"_s); }
    // Writes to the database as nobody should.
    void tamper(Opened &opened, const char *sql);

    std::unique_ptr<QTemporaryDir> m_folder;
    const PackKey m_key = *PackKey::generate();
    const QString m_fingerprint = PackKey::fingerprint(m_key.publicKey());
};

void TestKnowledgePacks::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestKnowledgePacks::tamper(Opened &opened, const char *sql)
{
    // On the writer's thread: the services write there at the same time.
    QVERIFY(await(writeTask<void>(opened.vault.vault(), [sql](Connection &db) { return db.execute(sql); })));
}

void TestKnowledgePacks::nobodyIsTrustedUnasked()
{
    Opened opened(folder());
    QVERIFY(opened.vault.create());
    QCOMPARE(opened.state()->base, *embeddedKnowledge()); // no packs: the program's own, in place
    const AddedPack refused = opened.add(packed(m_key));
    QCOMPARE(refused.verdict, Verdict::NotTrusted);
    QCOMPARE(refused.fingerprint, m_fingerprint);
    const QString other = PackKey::fingerprint(PackKey::generate()->publicKey());
    QCOMPARE(opened.add(packed(m_key), other).verdict, Verdict::WrongFingerprint);
    QVERIFY(opened.state()->packs.isEmpty());
    QVERIFY(Opened::card(opened.state()->base).id.isEmpty());
    // What does not get in is not trusted either.
    QCOMPARE(opened.add(packed(m_key, contents("nonsense x\n")), m_fingerprint).verdict, Verdict::DoesNotCompile);
    QCOMPARE(opened.add(packed(m_key)).verdict, Verdict::NotTrusted);
    QCOMPARE(opened.add(packed(m_key), m_fingerprint).verdict, Verdict::Added);
    QCOMPARE(opened.add(packed(m_key, contents("reference r\n  cite R\n", u"second"_s))).verdict, Verdict::Added);
}

void TestKnowledgePacks::staysAcrossReopening()
{
    QByteArray sha256;
    {
        Opened opened(folder());
        QVERIFY(opened.vault.create());
        QSignalSpy changed(&opened.knowledge, &KnowledgeService::changed);
        QCOMPARE(opened.add(packed(m_key), m_fingerprint).verdict, Verdict::Added);
        QVERIFY(QTest::qWaitFor([&] { return changed.count() == 1; }));
        QCOMPARE(opened.add(packed(m_key)).verdict, Verdict::AlreadyThere);
        const KnowledgeStatePtr state = opened.state();
        QCOMPARE(Opened::card(state->base).pack, u"clinic"_s);
        QCOMPARE(opened.state(), state); // at hand the second time
        const auto source = opened.knowledge.source();
        QCOMPARE(source().value_or(nullptr), state->base);
        sha256 = state->base->sha256();
        QVERIFY(opened.vault.verify().value().ok());
    }
    Opened opened(folder());
    QVERIFY(opened.vault.unlock());
    const KnowledgeStatePtr state = opened.state();
    QCOMPARE(state->packs.size(), 1);
    const KnowledgePack &pack = state->packs[0];
    QCOMPARE(pack.use, Use::InUse);
    QCOMPARE(pack.manifest, contents().manifest);
    QCOMPARE(pack.author, u"Dr Example"_s);
    QCOMPARE(pack.ingredients, 1);
    QCOMPARE(pack.rules, 1);
    QVERIFY(!pack.isOutOfDate && !pack.isOwn);
    QCOMPARE(state->base->sha256(), sha256);
    QCOMPARE(Opened::card(state->base).tier, Tier::Interruptive);
    const auto verification = await(opened.knowledge.verify());
    QVERIFY(verification && verification->ok());
}

// With the line and why; and nothing of it is there afterwards.
void TestKnowledgePacks::refusedWhole()
{
    Opened opened(folder());
    QVERIFY(opened.vault.create());
    const QByteArray half = QByteArray(s_rule) + "product Coumadin\n  of testomycin\n";
    const AddedPack refused = opened.add(packed(m_key, contents(half)), m_fingerprint);
    QCOMPARE(refused.verdict, Verdict::DoesNotCompile);
    QCOMPARE(refused.problems.size(), 1);
    QCOMPARE(refused.problems[0].file, u"clinic/clinic.kb"_s);
    QCOMPARE(refused.problems[0].line, int(half.count('\n')) - 1);
    QVERIFY(refused.problems[0].words.contains("also a name of warfarin"_L1));
    QVERIFY(opened.state()->packs.isEmpty());
    QCOMPARE(opened.state()->base, *embeddedKnowledge());
    QCOMPARE(opened.add(packed(m_key, contents(s_rule, u"chartLINE"_s)), m_fingerprint).verdict, Verdict::NameTaken);
    QCOMPARE(opened.add("CHPACK1\nno").verdict, Verdict::BadSignature);
    QCOMPARE(opened.add({}).verdict, Verdict::NotAPack);
}

void TestKnowledgePacks::replacing()
{
    Opened opened(folder());
    QVERIFY(opened.vault.create());
    QCOMPARE(opened.add(packed(m_key), m_fingerprint).verdict, Verdict::Added);
    const PackKey other = *PackKey::generate();
    QCOMPARE(opened.add(packed(other), PackKey::fingerprint(other.publicKey())).verdict, Verdict::OtherPublisher);
    QCOMPARE(opened.add(packed(m_key, contents(s_rule, u"Clinic"_s))).verdict, Verdict::NameTaken);
    QCOMPARE(opened.add(packed(m_key, contents(s_rule, u"clinic"_s, QDate(2026, 11, 30)))).verdict, Verdict::Older);
    const QByteArray quieter = QByteArray(s_rule).replace("tier interruptive", "tier passive");
    QCOMPARE(opened.add(packed(m_key, contents(quieter, u"clinic"_s, QDate(2026, 12, 2)))).verdict, Verdict::Replaced);
    QCOMPARE(opened.state()->packs.size(), 1);
    QCOMPARE(Opened::card(opened.state()->base).tier, Tier::Passive);
}

void TestKnowledgePacks::removing()
{
    {
        Opened opened(folder());
        QVERIFY(opened.vault.create());
        QCOMPARE(opened.add(packed(m_key), m_fingerprint).verdict, Verdict::Added);
        const auto missing = await(opened.knowledge.remove(u"nothing"_s));
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        QVERIFY(await(opened.knowledge.remove(u"clinic"_s)));
        QVERIFY(!await(opened.knowledge.remove(u"clinic"_s)));
        QVERIFY(opened.state()->packs.isEmpty());
        QVERIFY(Opened::card(opened.state()->base).id.isEmpty());
    }
    Opened opened(folder(), QDate(2026, 12, 3));
    QVERIFY(opened.vault.unlock());
    QCOMPARE(opened.state()->base, *embeddedKnowledge());
    QCOMPARE(opened.add(packed(m_key)).verdict, Verdict::Added);
    // Who did what is still there.
    const auto history = await(opened.knowledge.history());
    QVERIFY(history);
    QCOMPARE(history->size(), 3);
    QVERIFY(!history->at(0).removed && history->at(1).removed && !history->at(2).removed);
    QCOMPARE(history->at(1).author, u"Dr Example"_s);
    QCOMPARE(history->at(2).version, 3);
    QVERIFY(history->at(2).saved > history->at(1).saved);
}

void TestKnowledgePacks::outOfDate()
{
    {
        Opened opened(folder());
        QVERIFY(opened.vault.create());
        QCOMPARE(opened.add(packed(m_key), m_fingerprint).verdict, Verdict::Added);
        QVERIFY(!opened.state()->packs[0].isOutOfDate);
    }
    Opened opened(folder(), QDate(2027, 6, 1)); // the day itself
    QVERIFY(opened.vault.unlock());
    const KnowledgeStatePtr state = opened.state();
    QCOMPARE(state->packs[0].use, Use::InUse);
    QVERIFY(state->packs[0].isOutOfDate);
    QVERIFY(!state->isOutOfDate);
    QCOMPARE(Opened::card(state->base).pack, u"clinic"_s);
}

// As after an update of the program whose base no longer goes with a pack: the rest is used, and it is said.
void TestKnowledgePacks::saidWhereNotInUse()
{
    {
        Opened opened(folder());
        QVERIFY(opened.vault.create());
        QCOMPARE(opened.add(packed(m_key), m_fingerprint).verdict, Verdict::Added);
        const QByteArray broken = packed(m_key, contents("product X\n  of something unknown\n", u"broken"_s));
        const auto read = PackFile::read(broken);
        QVERIFY(read);
        const StoredPack row{u"broken"_s, 0, m_key.publicKey(), read->sha256, broken, u"x"_s, 0, false};
        QVERIFY(await(
            writeTask<void>(opened.vault.vault(), [&row](Connection &db) { return KnowledgeStore(db).put(row); })));
    }
    for (const bool again : {false, true}) {
        Opened opened(folder());
        QVERIFY(opened.vault.unlock());
        const KnowledgeStatePtr state = opened.state();
        QCOMPARE(state->packs.size(), 2);
        QCOMPARE(state->packs[0].use, Use::InUse);
        QCOMPARE(state->packs[1].use, Use::DoesNotCompile);
        QVERIFY2(!state->packs[1].problems.isEmpty(), again ? "kept" : "anew");
        QVERIFY(state->packs[1].problems[0].words.contains("something unknown"_L1));
        QCOMPARE(Opened::card(state->base).pack, u"clinic"_s);
        QVERIFY(!await(opened.knowledge.verify())->ok());
        // It does not keep others out.
        const QString name = again ? u"third"_s : u"second"_s;
        const QByteArray more = "reference r-" + name.toUtf8() + "\n  cite R\n";
        QCOMPARE(opened.add(packed(m_key, contents(more, name))).verdict, Verdict::Added);
        QVERIFY(await(opened.knowledge.remove(name)));
    }
}

void TestKnowledgePacks::damageIsSaid()
{
    Opened opened(folder());
    QVERIFY(opened.vault.create());
    QCOMPARE(opened.add(packed(m_key), m_fingerprint).verdict, Verdict::Added);
    QCOMPARE(opened.state()->packs[0].use, Use::InUse);
    // What is kept compiled is damaged: it is compiled anew.
    tamper(opened, "UPDATE knowledge_compiled SET content = substr(content, 1, 1000)");
    QVERIFY(!await(opened.knowledge.verify())->compiledIsSound);
    opened.vault.close();
    QVERIFY(opened.vault.unlock());
    QCOMPARE(Opened::card(opened.state()->base).pack, u"clinic"_s);
    // The key is not trusted any more.
    tamper(opened, "CREATE TEMP TABLE t AS SELECT * FROM knowledge_publisher; DELETE FROM knowledge_publisher");
    opened.vault.close();
    QVERIFY(opened.vault.unlock());
    QCOMPARE(opened.state()->packs[0].use, Use::NotTrusted);
    QVERIFY(Opened::card(opened.state()->base).id.isEmpty());
    QVERIFY(!await(opened.knowledge.verify())->ok());
    // The pack itself is damaged; it can be added again.
    tamper(opened, "UPDATE knowledge_pack SET content = x'00' || content");
    opened.vault.close();
    QVERIFY(opened.vault.unlock());
    QCOMPARE(opened.state()->packs[0].use, Use::Damaged);
    QCOMPARE(opened.state()->base, *embeddedKnowledge());
    QCOMPARE(opened.add(packed(m_key), m_fingerprint).verdict, Verdict::Replaced);
    QCOMPARE(Opened::card(opened.state()->base).pack, u"clinic"_s);
}

void TestKnowledgePacks::lockedVault()
{
    Opened opened(folder());
    QVERIFY(opened.vault.create());
    QCOMPARE(opened.add(packed(m_key), m_fingerprint).verdict, Verdict::Added);
    const auto source = opened.knowledge.source();
    QVERIFY(source().value_or(nullptr) != *embeddedKnowledge());
    opened.vault.close();
    QCOMPARE(await(opened.knowledge.state()).error().code, ErrorCode::VaultLocked);
    QCOMPARE(await(opened.knowledge.add({})).error().code, ErrorCode::VaultLocked);
    QCOMPARE(await(opened.knowledge.remove(u"clinic"_s)).error().code, ErrorCode::VaultLocked);
    QCOMPARE(source().value_or(nullptr), *embeddedKnowledge()); // nothing of the vault is at hand any more
    QVERIFY(opened.vault.unlock());
    // Asked for by several threads at once, before anyone else has.
    std::shared_ptr<const KnowledgeBase> bases[3];
    std::vector<std::unique_ptr<QThread>> threads;
    for (auto &base : bases) {
        threads.emplace_back(QThread::create([&base, source] { base = source().value_or(nullptr); }));
        threads.back()->start();
    }
    for (auto &thread : threads)
        QVERIFY(thread->wait(60'000));
    QCOMPARE(Opened::card(bases[0]).pack, u"clinic"_s);
    QVERIFY(bases[0] == bases[1] && bases[1] == bases[2]);
}

// What a vault makes itself is trusted there, and nowhere else.
void TestKnowledgePacks::ownPack()
{
    Opened opened(folder());
    QVERIFY(opened.vault.create());
    const auto make = [](const QByteArray &text) {
        return [text](const KnowledgeBase &base, const std::atomic_bool &) -> Result<PackContents> {
            // What is known without the pack of this name.
            if (base.find("ownbrand"))
                return fail(ErrorCode::ConstraintViolated);
            return contents(text, u"own"_s);
        };
    };
    const auto first = await(opened.knowledge.addOwn(u"own"_s, make("product Ownbrand\n  of warfarin\n")));
    QVERIFY(first);
    QCOMPARE(first->verdict, Verdict::Added);
    QVERIFY(opened.state()->packs[0].isOwn);
    const auto second = await(opened.knowledge.addOwn(u"own"_s, make("product Ownbrand\n  of aspirin\n")));
    QVERIFY(second);
    QCOMPARE(second->verdict, Verdict::Replaced);
    QCOMPARE(second->fingerprint, first->fingerprint); // one key
    const auto base = opened.state()->base;
    const auto found = base->find("ownbrand");
    QVERIFY(found);
    QCOMPARE(base->ingredientName(found->ingredients.front()), u"aspirin"_s);
    const auto failed = await(opened.knowledge.addOwn(u"own"_s, [](const KnowledgeBase &, const std::atomic_bool &) {
        return Result<PackContents>(fail(ErrorCode::Cancelled));
    }));
    QCOMPARE(failed.error().code, ErrorCode::Cancelled);

    Opened elsewhere(m_folder->filePath(u"other"_s));
    QVERIFY(elsewhere.vault.create());
    const auto there = await(elsewhere.knowledge.addOwn(u"own"_s, make("product Ownbrand\n  of warfarin\n")));
    QVERIFY(there->fingerprint != first->fingerprint);
}

void TestKnowledgePacks::commandLine()
{
    Test::ChartlineProcess program;
    QVERIFY(program.isValid());
    QVERIFY(Test::writeFile(program.passphraseFile(), "correct horse battery staple\n"));
    // Without a vault there is the base.
    const Test::Ran before = program.run({u"knowledge"_s, u"--json"_s});
    QCOMPARE(before.exitCode, 0);
    QVERIFY(before.object()["packs"_L1].toArray().isEmpty());
    QCOMPARE(before.object()["base"_L1]["name"_L1].toString(), u"Chartline"_s);
    // A publisher makes a key and a pack.
    const QString key = program.path(u"key.pem"_s);
    const QString file = program.path(u"clinic.chartline-pack"_s);
    const Test::Ran made = program.runBare({u"knowledge"_s, u"keygen"_s, key, u"--json"_s});
    QCOMPARE(made.exitCode, 0);
    const QString fingerprint = made.object()["fingerprint"_L1].toString();
    QCOMPARE(QFile(key).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QCOMPARE(program.runBare({u"knowledge"_s, u"keygen"_s, key}).exitCode, 4); // never over another
    QVERIFY(Test::writeFile(program.path(u"src/manifest"_s),
                            "name clinic\nrelease 1\nissued 2026-11-01\nexpires 2126-11-01\n"
                            "publisher Example Clinic\nlicence CC0\nbase 2026.11\n"));
    QVERIFY(Test::writeFile(program.path(u"src/rules/clinic.kb"_s), s_rule));
    const QStringList pack{u"knowledge"_s, u"pack"_s, program.path(u"src"_s), u"--key"_s, key, u"--out"_s, file};
    QCOMPARE(program.runBare(pack).exitCode, 0);
    QVERIFY(PackFile::read(Test::readFile(file)));
    // A vault takes it in once its key is trusted.
    QCOMPARE(program.run({u"init"_s}).exitCode, 0);
    const Test::Ran refused = program.run({u"knowledge"_s, u"add"_s, file});
    QCOMPARE(refused.exitCode, 1);
    QVERIFY(refused.out.contains(fingerprint.toUtf8()));
    const Test::Ran added = program.run({u"knowledge"_s, u"add"_s, file, u"--trust"_s, fingerprint, u"--json"_s});
    QCOMPARE(added.exitCode, 0);
    QCOMPARE(added.object()["verdict"_L1].toString(), u"added"_s);
    // RxNorm, as a ZIP.
    const QByteArray row = "|ENG||||||1|1|1||RXNORM|";
    Test::ZipWriter zip;
    zip.add("rrf/RXNCONSO.RRF",
            "11289" + row + "IN|11289|warfarin||N|4096|\n9999901" + row + "SCD|9999901|warfarin 1 MG||N|4096|\n");
    zip.add("rrf/RXNREL.RRF", "11289||CUI|RO|9999901||CUI|has_ingredient|||RXNORM|RXNORM|||N|4096|\n");
    zip.add("rrf/RXNSAT.RRF", "9999901|||1|AUI|1|||NDC|RXNORM|99999000001|N|4096|\n");
    const QString archive = program.path(u"RxNorm_full_prescribe_11032026.zip"_s);
    QVERIFY(Test::writeFile(archive, zip.finish()));
    const Test::Ran imported = program.run({u"knowledge"_s, u"import-rxnorm"_s, archive, u"--json"_s});
    QCOMPARE(imported.exitCode, 0);
    QCOMPARE(imported.object()["issued"_L1].toString(), u"2026-11-03"_s);
    QCOMPARE(imported.object()["rxnorm"_L1]["codes"_L1].toInt(), 1);
    QCOMPARE(imported.object()["rxnorm"_L1]["ndcs"_L1].toInt(), 1);
    QCOMPARE(program.run({u"knowledge"_s, u"import-rxnorm"_s, program.path(u"src"_s)}).exitCode, 4);
    // Both are there in the next run, and sound.
    const Test::Ran listed = program.run({u"knowledge"_s, u"--json"_s});
    QVERIFY(listed.isOneDocument());
    const QJsonArray packs = listed.object()["packs"_L1].toArray();
    QCOMPARE(packs.size(), 2);
    QCOMPARE(packs[1]["codes"_L1].toInt(), 2);
    for (const QJsonValue &one : packs)
        QCOMPARE(one["state"_L1].toString(), u"in-use"_s);
    QCOMPARE(program.run({u"knowledge"_s, u"verify"_s}).exitCode, 0);
    QCOMPARE(program.run({u"knowledge"_s, u"remove"_s, u"clinic"_s}).exitCode, 0);
    QCOMPARE(program.run({u"knowledge"_s, u"--json"_s}).object()["packs"_L1].toArray().size(), 1);
    QCOMPARE(program.run({u"knowledge"_s, u"nonsense"_s}).exitCode, 2);
}

QTEST_GUILESS_MAIN(TestKnowledgePacks)
#include "tst_knowledgepacks.moc"
