// SPDX-License-Identifier: Apache-2.0
#include "store/IdentityStore.h"

namespace Chartline {

using namespace Qt::StringLiterals;

namespace {

// What a person's references may be of; anything else as a subject (Group, Device, Location) names no patient.
bool namesPatient(const QString &ref)
{
    const QString type = typeOf(ref);
    return type.isEmpty() || type == QLatin1StringView("Patient");
}

constexpr QLatin1StringView s_byIdentifier("identifier:");

// A name for a placeholder, where the reference itself carries one.
QString nameIn(const QString &ref)
{
    for (const auto prefix : {QLatin1StringView("contained:"), QLatin1StringView("display:")}) {
        if (ref.startsWith(prefix))
            return ref.mid(prefix.size());
    }
    return {};
}

} // namespace

Result<IdentityStore::Owner> IdentityStore::ownerOf(SourceId source, const Target &subject)
{
    QString ref = namesPatient(subject.ref) ? subject.ref : QString();
    if (ref.startsWith(s_byIdentifier)) {
        CHARTLINE_ASSIGN(const bool shared, isShared(source, ref));
        // Two patients of the source have it (a family's insurance number): nobody can say who is meant.
        if (shared)
            ref = QStringLiteral("shared:") + ref;
    }
    const auto key = std::pair(source.value, ref);
    if (const auto known = m_cache.constFind(key); known != m_cache.constEnd())
        return *known;
    CHARTLINE_ASSIGN(const IdentityId identity, find(source, ref));
    Owner owner;
    if (identity) {
        CHARTLINE_ASSIGN(const PersonId person, personOf(identity));
        owner = {identity, person};
    } else {
        CHARTLINE_ASSIGN(owner, create(source, ref));
    }
    m_cache.insert(key, owner);
    return owner;
}

Result<bool> IdentityStore::isShared(SourceId source, const QString &ref)
{
    CHARTLINE_ASSIGN(
        Statement * query,
        m_db.cached(
            "SELECT count(*) FROM identifier d JOIN identity i ON i.id = d.identity_id "
            "WHERE d.system || '|' || d.value = ?2 AND d.value = ?3 AND i.source_id = ?1 AND i.record_id IS NOT NULL"));
    const QString pair = ref.mid(s_byIdentifier.size());
    query->bind(1, source.value).bind(2, pair).bind(3, pair.section(QLatin1Char('|'), 1));
    CHARTLINE_TRY(query->step());
    const bool shared = query->int64(0) > 1;
    query->reset();
    return shared;
}

Result<IdentityId> IdentityStore::find(SourceId source, const QString &ref)
{
    CHARTLINE_ASSIGN(Statement * query,
                     m_db.cached("SELECT identity_id FROM identity_ref WHERE source_id = ?1 AND ref = ?2"));
    query->bind(1, source.value).bind(2, ref);
    CHARTLINE_ASSIGN(const bool found, query->step());
    const IdentityId identity{found ? query->int64(0) : 0};
    query->reset();
    return identity;
}

Result<IdentityStore::Owner> IdentityStore::create(SourceId source, const QString &ref)
{
    const QString name = nameIn(ref);
    CHARTLINE_ASSIGN(const PersonId personId, LinkStore::newPerson(m_db, name));
    CHARTLINE_ASSIGN(Statement * identity,
                     m_db.cached("INSERT INTO identity (source_id, person_id, name, home_id) VALUES (?1, ?2, ?3, ?2)"));
    identity->bind(1, source.value).bind(2, personId.value).bind(3, name);
    CHARTLINE_TRY(identity->run());
    const IdentityId identityId{m_db.lastInsertId()};
    CHARTLINE_TRY(addRef(source, ref, identityId));
    return Owner{identityId, personId};
}

Status IdentityStore::addRef(SourceId source, const QString &ref, IdentityId identity)
{
    CHARTLINE_ASSIGN(Statement * insert,
                     m_db.cached("INSERT INTO identity_ref (source_id, ref, identity_id) VALUES (?1, ?2, ?3) "
                                 "ON CONFLICT (source_id, ref) DO UPDATE SET identity_id = excluded.identity_id"));
    insert->bind(1, source.value).bind(2, ref).bind(3, identity.value);
    return insert->run();
}

Result<PersonId> IdentityStore::personOf(IdentityId identity)
{
    CHARTLINE_ASSIGN(Statement * query, m_db.cached("SELECT person_id FROM identity WHERE id = ?1"));
    query->bind(1, identity.value);
    CHARTLINE_ASSIGN(const bool found, query->step());
    const PersonId person{found ? query->int64(0) : 0};
    query->reset();
    return person;
}

Result<IdentityStore::Owner> IdentityStore::receive(SourceId source, RecordId record, const QStringList &names,
                                                    const Clinical::Patient &patient, const PersonFeatures &features)
{
    QStringList refs{QStringLiteral("Patient/") + features.id};
    refs += names;
    for (const auto &identifier : patient.identifiers) {
        if (!identifier.system.isEmpty() && !identifier.value.isEmpty())
            refs.append(QStringLiteral("identifier:") + identifier.system + QLatin1Char('|') + identifier.value);
    }
    CHARTLINE_ASSIGN(const Owner owner, ownerOf(source, {{}, refs.first()}));
    // An identifier a newer version no longer has must not lead here any more.
    CHARTLINE_ASSIGN(Statement * forget,
                     m_db.cached("DELETE FROM identity_ref WHERE identity_id = ?1 AND ref LIKE 'identifier:%'"));
    forget->bind(1, owner.identity.value);
    CHARTLINE_TRY(forget->run());
    m_cache.removeIf([](const auto &entry) { return entry.key().second.startsWith(s_byIdentifier); });
    for (const QString &ref : std::as_const(refs).mid(1)) {
        CHARTLINE_ASSIGN(const IdentityId waiting, find(source, ref));
        // An identifier two patients of one source share stays with the first: the reference would be ambiguous.
        if (waiting && waiting != owner.identity) {
            CHARTLINE_TRY(join(waiting, owner.identity));
        } else if (!waiting) {
            CHARTLINE_TRY(addRef(source, ref, owner.identity));
        }
    }
    const QString name = patient.names.isEmpty() ? QString() : patient.names.first().label();
    CHARTLINE_ASSIGN(
        Statement * update,
        m_db.cached("UPDATE identity SET record_id = ?2, name = ?3, family = ?4, given = ?5, birth_date = ?6, "
                    "sex = ?7, deceased = ?8 WHERE id = ?1"));
    const QString deceased = patient.deceasedDate.isEmpty() ? (patient.deceased ? QStringLiteral("true") : QString())
                                                            : patient.deceasedDate.text();
    update->bind(1, owner.identity.value).bind(2, record.value).bind(3, name).bind(4, features.family);
    update->bind(5, features.given).bind(6, patient.birthDate.text()).bind(7, patient.gender).bind(8, deceased);
    CHARTLINE_TRY(update->run());
    CHARTLINE_ASSIGN(Statement * clear, m_db.cached("DELETE FROM identifier WHERE identity_id = ?1"));
    clear->bind(1, owner.identity.value);
    CHARTLINE_TRY(clear->run());
    CHARTLINE_ASSIGN(Statement * insert,
                     m_db.cached("INSERT OR IGNORE INTO identifier (identity_id, system, value, type) "
                                 "VALUES (?1, ?2, ?3, ?4)"));
    for (const auto &identifier : patient.identifiers) {
        if (identifier.value.isEmpty())
            continue;
        insert->bind(1, owner.identity.value).bind(2, identifier.system).bind(3, identifier.value);
        insert->bind(4, identifier.type.isEmpty() ? identifier.use : identifier.type.label());
        CHARTLINE_TRY(insert->run());
    }
    CHARTLINE_TRY(linkToOthers(owner.identity, features));
    CHARTLINE_TRY(m_matches.receive(owner.identity, Matching::PersonData::of(patient)));
    const QSet<PersonId> linked = m_links.takeTouched();
    if (!linked.isEmpty())
        m_cache.clear();
    m_touched |= linked;
    CHARTLINE_ASSIGN(const PersonId person, personOf(owner.identity));
    CHARTLINE_TRY(LinkStore::refreshPerson(m_db, person));
    m_touched.insert(person);
    return Owner{owner.identity, person};
}

// Only a placeholder is ever joined: an identity with a Patient resource of its own keeps its records.
Status IdentityStore::join(IdentityId placeholder, IdentityId into)
{
    CHARTLINE_ASSIGN(Statement * query, m_db.cached("SELECT record_id, person_id FROM identity WHERE id = ?1"));
    query->bind(1, placeholder.value);
    CHARTLINE_ASSIGN(const bool found, query->step());
    const bool hasRecord = found && !query->isNull(0);
    const PersonId from{found ? query->int64(1) : 0};
    query->reset();
    if (!found || hasRecord)
        return {};
    CHARTLINE_ASSIGN(const PersonId to, personOf(into));
    for (const char *sql : {"UPDATE record SET identity_id = ?2 WHERE identity_id = ?1",
                            "UPDATE identity_ref SET identity_id = ?2 WHERE identity_id = ?1"}) {
        CHARTLINE_ASSIGN(Statement * update, m_db.cached(sql));
        update->bind(1, placeholder.value).bind(2, into.value);
        CHARTLINE_TRY(update->run());
    }
    CHARTLINE_ASSIGN(Statement * remove, m_db.cached("DELETE FROM identity WHERE id = ?1"));
    remove->bind(1, placeholder.value);
    CHARTLINE_TRY(remove->run());
    m_cache.clear();
    return movePerson(from, to);
}

// `from` has no identity left, or all of its identities are moving.
Status IdentityStore::movePerson(PersonId from, PersonId to)
{
    if (from == to)
        return {};
    for (const char *sql : {"UPDATE fact SET person_id = ?2 WHERE person_id = ?1",
                            "UPDATE identity SET person_id = ?2 WHERE person_id = ?1"}) {
        CHARTLINE_ASSIGN(Statement * update, m_db.cached(sql));
        update->bind(1, from.value).bind(2, to.value);
        CHARTLINE_TRY(update->run());
    }
    CHARTLINE_ASSIGN(Statement * remove, m_db.cached("DELETE FROM person WHERE id = ?1"));
    remove->bind(1, from.value);
    CHARTLINE_TRY(remove->run());
    m_touched.remove(from);
    m_touched.insert(to);
    m_cache.clear();
    return {};
}

Status IdentityStore::linkToOthers(IdentityId identity, const PersonFeatures &features)
{
    CHARTLINE_ASSIGN(
        Statement * query,
        m_db.cached("SELECT DISTINCT i.id, i.person_id, i.family, i.given, i.birth_date, i.sex, o.system, o.value "
                    "FROM identifier m JOIN identifier o ON o.value = m.value AND o.system = m.system "
                    "JOIN identity i ON i.id = o.identity_id "
                    "WHERE m.identity_id = ?1 AND o.identity_id <> ?1 AND m.system <> '' ORDER BY i.id"));
    query->bind(1, identity.value);
    QList<IdentityId> matches;
    while (true) {
        CHARTLINE_ASSIGN(const bool row, query->step());
        if (!row)
            break;
        PersonFeatures other;
        other.family = query->text(2);
        other.given = query->text(3);
        other.birthDate = query->text(4).left(10);
        other.sex = query->text(5);
        other.identifiers = {{query->text(6), query->text(7), {}, {}}};
        if (sameBeyondDoubt(features, other))
            matches.append(IdentityId{query->int64(0)});
    }
    query->reset();
    for (const IdentityId match : std::as_const(matches)) {
        CHARTLINE_ASSIGN(const LinkId made,
                         m_links.link({match, identity, u"identifier, birth date and name"_s, {}, {}, {}}));
        if (made)
            m_cache.clear();
    }
    m_touched |= m_links.takeTouched();
    return {};
}

} // namespace Chartline
