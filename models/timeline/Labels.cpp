// SPDX-License-Identifier: Apache-2.0
#include "timeline/Labels.h"

#include "store/References.h"

namespace Chartline {

namespace {

Result<SourceId> sourceOf(Connection &db, SourceId own, const QString &base)
{
    if (base.isEmpty())
        return own;
    CHARTLINE_ASSIGN(Statement * query,
                     db.cached("SELECT id FROM source WHERE key = ?1 ORDER BY id = ?2 DESC, ordinal < 0, ordinal"));
    query->bind(1, base).bind(2, own.value);
    CHARTLINE_ASSIGN(const bool found, query->step());
    const SourceId source{found ? query->int64(0) : own.value};
    query->reset();
    return source;
}

} // namespace

Result<RecordId> recordOf(Connection &db, RecordId from, SourceId source, const Clinical::Reference &reference)
{
    const Target target = targetOf(reference);
    QString type = typeOf(target.ref);
    QString id = type.isEmpty() ? QString() : target.ref.mid(type.size() + 1);
    if (target.ref.startsWith(QLatin1StringView("urn:uuid:"))) {
        type = reference.type;
        id = target.ref.mid(9);
    }
    CHARTLINE_ASSIGN(const SourceId where, sourceOf(db, source, target.base));
    if (target.ref.startsWith(QLatin1StringView("urn:"))) {
        CHARTLINE_ASSIGN(
            Statement * alias,
            db.cached("SELECT a.record_id FROM alias a JOIN record r ON r.id = a.record_id "
                      "WHERE a.source_id = ?1 AND a.name = ?2 AND r.state IN (0, 2) "
                      "ORDER BY a.file_id = (SELECT file_id FROM record WHERE id = ?3) DESC, a.file_id DESC"));
        alias->bind(1, where.value).bind(2, target.ref).bind(3, from.value);
        CHARTLINE_ASSIGN(const bool named, alias->step());
        const RecordId record{named ? alias->int64(0) : 0};
        alias->reset();
        if (record)
            return record;
    }
    if (id.isEmpty())
        return RecordId{};
    // A bare uuid names its record whatever the type.
    CHARTLINE_ASSIGN(
        Statement * query,
        type.isEmpty()
            ? db.cached(
                  "SELECT id FROM record WHERE source_id = ?1 AND type >= ?2 AND logical_id = ?3 "
                  "AND state IN (0, 2) ORDER BY file_id = (SELECT file_id FROM record WHERE id = ?4) DESC, id DESC")
            : db.cached(
                  "SELECT id FROM record WHERE source_id = ?1 AND type = ?2 AND logical_id = ?3 "
                  "AND state IN (0, 2) ORDER BY file_id = (SELECT file_id FROM record WHERE id = ?4) DESC, id DESC"));
    query->bind(1, where.value).bind(2, type).bind(3, id).bind(4, from.value);
    CHARTLINE_ASSIGN(const bool found, query->step());
    const RecordId record{found ? query->int64(0) : 0};
    query->reset();
    return record;
}

Result<QString> labelOf(Connection &db, RecordId from, SourceId source, const Clinical::Reference &reference)
{
    CHARTLINE_ASSIGN(const RecordId record, recordOf(db, from, source, reference));
    if (!record)
        return reference.label();
    CHARTLINE_ASSIGN(Statement * query, db.cached("SELECT coalesce((SELECT title FROM label WHERE record_id = ?1), "
                                                  "(SELECT title FROM fact WHERE id = ?2), '')"));
    query->bind(1, record.value).bind(2, FactId::of(record, 0).value);
    CHARTLINE_TRY(query->step());
    const QString label = query->text(0);
    query->reset();
    return label.isEmpty() ? reference.label() : label;
}

Result<QHash<RecordId, qint64>> recordUpdates(Connection &db, PersonId person)
{
    CHARTLINE_ASSIGN(Statement * query,
                     db.cached("SELECT r.id, r.updated FROM identity i JOIN record r ON r.identity_id = i.id "
                               "WHERE i.person_id = ?1 AND r.state IN (0, 2) AND r.updated IS NOT NULL"));
    query->bind(1, person.value);
    QHash<RecordId, qint64> updates;
    while (true) {
        CHARTLINE_ASSIGN(const bool row, query->step());
        if (!row)
            break;
        updates.insert(RecordId{query->int64(0)}, query->int64(1));
    }
    query->reset();
    return updates;
}

Result<QHash<RecordId, QString>> recordFormats(Connection &db, PersonId person)
{
    CHARTLINE_ASSIGN(Statement * query,
                     db.cached("SELECT r.id, r.format FROM identity i JOIN record r ON r.identity_id = i.id "
                               "WHERE i.person_id = ?1 AND r.state IN (0, 2)"));
    query->bind(1, person.value);
    QHash<RecordId, QString> formats;
    while (true) {
        CHARTLINE_ASSIGN(const bool row, query->step());
        if (!row)
            break;
        formats.insert(RecordId{query->int64(0)}, query->text(1));
    }
    query->reset();
    return formats;
}

} // namespace Chartline
