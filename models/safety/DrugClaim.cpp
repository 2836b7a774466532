// SPDX-License-Identifier: Apache-2.0
#include "safety/DrugClaim.h"

#include "safety/SupplyLine.h"

#include <algorithm>
#include <cmath>

namespace Chartline::Safety {

namespace {

using Basis = DrugClaim::Basis;
using Fate = DrugClaim::Fate;

// More than any supply: a slip of the pen must not reach beyond what QDate can do.
constexpr int s_mostDays = 3660;

bool isEnded(MentionState state)
{
    return state == MentionState::Stopped || state == MentionState::Completed;
}

int suppliedDays(const DrugMention &mention)
{
    const int days = std::clamp(mention.daysSupply, 0, s_mostDays);
    const int fills = mention.kind == MentionKind::Request ? std::clamp(mention.refills, 0, 99) + 1 : 1;
    return std::min(days * fills, s_mostDays);
}

// An update is dated by the clock of its server: in another time zone it may be tomorrow.
constexpr int s_clockDays = 1;

bool isStopOfLater(const DrugMention &mention, QDate at)
{
    const QDate known = mention.stopKnown.isValid() ? mention.stopKnown : mention.said;
    return mention.state == MentionState::Stopped && !mention.end.isValid() && known.isValid()
           && known > at.addDays(s_clockDays);
}

// The day by which something stopped, that tells no end, had ended. A list that says so later than it began was right
// on that day; of an order, all that is known is when the stop was seen, however long ago it was written.
QDate latestEnd(const DrugMention &mention, QDate at)
{
    const bool isWord = mention.kind == MentionKind::Statement && mention.said.isValid()
                        && (!mention.start.isValid() || mention.said > mention.start);
    if (isWord)
        return std::min(mention.said, at);
    return mention.stopKnown.isValid() ? std::min(mention.stopKnown, at) : at;
}

// A short course without refills is over when its supply is, whatever its status.
bool isShort(const DrugMention &mention, const ExposureRules &rules)
{
    return mention.kind == MentionKind::Request && mention.daysSupply > 0 && mention.refills <= 0
           && mention.daysSupply <= rules.acuteDays;
}

// An order or statement whose end is not told.
void estimateEnd(DrugClaim &claim, QDate at, const ExposureRules &rules)
{
    const DrugMention &mention = *claim.mention;
    const QDate said = mention.said;
    const int days = suppliedDays(mention);
    if (mention.state == MentionState::Stopped) {
        claim.basis = Basis::Assumed;
        claim.stopsLater = isStopOfLater(mention, at);
        claim.to = std::max(claim.from, latestEnd(mention, at));
        if (isShort(mention, rules))
            claim.to = std::min(claim.to, claim.from.addDays(days - 1));
    } else if (isEnded(mention.state) && said.isValid() && said > claim.from) {
        claim.basis = Basis::Assumed;
        claim.to = said;
    } else if (mention.kind == MentionKind::Request && days > 0) {
        claim.basis = Basis::Supplied;
        claim.to = claim.from.addDays(days - 1);
    } else if (isEnded(mention.state)) {
        claim.basis = Basis::Assumed;
        claim.to = mention.kind == MentionKind::Request ? claim.from.addDays(rules.assumedDays - 1) : claim.from;
    } else {
        claim.basis = Basis::Open;
        claim.to = said.isValid() ? std::max(claim.from, said) : claim.from;
    }
}

bool isDose(const DrugMention &mention)
{
    if (mention.single)
        return true;
    return mention.kind == MentionKind::Administration && mention.state != MentionState::Active
           && mention.state != MentionState::OnHold;
}

// Two strengths that are both told and are not the same are two products: that one is stopped may be a change of dose.
bool isOtherProduct(const DrugMention &a, const DrugMention &b)
{
    const auto differ = [](double x, double y) { return x > 0 && y > 0 && std::abs(x - y) > 0.001 * std::max(x, y); };
    return differ(a.drug.strengthMg, b.drug.strengthMg) || differ(a.dailyMg, b.dailyMg);
}

// The last dates on which a source speaks of the drug as taken: by what it handed out or gave, and by any word.
struct LastWords
{
    QDate handedOut;
    QDate any;
};

using WordsBySource = QHash<QString, LastWords>;

WordsBySource lastWords(const QList<const DrugMention *> &mentions, QDate at)
{
    WordsBySource words;
    for (const DrugMention *mention : mentions) {
        if (!isPositive(*mention) || !hasBegunAt(*mention, at))
            continue;
        const bool isHandedOut = mention->kind == MentionKind::Dispense || mention->kind == MentionKind::Administration;
        if (!isHandedOut && isEnded(mention->state))
            continue;
        LastWords &last = words[mention->source];
        last.any = std::max(last.any, wordOf(*mention, at));
        if (isHandedOut)
            last.handedOut = std::max(last.handedOut, wordOf(*mention, at));
    }
    return words;
}

// What stands against a stop: the claim's own word, and the later ones of its source. Where that is also the source of
// the stop, its other words are no objection, but what it handed out after the stop is.
QDate lastWordFor(const DrugClaim &claim, const DrugStop &stop, const WordsBySource &words, QDate at)
{
    const LastWords last = words.value(claim.mention->source);
    const bool isOwn = claim.mention->source == stop.mention->source;
    return std::max(wordOf(*claim.mention, at), isOwn ? last.handedOut : last.any);
}

// Whether the word of another source cannot end this: an order stands until its own source takes it back or what it
// supplied is used up; what a list says stands for as long as two lists are held against each other.
bool standsAlone(const DrugClaim &claim, const DrugStop &stop, QDate at, const ExposureRules &rules)
{
    const DrugMention &mine = *claim.mention;
    if (mine.source == stop.mention->source || isEnded(mine.state))
        return false;
    if (claim.basis == Basis::Told || claim.basis == Basis::ToldVaguely)
        return claim.to >= at;
    if (mine.kind == MentionKind::Request)
        return claim.basis != Basis::Supplied || claim.to.addDays(graceOf(mine.daysSupply, mine.asNeeded, rules)) >= at;
    return mine.kind == MentionKind::Statement && wordOf(mine, at).addDays(rules.conflictDays) >= stop.word;
}

Fate fateOf(const DrugClaim &claim, const DrugStop &stop, const WordsBySource &words, QDate at,
            const ExposureRules &rules)
{
    const DrugMention &mine = *claim.mention;
    const DrugMention &other = *stop.mention;
    // At a discharge all orders of the stay are stopped.
    if (&mine == &other || (other.inpatient && !mine.inpatient))
        return Fate::Stands;
    if (claim.from.isValid() && stop.word.isValid() && stop.word < claim.from)
        return Fate::Stands;
    const QDate last = lastWordFor(claim, stop, words, at);
    if (!last.isValid() || !stop.word.isValid())
        return Fate::Doubted;
    if (stop.word <= last)
        return Fate::Stands;
    if (!stop.day.isValid() || isOtherProduct(mine, other) || standsAlone(claim, stop, at, rules))
        return Fate::Doubted;
    // That a course has ended as planned ends another only where it is the same one.
    if (other.state == MentionState::Completed && other.start.isValid() && other.start > claim.from)
        return Fate::Doubted;
    // Whether a patient takes a drug is one matter, whether another source wants it taken a second one.
    const bool isReport = other.state == MentionState::NotTaken && other.kind == MentionKind::Statement;
    return isReport && other.source != mine.source ? Fate::Doubted : Fate::Ended;
}

} // namespace

bool isPositive(const DrugMention &mention)
{
    switch (mention.state) {
    case MentionState::Planned:
    case MentionState::NotTaken: return false;
    case MentionState::OnHold:
        // Nothing has been handed out or given.
        return mention.kind == MentionKind::Request || mention.kind == MentionKind::Statement;
    default: return true;
    }
}

bool isKnownAt(const DrugMention &mention, QDate at)
{
    const auto isPast = [at](QDate date) { return date.isValid() && date <= at; };
    return !mention.said.isValid() || mention.said <= at || isPast(mention.start)
           || (!mention.start.isValid() && isPast(mention.end));
}

bool hasBegunAt(const DrugMention &mention, QDate at)
{
    return !mention.start.isValid() || mention.start <= at;
}

QDate wordOf(const DrugMention &mention, QDate at)
{
    return std::min(lastDateOf(mention, at), at);
}

QDate lastDateOf(const DrugMention &mention, QDate at)
{
    QDate word = mention.said;
    if (mention.start.isValid() && mention.start <= at && (!word.isValid() || mention.start > word))
        word = mention.start;
    const bool endIsWord = isEnded(mention.state) && mention.kind != MentionKind::Dispense;
    if (endIsWord && mention.end.isValid() && mention.end <= at && (!word.isValid() || mention.end > word))
        word = mention.end;
    return word;
}

DrugClaim claimOf(const DrugMention &mention, QDate at, int usualSupply, const ExposureRules &rules)
{
    DrugClaim claim;
    claim.mention = &mention;
    claim.from = mention.start;
    if (!claim.from.isValid())
        claim.from = mention.said;
    claim.startIsTold = mention.start.isValid();
    if (mention.end.isValid() && !mention.start.isValid() && (!claim.from.isValid() || claim.from > mention.end)) {
        claim.from = mention.end <= at ? mention.end : QDate();
        if (!claim.from.isValid()) {
            // Taken until then, since no one knows when.
            claim.basis = mention.endIsVague ? Basis::ToldVaguely : Basis::Told;
            claim.to = mention.end;
            return claim;
        }
    }
    if (!claim.from.isValid() && mention.state == MentionState::Stopped && mention.stopKnown.isValid())
        claim.from = std::min(mention.stopKnown, at);
    if (!claim.from.isValid())
        return claim;
    const bool isTold = mention.end.isValid() && mention.end >= claim.from;
    if (isTold) {
        claim.basis = mention.endIsVague ? Basis::ToldVaguely : Basis::Told;
        claim.to = mention.end;
    } else if (mention.kind == MentionKind::Dispense) {
        claim.basis = Basis::Supplied;
        const int days = suppliedDays(mention);
        claim.to = claim.from.addDays((days > 0 ? days : usualSupply) - 1);
    } else if (isDose(mention)) {
        claim.basis = Basis::Dose;
        claim.to = claim.from;
    } else {
        estimateEnd(claim, at, rules);
    }
    // An end before the beginning is no end that can be relied on.
    if (mention.end.isValid() && !isTold)
        claim.fate = Fate::Doubted;
    return claim;
}

std::optional<DrugStop> stopOf(const DrugMention &mention, QDate at)
{
    const bool isStatement = mention.kind == MentionKind::Statement;
    if (!isStatement && mention.kind != MentionKind::Request)
        return std::nullopt;
    DrugStop stop{&mention, wordOf(mention, at), {}};
    if (mention.state == MentionState::NotTaken) {
        // Its period is the time in which it is not taken.
        if (mention.end.isValid() && mention.end < at)
            return std::nullopt;
        stop.day = mention.start.isValid() ? mention.start : mention.said;
        return hasBegunAt(mention, at) ? std::optional(stop) : std::nullopt;
    }
    if (mention.state != MentionState::Stopped && !(isStatement && mention.state == MentionState::Completed))
        return std::nullopt;
    if (!hasBegunAt(mention, at) || isStopOfLater(mention, at) || (mention.end.isValid() && mention.end > at))
        return std::nullopt;
    if (mention.end.isValid())
        stop.day = mention.end;
    else if (mention.said.isValid() && isStatement)
        stop.day = mention.said;
    return stop;
}

QHash<QString, QDate> lastPositiveWords(const QList<const DrugMention *> &mentions, QDate at)
{
    QHash<QString, QDate> dates;
    const WordsBySource words = lastWords(mentions, at);
    for (auto source = words.cbegin(); source != words.cend(); ++source)
        dates.insert(source.key(), source->any);
    return dates;
}

void settle(QList<DrugClaim> &claims, const QList<const DrugMention *> &mentions, QDate at, const ExposureRules &rules)
{
    const WordsBySource words = lastWords(mentions, at);
    QList<DrugStop> stops;
    QList<DrugStop> holds;
    for (const DrugMention *mention : mentions) {
        if (const auto stop = stopOf(*mention, at))
            stops.append(*stop);
        else if (mention->state == MentionState::OnHold && isPositive(*mention) && hasBegunAt(*mention, at))
            holds.append({mention, wordOf(*mention, at), {}});
    }
    for (DrugClaim &claim : claims) {
        for (const DrugStop &hold : std::as_const(holds)) {
            if (claim.mention->state != MentionState::OnHold && fateOf(claim, hold, words, at, rules) != Fate::Stands)
                claim.fate = std::max(claim.fate, Fate::Held);
        }
        for (const DrugStop &stop : std::as_const(stops)) {
            const Fate fate = fateOf(claim, stop, words, at, rules);
            claim.fate = std::max(claim.fate, fate);
            if (fate != Fate::Ended)
                continue;
            // Where it was taken after the day told, it ended no earlier than that.
            const QDate day = std::max(stop.day, lastWordFor(claim, stop, words, at));
            claim.endedOn = claim.endedOn.isValid() ? std::min(claim.endedOn, day) : day;
        }
    }
}

} // namespace Chartline::Safety
