// SPDX-License-Identifier: Apache-2.0
#include "worker/HostProcess.h"

#include "worker/HostArguments.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace Chartline::Worker {

namespace {

constexpr std::chrono::seconds s_answerTimeout{20};
constexpr std::chrono::seconds s_endTimeout{5};

std::unexpected<Failure> unavailable(const char *step, int error)
{
    return fail(FailureCode::Unavailable, QByteArray(step) + ' ' + QByteArray::number(error));
}

// What libraries need, and nothing of what the program was started with.
std::vector<QByteArray> hostEnvironment(const LaunchOptions &options)
{
    std::vector<QByteArray> environment{"LANG=C.UTF-8", "LC_ALL=C.UTF-8"};
    // A name that glibc reads once: with none it would ask for the file again, within the sandbox, and go on in UTC.
    const char *zone = std::getenv("TZ");
    environment.push_back(QByteArray("TZ=") + (zone ? zone : ":/etc/localtime"));
    std::vector<const char *> kept{"LD_LIBRARY_PATH", s_errorStreamVariable};
#ifdef CHARTLINE_SANITIZED
    kept.insert(kept.end(), {"ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"});
#endif
    for (const char *name : kept) {
        if (const char *value = std::getenv(name))
            environment.push_back(QByteArray(name) + '=' + value);
    }
    environment.insert(environment.end(), options.environment.begin(), options.environment.end());
    return environment;
}

std::vector<char *> pointers(std::vector<QByteArray> &strings)
{
    std::vector<char *> result;
    result.reserve(strings.size() + 1);
    for (QByteArray &string : strings)
        result.push_back(string.data());
    result.push_back(nullptr);
    return result;
}

// posix_spawn() does not copy this process's page tables, which are large in a program that shows images.
int spawn(const LaunchOptions &options, int control, pid_t *pid)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, control, Wire::s_channel);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDWR, 0);
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO);
    if (!std::getenv(s_errorStreamVariable))
        posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO);
    posix_spawn_file_actions_addclosefrom_np(&actions, Wire::s_channel + 1);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t set;
    sigemptyset(&set);
    posix_spawnattr_setsigmask(&attributes, &set);
    sigfillset(&set);
    posix_spawnattr_setsigdefault(&attributes, &set);
    // A session of its own: what is typed in a terminal to end the program does not reach it.
    posix_spawnattr_setflags(&attributes, short(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID));
    std::vector<QByteArray> arguments{"chartline", s_hostArgument, QByteArray::number(options.memoryLimit)};
    std::vector<QByteArray> environment = hostEnvironment(options);
    const int result = posix_spawn(pid, options.program.constData(), &actions, &attributes, pointers(arguments).data(),
                                   pointers(environment).data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return result;
}

// Waits for a child to end by itself, kills it otherwise.
void end(pid_t pid, const Descriptor &process)
{
    pollfd waiting{process.get(), POLLIN, 0};
    if (process.isOpen() && ::poll(&waiting, 1, int(std::chrono::milliseconds(s_endTimeout).count())) > 0)
        return;
    if (process.isOpen())
        (void)syscall(SYS_pidfd_send_signal, process.get(), SIGKILL, nullptr, 0);
    else
        ::kill(pid, SIGKILL); // not waited for yet: nobody else has its number
}

} // namespace

HostProcess::HostProcess(pid_t pid, Descriptor control, std::chrono::milliseconds startTimeout)
    : m_pid(pid)
    , m_process(int(syscall(SYS_pidfd_open, pid, 0)))
    , m_control(std::move(control))
    , m_startTimeout(startTimeout)
{ }

Expected<std::shared_ptr<HostProcess>> HostProcess::launch(const LaunchOptions &options)
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return unavailable("socketpair", errno);
    Descriptor ours(ends[0]);
    const Descriptor theirs(ends[1]);
    // No PR_SET_PDEATHSIG for a host: that is sent when the thread ends that started it, which may be one of a pool.
    // The end of the control socket is what it goes by.
    pid_t pid = 0;
    if (const int error = spawn(options, theirs.get(), &pid); error != 0)
        return unavailable("spawn", error);
    return std::shared_ptr<HostProcess>(new HostProcess(pid, std::move(ours), options.startTimeout));
}

HostProcess::~HostProcess()
{
    stop();
}

bool HostProcess::isLost()
{
    if (m_lost)
        return true;
    // Whoever holds the lock is talking to it, and finds out.
    const std::unique_lock lock(m_mutex, std::try_to_lock);
    if (!lock.owns_lock())
        return false;
    // Between requests there is nothing to read but its end.
    pollfd control{m_control.get(), POLLIN, 0};
    if (::poll(&control, 1, 0) > 0)
        m_lost = true;
    return m_lost;
}

std::optional<Wire::HostReply> HostProcess::ask(const Wire::HostRequest &request, std::span<const int> descriptors,
                                                std::chrono::milliseconds timeout)
{
    const std::scoped_lock lock(m_mutex);
    if (m_lost)
        return std::nullopt;
    const Wire::Patience patience{Wire::Clock::now() + timeout, nullptr};
    const std::span<const std::byte> part = Wire::bytesOf(request);
    Wire::HostReply reply;
    if (Wire::send(m_control.get(), std::span(&part, 1), descriptors, patience) != Wire::Io::Done
        || (request.op != Wire::HostOp::Drop
            && (Wire::receive(m_control.get(), Wire::writableBytesOf(reply), nullptr, patience) != Wire::Io::Done
                || reply.magic != Wire::s_magic))) {
        // An answer that comes later would be taken for another's.
        m_lost = true;
        return std::nullopt;
    }
    return reply;
}

Expected<HostProcess::Started> HostProcess::startWorker()
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return unavailable("socketpair", errno);
    Descriptor ours(ends[0]);
    const Descriptor theirs(ends[1]);
    const int fd = theirs.get();
    const auto reply = ask({.op = Wire::HostOp::Start}, std::span(&fd, 1), m_startTimeout);
    if (!reply)
        return fail(FailureCode::Unavailable, "host");
    if (reply->pid < 0)
        return unavailable("fork", -reply->pid);
    return Started{reply->pid, std::move(ours)};
}

std::optional<int> HostProcess::statusOf(pid_t worker)
{
    const auto reply = ask({.op = Wire::HostOp::Status, .pid = worker}, {}, s_answerTimeout);
    return reply && reply->pid == worker ? std::optional(reply->status) : std::nullopt;
}

void HostProcess::drop(pid_t worker)
{
    (void)ask({.op = Wire::HostOp::Drop, .pid = worker}, {}, s_answerTimeout);
}

void HostProcess::stop()
{
    // Without the lock: whoever waits for an answer holds it, and this wakes him.
    m_lost = true;
    ::shutdown(m_control.get(), SHUT_RDWR);
    const std::scoped_lock lock(m_reapMutex);
    if (m_reaped)
        return;
    // It waits for its workers. Killed, it takes them along (PR_SET_PDEATHSIG).
    end(m_pid, m_process);
    while (::waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) { }
    m_reaped = true;
}

} // namespace Chartline::Worker
