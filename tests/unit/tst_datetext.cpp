// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/DateText.h"

#include <QTest>

using namespace Chartline;
using namespace Chartline::Ui;
using namespace Qt::StringLiterals;

class DateTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void date_data();
    void date();
    void range_data();
    void range();
    void age_data();
    void age();
    void headingOfADayNamesTheWeekday();
    void german();
};

void DateTextTest::date_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("expected");
    QTest::newRow("year stays a year") << u"2014"_s << u"UTC"_s << u"2014"_s;
    QTest::newRow("month") << u"2014-03"_s << u"UTC"_s << u"Mar 2014"_s;
    QTest::newRow("day") << u"2014-03-12"_s << u"UTC"_s << u"12 Mar 2014"_s;
    QTest::newRow("own zone") << u"2014-03-12T14:30:00+01:00"_s << u"Europe/Berlin"_s << u"12 Mar 2014, 14:30"_s;
    QTest::newRow("other zone is named") << u"2014-03-12T14:30:00+05:30"_s << u"Europe/Berlin"_s
                                         << u"12 Mar 2014, 14:30 (UTC+5:30)"_s;
    QTest::newRow("west") << u"2014-03-12T14:30:00-03:00"_s << u"UTC"_s << u"12 Mar 2014, 14:30 (UTC−3)"_s;
    QTest::newRow("summer time counts") << u"2014-07-12T14:30:00+01:00"_s << u"Europe/Berlin"_s
                                        << u"12 Jul 2014, 14:30 (UTC+1)"_s;
    QTest::newRow("seconds where they say something")
        << u"2014-03-12T14:30:21Z"_s << u"UTC"_s << u"12 Mar 2014, 14:30:21"_s;
    QTest::newRow("late evening keeps its day")
        << u"2014-03-12T23:50:00-08:00"_s << u"UTC"_s << u"12 Mar 2014, 23:50 (UTC−8)"_s;
    QTest::newRow("no date") << u"spring of '98"_s << u"UTC"_s << u"spring of '98"_s;
    QTest::newRow("none") << QString() << u"UTC"_s << QString();
}

void DateTextTest::date()
{
    QFETCH(QString, text);
    QFETCH(QString, zone);
    QFETCH(QString, expected);
    QCOMPARE(DateText::date(PartialDate::parse(text), QLocale::c(), QTimeZone(zone.toLatin1())), expected);
}

void DateTextTest::range_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    QTest::addColumn<bool>("ongoing");
    QTest::addColumn<QString>("expected");
    QTest::newRow("both") << u"2014-03"_s << u"2016"_s << false << u"Mar 2014 – 2016"_s;
    QTest::newRow("ongoing") << u"2014"_s << QString() << true << u"since 2014"_s;
    QTest::newRow("a moment") << u"2014-03-12"_s << QString() << false << u"12 Mar 2014"_s;
    QTest::newRow("only an end") << QString() << u"2016"_s << false << u"until 2016"_s;
    QTest::newRow("same") << u"2016-01-02"_s << u"2016-01-02"_s << false << u"2 Jan 2016"_s;
    QTest::newRow("nothing") << QString() << QString() << true << QString();
}

void DateTextTest::range()
{
    QFETCH(QString, start);
    QFETCH(QString, end);
    QFETCH(bool, ongoing);
    QFETCH(QString, expected);
    QCOMPARE(DateText::range(PartialDate::parse(start), PartialDate::parse(end), ongoing, QLocale::c()), expected);
}

void DateTextTest::age_data()
{
    QTest::addColumn<QString>("birth");
    QTest::addColumn<QDate>("at");
    QTest::addColumn<QString>("expected");
    QTest::newRow("day before the birthday") << u"1959-03-12"_s << QDate(2026, 3, 11) << u"66 y"_s;
    QTest::newRow("birthday") << u"1959-03-12"_s << QDate(2026, 3, 12) << u"67 y"_s;
    QTest::newRow("year only") << u"1959"_s << QDate(2026, 6, 1) << u"66–67 y"_s;
    QTest::newRow("infant") << u"2025-09-20"_s << QDate(2026, 11, 21) << u"14 mo"_s;
    QTest::newRow("newborn") << u"2026-11-12"_s << QDate(2026, 11, 21) << u"9 d"_s;
    QTest::newRow("not born yet") << u"2027-01-01"_s << QDate(2026, 11, 21) << QString();
    QTest::newRow("month, unclear") << u"1959-11"_s << QDate(2026, 11, 15) << u"66–67 y"_s;
    QTest::newRow("29 February") << u"2004-02-29"_s << QDate(2026, 2, 28) << u"22 y"_s;
    QTest::newRow("nothing") << QString() << QDate(2026, 11, 21) << QString();
}

void DateTextTest::age()
{
    QFETCH(QString, birth);
    QFETCH(QDate, at);
    QFETCH(QString, expected);
    QCOMPARE(DateText::age(PartialDate::parse(birth), at), expected);
}

void DateTextTest::headingOfADayNamesTheWeekday()
{
    QCOMPARE(DateText::heading(PartialDate::parse(u"2026-11-21"), QLocale::c()), u"Saturday, 21 November 2026"_s);
    QCOMPARE(DateText::heading(PartialDate::parse(u"2026"), QLocale::c()), u"2026"_s);
}

void DateTextTest::german()
{
    QCOMPARE(DateText::day(PartialDate::parse(u"2026-05-21"), QLocale(QLocale::German)), u"21 Mai 2026"_s);
}

QTEST_GUILESS_MAIN(DateTextTest)
#include "tst_datetext.moc"
