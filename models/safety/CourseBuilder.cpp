// SPDX-License-Identifier: Apache-2.0
#include "safety/CourseBuilder.h"

#include "safety/CourseSummary.h"
#include "safety/DoseIntervals.h"

#include <algorithm>
#include <tuple>

namespace Chartline::Safety {

namespace {

using Basis = DrugClaim::Basis;
using Fate = DrugClaim::Fate;

constexpr double s_neverDispensed = 0.1; // confidence; a step of a scale for people, not measured

} // namespace

CourseBuilder::CourseBuilder(const QList<const DrugMention *> &mentions, const QList<QDate> &otherFills, QDate at,
                             const ExposureRules &rules)
    : m_all(mentions)
    , m_otherFills(otherFills)
    , m_at(at)
    , m_rules(rules)
{
    for (const DrugMention *mention : mentions) {
        if (isKnownAt(*mention, at))
            m_known.append(mention);
    }
}

DrugCourse CourseBuilder::build()
{
    makeClaims();
    makeSupplyLine();
    m_supports = supportsOf(m_ground, m_at, m_rules);
    DrugCourse course;
    course.confidence = 0;
    course.state = m_supports.isEmpty() ? stateWithoutSupport() : CourseState::Uncertain;
    for (const Support &support : std::as_const(m_supports)) {
        course.state = std::min(course.state, support.state);
        course.openEnd = course.openEnd || support.isOpen;
    }
    for (const Support &support : std::as_const(m_supports)) {
        if (support.state == course.state)
            course.confidence = std::max(course.confidence, support.confidence);
    }
    if (isNeverDispensed()) {
        course.state = CourseState::NeverDispensed;
        course.confidence = s_neverDispensed;
        course.openEnd = false;
    } else if (isConflict()) {
        course.conflict = true;
        course.state = CourseState::Uncertain;
        course.confidence = std::min(course.confidence, Support::doubted);
    }
    if (course.state != CourseState::NeverDispensed)
        fillSpans(course);
    course.startUnknown = isStartUnknown(course);
    course.endIsGuess = course.state == CourseState::Past && isEndGuessed(course);
    course.plannedFrom = course.state == CourseState::Planned ? firstPlan() : QDate();
    course.gaps = m_ground.line.gaps;
    course.covered = m_ground.line.covered;
    summarize(course, m_all, m_known, m_at);
    course.certainFacts = sortedFacts(factsBehind(course));
    return course;
}

void CourseBuilder::makeClaims()
{
    for (const DrugMention *mention : std::as_const(m_known)) {
        if (!isPositive(*mention) || !hasBegunAt(*mention, m_at))
            continue;
        int usual = m_rules.assumedDays;
        if (mention->kind == MentionKind::Dispense && mention->daysSupply <= 0) {
            // The order that came last before it says how long a fill of it is to last.
            QDate latest;
            for (const DrugMention *order : std::as_const(m_known)) {
                const bool isBefore = !mention->start.isValid() || order->start <= mention->start;
                if (order->kind == MentionKind::Request && order->daysSupply > 0 && isBefore
                    && order->start >= latest) {
                    latest = order->start;
                    usual = std::min(order->daysSupply, 366);
                }
            }
        }
        m_ground.claims.append(claimOf(*mention, m_at, usual, m_rules));
    }
    setIntervals(m_ground.claims, m_rules);
    settle(m_ground.claims, m_known, m_at, m_rules);
    for (const DrugClaim &claim : std::as_const(m_ground.claims)) {
        const QDate word = wordOf(*claim.mention, m_at);
        const bool isOver = claim.mention->state == MentionState::Stopped;
        if (claim.fate != Fate::Ended && !isOver && word.isValid())
            m_ground.heard = std::max(m_ground.heard, word);
    }
}

void CourseBuilder::makeSupplyLine()
{
    QList<Fill> fills;
    for (const DrugClaim &claim : std::as_const(m_ground.claims)) {
        if (!claim.isFill() || !claim.from.isValid())
            continue;
        const int days = int(claim.from.daysTo(claim.to)) + 1;
        fills.append({claim.from, days, claim.mention->asNeeded, claim.mention->source,
                      claim.fate == Fate::Ended ? claim.endedOn : QDate()});
        if (claim.from > m_ground.lastFill)
            m_ground.lineFate = Fate::Stands;
        if (claim.from >= m_ground.lastFill) {
            m_ground.lastFill = claim.from;
            m_ground.lineFate = std::max(m_ground.lineFate, claim.fate);
        }
    }
    m_ground.line = supplyLine(fills, m_rules);
    if (!m_ground.line.isEmpty() && m_ground.lineFate != Fate::Ended)
        m_ground.heard = std::max(m_ground.heard, std::min(m_ground.line.end, m_at));
}

CourseState CourseBuilder::stateWithoutSupport() const
{
    if (!m_ground.claims.isEmpty())
        return CourseState::Past;
    const bool isNot = !m_known.isEmpty() && std::ranges::all_of(m_known, [](const DrugMention *mention) {
        return mention->state == MentionState::NotTaken;
    });
    return isNot ? CourseState::NotTaken : CourseState::Planned;
}

// Primary non-adherence: an order never filled (Raebel et al., Med Care 2013;51(8 Suppl 3):S11–S21). That none is told
// of means something only where others are.
bool CourseBuilder::isNeverDispensed() const
{
    if (m_supports.isEmpty())
        return false;
    const bool isHandedOut = std::ranges::any_of(m_ground.claims, [](const DrugClaim &claim) {
        return claim.isFill() || claim.mention->kind == MentionKind::Administration;
    });
    return !isHandedOut && std::ranges::all_of(m_supports, [this](const Support &support) {
        const DrugMention &order = *support.claim->mention;
        if (order.kind != MentionKind::Request || order.inpatient || order.single || order.startIsVague
            || order.state == MentionState::OnHold || !order.start.isValid()
            || order.start.daysTo(m_at) <= m_rules.unfilledDays)
            return false;
        const auto next = std::ranges::upper_bound(m_otherFills, order.start);
        return next != m_otherFills.end() && order.start.daysTo(*next) <= m_rules.firstFillDays;
    });
}

bool CourseBuilder::isConflict() const
{
    const QHash<QString, QDate> words = lastPositiveWords(m_known, m_at);
    // The latest word that it is taken, and whose that is.
    QDate latest;
    QString source;
    bool isUndated = false;
    for (const Support &support : m_supports) {
        const DrugMention &mention = *support.claim->mention;
        if (mention.state == MentionState::OnHold)
            continue;
        const QDate word = words.value(mention.source);
        isUndated = isUndated || !word.isValid();
        if (source.isNull() || word > latest) {
            latest = std::max(latest, word);
            source = mention.source.isNull() ? QLatin1StringView("") : mention.source;
        }
    }
    if (source.isNull())
        return false;
    return std::ranges::any_of(m_known, [&](const DrugMention *mention) {
        const auto stop = mention->inpatient || mention->source == source ? std::nullopt : stopOf(*mention, m_at);
        if (!stop)
            return false;
        // A short course that has ended as planned says nothing of one begun before it.
        const bool isAnother = mention->state == MentionState::Completed && mention->start.isValid()
                               && std::ranges::none_of(m_supports, [&](const Support &support) {
                                      return support.claim->from >= mention->start;
                                  });
        if (isAnother)
            return false;
        const QDate own = words.value(mention->source);
        if (own.isValid() && stop->word.isValid() && own >= stop->word)
            return false;
        return isUndated || !stop->word.isValid() || stop->word >= latest.addDays(-m_rules.conflictDays);
    });
}

bool CourseBuilder::isSupported(const DrugClaim &claim) const
{
    return std::ranges::any_of(m_supports, [&](const Support &support) { return support.claim == &claim; });
}

// An order tells of the time before the first fill only where that came long after it, and of the time after the last
// one only where it still stands or tells its end.
void CourseBuilder::addRequestStretches(const DrugClaim &claim, QList<Stretch> &list) const
{
    QDate last = claim.basis == Basis::Open ? m_at : std::min(claim.to, m_at);
    if (claim.fate == Fate::Ended)
        last = std::min(last, claim.endedOn);
    if (claim.from.addDays(m_rules.firstFillDays) < m_ground.line.begin)
        list.append(Stretch{{claim.from, std::max(claim.from, std::min(last, m_ground.line.begin.addDays(-1)))}});
    if (isSupported(claim))
        last = m_at;
    else if (claim.basis != Basis::Told && claim.basis != Basis::ToldVaguely)
        return;
    if (last > m_ground.line.end)
        list.append(Stretch{{m_ground.line.end.addDays(1), last}});
}

void CourseBuilder::addStretches(const DrugClaim &claim, QList<Stretch> &list) const
{
    if (claim.isFill() || !claim.from.isValid())
        return;
    if (m_ground.fillsSpeakFor(claim)) {
        addRequestStretches(claim, list);
        return;
    }
    QDate last = claim.basis == Basis::Open ? m_at : std::min(claim.to, m_at);
    if (claim.fate == Fate::Ended)
        last = std::max(std::min(last, claim.endedOn), claim.from);
    if (isSupported(claim))
        last = m_at;
    int tolerance = 0;
    if (claim.basis == Basis::Supplied && claim.fate != Fate::Ended)
        tolerance = graceOf(claim.mention->daysSupply, claim.mention->asNeeded, m_rules);
    else if (claim.basis == Basis::Dose)
        tolerance = m_rules.seriesDays - 1;
    if (claim.basis == Basis::Dose && claim.interval > m_rules.seriesDays
        && (claim.fate != Fate::Ended || claim.isDepot)) {
        // It counts until the next one is due.
        last = std::max(last, std::min(claim.from.addDays(claim.interval - 1), m_at));
        tolerance = claim.interval / 2;
    }
    list.append(Stretch{{claim.from, last}, tolerance});
}

QList<CourseBuilder::Stretch> CourseBuilder::stretches() const
{
    QList<Stretch> list;
    for (const DaySpan &span : m_ground.line.spans)
        list.append(Stretch{{span.from, std::min(span.to, m_at)}});
    for (const DrugClaim &claim : m_ground.claims) {
        if (claim.isFill() && !m_ground.line.isEmpty() && isSupported(claim))
            list.append(Stretch{{m_ground.line.spans.last().from, m_at}});
        addStretches(claim, list);
    }
    std::ranges::sort(list, [](const Stretch &a, const Stretch &b) {
        return std::tuple(a.span.from, a.span.to, a.tolerance) < std::tuple(b.span.from, b.span.to, b.tolerance);
    });
    return list;
}

void CourseBuilder::fillSpans(DrugCourse &course) const
{
    int tolerance = 0;
    for (const Stretch &stretch : stretches()) {
        const DaySpan &next = stretch.span;
        if (course.spans.isEmpty() || next.from > course.spans.last().to.addDays(tolerance + 1)) {
            course.spans.append(next);
            tolerance = stretch.tolerance;
            continue;
        }
        DaySpan &last = course.spans.last();
        if (next.to == last.to)
            tolerance = std::max(tolerance, stretch.tolerance);
        else if (next.to > last.to)
            tolerance = stretch.tolerance;
        last.to = std::max(last.to, next.to);
    }
}

bool CourseBuilder::isStartUnknown(const DrugCourse &course) const
{
    const auto tells = [](const DrugClaim &claim) { return claim.startIsTold; };
    if (course.state == CourseState::Past)
        return std::ranges::none_of(m_ground.claims, tells);
    return course.isTaken()
           && std::ranges::none_of(m_supports, [&](const Support &support) { return tells(*support.claim); });
}

// Whether no source tells the last day.
bool CourseBuilder::isEndGuessed(const DrugCourse &course) const
{
    const QDate last = course.lastDay();
    return last.isValid() && std::ranges::none_of(m_known, [&](const DrugMention *mention) {
               const bool isDose = mention->single || mention->kind == MentionKind::Administration;
               return (mention->end == last && !mention->endIsVague) || (isDose && mention->start == last)
                      || (mention->state == MentionState::NotTaken && mention->start == last && !mention->startIsVague);
           });
}

// The first day of what is planned or begins later; invalid: it may begin any day.
QDate CourseBuilder::firstPlan() const
{
    QDate first;
    for (const DrugMention *mention : m_all) {
        const QDate from = mention->start.isValid() ? mention->start : mention->said;
        if (mention->state == MentionState::NotTaken)
            continue;
        if (!from.isValid() || from <= m_at)
            return {};
        first = first.isValid() ? std::min(first, from) : from;
    }
    return first;
}

QList<qint64> CourseBuilder::factsOfEnd(const DrugCourse &course) const
{
    QList<qint64> facts;
    const QDate last = course.lastDay();
    for (const DrugClaim &claim : m_ground.claims) {
        QList<Stretch> list;
        addStretches(claim, list);
        const bool isLastFill = claim.isFill() && claim.from == m_ground.lastFill && m_ground.line.end == last;
        if (isLastFill || std::ranges::any_of(list, [&](const Stretch &stretch) { return stretch.span.to == last; }))
            facts.append(claim.mention->fact);
    }
    for (const DrugMention *mention : m_known) {
        if (const auto stop = stopOf(*mention, m_at); stop && (!last.isValid() || stop->word >= last))
            facts.append(mention->fact);
    }
    return facts;
}

QList<qint64> CourseBuilder::factsBehind(const DrugCourse &course) const
{
    QList<qint64> facts;
    if (course.state == CourseState::Past)
        facts = factsOfEnd(course);
    CourseState best = CourseState::Uncertain;
    for (const Support &support : m_supports)
        best = std::min(best, support.state);
    for (const Support &support : m_supports) {
        if (support.state == best)
            facts.append(support.claim->mention->fact);
    }
    if (course.state == CourseState::Planned || course.state == CourseState::NotTaken) {
        const bool isPlan = course.state == CourseState::Planned;
        for (const DrugMention *mention : m_known) {
            if (isPlan == (mention->state != MentionState::NotTaken))
                facts.append(mention->fact);
        }
    }
    return facts;
}

} // namespace Chartline::Safety
