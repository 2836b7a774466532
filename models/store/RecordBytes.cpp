// SPDX-License-Identifier: Apache-2.0
#include "store/RecordBytes.h"

#include "ingest/Sha256.h"

namespace Chartline {

namespace {

// A slice of a received file and what it must hash to.
struct Slice
{
    qint64 offset = 0;
    qint64 length = 0;
    qint64 fileSize = 0;
    QByteArray sha256;
    QByteArray content; // of the whole file, where it is in the row
    QByteArray blob; // else the name of the blob
};

std::unexpected<Error> damaged(const char *what, qint64 id)
{
    return fail(ErrorCode::DatabaseDamaged, {QString(), QStringLiteral("%1 %2").arg(QLatin1StringView(what)).arg(id)});
}

Result<QByteArray> bytesOfSlice(const Slice &slice, const BlobStore &blobs, const char *what, qint64 id)
{
    if (slice.offset < 0 || slice.length < 0 || slice.offset > slice.fileSize
        || slice.length > slice.fileSize - slice.offset)
        return damaged(what, id);
    QByteArray bytes;
    if (slice.blob.isEmpty()) {
        bytes = slice.content.mid(slice.offset, slice.length);
    } else {
        const auto name = BlobName::parse(slice.blob);
        if (!name)
            return damaged(what, id);
        CHARTLINE_ASSIGN(const BlobReader reader, blobs.openBlob(*name));
        CHARTLINE_ASSIGN(bytes, reader.read(slice.offset, slice.length));
    }
    if (bytes.size() != slice.length || Sha256::of(bytes) != slice.sha256)
        return damaged(what, id);
    return bytes;
}

Result<Slice> readSlice(Statement &query, const QString &id)
{
    CHARTLINE_ASSIGN(const bool found, query.step());
    if (!found)
        return fail(ErrorCode::NotFound, {id});
    Slice slice{query.int64(0), query.int64(1), query.int64(2), query.blob(3), query.blob(4), query.text(5).toLatin1()};
    query.reset();
    return slice;
}

} // namespace

Result<QByteArray> recordBytes(Connection &db, const BlobStore &blobs, RecordId record)
{
    CHARTLINE_ASSIGN(Statement * query,
                     db.cached("SELECT r.offset, r.length, f.size, r.sha256, f.content, f.blob FROM record r"
                               " JOIN file f ON f.id = r.file_id WHERE r.id = ?"));
    query->bind(1, record.value);
    CHARTLINE_ASSIGN(const Slice slice, readSlice(*query, record.toString()));
    return bytesOfSlice(slice, blobs, "record", record.value);
}

Result<QByteArray> fileBytes(Connection &db, const BlobStore &blobs, FileId file)
{
    CHARTLINE_ASSIGN(Statement * query,
                     db.cached("SELECT 0, size, size, sha256, content, blob FROM file WHERE id = ?"));
    query->bind(1, file.value);
    CHARTLINE_ASSIGN(const Slice slice, readSlice(*query, file.toString()));
    return bytesOfSlice(slice, blobs, "file", file.value);
}

} // namespace Chartline
