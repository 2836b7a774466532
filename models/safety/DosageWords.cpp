// SPDX-License-Identifier: Apache-2.0
#include "safety/DosageWords.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace Chartline::Safety {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array s_numbers{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};

// Numbers in words as digits, halves as decimals, abbreviations without their points: one way to write each.
QString plain(QStringView text)
{
    QString line = text.toString().toLower();
    line.replace(QRegularExpression(u"[®™()\\[\\],;:=]"_s), u" "_s);
    line.replace(u"½"_s, u" 0.5 "_s);
    line.replace(QRegularExpression(u"\\b1/2\\b"_s), u"0.5"_s);
    line.replace(QRegularExpression(u"\\b([a-z])\\.([a-z])\\.([a-z])\\.?(?![a-z])"_s), u"\\1\\2\\3"_s);
    line.replace(QRegularExpression(u"\\bp\\.o\\.?(?![a-z])"_s), u"po"_s);
    line.replace(QRegularExpression(u"\\bq\\.d\\.?(?![a-z])"_s), u"qd"_s);
    for (std::size_t i = 1; i < s_numbers.size(); ++i)
        line.replace(QRegularExpression(u"\\b%1\\b"_s.arg(QLatin1StringView(s_numbers[i]))), QString::number(i));
    line.replace(QRegularExpression(u"\\bhalf( a| of a)?\\b"_s), u"0.5"_s);
    line.replace(QRegularExpression(u"(\\d)\\.(?!\\d)"_s), u"\\1 "_s);
    line.replace(QRegularExpression(u"(?<!\\d)\\.(?!\\d)"_s), u" "_s);
    return line.simplified();
}

// Every match of a pattern as a number made of its captures; one that cannot be told apart is none.
class Findings
{
public:
    void add(double value)
    {
        if (std::ranges::none_of(m_values, [&](double known) { return std::abs(known - value) < 1e-9; }))
            m_values.append(value);
    }
    // The only one.
    [[nodiscard]] double only() const { return m_values.size() == 1 ? m_values.first() : 0; }
    [[nodiscard]] bool isEmpty() const { return m_values.isEmpty(); }
    [[nodiscard]] qsizetype size() const { return m_values.size(); }

private:
    QList<double> m_values;
};

template<typename Act>
void eachMatch(const QString &line, const QString &pattern, Act act)
{
    const QRegularExpression expression(pattern);
    for (auto it = expression.globalMatch(line); it.hasNext();)
        act(it.next());
}

bool has(const QString &line, const QString &pattern)
{
    return QRegularExpression(pattern).match(line).hasMatch();
}

double daysOfUnit(QStringView unit)
{
    if (unit.startsWith(u'd'))
        return 1;
    if (unit.startsWith(u'w'))
        return 7;
    if (unit.startsWith(u"mo"))
        return 30;
    return unit.startsWith(u'h') ? 1.0 / 24 : 0;
}

// More than one dose, or a dose that changes.
bool isInSteps(const QString &line)
{
    return has(line, u"\\b(then|titrat\\w*|taper\\w*|escalat\\w*|increas\\w*|decreas\\w*|reduc\\w*|adjust\\w*|alternat\\w*|"
                     "followed by|if tolerated|until tolerated|sliding scale|as directed|except|plus)\\b"_s);
}

struct Frequency
{
    const char *pattern;
    double perDay;
};

constexpr Frequency s_frequencies[] = {
    {"\\b(once|1 time|1x|1 x|x 1)( a| per| every| each|/)? ?(daily|day)\\b", 1},
    {"\\b(twice|2 times|2x|2 x)( a| per| every| each|/)? ?(daily|day)\\b|\\bbid\\b|\\bbd\\b|\\btwice daily\\b", 2},
    {"\\b(thrice|3 times|3x|3 x)( a| per| every| each|/)? ?(daily|day)\\b|\\btid\\b|\\btds\\b", 3},
    {"\\b(4 times|4x|4 x)( a| per| every| each|/)? ?(daily|day)\\b|\\bqid\\b|\\bqds\\b", 4},
    {"\\b(5 times|5x|5 x)( a| per| every| each|/)? ?(daily|day)\\b", 5},
    {"\\b(every other day|every 2nd day|every second day|alternate days|qod)\\b", 0.5},
    {"\\b(once a week|once weekly|1 time a week|1 time per week|once per week|every week|qwk|each week)\\b", 1.0 / 7},
    {"\\b(twice a week|twice weekly|2 times a week|2 times per week|twice per week)\\b", 2.0 / 7},
    {"\\b(3 times a week|3 times per week|3 times weekly|thrice weekly)\\b", 3.0 / 7},
    {"\\b(once a month|once monthly|every month|once per month)\\b", 1.0 / 30},
};

// "daily" alone: not "twice daily", which has been taken away by then.
constexpr Frequency s_lone[] = {
    {"\\b(daily|every day|each day|a day|per day|qd|qday|od|every morning|each morning|in the morning|every evening|each "
     "evening|in the evening|qam|qpm|qhs|nightly|every night|each night|at night|at bedtime|before bed|hs|am|pm)\\b",
     1},
    {"\\b(weekly|per week|a week)\\b", 1.0 / 7},
    {"\\b(monthly|per month|a month)\\b", 1.0 / 30},
};

double timesPerDay(QString line)
{
    Findings found;
    const QString ranges = u"\\b(q|every ?)\\d+(\\.\\d+)? ?(-|–|to|or) ?\\d+ ?(h|hr|hrs|hour|hours|hourly|d|day|days)\\b"_s;
    if (has(line, ranges) || has(line, u"\\b\\d ?(-|–|to|or) ?\\d (times|x)\\b"_s))
        return 0;
    const QString every =
        u"\\b(?:q|every ?)(\\d+(?:\\.\\d+)?) ?(h|hr|hrs|hour|hours|hourly|d|day|days|w|wk|wks|week|weeks|mo|month|months)\\b"_s;
    eachMatch(line, every, [&](const QRegularExpressionMatch &match) {
        const double days = match.captured(1).toDouble() * daysOfUnit(match.captured(2));
        if (days > 0)
            found.add(1 / days);
    });
    line.remove(QRegularExpression(every));
    if (has(line, u"\\bevery hour\\b"_s))
        found.add(24);
    for (const auto *table : {&s_frequencies}) {
        for (const Frequency &one : *table) {
            const QRegularExpression expression(QString::fromLatin1(one.pattern));
            if (!expression.match(line).hasMatch())
                continue;
            found.add(one.perDay);
            line.remove(expression);
        }
    }
    if (found.isEmpty()) {
        Findings parts;
        int count = 0;
        for (const Frequency &one : s_lone) {
            eachMatch(line, QString::fromLatin1(one.pattern), [&](const QRegularExpressionMatch &) { ++count; });
            if (has(line, QString::fromLatin1(one.pattern)))
                parts.add(one.perDay);
        }
        // "every morning and at bedtime" is twice; "daily at bedtime" is once.
        const bool isTwo = has(line, u"\\b(am|morning|qam)\\b.*\\b(and|&)\\b.*\\b(pm|evening|night|bedtime|qhs)\\b"_s);
        return isTwo ? 2 : count > 0 ? parts.only() : 0;
    }
    return found.only();
}

const QString &pieceWords()
{
    static const QString words =
        u"(?:tablets?|tabs?|tab\\(s\\)|capsules?|caps?|caplets?|pills?|patch|patches|puffs?|sprays?|lozenges?|softgels?|gelcaps?|"
        "suppository|suppositories|inhalations?|actuations?)"_s;
    return words;
}

double piecesOf(const QString &line)
{
    const QString number = u"(\\d+(?:\\.\\d+)?)"_s;
    if (has(line, number + u" ?(?:-|–|to|or|/) ?\\d+(?:\\.\\d+)? ?"_s + pieceWords()))
        return 0;
    Findings found;
    eachMatch(line, u"(?<![\\d./-])"_s + number + u" (?:\\w+ )?"_s + pieceWords() + u"\\b"_s,
              [&](const QRegularExpressionMatch &match) { found.add(match.captured(1).toDouble()); });
    eachMatch(line, u"(?<![\\d./-])"_s + number + pieceWords() + u"\\b"_s,
              [&](const QRegularExpressionMatch &match) { found.add(match.captured(1).toDouble()); });
    if (found.isEmpty()) {
        // "take 1 daily", "1 daily", "1 q6h": a number and nothing else before how often.
        eachMatch(line,
                  u"^(?:take |use )?"_s + number
                      + u" (?:po |by mouth |orally )?(?:daily|once|twice|\\d times|every|each|qd|bid|tid|qid|qhs|qam|q\\d|at |in the |nightly|a day|per day|weekly)"_s,
                  [&](const QRegularExpressionMatch &match) { found.add(match.captured(1).toDouble()); });
    }
    return found.only();
}

double massFactor(QStringView unit)
{
    if (unit.startsWith(u"mg") || unit.startsWith(u"mil"))
        return 1;
    return unit.startsWith(u"g") ? 1000 : 0.001;
}

void readMass(const QString &line, DosageWords &words)
{
    const QString mass = u"(?<![\\d./-])(\\d+(?:\\.\\d+)?) ?(mg|milligrams?|g|grams?|gm|mcg|ug|µg|μg|micrograms?)\\b"_s;
    if (has(line, u"\\d ?(?:-|–|to|or) ?\\d+(?:\\.\\d+)? ?(?:mg|g|mcg|ug)\\b"_s))
        return;
    Findings doses;
    Findings daily;
    eachMatch(line, mass + u"( ?(?:/|per) ?\\w+)?"_s, [&](const QRegularExpressionMatch &match) {
        const double mg = match.captured(1).toDouble() * massFactor(match.captured(2));
        const QString per = match.captured(3).remove(QRegularExpression(u"[^a-z]|per"_s));
        if (per.isEmpty())
            doses.add(mg);
        else if (per == "d"_L1 || per == "day"_L1)
            daily.add(mg);
    });
    if (daily.isEmpty())
        words.mg = doses.only();
    else if (doses.isEmpty())
        words.mgPerDay = daily.only();
}

int daysToldIn(const QString &line)
{
    Findings found;
    const QString unit = u"(days?|d|weeks?|wks?|months?)\\b"_s;
    if (has(line, u"\\b\\d+ ?(?:-|–|to|or) ?\\d+ ?(?:days?|weeks?|months?)\\b"_s))
        return 0;
    for (const QString &lead : {u"\\b(?:for|x|×)(?: the next| another| a total of)? ?(\\d+) ?"_s}) {
        eachMatch(line, lead + unit, [&](const QRegularExpressionMatch &match) {
            found.add(match.captured(1).toDouble() * daysOfUnit(match.captured(2)));
        });
    }
    eachMatch(line, u"\\b(\\d+)[ -](day|week|month) (?:course|supply)\\b"_s, [&](const QRegularExpressionMatch &match) {
        found.add(match.captured(1).toDouble() * daysOfUnit(match.captured(2)));
    });
    return int(std::min(found.only(), 3660.0));
}

} // namespace

DosageWords readSig(QStringView text)
{
    const QString line = plain(text);
    DosageWords words;
    words.asNeeded = has(line, u"\\b(prn|as needed|if needed|when needed|as required|when required|if required)\\b"_s);
    const bool isInOneGo = has(line, u"\\b(single dose|1 dose only|1 time only|1-time|stat|once only|x ?1 dose|x ?1)\\b(?! ?\\d)"_s);
    if (isInSteps(line))
        return words;
    words.perDay = timesPerDay(line);
    words.pieces = piecesOf(line);
    readMass(line, words);
    words.days = daysToldIn(line);
    const bool isOnce = has(line, u"(?<!at )\\bonce\\b(?! ?(?:daily|a |per|every|each|weekly|monthly|nightly|in |at |day|more))"_s);
    words.once = words.perDay <= 0 && words.days == 0 && (isInOneGo || isOnce);
    return words;
}

namespace {

// "2 × 1 d" with a day as the unit where none is told.
std::optional<double> ratePerDay(const QString &part)
{
    static const QRegularExpression rate(u"^(\\d+(?:\\.\\d+)?) × (\\d+(?:\\.\\d+)?)(?: (min|h|hour|d|day|wk|week|mo|month|a))?s?$"_s);
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
        days *= daysOfUnit(unit);
    else
        return 0;
    return days > 0 ? match.captured(1).toDouble() / days : 0;
}

bool isEvent(const QString &part)
{
    static const QSet<QString> events{u"MORN"_s, u"NOON"_s, u"AFT"_s, u"EVE"_s, u"NIGHT"_s, u"HS"_s,  u"WAKE"_s, u"PHS"_s,
                                      u"ACM"_s,  u"ACD"_s,  u"ACV"_s, u"PCM"_s, u"PCD"_s,   u"PCV"_s, u"CM"_s,   u"CD"_s,
                                      u"CV"_s,   u"MORN.early"_s, u"MORN.late"_s, u"EVE.early"_s, u"EVE.late"_s};
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
        parts.days = int(std::min(match.captured(1).toDouble() * daysOfUnit(match.captured(2)), 3660.0));
    else if (part == "Σ 1 ×"_L1)
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
