// SPDX-License-Identifier: Apache-2.0
#include "safety/DoseIntervals.h"

#include "safety/CourseSummary.h"

#include <algorithm>
#include <cstdlib>

// Intervals of long-acting injections: U.S. prescribing information (DailyMed), section Dosage and Administration:
// haloperidol decanoate monthly; fluphenazine decanoate, one injection acts four weeks or longer; paliperidone
// palmitate monthly (Invega Sustenna), every 3 months (Trinza), every 6 months (Hafyera); olanzapine pamoate every 2 or
// 4 weeks; aripiprazole (Maintena) monthly, lauroxil every 4, 6 or 8 weeks; risperidone microspheres every 2 weeks,
// with release until week 7; naltrexone and buprenorphine for extended-release injection monthly; octreotide
// microspheres every 4 weeks; testosterone enanthate every 2 to 4 weeks, undecanoate every 10 weeks;
// medroxyprogesterone every 13 weeks; leuprolide depot every 4, 12, 16 or 24 weeks; penicillin G benzathine every 4
// weeks (prevention of rheumatic fever). Where a label gives a range, four weeks stand for it: the drug still acts
// then.

namespace Chartline::Safety {

namespace {

using namespace Qt::StringLiterals;

constexpr int s_month = 28;

// What is made for a longer time says so.
struct Longer
{
    QLatin1StringView word;
    int days;
};
constexpr Longer s_longer[] = {
    {"hafyera"_L1, 182},  {"trinza"_L1, 91},     {"undecanoate"_L1, 70}, {"6 month"_L1, 168}, {"6-month"_L1, 168},
    {"4 month"_L1, 112},  {"4-month"_L1, 112},   {"3 month"_L1, 84},     {"3-month"_L1, 84},  {"depo-provera"_L1, 91},
    {"depo-subq"_L1, 91}, {"6-monthly"_L1, 168}, {"3-monthly"_L1, 84}};

// Words of injections only.
constexpr QLatin1StringView s_depot[] = {"decanoate"_L1,
                                         "enanthate"_L1,
                                         "enantate"_L1,
                                         "undecanoate"_L1,
                                         "microsphere"_L1,
                                         "lauroxil"_L1,
                                         "benzathine"_L1,
                                         "long-acting inj"_L1,
                                         "long acting inj"_L1,
                                         "depot inj"_L1,
                                         "extended-release inj"_L1,
                                         "extended release inj"_L1,
                                         "trinza"_L1,
                                         "hafyera"_L1,
                                         "sustenna"_L1,
                                         "maintena"_L1,
                                         "depo-provera"_L1,
                                         "depo-subq"_L1,
                                         "paliperidone palmitate"_L1,
                                         "olanzapine pamoate"_L1};
// Words that are salts of tablets too, or stand for other things: only with a word or a route of an injection.
constexpr QLatin1StringView s_maybe[] = {"depot"_L1,       "palmitate"_L1,        "pamoate"_L1,
                                         "embonate"_L1,    "extended-release"_L1, "extended release"_L1,
                                         "long-acting"_L1, "long acting"_L1,      "prolonged-release"_L1,
                                         "cypionate"_L1};
constexpr QLatin1StringView s_whole[] = {"lai"_L1, "lar"_L1};
constexpr QLatin1StringView s_swallowed[] = {"tablet"_L1, "capsule"_L1,  "oral"_L1,
                                             "cream"_L1,  "ointment"_L1, "patch"_L1};

bool hasAny(const QString &text, std::span<const QLatin1StringView> words)
{
    return std::ranges::any_of(words, [&](QLatin1StringView word) { return text.contains(word); });
}

bool hasWhole(const QString &text, std::span<const QLatin1StringView> words)
{
    const auto isBound = [&](qsizetype at) { return at < 0 || at >= text.size() || !text[at].isLetterOrNumber(); };
    return std::ranges::any_of(words, [&](QLatin1StringView word) {
        for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            if (isBound(at - 1) && isBound(at + word.size()))
                return true;
        }
        return false;
    });
}

bool isUsual(qint64 days)
{
    constexpr int weeks[] = {7, 14, 21, 28};
    return std::ranges::any_of(weeks, [days](int usual) { return std::abs(days - usual) <= 1; })
           || (days >= 28 && days <= 31) || (days >= 83 && days <= 92);
}

bool isEqual(qint64 a, qint64 b)
{
    return std::abs(a - b) <= std::max<qint64>(1, std::min(a, b) / 7);
}

// One round of doses, and the days from its first to the first of the next; 0: they make no series.
struct Round
{
    QDate from;
    QDate to;
    qint64 days = 0;
};

QList<Round> roundsOf(const QList<DrugClaim> &claims, const ExposureRules &rules)
{
    QList<QDate> days;
    for (const DrugClaim &claim : claims) {
        if (claim.basis == DrugClaim::Basis::Dose)
            days.append(claim.from);
    }
    std::ranges::sort(days);
    QList<Round> rounds;
    for (const QDate &day : std::as_const(days)) {
        if (rounds.isEmpty() || rounds.last().to.daysTo(day) > rules.seriesDays)
            rounds.append({day, day});
        rounds.last().to = day;
    }
    QList<qint64> gaps;
    for (qsizetype i = 1; i < rounds.size(); ++i)
        gaps.append(rounds[i - 1].from.daysTo(rounds[i].from));
    for (qsizetype i = 0; i < gaps.size(); ++i) {
        const bool isBefore = i > 0 && isEqual(gaps[i], gaps[i - 1]);
        const bool isAfter = i + 1 < gaps.size() && isEqual(gaps[i], gaps[i + 1]);
        const bool isSeries = gaps[i] <= rules.seriesGap && (isBefore || isAfter || isUsual(gaps[i]));
        rounds[i].days = isSeries ? gaps[i] : 0;
    }
    // The next one after the last is due as the last was.
    if (!gaps.isEmpty())
        rounds.last().days = rounds[rounds.size() - 2].days;
    return rounds;
}

} // namespace

int depotDays(const DrugMention &mention)
{
    const Route route = routeOf(mention);
    const QString text = mention.text.toLower();
    if ((route != Route::Unknown && route != Route::Parenteral) || hasAny(text, s_swallowed))
        return 0;
    const bool isInjected = route == Route::Parenteral || text.contains("inj"_L1) || text.contains("syringe"_L1);
    const bool isDepot = hasAny(text, s_depot) || hasWhole(text, s_whole) || (isInjected && hasAny(text, s_maybe))
                         || (isInjected && text.contains("medroxyprogesterone"_L1));
    if (!isDepot)
        return 0;
    if (text.contains("medroxyprogesterone"_L1))
        return 91;
    const auto *longer = std::ranges::find_if(s_longer, [&](const Longer &form) { return text.contains(form.word); });
    return longer == std::end(s_longer) ? s_month : longer->days;
}

void setIntervals(QList<DrugClaim> &claims, const ExposureRules &rules)
{
    const QList<Round> rounds = roundsOf(claims, rules);
    for (DrugClaim &claim : claims) {
        if (claim.basis != DrugClaim::Basis::Dose)
            continue;
        const auto round = std::ranges::find_if(
            rounds, [&](const Round &other) { return other.from <= claim.from && claim.from <= other.to; });
        if (round != rounds.end() && round->days > 0)
            claim.interval = int(claim.from.daysTo(round->from.addDays(round->days)));
        const int depot = depotDays(*claim.mention);
        claim.isDepot = depot > 0;
        claim.interval = std::max(claim.interval, depot);
    }
}

} // namespace Chartline::Safety
