// SPDX-License-Identifier: Apache-2.0
#include "services/RecordWriter.h"

#include "timeline/Regrouper.h"
#include "timeline/StudyProjector.h"

#include <QUrl>

namespace Chartline {

namespace {

enum RecordState { Current = 0, Superseded = 1, ConflictingCopy = 2, Deleted = 3 };

enum class Order : quint8 { Newer, Older, Unknown };

Order orderOf(const PreparedRecord &record, const QString &version, std::optional<qint64> updated)
{
    const auto &source = record.source;
    if (source.lastUpdated.isValid() && updated && source.lastUpdated.earliest() != *updated)
        return source.lastUpdated.earliest() > *updated ? Order::Newer : Order::Older;
    bool mineOk = false;
    bool theirsOk = false;
    const qlonglong mine = source.versionId.toLongLong(&mineOk);
    const qlonglong theirs = version.toLongLong(&theirsOk);
    if (mineOk && theirsOk && mine != theirs)
        return mine > theirs ? Order::Newer : Order::Older;
    return Order::Unknown;
}

} // namespace

RecordWriter::RecordWriter(Connection &db, qint64 import, qint64 now, QString sourceName)
    : m_db(db)
    , m_import(import)
    , m_sourceName(std::move(sourceName))
    , m_catalog(db, now)
    , m_identities(db, now)
    , m_factStore(db)
    , m_studyStore(db)
{ }

QString RecordWriter::keyOf(const QString &base, const QString &group)
{
    return base.isEmpty() ? QStringLiteral("folder:") + group : base;
}

QString RecordWriter::nameOf(const QString &base, const QString &group) const
{
    if (!m_sourceName.isEmpty())
        return m_sourceName;
    if (base.isEmpty())
        return group.section(QLatin1Char('/'), -1, -1, QString::SectionSkipEmpty);
    const QString host = QUrl(base).host();
    return host.isEmpty() ? base : host;
}

Result<FileId> RecordWriter::beginFile(const ReceivedFile &file)
{
    m_factStore.forgetNames();
    m_fileSources.clear();
    CHARTLINE_ASSIGN(Statement * find, m_db.cached("SELECT id FROM file WHERE sha256 = ?1 AND complete = 0"));
    find->bind(1, file.sha256);
    CHARTLINE_ASSIGN(const bool cutOff, find->step());
    const FileId earlier{cutOff ? find->int64(0) : 0};
    find->reset();
    if (earlier)
        return earlier;
    CHARTLINE_ASSIGN(
        Statement * insert,
        m_db.cached("INSERT INTO file (import_id, sha256, path, group_key, format, size, content, blob, complete) "
                    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0)"));
    insert->bind(1, m_import)
        .bind(2, file.sha256)
        .bind(3, file.path)
        .bind(4, file.group)
        .bind(5, file.format)
        .bind(6, file.size);
    file.blob.isEmpty() ? insert->bind(7, file.content).bindNull(8) : insert->bindNull(7).bind(8, file.blob);
    CHARTLINE_TRY(insert->run());
    return FileId{m_db.lastInsertId()};
}

Status RecordWriter::endFile(FileId file, const QString &format, const QByteArray &summary)
{
    CHARTLINE_ASSIGN(Statement * update,
                     m_db.cached("UPDATE file SET complete = 1, format = ?2, summary = ?3 WHERE id = ?1"));
    update->bind(1, file.value).bind(2, format).bind(3, QString::fromUtf8(summary));
    return update->run();
}

Status RecordWriter::settle()
{
    CHARTLINE_TRY(settleStudies());
    CHARTLINE_TRY(m_factStore.flushSearch());
    for (const PersonId person : m_identities.takeTouched() | m_factStore.takeChanged())
        CHARTLINE_TRY(regroup(m_db, person));
    return settleNames();
}

// The timeline rows of the studies that instances came for.
Status RecordWriter::settleStudies()
{
    for (const auto &study : std::exchange(m_studies, {})) {
        CHARTLINE_TRY(writeStudy(m_studyStore, m_factStore, SourceId{study.first}, study.second));
        if (!m_studiesWritten.contains(study))
            ++m_facts;
        m_studiesWritten.insert(study);
    }
    for (const auto &[source, plain] : std::exchange(m_imagingSources, {}).asKeyValueRange())
        CHARTLINE_TRY(nameByInstitution(SourceId{source}, plain));
    return {};
}

// A CD is called what its institution is called, while it holds the images of one.
Status RecordWriter::nameByInstitution(SourceId source, const QString &plain)
{
    if (!m_sourceName.isEmpty())
        return {};
    CHARTLINE_ASSIGN(const QStringList institutions, m_studyStore.institutions(source));
    CHARTLINE_ASSIGN(Statement * query,
                     m_db.cached("SELECT name, EXISTS (SELECT 1 FROM record WHERE source_id = ?1 AND type = 'Patient') "
                                 "FROM source WHERE id = ?1"));
    query->bind(1, source.value);
    CHARTLINE_ASSIGN(const bool found, query->step());
    const QString name = found ? query->text(0) : QString();
    const bool mixed = found && query->integer(1) != 0;
    query->reset();
    const bool one = institutions.size() == 1 && !institutions.first().isEmpty();
    const QString wanted = one && !mixed ? institutions.first() : plain;
    const bool ours = name == plain || institutions.contains(name);
    return ours && name != wanted ? m_catalog.rename(source, wanted) : Status();
}

Status RecordWriter::settleNames()
{
    // A source is called what its own organisation is called, once both have been received.
    for (auto it = m_unnamed.begin(); it != m_unnamed.end();) {
        CHARTLINE_ASSIGN(
            Statement * query,
            m_db.cached("SELECT l.title FROM record r JOIN label l ON l.record_id = r.id WHERE r.source_id = ?1 "
                        "AND r.type = 'Organization' AND r.logical_id = ?2 AND r.state IN (0, 2)"));
        query->bind(1, it.key()).bind(2, it->second);
        CHARTLINE_ASSIGN(const bool found, query->step());
        const QString name = found ? query->text(0) : QString();
        query->reset();
        if (name.isEmpty()) {
            ++it;
            continue;
        }
        CHARTLINE_TRY(m_catalog.rename(SourceId{it.key()}, name));
        it = m_unnamed.erase(it);
    }
    return {};
}

Result<int> RecordWriter::countPersons()
{
    int count = 0;
    CHARTLINE_ASSIGN(Statement * query, m_db.cached("SELECT 1 FROM person WHERE id = ?1"));
    for (const PersonId person : std::as_const(m_persons)) {
        query->bind(1, person.value);
        CHARTLINE_ASSIGN(const bool there, query->step());
        query->reset();
        count += there ? 1 : 0;
    }
    return count;
}

Result<QList<RecordWriter::Existing>> RecordWriter::existing(SourceId source, const QString &type, const QString &id)
{
    CHARTLINE_ASSIGN(
        Statement * query,
        m_db.cached(
            "SELECT r.id, r.sha256, r.version, r.updated, r.state, f.import_id, r.file_id, r.offset, r.identity_id "
            "FROM record r JOIN file f ON f.id = r.file_id "
            "WHERE r.source_id = ?1 AND r.type = ?2 AND r.logical_id = ?3"));
    query->bind(1, source.value).bind(2, type).bind(3, id);
    QList<Existing> rows;
    while (true) {
        CHARTLINE_ASSIGN(const bool row, query->step());
        if (!row)
            break;
        Existing existing;
        existing.id = RecordId{query->int64(0)};
        existing.sha256 = query->blob(1);
        existing.version = query->text(2);
        existing.state = query->integer(4);
        existing.import = query->int64(5);
        existing.file = FileId{query->int64(6)};
        existing.offset = query->int64(7);
        existing.owner = IdentityId{query->int64(8)};
        if (!query->isNull(3))
            existing.updated = query->int64(3);
        rows.append(std::move(existing));
    }
    query->reset();
    return rows;
}

Result<RecordWriter::Outcome> RecordWriter::put(FileId file, const ReceivedFile &origin, const PreparedRecord &record)
{
    const SourceRecord &source = record.source;
    CHARTLINE_ASSIGN(const SourceId sourceId, sourceOf(origin, source.base));
    CHARTLINE_ASSIGN(const auto rows, existing(sourceId, source.type, record.id));
    if (const auto same = sameBytes(record, rows)) {
        if (same->file != file || same->offset != source.offset)
            CHARTLINE_TRY(seenAgain(same->id, file, source.offset));
        return Outcome::Unchanged;
    }
    IdentityStore::Owner owner;
    if (hasOwner(record)) {
        CHARTLINE_ASSIGN(owner, ownerOf(sourceId, origin, record));
        m_persons.insert(owner.person);
    }
    CHARTLINE_ASSIGN(const Placement placement, place(record, owner.identity, rows));
    CHARTLINE_ASSIGN(const RecordId row, insertRow(file, record, sourceId, placement.state, owner.identity));
    CHARTLINE_TRY(writeMeaning({row, sourceId, file, owner.person}, origin, record, placement));
    return placement.newVersion ? Outcome::NewVersion : Outcome::Stored;
}

Result<SourceId> RecordWriter::sourceOf(const ReceivedFile &origin, const QString &base)
{
    if (const auto known = m_fileSources.constFind(base); known != m_fileSources.constEnd())
        return *known;
    CHARTLINE_ASSIGN(const SourceId source,
                     m_catalog.sourceFor(origin.path, keyOf(base, origin.group), nameOf(base, origin.group)));
    m_fileSources.insert(base, source);
    return source;
}

std::optional<RecordWriter::Existing> RecordWriter::sameBytes(const PreparedRecord &record,
                                                              const QList<Existing> &rows) const
{
    const bool versionless = record.source.versionId.isEmpty() && !record.source.lastUpdated.isValid();
    for (const Existing &row : rows) {
        if (row.sha256 != record.source.sha256)
            continue;
        // What an earlier import said, was changed since, and is said again now without a version, is news again.
        if (row.state == Superseded && row.import != m_import && versionless && !record.deleted)
            continue;
        return row;
    }
    return std::nullopt;
}

Status RecordWriter::seenAgain(RecordId record, FileId file, qint64 offset)
{
    CHARTLINE_ASSIGN(Statement * insert,
                     m_db.cached("INSERT OR IGNORE INTO record_seen (record_id, file_id, offset) VALUES (?1, ?2, ?3)"));
    insert->bind(1, record.value).bind(2, file.value).bind(3, offset);
    return insert->run();
}

// Where a record with an id that is known goes among its versions. Without a version or time that says which is
// newer, what comes in a later import is newer; two in one import both stand, marked.
Result<RecordWriter::Placement> RecordWriter::place(const PreparedRecord &record, IdentityId owner,
                                                    const QList<Existing> &rows)
{
    Placement placement;
    if (record.deleted)
        placement.state = Deleted;
    for (const Existing &row : rows) {
        if (row.state == Superseded)
            continue;
        Order order = orderOf(record, row.version, row.updated);
        if (order == Order::Unknown && row.import != m_import)
            order = Order::Newer;
        // The same id for two patients is two things, not two versions, where ids are only a folder's.
        if (record.source.base.isEmpty() && owner && row.owner && owner != row.owner)
            order = Order::Unknown;
        if (record.deleted && order == Order::Unknown)
            continue;
        if (order == Order::Older) {
            placement.state = Superseded;
        } else if (order == Order::Newer) {
            CHARTLINE_TRY(supersede(row.id));
            placement.newVersion = true;
        } else if (row.state != Deleted) {
            placement.state = placement.state == Superseded ? Superseded : ConflictingCopy;
        }
    }
    if (placement.state == ConflictingCopy) {
        placement.flags = FactFlag::ConflictingCopy;
        for (const Existing &row : rows) {
            if (row.state != Current)
                continue;
            CHARTLINE_ASSIGN(Statement * update,
                             m_db.cached("UPDATE record SET state = 2 WHERE id = ?1 AND state = 0"));
            update->bind(1, row.id.value);
            CHARTLINE_TRY(update->run());
            CHARTLINE_TRY(m_factStore.setFlag(row.id, FactFlag::ConflictingCopy));
        }
    }
    return placement;
}

Status RecordWriter::supersede(RecordId record)
{
    CHARTLINE_ASSIGN(Statement * update, m_db.cached("UPDATE record SET state = 1 WHERE id = ?1"));
    update->bind(1, record.value);
    CHARTLINE_TRY(update->run());
    CHARTLINE_ASSIGN(Statement * study,
                     m_db.cached("SELECT r.source_id, h.study_uid FROM instance i JOIN record r ON r.id = i.record_id "
                                 "JOIN imaging_header h ON h.id = i.header_id WHERE i.record_id = ?1"));
    study->bind(1, record.value);
    CHARTLINE_ASSIGN(const bool isInstance, study->step());
    if (isInstance)
        m_studies.insert({study->int64(0), study->text(1)});
    study->reset();
    return m_factStore.remove(record);
}

Result<RecordId> RecordWriter::insertRow(FileId file, const PreparedRecord &record, SourceId source, int state,
                                         IdentityId owner)
{
    CHARTLINE_ASSIGN(
        Statement * insert,
        m_db.cached(
            "INSERT INTO record (file_id, offset, length, sha256, source_id, type, logical_id, version, updated, "
            "full_url, format, place, state, mapped, issues, identity_id) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)"));
    const SourceRecord &from = record.source;
    insert->bind(1, file.value).bind(2, from.offset).bind(3, from.length).bind(4, from.sha256).bind(5, source.value);
    insert->bind(6, from.type).bind(7, record.id).bind(8, from.versionId);
    from.lastUpdated.isValid() ? insert->bind(9, from.lastUpdated.earliest()) : insert->bindNull(9);
    insert->bind(10, from.fullUrl).bind(11, from.format).bind(12, from.where).bind(13, state);
    insert->bind(14, record.mapped ? 1 : 0).bindOrNull(15, record.issuesText).bindOrNull(16, owner.value);
    CHARTLINE_TRY(insert->run());
    return RecordId{m_db.lastInsertId()};
}

// Facts, and anything that names its patient, belong to somebody; the patient's own record is told apart in
// receivePatient().
bool RecordWriter::hasOwner(const PreparedRecord &record)
{
    if (record.instance || record.namesPerson)
        return true;
    const bool supporting = record.mapped && record.facts.isEmpty();
    return !supporting && !(record.facts.isEmpty() && record.subject.isEmpty());
}

Status RecordWriter::receivePatient(RecordId row, SourceId source, const ReceivedFile &origin,
                                    const PreparedRecord &record, bool current)
{
    if (!current) {
        CHARTLINE_ASSIGN(const auto owner, m_identities.ownerOf(source, {{}, QStringLiteral("Patient/") + record.id}));
        return setOwner(row, owner.identity);
    }
    QStringList names;
    if (record.source.fullUrl.startsWith(QLatin1StringView("urn:")))
        names = {within(record.source.fullUrl, origin), record.source.fullUrl};
    CHARTLINE_ASSIGN(const auto owner,
                     m_identities.receive(source, row, names, record.person->patient, record.person->features));
    m_persons.insert(owner.person);
    CHARTLINE_TRY(setOwner(row, owner.identity));
    return nameSource(source, origin, record.source.base, record.person->patient);
}

Status RecordWriter::writeMeaning(const FactStore::Origin &at, const ReceivedFile &origin, const PreparedRecord &record,
                                  const Placement &placement)
{
    const bool current = placement.state == Current || placement.state == ConflictingCopy;
    FactStore::Origin to = at;
    if (record.instance)
        CHARTLINE_TRY(receiveInstance(at, origin, record, current));
    if (record.namesPerson) {
        CHARTLINE_ASSIGN(to.person, receiveNamed(at, record));
    } else if (record.person) {
        CHARTLINE_TRY(receivePatient(at.record, at.source, origin, record, current));
    }
    if (!current)
        return {};
    const QString &fullUrl = record.source.fullUrl;
    const bool urn = fullUrl.startsWith(QLatin1StringView("urn:"));
    // A name made of the id is found by the id.
    if (urn && !fullUrl.endsWith(record.id))
        CHARTLINE_TRY(m_factStore.addAlias(at.source, at.file, fullUrl, at.record));
    for (const Label &label : record.labels) {
        QStringList names{record.source.type + QLatin1Char('/') + record.id};
        if (urn)
            names.append(fullUrl);
        CHARTLINE_TRY(m_factStore.setLabel(at.record, at.source, names, label));
    }
    if (record.facts.isEmpty())
        return {};
    m_identities.touch(to.person);
    m_facts += int(record.facts.size());
    return m_factStore.insert(to, record.facts, placement.flags);
}

Status RecordWriter::receiveInstance(const FactStore::Origin &at, const ReceivedFile &origin,
                                     const PreparedRecord &record, bool current)
{
    CHARTLINE_TRY(m_studyStore.put(at.record, *record.instance));
    if (current) {
        m_studies.insert({at.source.value, record.instance->header.studyUid});
        m_imagingSources.insert(at.source.value, nameOf({}, origin.group));
    }
    return {};
}

// The patient an instance names has an identity of its own, made of exactly what is said of them: told once, it is
// known.
Result<PersonId> RecordWriter::receiveNamed(const FactStore::Origin &at, const PreparedRecord &record)
{
    const QString &ref = record.subject.target;
    if (!record.person || m_named.contains({at.source.value, ref}))
        return at.person;
    m_named.insert({at.source.value, ref});
    CHARTLINE_ASSIGN(Statement * query,
                     m_db.cached("SELECT i.record_id FROM identity_ref x JOIN identity i ON i.id = x.identity_id "
                                 "WHERE x.source_id = ?1 AND x.ref = ?2"));
    query->bind(1, at.source.value).bind(2, ref);
    CHARTLINE_ASSIGN(const bool found, query->step());
    const bool known = found && !query->isNull(0);
    query->reset();
    if (known)
        return at.person;
    CHARTLINE_ASSIGN(const auto owner,
                     m_identities.receive(at.source, at.record, {}, record.person->patient, record.person->features));
    m_persons.remove(at.person);
    m_persons.insert(owner.person);
    CHARTLINE_TRY(setOwner(at.record, owner.identity));
    return owner.person;
}

// A name only this file means.
QString RecordWriter::within(const QString &name, const ReceivedFile &origin)
{
    return name + QLatin1Char('@') + QString::fromLatin1(origin.sha256.first(8).toHex());
}

Result<IdentityStore::Owner> RecordWriter::ownerOf(SourceId source, const ReceivedFile &origin,
                                                   const PreparedRecord &record)
{
    Target target = targetOf(record.subject);
    if (target.ref.startsWith(QLatin1StringView("urn:")) && m_ownNames.value(origin.path).contains(target.ref))
        target.ref = within(target.ref, origin);
    if (target.base.isEmpty() || target.base == record.source.base)
        return m_identities.ownerOf(source, target);
    CHARTLINE_ASSIGN(const SourceId other, sourceOf(origin, target.base));
    return m_identities.ownerOf(other, target);
}

Status RecordWriter::setOwner(RecordId row, IdentityId identity)
{
    CHARTLINE_ASSIGN(Statement * update, m_db.cached("UPDATE record SET identity_id = ?2 WHERE id = ?1"));
    update->bind(1, row.value).bind(2, identity.value);
    return update->run();
}

// A FHIR server is called what its patients' managing organisation is called. A folder may hold the files of many
// places: it takes an organisation's name only while it holds one patient.
Status RecordWriter::nameSource(SourceId source, const ReceivedFile &origin, const QString &base,
                                const Clinical::Patient &patient)
{
    if (!m_sourceName.isEmpty())
        return {};
    CHARTLINE_ASSIGN(Statement * query, m_db.cached("SELECT name, (SELECT count(*) FROM identity WHERE source_id = ?1 "
                                                    "AND record_id IS NOT NULL), key FROM source WHERE id = ?1"));
    query->bind(1, source.value);
    CHARTLINE_ASSIGN(const bool found, query->step());
    const QString name = found ? query->text(0) : QString();
    const bool several = found && query->int64(1) > 1;
    const QString key = found ? query->text(2) : QString();
    query->reset();
    const QString plain = nameOf(base, base.isEmpty() ? key.mid(7) : origin.group);
    if (several && base.isEmpty()) {
        m_unnamed.remove(source.value);
        return name == plain ? Status() : m_catalog.rename(source, plain);
    }
    if (name != plain || patient.managingOrganization.isEmpty())
        return {};
    const Target target = targetOf(patient.managingOrganization);
    if (typeOf(target.ref) == QLatin1StringView("Organization"))
        m_unnamed.insert(source.value, {name, target.ref.mid(13)});
    else if (target.ref.startsWith(QLatin1StringView("urn:uuid:")))
        m_unnamed.insert(source.value, {name, target.ref.mid(9)});
    return {};
}

} // namespace Chartline
