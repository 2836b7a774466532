// SPDX-License-Identifier: Apache-2.0
#include "store/MeasurementStore.h"

namespace Chartline {

namespace {

constexpr qsizetype s_longestName = 200;

std::unexpected<Error> senseless()
{
    return fail(ErrorCode::ConstraintViolated, {QStringLiteral("measurement")});
}

// uid, version, study, series, image, frame, frame of reference, space, kind, points, figures, label, finding, author,
// saved, first saved.
Result<StoredMeasurement> read(Statement &row)
{
    StoredMeasurement measurement;
    measurement.uid = row.text(0);
    measurement.version = row.integer(1);
    measurement.study = row.text(2);
    measurement.series = row.text(3);
    measurement.sopInstance = row.text(4);
    measurement.frame = row.integer(5);
    measurement.frameOfReference = row.text(6);
    measurement.inPatient = row.integer(7) == 0;
    measurement.kind = row.text(8);
    CHARTLINE_ASSIGN(measurement.points, MeasurementStore::pointsFromBytes(row.blob(9)));
    CHARTLINE_ASSIGN(measurement.figures, MeasurementStore::figuresFromBytes(row.blob(10)));
    measurement.label = row.text(11);
    measurement.finding = row.text(12);
    measurement.author = row.text(13);
    measurement.saved = row.int64(14);
    measurement.created = row.int64(15);
    if (!MeasurementStore::isSound(measurement))
        return fail(ErrorCode::DatabaseDamaged, {QString(), QStringLiteral("measurement")});
    return measurement;
}

Result<QList<StoredMeasurement>> readAll(Statement &query)
{
    QList<StoredMeasurement> all;
    while (true) {
        CHARTLINE_ASSIGN(const bool row, query.step());
        if (!row)
            return all;
        CHARTLINE_ASSIGN(StoredMeasurement measurement, read(query));
        all.append(std::move(measurement));
    }
}

} // namespace

Result<MeasurementSet> MeasurementStore::of(PersonId person)
{
    MeasurementSet set;
    CHARTLINE_ASSIGN(
        Statement query,
        m_db.prepare("SELECT m.uid, m.version, m.study_uid, m.series_uid, m.sop_uid, m.frame, m.frame_of_reference, "
                     "m.space, m.kind, m.points, m.figures, m.label, m.finding_uid, m.author, m.saved, f.saved "
                     "FROM measurement m JOIN identity d ON d.id = m.identity_id "
                     "JOIN measurement f ON f.uid = m.uid AND f.version = 1 "
                     "WHERE d.person_id = ?1 AND m.removed = 0 "
                     "AND m.version = (SELECT max(v.version) FROM measurement v WHERE v.uid = m.uid) ORDER BY f.id"));
    query.bind(1, person.value);
    CHARTLINE_ASSIGN(set.measurements, readAll(query));
    CHARTLINE_ASSIGN(
        Statement findings,
        m_db.prepare("SELECT m.uid, m.version, m.name, m.role, m.author, m.saved FROM finding m "
                     "JOIN identity d ON d.id = m.identity_id JOIN finding f ON f.uid = m.uid AND f.version = 1 "
                     "WHERE d.person_id = ?1 AND m.removed = 0 "
                     "AND m.version = (SELECT max(v.version) FROM finding v WHERE v.uid = m.uid) ORDER BY f.id"));
    findings.bind(1, person.value);
    while (true) {
        CHARTLINE_ASSIGN(const bool row, findings.step());
        if (!row)
            return set;
        const int role = findings.integer(3);
        if (role < 0 || role > int(StoredFinding::Role::None))
            return fail(ErrorCode::DatabaseDamaged, {QString(), QStringLiteral("finding")});
        set.findings.append({findings.text(0), findings.integer(1), findings.text(2), StoredFinding::Role(role),
                             findings.text(4), findings.int64(5)});
    }
}

Result<QList<StoredMeasurement>> MeasurementStore::history(const QString &uid)
{
    CHARTLINE_ASSIGN(
        Statement query,
        m_db.prepare("SELECT m.uid, m.version, m.study_uid, m.series_uid, m.sop_uid, m.frame, m.frame_of_reference, "
                     "m.space, m.kind, m.points, m.figures, m.label, m.finding_uid, m.author, m.saved, f.saved "
                     "FROM measurement m JOIN measurement f ON f.uid = m.uid AND f.version = 1 "
                     "WHERE m.uid = ?1 ORDER BY m.version"));
    query.bind(1, uid);
    return readAll(query);
}

// Of several sources that have the image, the one that had it first.
Result<IdentityId> MeasurementStore::identityOfImage(PersonId person, const StoredMeasurement &measurement)
{
    CHARTLINE_ASSIGN(Statement query,
                     m_db.prepare("SELECT d.id FROM instance i JOIN imaging_header h ON h.id = i.header_id "
                                  "JOIN record r ON r.id = i.record_id JOIN identity d ON d.id = r.identity_id "
                                  "WHERE i.sop_uid = ?1 AND h.series_uid = ?2 AND h.study_uid = ?3 "
                                  "AND d.person_id = ?4 AND r.state IN (0, 2) ORDER BY r.id LIMIT 1"));
    query.bind(1, measurement.sopInstance).bind(2, measurement.series).bind(3, measurement.study);
    query.bind(4, person.value);
    CHARTLINE_ASSIGN(const bool found, query.step());
    if (!found)
        return fail(ErrorCode::NotFound, {QStringLiteral("image")});
    return IdentityId{query.int64(0)};
}

Status MeasurementStore::insert(const StoredMeasurement &m, IdentityId identity, bool removed)
{
    CHARTLINE_ASSIGN(
        Statement row,
        m_db.prepare("INSERT INTO measurement (uid, version, identity_id, study_uid, series_uid, sop_uid, frame, "
                     "frame_of_reference, space, kind, points, figures, label, finding_uid, author, saved, removed) "
                     "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)"));
    const QByteArray points = pointsToBytes(m.points);
    const QByteArray figures = figuresToBytes(m.figures);
    row.bind(1, m.uid).bind(2, m.version).bind(3, identity.value).bind(4, m.study).bind(5, m.series);
    row.bind(6, m.sopInstance).bind(7, m.frame).bind(8, m.frameOfReference).bind(9, m.inPatient ? 0 : 1);
    row.bind(10, m.kind).bind(11, points).bind(12, figures).bind(13, m.label).bind(14, m.finding);
    row.bind(15, m.author).bind(16, m.saved).bind(17, removed ? 1 : 0);
    return row.run();
}

Status MeasurementStore::insert(const StoredFinding &f, IdentityId identity, bool removed)
{
    CHARTLINE_ASSIGN(Statement row,
                     m_db.prepare("INSERT INTO finding (uid, version, identity_id, name, role, author, saved, removed) "
                                  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"));
    row.bind(1, f.uid).bind(2, f.version).bind(3, identity.value).bind(4, f.name).bind(5, int(f.role));
    row.bind(6, f.author).bind(7, f.saved).bind(8, removed ? 1 : 0);
    return row.run();
}

Result<StoredMeasurement> MeasurementStore::put(PersonId person, StoredMeasurement measurement)
{
    if (!isSound(measurement))
        return senseless();
    CHARTLINE_ASSIGN(const IdentityId identity, identityOfImage(person, measurement));
    if (measurement.uid.isEmpty())
        measurement.uid = newUid();
    CHARTLINE_ASSIGN(Statement before, m_db.prepare("SELECT max(m.version), (SELECT f.saved FROM measurement f "
                                                    "WHERE f.uid = ?1 AND f.version = 1), min(d.person_id) "
                                                    "FROM measurement m JOIN identity d ON d.id = m.identity_id "
                                                    "WHERE m.uid = ?1"));
    before.bind(1, measurement.uid);
    CHARTLINE_TRY(before.step());
    const bool known = !before.isNull(0);
    if (known && before.int64(2) != person.value)
        return senseless(); // another person's
    measurement.version = known ? before.integer(0) + 1 : 1;
    measurement.created = known ? before.int64(1) : measurement.saved;
    CHARTLINE_TRY(insert(measurement, identity, false));
    return measurement;
}

Status MeasurementStore::remove(const QString &uid, const QString &author, qint64 now)
{
    CHARTLINE_ASSIGN(
        Statement row,
        m_db.prepare("INSERT INTO measurement (uid, version, identity_id, study_uid, series_uid, sop_uid, frame, "
                     "frame_of_reference, space, kind, points, figures, label, finding_uid, author, saved, removed) "
                     "SELECT uid, version + 1, identity_id, study_uid, series_uid, sop_uid, frame, "
                     "frame_of_reference, space, kind, points, figures, label, finding_uid, ?2, ?3, 1 "
                     "FROM measurement WHERE uid = ?1 ORDER BY version DESC LIMIT 1"));
    row.bind(1, uid).bind(2, author).bind(3, now);
    CHARTLINE_TRY(row.run());
    return m_db.changes() == 1 ? Status() : fail(ErrorCode::NotFound, {QStringLiteral("measurement")});
}

Result<StoredFinding> MeasurementStore::putFinding(PersonId person, StoredFinding finding)
{
    finding.name = finding.name.trimmed();
    if (finding.name.isEmpty() || finding.name.size() > s_longestName || finding.role > StoredFinding::Role::None)
        return senseless();
    CHARTLINE_ASSIGN(Statement owner, m_db.prepare("SELECT d.id FROM instance i JOIN record r ON r.id = i.record_id "
                                                   "JOIN identity d ON d.id = r.identity_id "
                                                   "WHERE d.person_id = ?1 ORDER BY r.id LIMIT 1"));
    owner.bind(1, person.value);
    CHARTLINE_ASSIGN(const bool found, owner.step());
    if (!found)
        return fail(ErrorCode::NotFound, {QStringLiteral("image")});
    if (finding.uid.isEmpty())
        finding.uid = newUid();
    CHARTLINE_ASSIGN(Statement before, m_db.prepare("SELECT max(f.version), min(d.person_id), min(f.identity_id) "
                                                    "FROM finding f JOIN identity d ON d.id = f.identity_id "
                                                    "WHERE f.uid = ?1"));
    before.bind(1, finding.uid);
    CHARTLINE_TRY(before.step());
    const bool known = !before.isNull(0);
    if (known && before.int64(1) != person.value)
        return senseless();
    finding.version = known ? before.integer(0) + 1 : 1;
    CHARTLINE_TRY(insert(finding, IdentityId{known ? before.int64(2) : owner.int64(0)}, false));
    return finding;
}

Status MeasurementStore::removeFinding(const QString &uid, const QString &author, qint64 now)
{
    CHARTLINE_ASSIGN(
        Statement row,
        m_db.prepare("INSERT INTO finding (uid, version, identity_id, name, role, author, saved, removed) "
                     "SELECT uid, version + 1, identity_id, name, role, ?2, ?3, 1 FROM finding WHERE uid = ?1 "
                     "ORDER BY version DESC LIMIT 1"));
    row.bind(1, uid).bind(2, author).bind(3, now);
    CHARTLINE_TRY(row.run());
    if (m_db.changes() != 1)
        return fail(ErrorCode::NotFound, {QStringLiteral("finding")});
    CHARTLINE_ASSIGN(
        Statement members,
        m_db.prepare("INSERT INTO measurement (uid, version, identity_id, study_uid, series_uid, sop_uid, frame, "
                     "frame_of_reference, space, kind, points, figures, label, finding_uid, author, saved, removed) "
                     "SELECT m.uid, m.version + 1, m.identity_id, m.study_uid, m.series_uid, m.sop_uid, m.frame, "
                     "m.frame_of_reference, m.space, m.kind, m.points, m.figures, m.label, '', ?2, ?3, 0 "
                     "FROM measurement m WHERE m.finding_uid = ?1 AND m.removed = 0 "
                     "AND m.version = (SELECT max(v.version) FROM measurement v WHERE v.uid = m.uid)"));
    members.bind(1, uid).bind(2, author).bind(3, now);
    return members.run();
}

} // namespace Chartline
