// SPDX-License-Identifier: Apache-2.0
#include "safety/DosageWords.h"

#include "safety/SigPatterns.h"

#include <algorithm>
#include <cmath>

namespace Chartline::Safety {

using namespace Qt::StringLiterals;

namespace {

// Different numbers found for one thing; where there are several, it cannot be told.
class Findings
{
public:
    void add(double value)
    {
        if (std::ranges::none_of(m_values, [&](double known) { return std::abs(known - value) < 1e-9; }))
            m_values.append(value);
    }
    // The only one, else 0.
    [[nodiscard]] double only() const { return m_values.size() == 1 ? m_values.first() : 0; }
    [[nodiscard]] bool isEmpty() const { return m_values.isEmpty(); }

private:
    QList<double> m_values;
};

bool has(const QString &line, const QRegularExpression &pattern)
{
    return pattern.match(line).hasMatch();
}

template<typename Act>
void eachMatch(const QString &line, const QRegularExpression &pattern, Act act)
{
    for (auto it = pattern.globalMatch(line); it.hasNext();)
        act(it.next());
}

// Numbers in words as digits, halves as decimals, abbreviations without their points: one way to write each.
QString plain(QStringView text, const SigPatterns &patterns)
{
    QString line = text.toString().toLower();
    for (const SigPatterns::Replacement &one : patterns.replacements)
        line.replace(one.pattern, one.by);
    return line.simplified();
}

double timesPerDay(QString line, const SigPatterns &patterns)
{
    if (has(line, patterns.everyRange) || has(line, patterns.timesRange))
        return 0;
    Findings found;
    eachMatch(line, patterns.every, [&](const QRegularExpressionMatch &match) {
        const double days = match.captured(1).toDouble() * daysOfTimeUnit(match.captured(2));
        if (days > 0)
            found.add(1 / days);
    });
    line.remove(patterns.every);
    for (const SigPatterns::Frequency &one : patterns.frequencies) {
        if (!has(line, one.pattern))
            continue;
        found.add(one.perDay);
        line.remove(one.pattern);
    }
    if (has(line, patterns.strayTimes))
        return 0;
    if (!found.isEmpty())
        return found.only();
    if (has(line, patterns.morningAndNight))
        return 2;
    for (const SigPatterns::Frequency &one : patterns.loneFrequencies) {
        if (has(line, one.pattern))
            found.add(one.perDay);
    }
    return found.only();
}

double piecesOf(const QString &line, const SigPatterns &patterns)
{
    if (has(line, patterns.piecesRange))
        return 0;
    Findings found;
    const auto add = [&](const QRegularExpressionMatch &match) { found.add(match.captured(1).toDouble()); };
    eachMatch(line, patterns.pieces, add);
    if (found.isEmpty())
        eachMatch(line, patterns.bareNumber, add);
    // More is what was handed out, not what is taken at once.
    return found.only() <= 12 ? found.only() : 0;
}

double massFactor(QStringView unit)
{
    if (unit.startsWith(u"mg") || unit.startsWith(u"mil"))
        return 1;
    return unit.startsWith(u'g') ? 1000 : 0.001;
}

void readMass(const QString &line, const SigPatterns &patterns, DosageWords &words)
{
    if (has(line, patterns.massRange))
        return;
    Findings doses;
    Findings daily;
    eachMatch(line, patterns.mass, [&](const QRegularExpressionMatch &match) {
        const double mg = match.captured(1).toDouble() * massFactor(match.captured(2));
        const QString per = match.captured(3);
        if (per.isEmpty())
            doses.add(mg);
        else if (per == "d"_L1 || per == "day"_L1 || per == "24h"_L1)
            daily.add(mg);
    });
    if (daily.isEmpty())
        words.mg = doses.only();
    else if (doses.isEmpty())
        words.mgPerDay = daily.only();
}

int daysToldIn(const QString &line, const SigPatterns &patterns)
{
    if (has(line, patterns.daysRange))
        return 0;
    Findings found;
    for (const QRegularExpression *pattern : {&patterns.forDays, &patterns.dayCourse}) {
        eachMatch(line, *pattern, [&](const QRegularExpressionMatch &match) {
            found.add(match.captured(1).toDouble() * daysOfTimeUnit(match.captured(2)));
        });
    }
    return int(std::min(found.only(), 3660.0));
}

} // namespace

double daysOfTimeUnit(QStringView unit)
{
    if (unit.startsWith(u'd'))
        return 1;
    if (unit.startsWith(u'w'))
        return 7;
    if (unit.startsWith(u"mo"))
        return 30;
    return unit.startsWith(u'h') ? 1.0 / 24 : 0;
}

DosageWords readSig(QStringView text)
{
    DosageWords words;
    if (text.isEmpty())
        return words;
    const SigPatterns &patterns = sigPatterns();
    const QString line = plain(text.first(std::min<qsizetype>(text.size(), 1000)), patterns);
    words.asNeeded = has(line, patterns.asNeeded);
    if (has(line, patterns.inSteps))
        return words;
    words.perDay = timesPerDay(line, patterns);
    words.pieces = piecesOf(line, patterns);
    readMass(line, patterns, words);
    words.days = daysToldIn(line, patterns);
    words.once = words.perDay <= 0 && words.days == 0 && !words.asNeeded && has(line, patterns.once)
                 && !has(line, patterns.anyFrequency);
    return words;
}

} // namespace Chartline::Safety
