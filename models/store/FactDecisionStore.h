// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Ids.h"
#include "store/Connection.h"

#include <QList>
#include <optional>

namespace Chartline {

// A person's word on two statements: they are one fact, or two.
struct FactDecision
{
    qint64 id = 0;
    FactId a; // the smaller one
    FactId b;
    bool same = false;
    QString author;
    qint64 created = 0; // milliseconds since 1970 UTC
    bool operator==(const FactDecision &) const = default;
};

// What people have said of statements. Nothing is ever deleted: a word is undone by an entry, or outlived by a later
// one on the same two. A word on a statement that has come to be about something else, as a record is read better now,
// counts no more. Writing: writer thread only, within a transaction.
class FactDecisionStore
{
public:
    // `now`: milliseconds since 1970 UTC.
    FactDecisionStore(Connection &db, qint64 now)
        : m_db(db)
        , m_now(now)
    { }

    // NotFound where one of the statements is not there, both are one, or they are of two people.
    [[nodiscard]] Status say(FactId a, FactId b, bool same, const QString &author);
    // NotFound where nothing is said of them that holds.
    [[nodiscard]] Status undo(FactId a, FactId b, const QString &author);
    // The statements that are one fact with this one now, itself among them. NotFound.
    [[nodiscard]] Result<QList<FactId>> groupOf(FactId statement);
    [[nodiscard]] Result<PersonId> personOf(FactId statement);
    // What counts of two statements of a person, in the order of its saying.
    [[nodiscard]] Result<QList<FactDecision>> of(PersonId person);

private:
    [[nodiscard]] Result<QString> markOf(FactId fact, PersonId &person);

    Connection &m_db;
    qint64 m_now;
};

} // namespace Chartline
