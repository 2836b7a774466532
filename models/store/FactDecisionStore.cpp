// SPDX-License-Identifier: Apache-2.0
#include "store/FactDecisionStore.h"

#include <algorithm>

namespace Chartline {

#define CHARTLINE_MARK(fact) fact ".kind || '|' || " fact ".system || '|' || " fact ".code || '|' || " fact ".title"

Result<QString> FactDecisionStore::markOf(FactId fact, PersonId &person)
{
    CHARTLINE_ASSIGN(Statement * query,
                     m_db.cached("SELECT " CHARTLINE_MARK("f") ", f.person_id FROM fact f WHERE f.id = ?1"));
    query->bind(1, fact.value);
    CHARTLINE_ASSIGN(const bool found, query->step());
    const QString mark = found ? query->text(0) : QString();
    person = PersonId{found ? query->int64(1) : 0};
    query->reset();
    return found ? Result<QString>(mark) : fail(ErrorCode::NotFound, {fact.toString()});
}

Status FactDecisionStore::say(FactId a, FactId b, bool same, const QString &author)
{
    const FactId first = std::min(a, b);
    const FactId second = std::max(a, b);
    PersonId mine;
    PersonId theirs;
    CHARTLINE_ASSIGN(const QString firstMark, markOf(first, mine));
    CHARTLINE_ASSIGN(const QString secondMark, markOf(second, theirs));
    if (first == second || mine != theirs)
        return fail(ErrorCode::NotFound, {second.toString()});
    CHARTLINE_ASSIGN(Statement * insert,
                     m_db.cached("INSERT INTO fact_decision (fact_a, fact_b, same, mark_a, mark_b, author, created) "
                                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    insert->bind(1, first.value).bind(2, second.value).bind(3, same ? 1 : 0).bind(4, firstMark).bind(5, secondMark);
    return insert->bind(6, author).bind(7, m_now).run();
}

Status FactDecisionStore::undo(FactId a, FactId b, const QString &author)
{
    CHARTLINE_ASSIGN(Statement * update,
                     m_db.cached("UPDATE fact_decision SET undone = ?3, undone_by = ?4 WHERE id = "
                                 "(SELECT max(id) FROM fact_decision WHERE fact_a = ?1 AND fact_b = ?2 "
                                 "AND undone IS NULL)"));
    update->bind(1, std::min(a, b).value).bind(2, std::max(a, b).value).bind(3, m_now).bind(4, author);
    CHARTLINE_TRY(update->run());
    return m_db.changes() == 1 ? Status() : fail(ErrorCode::NotFound, {a.toString()});
}

Result<QList<FactId>> FactDecisionStore::groupOf(FactId statement)
{
    CHARTLINE_ASSIGN(Statement * query, m_db.cached("SELECT o.id FROM fact f JOIN fact o ON o.person_id = f.person_id "
                                                    "AND o.group_id = f.group_id WHERE f.id = ?1 ORDER BY o.id"));
    query->bind(1, statement.value);
    QList<FactId> group;
    while (true) {
        CHARTLINE_ASSIGN(const bool row, query->step());
        if (!row)
            break;
        group.append(FactId{query->int64(0)});
    }
    query->reset();
    return group.isEmpty() ? fail(ErrorCode::NotFound, {statement.toString()}) : Result<QList<FactId>>(group);
}

Result<PersonId> FactDecisionStore::personOf(FactId statement)
{
    PersonId person;
    CHARTLINE_TRY(markOf(statement, person));
    return person;
}

Result<QList<FactDecision>> FactDecisionStore::of(PersonId person)
{
    CHARTLINE_ASSIGN(
        Statement * query,
        m_db.cached("SELECT d.id, d.fact_a, d.fact_b, d.same, d.author, d.created FROM fact_decision d "
                    "JOIN fact a ON a.id = d.fact_a JOIN fact b ON b.id = d.fact_b "
                    "WHERE d.undone IS NULL AND a.person_id = ?1 AND b.person_id = ?1 "
                    "AND d.mark_a = " CHARTLINE_MARK("a") " AND d.mark_b = " CHARTLINE_MARK(
                        "b") " AND NOT EXISTS (SELECT 1 FROM fact_decision n WHERE n.id > d.id AND n.undone IS NULL "
                             "AND n.fact_a = d.fact_a AND n.fact_b = d.fact_b) ORDER BY d.id"));
    query->bind(1, person.value);
    QList<FactDecision> decisions;
    while (true) {
        CHARTLINE_ASSIGN(const bool row, query->step());
        if (!row)
            break;
        decisions.append({query->int64(0), FactId{query->int64(1)}, FactId{query->int64(2)}, query->integer(3) != 0,
                          query->text(4), query->int64(5)});
    }
    query->reset();
    return decisions;
}

} // namespace Chartline
