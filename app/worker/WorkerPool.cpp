// SPDX-License-Identifier: Apache-2.0
#include "worker/WorkerPool.h"

#include "worker/HostProcess.h"
#include "worker/WorkerProcess.h"

#include <QThread>
#include <algorithm>
#include <system_error>

namespace Chartline::Worker {

namespace {

constexpr std::chrono::milliseconds s_cancelInterval{10};
// A host that keeps dying is not started again and again.
constexpr std::chrono::seconds s_startsWindow{30};
constexpr std::size_t s_startsAllowed = 8;

} // namespace

// The right to one worker, given back at the end with whatever worker there is.
class WorkerPool::Slot
{
public:
    explicit Slot(WorkerPool &pool)
        : m_pool(pool)
    { }
    ~Slot()
    {
        if (m_taken)
            m_pool.release(std::move(worker), m_generation);
    }
    Slot(const Slot &) = delete;
    Slot &operator=(const Slot &) = delete;
    void take()
    {
        ++m_pool.m_busy;
        m_generation = m_pool.m_generation;
        m_taken = true;
    }

    WorkerPointer worker;
    std::vector<WorkerPointer> ended; // gone when no lock is held

private:
    WorkerPool &m_pool;
    quint64 m_generation = 0;
    bool m_taken = false;
};

WorkerPool::WorkerPool(Options options)
    : m_options(std::move(options))
    , m_limit(m_options.workers > 0 ? m_options.workers : QThread::idealThreadCount())
{
    // release() must not fail.
    m_idle.reserve(std::size_t(m_limit));
}

WorkerPool::~WorkerPool()
{
    close();
}

Expected<Reply> WorkerPool::call(const Call &call)
{
    if (const auto fits = checkLimits(call); !fits)
        return std::unexpected(fits.error());
    try {
        auto reply = callWorker(call);
        if (!reply && (reply.error().code == FailureCode::Lost || reply.error().code == FailureCode::Unavailable)) {
            const std::scoped_lock lock(m_mutex);
            if (m_closed)
                return fail(FailureCode::Closed);
        }
        return reply;
    } catch (const std::bad_alloc &) {
        return fail(FailureCode::OutOfMemory);
    }
}

Expected<Reply> WorkerPool::callWorker(const Call &call)
{
    Slot slot(*this);
    if (auto acquired = acquire(slot, call.cancel); !acquired)
        return std::unexpected(std::move(acquired).error());
    return slot.worker->exchange(call, call.timeout.count() > 0 ? call.timeout : m_options.timeout);
}

// Gives the slot a worker: an idle one, one started for it, or what comes free. A fresh one: now or not at all.
Expected<void> WorkerPool::acquire(Slot &slot, const std::atomic_bool *cancel, bool fresh)
{
    {
        std::unique_lock lock(m_mutex);
        while (true) {
            if (m_closed)
                return fail(FailureCode::Closed);
            if (cancel && cancel->load())
                return fail(FailureCode::Cancelled);
            if (!fresh && takeIdle(slot))
                return {};
            if (m_busy + int(m_idle.size()) < m_limit)
                break;
            if (fresh)
                return fail(FailureCode::Unavailable, "no room");
            if (cancel)
                m_changed.wait_for(lock, s_cancelInterval);
            else
                m_changed.wait(lock);
        }
        slot.take();
    }
    auto worker = startWorker();
    if (!worker)
        return std::unexpected(std::move(worker).error());
    slot.worker = *std::move(worker);
    return {};
}

// The one used last, whose memory is still in the caches. Those that died meanwhile are left behind.
bool WorkerPool::takeIdle(Slot &slot)
{
    while (!m_idle.empty()) {
        WorkerPointer worker = std::move(m_idle.back());
        m_idle.pop_back();
        if (worker->isQuiet()) {
            slot.take();
            slot.worker = std::move(worker);
            return true;
        }
        m_pids.erase(worker->pid());
        slot.ended.push_back(std::move(worker));
    }
    return false;
}

Expected<WorkerPool::WorkerPointer> WorkerPool::startWorker()
{
    // The host may die after it was looked at; another is tried once.
    for (int attempt = 0;; ++attempt) {
        auto current = host();
        if (!current)
            return std::unexpected(std::move(current).error());
        auto worker = WorkerProcess::start(*current, m_options.startTimeout);
        if (worker) {
            const std::scoped_lock lock(m_mutex);
            m_pids.insert((*worker)->pid());
            ++m_workersStarted;
            return worker;
        }
        if (attempt > 0 || !(*current)->isLost())
            return worker;
    }
}

Expected<std::shared_ptr<HostProcess>> WorkerPool::host()
{
    const std::scoped_lock lock(m_hostMutex);
    if (m_hostClosed)
        return fail(FailureCode::Closed);
    if (m_host && !m_host->isLost())
        return m_host;
    if (m_host)
        m_host->stop();
    m_host.reset();
    const auto now = std::chrono::steady_clock::now();
    std::erase_if(m_hostStarts, [&](const auto &start) { return now - start > s_startsWindow; });
    if (m_hostStarts.size() >= s_startsAllowed)
        return fail(FailureCode::Unavailable, "too many starts");
    m_hostStarts.push_back(now);
    auto launched =
        HostProcess::launch({m_options.program, m_options.memoryLimit, m_options.environment, m_options.startTimeout});
    if (!launched)
        return launched;
    ++m_hostsStarted;
    m_host = *std::move(launched);
    return m_host;
}

bool WorkerPool::isWorthKeeping(const WorkerProcess &worker) const
{
    return worker.isReusable() && worker.served() < m_options.recycleAfter
           && worker.peakMemory() < m_options.recycleMemory && worker.arenaSize() < m_options.recycleShared;
}

void WorkerPool::release(WorkerPointer worker, quint64 generation)
{
    {
        const std::scoped_lock lock(m_mutex);
        --m_busy;
        if (worker && !m_closed && generation == m_generation && isWorthKeeping(*worker))
            m_idle.push_back(std::move(worker));
        else if (worker)
            m_pids.erase(worker->pid());
        // To close() as well as to those that wait for a worker. With the lock held: afterwards close() may have
        // returned, and the pool be gone.
        m_changed.notify_all();
    }
}

void WorkerPool::warmUp(int workers)
{
    const std::scoped_lock lock(m_warmMutex);
    if (m_warming.exchange(true))
        return;
    try {
        m_warmer = std::jthread([this, workers] {
            while (startIdle(workers)) { }
            m_warming = false;
        });
    } catch (const std::system_error &) {
        m_warming = false; // no thread to be had: the first call waits for its worker
    }
}

// Starts one worker while there are fewer than `wanted`. False: there are enough, or none to be had.
bool WorkerPool::startIdle(int wanted)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_busy + int(m_idle.size()) >= wanted)
            return false;
    }
    try {
        Slot slot(*this);
        return acquire(slot, nullptr, true).has_value();
    } catch (const std::bad_alloc &) {
        return false;
    }
}

Expected<SandboxState> WorkerPool::sandbox()
{
    try {
        Slot slot(*this);
        if (auto acquired = acquire(slot, nullptr); !acquired)
            return std::unexpected(std::move(acquired).error());
        return slot.worker->sandbox();
    } catch (const std::bad_alloc &) {
        return fail(FailureCode::OutOfMemory);
    }
}

void WorkerPool::trim()
{
    std::vector<WorkerPointer> ended; // after the lock
    ended.reserve(std::size_t(m_limit));
    const std::scoped_lock lock(m_mutex);
    ++m_generation;
    for (WorkerPointer &worker : m_idle) {
        m_pids.erase(worker->pid());
        ended.push_back(std::move(worker));
    }
    m_idle.clear();
    m_changed.notify_all();
}

void WorkerPool::close()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
        m_changed.notify_all();
    }
    {
        // The workers end with their host, and whoever waits for one of them sees that.
        const std::scoped_lock lock(m_hostMutex);
        m_hostClosed = true;
        if (m_host)
            m_host->stop();
    }
    {
        const std::scoped_lock lock(m_warmMutex);
        m_warmer = {};
    }
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_busy == 0; });
    for (const WorkerPointer &worker : m_idle)
        m_pids.erase(worker->pid());
    m_idle.clear();
}

WorkerPool::Status WorkerPool::status() const
{
    Status status;
    {
        const std::scoped_lock lock(m_hostMutex);
        status.host = m_host && !m_host->isLost() ? m_host->pid() : 0;
        status.hostsStarted = m_hostsStarted;
    }
    const std::scoped_lock lock(m_mutex);
    status.workers.assign(m_pids.begin(), m_pids.end());
    status.idle = int(m_idle.size());
    status.workersStarted = m_workersStarted;
    return status;
}

} // namespace Chartline::Worker
