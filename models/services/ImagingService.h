// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "timeline/ImagingQueries.h"

#include <QFuture>
#include <QObject>
#include <memory>

namespace Chartline {

class VaultService;

// Bytes of received instances, at any offset, for threads of the caller's own. Safe from several threads at once; does
// not keep a locked vault open: VaultLocked from then on.
class InstanceBytes
{
public:
    virtual ~InstanceBytes() = default;
    // Fewer than `length` at the file's end.
    [[nodiscard]] virtual Result<QByteArray> read(RecordId record, qint64 offset, qint64 length) const = 0;
};

// Imaging studies of the open vault, off the calling thread.
class ImagingService : public QObject
{
    Q_OBJECT

public:
    explicit ImagingService(VaultService &vault, QObject *parent = nullptr);
    ~ImagingService() override;

    QFuture<Result<QList<StudyInfo>>> studies(PersonId person);
    QFuture<Result<SeriesInfo>> series(const QString &seriesUid, PersonId person = {});
    // VaultLocked.
    [[nodiscard]] Result<std::shared_ptr<const InstanceBytes>> bytes() const;

private:
    VaultService &m_vault;
};

} // namespace Chartline
