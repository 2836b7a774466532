// SPDX-License-Identifier: Apache-2.0
#include "worker/Serve.h"

#include "worker/Arena.h"
#include "worker/Dispatch.h"
#include "worker/Wire.h"

#include <algorithm>
#include <array>
#include <sys/resource.h>
#include <unistd.h>

namespace Chartline::Worker {

namespace {

constexpr int s_exitProtocol = 65;

quint64 peakMemory()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return quint64(usage.ru_maxrss) * 1024;
}

std::span<std::byte> writable(QByteArray &bytes)
{
    return std::as_writable_bytes(std::span(bytes.data(), std::size_t(bytes.size())));
}

std::span<const std::byte> readable(const QByteArray &bytes)
{
    return std::as_bytes(std::span(bytes.constData(), std::size_t(bytes.size())));
}

// Requests come from the program that made this process: what does not fit together is a fault of its own, and ends
// the worker.
class Server
{
public:
    Server(int channel, const Handlers &handlers)
        : m_channel(channel)
        , m_handlers(handlers)
    { }

    void greet(const SandboxState &state) const
    {
        Wire::Hello hello;
        hello.sandbox = state.flags();
        hello.landlock = state.landlock;
        const std::span<const std::byte> part = Wire::bytesOf(hello);
        if (Wire::send(m_channel, std::span(&part, 1), {}, {}) != Wire::Io::Done)
            _exit(0);
    }

    void serveOne()
    {
        Wire::RequestHeader header;
        std::vector<Descriptor> descriptors;
        receive(Wire::writableBytesOf(header), &descriptors);
        expect(header.magic == Wire::s_magic && header.opSize <= quint64(s_maxOpSize)
               && header.bytesSize <= quint64(s_maxRequestSize) && header.inputCount <= quint64(s_maxInputs));
        QByteArray op(qsizetype(header.opSize), Qt::Uninitialized);
        receive(writable(op));
        std::vector<Wire::Slice> slices(header.inputCount);
        receive(std::as_writable_bytes(std::span(slices)));
        QByteArray bytes(qsizetype(header.bytesSize), Qt::Uninitialized);
        receive(writable(bytes));
        reply(header, take(header, op, bytes, slices, descriptors));
    }

private:
    static void expect(bool sound)
    {
        if (!sound)
            _exit(s_exitProtocol);
    }

    void receive(std::span<std::byte> buffer, std::vector<Descriptor> *descriptors = nullptr) const
    {
        if (Wire::receive(m_channel, buffer, descriptors, {}) != Wire::Io::Done)
            _exit(0);
    }

    [[nodiscard]] bool mapArenas(const Wire::RequestHeader &header, std::span<const Descriptor> descriptors)
    {
        const std::size_t expected = (header.newInputArena ? 1u : 0u) + (header.newOutputArena ? 1u : 0u);
        expect(descriptors.size() == expected);
        if (header.newInputArena) {
            m_input.reset();
            auto mapping = Mapping::map(descriptors.front().get(), header.newInputArena, false);
            if (!mapping)
                return false;
            m_input = std::move(*mapping);
        }
        if (header.newOutputArena) {
            m_output.reset();
            auto mapping = Mapping::map(descriptors.back().get(), header.newOutputArena, true);
            if (!mapping)
                return false;
            m_output = std::move(*mapping);
            m_outputUsed = 0;
        }
        return true;
    }

    [[nodiscard]] Outcome take(const Wire::RequestHeader &header, const QByteArray &op, const QByteArray &bytes,
                               std::span<const Wire::Slice> slices, std::span<const Descriptor> descriptors)
    {
        if (!mapArenas(header, descriptors))
            return fail(FailureCode::OutOfMemory, "mapping");
        HandlerRequest request;
        request.bytes = bytes;
        const auto input = m_input.bytes();
        for (const Wire::Slice &slice : slices) {
            expect(slice.offset <= input.size() && slice.size <= input.size() - slice.offset);
            const auto part = input.subspan(slice.offset, slice.size);
            request.inputs.emplace_back(part.data(), qsizetype(part.size()));
        }
        expect(header.outputSize <= m_output.bytes().size());
        // Not by the client: here the memory is in the right core's cache for the handler.
        const auto old = m_output.bytes().first(std::max(m_outputUsed, header.outputSize));
        std::ranges::fill(old, std::byte{});
        m_outputUsed = header.outputSize;
        request.output = m_output.bytes().first(header.outputSize);
        return dispatch(m_handlers, op, request);
    }

    void reply(const Wire::RequestHeader &request, const Outcome &outcome) const
    {
        Wire::ReplyHeader header;
        header.id = request.id;
        header.peakMemory = peakMemory();
        std::array<std::span<const std::byte>, 4> parts;
        if (outcome) {
            header.ok = 1;
            header.outputUsed = quint64(outcome->outputUsed);
            header.bytesSize = quint64(outcome->bytes.size());
            parts[3] = readable(outcome->bytes);
        } else {
            const Failure &failure = outcome.error();
            header.failure = quint32(failure.code);
            header.reasonSize = quint32(failure.reason.size());
            header.detailSize = quint32(failure.detail.size());
            parts[1] = readable(failure.reason);
            parts[2] = readable(failure.detail);
        }
        parts[0] = Wire::bytesOf(header);
        if (Wire::send(m_channel, parts, {}, {}) != Wire::Io::Done)
            _exit(0);
    }

    int m_channel;
    const Handlers &m_handlers;
    Mapping m_input;
    Mapping m_output;
    quint64 m_outputUsed = 0; // by the call before
};

} // namespace

void serve(int channel, const Handlers &handlers, const SandboxState &state)
{
    // Without destructors and exit handlers: those belong to the host.
    try {
        Server server(channel, handlers);
        server.greet(state);
        while (true)
            server.serveOne();
    } catch (...) {
        _exit(s_exitProtocol);
    }
}

} // namespace Chartline::Worker
