// SPDX-License-Identifier: Apache-2.0
#include "safety/CourseSummary.h"

#include "safety/DrugClaim.h"

#include <QMap>
#include <algorithm>
#include <cmath>

namespace Chartline::Safety {

namespace {

// Of two words of one day the safe one goes first: taken before not taken.
int loudness(MentionState state)
{
    switch (state) {
    case MentionState::Active: return 6;
    case MentionState::Unknown: return 5;
    case MentionState::OnHold: return 4;
    case MentionState::Completed: return 3;
    case MentionState::Stopped: return 2;
    case MentionState::NotTaken: return 1;
    case MentionState::Planned: return 0;
    }
    return 0;
}

void nameIt(DrugCourse &course, const QList<const DrugMention *> &all, QDate at)
{
    QDate named;
    QDate routed;
    for (const DrugMention *mention : all) {
        const QDate word = wordOf(*mention, at);
        if (!mention->text.isEmpty() && (course.text.isEmpty() || word > named)) {
            course.text = mention->text;
            named = word;
        }
        const Route route = routeOf(*mention);
        if (route != Route::Unknown && (course.route == Route::Unknown || word > routed)) {
            course.route = route;
            routed = word;
        }
        if (mention->drug.isConfident())
            course.ingredients = mention->drug.ingredients;
    }
}

// As needed, where every latest word of it that has it taken says so.
bool isAsNeeded(const QList<const DrugMention *> &known, QDate at)
{
    QDate latest;
    bool asNeeded = false;
    bool any = false;
    for (const DrugMention *mention : known) {
        if (!isPositive(*mention) || !hasBegunAt(*mention, at))
            continue;
        const QDate word = wordOf(*mention, at);
        if (!any || word > latest)
            asNeeded = mention->asNeeded;
        else if (word == latest)
            asNeeded = asNeeded && mention->asNeeded;
        latest = std::max(latest, word);
        any = true;
    }
    return asNeeded;
}

void addWitnesses(DrugCourse &course, const QList<const DrugMention *> &known, QDate at)
{
    QMap<QString, CourseWitness> bySource;
    for (const DrugMention *mention : known) {
        const CourseWitness word{mention->source, mention->kind, mention->state, lastDateOf(*mention, at),
                                 mention->end};
        const auto found = bySource.find(mention->source);
        if (found == bySource.end())
            bySource.insert(mention->source, word);
        else if (std::pair(word.said, loudness(word.state)) > std::pair(found->said, loudness(found->state)))
            *found = word;
    }
    course.witnesses = bySource.values();
    std::ranges::stable_sort(course.witnesses, std::ranges::greater(), &CourseWitness::said);
}

// The dose of one day by one kind of word of one source: products of different strengths are taken together (7 mg as 5
// mg and 2 mg); else the larger one.
double dailyDose(const QList<const DrugMention *> &mentions)
{
    const bool isAny = std::ranges::any_of(mentions, [](auto *m) { return m->state == MentionState::Active; });
    QMap<double, double> byStrength;
    for (const DrugMention *mention : mentions) {
        if (isAny && mention->state == MentionState::Stopped)
            continue;
        double &dose = byStrength[mention->drug.strengthMg];
        dose = std::max(dose, mention->dailyMg);
    }
    if (byStrength.contains(0))
        return std::ranges::max(byStrength);
    double sum = 0;
    for (const double dose : std::as_const(byStrength))
        sum += dose;
    return sum;
}

void addDoses(DrugCourse &course, const QList<const DrugMention *> &known, QDate at)
{
    using Teller = std::pair<QString, MentionKind>;
    QMap<QDate, QMap<Teller, QList<const DrugMention *>>> byDay;
    for (const DrugMention *mention : known) {
        if (mention->dailyMg <= 0 || !isPositive(*mention) || !hasBegunAt(*mention, at)
            || mention->kind == MentionKind::Administration)
            continue;
        const Teller teller(mention->source, mention->kind);
        if (mention->start.isValid())
            byDay[mention->start][teller].append(mention);
        // A list says anew what is taken.
        const bool isList = mention->kind == MentionKind::Statement || !mention->start.isValid();
        if (isList && mention->said.isValid() && mention->said <= at && mention->said != mention->start)
            byDay[mention->said][teller].append(mention);
    }
    for (auto day = byDay.cbegin(); day != byDay.cend(); ++day) {
        double dose = 0;
        for (const QList<const DrugMention *> &mentions : *day)
            dose = std::max(dose, dailyDose(mentions));
        if (course.doses.isEmpty() || std::abs(course.doses.last().dailyMg - dose) > 1e-9 * dose)
            course.doses.append({day.key(), dose});
    }
}

// The larger one of what is told on the last day.
void addParts(DrugCourse &course, const QList<const DrugMention *> &known, QDate at)
{
    QDate last;
    for (const DrugMention *mention : known) {
        const bool isTold = mention->partsDailyMg.size() == course.ingredients.size() && isPositive(*mention)
                            && hasBegunAt(*mention, at) && mention->kind != MentionKind::Administration;
        if (!isTold || course.ingredients.size() < 2)
            continue;
        const QDate day = std::max(mention->start, mention->said <= at ? mention->said : QDate());
        if (course.partsDailyMg.empty() || day > last || (day == last && mention->partsDailyMg > course.partsDailyMg))
            course.partsDailyMg = mention->partsDailyMg;
        last = std::max(last, day);
    }
}

} // namespace

QList<qint64> sortedFacts(QList<qint64> facts)
{
    std::ranges::sort(facts);
    facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
    return facts;
}

Route routeOf(const DrugMention &mention)
{
    return mention.route == Route::Unknown ? mention.drug.route : mention.route;
}

bool isLocal(Route route)
{
    switch (route) {
    case Route::Unknown:
    case Route::Oral:
    case Route::Parenteral:
    case Route::Transdermal:
    case Route::Buccal: return false;
    default: return true;
    }
}

void summarize(DrugCourse &course, const QList<const DrugMention *> &all, const QList<const DrugMention *> &known,
               QDate at)
{
    nameIt(course, known.isEmpty() ? all : known, at);
    course.facts.clear();
    for (const DrugMention *mention : all)
        course.facts.append(mention->fact);
    course.facts = sortedFacts(course.facts);
    course.asNeeded = isAsNeeded(known, at);
    addWitnesses(course, known, at);
    addDoses(course, known, at);
    addParts(course, known, at);
}

} // namespace Chartline::Safety
