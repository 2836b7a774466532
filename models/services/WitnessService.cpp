// SPDX-License-Identifier: Apache-2.0
#include "services/WitnessService.h"

#include "services/WriteTask.h"
#include "store/FactDecisionStore.h"
#include "timeline/Regrouper.h"

#include <QFutureWatcher>

namespace Chartline {

WitnessService::WitnessService(VaultService &vault, std::shared_ptr<const Clock> clock, QString author, QObject *parent)
    : QObject(parent)
    , m_vault(vault)
    , m_clock(std::move(clock))
    , m_author(std::move(author))
{ }

WitnessService::~WitnessService() = default;

// One transaction, and the facts of the person merged anew.
template<typename Work>
QFuture<Status> WitnessService::write(FactId fact, Work work)
{
    const qint64 now = m_clock->now().toMSecsSinceEpoch();
    auto future = writeTask<void>(m_vault, [work = std::move(work), fact, now](Connection &db) -> Status {
        CHARTLINE_ASSIGN(Transaction transaction, Transaction::begin(db));
        FactDecisionStore decisions(db, now);
        CHARTLINE_TRY(work(decisions));
        CHARTLINE_ASSIGN(const PersonId person, decisions.personOf(fact));
        CHARTLINE_TRY(regroup(db, person));
        return transaction.commit();
    });
    auto *watcher = new QFutureWatcher<Status>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        Q_EMIT changed();
    });
    watcher->setFuture(future);
    return future;
}

QFuture<Status> WitnessService::join(FactId a, FactId b)
{
    return write(a,
                 [a, b, author = m_author](FactDecisionStore &decisions) { return decisions.say(a, b, true, author); });
}

QFuture<Status> WitnessService::split(FactId statement)
{
    return write(statement, [statement, author = m_author](FactDecisionStore &decisions) -> Status {
        CHARTLINE_ASSIGN(const QList<FactId> others, decisions.groupOf(statement));
        for (const FactId other : others) {
            if (other != statement)
                CHARTLINE_TRY(decisions.say(statement, other, false, author));
        }
        return {};
    });
}

QFuture<Status> WitnessService::undo(FactId a, FactId b)
{
    return write(a, [a, b, author = m_author](FactDecisionStore &decisions) { return decisions.undo(a, b, author); });
}

} // namespace Chartline
