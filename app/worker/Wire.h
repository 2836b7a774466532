// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "worker/Descriptor.h"

#include <QtTypes>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <sys/types.h>
#include <vector>

// What goes over the sockets between this program and its own host and workers: same binary, same machine, so plain
// structures. Whoever reads what a worker sent checks every field.
namespace Chartline::Worker::Wire {

inline constexpr quint32 s_magic = 0x574c4843; // "CHLW"
inline constexpr quint32 s_version = 1;
inline constexpr int s_channel = 3; // the descriptor of the host's control socket, and of a worker's channel

// Client to host; Start carries the worker's end of a new channel. Start and Status are answered.
enum class HostOp : quint32 {
    Start = 1,
    Status, // kills the worker if it still runs, waits, and says how it ended
    Drop, // kills it and forgets it
};

struct HostRequest
{
    quint32 magic = s_magic;
    HostOp op = HostOp::Start;
    pid_t pid = 0;
};

struct HostReply
{
    quint32 magic = s_magic;
    pid_t pid = 0; // negative: -errno
    int status = 0; // as of waitpid()
};

// A worker's first words.
struct Hello
{
    quint32 magic = s_magic;
    quint32 version = s_version;
    quint32 sandbox = 0; // SandboxState::flags()
    qint32 landlock = 0;
};

// Followed by the op, `inputCount` slices, and the bytes. A new arena's descriptor comes along: input before output.
struct RequestHeader
{
    quint32 magic = s_magic;
    quint32 opSize = 0;
    quint64 id = 0;
    quint64 bytesSize = 0;
    quint64 newInputArena = 0; // its size, where there is a new one
    quint64 newOutputArena = 0;
    quint64 outputSize = 0;
    quint64 inputCount = 0;
};

struct Slice
{
    quint64 offset = 0;
    quint64 size = 0;
};

// Followed by the reason, the detail and the bytes.
struct ReplyHeader
{
    quint32 magic = s_magic;
    quint32 ok = 0;
    quint64 id = 0;
    quint32 failure = 0; // FailureCode, where not ok
    quint32 reasonSize = 0;
    quint32 detailSize = 0;
    quint32 padding = 0;
    quint64 bytesSize = 0;
    quint64 outputUsed = 0;
    quint64 peakMemory = 0; // of the process so far, bytes
};

using Clock = std::chrono::steady_clock;

// How long to wait for the other side.
struct Patience
{
    std::optional<Clock::time_point> until;
    const std::atomic_bool *cancel = nullptr;
};

enum class Io { Done, Closed, TimedOut, Cancelled };

// Sends all parts, with descriptors beside the first byte. Never raises SIGPIPE.
[[nodiscard]] Io send(int socket, std::span<const std::span<const std::byte>> parts, std::span<const int> descriptors,
                      const Patience &patience);
// Fills the buffer. Descriptors that come along are kept where asked for, otherwise closed by the kernel.
[[nodiscard]] Io receive(int socket, std::span<std::byte> buffer, std::vector<Descriptor> *descriptors,
                         const Patience &patience);

template<typename T>
std::span<const std::byte> bytesOf(const T &value)
{
    return std::as_bytes(std::span(&value, 1));
}
template<typename T>
std::span<std::byte> writableBytesOf(T &value)
{
    return std::as_writable_bytes(std::span(&value, 1));
}

} // namespace Chartline::Worker::Wire
