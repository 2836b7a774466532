// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <expected>
#include <span>

namespace Chartline::Worker {

// Limits of one call, in bytes; what is larger is refused before anything is sent.
inline constexpr qsizetype s_maxOpSize = 64;
inline constexpr qsizetype s_maxRequestSize = qsizetype(64) << 20;
inline constexpr qsizetype s_maxReplySize = qsizetype(256) << 20;
inline constexpr qsizetype s_maxInputsSize = qsizetype(2) << 30; // all inputs together
inline constexpr qsizetype s_maxOutputSize = qsizetype(2) << 30;
inline constexpr qsizetype s_maxInputs = 65536;

enum class FailureCode {
    Refused, // the handler's own answer: reason and detail are what it said
    Threw, // an exception left the handler; detail is its type
    OutOfMemory, // there, or here while the reply was received
    UnknownOp,
    Lost, // the worker died: signal (SIGSYS: a forbidden system call) or exitStatus
    TimedOut, // and was killed
    Cancelled, // and was killed, where it had begun
    TooLarge, // detail: "op", "request", "inputs", "output" or "reply"
    Protocol, // the answer made no sense; the worker was killed
    Unavailable, // no worker could be started; detail says where it stopped
    Closed,
};

// The word of a code, for logs: "timed-out".
[[nodiscard]] QByteArray failureName(FailureCode code);

struct Failure
{
    FailureCode code = FailureCode::Lost;
    // Both are short printable ASCII. With Refused they come from a process that read hostile bytes: compare reason
    // with the known ones, and do not show detail as the program's own word.
    QByteArray reason;
    QByteArray detail;
    int signal = 0;
    int exitStatus = -1; // -1: not known, or ended by a signal

    // One line for logs and tests: "lost: signal 11".
    [[nodiscard]] QByteArray text() const;
};

template<typename T>
using Expected = std::expected<T, Failure>;

[[nodiscard]] inline std::unexpected<Failure> fail(FailureCode code, QByteArray detail = {})
{
    Failure failure;
    failure.code = code;
    failure.detail = std::move(detail);
    return std::unexpected(std::move(failure));
}

struct Call
{
    QByteArrayView op = {};
    QByteArrayView bytes = {}; // what is asked: small parameters
    std::span<const QByteArrayView> inputs = {}; // large data, handed over in shared memory
    std::span<std::byte> output = {}; // where large results go; untouched where the call fails
    const std::atomic_bool *cancel = nullptr; // looked at every 10 ms
    std::chrono::milliseconds timeout{0}; // from the moment a worker has it; 0: the pool's
};

struct Reply
{
    QByteArray bytes;
    // How much of the output the handler says it filled, never more than there is. The rest is zero.
    qsizetype outputUsed = 0;
};

// Something that answers calls. A call blocks; any thread may call.
class Caller
{
public:
    Caller() = default;
    virtual ~Caller() = default;
    Caller(const Caller &) = delete;
    Caller &operator=(const Caller &) = delete;

    [[nodiscard]] virtual Expected<Reply> call(const Call &call) = 0;
};

// Refuses what exceeds the limits above.
[[nodiscard]] Expected<void> checkLimits(const Call &call);

} // namespace Chartline::Worker
