// SPDX-License-Identifier: Apache-2.0
#include "timeline/FactGrouper.h"

#include <QTest>

using namespace Chartline;
using namespace Qt::StringLiterals;

namespace {

GroupInput fact(int id, int source, FactKind kind, const QString &code, const QString &start)
{
    GroupInput input;
    input.id = FactId::of(RecordId{id}, 0);
    input.source = SourceId{source};
    input.kind = kind;
    input.title = QStringLiteral("thing");
    input.system = QStringLiteral("urn:codes");
    input.code = code;
    input.start = start;
    return input;
}

} // namespace

// Which statements are one fact. Merging too much hides one of two drugs; merging nothing shows a record three times.
class TestFactGrouper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pairs_data();
    void pairs();
    void orderDoesNotMatter();
    void oneOfEachSource();
    void retold_data();
    void retold();
    void speaks();
    void decided_data();
    void decided();
    void decisionsInAnyBucket();
};

void TestFactGrouper::pairs_data()
{
    QTest::addColumn<GroupInput>("a");
    QTest::addColumn<GroupInput>("b");
    QTest::addColumn<bool>("same");
    const auto drug = [](int id, int source) {
        return fact(id, source, FactKind::Medication, QStringLiteral("11289"), QStringLiteral("2019-09-14"));
    };
    QTest::newRow("one drug, two sources") << drug(1, 1) << drug(2, 2) << true;
    QTest::newRow("one source says it twice") << drug(1, 1) << drug(2, 1) << false;
    auto stopped = drug(2, 2);
    auto active = drug(1, 1);
    active.flags = FactFlag::Active;
    QTest::newRow("active here, stopped there") << active << stopped << false;
    auto withdrawn = drug(2, 2);
    withdrawn.flags = FactFlag::EnteredInError;
    QTest::newRow("one withdrawn") << drug(1, 1) << withdrawn << false;
    auto negated = drug(2, 2);
    negated.assertion = Assertion::Negated;
    QTest::newRow("one denied") << drug(1, 1) << negated << false;
    auto copy = drug(2, 2);
    copy.flags = FactFlag::ConflictingCopy;
    QTest::newRow("one of doubtful version") << drug(1, 1) << copy << false;

    auto a = fact(1, 1, FactKind::Condition, QStringLiteral("001"), {});
    auto b = fact(2, 2, FactKind::Condition, QStringLiteral("001"), {});
    a.system.clear();
    b.system.clear();
    a.title = QStringLiteral("Diabetes");
    b.title = QStringLiteral("Asthma");
    QTest::newRow("local codes without a system") << a << b << false;
    auto c = fact(1, 1, FactKind::Medication, {}, QStringLiteral("2020"));
    auto d = fact(2, 2, FactKind::Medication, {}, QStringLiteral("2020"));
    c.title = QStringLiteral("Medication/1");
    d.title = QStringLiteral("Medication/1");
    QTest::newRow("names not received") << c << d << false;

    const auto study = [](int id, int source, const QString &uid) {
        auto input = fact(id, source, FactKind::Imaging, {}, QStringLiteral("2020-01-01"));
        input.title = QStringLiteral("CT");
        input.sameAs = QStringLiteral("study:") + uid;
        return input;
    };
    QTest::newRow("one study, two sources")
        << study(1, 1, QStringLiteral("1.2")) << study(2, 2, QStringLiteral("1.2")) << true;
    QTest::newRow("one study, one source")
        << study(1, 1, QStringLiteral("1.2")) << study(2, 1, QStringLiteral("1.2")) << true;
    auto otherwise = study(2, 2, QStringLiteral("1.2"));
    otherwise.title = QStringLiteral("Thorax");
    otherwise.start = QStringLiteral("2020-01-03");
    QTest::newRow("one study in other words") << study(1, 1, QStringLiteral("1.2")) << otherwise << true;
    QTest::newRow("two studies in the same words")
        << study(1, 1, QStringLiteral("1.2")) << study(2, 2, QStringLiteral("1.3")) << false;
    auto cancelled = study(2, 2, QStringLiteral("1.2"));
    cancelled.assertion = Assertion::Negated;
    QTest::newRow("one study, cancelled elsewhere") << study(1, 1, QStringLiteral("1.2")) << cancelled << false;

    const auto lab = [](int id, int source, const QString &value, const QString &start) {
        auto input = fact(id, source, FactKind::Result, QStringLiteral("2160-0"), start);
        input.value = value;
        input.unit = QStringLiteral("mg/dL");
        return input;
    };
    const auto noon = QStringLiteral("2020-03-01T12:00:00+01:00");
    QTest::newRow("one laboratory value")
        << lab(1, 1, QStringLiteral("1.2"), noon) << lab(2, 2, QStringLiteral("1.2"), noon) << true;
    QTest::newRow("other value") << lab(1, 1, QStringLiteral("1.2"), noon) << lab(2, 2, QStringLiteral("1.3"), noon)
                                 << false;
    QTest::newRow("other time") << lab(1, 1, QStringLiteral("1.2"), noon)
                                << lab(2, 2, QStringLiteral("1.2"), QStringLiteral("2020-03-01T18:00:00+01:00"))
                                << false;
    QTest::newRow("day and time of that day") << lab(1, 1, QStringLiteral("1.2"), noon)
                                              << lab(2, 2, QStringLiteral("1.2"), QStringLiteral("2020-03-01")) << true;

    const auto problem = [](int id, int source, const QString &start) {
        return fact(id, source, FactKind::Condition, QStringLiteral("44054006"), start);
    };
    QTest::newRow("problem, one undated") << problem(1, 1, {}) << problem(2, 2, QStringLiteral("2012")) << true;
    QTest::newRow("problem, same month") << problem(1, 1, QStringLiteral("2012-03"))
                                         << problem(2, 2, QStringLiteral("2012-03-20")) << true;
    QTest::newRow("problem, other years")
        << problem(1, 1, QStringLiteral("2012")) << problem(2, 2, QStringLiteral("2015")) << false;
}

void TestFactGrouper::pairs()
{
    QFETCH(const GroupInput, a);
    QFETCH(const GroupInput, b);
    QFETCH(const bool, same);
    const auto groups = groupFacts({a, b});
    QCOMPARE(groups.size(), 2);
    QCOMPARE(groups[0], a.id);
    QCOMPARE(groups[1], same ? a.id : b.id);
}

void TestFactGrouper::orderDoesNotMatter()
{
    QList<GroupInput> facts;
    for (int i = 1; i <= 12; ++i)
        facts.append(fact(i, 1 + i % 3, FactKind::Procedure, QString::number(i % 2),
                          QStringLiteral("2020-01-0%1").arg(1 + i % 4)));
    const auto first = groupFacts(facts);
    QList<GroupInput> reversed(facts.rbegin(), facts.rend());
    auto second = groupFacts(reversed);
    std::ranges::reverse(second);
    QCOMPARE(second, first);
}

// Two prescriptions of one practice never become one through a hospital's list.
void TestFactGrouper::oneOfEachSource()
{
    const QString day = QStringLiteral("2019-09-14");
    const auto groups = groupFacts({fact(1, 1, FactKind::Medication, QStringLiteral("1"), day),
                                    fact(2, 2, FactKind::Medication, QStringLiteral("1"), day),
                                    fact(3, 1, FactKind::Medication, QStringLiteral("1"), day)});
    QCOMPARE(groups[1], groups[0]);
    QVERIFY(groups[2] != groups[0]);
}

void TestFactGrouper::retold_data()
{
    QTest::addColumn<GroupInput>("a");
    QTest::addColumn<GroupInput>("b");
    QTest::addColumn<bool>("same");
    const auto told = [](int id, const QString &sameAs, const QString &value = QStringLiteral("7.0")) {
        auto input = fact(id, 1, FactKind::Result, QStringLiteral("4548-4"), QStringLiteral("2020-03-01"));
        input.value = value;
        input.unit = QStringLiteral("%");
        input.sameAs = sameAs;
        return input;
    };
    const auto plain = QStringLiteral("told");
    const auto named = QStringLiteral("id:urn:oid:1.2|7");
    QTest::newRow("a document tells again") << told(1, plain) << told(2, plain) << true;
    QTest::newRow("a source that is asked tells two things") << told(1, {}) << told(2, {}) << false;
    QTest::newRow("one of them is a document") << told(1, {}) << told(2, plain) << true;
    QTest::newRow("a number in other words") << told(1, plain) << told(2, plain, QStringLiteral("7")) << true;
    QTest::newRow("another number") << told(1, plain) << told(2, plain, QStringLiteral("7.1")) << false;
    QTest::newRow("less than is another value")
        << told(1, plain, QStringLiteral("< 7")) << told(2, plain, QStringLiteral("7")) << false;
    QTest::newRow("corrected") << told(1, named) << told(2, named, QStringLiteral("8.1")) << true;
    auto other = told(2, named, QStringLiteral("8.1"));
    other.code = QStringLiteral("718-7");
    QTest::newRow("one number for a whole order") << told(1, named) << other << false;
    auto later = told(2, plain);
    later.start = QStringLiteral("2020-03-02");
    QTest::newRow("another day") << told(1, plain) << later << false;
    auto withdrawn = told(2, named);
    withdrawn.flags = FactFlag::EnteredInError;
    QTest::newRow("withdrawn") << told(1, named) << withdrawn << false;
    auto denied = told(2, named);
    denied.assertion = Assertion::Negated;
    QTest::newRow("denied") << told(1, named) << denied << false;
}

void TestFactGrouper::retold()
{
    QFETCH(const GroupInput, a);
    QFETCH(const GroupInput, b);
    QFETCH(const bool, same);
    const auto groups = groupFacts({a, b});
    QCOMPARE(groups[0] == groups[1], same);
    QCOMPARE(groupFacts({b, a}), (QList{groups[1], groups[0]}));
}

// Of documents the latest; but what a source is asked for now goes before what it once mailed.
void TestFactGrouper::speaks()
{
    const auto problem = [](int id, qint64 updated, bool told) {
        auto input = fact(id, 1, FactKind::Condition, QStringLiteral("44054006"), QStringLiteral("2012"));
        input.updated = updated;
        input.sameAs = told ? QStringLiteral("id:a|1") : QString();
        return input;
    };
    auto resolved = problem(2, 500, true);
    auto first = problem(1, 100, true);
    first.flags = FactFlag::Active;
    const auto third = problem(3, 300, true);
    QCOMPARE(groupFacts({first, resolved, third}), QList<FactId>(3, resolved.id));
    QCOMPARE(groupFacts({first, third}), QList<FactId>(2, third.id));
    const auto asked = problem(9, 0, false);
    QCOMPARE(groupFacts({resolved, third, asked}), QList<FactId>(3, asked.id));
}

void TestFactGrouper::decided_data()
{
    using Decisions = QList<GroupDecision>;
    QTest::addColumn<Decisions>("decisions");
    QTest::addColumn<QString>("groups"); // of five: a digit for each
    const auto say = [](int a, int b, bool same) {
        return GroupDecision{FactId::of(RecordId{a}, 0), FactId::of(RecordId{b}, 0), same};
    };
    // By the rules: 1, 2 and 3 are one; 4 and 5 stand alone.
    QTest::newRow("nothing said") << Decisions{} << u"11145"_s;
    QTest::newRow("one is another") << Decisions{say(1, 2, false)} << u"12145"_s;
    QTest::newRow("told from both") << Decisions{say(3, 1, false), say(3, 2, false)} << u"11345"_s;
    QTest::newRow("two are one") << Decisions{say(4, 5, true)} << u"11144"_s;
    QTest::newRow("one of a group is one with another") << Decisions{say(3, 4, true)} << u"11115"_s;
    QTest::newRow("joined and kept apart") << Decisions{say(3, 4, true), say(4, 1, false)} << u"11335"_s;
    QTest::newRow("the two contradict each other")
        << Decisions{say(1, 4, true), say(4, 5, true), say(1, 5, false)} << u"11115"_s;
    QTest::newRow("not there") << Decisions{say(1, 77, true)} << u"11145"_s;
}

void TestFactGrouper::decided()
{
    QFETCH(const QList<GroupDecision>, decisions);
    QList<GroupInput> facts;
    for (int id = 1; id <= 5; ++id)
        facts.append(fact(id, id, FactKind::Procedure, id <= 3 ? QStringLiteral("1") : QString::number(id),
                          QStringLiteral("2020-01-01")));
    QString groups;
    for (const FactId group : groupFacts(facts, decisions))
        groups += QString::number(group.record().value);
    QTEST(groups, "groups");
    QList<GroupInput> reversed(facts.rbegin(), facts.rend());
    QString again;
    for (const FactId group : groupFacts(reversed, decisions))
        again.prepend(QString::number(group.record().value));
    QCOMPARE(again, groups);
}

// The same rows give the same groups in every run, whatever is said.
void TestFactGrouper::decisionsInAnyBucket()
{
    QList<GroupInput> facts;
    for (int id = 1; id <= 60; ++id) {
        auto one = fact(id, 1 + id % 5, FactKind::Procedure, QString::number(id % 7),
                        QStringLiteral("2020-01-0%1").arg(1 + id % 3));
        if (id % 3 == 0)
            one.sameAs = id % 2 ? QStringLiteral("told") : QStringLiteral("id:a|%1").arg(id % 4);
        facts.append(one);
    }
    QList<GroupDecision> decisions;
    for (int i = 1; i < 40; ++i)
        decisions.append(
            {FactId::of(RecordId{1 + i * 7 % 60}, 0), FactId::of(RecordId{1 + i * 11 % 60}, 0), i % 2 == 0});
    const auto first = groupFacts(facts, decisions);
    for (const GroupDecision &decision : std::as_const(decisions)) {
        if (!decision.same && decision.a != decision.b)
            QVERIFY(first[decision.a.record().value - 1] != first[decision.b.record().value - 1]);
    }
    QList<GroupInput> reversed(facts.rbegin(), facts.rend());
    auto second = groupFacts(reversed, decisions);
    std::ranges::reverse(second);
    QCOMPARE(second, first);
}

QTEST_GUILESS_MAIN(TestFactGrouper)
#include "tst_factgrouper.moc"
