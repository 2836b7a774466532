// SPDX-License-Identifier: Apache-2.0
#include "services/Rebuild.h"

#include "services/Remapper.h"
#include "store/FactStore.h"
#include "store/IdentityStore.h"
#include "store/RecordBytes.h"
#include "timeline/Regrouper.h"
#include "timeline/StudyProjector.h"

namespace Chartline {

namespace {

using Connectors = std::vector<std::shared_ptr<const Connector>>;

constexpr qsizetype s_differencesShown = 100;

struct StoredRecord
{
    RecordId id;
    SourceId source;
    FileId file;
    bool inlineFile = false;
    int state = 0;
    PersonId person;
    SourceRecord description;
};

// Visits every current record in file order with its verbatim bytes; a small file is read once for all of its records.
class CurrentRecords
{
public:
    CurrentRecords(Session &session, Connection &db)
        : m_session(session)
        , m_db(db)
    { }

    template<typename Visit>
    Status each(Visit visit)
    {
        CHARTLINE_ASSIGN(Statement query,
                         m_db.prepare("SELECT r.id, r.source_id, r.file_id, f.content IS NOT NULL, r.state, r.type, "
                                      "r.logical_id, r.full_url, "
                                      "r.format, r.place, r.offset, r.length, s.key, i.person_id FROM record r "
                                      "JOIN file f ON f.id = r.file_id JOIN source s ON s.id = r.source_id "
                                      "LEFT JOIN identity i ON i.id = r.identity_id "
                                      "WHERE r.state IN (0, 2) ORDER BY r.id"));
        while (true) {
            CHARTLINE_ASSIGN(const bool row, query.step());
            if (!row)
                return {};
            if (m_session.closing())
                return fail(ErrorCode::VaultLocked);
            const StoredRecord record = read(query);
            CHARTLINE_ASSIGN(const QByteArray bytes, bytesOf(record));
            CHARTLINE_TRY(visit(record, bytes));
        }
    }

private:
    static StoredRecord read(const Statement &query)
    {
        StoredRecord record{{query.int64(0)},
                            {query.int64(1)},
                            {query.int64(2)},
                            query.integer(3) != 0,
                            query.integer(4),
                            {query.int64(13)},
                            {}};
        SourceRecord &description = record.description;
        description.type = query.text(5);
        description.id = query.text(6).startsWith(QLatin1Char('#')) ? QString() : query.text(6);
        description.fullUrl = query.text(7);
        description.format = query.text(8);
        description.where = query.text(9);
        description.offset = query.int64(10);
        description.length = query.int64(11);
        const QString key = query.text(12);
        description.base = key.startsWith(QLatin1StringView("folder:")) ? QString() : key;
        return record;
    }

    Result<QByteArray> bytesOf(const StoredRecord &record)
    {
        if (!record.inlineFile)
            return recordBytes(m_db, m_session.blobs(), record.id);
        if (m_file != record.file) {
            CHARTLINE_ASSIGN(m_content, fileBytes(m_db, m_session.blobs(), record.file));
            m_file = record.file;
        }
        return m_content.mid(record.description.offset, record.description.length);
    }

    Session &m_session;
    Connection &m_db;
    FileId m_file;
    QByteArray m_content;
};

#define CHARTLINE_COMPARED_COLUMNS \
    "person_id, source_id, kind, start_ms, end_ms, start, end, title, system, code, display, value, unit, number, " \
    "number2, status, assertion, flags, category, same_as"

bool sameRow(const Statement &row, const FactDraft &draft, PersonId person, SourceId source)
{
    const auto flags = FactFlags::fromInt(quint16(row.integer(17))) & ~FactFlags(FactFlag::ConflictingCopy);
    const QString display = draft.code.display == draft.title ? QString() : draft.code.display;
    return row.int64(0) == person.value && row.int64(1) == source.value && row.integer(2) == int(draft.kind)
           && row.text(5) == draft.start.text() && row.text(6) == draft.end.text() && row.text(7) == draft.title
           && row.text(8) == draft.code.system && row.text(9) == draft.code.code && row.text(10) == display
           && row.text(11) == draft.value && row.text(12) == draft.unit && row.text(15) == draft.status
           && row.integer(16) == int(draft.assertion) && flags == draft.flags && row.text(18) == draft.category
           && row.text(19) == draft.sameAs && row.isNull(3) == !draft.start.isValid()
           && (!draft.start.isValid() || row.int64(3) == draft.start.earliest())
           && row.isNull(4) == !draft.end.isValid() && (!draft.end.isValid() || row.int64(4) == draft.end.latest());
}

Status compareFacts(Connection &db, FactStore &facts, const StoredRecord &record, const MappedRecord &mapped,
                    QStringList &differences)
{
    CHARTLINE_ASSIGN(Statement * query, db.cached("SELECT " CHARTLINE_COMPARED_COLUMNS ", id FROM fact "
                                                  "WHERE id BETWEEN ?1 AND ?2 ORDER BY id"));
    query->bind(1, FactId::of(record.id, 0).value).bind(2, FactId::of(record.id, FactId::projectedIndex - 1).value);
    qsizetype found = 0;
    while (true) {
        CHARTLINE_ASSIGN(const bool row, query->step());
        if (!row)
            break;
        const FactId id{query->int64(20)};
        if (id.index() != found || found >= mapped.facts.size()) {
            differences.append(id.toString() + QStringLiteral(": not in its record"));
        } else {
            CHARTLINE_ASSIGN(
                const FactDraft draft,
                facts.completed({record.id, record.source, record.file, record.person}, mapped.facts[found]));
            if (!sameRow(*query, draft, record.person, record.source))
                differences.append(id.toString() + QStringLiteral(": differs from its record"));
        }
        ++found;
    }
    query->reset();
    if (found < mapped.facts.size())
        differences.append(record.id.toString() + QStringLiteral(": a fact is missing"));
    return {};
}

Status compareInstance(Connection &db, const StoredRecord &record, const MappedRecord &mapped, QStringList &differences)
{
    CHARTLINE_ASSIGN(const auto stored, StudyStore(db).instance(record.id));
    if (stored != mapped.instance)
        differences.append(record.id.toString() + QStringLiteral(": its instance differs from its record"));
    return {};
}

// The rows put together from several records: each study's, and none besides.
Status compareStudies(Connection &db, QStringList &differences)
{
    StudyStore studies(db);
    qint64 expected = 0;
    CHARTLINE_ASSIGN(const auto all, studies.studies());
    for (const auto &[source, uid] : all) {
        CHARTLINE_ASSIGN(const auto parts, studies.parts(source, uid));
        for (const ProjectedStudy &projected : projectStudy(parts)) {
            ++expected;
            const FactId id = FactId::projected(projected.first);
            CHARTLINE_ASSIGN(Statement * query,
                             db.cached("SELECT " CHARTLINE_COMPARED_COLUMNS ", id FROM fact WHERE id = ?1"));
            query->bind(1, id.value);
            CHARTLINE_ASSIGN(const bool row, query->step());
            if (!row || !sameRow(*query, projected.study.toFact(), projected.person, source))
                differences.append(id.toString() + QStringLiteral(": differs from its study's instances"));
            query->reset();
        }
    }
    CHARTLINE_ASSIGN(Statement count, db.prepare("SELECT count(*) FROM fact WHERE id % 4096 = 4095"));
    CHARTLINE_TRY(count.step());
    if (count.int64(0) != expected)
        differences.append(QStringLiteral("studies: %1 rows instead of %2").arg(count.int64(0)).arg(expected));
    return {};
}

Status compareGroups(Connection &db, QStringList &differences)
{
    CHARTLINE_ASSIGN(Statement people, db.prepare("SELECT id FROM person ORDER BY id"));
    while (true) {
        CHARTLINE_ASSIGN(const bool row, people.step());
        if (!row)
            return {};
        const PersonId person{people.int64(0)};
        CHARTLINE_ASSIGN(const auto facts, groupInputs(db, person));
        CHARTLINE_ASSIGN(const QList<FactId> groups, groupsOf(db, person, facts));
        CHARTLINE_ASSIGN(Statement * stored, db.cached("SELECT group_id FROM fact WHERE person_id = ?1 ORDER BY id"));
        stored->bind(1, person.value);
        for (qsizetype i = 0; i < facts.size(); ++i) {
            CHARTLINE_ASSIGN(const bool there, stored->step());
            if (!there || stored->int64(0) != groups[i].value)
                differences.append(facts[i].id.toString() + QStringLiteral(": merged differently"));
        }
        stored->reset();
    }
}

} // namespace

Result<QStringList> compareRebuilt(Session &session, Connection &db, const Connectors &connectors)
{
    QStringList differences;
    FactStore facts(db);
    CurrentRecords records(session, db);
    const auto compare = [&](const StoredRecord &record, const QByteArray &bytes) -> Status {
        const auto mapped = remap(connectors, bytes, record.description);
        if (!mapped) {
            differences.append(record.id.toString() + QStringLiteral(": cannot be read again"));
            return {};
        }
        if (differences.size() >= s_differencesShown)
            return {};
        CHARTLINE_TRY(compareInstance(db, record, *mapped, differences));
        return compareFacts(db, facts, record, *mapped, differences);
    };
    CHARTLINE_TRY(records.each(compare));
    CHARTLINE_TRY(compareStudies(db, differences));
    CHARTLINE_TRY(compareGroups(db, differences));
    return differences;
}

Status rebuildFacts(Session &session, Connection &db, const Connectors &connectors)
{
    CHARTLINE_ASSIGN(Transaction transaction, Transaction::begin(db));
    FactStore facts(db);
    StudyStore studies(db);
    IdentityStore identities(db, QDateTime::currentMSecsSinceEpoch());
    // Labels first: names that facts take from other records.
    const auto relabel = [&](const StoredRecord &record, const QByteArray &bytes) -> Status {
        CHARTLINE_ASSIGN(const MappedRecord mapped, remap(connectors, bytes, record.description));
        const Label label =
            mapped.values.empty() || !mapped.factValues.isEmpty() ? Label() : Label::of(mapped.values.front());
        return label.isEmpty() ? Status() : facts.setLabel(record.id, record.source, {}, label);
    };
    const auto refact = [&](const StoredRecord &record, const QByteArray &bytes) -> Status {
        CHARTLINE_ASSIGN(const MappedRecord mapped, remap(connectors, bytes, record.description));
        CHARTLINE_TRY(facts.remove(record.id));
        PersonId person = record.person;
        if (!person && !mapped.facts.isEmpty()) {
            // Kept verbatim until now: it has become somebody's.
            CHARTLINE_ASSIGN(const auto owner, identities.ownerOf(record.source, targetOf(mapped.subject)));
            person = owner.person;
            CHARTLINE_ASSIGN(Statement * adopt,
                             db.cached("UPDATE record SET identity_id = ?2, mapped = 1 WHERE id = ?1"));
            adopt->bind(1, record.id.value).bind(2, owner.identity.value);
            CHARTLINE_TRY(adopt->run());
        }
        if (mapped.instance)
            CHARTLINE_TRY(studies.put(record.id, *mapped.instance));
        if (!person)
            return {};
        const FactFlags extra = record.state == 2 ? FactFlags(FactFlag::ConflictingCopy) : FactFlags();
        return facts.insert({record.id, record.source, record.file, person}, mapped.facts, extra);
    };
    CHARTLINE_TRY(CurrentRecords(session, db).each(relabel));
    CHARTLINE_TRY(CurrentRecords(session, db).each(refact));
    CHARTLINE_ASSIGN(const auto all, studies.studies());
    for (const auto &[source, uid] : all)
        CHARTLINE_TRY(writeStudy(studies, facts, source, uid));
    CHARTLINE_TRY(facts.flushSearch());
    CHARTLINE_ASSIGN(Statement people, db.prepare("SELECT id FROM person ORDER BY id"));
    while (true) {
        CHARTLINE_ASSIGN(const bool row, people.step());
        if (!row)
            break;
        CHARTLINE_TRY(regroup(db, PersonId{people.int64(0)}));
    }
    return transaction.commit();
}

Status rebuildIfMapperChanged(Session &session, const Connectors &connectors)
{
    if (session.isReadOnly())
        return {};
    CHARTLINE_ASSIGN(Connection * db, session.database().writer());
    QString versions;
    for (const auto &connector : connectors)
        versions += connector->info().id + QLatin1Char(' ') + QString::number(connector->info().mapperVersion)
                    + QLatin1Char(';');
    CHARTLINE_ASSIGN(Statement query, db->prepare("SELECT value FROM meta WHERE key = 'mapper'"));
    CHARTLINE_ASSIGN(const bool known, query.step());
    const QString stored = known ? query.text(0) : QString();
    query.reset();
    if (stored == versions)
        return {};
    if (known) {
        // A damaged blob or a full disk must not keep the rest of the record locked away: what is stored stays as it
        // was (one transaction), and the next unlock tries again. `verify` names what is damaged.
        if (const Status rebuilt = rebuildFacts(session, *db, connectors); !rebuilt)
            return rebuilt.error().code == ErrorCode::VaultLocked ? rebuilt : Status();
    }
    CHARTLINE_ASSIGN(Statement update, db->prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('mapper', ?1)"));
    return update.bind(1, versions).run();
}

Result<VerifyReport> verifyAll(Session &session, Connection &db, const Connectors &connectors)
{
    return Verifier(db, session.blobs())
        .verify([&session](qint64, qint64) { return !session.closing(); },
                [&]() { return compareRebuilt(session, db, connectors); });
}

} // namespace Chartline
