// SPDX-License-Identifier: Apache-2.0
#include "services/KnowledgeCache.h"

#include "services/KnowledgeAssembly.h"
#include "services/Session.h"

#include <QtConcurrentRun>

namespace Chartline {

namespace {

// Keeps what was compiled, where it can be written; else it is compiled again in the next session.
void keep(const std::shared_ptr<Session> &session, const KnowledgeAssembly &assembly, qint64 now)
{
    if (session->isReadOnly() || assembly.newKey().isEmpty())
        return;
    std::ignore = QtConcurrent::run(
        &session->writerPool(),
        [weak = std::weak_ptr(session), key = assembly.newKey(), made = assembly.newKnowledge(), now]() -> Status {
            const std::shared_ptr<Session> open = weak.lock();
            if (!open || open->closing())
                return {};
            CHARTLINE_ASSIGN(Connection * db, open->database().writer());
            CHARTLINE_ASSIGN(Transaction transaction, Transaction::begin(*db));
            CHARTLINE_TRY(KnowledgeStore(*db).setCompiled(key, made, now));
            return transaction.commit();
        });
}

} // namespace

void setKnowledgeDates(KnowledgeState &state, QDate today)
{
    state.isOutOfDate = state.base && today >= state.base->expires();
    for (KnowledgePack &pack : state.packs)
        pack.isOutOfDate = pack.manifest.expires.isValid() && today >= pack.manifest.expires;
}

QDate KnowledgeCache::today() const
{
    return m_clock->now().toLocalTime().date();
}

void KnowledgeCache::setSession(const std::shared_ptr<Session> &session)
{
    const QMutexLocker locked(&m_mutex);
    ++m_generation;
    m_session = session;
    m_state.reset();
}

void KnowledgeCache::clear()
{
    const QMutexLocker locked(&m_mutex);
    ++m_generation;
    m_state.reset();
}

std::shared_ptr<Session> KnowledgeCache::session()
{
    const QMutexLocker locked(&m_mutex);
    return m_session.lock();
}

KnowledgeStatePtr KnowledgeCache::known()
{
    const QMutexLocker locked(&m_mutex);
    return m_day == today() ? m_state : nullptr;
}

Result<KnowledgeStatePtr> KnowledgeCache::state(const std::shared_ptr<Session> &session, Connection &db)
{
    const QMutexLocker making(&m_making);
    if (KnowledgeStatePtr known = this->known())
        return known;
    quint64 generation = 0;
    {
        const QMutexLocker locked(&m_mutex);
        generation = m_generation;
    }
    CHARTLINE_ASSIGN(KnowledgeAssembly assembly, KnowledgeAssembly::read(KnowledgeStore(db)));
    auto state = std::make_shared<KnowledgeState>(assembly.state());
    const QDate day = today();
    setKnowledgeDates(*state, day);
    keep(session, assembly, m_clock->now().toMSecsSinceEpoch());
    const QMutexLocker locked(&m_mutex);
    // Not where packs have changed meanwhile.
    if (generation == m_generation) {
        m_state = state;
        m_day = day;
    }
    return KnowledgeStatePtr(std::move(state));
}

} // namespace Chartline
