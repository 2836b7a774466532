// SPDX-License-Identifier: Apache-2.0
#include "worker/Sandbox.h"

#include "worker/Descriptor.h"
#include "worker/SystemCallFilter.h"

#include <QByteArrayList>
#include <algorithm>
#include <array>
#include <csignal>
#include <linux/capability.h>
#include <linux/landlock.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace Chartline::Worker {

namespace {

enum Flag : quint32 { Seccomp = 1, NetNamespace = 2, NoNewPrivileges = 4, NoCapabilities = 8, MemoryLimit = 16 };

bool dropCapabilities()
{
    prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
    for (unsigned long capability = 0; capability <= CAP_LAST_CAP; ++capability)
        prctl(PR_CAPBSET_DROP, capability, 0, 0, 0);
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> none{};
    return syscall(SYS_capset, &header, none.data()) == 0;
}

bool limit(__rlimit_resource resource, quint64 value)
{
    rlimit now{};
    if (getrlimit(resource, &now) != 0)
        return false;
    const rlim_t wanted = std::min<rlim_t>(value, now.rlim_max);
    const rlimit both{wanted, wanted};
    return setrlimit(resource, &both) == 0;
}

// True where memory is limited.
bool limitResources(const SandboxLimits &limits, const Isolation &isolation)
{
    constexpr quint64 stack = quint64(8) << 20;
    constexpr quint64 files = 16; // its channel, and two arenas while they are mapped
    constexpr quint64 threads = 1024;
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, files);
    limit(RLIMIT_STACK, stack);
    limit(RLIMIT_MEMLOCK, 0);
    limit(RLIMIT_MSGQUEUE, 0);
    if (!limits.keepsErrorStream)
        limit(RLIMIT_FSIZE, 0);
    // In a namespace of its own it counts only the workers; elsewhere everything of this user, and a codec could not
    // start its threads.
    if (isolation.userNamespace)
        limit(RLIMIT_NPROC, threads);
#ifdef CHARTLINE_SANITIZED // its shadow memory is larger than any limit
    return false;
#else
    return limit(RLIMIT_AS, limits.memory);
#endif
}

} // namespace

QByteArray SandboxState::text() const
{
    QByteArrayList parts;
    if (seccomp)
        parts << "seccomp";
    if (landlock > 0)
        parts << "landlock " + QByteArray::number(landlock);
    if (netNamespace)
        parts << "net namespace";
    if (noCapabilities && noNewPrivileges)
        parts << "no privileges";
    if (memoryLimit)
        parts << "memory limit";
    return parts.isEmpty() ? QByteArray("none") : parts.join(", ");
}

quint32 SandboxState::flags() const
{
    return (seccomp ? Seccomp : 0u) | (netNamespace ? NetNamespace : 0u) | (noNewPrivileges ? NoNewPrivileges : 0u)
           | (noCapabilities ? NoCapabilities : 0u) | (memoryLimit ? MemoryLimit : 0u);
}

SandboxState SandboxState::fromFlags(quint32 flags, int landlock)
{
    SandboxState state;
    state.seccomp = flags & Seccomp;
    state.netNamespace = flags & NetNamespace;
    state.noNewPrivileges = flags & NoNewPrivileges;
    state.noCapabilities = flags & NoCapabilities;
    state.memoryLimit = flags & MemoryLimit;
    state.landlock = landlock;
    return state;
}

Isolation isolate()
{
    Isolation isolation;
    // Whoever is no administrator may do so only within a user namespace of his own, where the system allows those.
    if (unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC) == 0)
        isolation = {true, true};
    else if (unshare(CLONE_NEWNET | CLONE_NEWIPC) == 0)
        isolation = {false, true};
    (void)dropCapabilities();
    return isolation;
}

// Handles every right up to the known level and grants none. See Documentation/userspace-api/landlock.rst of the
// kernel.
int restrictByLandlock()
{
#ifdef SYS_landlock_create_ruleset
    constexpr int known = 6;
    const long offered = syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (offered < 1)
        return 0;
    const int level = std::min(int(offered), known);
    landlock_ruleset_attr attributes{};
    attributes.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
    if (level >= 2)
        attributes.handled_access_fs |= LANDLOCK_ACCESS_FS_REFER;
    if (level >= 3)
        attributes.handled_access_fs |= LANDLOCK_ACCESS_FS_TRUNCATE;
    if (level >= 4)
        attributes.handled_access_net = LANDLOCK_ACCESS_NET_BIND_TCP | LANDLOCK_ACCESS_NET_CONNECT_TCP;
    if (level >= 5)
        attributes.handled_access_fs |= LANDLOCK_ACCESS_FS_IOCTL_DEV;
    if (level >= 6)
        attributes.scoped = LANDLOCK_SCOPE_ABSTRACT_UNIX_SOCKET | LANDLOCK_SCOPE_SIGNAL;
    const Descriptor ruleset(int(syscall(SYS_landlock_create_ruleset, &attributes, sizeof(attributes), 0)));
    if (!ruleset.isOpen() || syscall(SYS_landlock_restrict_self, ruleset.get(), 0) != 0)
        return 0;
    return level;
#else
    return 0;
#endif
}

SandboxState enterSandbox(const SandboxLimits &limits, const Isolation &isolation)
{
    SandboxState state;
    state.netNamespace = isolation.netNamespace;
    state.memoryLimit = limitResources(limits, isolation);
    state.noCapabilities = dropCapabilities();
    state.noNewPrivileges = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
    state.landlock = restrictByLandlock();
    state.seccomp = filterSystemCalls();
    return state;
}

} // namespace Chartline::Worker
