// SPDX-License-Identifier: Apache-2.0
#include "safety/SigPatterns.h"

#include <array>

namespace Chartline::Safety {

using namespace Qt::StringLiterals;

namespace {

QRegularExpression words(const QString &alternatives)
{
    return QRegularExpression(u"\\b(?:"_s + alternatives + u")\\b"_s);
}

QList<SigPatterns::Replacement> makeReplacements()
{
    const auto make = [](const QString &pattern, const QString &by) {
        return SigPatterns::Replacement{QRegularExpression(pattern), by};
    };
    QList<SigPatterns::Replacement> list{
        make(u"\\b0,(\\d)"_s, u"0.\\1"_s), // a decimal comma
        make(u"(\\d),(\\d{1,2})(?!\\d)"_s, u"\\1.\\2"_s),
        make(u"\\d+(?:,\\d{3})+(?:\\.\\d+)?"_s, u" # "_s), // two thousand, or two and a bit: no number
        make(u"[®™()\\[\\],;:=*]"_s, u" "_s),
        make(u"½"_s, u" 0.5 "_s),
        make(u"\\b1/2\\b"_s, u"0.5"_s),
        make(u"\\b([a-z])\\.([a-z])\\.([a-z])\\.?(?![a-z])"_s, u"\\1\\2\\3"_s), // b.i.d.
        make(u"\\b(p|q)\\.(o|d)\\.?(?![a-z])"_s, u"\\1\\2"_s), // p.o., q.d.
        make(u"\\bhalf(?: of)?(?: a)?\\b"_s, u"0.5"_s),
    };
    constexpr std::array numbers{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
    for (std::size_t i = 0; i < numbers.size(); ++i)
        list.append(make(u"\\b"_s + QLatin1StringView(numbers[i]) + u"\\b"_s, QString::number(i + 1)));
    // What is left of full stops.
    list.append(make(u"(\\d)\\.(?!\\d)"_s, u"\\1 "_s));
    list.append(make(u"(?<!\\d)\\.(?!\\d)"_s, u" "_s));
    return list;
}

QList<SigPatterns::Frequency> makeFrequencies()
{
    const QString perDay = u")(?: a| per| every| each|/)? ?(?:daily|day)"_s;
    const QString perWeek = u")(?: a| per| every| each|/)? ?(?:weekly|week)"_s;
    return {
        {words(u"every hour|hourly"_s), 24},
        {words(u"(?:once|1 times?|1 ?x"_s + perDay), 1},
        {words(u"(?:twice|2 times?|2 ?x"_s + perDay + u"|bid|bd"_s), 2},
        {words(u"(?:thrice|3 times?|3 ?x"_s + perDay + u"|tid|tds"_s), 3},
        {words(u"(?:4 times?|4 ?x"_s + perDay + u"|qid|qds"_s), 4},
        {words(u"(?:5 times?|5 ?x"_s + perDay), 5},
        {words(u"every other day|every 2nd day|every second day|qod"_s), 0.5},
        {words(u"(?:once|1 times?|1 ?x"_s + perWeek + u"|every week|each week|qwk"_s), 1.0 / 7},
        {words(u"(?:twice|2 times?|2 ?x"_s + perWeek), 2.0 / 7},
        {words(u"(?:thrice|3 times?|3 ?x"_s + perWeek), 3.0 / 7},
        {words(u"(?:once|1 time)(?: a| per)? ?(?:monthly|month)|every month"_s), 1.0 / 30},
    };
}

} // namespace

SigPatterns::SigPatterns()
    : replacements(makeReplacements())
    , inSteps(words(u"then|titrat\\w*|taper\\w*|escalat\\w*|increas\\w*|decreas\\w*|reduc\\w*|adjust\\w*|alternat\\w*|followed "
                    "by|tolerated|sliding scale|except|plus|loading"_s))
    , asNeeded(words(u"prn|(?:as|if|when|whenever) (?:needed|required|necessary)"_s))
    , once(u"\\b(?:single dose|1 dose only|1[ -]time(?: only)?|stat|once only)\\b|(?<!at )\\bonce\\b(?! (?:daily|a |per|every|each|"
           "weekly|monthly|nightly|in |day|more))"_s)
    , anyFrequency(words(u"daily|days?|hours?|hourly|hrs?|weekly|weeks?|monthly|months?|nightly|bid|tid|qid|qd|q\\d+h"_s))
    , everyRange(u"\\b(?:q|every ?)\\d+(?:\\.\\d+)? ?(?:-|–|to|or) ?\\d+"_s)
    , timesRange(u"\\b\\d ?(?:-|–|to|or) ?\\d (?:times|x)\\b"_s)
    , strayTimes(u"\\b\\d ?x\\b"_s)
    , every(u"\\b(?:q|every) ?(\\d+(?:\\.\\d+)?) ?(hourly|hours|hour|hrs|hr|h|days|day|d|weeks|week|wks|wk|w|months|month|mo)\\b"_s)
    , morningAndNight(u"\\b(?:am|morning|qam)\\b.*\\b(?:and|&)\\b.*\\b(?:pm|evening|night|bedtime|qhs|qpm)\\b"_s)
    , frequencies(makeFrequencies())
    , loneFrequencies{
          {words(u"daily|every day|each day|a day|per day|qd|qday|(?:every|each|in the) (?:morning|evening)|qam|qpm|qhs|"
                 "nightly|(?:every|each|at) night|at bedtime|before bed"_s),
           1},
          {words(u"weekly|per week|a week"_s), 1.0 / 7},
          {words(u"monthly|per month|a month"_s), 1.0 / 30},
      }
    , massRange(u"\\d ?(?:-|–|to|or) ?\\d+(?:\\.\\d+)? ?(?:mg|g|mcg|ug)\\b"_s)
    , mass(u"(?<![\\d./-])(\\d+(?:\\.\\d+)?) ?(mg|milligrams?|g|grams?|gm|mcg|ug|µg|μg|micrograms?)\\b(?: ?(?:/|per) ?([a-z0-9]+))?"_s)
    , daysRange(u"\\b\\d+ ?(?:-|–|to|or) ?\\d+ ?(?:days?|weeks?|months?)\\b"_s)
    , forDays(u"\\b(?:for|x|×)(?: the next| another| a total of)? ?(\\d+) ?(days?|d|weeks?|wks?|months?)\\b"_s)
    , dayCourse(u"\\b(\\d+)[ -](day|week|month) (?:course|supply)\\b"_s)
{
    const QString number = u"(\\d+(?:\\.\\d+)?)"_s;
    const QString piece =
        u"(?:tablets?|tabs?|capsules?|caps?|caplets?|pills?|patch(?:es)?|puffs?|sprays?|lozenges?|softgels?|"
        "gelcaps?|suppository|suppositories|inhalations?|actuations?)"_s;
    piecesRange.setPattern(number + u" ?(?:-|–|to|or|/) ?\\d+(?:\\.\\d+)? ?"_s + piece);
    // Not "1 5 mg tablet": the number beside the piece would be its strength.
    pieces.setPattern(u"(?<![\\d./-])"_s + number + u" ?"_s + piece + u"\\b"_s);
    bareNumber.setPattern(
        u"^(?:take |use )?"_s + number
        + u" (?:po |by mouth |orally )?(?:daily|once|twice|thrice|\\d times|every|each|qd|bid|tid|qid|qhs|qam|"
          "q\\d|at |in the |nightly|a day|per day|weekly)"_s);
}

const SigPatterns &sigPatterns()
{
    static const SigPatterns patterns;
    return patterns;
}

} // namespace Chartline::Safety
