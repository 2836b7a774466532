// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "worker/Caller.h"
#include "worker/Sandbox.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <set>
#include <sys/types.h>
#include <thread>
#include <vector>

namespace Chartline::Worker {

class HostProcess;
class WorkerProcess;

// Runs handlers in processes of their own, so that a crash, a hang or an attack in a decoder costs one call and
// reaches neither the vault, nor a file, nor the network.
//
// A host and as many workers as there are calls at a time, at most `workers`, are started when first needed and kept.
// A worker that crashes, hangs, is cancelled, throws or runs out of memory is replaced for the next call; so is one
// that served `recycleAfter` calls or grew large, and the host, should it die.
//
// A handler never sees, and no caller ever gets, what an earlier call put into shared memory. The last call's data stay
// there, and in the worker's own memory, until the next call or until the worker ends: trim() and close().
class WorkerPool final : public Caller
{
public:
    struct Options
    {
        QByteArray program = "/proc/self/exe"; // started with --worker-host: its main() calls runHost()
        int workers = 0; // 0: as many as there are cores for this process
        std::chrono::milliseconds timeout{60'000};
        std::chrono::milliseconds startTimeout{30'000};
        quint64 memoryLimit = quint64(4) << 30; // of address space for each worker, bytes
        int recycleAfter = 2000; // calls
        quint64 recycleMemory = quint64(768) << 20; // bytes, of its own
        quint64 recycleShared = quint64(128) << 20; // bytes, shared with it
        std::vector<QByteArray> environment; // NAME=value; the host gets no other variables of this program
    };

    struct Status
    {
        pid_t host = 0; // 0: none
        std::vector<pid_t> workers;
        int idle = 0;
        int hostsStarted = 0;
        int workersStarted = 0;
    };

    explicit WorkerPool(Options options);
    ~WorkerPool() override;

    // Waits for a free worker, then for the answer.
    [[nodiscard]] Expected<Reply> call(const Call &call) override;

    // Starts the host and workers in the background until there are so many, so that the next calls need not wait.
    void warmUp(int workers = 1);
    // What holds the workers; starts one where there is none.
    [[nodiscard]] Expected<SandboxState> sandbox();
    // Ends the workers that are idle, and the others when they have answered, and with them whatever their memory held:
    // when the vault locks.
    void trim();
    // Ends everything; running calls fail with Closed. May be called again.
    void close();

    [[nodiscard]] Status status() const;

private:
    using WorkerPointer = std::unique_ptr<WorkerProcess>;
    class Slot;

    [[nodiscard]] Expected<Reply> callWorker(const Call &call);
    [[nodiscard]] Expected<void> acquire(Slot &slot, const std::atomic_bool *cancel, bool fresh = false);
    [[nodiscard]] bool takeIdle(Slot &slot);
    [[nodiscard]] bool startIdle(int wanted);
    [[nodiscard]] Expected<WorkerPointer> startWorker();
    [[nodiscard]] Expected<std::shared_ptr<HostProcess>> host();
    void release(WorkerPointer worker, quint64 generation);
    [[nodiscard]] bool isWorthKeeping(const WorkerProcess &worker) const;

    const Options m_options;
    const int m_limit;

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<WorkerPointer> m_idle;
    std::set<pid_t> m_pids;
    int m_busy = 0; // slots taken: with a worker, or starting one
    quint64 m_generation = 0; // of trim(): workers that served before it are not kept
    int m_workersStarted = 0;
    bool m_closed = false;

    mutable std::mutex m_hostMutex; // never taken while m_mutex is held
    std::shared_ptr<HostProcess> m_host;
    std::vector<std::chrono::steady_clock::time_point> m_hostStarts;
    int m_hostsStarted = 0;
    bool m_hostClosed = false;

    std::mutex m_warmMutex;
    std::atomic_bool m_warming = false;
    std::jthread m_warmer;
};

} // namespace Chartline::Worker
