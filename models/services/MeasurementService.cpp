// SPDX-License-Identifier: Apache-2.0
#include "services/MeasurementService.h"

#include "services/ReadTask.h"
#include "services/WriteTask.h"

namespace Chartline {

MeasurementService::MeasurementService(VaultService &vault, std::shared_ptr<const Clock> clock, QString author,
                                       QObject *parent)
    : QObject(parent)
    , m_vault(vault)
    , m_clock(std::move(clock))
    , m_author(std::move(author))
{ }

MeasurementService::~MeasurementService() = default;

qint64 MeasurementService::now() const
{
    return m_clock->now().toMSecsSinceEpoch();
}

template<typename T, typename Work>
QFuture<Result<T>> MeasurementService::write(Work work)
{
    return writeTask<T>(m_vault, [work = std::move(work)](Connection &db) -> Result<T> {
        CHARTLINE_ASSIGN(Transaction transaction, Transaction::begin(db));
        MeasurementStore store(db);
        Result<T> result = work(store);
        if (result)
            CHARTLINE_TRY(transaction.commit());
        return result;
    });
}

QFuture<Result<MeasurementSet>> MeasurementService::of(PersonId person)
{
    return readTask<MeasurementSet>(m_vault,
                                    [person](Session &, Connection &db) { return MeasurementStore(db).of(person); });
}

QFuture<Result<QList<StoredMeasurement>>> MeasurementService::history(const QString &uid)
{
    return readTask<QList<StoredMeasurement>>(
        m_vault, [uid](Session &, Connection &db) { return MeasurementStore(db).history(uid); });
}

QFuture<Result<StoredMeasurement>> MeasurementService::save(PersonId person, StoredMeasurement measurement)
{
    measurement.author = m_author;
    measurement.saved = now();
    return write<StoredMeasurement>([person, measurement = std::move(measurement)](MeasurementStore &store) {
        return store.put(person, measurement);
    });
}

QFuture<Result<StoredFinding>> MeasurementService::saveFinding(PersonId person, StoredFinding finding)
{
    finding.author = m_author;
    finding.saved = now();
    return write<StoredFinding>(
        [person, finding = std::move(finding)](MeasurementStore &store) { return store.putFinding(person, finding); });
}

QFuture<Status> MeasurementService::remove(const QString &uid)
{
    return write<void>(
        [uid, author = m_author, now = now()](MeasurementStore &store) { return store.remove(uid, author, now); });
}

QFuture<Status> MeasurementService::removeFinding(const QString &uid)
{
    return write<void>([uid, author = m_author, now = now()](MeasurementStore &store) {
        return store.removeFinding(uid, author, now);
    });
}

} // namespace Chartline
