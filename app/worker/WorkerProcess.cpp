// SPDX-License-Identifier: Apache-2.0
#include "worker/WorkerProcess.h"

#include "worker/Dispatch.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <sys/wait.h>

namespace Chartline::Worker {

namespace {

// So that a decoder may read words from the start of an input.
constexpr std::size_t s_alignment = 64;

std::span<const std::byte> readable(QByteArrayView bytes)
{
    return std::as_bytes(std::span(bytes.data(), std::size_t(bytes.size())));
}

// What a worker may say of itself; the rest is for the client to find out.
bool mayReport(quint32 failure)
{
    switch (FailureCode(failure)) {
    case FailureCode::Refused:
    case FailureCode::Threw:
    case FailureCode::OutOfMemory:
    case FailureCode::UnknownOp:
    case FailureCode::TooLarge:
    case FailureCode::Protocol: return true;
    default: return false;
    }
}

bool isSound(const Wire::ReplyHeader &header, quint64 id, std::size_t outputSize)
{
    if (header.magic != Wire::s_magic || header.id != id || header.ok > 1)
        return false;
    if (header.ok)
        return header.reasonSize == 0 && header.detailSize == 0 && header.bytesSize <= quint64(s_maxReplySize)
               && header.outputUsed <= outputSize;
    return mayReport(header.failure) && header.reasonSize <= quint32(s_maxReason)
           && header.detailSize <= quint32(s_maxDetail) && header.bytesSize == 0 && header.outputUsed == 0;
}

// After these a worker is as it was; after an exception or with no memory left a library may not be.
bool leavesWorkerSound(FailureCode code)
{
    return code == FailureCode::Refused || code == FailureCode::UnknownOp || code == FailureCode::TooLarge;
}

} // namespace

WorkerProcess::WorkerProcess(std::shared_ptr<HostProcess> host, HostProcess::Started started)
    : m_host(std::move(host))
    , m_pid(started.pid)
    , m_channel(std::move(started.channel))
{ }

WorkerProcess::~WorkerProcess()
{
    if (!m_reported)
        m_host->drop(m_pid);
}

Expected<std::unique_ptr<WorkerProcess>> WorkerProcess::start(std::shared_ptr<HostProcess> host,
                                                              std::chrono::milliseconds timeout)
{
    auto started = host->startWorker();
    if (!started)
        return std::unexpected(std::move(started).error());
    std::unique_ptr<WorkerProcess> worker(new WorkerProcess(std::move(host), *std::move(started)));
    Wire::Hello hello;
    const Wire::Patience patience{Wire::Clock::now() + timeout, nullptr};
    const Wire::Io io = Wire::receive(worker->m_channel.get(), Wire::writableBytesOf(hello), nullptr, patience);
    if (io != Wire::Io::Done) {
        Failure failure = worker->broken(io).error();
        failure.code = FailureCode::Unavailable;
        failure.detail = "greeting";
        return std::unexpected(std::move(failure));
    }
    if (hello.magic != Wire::s_magic || hello.version != Wire::s_version)
        return fail(FailureCode::Unavailable, "version");
    worker->m_sandbox = SandboxState::fromFlags(hello.sandbox, hello.landlock);
    return worker;
}

bool WorkerProcess::isQuiet() const
{
    // A worker ends with its host, a moment later.
    if (m_host->isLost())
        return false;
    char byte = 0;
    const ssize_t got = ::recv(m_channel.get(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
}

Expected<Reply> WorkerProcess::exchange(const Call &call, std::chrono::milliseconds timeout)
{
    // Until it has answered; an exception on the way leaves it so.
    m_reusable = false;
    ++m_served;
    const Wire::Patience patience{Wire::Clock::now() + timeout, call.cancel};
    auto reply = send(call, patience).and_then([&] { return receive(call, patience); });
    m_reusable = reply || (!m_reported && leavesWorkerSound(reply.error().code));
    return reply;
}

std::optional<std::vector<Wire::Slice>> WorkerProcess::copyInputs(const Call &call)
{
    std::vector<Wire::Slice> slices;
    slices.reserve(call.inputs.size());
    std::size_t end = 0;
    for (const QByteArrayView input : call.inputs) {
        const std::size_t start = (end + s_alignment - 1) / s_alignment * s_alignment;
        slices.push_back({start, quint64(input.size())});
        end = start + std::size_t(input.size());
    }
    if (!m_input.reserve(end))
        return std::nullopt;
    std::size_t written = 0;
    for (std::size_t i = 0; i < slices.size(); ++i) {
        m_input.wipe(written, slices[i].offset);
        m_input.write(slices[i].offset, readable(call.inputs[i]));
        written = slices[i].offset + slices[i].size;
    }
    // What the call before left behind it.
    m_input.wipe(written, m_inputUsed);
    m_inputUsed = written;
    return slices;
}

Expected<void> WorkerProcess::send(const Call &call, const Wire::Patience &patience)
{
    const auto slices = copyInputs(call);
    if (!slices || !m_output.reserve(call.output.size()))
        return fail(FailureCode::OutOfMemory, "shared memory");
    Wire::RequestHeader header;
    header.opSize = quint32(call.op.size());
    header.id = ++m_lastId;
    header.bytesSize = quint64(call.bytes.size());
    header.outputSize = call.output.size();
    header.inputCount = slices->size();
    std::vector<int> descriptors;
    if (m_input.fresh().isOpen()) {
        header.newInputArena = m_input.size();
        descriptors.push_back(m_input.fresh().get());
    }
    if (m_output.fresh().isOpen()) {
        header.newOutputArena = m_output.size();
        descriptors.push_back(m_output.fresh().get());
    }
    const std::array parts{Wire::bytesOf(header), readable(call.op), std::as_bytes(std::span(*slices)),
                           readable(call.bytes)};
    if (const Wire::Io io = Wire::send(m_channel.get(), parts, descriptors, patience); io != Wire::Io::Done)
        return broken(io);
    m_input.handedOver();
    m_output.handedOver();
    return {};
}

Expected<Reply> WorkerProcess::receive(const Call &call, const Wire::Patience &patience)
{
    Wire::ReplyHeader header;
    if (const auto io = Wire::receive(m_channel.get(), Wire::writableBytesOf(header), nullptr, patience);
        io != Wire::Io::Done)
        return broken(io);
    if (!isSound(header, m_lastId, call.output.size()))
        return fail(FailureCode::Protocol, "header");
    m_peakMemory = header.peakMemory;
    return receiveBody(header, call, patience);
}

Expected<Reply> WorkerProcess::receiveBody(const Wire::ReplyHeader &header, const Call &call,
                                           const Wire::Patience &patience)
{
    const auto part = [&](quint64 size, QByteArray &bytes) {
        bytes = QByteArray(qsizetype(size), Qt::Uninitialized);
        return Wire::receive(m_channel.get(),
                             std::as_writable_bytes(std::span(bytes.data(), std::size_t(bytes.size()))), nullptr,
                             patience);
    };
    Failure failure;
    Reply reply;
    Wire::Io io = part(header.reasonSize, failure.reason);
    if (io == Wire::Io::Done)
        io = part(header.detailSize, failure.detail);
    if (io == Wire::Io::Done)
        io = part(header.bytesSize, reply.bytes);
    if (io != Wire::Io::Done)
        return broken(io);
    if (!header.ok) {
        failure.code = FailureCode(header.failure);
        failure.reason = plainAscii(failure.reason, s_maxReason);
        failure.detail = plainAscii(failure.detail, s_maxDetail);
        return std::unexpected(std::move(failure));
    }
    reply.outputUsed = qsizetype(header.outputUsed);
    const auto filled = m_output.first(header.outputUsed);
    if (!filled.empty())
        std::memcpy(call.output.data(), filled.data(), filled.size());
    if (const auto rest = call.output.subspan(filled.size()); !rest.empty())
        std::memset(rest.data(), 0, rest.size());
    return reply;
}

std::unexpected<Failure> WorkerProcess::broken(Wire::Io io)
{
    switch (io) {
    case Wire::Io::TimedOut: return fail(FailureCode::TimedOut);
    case Wire::Io::Cancelled: return fail(FailureCode::Cancelled);
    case Wire::Io::Done:
    case Wire::Io::Closed: break;
    }
    return lost();
}

std::unexpected<Failure> WorkerProcess::lost()
{
    Failure failure;
    failure.code = FailureCode::Lost;
    const auto status = m_host->statusOf(m_pid);
    m_reported = true;
    if (!status)
        failure.detail = "host";
    else if (WIFSIGNALED(*status))
        failure.signal = WTERMSIG(*status);
    else if (WIFEXITED(*status))
        failure.exitStatus = WEXITSTATUS(*status);
    return std::unexpected(std::move(failure));
}

} // namespace Chartline::Worker
