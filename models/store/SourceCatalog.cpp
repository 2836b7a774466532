// SPDX-License-Identifier: Apache-2.0
#include "store/SourceCatalog.h"

#include <QUrl>
#include <algorithm>

namespace Chartline {

namespace {

constexpr int s_undecided = -1; // the ordinal of the source for records that could belong to several

QString numbered(const QString &name, int ordinal)
{
    return ordinal <= 0 ? name : name + QStringLiteral(" #%1").arg(ordinal + 1);
}

// An address instead of a name: mostly of a private network.
bool isNumeric(const QString &host)
{
    return std::ranges::all_of(host,
                               [](QChar c) { return c.isDigit() || c == QLatin1Char('.') || c == QLatin1Char(':'); });
}

// Bases that are the same words on every machine name no system.
IdTrust trustOf(const QString &key)
{
    if (key.startsWith(QLatin1StringView("folder:")))
        return IdTrust::Folder;
    const QString host = QUrl(key).host();
    const bool shared = host.isEmpty() || host == QLatin1StringView("localhost")
                        || host.endsWith(QLatin1StringView(".local")) || host.contains(QLatin1StringView("example"))
                        || isNumeric(host);
    return shared ? IdTrust::Folder : IdTrust::Server;
}

} // namespace

Result<std::optional<PersonFeatures>> storedFeatures(Connection &db, SourceId source, const QString &patientId)
{
    CHARTLINE_ASSIGN(Statement * query,
                     db.cached("SELECT i.id, i.family, i.given, i.birth_date, i.sex FROM identity_ref r "
                               "JOIN identity i ON i.id = r.identity_id "
                               "WHERE r.source_id = ?1 AND r.ref = ?2 AND i.record_id IS NOT NULL"));
    query->bind(1, source.value).bind(2, QString(QStringLiteral("Patient/") + patientId));
    CHARTLINE_ASSIGN(const bool found, query->step());
    if (!found)
        return std::nullopt;
    PersonFeatures features;
    const qint64 identity = query->int64(0);
    features.id = patientId;
    features.family = query->text(1);
    features.given = query->text(2);
    features.birthDate = query->text(3);
    features.sex = query->text(4);
    query->reset();
    CHARTLINE_ASSIGN(Statement * ids, db.cached("SELECT system, value FROM identifier WHERE identity_id = ?1"));
    ids->bind(1, identity);
    while (true) {
        CHARTLINE_ASSIGN(const bool row, ids->step());
        if (!row)
            break;
        features.identifiers.append({ids->text(0), ids->text(1), {}, {}});
    }
    ids->reset();
    return features;
}

Result<SourceId> SourceCatalog::plan(const QString &file, const QString &key, const QString &name,
                                     const QList<PersonFeatures> &people)
{
    const auto place = std::pair(file, key);
    if (const auto known = m_plans.constFind(place); known != m_plans.constEnd())
        return *known;
    CHARTLINE_ASSIGN(const SourceId source, people.isEmpty() ? withoutPeople(key, name) : forPeople(key, name, people));
    for (const PersonFeatures &person : people)
        m_announced[source.value].insert(person.id, person);
    if (!people.isEmpty() && !m_groups[key].contains(source))
        m_groups[key].append(source);
    m_plans.insert(place, source);
    return source;
}

Result<SourceId> SourceCatalog::sourceFor(const QString &file, const QString &key, const QString &name)
{
    return plan(file, key, name, {});
}

Result<QList<SourceCatalog::Candidate>> SourceCatalog::existing(const QString &key)
{
    CHARTLINE_ASSIGN(Statement * query, m_db.cached("SELECT id, ordinal FROM source WHERE key = ?1 ORDER BY ordinal"));
    query->bind(1, key);
    QList<Candidate> candidates;
    while (true) {
        CHARTLINE_ASSIGN(const bool row, query->step());
        if (!row)
            break;
        candidates.append({SourceId{query->int64(0)}, query->integer(1)});
    }
    query->reset();
    return candidates;
}

Result<int> SourceCatalog::agreement(SourceId source, const QList<PersonFeatures> &people, IdTrust trust)
{
    int found = 0;
    const auto announced = m_announced.value(source.value);
    for (const PersonFeatures &person : people) {
        std::optional<PersonFeatures> stored;
        if (const auto planned = announced.constFind(person.id); planned != announced.constEnd())
            stored = *planned;
        else {
            CHARTLINE_ASSIGN(stored, storedFeatures(m_db, source, person.id));
        }
        if (!stored)
            continue;
        if (contradicts(*stored, person, trust))
            return -1;
        found = 1;
    }
    return found;
}

// A folder source that already has one of these people under the same id, and contradicts none of them. It takes more
// than not contradicting here: see agrees().
Result<SourceId> SourceCatalog::recognised(const QList<PersonFeatures> &people)
{
    for (const PersonFeatures &person : people) {
        if (person.id.isEmpty())
            continue;
        CHARTLINE_ASSIGN(
            Statement * query,
            m_db.cached("SELECT s.id FROM source s JOIN identity_ref r ON r.source_id = s.id AND r.ref = ?1 "
                        "JOIN identity i ON i.id = r.identity_id "
                        "WHERE s.key LIKE 'folder:%' AND i.record_id IS NOT NULL ORDER BY s.id"));
        query->bind(1, QString(QStringLiteral("Patient/") + person.id));
        QList<SourceId> sources;
        while (true) {
            CHARTLINE_ASSIGN(const bool row, query->step());
            if (!row)
                break;
            sources.append(SourceId{query->int64(0)});
        }
        query->reset();
        for (const SourceId source : std::as_const(sources)) {
            CHARTLINE_ASSIGN(const auto stored, storedFeatures(m_db, source, person.id));
            if (!stored || !agrees(*stored, person))
                continue;
            CHARTLINE_ASSIGN(const int agreed, agreement(source, people, IdTrust::Folder));
            if (agreed == 1)
                return source;
        }
    }
    return SourceId{};
}

Result<SourceId> SourceCatalog::create(const QString &key, int ordinal, const QString &name)
{
    CHARTLINE_ASSIGN(Statement * insert,
                     m_db.cached("INSERT INTO source (key, ordinal, name, created) VALUES (?1, ?2, ?3, ?4)"));
    insert->bind(1, key).bind(2, ordinal).bind(3, numbered(name, ordinal)).bind(4, m_now);
    CHARTLINE_TRY(insert->run());
    return SourceId{m_db.lastInsertId()};
}

Result<SourceId> SourceCatalog::forPeople(const QString &key, const QString &name, const QList<PersonFeatures> &people)
{
    CHARTLINE_ASSIGN(const auto candidates, existing(key));
    std::optional<SourceId> free;
    int next = 0;
    for (const Candidate &candidate : candidates) {
        next = qMax(next, candidate.ordinal + 1);
        if (candidate.ordinal == s_undecided)
            continue;
        CHARTLINE_ASSIGN(const int agrees, agreement(candidate.id, people, trustOf(key)));
        if (agrees == 1)
            return candidate.id;
        if (agrees == 0 && !free)
            free = candidate.id;
    }
    for (const SourceId adopted : m_groups.value(key)) {
        CHARTLINE_ASSIGN(const int agrees, agreement(adopted, people, trustOf(key)));
        if (agrees >= 0)
            return adopted;
    }
    if (key.startsWith(QLatin1StringView("folder:"))) {
        CHARTLINE_ASSIGN(const SourceId known, recognised(people));
        if (known)
            return known;
    }
    return free ? Result<SourceId>(*free) : create(key, next, name);
}

Result<SourceId> SourceCatalog::withoutPeople(const QString &key, const QString &name)
{
    const QList<SourceId> chosen = m_groups.value(key);
    if (chosen.size() == 1)
        return chosen.first();
    CHARTLINE_ASSIGN(const auto candidates, existing(key));
    if (chosen.isEmpty()) {
        if (candidates.isEmpty())
            return create(key, 0, name);
        if (candidates.size() == 1)
            return candidates.first().id;
    }
    for (const Candidate &candidate : candidates) {
        if (candidate.ordinal == s_undecided)
            return candidate.id;
    }
    return create(key, s_undecided, name);
}

Status SourceCatalog::rename(SourceId source, const QString &name)
{
    CHARTLINE_ASSIGN(
        Statement * update,
        m_db.cached("UPDATE source SET name = ?2 || CASE WHEN ordinal > 0 THEN ' #' || (ordinal + 1) ELSE '' END "
                    "WHERE id = ?1"));
    update->bind(1, source.value).bind(2, name);
    return update->run();
}

} // namespace Chartline
