// SPDX-License-Identifier: Apache-2.0
#include "safety/MentionLines.h"

#include <QtTest>

using namespace Chartline::Safety;
using namespace MentionLines;
using namespace Qt::StringLiterals;

// How two courses meet, and which of their dates no source tells, asked for at 1 July 2024.
class TestOverlaps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overlaps_data();
    void overlaps() { check(); }
    void aheads_data(); // what is planned, was never dispensed, or stopped without a date
    void aheads() { check(); }
    void marks_data();
    void marks();
    void startIsStable();

private:
    static void columns()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<double>("firstTail");
        QTest::addColumn<QString>("second");
        QTest::addColumn<double>("secondTail");
        QTest::addColumn<QString>("expected");
    }
    static void check();
};

void TestOverlaps::overlaps_data()
{
    columns();
    const QString now = u"S A active 2024-05-01"_s;
    const QString before = u"S A completed 2024-01-01 e=2024-06-25"_s;
    QTest::newRow("both taken") << now << 0.0 << u"S A active 2024-06-01"_s << 0.0 << u"Active 2024-06-01"_s;
    QTest::newRow("both taken, one with no date") << now << 0.0 << u"S A active -"_s << 0.0 << u"Active"_s;
    QTest::newRow("both taken, one for no one knows how long")
        << now << 0.0 << u"S A active -;S A completed 2024-01-01 e=2024-05-10"_s << 0.0 << u"Active"_s;
    QTest::newRow("washout") << now << 0.0 << before << 14.0 << u"Washout 2024-06-25 2024-07-09 second"_s;
    QTest::newRow("washout of the first") << before << 14.0 << now << 0.0 << u"Washout 2024-06-25 2024-07-09 first"_s;
    QTest::newRow("part of a day") << now << 0.0 << before << 6.2 << u"Washout 2024-06-25 2024-07-02 second"_s;
    QTest::newRow("over today") << now << 0.0 << before << 6.0 << u"Historical 2024-05-01 2024-06-30"_s;
    QTest::newRow("no tail") << now << 0.0 << before << 0.0 << u"Historical 2024-05-01 2024-06-25"_s;
    QTest::newRow("only the one that is gone counts")
        << now << 100.0 << u"S A completed 2024-01-01 e=2024-02-01"_s << 0.0 << u"None"_s;
    QTest::newRow("both gone, met by a tail")
        << u"S A completed 2024-01-01 e=2024-02-01"_s << 20.0 << u"S A completed 2024-02-10 e=2024-02-15"_s << 0.0
        << u"Historical 2024-02-10 2024-02-15"_s;
    QTest::newRow("both gone, never met") << u"S A completed 2024-01-01 e=2024-02-01"_s << 5.0
                                          << u"S A completed 2024-02-10 e=2024-02-15"_s << 0.0 << u"None"_s;
    QTest::newRow("tails alone do not meet") << u"S A completed 2024-01-01 e=2024-02-01"_s << 30.0
                                             << u"S A completed 2023-12-01 e=2023-12-20"_s << 10.0 << u"None"_s;
    QTest::newRow("the latest of several meetings")
        << u"D P completed 2024-01-01 d=30;D P completed 2024-04-01 d=30"_s << 0.0
        << u"S A completed 2024-01-10 e=2024-04-10"_s << 0.0 << u"Historical 2024-04-01 2024-04-10"_s;
    QTest::newRow("not taken") << now << 0.0 << u"S A not 2024-06-01"_s << 30.0 << u"None"_s;
    QTest::newRow("unsure is taken") << now << 0.0 << u"S A active 2012-01-01"_s << 0.0 << u"Active 2024-05-01"_s;
    QTest::newRow("gone, no one knows when") << now << 0.0 << u"S A completed -"_s << 100.0 << u"None"_s;
}

void TestOverlaps::aheads_data()
{
    columns();
    const QString now = u"S A active 2024-05-01"_s;
    const QString before = u"S A completed 2024-01-01 e=2024-06-25"_s;
    const QString draft = u"R B planned 2024-06-30"_s;
    QTest::newRow("planned") << now << 0.0 << draft << 0.0 << u"Active"_s;
    QTest::newRow("planned, and stopped before")
        << before << 14.0 << draft << 0.0 << u"Washout 2024-06-25 2024-07-09 first"_s;
    QTest::newRow("planned, and stopped before, the other way round")
        << draft << 0.0 << before << 14.0 << u"Washout 2024-06-25 2024-07-09 second"_s;
    QTest::newRow("planned, and long stopped") << before << 6.0 << draft << 100.0 << u"None"_s;
    QTest::newRow("begins within the tail")
        << before << 14.0 << u"R B active 2024-07-04 s=2024-06-30"_s << 0.0 << u"Washout 2024-06-25 2024-07-09 first"_s;
    QTest::newRow("begins when the tail is over")
        << before << 14.0 << u"R B active 2024-07-09 s=2024-06-30"_s << 0.0 << u"None"_s;
    QTest::newRow("never dispensed, and stopped before")
        << before << 14.0 << u"R B active 2024-03-01;D P completed 2024-03-10 i=2 d=30"_s << 0.0
        << u"Washout 2024-06-25 2024-07-09 first"_s;
    QTest::newRow("stopped, no one knows when")
        << u"R A stopped 2023-01-01 k=2024-06-29"_s << 14.0 << now << 0.0 << u"Washout 2024-06-29 2024-07-13 first"_s;
}

void TestOverlaps::check()
{
    QFETCH(const QString, first);
    QFETCH(const double, firstTail);
    QFETCH(const QString, second);
    QFETCH(const double, secondTail);
    constexpr const char *names[] = {"None", "Historical", "Washout", "Active"};
    const OverlapFound found =
        overlapOf(courseOf(first), {firstTail, {}}, courseOf(second), {secondTail, {}}, day(u"2024-07-01"));
    QString text = QLatin1StringView(names[int(found.overlap)]);
    for (const QDate &date : {found.since, found.until})
        text += date.isValid() ? u' ' + date.toString(Qt::ISODate) : QString();
    if (found.overlap == Overlap::Washout)
        text += found.firstIsGone ? u" first"_s : u" second"_s;
    QTEST(text, "expected");
}

void TestOverlaps::marks_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<bool>("startUnknown");
    QTest::addColumn<bool>("endIsGuess");
    QTest::addColumn<QDate>("plannedFrom");
    const auto marks = [](const char *name, const char *lines, bool startUnknown, bool endIsGuess,
                          const QDate &from = {}) {
        QTest::newRow(name) << QString::fromLatin1(lines) << startUnknown << endIsGuess << from;
    };
    marks("all told", "S A completed 2024-01-01 e=2024-02-01", false, false);
    marks("no end of a stop", "R A stopped 2024-01-01 k=2024-02-01", false, true);
    marks("a month", "S A completed 2024-01-01 e=2024-02", false, true);
    marks("a supply", "D P completed 2024-01-01 d=30", false, true);
    marks("the day a list said so", "S A active 2023-01-01;S A stopped - s=2024-02-01", false, true);
    marks("one dose", "A H completed 2024-06-20 once", false, false);
    marks("taken", "S A active 2024-05-01", false, false);
    marks("no date", "S A active -", true, false);
    marks("only when it was said", "S A active - s=2024-05-01", true, false);
    marks("only an end to come", "S A active - e=2024-09-01", true, false);
    marks("only an end", "S A completed - e=2024-05-01", true, false);
    marks("no date, another tells", "S A active -;R B active 2024-05-01", false, false);
    marks("a draft", "R A planned 2024-06-30", false, false);
    marks("begins later", "R A active 2024-07-10 s=2024-06-30", false, false, QDate(2024, 7, 10));
    marks("two begin later", "R A active 2024-07-20 s=2024-06-30;R A active 2024-07-10 s=2024-06-30", false, false,
          QDate(2024, 7, 10));
    marks("begins later, or any day", "R A active 2024-07-20 s=2024-06-30;R A planned 2024-06-30", false, false);
}

void TestOverlaps::marks()
{
    QFETCH(const QString, lines);
    const DrugCourse course = courseOf(lines);
    QTEST(course.startUnknown, "startUnknown");
    QTEST(course.endIsGuess, "endIsGuess");
    QTEST(course.plannedFrom, "plannedFrom");
}

// What tells only an end begins on no day that moves with the one asked for.
void TestOverlaps::startIsStable()
{
    for (const char *lines :
         {"S A active - e=2024-09-01", "S A active - s=2024-05-01 e=2024-09-01", "S A active - e=2025"}) {
        const QString text = QString::fromLatin1(lines);
        QVERIFY(courseOf(text, u"2024-07-01"_s).isTaken());
        QCOMPARE(courseOf(text, u"2024-07-01"_s).start(), courseOf(text, u"2024-07-15"_s).start());
    }
}

QTEST_GUILESS_MAIN(TestOverlaps)
#include "tst_overlaps.moc"
