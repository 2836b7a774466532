// SPDX-License-Identifier: Apache-2.0
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
    const QJsonArray list = document.array();
    for (const auto value : list) {
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
