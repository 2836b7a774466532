// SPDX-License-Identifier: Apache-2.0
#include "worker/Host.h"

#include "worker/HostArguments.h"
#include "worker/Sandbox.h"
#include "worker/Serve.h"
#include "worker/SystemCallFilter.h"
#include "worker/Wire.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <map>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace Chartline::Worker {

namespace {

constexpr int s_exitUsage = 64;
constexpr int s_exitPrepare = 70;

// Workers go before the window when memory runs out (the kernel's range is -1000 to 1000). Before PR_SET_DUMPABLE:
// after it the file belongs to root.
void offerToMemoryKiller()
{
    const Descriptor file(::open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC));
    if (file.isOpen())
        (void)!::write(file.get(), "800", 3);
}

void hardenHost()
{
    offerToMemoryKiller();
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    prctl(PR_SET_NAME, "chartline-host", 0, 0, 0);
    umask(077);
    std::signal(SIGXFSZ, SIG_IGN);
    // Read now and kept: no worker can open the file of the time zone.
    tzset();
}

bool isControlSocket(int fd)
{
    int type = 0;
    socklen_t size = sizeof(type);
    return getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_SEQPACKET;
}

class Host
{
public:
    Host(const Handlers &handlers, const SandboxLimits &limits, const Isolation &isolation)
        : m_handlers(handlers)
        , m_limits(limits)
        , m_isolation(isolation)
    { }

    // Until the client is gone. Children are waited for as they end: SIGCHLD comes through only while ppoll() waits.
    void run()
    {
        sigset_t childEnded;
        sigemptyset(&childEnded);
        sigaddset(&childEnded, SIGCHLD);
        sigset_t waiting;
        sigprocmask(SIG_BLOCK, &childEnded, &waiting);
        std::signal(SIGCHLD, [](int) { });
        do {
            reap();
            pollfd control{Wire::s_channel, POLLIN, 0};
            (void)ppoll(&control, 1, nullptr, &waiting);
        } while (handleOne());
        endAll();
    }

private:
    struct Child
    {
        std::optional<int> status; // has ended and been waited for
        bool dropped = false;
    };

    [[nodiscard]] bool handleOne();
    void start(Descriptor channel);
    void tellStatus(pid_t pid);
    void drop(pid_t pid);
    void reap();
    void endAll();
    [[noreturn]] void becomeWorker(Descriptor channel, pid_t host) const;
    static void answer(const Wire::HostReply &reply);

    const Handlers &m_handlers;
    SandboxLimits m_limits;
    Isolation m_isolation;
    // Every child not yet reported or dropped: a process id in here with no status is a child of this process, and no
    // other process can have it.
    std::map<pid_t, Child> m_children;
};

// Takes one request, if there is one. False: the client is gone.
bool Host::handleOne()
{
    Wire::HostRequest request;
    std::vector<Descriptor> descriptors;
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))];
    iovec piece{&request, sizeof(request)};
    msghdr message{};
    message.msg_iov = &piece;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof(control);
    const ssize_t got = ::recvmsg(Wire::s_channel, &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    if (got < 0)
        return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
    for (cmsghdr *header = CMSG_FIRSTHDR(&message); header; header = CMSG_NXTHDR(&message, header)) {
        int fd = -1;
        if (header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS) {
            std::memcpy(&fd, CMSG_DATA(header), sizeof(int));
            descriptors.emplace_back(fd);
        }
    }
    if (got != ssize_t(sizeof(request)) || request.magic != Wire::s_magic)
        return false;
    switch (request.op) {
    case Wire::HostOp::Start:
        if (descriptors.size() != 1)
            return false;
        start(std::move(descriptors.front()));
        return true;
    case Wire::HostOp::Status: tellStatus(request.pid); return true;
    case Wire::HostOp::Drop: drop(request.pid); return true;
    }
    return false;
}

void Host::answer(const Wire::HostReply &reply)
{
    const std::span<const std::byte> part = Wire::bytesOf(reply);
    // A client that is gone is noticed when next read from.
    (void)Wire::send(Wire::s_channel, std::span(&part, 1), {}, {});
}

void Host::start(Descriptor channel)
{
    Wire::HostReply reply;
    const pid_t host = getpid();
    reply.pid = fork();
    if (reply.pid == 0)
        becomeWorker(std::move(channel), host);
    if (reply.pid < 0)
        reply.pid = -errno;
    else
        m_children[reply.pid] = {};
    answer(reply);
}

void Host::becomeWorker(Descriptor channel, pid_t host) const
{
    setsid();
    prctl(PR_SET_NAME, "chartline-work", 0, 0, 0);
    std::signal(SIGCHLD, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    (void)!nice(5);
    // The control socket is replaced: only the host has it.
    if (::dup2(channel.release(), Wire::s_channel) < 0 || ::close_range(Wire::s_channel + 1, ~0U, 0) != 0)
        _exit(s_exitUsage);
    // The host has one thread, so that its end and not a thread's is meant. It may have ended before this was asked.
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    if (getppid() != host)
        _exit(0);
    serve(Wire::s_channel, m_handlers, enterSandbox(m_limits, m_isolation));
}

void Host::tellStatus(pid_t pid)
{
    Wire::HostReply reply;
    const auto child = m_children.find(pid);
    if (child == m_children.end()) {
        reply.pid = -ESRCH;
        answer(reply);
        return;
    }
    if (!child->second.status) {
        // No effect on one that is dying already: it keeps its own reason.
        kill(pid, SIGKILL);
        int status = 0;
        while (waitpid(pid, &status, 0) < 0 && errno == EINTR) { }
        child->second.status = status;
    }
    reply.pid = pid;
    reply.status = *child->second.status;
    m_children.erase(child);
    answer(reply);
}

void Host::drop(pid_t pid)
{
    const auto child = m_children.find(pid);
    if (child == m_children.end())
        return;
    if (child->second.status) {
        m_children.erase(child);
        return;
    }
    kill(pid, SIGKILL);
    child->second.dropped = true;
}

void Host::reap()
{
    int status = 0;
    for (pid_t pid = waitpid(-1, &status, WNOHANG); pid > 0; pid = waitpid(-1, &status, WNOHANG)) {
        const auto child = m_children.find(pid);
        if (child == m_children.end())
            continue;
        if (child->second.dropped)
            m_children.erase(child);
        else
            child->second.status = status;
    }
}

void Host::endAll()
{
    for (const auto &[pid, child] : m_children) {
        if (!child.status)
            kill(pid, SIGKILL);
    }
    for (const auto &[pid, child] : m_children) {
        while (!child.status && waitpid(pid, nullptr, 0) < 0 && errno == EINTR) { }
    }
}

} // namespace

bool isHost(int argc, const char *const *argv)
{
    return argc >= 2 && std::strcmp(argv[1], s_hostArgument) == 0;
}

int runHost(int argc, char *argv[], const Handlers &handlers)
{
    if (!isHost(argc, argv) || !isControlSocket(Wire::s_channel))
        return s_exitUsage;
    hardenHost();
    SandboxLimits limits;
    if (argc >= 3)
        limits.memory = std::strtoull(argv[2], nullptr, 10);
    limits.keepsErrorStream = std::getenv(s_errorStreamVariable) != nullptr;
    prepareSystemCallFilter();
    try {
        for (const auto &prepare : handlers.prepare)
            prepare();
        Host(handlers, limits, isolate()).run();
    } catch (...) {
        _exit(s_exitPrepare);
    }
    // Nothing of the libraries is worth taking down in order.
    _exit(0);
}

} // namespace Chartline::Worker
