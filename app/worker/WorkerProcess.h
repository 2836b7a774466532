// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "worker/Arena.h"
#include "worker/Caller.h"
#include "worker/HostProcess.h"
#include "worker/Sandbox.h"

namespace Chartline::Worker {

// The client's side of one worker. Belongs to one thread at a time. Nothing the worker sends is trusted.
class WorkerProcess
{
public:
    [[nodiscard]] static Expected<std::unique_ptr<WorkerProcess>> start(std::shared_ptr<HostProcess> host,
                                                                        std::chrono::milliseconds timeout);
    // Kills it.
    ~WorkerProcess();
    WorkerProcess(const WorkerProcess &) = delete;
    WorkerProcess &operator=(const WorkerProcess &) = delete;

    [[nodiscard]] Expected<Reply> exchange(const Call &call, std::chrono::milliseconds timeout);

    [[nodiscard]] pid_t pid() const { return m_pid; }
    [[nodiscard]] const SandboxState &sandbox() const { return m_sandbox; }
    // False after it failed in any way that may have left it in a bad state.
    [[nodiscard]] bool isReusable() const { return m_reusable; }
    // Idle and waiting: neither ended nor saying anything unasked.
    [[nodiscard]] bool isQuiet() const;
    [[nodiscard]] int served() const { return m_served; }
    // What it says it needed at most; bytes.
    [[nodiscard]] quint64 peakMemory() const { return m_peakMemory; }
    // Shared memory kept for it; bytes.
    [[nodiscard]] std::size_t arenaSize() const { return m_input.size() + m_output.size(); }

private:
    WorkerProcess(std::shared_ptr<HostProcess> host, HostProcess::Started started);

    [[nodiscard]] Expected<void> send(const Call &call, const Wire::Patience &patience);
    [[nodiscard]] Expected<Reply> receive(const Call &call, const Wire::Patience &patience);
    [[nodiscard]] Expected<Reply> receiveBody(const Wire::ReplyHeader &header, const Call &call,
                                              const Wire::Patience &patience);
    [[nodiscard]] std::optional<std::vector<Wire::Slice>> copyInputs(const Call &call);
    [[nodiscard]] std::unexpected<Failure> broken(Wire::Io io);
    [[nodiscard]] std::unexpected<Failure> lost();

    std::shared_ptr<HostProcess> m_host;
    pid_t m_pid;
    bool m_reported = false; // the host has forgotten it
    Descriptor m_channel;
    SandboxState m_sandbox;
    Arena m_input{Arena::Direction::ToWorker};
    Arena m_output{Arena::Direction::FromWorker};
    quint64 m_lastId = 0;
    std::size_t m_inputUsed = 0;
    quint64 m_peakMemory = 0;
    int m_served = 0;
    bool m_reusable = true;
};

} // namespace Chartline::Worker
