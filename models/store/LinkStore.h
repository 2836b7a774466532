// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Ids.h"
#include "store/Connection.h"

#include <QList>
#include <QSet>
#include <optional>

namespace Chartline {

using LinkId = Id<'L'>; // why two identities are one person
using DecisionId = Id<'N'>; // what a person has said of two identities

struct IdentityLink
{
    LinkId id;
    IdentityId a;
    IdentityId b;
    QString how; // of the program: the rule, in English words for the log; of a person: empty
    QString author; // empty: the program
    std::optional<double> weight; // bits of evidence (log2 of the likelihood ratio); none: a rule, or a person's word
    QString matcher; // version of the weights
    qint64 created = 0; // milliseconds since 1970 UTC
    std::optional<qint64> undone;
    QString undoneBy;
    bool operator==(const IdentityLink &) const = default;
};

struct IdentityDecision
{
    enum class Verdict : quint8 { Different, Later };
    DecisionId id;
    IdentityId a;
    IdentityId b;
    Verdict verdict = Verdict::Different;
    QString author;
    qint64 created = 0;
    std::optional<qint64> undone;
    QString undoneBy;
    bool operator==(const IdentityDecision &) const = default;
};

// Which identities are one person. Persons are nothing but the connected parts of the links that hold: identities and
// their records never change, rows of facts are given the person they belong to, and undoing a link gives every
// identity back the person it was. A person's id is the smallest of its identities' own ("home") ids, so that the same
// links give the same ids in whatever order they were made and undone. Writer thread only, within a transaction.
class LinkStore
{
public:
    // `now`: milliseconds since 1970 UTC.
    LinkStore(Connection &db, qint64 now)
        : m_db(db)
        , m_now(now)
    { }

    struct NewLink
    {
        IdentityId a;
        IdentityId b;
        QString how;
        QString author;
        std::optional<double> weight;
        QString matcher;
    };
    // A program's link (no author) is not made (null id) where anyone has said of an identity of the one person and one
    // of the other that they differ, or has undone a link between two such; nor where both are one person already. A
    // person's word takes back such decisions about these two identities, and fails with NotFound where one of the
    // identities is not known, or only referred to.
    [[nodiscard]] Result<LinkId> link(const NewLink &link);
    // NotFound where there is no such link, or it has been undone.
    [[nodiscard]] Status unlink(LinkId link, const QString &author);
    // Later: nothing else changes. Different: undoes the links between just these two.
    [[nodiscard]] Result<DecisionId> decide(IdentityId a, IdentityId b, IdentityDecision::Verdict verdict,
                                            const QString &author);
    [[nodiscard]] Status undo(DecisionId decision, const QString &author);

    // Of a shortest chain of links that hold two identities together; empty: they are not one person.
    [[nodiscard]] Result<QList<IdentityLink>> chain(IdentityId a, IdentityId b);
    [[nodiscard]] Result<bool> mayLink(IdentityId a, IdentityId b);
    // In which an identity of a person takes part, those undone too, in the order of their making.
    [[nodiscard]] Result<QList<IdentityLink>> linksOf(PersonId person);
    [[nodiscard]] Result<QList<IdentityDecision>> decisionsOf(PersonId person);

    // A new person without identities, whose id was never anyone's.
    [[nodiscard]] static Result<PersonId> newPerson(Connection &db, const QString &name);
    // What the patient list shows of a person: from the first identity that tells each.
    [[nodiscard]] static Status refreshPerson(Connection &db, PersonId person);

    // People whose identities have changed since the last call.
    [[nodiscard]] QSet<PersonId> takeTouched() { return std::exchange(m_touched, {}); }

private:
    struct Member
    {
        IdentityId identity;
        PersonId person;
        PersonId home;
    };
    [[nodiscard]] Result<QList<Member>> members(const QSet<PersonId> &persons);
    [[nodiscard]] Result<PersonId> personOf(IdentityId identity);
    [[nodiscard]] Result<PersonId> namedPersonOf(IdentityId identity);
    [[nodiscard]] Result<QList<IdentityLink>> holding(const QList<Member> &members);
    [[nodiscard]] Status settle(const QSet<PersonId> &persons);
    [[nodiscard]] Status move(const Member &member, PersonId to);
    [[nodiscard]] Status takeBack(IdentityId a, IdentityId b, const QString &author);
    [[nodiscard]] Result<QList<IdentityLink>> readLinks(Statement &query);
    [[nodiscard]] Result<QList<IdentityDecision>> readDecisions(Statement &query);

    Connection &m_db;
    qint64 m_now;
    QSet<PersonId> m_touched;
};

} // namespace Chartline
