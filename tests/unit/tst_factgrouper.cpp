// SPDX-License-Identifier: Apache-2.0
#include "timeline/FactGrouper.h"

#include <QTest>

using namespace Chartline;

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

QTEST_GUILESS_MAIN(TestFactGrouper)
#include "tst_factgrouper.moc"
