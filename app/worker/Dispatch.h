// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "worker/Caller.h"
#include "worker/Handler.h"

namespace Chartline::Worker {

// What became of a request: the same in a worker and in this process.
using Outcome = Expected<HandlerResult>;

// Runs the handler of an op. Whatever it throws, claims or says too much of becomes a failure.
[[nodiscard]] Outcome dispatch(const Handlers &handlers, QByteArrayView op, const HandlerRequest &request);

// At most `limit` characters, others than printable ASCII replaced by '?'.
[[nodiscard]] QByteArray plainAscii(QByteArrayView text, qsizetype limit);

inline constexpr qsizetype s_maxReason = 64;
inline constexpr qsizetype s_maxDetail = 1024;

} // namespace Chartline::Worker
