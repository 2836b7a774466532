// SPDX-License-Identifier: Apache-2.0
#include "safety/Exposure.h"

#include <QtTest>
#include <random>

using namespace Chartline::Safety;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *s_states[] = {"Current", "Uncertain", "Past", "NeverDispensed", "Planned", "NotTaken"};

QDate day(QStringView text)
{
    return QDate::fromString(text, Qt::ISODate);
}

// "2024-05-01", "2024" and "2024-05" (vague: first or last day), "-" (not told).
QDate dayOf(const QString &text, bool &isVague, bool isLast)
{
    if (text == "-"_L1)
        return {};
    isVague = text.size() < 10;
    if (!isVague)
        return day(text);
    const bool isYear = text.size() == 4;
    const QDate first = day(text + (isYear ? u"-01-01"_s : u"-01"_s));
    return isLast ? first.addMonths(isYear ? 12 : 1).addDays(-1) : first;
}

void setOption(DrugMention &mention, const QString &word)
{
    const qsizetype sign = word.indexOf(u'=');
    const QString key = word.first(sign < 0 ? word.size() : sign);
    const QString value = word.sliced(sign + 1);
    if (key == "e"_L1)
        mention.end = dayOf(value, mention.endIsVague, true);
    else if (key == "s"_L1)
        mention.said = day(value);
    else if (key == "d"_L1)
        mention.daysSupply = value.toInt();
    else if (key == "r"_L1)
        mention.refills = value.toInt();
    else if (key == "mg"_L1)
        mention.dailyMg = value.toDouble();
    else if (key == "st"_L1)
        mention.drug.strengthMg = value.toDouble();
    else if (key == "i"_L1)
        mention.drug.ingredients.assign(1, IngredientIndex(value.toInt()));
    else if (key == "way"_L1)
        mention.route = Route(value.toInt());
    else if (key == "prn"_L1)
        mention.asNeeded = true;
    else if (key == "once"_L1)
        mention.single = true;
    else if (key == "in"_L1)
        mention.inpatient = true;
    else
        qFatal("no such option: %s", qPrintable(word));
}

// "R A active 2024-05-01 d=30 r=2": kind (Request, Dispense, Administration, Statement), source, state, start, options.
// Said when begun unless `s=` or no start is told.
DrugMention mention(const QString &line, qint64 fact)
{
    const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
    DrugMention mention;
    mention.fact = fact;
    mention.kind = MentionKind(QStringLiteral("RDAS").indexOf(words[0]));
    mention.source = words[1];
    const QStringList states{u"active"_s,  u"completed"_s, u"stopped"_s, u"hold"_s,
                             u"planned"_s, u"not"_s,       u"unknown"_s};
    mention.state = MentionState(states.indexOf(words[2]));
    mention.start = dayOf(words[3], mention.startIsVague, false);
    mention.said = mention.startIsVague ? QDate() : mention.start;
    mention.text = u"drug"_s;
    mention.drug.match = Match::Name;
    mention.drug.ingredients.assign(1, 1);
    for (qsizetype i = 4; i < words.size(); ++i)
        setOption(mention, words[i]);
    return mention;
}

QList<DrugMention> mentions(const QString &lines)
{
    QList<DrugMention> list;
    for (const QString &line : lines.split(u';', Qt::SkipEmptyParts))
        list.append(mention(line, list.size() + 1));
    return list;
}

QString spans(const QList<DaySpan> &list)
{
    QStringList texts;
    for (const DaySpan &span : list)
        texts.append(span.from.toString(Qt::ISODate) + u".."_s + span.to.toString(Qt::ISODate));
    return texts.join(u' ');
}

// "Current 0.73 2024-01-01..2024-07-01 open conflict"
QString inWords(const DrugCourse &course)
{
    QString text = QLatin1StringView(s_states[int(course.state)]) + u' ' + QString::number(course.confidence, 'f', 2);
    if (!course.spans.isEmpty())
        text += u' ' + spans(course.spans);
    if (course.openEnd)
        text += u" open"_s;
    if (course.conflict)
        text += u" conflict"_s;
    return text;
}

QString inFull(const DrugCourse &course)
{
    QString text = inWords(course) + u" gaps "_s + spans(course.gaps) + u" covered "_s
                   + QString::number(course.covered.value_or(-1)) + u" route "_s + QString::number(int(course.route));
    for (const DoseStep &step : course.doses)
        text += u" dose "_s + step.from.toString(Qt::ISODate) + u' ' + QString::number(step.dailyMg);
    for (const CourseWitness &witness : course.witnesses) {
        text += u" by "_s + witness.source + u' ' + QString::number(int(witness.kind)) + u' '
                + QString::number(int(witness.state)) + u' ' + witness.said.toString(Qt::ISODate);
    }
    return text;
}

DrugCourse courseOf(const QString &lines, const QString &at = u"2024-07-01"_s)
{
    for (const DrugCourse &course : coursesOf(mentions(lines), day(at))) {
        if (course.ingredients == std::vector<IngredientIndex>{1})
            return course;
    }
    return {};
}

} // namespace

// Courses of drugs from what sources say, asked for at 1 July 2024 unless another day is told.
class TestExposure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fills_data();
    void fills() { check(); }
    void orders_data();
    void orders() { check(); }
    void stops_data();
    void stops() { check(); }
    void statements_data();
    void statements() { check(); }
    void doses_data();
    void doses() { check(); }
    void neverDispensed_data();
    void neverDispensed() { check(); }
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
    void overlaps_data();
    void overlaps();
    void anyOrderIsTheSame();
    void copiesChangeNothing();
    void manyMentions();

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
    row("stopped, nothing told", "R H stopped 2024-01-01", "Past 0.00 2024-01-01..2024-01-30");
    row("stopped, ordered lately", "R H stopped 2024-06-25", "Past 0.00 2024-06-25..2024-07-01");
    row("stopped, supply told", "R H stopped 2024-01-01 d=90", "Past 0.00 2024-01-01..2024-03-30");
    row("stopped, end told", "R H stopped 2024-01-01 e=2024-02-10", "Past 0.00 2024-01-01..2024-02-10");
    row("stopped today", "R H stopped 2024-01-01 e=2024-07-01", "Past 0.00 2024-01-01..2024-07-01");
    row("stopped, said later", "R H stopped 2024-01-01 s=2024-04-01", "Past 0.00 2024-01-01..2024-04-01");
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
    row("stopped, filled again", "D P completed 2024-04-01 d=30;S G stopped - s=2024-05-01;D P completed 2024-06-10 d=30",
        "Current 1.00 2024-04-01..2024-05-01 2024-06-10..2024-07-01");
    row("filled, then stopped", "D P completed 2024-06-15 d=30;S G stopped - s=2024-06-20",
        "Past 0.00 2024-06-15..2024-06-20");
    row("order stopped, no one knows when", "S A active 2024-01-01;R B stopped 2024-05-01",
        "Uncertain 0.35 2024-01-01..2024-07-01 open conflict");
    row("patient does not take what another orders", "R A active 2024-05-01;S B not - s=2024-06-01",
        "Uncertain 0.45 2024-05-01..2024-07-01 open conflict");
    row("same source says not taken", "R A active 2024-05-01;S A not - s=2024-06-01", "Past 0.00 2024-05-01..2024-06-01");
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
    row("stop not yet said", "S A active 2024-01-01;S A stopped - s=2024-08-01", "Current 0.71 2024-01-01..2024-07-01 open");
    row("stop not yet come", "S A active 2024-01-01;S A stopped 2024-01-01 e=2024-08-01",
        "Current 1.00 2024-01-01..2024-07-01 open");
    row("held by another", "R A active 2024-05-01;S B hold - s=2024-06-15",
        "Uncertain 0.29 2024-05-01..2024-07-01 open");
    row("hold is over", "S A hold - s=2024-03-01;S A active 2024-06-01", "Current 0.94 2024-03-01..2024-07-01 open");
    row("undated stop", "S A active 2024-06-01;S B stopped -", "Uncertain 0.47 2024-06-01..2024-07-01 open conflict");
    row("course with an end stopped before", "R A active 2024-05-01 e=2024-12-31;S A stopped - s=2024-06-01",
        "Past 0.00 2024-05-01..2024-06-01");
}

void TestExposure::statements_data()
{
    columns();
    row("period", "S A completed 2024-01-01 e=2024-02-01", "Past 0.00 2024-01-01..2024-02-01");
    row("period to come to its end", "S A completed 2024-01-01 e=2024-08-01", "Current 1.00 2024-01-01..2024-07-01");
    row("active, its end is past", "S A active 2024-01-01 e=2024-02-01", "Past 0.00 2024-01-01..2024-02-01");
    row("begun long ago, said lately", "S A active 2010-01-01 s=2024-06-20", "Current 0.98 2010-01-01..2024-07-01 open");
    row("a year", "S A active 2024", "Current 0.71 2024-01-01..2024-07-01 open");
    row("a year long ago", "S A active 2012", "Uncertain 0.05 2012-01-01..2024-07-01 open");
    row("ended some day this year", "S A active 2023-01-01 e=2024", "Uncertain 0.50 2023-01-01..2024-07-01");
    row("ended some day this month", "S A active 2023-01-01 e=2024-07", "Uncertain 0.50 2023-01-01..2024-07-01");
    row("ends next year", "S A active 2023-01-01 e=2025", "Current 1.00 2023-01-01..2024-07-01");
    row("ended last year", "S A active 2020-01-01 e=2023", "Past 0.00 2020-01-01..2023-12-31");
    row("no date", "S A active -", "Uncertain 0.50 open");
    row("no date, no status", "S A unknown -", "Uncertain 0.30");
    row("no date, completed", "S A completed -", "Past 0.00");
    row("only when it was said", "S A active - s=2024-06-01", "Current 0.94 2024-06-01..2024-07-01 open");
    row("only an end", "S A active - e=2024-05-01", "Past 0.00 2024-05-01..2024-05-01");
    row("only an end to come", "S A active - e=2024-09-01", "Current 1.00 2024-07-01..2024-07-01");
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
    row("no fills are told", "R H active 2024-03-01;R H active 2024-03-01 i=2", "Current 0.79 2024-03-01..2024-07-01 open");
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

void TestExposure::supplies_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QString>("gaps");
    QTest::addColumn<double>("covered"); // -1: not told
    QTest::newRow("one fill") << u"D P completed 2024-05-01 d=30"_s << QString() << -1.0;
    QTest::newRow("in time") << u"D P completed 2024-05-01 d=30;D P completed 2024-05-31 d=30"_s << QString() << 1.0;
    QTest::newRow("ten days late") << u"D P completed 2024-01-01 d=30;D P completed 2024-02-10 d=30"_s << QString() << 0.75;
    QTest::newRow("a gap") << u"D P completed 2024-01-01 d=30;D P completed 2024-03-31 d=30"_s
                           << u"2024-01-31..2024-03-30"_s << 30.0 / 90;
    QTest::newRow("early, then late")
        << u"D P completed 2024-01-01 d=30;D P completed 2024-01-21 d=30;D P completed 2024-03-01 d=30"_s << QString()
        << 1.0;
    QTest::newRow("as needed") << u"D P completed 2024-05-01 d=30 prn;D P completed 2024-05-31 d=30 prn"_s << QString()
                               << -1.0;
    QTest::newRow("copies are one fill") << u"D P completed 2024-05-01 d=30;D I completed 2024-05-02 d=30"_s << QString()
                                         << -1.0;
    QTest::newRow("orders are no fills") << u"R P active 2024-01-01 d=30;R P active 2024-05-31 d=30"_s << QString()
                                         << -1.0;
}

void TestExposure::supplies()
{
    QFETCH(const QString, lines);
    const DrugCourse course = courseOf(lines);
    QTEST(spans(course.gaps), "gaps");
    QTEST(course.covered.value_or(-1), "covered");
}

void TestExposure::dailyDoses_data()
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
    steps("replaced on the day", "R H stopped 2024-01-01 mg=5 st=5;R H active 2024-01-01 mg=10 st=10",
          "2024-01-01 10");
    steps("a list says anew", "S A active 2023-01-01 s=2024-05-01 mg=10;R H active 2024-01-01 mg=20",
          "2023-01-01 10, 2024-01-01 20, 2024-05-01 10");
    steps("plans and refusals do not count", "R H planned 2024-01-01 mg=5;S A not 2024-01-01 mg=5", "");
    steps("to come", "R H active 2024-01-01 mg=5;R H active 2024-08-01 s=2024-06-01 mg=10", "2024-01-01 5");
}

void TestExposure::dailyDoses()
{
    QFETCH(const QString, lines);
    QStringList texts;
    const DrugCourse course = courseOf(lines);
    for (const DoseStep &step : course.doses)
        texts.append(step.from.toString(Qt::ISODate) + u' ' + QString::number(step.dailyMg));
    QTEST(texts.join(u", "_s), "steps");
    QVERIFY(course.doses.isEmpty() ? course.dailyMg() <= 0 : course.dailyMg() > 0);
}

void TestExposure::groups_data()
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
    way("a list that tells no way is not the eye's", u"S A active 2024-01-01 way=%1;S A active 2024-01-01"_s.arg(eye), 2);
    way("a fill is of its source's only order", u"R A active 2024-01-01 way=%1;D A completed 2024-01-01"_s.arg(eye), 1);
    way("not of another source's", u"R A active 2024-01-01 way=%1;D B completed 2024-01-01"_s.arg(eye), 2);
    way("nor of one of two",
        u"R A active 2024-01-01 way=%1;R A active 2024-01-01 way=%2;D A completed 2024-01-01"_s.arg(eye, skin), 3);
}

void TestExposure::groups()
{
    QFETCH(const QString, lines);
    QTEST(int(coursesOf(mentions(lines), day(u"2024-07-01")).size()), "count");
}

void TestExposure::unsureDrugs()
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

void TestExposure::witnesses()
{
    QList<DrugMention> list = mentions(u"R A active 2024-01-01;S B stopped - s=2023-05-01;R A active 2024-03-01;"
                                       "S B completed 2024-02-01 e=2024-05-10;D P completed 2024-04-01 d=90"_s);
    list[4].text = u"Brand 5 mg"_s;
    list[3].text = QString();
    const DrugCourse course = coursesOf(list, day(u"2024-07-01")).constFirst();
    QCOMPARE(course.witnesses.size(), 3);
    QCOMPARE(course.witnesses[0],
             (CourseWitness{u"B"_s, MentionKind::Statement, MentionState::Completed, day(u"2024-05-10"),
                            day(u"2024-05-10")}));
    QCOMPARE(course.witnesses[1],
             (CourseWitness{u"P"_s, MentionKind::Dispense, MentionState::Completed, day(u"2024-04-01"), {}}));
    QCOMPARE(course.witnesses[2],
             (CourseWitness{u"A"_s, MentionKind::Request, MentionState::Active, day(u"2024-03-01"), {}}));
    QCOMPARE(course.text, u"Brand 5 mg"_s);
    QCOMPARE(course.facts, (QList<qint64>{1, 2, 3, 4, 5}));
}

void TestExposure::asNeeded()
{
    QVERIFY(courseOf(u"R A active 2024-01-01 prn"_s).asNeeded);
    QVERIFY(!courseOf(u"R A active 2024-01-01 prn;R A active 2024-02-01"_s).asNeeded);
    QVERIFY(courseOf(u"R A active 2024-01-01;R A active 2024-02-01 prn"_s).asNeeded);
    QVERIFY(!courseOf(u"R A active 2024-02-01;S B active 2024-02-01 prn"_s).asNeeded);
}

void TestExposure::certainFacts_data()
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

void TestExposure::certainFacts()
{
    QFETCH(const QString, lines);
    QTEST(courseOf(lines).certainFacts, "facts");
}

void TestExposure::notSaidYet()
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

void TestExposure::order()
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

void TestExposure::overlaps_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<double>("firstTail");
    QTest::addColumn<QString>("second");
    QTest::addColumn<double>("secondTail");
    QTest::addColumn<QString>("expected");
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
    QTest::newRow("both gone, met by a tail") << u"S A completed 2024-01-01 e=2024-02-01"_s << 20.0
                                             << u"S A completed 2024-02-10 e=2024-02-15"_s << 0.0
                                             << u"Historical 2024-02-10 2024-02-15"_s;
    QTest::newRow("both gone, never met") << u"S A completed 2024-01-01 e=2024-02-01"_s << 5.0
                                          << u"S A completed 2024-02-10 e=2024-02-15"_s << 0.0 << u"None"_s;
    QTest::newRow("tails alone do not meet") << u"S A completed 2024-01-01 e=2024-02-01"_s << 30.0
                                             << u"S A completed 2023-12-01 e=2023-12-20"_s << 10.0 << u"None"_s;
    QTest::newRow("the latest of several meetings")
        << u"D P completed 2024-01-01 d=30;D P completed 2024-04-01 d=30"_s << 0.0
        << u"S A completed 2024-01-10 e=2024-04-10"_s << 0.0 << u"Historical 2024-04-01 2024-04-10"_s;
    QTest::newRow("planned") << now << 0.0 << u"S A planned 2024-06-01"_s << 0.0 << u"None"_s;
    QTest::newRow("not taken") << now << 0.0 << u"S A not 2024-06-01"_s << 30.0 << u"None"_s;
    QTest::newRow("unsure is taken") << now << 0.0 << u"S A active 2012-01-01"_s << 0.0 << u"Active 2024-05-01"_s;
    QTest::newRow("gone, no one knows when") << now << 0.0 << u"S A completed -"_s << 100.0 << u"None"_s;
}

void TestExposure::overlaps()
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
    const bool reachesAt = course.spans.isEmpty() || course.lastDay() == at || course.confidence <= 0.5;
    return (!course.isTaken() || reachesAt) && course.confidence >= 0 && course.confidence <= 1
           && (course.confidence > 0) == (course.isTaken() || course.state == CourseState::NeverDispensed)
           && (!course.conflict || course.isTaken()) && (!course.openEnd || course.isTaken());
}

} // namespace

void TestExposure::anyOrderIsTheSame()
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

void TestExposure::copiesChangeNothing()
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

// A record of decades: thousands of orders of one drug, most of them stopped.
void TestExposure::manyMentions()
{
    QList<DrugMention> list;
    for (int i = 0; i < 3000; ++i) {
        DrugMention order = mention(u"R H stopped 1990-01-01 d=30"_s, i + 1);
        order.start = order.start.addDays(i * 4);
        order.said = order.start;
        list.append(order);
    }
    const DrugCourse course = coursesOf(list, day(u"2024-07-01")).constFirst();
    QCOMPARE(course.facts.size(), 3000);
    QCOMPARE(inWords(course), u"Past 0.00 1990-01-01..2022-12-04"_s);
}

QTEST_GUILESS_MAIN(TestExposure)
#include "tst_exposure.moc"
