// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "store/MeasurementStore.h"

#include <QFuture>
#include <QObject>
#include <memory>

namespace Chartline {

class VaultService;

// Measurements of the open vault, off the calling thread. What was given to save before the vault locks is written
// before it closes; afterwards everything answers VaultLocked. While an import runs, writing waits for it.
class MeasurementService : public QObject
{
    Q_OBJECT

public:
    // `author`: who works here, as text; written to every version.
    MeasurementService(VaultService &vault, std::shared_ptr<const Clock> clock, QString author,
                       QObject *parent = nullptr);
    ~MeasurementService() override;

    [[nodiscard]] const QString &author() const { return m_author; }
    [[nodiscard]] qint64 now() const; // milliseconds since 1970 UTC

    QFuture<Result<MeasurementSet>> of(PersonId person);
    QFuture<Result<QList<StoredMeasurement>>> history(const QString &uid);
    // Author and time are filled in. Errors as MeasurementStore's; ReadOnlyFileSystem.
    QFuture<Result<StoredMeasurement>> save(PersonId person, StoredMeasurement measurement);
    QFuture<Result<StoredFinding>> saveFinding(PersonId person, StoredFinding finding);
    QFuture<Status> remove(const QString &uid);
    QFuture<Status> removeFinding(const QString &uid);

private:
    template<typename T, typename Work>
    QFuture<Result<T>> write(Work work);

    VaultService &m_vault;
    std::shared_ptr<const Clock> m_clock;
    QString m_author;
};

} // namespace Chartline
