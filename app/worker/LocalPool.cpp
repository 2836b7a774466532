// SPDX-License-Identifier: Apache-2.0
#include "worker/LocalPool.h"

#include "worker/Dispatch.h"

#include <algorithm>
#include <cstring>

namespace Chartline::Worker {

Expected<Reply> runLocal(const Handlers &handlers, const Call &call)
{
    if (const auto fits = checkLimits(call); !fits)
        return std::unexpected(fits.error());
    if (call.cancel && call.cancel->load())
        return fail(FailureCode::Cancelled);
    try {
        // Its own output, as in a worker: all zero, and the caller's is untouched where it fails.
        std::vector<std::byte> output(call.output.size());
        const HandlerRequest request{call.bytes, {call.inputs.begin(), call.inputs.end()}, output};
        Outcome outcome = dispatch(handlers, call.op, request);
        if (!outcome)
            return std::unexpected(std::move(outcome).error());
        std::fill(output.begin() + outcome->outputUsed, output.end(), std::byte{});
        std::ranges::copy(output, call.output.begin());
        return Reply{std::move(outcome->bytes), outcome->outputUsed};
    } catch (const std::bad_alloc &) {
        return fail(FailureCode::OutOfMemory);
    }
}

LocalPool::LocalPool(Handlers handlers)
    : m_handlers(std::move(handlers))
{
    for (const auto &prepare : m_handlers.prepare)
        prepare();
}

Expected<Reply> LocalPool::call(const Call &call)
{
    return runLocal(m_handlers, call);
}

} // namespace Chartline::Worker
