// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <cstddef>
#include <expected>
#include <functional>
#include <span>
#include <vector>

namespace Chartline::Worker {

// What a handler is given. Views are valid until it returns.
struct HandlerRequest
{
    QByteArrayView bytes;
    std::vector<QByteArrayView> inputs;
    std::span<std::byte> output; // all zero
};

struct HandlerResult
{
    QByteArray bytes;
    qsizetype outputUsed = 0; // how much of the output is filled, from its start
};

// The handler's own failure. Only printable ASCII gets through, 64 and 1024 characters of it. Nothing read from a file
// may stand in either: they end in logs and reports.
struct HandlerFailure
{
    QByteArray reason; // one of a set the caller knows
    QByteArray detail;
};

using HandlerReply = std::expected<HandlerResult, HandlerFailure>;

// In a worker there are no files, no network, no new processes and no time zone but the local one: whatever a library
// reads when first used (dictionaries, converters, colour profiles) has to be read in a prepare hook. Threads are
// allowed; they have to have ended when the handler returns. Exceptions become failures.
using Handler = std::function<HandlerReply(const HandlerRequest &)>;

struct Handlers
{
    QHash<QByteArray, Handler> byOp;
    // Run once in the host process, before any worker is forked from it and before anything is forbidden. They must
    // not start threads, which a fork would lose, nor throw.
    std::vector<std::function<void()>> prepare;
};

} // namespace Chartline::Worker
