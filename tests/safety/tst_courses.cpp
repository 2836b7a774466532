// SPDX-License-Identifier: Apache-2.0
#include "safety/MentionLines.h"

#include <QtTest>
#include <random>

using namespace Chartline::Safety;
using namespace MentionLines;
using namespace Qt::StringLiterals;

namespace {

// Mentions of every kind, from a fixed seed.
QList<DrugMention> randomMentions(std::mt19937 &random, int count)
{
    const auto pick = [&](int most) { return int(random() % unsigned(most + 1)); };
    QList<DrugMention> list;
    for (int i = 0; i < count; ++i) {
        DrugMention mention;
        mention.fact = i + 1;
        mention.source = QString(QChar(u'A' + pick(2)));
        mention.kind = MentionKind(pick(3));
        mention.state = MentionState(pick(6));
        mention.text = u"drug %1"_s.arg(pick(2));
        mention.drug.match = pick(5) == 0 ? Match::Part : Match::Name;
        mention.drug.ingredients.assign(1, IngredientIndex(pick(1)));
        mention.drug.strengthMg = pick(2) * 5;
        mention.dailyMg = pick(2) * 5;
        mention.route = pick(3) == 0 ? Route(pick(int(Route::Dental))) : Route::Unknown;
        const QDate base(2024, 1, 1);
        if (pick(9) > 0)
            mention.start = base.addDays(pick(250));
        if (pick(3) == 0)
            mention.end = base.addDays(pick(300));
        if (pick(1) == 0)
            mention.said = base.addDays(pick(250));
        if (pick(2) == 0)
            mention.stopKnown = base.addDays(pick(250));
        mention.endIsVague = pick(9) == 0;
        mention.startIsVague = pick(9) == 0;
        mention.daysSupply = pick(1) * pick(3) * 30;
        mention.refills = pick(2);
        mention.asNeeded = pick(5) == 0;
        mention.single = pick(5) == 0;
        mention.inpatient = pick(5) == 0;
        list.append(mention);
    }
    return list;
}

QString allInFull(const QList<DrugMention> &list, QDate at)
{
    QStringList texts;
    for (const DrugCourse &course : coursesOf(list, at)) {
        QString text = inFull(course) + u" facts"_s;
        for (const qint64 fact : course.facts)
            text += u' ' + QString::number(fact);
        text += u" certain"_s;
        for (const qint64 fact : course.certainFacts)
            text += u' ' + QString::number(fact);
        texts.append(text);
    }
    return texts.join(u'\n');
}

bool isSound(const DrugCourse &course, QDate at)
{
    for (qsizetype i = 0; i < course.spans.size(); ++i) {
        const DaySpan &span = course.spans[i];
        if (span.from > span.to || span.to > at || (i > 0 && course.spans[i - 1].to.addDays(1) >= span.from))
            return false;
    }
    // But for what is taken since no one knows when.
    const bool reachesAt = course.spans.isEmpty() || course.lastDay() == at || course.startUnknown;
    return (!course.isTaken() || reachesAt) && course.confidence >= 0 && course.confidence <= 1
           && (course.confidence > 0) == (course.isTaken() || course.state == CourseState::NeverDispensed)
           && (!course.conflict || course.isTaken()) && (!course.openEnd || course.isTaken());
}

} // namespace

// What courses are made of, asked for at 1 July 2024; and what holds for any mentions.
class TestCourses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void supplies_data();
    void supplies();
    void dailyDoses_data();
    void dailyDoses();
    void groups_data();
    void groups();
    void unsureDrugs();
    void witnesses();
    void asNeeded();
    void certainFacts_data();
    void certainFacts();
    void notSaidYet();
    void order();
    void anyOrderIsTheSame();
    void copiesChangeNothing();
    void manyMentions();
};

void TestCourses::supplies_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QString>("gaps");
    QTest::addColumn<double>("covered"); // -1: not told
    QTest::newRow("one fill") << u"D P completed 2024-05-01 d=30"_s << QString() << -1.0;
    QTest::newRow("in time") << u"D P completed 2024-05-01 d=30;D P completed 2024-05-31 d=30"_s << QString() << 1.0;
    QTest::newRow("ten days late") << u"D P completed 2024-01-01 d=30;D P completed 2024-02-10 d=30"_s << QString()
                                   << 0.75;
    QTest::newRow("a gap") << u"D P completed 2024-01-01 d=30;D P completed 2024-03-31 d=30"_s
                           << u"2024-01-31..2024-03-30"_s << 30.0 / 90;
    QTest::newRow("early, then late")
        << u"D P completed 2024-01-01 d=30;D P completed 2024-01-21 d=30;D P completed 2024-03-01 d=30"_s << QString()
        << 1.0;
    QTest::newRow("as needed") << u"D P completed 2024-05-01 d=30 prn;D P completed 2024-05-31 d=30 prn"_s << QString()
                               << -1.0;
    QTest::newRow("copies are one fill") << u"D P completed 2024-05-01 d=30;D I completed 2024-05-02 d=30"_s
                                         << QString() << -1.0;
    QTest::newRow("orders are no fills") << u"R P active 2024-01-01 d=30;R P active 2024-05-31 d=30"_s << QString()
                                         << -1.0;
}

void TestCourses::supplies()
{
    QFETCH(const QString, lines);
    const DrugCourse course = courseOf(lines);
    QTEST(spans(course.gaps), "gaps");
    QTEST(course.covered.value_or(-1), "covered");
}

void TestCourses::dailyDoses_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QString>("steps");
    const auto steps = [](const char *name, const char *lines, const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(lines) << QString::fromLatin1(expected);
    };
    steps("another strength is a change, not a second course",
          "R H active 2023-01-01 mg=5 st=5;R H active 2024-01-01 mg=10 st=10", "2023-01-01 5, 2024-01-01 10");
    steps("the same again", "R H active 2023-01-01 mg=5;R H active 2024-01-01 mg=5", "2023-01-01 5");
    steps("two products taken together", "R H active 2024-01-01 mg=5 st=5;R H active 2024-01-01 mg=2 st=2",
          "2024-01-01 7");
    steps("a copy adds nothing", "R H active 2024-01-01 mg=5 st=5;R G active 2024-01-01 mg=5 st=5", "2024-01-01 5");
    steps("replaced on the day", "R H stopped 2024-01-01 mg=5 st=5;R H active 2024-01-01 mg=10 st=10", "2024-01-01 10");
    steps("a list says anew", "S A active 2023-01-01 s=2024-05-01 mg=10;R H active 2024-01-01 mg=20",
          "2023-01-01 10, 2024-01-01 20, 2024-05-01 10");
    steps("plans and refusals do not count", "R H planned 2024-01-01 mg=5;S A not 2024-01-01 mg=5", "");
    steps("to come", "R H active 2024-01-01 mg=5;R H active 2024-08-01 s=2024-06-01 mg=10", "2024-01-01 5");
}

void TestCourses::dailyDoses()
{
    QFETCH(const QString, lines);
    QStringList texts;
    const DrugCourse course = courseOf(lines);
    for (const DoseStep &step : course.doses)
        texts.append(step.from.toString(Qt::ISODate) + u' ' + QString::number(step.dailyMg));
    QTEST(texts.join(u", "_s), "steps");
    QVERIFY(course.doses.isEmpty() ? course.dailyMg() <= 0 : course.dailyMg() > 0);
}

void TestCourses::groups_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<int>("count");
    const auto way = [](const char *name, const QString &lines, int count) { QTest::newRow(name) << lines << count; };
    const QString oral = QString::number(int(Route::Oral));
    const QString injected = QString::number(int(Route::Parenteral));
    const QString patch = QString::number(int(Route::Transdermal));
    const QString eye = QString::number(int(Route::Ophthalmic));
    const QString skin = QString::number(int(Route::Topical));
    way("two drugs", u"S A active 2024-01-01;S A active 2024-01-01 i=2"_s, 2);
    way("by mouth and injected", u"S A active 2024-01-01 way=%1;S A active 2024-01-01 way=%2"_s.arg(oral, injected), 1);
    way("patch and not told", u"S A active 2024-01-01 way=%1;S A active 2024-01-01"_s.arg(patch), 1);
    way("eye and mouth", u"S A active 2024-01-01 way=%1;S A active 2024-01-01 way=%2"_s.arg(oral, eye), 2);
    way("eye and skin", u"S A active 2024-01-01 way=%1;S A active 2024-01-01 way=%2"_s.arg(skin, eye), 2);
    way("a list that tells no way is not the eye's", u"S A active 2024-01-01 way=%1;S A active 2024-01-01"_s.arg(eye),
        2);
    way("a fill is of its source's only order", u"R A active 2024-01-01 way=%1;D A completed 2024-01-01"_s.arg(eye), 1);
    way("not of another source's", u"R A active 2024-01-01 way=%1;D B completed 2024-01-01"_s.arg(eye), 2);
    way("nor of one of two",
        u"R A active 2024-01-01 way=%1;R A active 2024-01-01 way=%2;D A completed 2024-01-01"_s.arg(eye, skin), 3);
}

void TestCourses::groups()
{
    QFETCH(const QString, lines);
    QTEST(int(coursesOf(mentions(lines), day(u"2024-07-01")).size()), "count");
}

void TestCourses::unsureDrugs()
{
    QList<DrugMention> list =
        mentions(u"S A active 2024-01-01;S A active 2024-01-01;S B stopped - s=2024-06-01;S C active 2024-06-01"_s);
    list[0].text = u"Warfarin clinic"_s;
    list[0].drug.match = Match::Part;
    list[1].text = u"Unheard Of"_s;
    list[1].drug = {};
    list[2].text = u"unheard-of"_s;
    list[2].drug = {};
    QList<DrugCourse> courses = coursesOf(list, day(u"2024-07-01"));
    QCOMPARE(courses.size(), 3);
    std::ranges::sort(courses, {}, &DrugCourse::facts);
    // What is not sure is no course of the drug it may be, and ends none.
    QVERIFY(courses[0].ingredients.empty());
    QCOMPARE(courses[0].text, u"Warfarin clinic"_s);
    QCOMPARE(courses[0].facts, (QList<qint64>{1}));
    QVERIFY(courses[0].isTaken());
    // By its words it is one drug still.
    QCOMPARE(courses[1].facts, (QList<qint64>{2, 3}));
    QCOMPARE(courses[1].state, CourseState::Past);
    QCOMPARE(courses[2].ingredients, (std::vector<IngredientIndex>{1}));
}

void TestCourses::witnesses()
{
    QList<DrugMention> list = mentions(u"R A active 2024-01-01;S B stopped - s=2023-05-01;R A active 2024-03-01;"
                                       "S B completed 2024-02-01 e=2024-05-10;D P completed 2024-04-01 d=90"_s);
    list[4].text = u"Brand 5 mg"_s;
    list[3].text = QString();
    const DrugCourse course = coursesOf(list, day(u"2024-07-01")).constFirst();
    QCOMPARE(course.witnesses.size(), 3);
    QCOMPARE(course.witnesses[0], (CourseWitness{u"B"_s, MentionKind::Statement, MentionState::Completed,
                                                 day(u"2024-05-10"), day(u"2024-05-10")}));
    QCOMPARE(course.witnesses[1],
             (CourseWitness{u"P"_s, MentionKind::Dispense, MentionState::Completed, day(u"2024-04-01"), {}}));
    QCOMPARE(course.witnesses[2],
             (CourseWitness{u"A"_s, MentionKind::Request, MentionState::Active, day(u"2024-03-01"), {}}));
    QCOMPARE(course.text, u"Brand 5 mg"_s);
    QCOMPARE(course.facts, (QList<qint64>{1, 2, 3, 4, 5}));
}

void TestCourses::asNeeded()
{
    QVERIFY(courseOf(u"R A active 2024-01-01 prn"_s).asNeeded);
    QVERIFY(!courseOf(u"R A active 2024-01-01 prn;R A active 2024-02-01"_s).asNeeded);
    QVERIFY(courseOf(u"R A active 2024-01-01;R A active 2024-02-01 prn"_s).asNeeded);
    QVERIFY(!courseOf(u"R A active 2024-02-01;S B active 2024-02-01 prn"_s).asNeeded);
}

void TestCourses::certainFacts_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QList<qint64>>("facts");
    const auto facts = [](const char *name, const char *lines, const QList<qint64> &expected) {
        QTest::newRow(name) << QString::fromLatin1(lines) << expected;
    };
    facts("the last fill", "D P completed 2024-05-10 d=30;D P completed 2024-06-09 d=30", {2});
    facts("the last fill and the order behind it", "D P completed 2024-06-09 d=30;R H active 2024-06-08", {1, 2});
    facts("the stop", "S A active 2023-01-01;S A stopped - s=2024-02-01", {1, 2});
    facts("not the older course", "S A completed 2020-01-01 e=2021-01-01;S A completed 2023-01-01 e=2023-02-01", {2});
    facts("the surer word", "S A unknown 2024-06-01;S B active 2024-06-01", {2});
    facts("plans", "S A not 2024-06-01;R A planned 2024-06-20", {2});
    facts("refusals", "S A not 2024-06-01;S B not 2024-06-20", {1, 2});
    facts("unfilled orders", "R H active 2024-03-01;D P completed 2024-03-10 i=2 d=30", {1});
}

void TestCourses::certainFacts()
{
    QFETCH(const QString, lines);
    QTEST(courseOf(lines).certainFacts, "facts");
}

void TestCourses::notSaidYet()
{
    // What is said later moves nothing, and is not lost either.
    const DrugCourse course = courseOf(u"S A active 2024-08-01"_s);
    QCOMPARE(course.state, CourseState::Planned);
    QVERIFY(course.witnesses.isEmpty());
    QVERIFY(course.certainFacts.isEmpty());
    QCOMPARE(course.facts, (QList<qint64>{1}));
    const DrugCourse both = courseOf(u"S A active 2024-06-01 mg=5;S A active 2024-08-01 mg=10"_s);
    QCOMPARE(inWords(both), u"Current 0.94 2024-06-01..2024-07-01 open"_s);
    QCOMPARE(both.facts, (QList<qint64>{1, 2}));
    QCOMPARE(both.dailyMg(), 5.0);
    QVERIFY(coursesOf({}, day(u"2024-07-01")).isEmpty());
}

void TestCourses::order()
{
    const QList<DrugCourse> courses = coursesOf(
        mentions(u"S A not 2024-06-01 i=1;S A planned 2024-06-01 i=2;S A completed 2024-01-01 e=2024-02-01 i=3;"
                 "S A active 2024-03-01 i=4;S A active 2024-05-01 i=5;S A active 2015-05-01 i=6"_s),
        day(u"2024-07-01"));
    QList<int> drugs;
    for (const DrugCourse &course : courses)
        drugs.append(course.ingredients.at(0));
    QCOMPARE(drugs, (QList<int>{5, 4, 6, 3, 2, 1}));
}

void TestCourses::anyOrderIsTheSame()
{
    const QDate at(2024, 7, 1);
    std::mt19937 random(20240701); // NOLINT(cert-msc51-cpp): the same every time
    for (int round = 0; round < 400; ++round) {
        QList<DrugMention> list = randomMentions(random, 1 + round % 12);
        const QString expected = allInFull(list, at);
        // Every fact is in one course, and in one only.
        QList<qint64> facts;
        for (const DrugCourse &course : coursesOf(list, at)) {
            facts += course.facts;
            QVERIFY2(isSound(course, at), qPrintable(inFull(course)));
            for (const qint64 fact : course.certainFacts)
                QVERIFY(course.facts.contains(fact));
        }
        std::ranges::sort(facts);
        QCOMPARE(facts.size(), list.size());
        for (qsizetype i = 0; i < facts.size(); ++i)
            QCOMPARE(facts[i], qint64(i + 1));
        for (int turn = 0; turn < 5; ++turn) {
            std::ranges::shuffle(list, random);
            QCOMPARE(allInFull(list, at), expected);
        }
    }
}

void TestCourses::copiesChangeNothing()
{
    const QDate at(2024, 7, 1);
    std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same every time
    for (int round = 0; round < 200; ++round) {
        const QList<DrugMention> list = randomMentions(random, 1 + round % 10);
        QList<DrugMention> twice = list + list;
        QCOMPARE(allInFull(twice, at), allInFull(list, at));
        for (qsizetype i = list.size(); i < twice.size(); ++i)
            twice[i].fact += 1000;
        QStringList once;
        QStringList copied;
        for (const DrugCourse &course : coursesOf(list, at))
            once.append(inFull(course));
        for (const DrugCourse &course : coursesOf(twice, at))
            copied.append(inFull(course));
        QCOMPARE(copied, once);
    }
}

void TestCourses::manyMentions()
{
    QList<DrugMention> list;
    for (int i = 0; i < 3000; ++i) {
        DrugMention order = mention(u"R H stopped 1990-01-01 d=30"_s, i + 1);
        order.start = order.start.addDays(i * 4);
        order.said = order.start;
        order.stopKnown = order.start.addDays(29);
        list.append(order);
    }
    const DrugCourse course = coursesOf(list, day(u"2024-07-01")).constFirst();
    QCOMPARE(course.facts.size(), 3000);
    QCOMPARE(inWords(course), u"Past 0.00 1990-01-01..2022-12-04"_s);
}

QTEST_GUILESS_MAIN(TestCourses)
#include "tst_courses.moc"
