// SPDX-License-Identifier: Apache-2.0
#include "safety/MentionLines.h"

#include <QtTest>

using namespace Chartline::Safety;
using namespace MentionLines;
using namespace Qt::StringLiterals;

// Courses of drugs from what sources say, asked for at 1 July 2024 unless another day is told.
class TestExposure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fills_data();
    void fills() { check(); }
    void orders_data();
    void orders() { check(); }
    void stoppedOrders_data();
    void stoppedOrders() { check(); }
    void stops_data();
    void stops() { check(); }
    void otherSources_data();
    void otherSources() { check(); }
    void statements_data();
    void statements() { check(); }
    void doses_data();
    void doses() { check(); }
    void neverDispensed_data();
    void neverDispensed() { check(); }

private:
    static void columns()
    {
        QTest::addColumn<QString>("lines");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("at");
    }
    static void row(const char *name, const char *lines, const char *expected, const char *at = "2024-07-01")
    {
        QTest::newRow(name) << QString::fromLatin1(lines) << QString::fromLatin1(expected) << QString::fromLatin1(at);
    }
    static void check()
    {
        QFETCH(const QString, lines);
        QFETCH(const QString, at);
        QTEST(inWords(courseOf(lines, at)), "expected");
    }
};

void TestExposure::fills_data()
{
    columns();
    row("within the supply", "D P completed 2024-06-15 d=30", "Current 1.00 2024-06-15..2024-07-01");
    row("last day of it", "D P completed 2024-06-02 d=30", "Current 1.00 2024-06-02..2024-07-01");
    row("8 of 15 days of grace", "D P completed 2024-05-25 d=30", "Current 0.73 2024-05-25..2024-07-01");
    row("last day of grace", "D P completed 2024-05-18 d=30", "Current 0.50 2024-05-18..2024-07-01");
    row("after the grace", "D P completed 2024-05-17 d=30", "Past 0.00 2024-05-17..2024-06-15");
    row("half of a long supply", "D P completed 2024-03-01 d=90", "Current 0.63 2024-03-01..2024-07-01");
    row("refilled", "D P completed 2024-05-10 d=30;D P completed 2024-06-09 d=30",
        "Current 1.00 2024-05-10..2024-07-01");
    row("early refill carried over", "D P completed 2024-04-01 d=30;D P completed 2024-04-20 d=30",
        "Current 1.00 2024-04-01..2024-05-30", "2024-05-30");
    row("at most one supply carried over",
        "D P completed 2024-01-01 d=30;D P completed 2024-01-02 d=30;D P completed 2024-01-03 d=30",
        "Past 0.00 2024-01-01..2024-03-02", "2024-03-18");
    row("a small fill takes nothing from a large one", "D P completed 2024-01-01 d=90;D P completed 2024-01-02 d=7",
        "Current 1.00 2024-01-01..2024-03-30", "2024-03-30");
    row("gap", "D P completed 2024-01-01 d=30;D P completed 2024-06-20 d=30",
        "Current 1.00 2024-01-01..2024-01-30 2024-06-20..2024-07-01");
    row("late, but within the grace", "D P completed 2024-05-20 d=30;D P completed 2024-06-30 d=30",
        "Current 1.00 2024-05-20..2024-07-01");
    row("two strengths on one day", "D P completed 2024-05-10 d=30 st=5;D P completed 2024-05-10 d=30 st=2",
        "Past 0.00 2024-05-10..2024-06-08");
    row("one fill told twice", "D P completed 2024-05-10 d=30;D I completed 2024-05-12 d=30",
        "Past 0.00 2024-05-10..2024-06-08");
    row("two pharmacies", "D P completed 2024-05-10 d=30;D I completed 2024-05-20 d=30",
        "Current 1.00 2024-05-10..2024-07-01");
    row("as needed lasts longer", "D P completed 2024-05-10 d=30 prn", "Current 0.62 2024-05-10..2024-07-01");
    row("no supply told: 30 days", "D P completed 2024-06-02", "Current 1.00 2024-06-02..2024-07-01");
    row("supply of its order", "R H active 2024-04-01 d=90;D P completed 2024-04-05",
        "Current 1.00 2024-04-05..2024-07-01");
    row("not handed out", "D P not 2024-06-20 d=30", "NotTaken 0.00");
    row("being prepared", "D P planned 2024-06-30 d=30", "Planned 0.00");
    row("fills held back", "D P hold 2024-06-30 d=30", "Planned 0.00");
    row("partly handed out", "D P stopped 2024-06-20 d=30", "Current 1.00 2024-06-20..2024-07-01");
    row("no date at all", "D P completed - d=30", "Past 0.00");
}

void TestExposure::orders_data()
{
    columns();
    row("supply with refills", "R H active 2024-05-01 d=30 r=2", "Current 1.00 2024-05-01..2024-07-01");
    row("in grace after it", "R H active 2024-03-25 d=30 r=2", "Current 0.70 2024-03-25..2024-07-01");
    row("long after it", "R H active 2023-01-01 d=30 r=2", "Uncertain 0.42 2023-01-01..2024-07-01 open");
    row("short course is over", "R H active 2024-03-01 d=7", "Past 0.00 2024-03-01..2024-03-07");
    row("short course just over", "R H active 2024-06-20 d=7", "Current 0.83 2024-06-20..2024-07-01");
    row("short course with refills", "R H active 2024-03-01 d=7 r=3", "Uncertain 0.83 2024-03-01..2024-07-01 open");
    row("end told", "R H active 2024-06-01 e=2024-06-10", "Past 0.00 2024-06-01..2024-06-10");
    row("ends today", "R H active 2024-06-01 e=2024-07-01", "Current 1.00 2024-06-01..2024-07-01");
    row("end to come", "R H active 2024-06-01 e=2024-08-01", "Current 1.00 2024-06-01..2024-07-01");
    row("no end, recent", "R H active 2024-01-01", "Current 0.71 2024-01-01..2024-07-01 open");
    row("no end, dormant", "R H active 2022-01-01", "Uncertain 0.18 2022-01-01..2024-07-01 open");
    row("no end, fourteen years", "R H active 2010-01-01", "Uncertain 0.05 2010-01-01..2024-07-01 open");
    row("ordered again", "R H active 2022-01-01;R H active 2024-06-01", "Current 0.94 2022-01-01..2024-07-01 open");
    row("filled up to the end of its supply", "R H completed 2024-06-15 d=30", "Current 1.00 2024-06-15..2024-07-01");
    row("completed, nothing told, recent", "R H completed 2024-06-15", "Uncertain 0.50 2024-06-15..2024-07-01");
    row("completed, nothing told", "R H completed 2024-01-01", "Past 0.00 2024-01-01..2024-01-30");
    row("stopped, end told", "R H stopped 2024-01-01 e=2024-02-10", "Past 0.00 2024-01-01..2024-02-10");
    row("stopped today", "R H stopped 2024-01-01 e=2024-07-01", "Past 0.00 2024-01-01..2024-07-01");
    row("stopped, said later by a list", "S H stopped 2024-01-01 s=2024-04-01", "Past 0.00 2024-01-01..2024-04-01");
    row("stopped, written later", "R H stopped 2024-01-01 s=2024-04-01", "Past 0.00 2024-01-01..2024-07-01");
    row("will stop", "R H stopped 2024-06-01 e=2024-08-01", "Current 1.00 2024-06-01..2024-07-01");
    row("not told whether active", "R H unknown 2024-06-01", "Uncertain 0.47 2024-06-01..2024-07-01 open");
    row("on hold", "R H hold 2024-06-01", "Uncertain 0.28 2024-06-01..2024-07-01 open");
    row("planned", "R H planned 2024-06-01", "Planned 0.00");
    row("begins later", "R H active 2024-07-10 s=2024-06-30", "Planned 0.00");
    row("order not to give", "R H not 2024-06-01", "NotTaken 0.00");
    row("once, yesterday", "R H active 2024-06-30 once", "Uncertain 0.50 2024-06-30..2024-07-01");
    row("once, long ago", "R H active 2024-06-20 once", "Past 0.00 2024-06-20..2024-06-20");
    row("refills beyond reason", "R H active 2000-01-01 d=9999 r=9999", "Uncertain 0.05 2000-01-01..2024-07-01 open");
    row("two orders, renewed in grace", "R H completed 2024-01-01 d=30;R H completed 2024-02-10 d=30",
        "Past 0.00 2024-01-01..2024-03-10");
    row("two orders, far apart", "R H completed 2024-01-01 d=30;R H completed 2024-04-01 d=30",
        "Past 0.00 2024-01-01..2024-01-30 2024-04-01..2024-04-30");
    row("order and its fill", "R H active 2024-06-01 d=30 r=3;D P completed 2024-06-04 d=30",
        "Current 1.00 2024-06-04..2024-07-01");
    row("fills lapsed, order stands", "R H active 2024-01-01 d=30 r=11;D P completed 2024-01-04 d=30",
        "Uncertain 0.75 2024-01-04..2024-07-01 open");
    row("fills lapsed, order is done", "R H completed 2024-01-01 d=30 r=11;D P completed 2024-01-04 d=30",
        "Past 0.00 2024-01-04..2024-02-02");
    row("ordered long before fills are told", "R H active 2015-01-01;D P completed 2024-06-20 d=30",
        "Current 1.00 2015-01-01..2024-07-01");
    row("ordered anew after fills", "D P completed 2023-01-01 d=30;R H active 2024-06-20 d=30",
        "Current 1.00 2023-01-01..2023-01-30 2024-06-20..2024-07-01");
}

void TestExposure::stoppedOrders_data()
{
    columns();
    row("stopped, nothing told", "R H stopped 2024-01-01", "Past 0.00 2024-01-01..2024-07-01");
    row("stopped, known by a day", "R H stopped 2023-01-01 k=2024-06-28", "Past 0.00 2023-01-01..2024-06-28");
    row("stopped, known by tomorrow's clock", "R H stopped 2023-01-01 k=2024-07-02",
        "Past 0.00 2023-01-01..2024-07-01");
    row("stopped, known only later", "R H stopped 2023-01-01 k=2024-09-01", "Uncertain 0.50 2023-01-01..2024-07-01");
    row("stopped, known by a day, end told", "R H stopped 2023-01-01 e=2023-02-01 k=2024-06-28",
        "Past 0.00 2023-01-01..2023-02-01");
    row("stopped, known by a day, its fills are", "R H stopped 2023-01-01 k=2024-06-28;D P completed 2023-01-03 d=30",
        "Past 0.00 2023-01-03..2023-02-01");
    row("stopped short course", "R H stopped 2024-01-01 d=7 k=2024-06-28", "Past 0.00 2024-01-01..2024-01-07");
    row("stopped, no date but of the stop", "R H stopped - k=2024-06-28", "Past 0.00 2024-06-28..2024-06-28");
    row("a stop known late does not end a newer order", "R H stopped 2023-01-01 k=2024-06-28;R H active 2024-03-01",
        "Current 0.79 2023-01-01..2024-07-01 open");
    row("stopped, ordered lately", "R H stopped 2024-06-25", "Past 0.00 2024-06-25..2024-07-01");
    row("stopped, supply told", "R H stopped 2024-01-01 d=90", "Past 0.00 2024-01-01..2024-07-01");
}

void TestExposure::stops_data()
{
    columns();
    row("same source", "S A active 2023-01-01;S A stopped - s=2024-02-01", "Past 0.00 2023-01-01..2024-02-01");
    row("order of the same source", "R A active 2023-01-01;R A stopped 2023-01-01 e=2024-02-01",
        "Past 0.00 2023-01-01..2024-02-01");
    row("other source, later", "S A active 2023-01-01 s=2023-06-01;S B stopped 2023-01-01 e=2024-02-01",
        "Past 0.00 2023-01-01..2024-02-01");
    row("other source, before the last word", "S B stopped - s=2023-01-01;S A active 2023-06-01 s=2024-06-01",
        "Current 0.94 2023-01-01..2023-01-01 2023-06-01..2024-07-01 open");
    row("other source, shortly before", "S B stopped - s=2024-05-20;S A active 2023-06-01 s=2024-06-01",
        "Uncertain 0.50 2023-06-01..2024-07-01 open conflict");
    row("other source, 31 days before", "S B stopped - s=2024-05-01;S A active 2023-06-01 s=2024-06-01",
        "Current 0.94 2023-06-01..2024-07-01 open");
    row("other source, same day", "S B stopped - s=2024-06-01;S A active 2023-06-01 s=2024-06-01",
        "Uncertain 0.50 2023-06-01..2024-07-01 open conflict");
    row("same source, same day", "R A active 2024-06-01;R A stopped 2024-06-01 d=7",
        "Current 0.94 2024-06-01..2024-07-01 open");
    row("said later than it was", "S A active 2020-01-01 s=2024-01-01;S B stopped - e=2021-03-01 s=2024-05-01",
        "Past 0.00 2020-01-01..2024-01-01");
    row("stopped, filled again",
        "D P completed 2024-04-01 d=30;S G stopped - s=2024-05-01;D P completed 2024-06-10 d=30",
        "Current 1.00 2024-04-01..2024-05-01 2024-06-10..2024-07-01");
    row("filled, then stopped", "D P completed 2024-06-15 d=30;S G stopped - s=2024-06-20",
        "Past 0.00 2024-06-15..2024-06-20");
    row("order stopped, no one knows when", "S A active 2024-01-01;R B stopped 2024-05-01",
        "Uncertain 0.35 2024-01-01..2024-07-01 open conflict");
    row("patient does not take what another orders", "R A active 2024-05-01;S B not - s=2024-06-01",
        "Uncertain 0.45 2024-05-01..2024-07-01 open conflict");
    row("same source says not taken", "R A active 2024-05-01;S A not - s=2024-06-01",
        "Past 0.00 2024-05-01..2024-06-01");
    row("ordered anew after not taken", "S B not - s=2024-01-01;R A active 2024-05-01",
        "Current 0.89 2024-05-01..2024-07-01 open");
    row("order not to give", "R A active 2024-05-01;R A not 2024-06-01", "Past 0.00 2024-05-01..2024-06-01");
    row("restarted", "S A active 2023-01-01;S A stopped - s=2023-06-01;S A active 2024-01-01",
        "Current 0.71 2023-01-01..2023-06-01 2024-01-01..2024-07-01 open");
    row("another strength stopped", "R A active 2023-12-01 st=25;R A stopped 2024-02-01 e=2024-03-01 st=50",
        "Uncertain 0.33 2023-12-01..2024-07-01 open");
    row("same strength stopped", "R A active 2023-12-01 st=25;R A stopped 2024-02-01 e=2024-03-01 st=25",
        "Past 0.00 2023-12-01..2024-03-01");
    row("stopped with a stay", "R G active 2024-01-01;R H stopped 2024-05-01 e=2024-05-10 in",
        "Current 0.71 2024-01-01..2024-07-01 open");
    row("a stay's own order", "R H active 2024-05-01 in;R H stopped 2024-05-02 e=2024-05-10 in",
        "Past 0.00 2024-05-01..2024-05-10");
    row("short course within a long one", "S A active 2024-01-01;S A completed 2024-02-01 e=2024-02-10",
        "Uncertain 0.38 2024-01-01..2024-07-01 open");
    row("the same course completed", "S A active 2023-01-01;S A completed 2023-01-01 e=2024-02-10",
        "Past 0.00 2023-01-01..2024-02-10");
    row("stop not yet said", "S A active 2024-01-01;S A stopped - s=2024-08-01",
        "Current 0.71 2024-01-01..2024-07-01 open");
    row("stop not yet come", "S A active 2024-01-01;S A stopped 2024-01-01 e=2024-08-01",
        "Current 1.00 2024-01-01..2024-07-01 open");
    row("held by another", "R A active 2024-05-01;S B hold - s=2024-06-15",
        "Uncertain 0.29 2024-05-01..2024-07-01 open");
    row("hold is over", "S A hold - s=2024-03-01;S A active 2024-06-01", "Current 0.94 2024-03-01..2024-07-01 open");
    row("undated stop", "S A active 2024-06-01;S B stopped -", "Uncertain 0.47 2024-06-01..2024-07-01 open conflict");
    row("course with an end stopped before", "R A active 2024-05-01 e=2024-12-31;S A stopped - s=2024-06-01",
        "Past 0.00 2024-05-01..2024-06-01");
}

void TestExposure::otherSources_data()
{
    columns();
    row("another source does not stop an order", "R A active 2024-06-01;S B stopped - s=2024-06-10",
        "Uncertain 0.47 2024-06-01..2024-07-01 open conflict");
    row("nor with an end", "R A active 2024-02-01;S B stopped 2024-02-01 e=2024-05-10",
        "Uncertain 0.38 2024-02-01..2024-07-01 open conflict");
    row("nor while its supply lasts", "R A active 2024-05-01 d=90;S B stopped - s=2024-06-10",
        "Uncertain 0.50 2024-05-01..2024-07-01 conflict");
    row("but when that is used up", "R A active 2024-02-01 d=30;S B stopped - s=2024-05-10",
        "Past 0.00 2024-02-01..2024-03-01 2024-05-10..2024-05-10");
    row("nor by an order not to give", "R A active 2024-06-01;R B not 2024-06-10",
        "Uncertain 0.47 2024-06-01..2024-07-01 open conflict");
    row("nor a course with an end to come", "R A active 2024-06-01 e=2024-09-01;S B stopped - s=2024-06-10",
        "Uncertain 0.50 2024-06-01..2024-07-01 conflict");
    row("lists of one month", "S A active 2024-06-01;S B stopped - s=2024-06-10",
        "Uncertain 0.47 2024-06-01..2024-07-01 open conflict");
}

void TestExposure::statements_data()
{
    columns();
    row("period", "S A completed 2024-01-01 e=2024-02-01", "Past 0.00 2024-01-01..2024-02-01");
    row("period to come to its end", "S A completed 2024-01-01 e=2024-08-01", "Current 1.00 2024-01-01..2024-07-01");
    row("active, its end is past", "S A active 2024-01-01 e=2024-02-01", "Past 0.00 2024-01-01..2024-02-01");
    row("begun long ago, said lately", "S A active 2010-01-01 s=2024-06-20",
        "Current 0.98 2010-01-01..2024-07-01 open");
    row("a year", "S A active 2024", "Current 0.71 2024-01-01..2024-07-01 open");
    row("a year long ago", "S A active 2012", "Uncertain 0.05 2012-01-01..2024-07-01 open");
    row("ended some day this year", "S A active 2023-01-01 e=2024", "Uncertain 0.50 2023-01-01..2024-07-01");
    row("ended some day this month", "S A active 2023-01-01 e=2024-07", "Uncertain 0.50 2023-01-01..2024-07-01");
    row("ends next year", "S A active 2023-01-01 e=2025", "Current 1.00 2023-01-01..2024-07-01");
    row("ended last year", "S A active 2020-01-01 e=2023", "Past 0.00 2020-01-01..2023-12-31");
    row("no date", "S A active -", "Current 0.50 open");
    row("no date, and stopped by another", "S A active -;S B stopped - s=2024-06-01",
        "Uncertain 0.25 2024-06-01..2024-06-01 open conflict");
    row("no date, no status", "S A unknown -", "Uncertain 0.30");
    row("no date, completed", "S A completed -", "Past 0.00");
    row("only when it was said", "S A active - s=2024-06-01", "Current 0.94 2024-06-01..2024-07-01 open");
    row("only an end", "S A active - e=2024-05-01", "Past 0.00 2024-05-01..2024-05-01");
    row("only an end to come", "S A active - e=2024-09-01", "Current 1.00");
    row("only an end to come, and when it was said", "S A active - s=2024-05-01 e=2024-09-01",
        "Current 1.00 2024-05-01..2024-07-01");
    row("only an end to come, this year", "S A active - e=2024", "Uncertain 0.50");
    row("only an end to come, after fills", "D P completed 2024-01-01 d=30;R A active - e=2024-09-01",
        "Current 1.00 2024-01-01..2024-01-30");
    row("period, said after the date asked for", "S A stopped 2024-05-01 e=2024-11-18 s=2024-11-18",
        "Current 1.00 2024-05-01..2024-07-01");
    row("begun, and said after the date asked for", "S A active 2024-05-01 s=2024-11-18",
        "Current 1.00 2024-05-01..2024-07-01 open");
    row("over, and said after the date asked for",
        "S A active 2024-01-01;S A completed 2024-01-01 e=2024-05-01 s=2024-11-18", "Past 0.00 2024-01-01..2024-05-01");
    row("stopped after the date asked for", "S A stopped 2024-01-01 s=2024-11-18",
        "Uncertain 0.50 2024-01-01..2024-07-01");
    row("no beginning, said after the date asked for", "S A active - s=2024-11-18", "Planned 0.00");
    row("begins after the date asked for", "S A active 2024-08-01 s=2024-11-18", "Planned 0.00");
    row("ends before it begins", "S A active 2024-06-01 e=2023-06-01", "Uncertain 0.47 2024-06-01..2024-07-01 open");
    row("said after the fills lapsed", "D P completed 2024-01-01 d=30;S A active 2024-01-01 s=2024-06-15",
        "Current 0.97 2024-01-01..2024-07-01 open");
    row("intended", "S A planned 2024-06-01", "Planned 0.00");
    row("not taken", "S A not 2024-06-01", "NotTaken 0.00");
    row("not taken, and planned", "S A not 2024-06-01;R A planned 2024-06-20", "Planned 0.00");
    row("not taken, nor stopped by the order", "S A not 2024-06-01;R B stopped 2024-01-01 e=2024-02-01",
        "Past 0.00 2024-01-01..2024-02-01");
    row("not taken for a while", "R A active 2024-05-01;S A not 2024-05-10 e=2024-05-20",
        "Current 0.89 2024-05-01..2024-07-01 open");
    row("three sources, one course", "R A active 2024-01-01;S B active 2023-12-01;D P completed 2024-06-20 d=30",
        "Current 1.00 2023-12-01..2024-07-01 open");
}

void TestExposure::doses_data()
{
    columns();
    row("today", "A H completed 2024-07-01 once", "Current 1.00 2024-07-01..2024-07-01");
    row("yesterday, the only one", "A H completed 2024-06-30 once", "Uncertain 0.50 2024-06-30..2024-07-01");
    row("yesterday, of a series", "A H completed 2024-06-29 once;A H completed 2024-06-30 once",
        "Current 0.90 2024-06-29..2024-07-01");
    row("series in steps of two days",
        "A H completed 2024-06-10 once;A H completed 2024-06-12 once;A H completed 2024-06-14 once",
        "Past 0.00 2024-06-10..2024-06-14");
    row("two series", "A H completed 2024-06-10 once;A H completed 2024-06-13 once",
        "Past 0.00 2024-06-10..2024-06-10 2024-06-13..2024-06-13");
    row("weekly", "A H completed 2024-06-20 once;A H completed 2024-06-27 once", "Current 0.90 2024-06-20..2024-07-01");
    row("weekly, the next is late", "A H completed 2024-06-14 once;A H completed 2024-06-21 once",
        "Uncertain 0.50 2024-06-14..2024-07-01");
    row("weekly, long ago", "A H completed 2024-05-14 once;A H completed 2024-05-21 once",
        "Past 0.00 2024-05-14..2024-05-27");
    row("equal intervals", "A H completed 2024-05-20 once;A H completed 2024-06-07 once;A H completed 2024-06-25 once",
        "Current 0.90 2024-05-20..2024-07-01");
    row("unequal intervals",
        "A H completed 2024-05-16 once;A H completed 2024-06-03 once;A H completed 2024-06-13 once",
        "Past 0.00 2024-05-16..2024-05-16 2024-06-03..2024-06-03 2024-06-13..2024-06-13");
    row("cycles of three days",
        "A H completed 2024-05-20 once;A H completed 2024-05-21 once;A H completed 2024-05-22 once;"
        "A H completed 2024-06-10 once;A H completed 2024-06-11 once;A H completed 2024-06-12 once",
        "Current 0.90 2024-05-20..2024-07-01");
    row("depot", "A H completed 2024-06-10 once t=haloperidol_decanoate_100_mg", "Current 0.90 2024-06-10..2024-07-01");
    row("depot, the next is late", "A H completed 2024-05-25 once t=Haloperidol_Decanoate",
        "Uncertain 0.50 2024-05-25..2024-07-01");
    row("depot, long ago", "A H completed 2024-01-01 once t=haloperidol_decanoate", "Past 0.00 2024-01-01..2024-01-28");
    row("depot, and then stopped", "A H completed 2024-06-10 once t=haloperidol_decanoate;S H stopped - s=2024-06-20",
        "Uncertain 0.45 2024-06-10..2024-07-01");
    row("depot for three months", "A H completed 2024-04-20 once t=Invega_Trinza_paliperidone_palmitate",
        "Current 0.90 2024-04-20..2024-07-01");
    row("an injection of another form", "A H completed 2024-06-10 once t=haloperidol_lactate_5_mg_injection",
        "Past 0.00 2024-06-10..2024-06-10");
    row("a tablet with the name of a depot's salt", "A H completed 2024-06-10 once t=hydroxyzine_pamoate_25_mg_capsule",
        "Past 0.00 2024-06-10..2024-06-10");
    row("infusion going on", "A H active 2024-06-30", "Current 1.00 2024-06-30..2024-07-01 open");
    row("infusion that ended", "A H completed 2024-06-20 e=2024-06-22", "Past 0.00 2024-06-20..2024-06-22");
    row("not given", "A H not 2024-06-30", "NotTaken 0.00");
    row("one dose not given ends nothing", "R H active 2024-06-01;A H not 2024-06-15",
        "Current 0.94 2024-06-01..2024-07-01 open");
}

void TestExposure::neverDispensed_data()
{
    columns();
    row("others were", "R H active 2024-03-01;D P completed 2024-03-10 i=2 d=30", "NeverDispensed 0.10");
    row("others were, with supply told", "R H active 2024-03-01 d=90 r=3;D P completed 2024-03-10 i=2 d=30",
        "NeverDispensed 0.10");
    row("others long after", "R H active 2023-10-01;D P completed 2024-03-10 i=2 d=30",
        "Current 0.59 2023-10-01..2024-07-01 open");
    row("others before only", "R H active 2024-03-01;D P completed 2024-02-10 i=2 d=30",
        "Current 0.79 2024-03-01..2024-07-01 open");
    row("no fills are told", "R H active 2024-03-01;R H active 2024-03-01 i=2",
        "Current 0.79 2024-03-01..2024-07-01 open");
    row("still time", "R H active 2024-06-10;D P completed 2024-06-12 i=2 d=30",
        "Current 0.96 2024-06-10..2024-07-01 open");
    row("a list has it taken", "R H active 2024-03-01;S A active 2024-05-01;D P completed 2024-03-10 i=2 d=30",
        "Current 0.89 2024-03-01..2024-07-01 open");
    row("given in a stay", "R H active 2024-03-01 in;D P completed 2024-03-10 i=2 d=30",
        "Current 0.79 2024-03-01..2024-07-01 open");
    row("doses were given", "R H active 2024-03-01;A H completed 2024-03-02 once;D P completed 2024-03-10 i=2 d=30",
        "Current 0.79 2024-03-01..2024-07-01 open");
    row("not picked up", "R H active 2024-03-01;D P not 2024-03-10;D P completed 2024-03-10 i=2 d=30",
        "NeverDispensed 0.10");
    row("over anyway", "R H stopped 2024-03-01 e=2024-04-01;D P completed 2024-03-10 i=2 d=30",
        "Past 0.00 2024-03-01..2024-04-01");
    row("ordered some day that year", "R H active 2024;D P completed 2024-03-10 i=2 d=30",
        "Current 0.71 2024-01-01..2024-07-01 open");
}

QTEST_GUILESS_MAIN(TestExposure)
#include "tst_exposure.moc"
