// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/Exposure.h"

#include <QHash>

namespace Chartline::Safety {

// What a mention claims of the days on which its drug was taken, and what later words leave of that.
struct DrugClaim
{
    // What `to` rests on.
    enum class Basis : quint8 {
        Told,
        ToldVaguely, // a month or a year
        Supplied, // days' supply × fills
        Assumed, // nothing is told but that it has ended
        Open, // goes on; `to` is the last word of it
        Dose, // one dose, or a few at one time
        Undated // begun, no one knows when
    };
    enum class Fate : quint8 {
        Stands,
        Doubted, // a later word says otherwise, but not for certain of this
        Held, // a later word puts it on hold
        Ended // of a depot: no more will be given
    };

    const DrugMention *mention = nullptr;
    Basis basis = Basis::Undated;
    Fate fate = Fate::Stands;
    QDate from; // invalid: not known, of an undated one, and of one that tells only an end to come
    QDate to;
    bool stopsLater = false; // stopped, no one knows when, but that was known only after the date asked for
    bool startIsTold = false; // else `from` is the first word of it
    QDate endedOn; // of Ended
    int interval = 0; // of a dose: days until the next one is due; 0: not known
    bool isDepot = false; // acts until then, whatever is said after it was given

    [[nodiscard]] bool isFill() const { return mention->kind == MentionKind::Dispense; }
    [[nodiscard]] bool isRequest() const { return mention->kind == MentionKind::Request; }
};

// Whether it says that the drug was, is or will have been taken (not planned, not "not taken").
[[nodiscard]] bool isPositive(const DrugMention &mention);
// Of a time that had come by then: said or begun; a mention with no date always is. What was begun before and said only
// after `at` is known to those who look back.
[[nodiscard]] bool isKnownAt(const DrugMention &mention, QDate at);
[[nodiscard]] bool hasBegunAt(const DrugMention &mention, QDate at);
// The latest date of a mention by which it is known to have been said; invalid: it has none. What was said after `at`
// counts as said then.
[[nodiscard]] QDate wordOf(const DrugMention &mention, QDate at);
// The same, but for what was said after `at`: when that was.
[[nodiscard]] QDate lastDateOf(const DrugMention &mention, QDate at);
// Of a positive mention that has begun by `at`. Days' supply of a fill that tells none: `usualSupply`.
[[nodiscard]] DrugClaim claimOf(const DrugMention &mention, QDate at, int usualSupply, const ExposureRules &rules);

// A word that a drug is not taken any more.
struct DrugStop
{
    const DrugMention *mention = nullptr;
    QDate word; // when it was said, or came to be
    QDate day; // last day; invalid: not told, before `at`
};
// Nothing where the mention says no such thing by `at`.
[[nodiscard]] std::optional<DrugStop> stopOf(const DrugMention &mention, QDate at);

// Lets stops and holds act on claims. `mentions`: all that are known, of one drug.
void settle(QList<DrugClaim> &claims, const QList<const DrugMention *> &mentions, QDate at, const ExposureRules &rules);

// The last date on which each source speaks of the drug as taken; invalid: only undated words.
[[nodiscard]] QHash<QString, QDate> lastPositiveWords(const QList<const DrugMention *> &mentions, QDate at);

} // namespace Chartline::Safety
