// SPDX-License-Identifier: Apache-2.0
#include "store/LinkStore.h"

#include "identity/PersonFeatures.h"

#include <QHash>
#include <algorithm>

namespace Chartline {

using namespace Qt::StringLiterals;

namespace {

constexpr char s_linkColumns[] = "id, identity_a, identity_b, how, author, weight, matcher, created, undone, undone_by";

// The parts of `identities` that links hold together.
QHash<IdentityId, IdentityId> partsOf(const QList<IdentityId> &identities, const QList<IdentityLink> &links)
{
    QHash<IdentityId, IdentityId> parent;
    for (const IdentityId identity : identities)
        parent.insert(identity, identity);
    const auto root = [&](IdentityId identity) {
        while (parent.value(identity) != identity)
            identity = parent[identity] = parent.value(parent.value(identity));
        return identity;
    };
    for (const IdentityLink &link : links) {
        if (!parent.contains(link.a) || !parent.contains(link.b))
            continue;
        const IdentityId a = root(link.a);
        const IdentityId b = root(link.b);
        parent[std::max(a, b)] = std::min(a, b);
    }
    QHash<IdentityId, IdentityId> parts;
    for (const IdentityId identity : identities)
        parts.insert(identity, root(identity));
    return parts;
}

std::optional<qint64> time(const Statement &query, int column)
{
    return query.isNull(column) ? std::nullopt : std::optional(query.int64(column));
}

} // namespace

Result<QList<IdentityLink>> LinkStore::readLinks(Statement &query)
{
    QList<IdentityLink> links;
    while (true) {
        CHARTLINE_ASSIGN(const bool row, query.step());
        if (!row)
            return links;
        IdentityLink link;
        link.id = {query.int64(0)};
        link.a = {query.int64(1)};
        link.b = {query.int64(2)};
        link.how = query.text(3);
        link.author = query.text(4);
        if (!query.isNull(5))
            link.weight = query.real(5);
        link.matcher = query.text(6);
        link.created = query.int64(7);
        link.undone = time(query, 8);
        link.undoneBy = query.text(9);
        links.append(std::move(link));
    }
}

Result<QList<IdentityDecision>> LinkStore::readDecisions(Statement &query)
{
    QList<IdentityDecision> decisions;
    while (true) {
        CHARTLINE_ASSIGN(const bool row, query.step());
        if (!row)
            return decisions;
        IdentityDecision decision;
        decision.id = {query.int64(0)};
        decision.a = {query.int64(1)};
        decision.b = {query.int64(2)};
        decision.verdict = IdentityDecision::Verdict(query.integer(3));
        decision.author = query.text(4);
        decision.created = query.int64(5);
        decision.undone = time(query, 6);
        decision.undoneBy = query.text(7);
        decisions.append(std::move(decision));
    }
}

Result<PersonId> LinkStore::personOf(IdentityId identity)
{
    CHARTLINE_ASSIGN(Statement query, m_db.prepare("SELECT person_id FROM identity WHERE id = ?1"));
    query.bind(1, identity.value);
    CHARTLINE_ASSIGN(const bool found, query.step());
    if (!found)
        return fail(ErrorCode::NotFound, {identity.toString()});
    return PersonId{query.int64(0)};
}

// One that is only referred to may turn out to be anyone.
Result<PersonId> LinkStore::namedPersonOf(IdentityId identity)
{
    CHARTLINE_ASSIGN(Statement query,
                     m_db.prepare("SELECT person_id FROM identity WHERE id = ?1 AND record_id IS NOT NULL"));
    query.bind(1, identity.value);
    CHARTLINE_ASSIGN(const bool found, query.step());
    if (!found)
        return fail(ErrorCode::NotFound, {identity.toString()});
    return PersonId{query.int64(0)};
}

Result<QList<LinkStore::Member>> LinkStore::members(const QSet<PersonId> &persons)
{
    QList<Member> found;
    CHARTLINE_ASSIGN(Statement query,
                     m_db.prepare("SELECT id, person_id, home_id FROM identity WHERE person_id = ?1 ORDER BY id"));
    for (const PersonId person : persons) {
        query.bind(1, person.value);
        while (true) {
            CHARTLINE_ASSIGN(const bool row, query.step());
            if (!row)
                break;
            found.append({IdentityId{query.int64(0)}, PersonId{query.int64(1)}, PersonId{query.int64(2)}});
        }
        query.reset();
    }
    std::ranges::sort(found, {}, &Member::identity);
    return found;
}

// The links that hold among these.
Result<QList<IdentityLink>> LinkStore::holding(const QList<Member> &members)
{
    QList<IdentityLink> links;
    CHARTLINE_ASSIGN(Statement query, m_db.prepare((QByteArray("SELECT ") + s_linkColumns
                                                    + " FROM link WHERE identity_a = ?1 AND undone IS NULL ORDER BY id")
                                                       .constData()));
    for (const Member &member : members) {
        query.bind(1, member.identity.value);
        CHARTLINE_ASSIGN(const QList<IdentityLink> some, readLinks(query));
        query.reset();
        links += some;
    }
    return links;
}

Result<PersonId> LinkStore::newPerson(Connection &db, const QString &name)
{
    // Neither that of a person who is part of another one now.
    CHARTLINE_ASSIGN(Statement * last, db.cached("SELECT max(coalesce((SELECT max(id) FROM person), 0), "
                                                 "coalesce((SELECT max(home_id) FROM identity), 0))"));
    CHARTLINE_TRY(last->step());
    const PersonId person{last->int64(0) + 1};
    last->reset();
    CHARTLINE_ASSIGN(Statement * insert, db.cached("INSERT INTO person (id, name, sort_name) VALUES (?1, ?2, ?3)"));
    insert->bind(1, person.value).bind(2, name).bind(3, foldedName(name));
    CHARTLINE_TRY(insert->run());
    return person;
}

Status LinkStore::refreshPerson(Connection &db, PersonId person)
{
    CHARTLINE_ASSIGN(
        Statement * query,
        db.cached("SELECT name, birth_date, sex, deceased FROM identity WHERE person_id = ?1 ORDER BY id"));
    query->bind(1, person.value);
    QString shown[4];
    while (true) {
        CHARTLINE_ASSIGN(const bool row, query->step());
        if (!row)
            break;
        for (int i = 0; i < 4; ++i) {
            if (shown[i].isEmpty())
                shown[i] = query->text(i);
        }
    }
    query->reset();
    CHARTLINE_ASSIGN(Statement * update,
                     db.cached("UPDATE person SET name = ?2, birth_date = ?3, sex = ?4, deceased = ?5, sort_name = ?6 "
                               "WHERE id = ?1"));
    update->bind(1, person.value).bind(2, shown[0]).bind(3, shown[1]).bind(4, shown[2]).bind(5, shown[3]);
    update->bind(6, foldedName(shown[0]));
    return update->run();
}

// Rows of facts follow; records and identities stay what they are.
Status LinkStore::move(const Member &member, PersonId to)
{
    CHARTLINE_ASSIGN(Statement * exists, m_db.cached("INSERT OR IGNORE INTO person (id) VALUES (?1)"));
    CHARTLINE_TRY(exists->bind(1, to.value).run());
    CHARTLINE_ASSIGN(Statement * identity, m_db.cached("UPDATE identity SET person_id = ?2 WHERE id = ?1"));
    CHARTLINE_TRY(identity->bind(1, member.identity.value).bind(2, to.value).run());
    static_assert(FactId::perRecord == 4096);
    CHARTLINE_ASSIGN(Statement * facts,
                     m_db.cached("UPDATE fact SET person_id = ?2 WHERE id IN (SELECT f.id FROM record r JOIN fact f "
                                 "ON f.id BETWEEN r.id * 4096 AND r.id * 4096 + 4095 WHERE r.identity_id = ?1)"));
    return facts->bind(1, member.identity.value).bind(2, to.value).run();
}

// Gives each connected part of these people's identities the person it is.
Status LinkStore::settle(const QSet<PersonId> &persons)
{
    CHARTLINE_ASSIGN(const QList<Member> all, members(persons));
    CHARTLINE_ASSIGN(const QList<IdentityLink> links, holding(all));
    QList<IdentityId> identities;
    for (const Member &member : all)
        identities.append(member.identity);
    const QHash<IdentityId, IdentityId> parts = partsOf(identities, links);
    QHash<IdentityId, PersonId> owners; // of parts
    for (const Member &member : all) {
        PersonId &owner = owners[parts.value(member.identity)];
        if (member.home && (!owner || member.home < owner))
            owner = member.home;
    }
    for (const Member &member : all) {
        PersonId &owner = owners[parts.value(member.identity)];
        if (!owner) {
            CHARTLINE_ASSIGN(owner, newPerson(m_db, {}));
            CHARTLINE_ASSIGN(Statement * home, m_db.cached("UPDATE identity SET home_id = ?2 WHERE id = ?1"));
            CHARTLINE_TRY(home->bind(1, member.identity.value).bind(2, owner.value).run());
        }
        if (member.person != owner)
            CHARTLINE_TRY(move(member, owner));
    }
    for (const PersonId person : persons) {
        CHARTLINE_ASSIGN(Statement * empty, m_db.cached("DELETE FROM person WHERE id = ?1 AND NOT EXISTS "
                                                        "(SELECT 1 FROM identity WHERE person_id = ?1)"));
        CHARTLINE_TRY(empty->bind(1, person.value).run());
    }
    for (const PersonId owner : std::as_const(owners)) {
        CHARTLINE_TRY(refreshPerson(m_db, owner));
        m_touched.insert(owner);
    }
    return {};
}

Result<bool> LinkStore::mayLink(IdentityId a, IdentityId b)
{
    CHARTLINE_ASSIGN(const PersonId first, personOf(a));
    CHARTLINE_ASSIGN(const PersonId second, personOf(b));
    if (first == second)
        return true;
    CHARTLINE_ASSIGN(
        Statement * query,
        m_db.cached(
            "WITH mine AS (SELECT id FROM identity WHERE person_id = ?1), "
            "theirs AS (SELECT id FROM identity WHERE person_id = ?2), "
            "apart (a, b) AS (SELECT identity_a, identity_b FROM identity_decision "
            "WHERE verdict = 0 AND undone IS NULL AND (identity_a IN mine OR identity_b IN mine) "
            "UNION ALL SELECT l.identity_a, l.identity_b FROM link l WHERE l.undone IS NOT NULL "
            "AND (l.identity_a IN mine OR l.identity_b IN mine) "
            "AND NOT EXISTS (SELECT 1 FROM link n WHERE n.id > l.id AND n.undone IS NULL "
            "AND min(n.identity_a, n.identity_b) = min(l.identity_a, l.identity_b) "
            "AND max(n.identity_a, n.identity_b) = max(l.identity_a, l.identity_b))) "
            "SELECT EXISTS (SELECT 1 FROM apart WHERE (a IN mine AND b IN theirs) OR (b IN mine AND a IN theirs))"));
    query->bind(1, first.value).bind(2, second.value);
    CHARTLINE_TRY(query->step());
    const bool refused = query->integer(0) != 0;
    query->reset();
    return !refused;
}

// What was said against these two being one.
Status LinkStore::takeBack(IdentityId a, IdentityId b, const QString &author)
{
    CHARTLINE_ASSIGN(Statement * update,
                     m_db.cached("UPDATE identity_decision SET undone = ?3, undone_by = ?4 WHERE undone IS NULL "
                                 "AND identity_a = min(?1, ?2) AND identity_b = max(?1, ?2)"));
    return update->bind(1, a.value).bind(2, b.value).bind(3, m_now).bind(4, author).run();
}

Result<LinkId> LinkStore::link(const NewLink &link)
{
    CHARTLINE_ASSIGN(const PersonId mine, namedPersonOf(link.a));
    CHARTLINE_ASSIGN(const PersonId theirs, namedPersonOf(link.b));
    if (link.a == link.b)
        return fail(ErrorCode::NotFound, {link.b.toString()});
    const bool isPerson = !link.author.isEmpty();
    if (!isPerson) {
        CHARTLINE_ASSIGN(const bool may, mayLink(link.a, link.b));
        if (mine == theirs || !may)
            return LinkId();
    } else {
        CHARTLINE_TRY(takeBack(link.a, link.b, link.author));
    }
    CHARTLINE_ASSIGN(Statement * insert,
                     m_db.cached("INSERT INTO link (identity_a, identity_b, how, created, author, weight, matcher) "
                                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    insert->bind(1, std::min(link.a, link.b).value).bind(2, std::max(link.a, link.b).value).bind(3, link.how);
    insert->bind(4, m_now).bind(5, link.author).bind(7, link.matcher);
    if (link.weight)
        insert->bind(6, *link.weight);
    else
        insert->bindNull(6);
    CHARTLINE_TRY(insert->run());
    const LinkId id{m_db.lastInsertId()};
    CHARTLINE_ASSIGN(Statement * candidate, m_db.cached("DELETE FROM match_candidate WHERE identity_a = min(?1, ?2) "
                                                        "AND identity_b = max(?1, ?2)"));
    CHARTLINE_TRY(candidate->bind(1, link.a.value).bind(2, link.b.value).run());
    CHARTLINE_TRY(settle({mine, theirs}));
    return id;
}

Status LinkStore::unlink(LinkId link, const QString &author)
{
    CHARTLINE_ASSIGN(Statement query, m_db.prepare("SELECT identity_a FROM link WHERE id = ?1 AND undone IS NULL"));
    CHARTLINE_ASSIGN(const bool found, query.bind(1, link.value).step());
    if (!found)
        return fail(ErrorCode::NotFound, {link.toString()});
    CHARTLINE_ASSIGN(const PersonId person, personOf(IdentityId{query.int64(0)}));
    CHARTLINE_ASSIGN(Statement * update, m_db.cached("UPDATE link SET undone = ?2, undone_by = ?3 WHERE id = ?1"));
    CHARTLINE_TRY(update->bind(1, link.value).bind(2, m_now).bind(3, author).run());
    return settle({person});
}

Result<DecisionId> LinkStore::decide(IdentityId a, IdentityId b, IdentityDecision::Verdict verdict,
                                     const QString &author)
{
    CHARTLINE_ASSIGN(const PersonId mine, namedPersonOf(a));
    CHARTLINE_ASSIGN(const PersonId theirs, namedPersonOf(b));
    if (a == b)
        return fail(ErrorCode::NotFound, {b.toString()});
    CHARTLINE_TRY(takeBack(a, b, author));
    CHARTLINE_ASSIGN(Statement * insert,
                     m_db.cached("INSERT INTO identity_decision (identity_a, identity_b, verdict, author, created) "
                                 "VALUES (min(?1, ?2), max(?1, ?2), ?3, ?4, ?5)"));
    insert->bind(1, a.value).bind(2, b.value).bind(3, int(verdict)).bind(4, author).bind(5, m_now);
    CHARTLINE_TRY(insert->run());
    const DecisionId id{m_db.lastInsertId()};
    if (verdict != IdentityDecision::Verdict::Different)
        return id;
    CHARTLINE_ASSIGN(Statement * update, m_db.cached("UPDATE link SET undone = ?3, undone_by = ?4 WHERE undone IS NULL "
                                                     "AND min(identity_a, identity_b) = min(?1, ?2) "
                                                     "AND max(identity_a, identity_b) = max(?1, ?2)"));
    CHARTLINE_TRY(update->bind(1, a.value).bind(2, b.value).bind(3, m_now).bind(4, author).run());
    CHARTLINE_TRY(settle({mine, theirs}));
    return id;
}

Status LinkStore::undo(DecisionId decision, const QString &author)
{
    CHARTLINE_ASSIGN(Statement update, m_db.prepare("UPDATE identity_decision SET undone = ?2, undone_by = ?3 "
                                                    "WHERE id = ?1 AND undone IS NULL"));
    CHARTLINE_TRY(update.bind(1, decision.value).bind(2, m_now).bind(3, author).run());
    return m_db.changes() == 1 ? Status() : fail(ErrorCode::NotFound, {decision.toString()});
}

// Breadth first from `a`.
Result<QList<IdentityLink>> LinkStore::chain(IdentityId a, IdentityId b)
{
    CHARTLINE_ASSIGN(const PersonId person, personOf(a));
    CHARTLINE_ASSIGN(const QList<Member> all, members({person}));
    CHARTLINE_ASSIGN(const QList<IdentityLink> links, holding(all));
    QHash<IdentityId, IdentityLink> from; // by which link an identity was reached
    QList<IdentityId> reached{a};
    for (qsizetype at = 0; at < reached.size() && !from.contains(b); ++at) {
        for (const IdentityLink &link : links) {
            const IdentityId here = reached[at];
            const IdentityId there = link.a == here ? link.b : link.b == here ? link.a : IdentityId();
            if (!there || there == a || from.contains(there))
                continue;
            from.insert(there, link);
            reached.append(there);
        }
    }
    QList<IdentityLink> chain;
    for (IdentityId at = b; from.contains(at) && at != a;) {
        const IdentityLink link = from.value(at);
        chain.prepend(link);
        at = link.a == at ? link.b : link.a;
    }
    return chain;
}

Result<QList<IdentityLink>> LinkStore::linksOf(PersonId person)
{
    CHARTLINE_ASSIGN(Statement query,
                     m_db.prepare((QByteArray("SELECT ") + s_linkColumns
                                   + " FROM link WHERE identity_a IN (SELECT id FROM identity WHERE person_id = ?1) "
                                     "OR identity_b IN (SELECT id FROM identity WHERE person_id = ?1) ORDER BY id")
                                      .constData()));
    query.bind(1, person.value);
    return readLinks(query);
}

Result<QList<IdentityDecision>> LinkStore::decisionsOf(PersonId person)
{
    CHARTLINE_ASSIGN(
        Statement query,
        m_db.prepare("SELECT id, identity_a, identity_b, verdict, author, created, undone, undone_by "
                     "FROM identity_decision WHERE identity_a IN (SELECT id FROM identity WHERE person_id = ?1) "
                     "OR identity_b IN (SELECT id FROM identity WHERE person_id = ?1) ORDER BY id"));
    query.bind(1, person.value);
    return readDecisions(query);
}

} // namespace Chartline
