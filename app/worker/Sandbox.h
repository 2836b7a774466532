// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <sys/types.h>

namespace Chartline::Worker {

// What holds a worker; which of it there is depends on the kernel and on what this process itself may do.
struct SandboxState
{
    bool seccomp = false;
    bool netNamespace = false; // an empty one: no interface, not even loopback
    bool noNewPrivileges = false;
    bool noCapabilities = false;
    bool memoryLimit = false;
    int landlock = 0; // the level in use; 0: none

    // True where files and network are out of its reach.
    [[nodiscard]] bool isConfined() const { return seccomp || landlock > 0; }
    // "seccomp, landlock 6, net namespace, memory limit"; "none".
    [[nodiscard]] QByteArray text() const;

    [[nodiscard]] quint32 flags() const;
    [[nodiscard]] static SandboxState fromFlags(quint32 flags, int landlock);
};

struct SandboxLimits
{
    quint64 memory = quint64(4) << 30; // of address space, bytes
    bool keepsErrorStream = false; // a developer reads it, perhaps from a file
};

struct Isolation
{
    bool userNamespace = false;
    bool netNamespace = false;
};

// Once, in the single-threaded host: an empty network and no capability for it and all its children.
[[nodiscard]] Isolation isolate();

// Forbids this process every path, TCP port, abstract socket and signal to others that the kernel's Landlock knows to
// forbid, and answers its level; 0: there is none. Needs PR_SET_NO_NEW_PRIVS.
[[nodiscard]] int restrictByLandlock();

// In a worker, before it reads anything: ends with the host, keeps only its channel, and gives up everything but
// computing. What the kernel does not offer is left out and missing in the answer.
[[nodiscard]] SandboxState enterSandbox(const SandboxLimits &limits, const Isolation &isolation);

} // namespace Chartline::Worker
