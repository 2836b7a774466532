// SPDX-License-Identifier: Apache-2.0
#include "services/ImagingService.h"

#include "services/ReadTask.h"

#include <QHash>
#include <mutex>

namespace Chartline {

namespace {

// A received file's bytes: in its row, or a blob that stays open while it is being read.
struct Opened
{
    qint64 offset = 0; // of the record in its file
    qint64 length = 0;
    QByteArray content;
    std::shared_ptr<const BlobReader> blob;
};

constexpr qsizetype s_open = 64; // open files kept

class VaultBytes final : public InstanceBytes
{
public:
    VaultBytes(std::weak_ptr<Session> session, QString folder)
        : m_session(std::move(session))
        , m_folder(std::move(folder))
    { }

    Result<QByteArray> read(RecordId record, qint64 offset, qint64 length) const override
    {
        const std::shared_ptr<Session> session = m_session.lock();
        if (!session || session->closing()) {
            const std::lock_guard lock(m_mutex);
            m_opened.clear(); // the keys of the blobs
            return fail(ErrorCode::VaultLocked, {m_folder});
        }
        CHARTLINE_ASSIGN(const Opened opened, open(*session, record));
        if (offset < 0 || length < 0 || offset > opened.length)
            return QByteArray();
        const qint64 count = std::min(length, opened.length - offset);
        if (opened.blob)
            return opened.blob->read(opened.offset + offset, count);
        return opened.content.mid(opened.offset + offset, count);
    }

private:
    Result<Opened> open(Session &session, RecordId record) const
    {
        {
            const std::lock_guard lock(m_mutex);
            if (const auto known = m_opened.constFind(record); known != m_opened.constEnd())
                return *known;
        }
        CHARTLINE_ASSIGN(auto reader, session.database().reader());
        CHARTLINE_ASSIGN(Statement * query, reader->cached("SELECT r.offset, r.length, f.content, f.blob FROM record r "
                                                           "JOIN file f ON f.id = r.file_id WHERE r.id = ?1"));
        query->bind(1, record.value);
        CHARTLINE_ASSIGN(const bool found, query->step());
        Opened opened;
        QByteArray blob;
        if (found) {
            opened = {query->int64(0), query->int64(1), query->blob(2), {}};
            blob = query->text(3).toLatin1();
        }
        query->reset();
        if (!found)
            return fail(ErrorCode::NotFound, {record.toString()});
        if (!blob.isEmpty()) {
            const auto name = BlobName::parse(blob);
            if (!name)
                return fail(ErrorCode::BlobMissing, {QString::fromLatin1(blob)});
            CHARTLINE_ASSIGN(BlobReader opening, session.blobs().openBlob(*name));
            opened.blob = std::make_shared<const BlobReader>(std::move(opening));
        }
        const std::lock_guard lock(m_mutex);
        if (m_opened.size() >= s_open)
            m_opened.clear();
        m_opened.insert(record, opened);
        return opened;
    }

    std::weak_ptr<Session> m_session;
    QString m_folder;
    mutable std::mutex m_mutex;
    mutable QHash<RecordId, Opened> m_opened;
};

} // namespace

ImagingService::ImagingService(VaultService &vault, QObject *parent)
    : QObject(parent)
    , m_vault(vault)
{ }

ImagingService::~ImagingService() = default;

QFuture<Result<QList<StudyInfo>>> ImagingService::studies(PersonId person)
{
    return readTask<QList<StudyInfo>>(
        m_vault, [person](Session &, Connection &db) { return ImagingQueries::studies(db, person); });
}

QFuture<Result<SeriesInfo>> ImagingService::series(const QString &seriesUid, PersonId person)
{
    return readTask<SeriesInfo>(m_vault, [seriesUid, person](Session &, Connection &db) {
        return ImagingQueries::series(db, seriesUid, person);
    });
}

Result<std::shared_ptr<const InstanceBytes>> ImagingService::bytes() const
{
    const std::shared_ptr<Session> session = m_vault.session();
    if (!session)
        return fail(ErrorCode::VaultLocked, {m_vault.folder()});
    return std::make_shared<const VaultBytes>(session, m_vault.folder());
}

} // namespace Chartline
