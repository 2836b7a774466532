// SPDX-License-Identifier: Apache-2.0
#include "services/IdentityService.h"
#include "services/Session.h"
#include "services/WriteTask.h"
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
    QVERIFY(m_vault->verify()->problems.isEmpty());
    m_vault->close();
    QCOMPARE(await(service.of(first)).error().code, ErrorCode::VaultLocked);
    QCOMPARE(await(service.link(*a, *b)).error().code, ErrorCode::VaultLocked);
}

QTEST_GUILESS_MAIN(TestIdentityLinks)
#include "tst_identitylinks.moc"
