// SPDX-License-Identifier: Apache-2.0
#include "store/References.h"
#include "timeline/RecordQueriesRows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Chartline::RecordQueries {

namespace {

#define CHARTLINE_RECORD_COLUMNS \
    "SELECT r.id, r.type, r.logical_id, r.version, r.format, r.place, f.path, r.sha256, s.id, s.name, s.key, " \
    "m.started, r.length, " \
    "r.state, r.mapped, r.issues, i.person_id FROM record r JOIN file f ON f.id = r.file_id JOIN import m ON m.id = " \
    "f.import_id " \
    "JOIN source s ON s.id = r.source_id LEFT JOIN identity i ON i.id = r.identity_id "

QList<MappingIssue> issuesOf(std::string_view json)
{
    QList<MappingIssue> issues;
    const auto document = QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), qsizetype(json.size())));
    for (const QJsonValue &value : document.array()) {
        const QJsonObject issue = value.toObject();
        issues.append(
            {issue.value(QLatin1StringView("path")).toString(), issue.value(QLatin1StringView("reason")).toString()});
    }
    return issues;
}

RecordInfo readRecord(const Statement &row)
{
    RecordInfo info;
    info.id = RecordId{row.int64(0)};
    info.type = row.text(1);
    info.logicalId = row.text(2);
    info.version = row.text(3);
    info.format = row.text(4);
    info.place = row.text(5);
    info.path = row.text(6);
    info.sha256 = row.blob(7);
    info.source = {SourceId{row.int64(8)}, row.text(9), row.text(10), 0};
    info.received = row.int64(11);
    info.length = row.int64(12);
    info.state = row.integer(13);
    info.mapped = row.integer(14) != 0;
    info.issues = issuesOf(row.utf8(15));
    info.person = PersonId{row.int64(16)};
    return info;
}

Result<QList<RecordInfo>> readRecords(Statement &rows)
{
    QList<RecordInfo> records;
    for (;;) {
        CHARTLINE_ASSIGN(const bool more, rows.step());
        if (!more)
            break;
        records.append(readRecord(rows));
    }
    rows.reset();
    return records;
}

// The id in the first column of the first row; none where there is no row.
Result<RecordId> firstId(Statement &row)
{
    CHARTLINE_ASSIGN(const bool found, row.step());
    const RecordId id{found ? row.int64(0) : 0};
    row.reset();
    return id;
}

// The source an absolute reference belongs to: the one with that base; else none.
Result<SourceId> sourceOf(Connection &db, const QString &base)
{
    CHARTLINE_ASSIGN(Statement * row, db.cached("SELECT id FROM source WHERE key = ?1 ORDER BY ordinal LIMIT 1"));
    row->bind(1, base);
    CHARTLINE_ASSIGN(const RecordId id, firstId(*row));
    return SourceId{id.value};
}

Result<RecordId> byTypeAndId(Connection &db, SourceId source, const QString &ref)
{
    CHARTLINE_ASSIGN(Statement * row,
                     db.cached("SELECT id FROM record WHERE source_id = ?1 AND type = ?2 AND logical_id = ?3 "
                               "AND state IN (0, 2) ORDER BY state, id DESC LIMIT 1"));
    row->bind(1, source.value)
        .bind(2, ref.section(QLatin1Char('/'), 0, 0))
        .bind(3, ref.section(QLatin1Char('/'), 1, 1));
    return firstId(*row);
}

// A record named by its fullUrl. Most sources put the record's own id into the URN, and then the index over types and
// ids answers (one step for each type there is); the others cost a walk over the source's records.
Result<RecordId> byUrn(Connection &db, SourceId source, const QString &ref)
{
    CHARTLINE_ASSIGN(
        Statement * quick,
        db.cached("WITH RECURSIVE t (type) AS (SELECT min(type) FROM record WHERE source_id = ?1 UNION ALL "
                  "SELECT (SELECT min(type) FROM record WHERE source_id = ?1 AND type > t.type) FROM t "
                  "WHERE t.type IS NOT NULL) SELECT r.id FROM t CROSS JOIN record r ON r.source_id = ?1 "
                  "AND r.type = t.type AND r.logical_id = ?2 WHERE r.full_url = ?3 AND r.state IN (0, 2) LIMIT 1"));
    quick->bind(1, source.value).bind(2, ref.section(QLatin1Char(':'), -1)).bind(3, ref);
    CHARTLINE_ASSIGN(const RecordId found, firstId(*quick));
    if (found)
        return found;
    CHARTLINE_ASSIGN(Statement * slow, db.cached("SELECT id FROM record WHERE source_id = ?1 AND full_url = ?2 "
                                                 "AND state IN (0, 2) ORDER BY id DESC LIMIT 1"));
    slow->bind(1, source.value).bind(2, ref);
    return firstId(*slow);
}

Result<RecordId> byIdentity(Connection &db, SourceId source, const QString &ref)
{
    CHARTLINE_ASSIGN(Statement * row,
                     db.cached("SELECT i.record_id FROM identity_ref x JOIN identity i ON i.id = x.identity_id "
                               "WHERE x.source_id = ?1 AND x.ref = ?2"));
    row->bind(1, source.value).bind(2, ref);
    return firstId(*row);
}

} // namespace

Result<RecordInfo> record(Connection &db, RecordId id)
{
    CHARTLINE_ASSIGN(Statement * row, db.cached(CHARTLINE_RECORD_COLUMNS "WHERE r.id = ?1"));
    row->bind(1, id.value);
    CHARTLINE_ASSIGN(const bool found, row->step());
    if (!found)
        return fail(ErrorCode::NotFound, {id.toString()});
    RecordInfo info = readRecord(*row);
    row->reset();
    return info;
}

Result<QList<RecordInfo>> versions(Connection &db, RecordId id)
{
    CHARTLINE_ASSIGN(const RecordInfo info, record(db, id));
    if (info.logicalId.isEmpty())
        return QList{info};
    CHARTLINE_ASSIGN(Statement * rows,
                     db.cached(CHARTLINE_RECORD_COLUMNS "WHERE r.source_id = ?1 AND r.type = ?2 AND r.logical_id = ?3 "
                                                        "ORDER BY r.updated DESC NULLS LAST, r.id DESC"));
    rows->bind(1, info.source.id.value).bind(2, info.type).bind(3, info.logicalId);
    return readRecords(*rows);
}

Result<QList<RecordInfo>> keptRecords(Connection &db, PersonId person, int limit)
{
    CHARTLINE_ASSIGN(Statement * rows,
                     db.cached(CHARTLINE_RECORD_COLUMNS
                               "WHERE r.identity_id IN (SELECT id FROM identity WHERE person_id = ?1) "
                               "AND r.mapped = 0 AND r.state IN (0, 2) ORDER BY r.id DESC LIMIT ?2"));
    rows->bind(1, person.value).bind(2, limit);
    return readRecords(*rows);
}

Result<RecordId> resolve(Connection &db, SourceId source, const QString &target)
{
    const Target wanted = targetOf(target);
    if (wanted.ref.isEmpty())
        return fail(ErrorCode::NotFound, {QString()});
    if (!wanted.base.isEmpty()) {
        CHARTLINE_ASSIGN(const SourceId other, sourceOf(db, wanted.base));
        if (other)
            source = other;
    }
    RecordId found;
    const QString type = typeOf(wanted.ref);
    if (!type.isEmpty()) {
        CHARTLINE_ASSIGN(found, byTypeAndId(db, source, wanted.ref));
    } else if (wanted.ref.startsWith(QLatin1StringView("urn:"))) {
        CHARTLINE_ASSIGN(found, byUrn(db, source, wanted.ref));
    }
    if (!found) {
        CHARTLINE_ASSIGN(found, byIdentity(db, source, wanted.ref));
    }
    if (!found) // only the type: a reference's text can name a person
        return fail(ErrorCode::NotFound, {type});
    return found;
}

Result<QList<SourceInfo>> sources(Connection &db)
{
    // In the index's own order, so that nothing is sorted: a source that says a fact twice stands there twice in a row.
    CHARTLINE_ASSIGN(Statement * pairs, db.cached("SELECT group_id, source_id FROM fact WHERE flags & 3 = 0 "
                                                  "ORDER BY person_id, group_id, source_id"));
    QHash<qint64, int> facts;
    qint64 group = 0;
    qint64 source = 0;
    for (;;) {
        CHARTLINE_ASSIGN(const bool more, pairs->step());
        if (!more)
            break;
        if (pairs->int64(0) != group || pairs->int64(1) != source)
            ++facts[pairs->int64(1)];
        group = pairs->int64(0);
        source = pairs->int64(1);
    }
    CHARTLINE_ASSIGN(Statement * rows, db.cached("SELECT id, name, key FROM source ORDER BY name, id"));
    QList<SourceInfo> result;
    for (;;) {
        CHARTLINE_ASSIGN(const bool more, rows->step());
        if (!more)
            return result;
        result.append({SourceId{rows->int64(0)}, rows->text(1), rows->text(2), facts.value(rows->int64(0))});
    }
}

} // namespace Chartline::RecordQueries
