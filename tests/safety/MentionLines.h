// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/Exposure.h"

#include <QStringList>

// Mentions of drugs as lines, and courses in words, for tests.
namespace MentionLines {

using namespace Chartline::Safety;
using namespace Qt::StringLiterals;

inline constexpr const char *s_states[] = {"Current", "Uncertain", "Past", "NeverDispensed", "Planned", "NotTaken"};

inline QDate day(QStringView text)
{
    return QDate::fromString(text, Qt::ISODate);
}

// "2024-05-01", "2024" and "2024-05" (vague: first or last day), "-" (not told).
inline QDate dayOf(const QString &text, bool &isVague, bool isLast)
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

inline void setOption(DrugMention &mention, const QString &word)
{
    const qsizetype sign = word.indexOf(u'=');
    const QString key = word.first(sign < 0 ? word.size() : sign);
    const QString value = word.sliced(sign + 1);
    if (key == "e"_L1)
        mention.end = dayOf(value, mention.endIsVague, true);
    else if (key == "s"_L1)
        mention.said = day(value);
    else if (key == "k"_L1)
        mention.stopKnown = day(value);
    else if (key == "t"_L1)
        mention.text = QString(value).replace(u'_', u' ');
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
inline DrugMention mention(const QString &line, qint64 fact)
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

inline QList<DrugMention> mentions(const QString &lines)
{
    QList<DrugMention> list;
    for (const QString &line : lines.split(u';', Qt::SkipEmptyParts))
        list.append(mention(line, list.size() + 1));
    return list;
}

inline QString spans(const QList<DaySpan> &list)
{
    QStringList texts;
    for (const DaySpan &span : list)
        texts.append(span.from.toString(Qt::ISODate) + u".."_s + span.to.toString(Qt::ISODate));
    return texts.join(u' ');
}

// "Current 0.73 2024-01-01..2024-07-01 open conflict"
inline QString inWords(const DrugCourse &course)
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

inline QString inFull(const DrugCourse &course)
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

inline DrugCourse courseOf(const QString &lines, const QString &at = u"2024-07-01"_s)
{
    for (const DrugCourse &course : coursesOf(mentions(lines), day(at))) {
        if (course.ingredients == std::vector<IngredientIndex>{1})
            return course;
    }
    return {};
}

} // namespace MentionLines
