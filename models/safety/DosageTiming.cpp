// SPDX-License-Identifier: Apache-2.0
#include "safety/DosageTiming.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>
#include <algorithm>
#include <optional>

namespace Chartline::Safety {

using namespace Qt::StringLiterals;

namespace {

// "2 × 1 d" with a day as the unit where none is told.
std::optional<double> ratePerDay(const QString &part)
{
    static const QRegularExpression rate(
        u"^(\\d+(?:\\.\\d+)?) × (\\d+(?:\\.\\d+)?)(?: (min|h|hour|d|day|wk|week|mo|month|a))?s?$"_s);
    const auto match = rate.match(part);
    if (!match.hasMatch())
        return std::nullopt;
    const QString unit = match.captured(3);
    double days = match.captured(2).toDouble();
    if (unit == "min"_L1)
        days /= 1440;
    else if (unit == "a"_L1)
        days *= 365;
    else if (!unit.isEmpty())
        days *= daysOfTimeUnit(unit);
    else
        return 0;
    return days > 0 ? match.captured(1).toDouble() / days : 0;
}

bool isEvent(const QString &part)
{
    static const QSet<QString> events{
        u"MORN"_s, u"NOON"_s, u"AFT"_s, u"EVE"_s,        u"NIGHT"_s,     u"HS"_s,        u"WAKE"_s,
        u"PHS"_s,  u"ACM"_s,  u"ACD"_s, u"ACV"_s,        u"PCM"_s,       u"PCD"_s,       u"PCV"_s,
        u"CM"_s,   u"CD"_s,   u"CV"_s,  u"MORN.early"_s, u"MORN.late"_s, u"EVE.early"_s, u"EVE.late"_s};
    return events.contains(part);
}

bool isWeekday(const QString &part)
{
    static const QSet<QString> days{u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s, u"fri"_s, u"sat"_s, u"sun"_s};
    return days.contains(part);
}

// What the parts of a timing say.
struct TimingParts
{
    std::optional<double> rate;
    int times = 0; // of the day
    int weekdays = 0;
    int days = 0;
    bool once = false;
    bool isClear = true;
};

void readPart(const QString &part, TimingParts &parts)
{
    static const QRegularExpression time(u"^\\d\\d:\\d\\d(:\\d\\d)?$"_s);
    static const QRegularExpression length(u"^(\\d+) ?(d|day|days|wk|week|weeks|mo|month|months)$"_s);
    static const QRegularExpression hours(u"^\\d+(\\.\\d+)? ?(s|min|h|minutes?|hours?)$"_s);
    if (const auto rate = ratePerDay(part))
        parts.rate = rate;
    else if (isEvent(part) || time.match(part).hasMatch())
        ++parts.times;
    else if (isWeekday(part))
        ++parts.weekdays;
    else if (const auto match = length.match(part); match.hasMatch())
        parts.days = int(std::min(match.captured(1).toDouble() * daysOfTimeUnit(match.captured(2)), 3660.0));
    else if (part == u"Σ 1 ×"_s)
        parts.once = true;
    else if (!hours.match(part).hasMatch()) // how long one dose takes
        parts.isClear = false;
}

} // namespace

DosageWords readTiming(QStringView text)
{
    // A code, and what it means in parentheses.
    static const QRegularExpression coded(u"^(.*?)\\s*\\((.*)\\)$"_s);
    const QString whole = text.toString().trimmed();
    const auto match = coded.match(whole);
    const QString code = match.hasMatch() ? match.captured(1) : whole;
    TimingParts parts;
    const QString repeat = match.hasMatch() ? match.captured(2) : whole;
    for (const QString &part : repeat.split(u", "_s, Qt::SkipEmptyParts))
        readPart(part.trimmed(), parts);
    const bool isRepeat = parts.rate || parts.times > 0 || parts.once || parts.days > 0;
    DosageWords words;
    if (!isRepeat || match.hasMatch())
        words = readSig(code);
    if (!isRepeat)
        return words;
    words.days = parts.days;
    words.once = parts.once;
    double perDay = parts.rate.value_or(parts.times);
    // Events tied to several times of a day happen at each of them (FHIR R4, Timing.repeat.when).
    if (parts.times > perDay && perDay <= 1)
        perDay = parts.times;
    if (parts.weekdays > 0 && (!parts.rate || *parts.rate >= 1))
        perDay *= parts.weekdays / 7.0;
    else if (parts.weekdays > 0)
        perDay = parts.weekdays / 7.0;
    if (!parts.isClear)
        perDay = 0;
    if (perDay > 0 || !match.hasMatch())
        words.perDay = perDay;
    if (words.once)
        words.perDay = 0;
    return words;
}

} // namespace Chartline::Safety
