// SPDX-License-Identifier: Apache-2.0
#include "services/IdentityService.h"
#include "services/Session.h"
#include "services/WitnessService.h"
#include "services/WriteTask.h"
#include "store/FactDecisionStore.h"
#include "support/Await.h"
#include "support/ChartlineProcess.h"
#include "support/TestVault.h"
#include "timeline/Regrouper.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Chartline;
using namespace Qt::StringLiterals;
using Test::await;

namespace {

constexpr int s_sources = 4;
constexpr int s_patients = 4; // of each source

// One practice's patients: all have hypertension since the same day, so that people who are one have it once.
QByteArray bundle(int source)
{
    QByteArray entries;
    for (int n = 0; n < s_patients; ++n) {
        const QByteArray id = "p" + QByteArray::number(n);
        const QByteArray day = QByteArray::number(10 + n);
        if (n > 0)
            entries += ',';
        entries += "{'resource':{'resourceType':'Patient','id':'" + id + "','name':[{'family':'Family"
                   + QByteArray::number(source) + "','given':['Given" + id + "']}],'birthDate':'19"
                   + QByteArray::number(50 + source) + "-01-" + day
                   + "'}},"
                     "{'resource':{'resourceType':'Condition','id':'c"
                   + id + "','subject':{'reference':'Patient/" + id
                   + "'},'clinicalStatus':{'coding':[{'code':'active'}]},'onsetDateTime':'2020-03-01','code':{'coding':"
                     "[{'system':"
                     "'http://snomed.info/sct','code':'38341003','display':'Hypertension'}]}}},"
                     "{'resource':{'resourceType':'Observation','id':'o"
                   + id + "','status':'final','subject':{'reference':'Patient/" + id
                   + "'},'effectiveDateTime':'2021-04-01','code':{'text':'Test of " + QByteArray::number(source)
                   + "'},'valueString':'x'}}";
    }
    return ("{'resourceType':'Bundle','type':'collection','entry':[" + entries + "]}").replace('\'', '"');
}

// Everything that follows from the links: whose each identity and fact is, and what is one fact; and what people are
// shown as.
QStringList derived(Connection &db)
{
    QStringList lines;
    for (const char *sql :
         {"SELECT 'identity', id, person_id, home_id, name FROM identity ORDER BY id",
          "SELECT 'fact', id, person_id, group_id, title FROM fact ORDER BY id",
          "SELECT 'person', id, 0, 0, name || birth_date || sex || sort_name FROM person ORDER BY id"}) {
        auto query = db.prepare(sql);
        while (query && query->step().value_or(false))
            lines.append(u"%1 %2 %3 %4 %5"_s.arg(query->text(0))
                             .arg(query->int64(1))
                             .arg(query->int64(2))
                             .arg(query->int64(3))
                             .arg(query->text(4)));
    }
    return lines;
}

// A random sequence of a person's words and their undoing.
class Sequence
{
public:
    Sequence(Connection &db, QRandomGenerator &random)
        : m_db(db)
        , m_random(random)
    { }

    Status run(QString &failure)
    {
        LinkStore links(m_db, 1'000);
        FactDecisionStore facts(m_db, 1'000);
        QList<std::pair<std::function<Status()>, QStringList>> undo; // and what was there before
        const int steps = 1 + m_random.bounded(5);
        for (int step = 0; step < steps; ++step) {
            const QStringList before = derived(m_db);
            if (m_random.bounded(2) == 0) {
                CHARTLINE_ASSIGN(const LinkId link, linkSome(links));
                if (link)
                    undo.append({[&links, link] { return links.unlink(link, u"B"_s); }, before});
            } else {
                CHARTLINE_ASSIGN(const auto pair, sayAny(facts));
                if (pair.first)
                    undo.append({[&facts, pair] { return facts.undo(pair.first, pair.second, u"B"_s); }, before});
            }
            CHARTLINE_TRY(settle(links));
            CHARTLINE_TRY(check(failure));
        }
        while (!undo.isEmpty()) {
            const auto [back, before] = undo.takeLast();
            CHARTLINE_TRY(back());
            CHARTLINE_TRY(settle(links));
            if (derived(m_db) != before)
                failure = u"not as it was:\n"_s + before.join(u'\n') + u"\nnow:\n"_s + derived(m_db).join(u'\n');
        }
        return {};
    }

    Status linkAny(LinkStore &links)
    {
        CHARTLINE_TRY(linkSome(links));
        return settle(links);
    }

private:
    Result<qint64> any(const char *sql)
    {
        CHARTLINE_ASSIGN(Statement query, m_db.prepare(sql));
        QList<qint64> ids;
        while (true) {
            CHARTLINE_ASSIGN(const bool row, query.step());
            if (!row)
                break;
            ids.append(query.int64(0));
        }
        return ids.isEmpty() ? 0 : ids[m_random.bounded(ids.size())];
    }
    Result<LinkId> linkSome(LinkStore &links)
    {
        CHARTLINE_ASSIGN(const qint64 a, any("SELECT id FROM identity WHERE record_id IS NOT NULL ORDER BY id"));
        CHARTLINE_ASSIGN(const qint64 b, any("SELECT id FROM identity WHERE record_id IS NOT NULL ORDER BY id"));
        return a == b ? LinkId() : links.link({IdentityId{a}, IdentityId{b}, {}, u"B"_s, {}, {}});
    }
    // Two statements of one person are one fact, or two.
    Result<std::pair<FactId, FactId>> sayAny(FactDecisionStore &facts)
    {
        CHARTLINE_ASSIGN(const qint64 a, any("SELECT id FROM fact ORDER BY id"));
        CHARTLINE_ASSIGN(
            Statement query,
            m_db.prepare("SELECT o.id FROM fact f JOIN fact o ON o.person_id = f.person_id AND o.id <> f.id "
                         "WHERE f.id = ?1 ORDER BY o.id % 7, o.id LIMIT 1"));
        query.bind(1, a);
        CHARTLINE_ASSIGN(const bool found, query.step());
        if (!found)
            return std::pair(FactId(), FactId());
        const std::pair pair(FactId{a}, FactId{query.int64(0)});
        CHARTLINE_TRY(facts.say(pair.first, pair.second, m_random.bounded(2) == 0, u"B"_s));
        return pair;
    }
    Status settle(LinkStore &links)
    {
        for (const PersonId person : links.takeTouched())
            CHARTLINE_TRY(regroup(m_db, person));
        CHARTLINE_ASSIGN(Statement people, m_db.prepare("SELECT id FROM person ORDER BY id"));
        while (true) {
            CHARTLINE_ASSIGN(const bool row, people.step());
            if (!row)
                return {};
            CHARTLINE_TRY(regroup(m_db, PersonId{people.int64(0)}));
        }
    }
    // What is stored is what the rules give from nothing.
    Status check(QString &failure)
    {
        CHARTLINE_ASSIGN(Statement astray,
                         m_db.prepare("SELECT count(*) FROM fact f JOIN record r ON r.id = f.id / 4096 "
                                      "JOIN identity i ON i.id = r.identity_id WHERE i.person_id <> f.person_id"));
        CHARTLINE_TRY(astray.step());
        if (astray.int64(0) > 0)
            failure = u"facts of another person"_s;
        CHARTLINE_ASSIGN(Statement alone, m_db.prepare("SELECT count(*) FROM person p WHERE NOT EXISTS "
                                                       "(SELECT 1 FROM identity i WHERE i.person_id = p.id)"));
        CHARTLINE_TRY(alone.step());
        if (alone.int64(0) > 0)
            failure = u"a person of nobody"_s;
        return {};
    }

    Connection &m_db;
    QRandomGenerator &m_random;
};

} // namespace

class TestIdentityLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void undone_data();
    void undone();
    void sameLinksSamePeople();
    void decisionsHold();
    void chains();
    void unknown();
    void sequences();
    void theServices();

private:
    // `work(LinkStore &, Connection &)` on the writer's thread in a transaction that is taken back, so that each test
    // begins with the same vault.
    template<typename Work>
    void tryOut(Work work)
    {
        const Status status = await(writeTask<void>(m_vault->vault(), [&work](Connection &db) -> Status {
            CHARTLINE_ASSIGN(const Transaction transaction, Transaction::begin(db));
            LinkStore links(db, 1'000);
            work(links, db);
            return {};
        }));
        QVERIFY(status);
    }
    static void settle(LinkStore &links, Connection &db)
    {
        for (const PersonId person : links.takeTouched())
            QVERIFY(regroup(db, person));
    }
    [[nodiscard]] IdentityId any(QRandomGenerator &random) const
    {
        return m_identities[random.bounded(m_identities.size())];
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Test::TestVault> m_vault;
    QList<IdentityId> m_identities;
};

void TestIdentityLinks::initTestCase()
{
    m_vault = std::make_unique<Test::TestVault>(m_folder.filePath(u"vault"_s));
    QVERIFY(m_vault->create());
    for (int source = 0; source < s_sources; ++source) {
        const QString path = m_folder.filePath(u"%1/all.json"_s.arg(source));
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QVERIFY(Test::writeFile(path, bundle(source)));
        QVERIFY(m_vault->import({path}));
    }
    tryOut([this](LinkStore &, Connection &db) {
        auto query = db.prepare("SELECT id FROM identity WHERE record_id IS NOT NULL ORDER BY id");
        while (query && query->step().value_or(false))
            m_identities.append(IdentityId{query->int64(0)});
    });
    QCOMPARE(m_identities.size(), s_sources * s_patients);
}

void TestIdentityLinks::undone_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 0; seed < 40; ++seed)
        QTest::addRow("%d", seed) << seed;
}

// Whatever stands already: a link that is made and undone leaves nothing behind, however many lie in between.
void TestIdentityLinks::undone()
{
    QFETCH(const int, seed);
    tryOut([&](LinkStore &links, Connection &db) {
        QRandomGenerator random{quint32(seed)};
        const auto linkAny = [&]() -> LinkId {
            const IdentityId a = any(random);
            const IdentityId b = any(random);
            if (a == b)
                return {};
            const auto made = links.link({a, b, {}, u"A"_s, {}, {}});
            return made.value_or(LinkId());
        };
        for (int i = 0; i < seed % 12; ++i)
            linkAny();
        settle(links, db);
        QList<std::pair<LinkId, QStringList>> made; // and what was there before
        for (int i = 0; i < 12; ++i) {
            const QStringList before = derived(db);
            if (const LinkId link = linkAny())
                made.append({link, before});
            settle(links, db);
        }
        while (!made.isEmpty()) {
            const auto [link, before] = made.takeLast();
            QVERIFY(links.unlink(link, u"A"_s));
            settle(links, db);
            QCOMPARE(derived(db), before);
        }
    });
}

// The order in which links came does not matter.
void TestIdentityLinks::sameLinksSamePeople()
{
    QRandomGenerator random(5);
    QList<std::pair<IdentityId, IdentityId>> pairs;
    for (int i = 0; i < 9; ++i) {
        const std::pair pair(any(random), any(random));
        if (pair.first != pair.second)
            pairs.append(pair);
    }
    QStringList first;
    for (int round = 0; round < 8; ++round) {
        tryOut([&](LinkStore &links, Connection &db) {
            for (const auto &[a, b] : std::as_const(pairs)) {
                QVERIFY(links.link({a, b, {}, u"A"_s, {}, {}}));
                settle(links, db); // rows are merged in between, too
            }
            if (first.isEmpty())
                first = derived(db);
            QCOMPARE(derived(db), first);
        });
        std::ranges::shuffle(pairs, random);
    }
}

// A program's link never goes against a person's word, whichever way round.
void TestIdentityLinks::decisionsHold()
{
    const IdentityId a = m_identities[0];
    const IdentityId b = m_identities[5];
    const IdentityId c = m_identities[9];
    tryOut([&](LinkStore &links, Connection &) {
        const auto automatic = [&](IdentityId x, IdentityId y) {
            return links.link({x, y, u"rule"_s, {}, 12.5, u"1"_s}).value_or(LinkId());
        };
        const auto decision = links.decide(b, a, IdentityDecision::Verdict::Different, u"A"_s);
        QVERIFY(decision);
        QVERIFY(!automatic(a, b));
        QVERIFY(automatic(b, c));
        QVERIFY(!automatic(c, a)); // c is b
        QVERIFY(links.undo(*decision, u"A"_s));
        QVERIFY(!links.undo(*decision, u"A"_s));
        const LinkId link = automatic(c, a);
        QVERIFY(link);
        QVERIFY(links.unlink(link, u"A"_s));
        QVERIFY(!automatic(c, a)); // a person has undone it
        QVERIFY(!automatic(b, a));
        QVERIFY(!links.unlink(link, u"A"_s));
        // A person may change their mind.
        QVERIFY(links.link({a, c, {}, u"A"_s, {}, {}}).value_or(LinkId()));
        const auto known = links.chain(a, b);
        QVERIFY(known && known->size() == 2);
        // Later says nothing of who they are.
        QVERIFY(links.decide(a, m_identities[2], IdentityDecision::Verdict::Later, u"A"_s));
        QVERIFY(automatic(a, m_identities[2]));
    });
}

void TestIdentityLinks::chains()
{
    tryOut([&](LinkStore &links, Connection &) {
        for (int i = 0; i < 4; ++i)
            QVERIFY(links.link({m_identities[i], m_identities[i + 1], {}, u"A"_s, {}, {}}));
        auto chain = links.chain(m_identities[4], m_identities[0]);
        QVERIFY(chain);
        QCOMPARE(chain->size(), 4);
        QVERIFY(links.link({m_identities[0], m_identities[3], {}, u"A"_s, {}, {}}));
        chain = links.chain(m_identities[4], m_identities[0]);
        QCOMPARE(chain->size(), 2);
        QVERIFY(links.chain(m_identities[4], m_identities[8])->isEmpty());
        // Said of the two at its ends: what lies between still holds them, and that can be seen.
        QVERIFY(links.decide(m_identities[0], m_identities[4], IdentityDecision::Verdict::Different, u"A"_s));
        QCOMPARE(links.chain(m_identities[4], m_identities[0])->size(), 2);
    });
}

void TestIdentityLinks::unknown()
{
    tryOut([&](LinkStore &links, Connection &db) {
        QCOMPARE(links.link({m_identities[0], IdentityId{9999}, {}, u"A"_s, {}, {}}).error().code, ErrorCode::NotFound);
        QCOMPARE(links.link({m_identities[0], m_identities[0], {}, u"A"_s, {}, {}}).error().code, ErrorCode::NotFound);
        QCOMPARE(links.unlink(LinkId{9999}, u"A"_s).error().code, ErrorCode::NotFound);
        // One that is only referred to may be anyone.
        QVERIFY(db.execute("UPDATE identity SET record_id = NULL WHERE id = 3"));
        QCOMPARE(links.link({m_identities[0], IdentityId{3}, {}, u"A"_s, {}, {}}).error().code, ErrorCode::NotFound);
    });
}

// Random words of people on identities and on facts, undone in the order that they came: nothing is left behind, and at
// every moment what is stored is what the rules give anew. In between more is imported.
void TestIdentityLinks::sequences()
{
    constexpr int imports = 10;
    constexpr int sequencesEach = 1'000;
    QTemporaryDir folder;
    Test::TestVault vault(folder.filePath(u"vault"_s));
    QVERIFY(vault.create());
    QRandomGenerator random(2026);
    for (int import = 0; import < imports; ++import) {
        const QString path = folder.filePath(u"%1/all.json"_s.arg(import));
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QVERIFY(Test::writeFile(path, bundle(import)));
        QVERIFY(vault.import({path}));
        QString failure;
        const Status status = await(writeTask<void>(vault.vault(), [&](Connection &db) -> Status {
            for (int i = 0; i < sequencesEach && failure.isEmpty(); ++i) {
                CHARTLINE_ASSIGN(Transaction transaction, Transaction::begin(db));
                CHARTLINE_TRY(Sequence(db, random).run(failure));
                // Some stay, so that the next ones begin elsewhere.
                if (i % 50 == 0) {
                    LinkStore links(db, 5);
                    CHARTLINE_TRY(Sequence(db, random).linkAny(links));
                    CHARTLINE_TRY(transaction.commit());
                }
            }
            return {};
        }));
        QVERIFY2(status, status ? "" : qPrintable(status.error().args.join(u' ')));
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
        const auto report = vault.verify();
        QVERIFY(report);
        QVERIFY2(report->problems.isEmpty(), qPrintable(report->problems.value(0)));
    }
    QVERIFY(vault.persons()->size() < imports * s_patients);
}

void TestIdentityLinks::theServices()
{
    IdentityService service(m_vault->vault(), std::make_shared<SystemClock>(), u"Dr Example"_s);
    const auto before = m_vault->persons();
    QVERIFY(before);
    const PersonId first = before->at(0).id;
    const PersonId second = before->at(1).id;
    const auto a = await(service.identityOf(first));
    const auto b = await(service.identityOf(second));
    QVERIFY(a && b);
    const auto link = await(service.link(*a, *b));
    QVERIFY(link);
    const auto after = m_vault->persons();
    QVERIFY(after);
    QCOMPARE(after->size(), before->size() - 1);
    const PersonId one = std::min(first, second);
    const auto links = await(service.of(one));
    QVERIFY(links);
    QCOMPARE(links->links.size(), 1);
    QCOMPARE(links->links[0].author, u"Dr Example"_s);
    const auto report = m_vault->verify();
    QVERIFY(report);
    QVERIFY2(report->problems.isEmpty(), qPrintable(report->problems.isEmpty() ? QString() : report->problems[0]));
    const auto parted = await(service.unlink(*link));
    QVERIFY(parted && parted->heldBy.isEmpty());
    QCOMPARE(m_vault->persons()->size(), before->size());
    QVERIFY(await(service.different(*a, *b)));
    QCOMPARE(await(service.of(first))->decisions.size(), 1);
    QCOMPARE(await(service.link(*a, IdentityId{777})).error().code, ErrorCode::NotFound);

    // Facts, by hand.
    WitnessService witnesses(m_vault->vault(), std::make_shared<SystemClock>(), u"Dr Example"_s);
    const auto record = m_vault->record(first);
    QVERIFY(record && (*record)->facts.size() == 2);
    const FactId mine = (*record)->facts[0].id;
    const FactId other = (*record)->facts[1].id;
    QVERIFY(await(witnesses.join(mine, other)));
    QCOMPARE((*m_vault->record(first))->facts.size(), 1);
    QVERIFY(await(witnesses.split(other)));
    QCOMPARE((*m_vault->record(first))->facts.size(), 2);
    QVERIFY(await(witnesses.undo(mine, other)));
    QCOMPARE((*m_vault->record(first))->facts.size(), 1);
    QVERIFY(await(witnesses.undo(mine, other)));
    QCOMPARE((*m_vault->record(first))->facts.size(), 2);
    QCOMPARE(await(witnesses.undo(mine, other)).error().code, ErrorCode::NotFound);
    QCOMPARE(await(witnesses.join(mine, FactId{77})).error().code, ErrorCode::NotFound);
    QVERIFY(m_vault->verify()->problems.isEmpty());
    m_vault->close();
    QCOMPARE(await(service.of(first)).error().code, ErrorCode::VaultLocked);
    QCOMPARE(await(service.link(*a, *b)).error().code, ErrorCode::VaultLocked);
}

QTEST_GUILESS_MAIN(TestIdentityLinks)
#include "tst_identitylinks.moc"
