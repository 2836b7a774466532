// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "identity/matching/Matcher.h"
#include "store/MatchStore.h"
#include "timeline/PersonRecord.h"

#include <QFuture>
#include <QObject>
#include <memory>

namespace Chartline {

class VaultService;

// Why the identities of a person are one person, and what has been said of them.
struct PersonLinks
{
    QList<IdentityLink> links; // those undone too, in the order of their making
    QList<IdentityDecision> decisions;
};

// One side of a pair to be decided.
struct IdentitySide
{
    PersonId person;
    IdentityInfo identity; // with its source and identifiers
    Matching::PersonData data; // what is compared, in the source's words
};

// Two identities that may be one person, field by field.
struct ReviewPair
{
    MatchCandidate candidate;
    IdentitySide a;
    IdentitySide b;
    Matching::MatchExplanation explanation; // by the weights of now
};

// What came of taking two identities apart.
struct Parted
{
    // Links that still hold them together: undo one of these too. Empty: they are two people now.
    QList<IdentityLink> heldBy;
};

// Who is who in the open vault, off the calling thread. What was given to write before the vault locks is written
// before it closes; afterwards everything answers VaultLocked. While an import runs, writing waits for it. Timelines,
// alerts, priors and search follow at once: `changed` says that people have to be read anew.
class IdentityService : public QObject
{
    Q_OBJECT

public:
    // `author`: who works here, as text; written to every decision.
    IdentityService(VaultService &vault, std::shared_ptr<const Clock> clock, QString author, QObject *parent = nullptr);
    ~IdentityService() override;

    [[nodiscard]] const QString &author() const { return m_author; }

    QFuture<Result<PersonLinks>> of(PersonId person);
    // Pairs to be decided, the likeliest first, those put off last.
    QFuture<Result<QList<ReviewPair>>> queue();
    // Any two identities, compared as in the queue. NotFound.
    QFuture<Result<ReviewPair>> compare(IdentityId a, IdentityId b);
    // The same person: NotFound where one of them is not known, or only referred to.
    QFuture<Result<LinkId>> link(IdentityId a, IdentityId b);
    QFuture<Result<Parted>> unlink(LinkId link);
    // Different people, for ever. Undoes the links between just these two.
    QFuture<Result<Parted>> different(IdentityId a, IdentityId b);
    QFuture<Status> later(IdentityId a, IdentityId b);
    QFuture<Status> undo(DecisionId decision);
    // The identity to decide about where a person is meant: the first that was received. NotFound.
    QFuture<Result<IdentityId>> identityOf(PersonId person);

Q_SIGNALS:
    void changed();

private:
    template<typename T, typename Work>
    QFuture<Result<T>> write(Work work);

    VaultService &m_vault;
    std::shared_ptr<const Clock> m_clock;
    QString m_author;
};

} // namespace Chartline
