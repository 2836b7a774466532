// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "worker/Caller.h"
#include "worker/Handler.h"
#include "worker/Wire.h"

#include <QByteArrayList>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <numeric>
#include <stdexcept>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

// What the workers of tst_worker are asked to do: some of it useful, most of it what a decoder taken over by a hostile
// file would try.
namespace Chartline::Test {

using Worker::HandlerReply;
using Worker::HandlerRequest;
using Worker::HandlerResult;

// Reads "fd:errno" of an attempt that was allowed to come back.
inline HandlerReply attempted(qint64 result)
{
    return HandlerResult{result < 0 ? "errno " + QByteArray::number(errno) : QByteArray("succeeded")};
}

inline HandlerReply echo(const HandlerRequest &request)
{
    QByteArray all = request.bytes.toByteArray();
    for (const QByteArrayView input : request.inputs)
        all += input;
    return HandlerResult{all};
}

inline HandlerReply copy(const HandlerRequest &request)
{
    const QByteArrayView input = request.inputs.at(0);
    std::memcpy(request.output.data(), input.data(), request.output.size());
    return HandlerResult{{}, input.size()};
}

// The input backwards into the output: every byte is read and written, none stays where it was.
inline HandlerReply backwards(const HandlerRequest &request)
{
    const QByteArrayView input = request.inputs.at(0);
    const std::size_t size = std::min(std::size_t(input.size()), request.output.size());
    std::memcpy(request.output.data(), input.data(), size);
    std::reverse(request.output.begin(), request.output.begin() + qsizetype(size));
    return HandlerResult{{}, qsizetype(size)};
}

// The output as it was given, and what lies behind the input.
inline HandlerReply peek(const HandlerRequest &request)
{
    QByteArray seen(reinterpret_cast<const char *>(request.output.data()), qsizetype(request.output.size()));
    if (!request.inputs.empty())
        seen += QByteArray(request.inputs[0].data() + request.inputs[0].size(), 4096);
    return HandlerResult{seen, qsizetype(request.output.size())};
}

// Fills all of the output but says that it filled `bytes`.
inline HandlerReply fill(const HandlerRequest &request)
{
    std::ranges::fill(request.output, std::byte{0xAA});
    return HandlerResult{
        {}, request.bytes.isEmpty() ? qsizetype(request.output.size()) : request.bytes.toByteArray().toLongLong()};
}

inline HandlerReply slow(const HandlerRequest &request)
{
    std::this_thread::sleep_for(std::chrono::milliseconds(request.bytes.toByteArray().toInt()));
    return HandlerResult{"slept"};
}

inline HandlerReply loop(const HandlerRequest &)
{
    volatile unsigned turns = 0;
    while (true)
        turns = turns + 1;
}

inline HandlerReply nullWrite(const HandlerRequest &request)
{
    auto *volatile target = reinterpret_cast<volatile char *>(request.bytes.size());
    *target = 1;
    return HandlerResult{"survived"};
}

inline int descend(int depth)
{
    volatile char frame[1024];
    frame[0] = char(depth);
    return depth < 0 ? frame[0] : descend(depth + 1) + frame[0];
}

inline HandlerReply recurse(const HandlerRequest &)
{
    return HandlerResult{QByteArray::number(descend(1))};
}

inline HandlerReply allocate(const HandlerRequest &request)
{
    const auto size = std::size_t(request.bytes.toByteArray().toULongLong());
    std::vector<char> memory(size, 'x');
    return HandlerResult{QByteArray(1, memory[size / 2])};
}

inline HandlerReply fork(const HandlerRequest &)
{
    while (true) {
        if (::fork() < 0)
            return attempted(-1);
    }
}

// Threads without end, and none of them ends.
inline HandlerReply threadBomb(const HandlerRequest &)
{
    while (true)
        std::thread([] { loop({}); }).detach();
}

inline HandlerReply threads(const HandlerRequest &)
{
    std::atomic_int sum = 0;
    std::vector<std::jthread> workers;
    for (int i = 1; i <= 4; ++i)
        workers.emplace_back([&sum, i] { sum += i; });
    workers.clear();
    return HandlerResult{QByteArray::number(sum)};
}

inline HandlerReply environment(const HandlerRequest &)
{
    QByteArrayList variables;
    for (char **variable = environ; *variable; ++variable)
        variables << *variable;
    return HandlerResult{variables.join('\n')};
}

inline HandlerReply localHour(const HandlerRequest &request)
{
    const std::time_t time = request.bytes.toByteArray().toLongLong();
    std::tm parts{};
    localtime_r(&time, &parts);
    return HandlerResult{QByteArray::number(parts.tm_hour) + ':' + QByteArray::number(parts.tm_min)};
}

// Answers over the handler's head.
inline HandlerReply lie(const HandlerRequest &request)
{
    using namespace Worker;
    const QByteArray what = request.bytes.toByteArray();
    Wire::ReplyHeader header;
    header.ok = 1;
    header.id = 1; // the tests ask a fresh worker
    if (what == "size")
        header.bytesSize = ~quint64(0) / 2;
    else if (what == "short")
        header.bytesSize = 1'000'000;
    else if (what == "output")
        header.outputUsed = request.output.size() + 1;
    else if (what == "id")
        header.id = 2;
    else if (what == "magic")
        header.magic = 0;
    else if (what == "failure")
        header = {.ok = 0, .id = 1, .failure = 77};
    else if (what == "local-failure") // one that only the client may find
        header = {.ok = 0, .id = 1, .failure = quint32(Worker::FailureCode::Cancelled)};
    else if (what == "detail")
        header = {.ok = 0, .id = 1, .failure = 0, .detailSize = 1u << 30};
    (void)!::write(Wire::s_channel, &header, sizeof(header));
    if (what == "close")
        ::close(Wire::s_channel);
    if (what != "twice")
        return loop(request);
    return HandlerResult{"second"};
}

inline HandlerReply oversizedReply(const HandlerRequest &request)
{
    return HandlerResult{QByteArray(request.bytes.toByteArray().toLongLong(), 'r')};
}

inline HandlerReply attack(const HandlerRequest &request)
{
    const QByteArray what = request.bytes.toByteArray();
    char *none[] = {nullptr};
    if (what == "open")
        return attempted(::open("/etc/passwd", O_RDONLY));
    if (what == "proc")
        return attempted(::open("/proc/self/mem", O_RDONLY));
    if (what == "list")
        return attempted(::open("/", O_RDONLY | O_DIRECTORY));
    if (what == "stat")
        return attempted(::access("/etc/passwd", R_OK));
    if (what == "create")
        return attempted(::open("/tmp/chartline-worker-was-here", O_WRONLY | O_CREAT, 0600));
    if (what == "truncate")
        return attempted(::open("/tmp", O_TRUNC));
    if (what == "write")
        return attempted(::open("/dev/null", O_RDWR));
    if (what == "unlink")
        return attempted(::unlink("/tmp/chartline-worker-was-here"));
    if (what == "socket")
        return attempted(::socket(AF_INET, SOCK_STREAM, 0));
    if (what == "unix-socket")
        return attempted(::socket(AF_UNIX, SOCK_STREAM, 0));
    if (what == "exec")
        return attempted(::execve("/bin/true", none, none));
    if (what == "kill-parent")
        return attempted(::kill(::getppid(), SIGKILL));
    if (what == "kill-all")
        return attempted(::kill(-1, SIGKILL));
    if (what == "ptrace")
        return attempted(::ptrace(PTRACE_ATTACH, ::getppid(), nullptr, nullptr));
    if (what == "pidfd")
        return attempted(::syscall(SYS_pidfd_open, ::getppid(), 0));
    if (what == "limits")
        return attempted(::syscall(SYS_prlimit64, ::getppid(), 0, nullptr, nullptr));
    if (what == "executable") {
        void *memory = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        return attempted(::mprotect(memory, 4096, PROT_READ | PROT_EXEC));
    }
    if (what == "shared-memory") {
        void *memory = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        return attempted(memory == MAP_FAILED ? -1 : 0);
    }
    if (what == "write-input") { // what was given to read
        const auto page = reinterpret_cast<quintptr>(request.inputs.at(0).data()) & ~quintptr(4095);
        return attempted(::mprotect(reinterpret_cast<void *>(page), 4096, PROT_READ | PROT_WRITE));
    }
    return attempted(-1);
}

inline Worker::Handlers workerHandlers()
{
    Worker::Handlers handlers;
    handlers.byOp = {
        {"echo", echo},
        {"copy", copy},
        {"backwards", backwards},
        {"peek", peek},
        {"fill", fill},
        {"slow", slow},
        {"loop", loop},
        {"null", nullWrite},
        {"abort", [](const HandlerRequest &) -> HandlerReply { std::abort(); }},
        {"exit", [](const HandlerRequest &) -> HandlerReply { ::_exit(7); }},
        {"recurse", recurse},
        {"allocate", allocate},
        {"fork", fork},
        {"thread-bomb", threadBomb},
        {"threads", threads},
        {"environment", environment},
        {"hour", localHour},
        {"lie", lie},
        {"big", oversizedReply},
        {"attack", attack},
        {"throw", [](const HandlerRequest &) -> HandlerReply { throw std::runtime_error("the file's own words"); }},
        {"throw-int", [](const HandlerRequest &) -> HandlerReply { throw 7; }},
        {"refuse",
         [](const HandlerRequest &) -> HandlerReply {
             return std::unexpected(Worker::HandlerFailure{"truncated", "frame\n3\x01\xff" + QByteArray(5000, 'd')});
         }},
    };
    handlers.prepare.emplace_back([] { ::setenv("PREPARED", "once", 0); });
    return handlers;
}

} // namespace Chartline::Test
