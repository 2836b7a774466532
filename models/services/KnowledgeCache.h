// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "services/KnowledgeState.h"

#include <QMutex>

namespace Chartline {

class Connection;
class Session;

// The state of knowledge in the open session, put together once and then at hand. Safe from several threads; workers
// fill it, so it lives as long as they do.
class KnowledgeCache
{
public:
    explicit KnowledgeCache(std::shared_ptr<const Clock> clock)
        : m_clock(std::move(clock))
    { }

    // Another session is open, or none; what was known is forgotten.
    void setSession(const std::shared_ptr<Session> &session);
    // Packs are others now.
    void clear();
    [[nodiscard]] std::shared_ptr<Session> session();
    // Null where it has to be put together first.
    [[nodiscard]] KnowledgeStatePtr known();
    // Puts it together where it is not known; one thread does so and the others wait. `db`: of `session`.
    [[nodiscard]] Result<KnowledgeStatePtr> state(const std::shared_ptr<Session> &session, Connection &db);
    [[nodiscard]] QDate today() const;

private:
    std::shared_ptr<const Clock> m_clock;
    QMutex m_making; // held while it is put together
    QMutex m_mutex; // of what follows
    std::weak_ptr<Session> m_session;
    KnowledgeStatePtr m_state;
    QDate m_day; // of which it says what is out of date
    quint64 m_generation = 0; // another one whenever packs or sessions change
};

// Says what is out of date on a day.
void setKnowledgeDates(KnowledgeState &state, QDate today);

} // namespace Chartline
