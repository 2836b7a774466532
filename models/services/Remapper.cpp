// SPDX-License-Identifier: Apache-2.0
#include "services/Remapper.h"

#include "store/RecordBytes.h"

namespace Chartline {

Result<MappedRecord> remap(const std::vector<std::shared_ptr<const Connector>> &connectors, QByteArrayView bytes,
                           const SourceRecord &stored)
{
    // A record's format starts with its connector's id ("fhir-json").
    for (const auto &connector : connectors) {
        if (stored.format.startsWith(connector->info().id))
            return connector->map(bytes, stored);
    }
    return fail(ErrorCode::InputUnsupported, {stored.format});
}

Result<MappedRecord> remap(Connection &db, const BlobStore &blobs,
                           const std::vector<std::shared_ptr<const Connector>> &connectors, RecordId record)
{
    CHARTLINE_ASSIGN(Statement * query,
                     db.cached("SELECT r.type, r.logical_id, r.full_url, r.format, r.place, r.offset, r.length, s.key "
                               "FROM record r JOIN source s ON s.id = r.source_id WHERE r.id = ?1"));
    query->bind(1, record.value);
    CHARTLINE_ASSIGN(const bool found, query->step());
    SourceRecord stored;
    if (found) {
        stored.type = query->text(0);
        stored.id = query->text(1).startsWith(QLatin1Char('#')) ? QString() : query->text(1);
        stored.fullUrl = query->text(2);
        stored.format = query->text(3);
        stored.where = query->text(4);
        stored.offset = query->int64(5);
        stored.length = query->int64(6);
        const QString key = query->text(7);
        stored.base = key.startsWith(QLatin1StringView("folder:")) ? QString() : key;
    }
    query->reset();
    if (!found)
        return fail(ErrorCode::NotFound, {record.toString()});
    CHARTLINE_ASSIGN(const QByteArray bytes, recordBytes(db, blobs, record));
    return remap(connectors, bytes, stored);
}

} // namespace Chartline
