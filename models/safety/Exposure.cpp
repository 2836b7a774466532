// SPDX-License-Identifier: Apache-2.0
#include "safety/Exposure.h"

#include "safety/CourseBuilder.h"
#include "safety/CourseSummary.h"
#include "safety/DrugName.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

// Where the figures of ExposureRules come from:
// - grace, at least half of the supply and 15 days: permissible gaps of 7 to 180 days, or a share of the days' supply,
// are
//   in use; short ones break courses that go on, long ones join courses that do not (Andrade et al., Pharmacoepidemiol
//   Drug Saf 2006;15:565–574; Gardarsdottir et al., J Clin Epidemiol 2010;63:422–427). Half of 90 days is 45; 15 days
//   are half of the most common supply of 30.
// - covered, the share of days with supply (PDC) with days left carried over: Cramer et al., Value Health
// 2008;11:44–47;
//   Nau DP, Proportion of days covered as a preferred method of measuring medication adherence, Pharmacy Quality
//   Alliance 2012.
// - 30 days until the first fill: Raebel et al., Med Care 2013;51(8 Suppl 3):S11–S21 (primary non-adherence).
// - dormant after 400 days: a chronic prescription is mostly renewed at least once a year; a month and a bit more is
// for
//   late visits. Halving in a year, 30 days of conflict, 21 acute days: settings of this program, erring towards
//   "taken".

namespace Chartline::Safety {

namespace {

// Everything a mention says, so that sorting by it leaves nothing to the order in which mentions came.
auto wordsOf(const DrugMention &m)
{
    return std::tuple(m.start, m.said, m.end, m.stopKnown, m.kind, m.state, m.source, m.text, m.daysSupply, m.refills,
                      m.dailyMg, m.partsDailyMg, m.asNeeded, m.single, m.inpatient, m.startIsVague, m.endIsVague,
                      m.route, m.drug.route, m.drug.match, m.drug.strengthMg, m.drug.partsMg, m.fact);
}

// What makes two mentions one course.
struct CourseKey
{
    std::vector<IngredientIndex> ingredients;
    QByteArray text; // of a drug that is not known
    Route way = Route::Unknown; // Unknown: any by which it acts on the whole body
    auto operator<=>(const CourseKey &) const = default;
};

CourseKey keyOf(const DrugMention &mention)
{
    CourseKey key;
    if (mention.drug.isConfident() && !mention.drug.ingredients.empty())
        key.ingredients = mention.drug.ingredients;
    else
        key.text = DrugName::normalized(mention.text);
    const Route route = routeOf(mention);
    key.way = isLocal(route) ? route : Route::Unknown;
    return key;
}

using Groups = std::map<CourseKey, QList<const DrugMention *>>;

// A fill or a dose whose way in is not told is of the order of its source, where that leaves only one way.
CourseKey keyAmong(const DrugMention &mention, const Groups &told)
{
    CourseKey key = keyOf(mention);
    const bool isHandedOut = mention.kind == MentionKind::Dispense || mention.kind == MentionKind::Administration;
    if (routeOf(mention) != Route::Unknown || !isHandedOut)
        return key;
    QList<Route> ways;
    for (const auto &[other, mentions] : told) {
        const bool isSource = std::ranges::any_of(mentions, [&](auto *m) { return m->source == mention.source; });
        if (isSource && other.ingredients == key.ingredients && other.text == key.text)
            ways.append(other.way);
    }
    if (ways.size() == 1)
        key.way = ways.first();
    return key;
}

Groups groupsOf(const QList<DrugMention> &mentions)
{
    QList<const DrugMention *> sorted;
    for (const DrugMention &mention : mentions)
        sorted.append(&mention);
    std::ranges::sort(sorted, {}, [](const DrugMention *mention) { return wordsOf(*mention); });
    const auto isLeft = [](const DrugMention &mention) {
        return routeOf(mention) == Route::Unknown
               && (mention.kind == MentionKind::Dispense || mention.kind == MentionKind::Administration);
    };
    Groups told;
    for (const DrugMention *mention : std::as_const(sorted)) {
        if (!isLeft(*mention))
            told[keyOf(*mention)].append(mention);
    }
    Groups groups;
    for (const DrugMention *mention : std::as_const(sorted))
        groups[isLeft(*mention) ? keyAmong(*mention, told) : keyOf(*mention)].append(mention);
    return groups;
}

// Days on which a group's drug was handed out, ascending.
QList<QDate> fillDays(const QList<const DrugMention *> &mentions, QDate at)
{
    QList<QDate> days;
    for (const DrugMention *mention : mentions) {
        if (mention->kind == MentionKind::Dispense && mention->start.isValid() && isPositive(*mention)
            && isKnownAt(*mention, at) && hasBegunAt(*mention, at))
            days.append(mention->start);
    }
    return days;
}

// Newest start first; none is older than any.
bool goesBefore(const DrugCourse &a, const DrugCourse &b)
{
    if (a.state != b.state)
        return a.state < b.state;
    if (a.start() != b.start())
        return a.start() > b.start();
    return std::tie(a.text, a.route, a.ingredients, a.facts) < std::tie(b.text, b.route, b.ingredients, b.facts);
}

// Whole days for which a tail reaches beyond a last day.
qint64 wholeDays(const Tail &tail)
{
    return qint64(std::ceil(std::clamp(tail.days, 0.0, 36500.0)));
}

struct Meeting
{
    QDate since;
    QDate until;
};

// The latest time in which the one was taken while the other was taken or still acted.
void meet(const DrugCourse &taken, const DrugCourse &acting, const Tail &tail, QDate at, Meeting &latest)
{
    for (const DaySpan &a : taken.spans) {
        for (const DaySpan &b : acting.spans) {
            const QDate since = std::max(a.from, b.from);
            // The day on which it is over is no day of meeting.
            const QDate acts = std::max(b.to, b.to.addDays(wholeDays(tail) - 1));
            const QDate until = std::min({a.to, acts, at});
            if (since <= until
                && (!latest.until.isValid() || until > latest.until || (until == latest.until && since < latest.since)))
                latest = {since, until};
        }
    }
}

// Taken, or about to be.
bool isAhead(const DrugCourse &course)
{
    return course.isTaken() || course.state == CourseState::Planned || course.state == CourseState::NeverDispensed;
}

bool isOver(const DrugCourse &course)
{
    return course.state == CourseState::Past;
}

} // namespace

double DrugCourse::dailyMgOf(IngredientIndex ingredient) const
{
    if (ingredients.size() == 1)
        return ingredients.front() == ingredient ? dailyMg() : 0;
    const auto at = std::ranges::find(ingredients, ingredient);
    const auto place = std::size_t(at - ingredients.begin());
    return place < partsDailyMg.size() ? partsDailyMg[place] : 0;
}

QList<DrugCourse> coursesOf(const QList<DrugMention> &mentions, QDate at, const ExposureRules &rules)
{
    const Groups groups = groupsOf(mentions);
    std::map<CourseKey, QList<QDate>> fills;
    for (const auto &[key, list] : groups)
        fills[key] = fillDays(list, at);
    QList<DrugCourse> courses;
    for (const auto &[key, list] : groups) {
        QList<QDate> others;
        for (const auto &[other, days] : fills) {
            if (other.ingredients != key.ingredients || other.text != key.text)
                others += days;
        }
        std::ranges::sort(others);
        courses.append(CourseBuilder(list, others, at, rules).build());
    }
    std::ranges::sort(courses, goesBefore);
    return courses;
}

OverlapFound overlapOf(const DrugCourse &first, const Tail &firstTail, const DrugCourse &second, const Tail &secondTail,
                       QDate at)
{
    OverlapFound found;
    if ((!isAhead(first) && !isOver(first)) || (!isAhead(second) && !isOver(second)))
        return found;
    if (isAhead(first) && isAhead(second)) {
        found.overlap = Overlap::Active;
        // The spans of a course that is taken since no one knows when end before; what is planned has none.
        if (first.lastDay() >= at && second.lastDay() >= at)
            found.since = std::max(first.spans.last().from, second.spans.last().from);
        return found;
    }
    const bool firstIsGone = isOver(first);
    const DrugCourse &gone = firstIsGone ? first : second;
    const DrugCourse &other = firstIsGone ? second : first;
    const QDate over =
        gone.spans.isEmpty() ? QDate() : gone.lastDay().addDays(wholeDays(firstIsGone ? firstTail : secondTail));
    if (isAhead(other) && over.isValid() && over > std::max(at, other.plannedFrom))
        return {Overlap::Washout, gone.lastDay(), over, firstIsGone};
    Meeting latest;
    meet(first, second, secondTail, at, latest);
    meet(second, first, firstTail, at, latest);
    if (latest.until.isValid())
        found = {Overlap::Historical, latest.since, latest.until, false};
    return found;
}

} // namespace Chartline::Safety
