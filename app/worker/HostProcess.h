// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "worker/Caller.h"
#include "worker/Wire.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

namespace Chartline::Worker {

struct LaunchOptions
{
    QByteArray program;
    quint64 memoryLimit = 0;
    std::vector<QByteArray> environment; // NAME=value, beyond the little every host gets
    std::chrono::milliseconds startTimeout{0};
};

// The client's side of a host. Any thread may use it.
class HostProcess
{
public:
    struct Started
    {
        pid_t pid = 0;
        Descriptor channel;
    };

    [[nodiscard]] static Expected<std::shared_ptr<HostProcess>> launch(const LaunchOptions &options);
    ~HostProcess();
    HostProcess(const HostProcess &) = delete;
    HostProcess &operator=(const HostProcess &) = delete;

    [[nodiscard]] pid_t pid() const { return m_pid; }
    // True once it has ended or stopped answering: another has to be launched.
    [[nodiscard]] bool isLost();
    [[nodiscard]] Expected<Started> startWorker();
    // How a worker ended, as of waitpid(); kills it if it has not. Nothing: the host is lost, and the worker with it.
    [[nodiscard]] std::optional<int> statusOf(pid_t worker);
    // Kills a worker.
    void drop(pid_t worker);
    // Ends the host and all its workers; calls that wait for any of them come back. May be called again.
    void stop();

private:
    HostProcess(pid_t pid, Descriptor control, std::chrono::milliseconds startTimeout);
    // One request and its answer.
    [[nodiscard]] std::optional<Wire::HostReply> ask(const Wire::HostRequest &request, std::span<const int> descriptors,
                                                     std::chrono::milliseconds timeout);

    const pid_t m_pid;
    const Descriptor m_process; // the process itself, whatever becomes of its number
    const Descriptor m_control; // open until the end: stop() shuts it down from another thread
    const std::chrono::milliseconds m_startTimeout;
    std::mutex m_mutex;
    std::atomic_bool m_lost = false;
    std::mutex m_reapMutex;
    bool m_reaped = false;
};

} // namespace Chartline::Worker
