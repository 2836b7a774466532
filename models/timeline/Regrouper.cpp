// SPDX-License-Identifier: Apache-2.0
#include "timeline/Regrouper.h"

#include "store/FactDecisionStore.h"

namespace Chartline {

Result<QList<GroupInput>> groupInputs(Connection &db, PersonId person)
{
    CHARTLINE_ASSIGN(Statement * query,
                     db.cached("SELECT f.id, f.source_id, f.kind, f.start_ms, f.start, f.end, f.title, f.system, "
                               "f.code, f.value, f.unit, f.status, f.assertion, f.flags, f.same_as, "
                               "CASE WHEN f.same_as = '' THEN 0 ELSE coalesce((SELECT r.updated FROM record r "
                               "WHERE r.id = f.id / 4096), 0) END FROM fact f WHERE f.person_id = ?1 ORDER BY f.id"));
    query->bind(1, person.value);
    QList<GroupInput> facts;
    while (true) {
        CHARTLINE_ASSIGN(const bool row, query->step());
        if (!row)
            break;
        GroupInput fact;
        fact.id = {query->int64(0)};
        fact.source = {query->int64(1)};
        fact.kind = FactKind(query->integer(2));
        fact.startMs = query->int64(3);
        fact.start = query->text(4);
        fact.end = query->text(5);
        fact.title = query->text(6);
        fact.system = query->text(7);
        fact.code = query->text(8);
        fact.value = query->text(9);
        fact.unit = query->text(10);
        fact.status = query->text(11);
        fact.assertion = Assertion(query->integer(12));
        fact.flags = FactFlags::fromInt(quint16(query->integer(13)));
        fact.sameAs = query->text(14);
        fact.updated = query->int64(15);
        facts.append(std::move(fact));
    }
    query->reset();
    return facts;
}

namespace {

// Whether anything can be merged: two sources, or something with a name of the whole world.
Result<bool> hasSeveralSources(Connection &db, PersonId person)
{
    CHARTLINE_ASSIGN(Statement * query,
                     db.cached("SELECT EXISTS (SELECT 1 FROM fact WHERE person_id = ?1 AND source_id <> "
                               "(SELECT source_id FROM fact WHERE person_id = ?1 LIMIT 1)) "
                               "OR EXISTS (SELECT 1 FROM fact WHERE person_id = ?1 AND same_as <> '') "
                               "OR EXISTS (SELECT 1 FROM fact_decision WHERE undone IS NULL)"));
    query->bind(1, person.value);
    CHARTLINE_TRY(query->step());
    const bool several = query->integer(0) != 0;
    query->reset();
    return several;
}

} // namespace

Result<QList<FactId>> groupsOf(Connection &db, PersonId person, const QList<GroupInput> &facts)
{
    CHARTLINE_ASSIGN(const QList<FactDecision> said, FactDecisionStore(db, 0).of(person));
    QList<GroupDecision> decisions;
    for (const FactDecision &decision : said)
        decisions.append({decision.a, decision.b, decision.same});
    return groupFacts(facts, decisions);
}

Status regroup(Connection &db, PersonId person)
{
    CHARTLINE_ASSIGN(const bool several, hasSeveralSources(db, person));
    if (!several) {
        CHARTLINE_ASSIGN(Statement * alone,
                         db.cached("UPDATE fact SET group_id = id WHERE person_id = ?1 AND group_id <> id"));
        alone->bind(1, person.value);
        return alone->run();
    }
    CHARTLINE_ASSIGN(const auto facts, groupInputs(db, person));
    CHARTLINE_ASSIGN(const QList<FactId> groups, groupsOf(db, person, facts));
    CHARTLINE_ASSIGN(Statement * update, db.cached("UPDATE fact SET group_id = ?2 WHERE id = ?1 AND group_id <> ?2"));
    for (qsizetype i = 0; i < facts.size(); ++i) {
        update->bind(1, facts[i].id.value).bind(2, groups[i].value);
        CHARTLINE_TRY(update->run());
    }
    return {};
}

} // namespace Chartline
