// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Ids.h"
#include "clinical/FactDraft.h"

#include <QList>

namespace Chartline {

// The part of a fact's row that decides which statements are the same fact.
struct GroupInput
{
    FactId id;
    SourceId source;
    FactKind kind = FactKind::Other;
    qint64 startMs = 0; // earliest instant `start` can mean
    QString start; // as given; empty: undated
    QString end;
    QString title;
    QString system;
    QString code;
    QString value;
    QString unit;
    QString status;
    Assertion assertion = Assertion::Affirmed;
    FactFlags flags;
    QString sameAs; // FactDraft::sameAs
    qint64 updated =
        0; // when its source said so last (SourceRecord::lastUpdated), milliseconds since 1970 UTC; 0: not told

    // Told by a message or a document, which tells anew what was told before: saying it twice does not mean two things.
    [[nodiscard]] bool isRetold() const;
};

// A person's word on two statements; see FactDecisionStore.
struct GroupDecision
{
    FactId a;
    FactId b;
    bool same = false;
};

// Which statements of one person are one fact told by several sources. Pure: the same rows give the same groups in any
// order.
//
// Only statements of different sources are ever joined, as one source saying a thing twice means two things, and only
// where they say the same: same kind, same assertion, neither withdrawn, the same code (or, where neither has one, the
// same words), and
// - results and vital signs: the same time and the same value and unit;
// - conditions, allergies and medications: both active or neither: a contradiction is shown, not merged;
// - conditions and allergies: no start dates that exclude each other, or the same start month;
// - medications: overlapping or touching use: the same start day, or one starts within the other;
// - everything else: the same start.
// - whatever has a name of the whole world (`sameAs` "study:…"): the same name, of any source, and never another.
// Times are compared at the coarser precision of the two, numbers by their value. Anything less alike stays apart:
// showing a thing twice is safer than hiding one of two.
//
// Messages and documents (any other `sameAs`): a problem list comes again with each of forty documents. Theirs are
// joined within one source too, by the rules above; and by their own identifier (`sameAs` "id:…") where kind, assertion
// and code are the same, whatever else has changed since: a correction, or a problem that has been resolved.
//
// A person's decisions go first: what they said to be one is one, in the order of their saying, and what they said to
// be two is never joined.
//
// Returns, for each input in order, the id of the statement that speaks for its group: the smallest fact id in it; of
// messages and documents alone the one said last.
[[nodiscard]] QList<FactId> groupFacts(const QList<GroupInput> &facts, const QList<GroupDecision> &decisions = {});

} // namespace Chartline
