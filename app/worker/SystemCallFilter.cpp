// SPDX-License-Identifier: Apache-2.0
#include "worker/SystemCallFilter.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <memory>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>
#include <vector>

namespace Chartline::Worker {

namespace {

// What glibc's malloc, threads and clocks, the C++ runtime, codecs and the channel use. A name that an architecture
// does not have is a number of libseccomp's own, for which no rule is made.
constexpr std::array s_allowed{
    // The channel and the error stream
    SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(readv), SCMP_SYS(writev), SCMP_SYS(recvmsg), SCMP_SYS(sendmsg),
    SCMP_SYS(recvfrom), SCMP_SYS(sendto), SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(close), SCMP_SYS(fstat),
    SCMP_SYS(lseek),
    // Memory; mmap and mprotect have rules of their own
    SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(brk), SCMP_SYS(membarrier),
    // Threads
    SCMP_SYS(futex), SCMP_SYS(set_robust_list), SCMP_SYS(rseq), SCMP_SYS(set_tid_address), SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity), SCMP_SYS(getcpu),
    // Time
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep),
    SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(times),
    // Signals to itself, and the end
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),
    SCMP_SYS(restart_syscall), SCMP_SYS(exit), SCMP_SYS(exit_group),
    // Questions about itself
    SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(getppid), SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid),
    SCMP_SYS(getegid), SCMP_SYS(getrusage), SCMP_SYS(getrandom), SCMP_SYS(uname), SCMP_SYS(sysinfo)};

// Stands for the process itself in a program made before there was one: larger than any process id.
constexpr std::uint32_t s_self = 0x5e1f5e1f;

// Made once in the host, while nothing else has used the heap: libseccomp 2.6.0 reads memory it has not set, and ends
// the process where that holds pointers of others.
std::vector<sock_filter> s_program;

// What only an attack asks for.
constexpr std::array s_fatal{
    // Programs and processes
    SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev), SCMP_SYS(process_madvise), SCMP_SYS(pidfd_open), SCMP_SYS(pidfd_getfd),
    SCMP_SYS(pidfd_send_signal), SCMP_SYS(tkill), SCMP_SYS(rt_sigqueueinfo), SCMP_SYS(rt_tgsigqueueinfo),
    SCMP_SYS(kcmp),
    // Network
    SCMP_SYS(socket), SCMP_SYS(socketpair), SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(listen), SCMP_SYS(accept),
    SCMP_SYS(accept4), SCMP_SYS(socketcall),
    // Changing files
    SCMP_SYS(creat), SCMP_SYS(unlink), SCMP_SYS(unlinkat), SCMP_SYS(rename), SCMP_SYS(renameat), SCMP_SYS(renameat2),
    SCMP_SYS(mkdir), SCMP_SYS(mkdirat), SCMP_SYS(rmdir), SCMP_SYS(mknod), SCMP_SYS(mknodat), SCMP_SYS(symlink),
    SCMP_SYS(symlinkat), SCMP_SYS(link), SCMP_SYS(linkat), SCMP_SYS(chmod), SCMP_SYS(fchmod), SCMP_SYS(fchmodat),
    SCMP_SYS(chown), SCMP_SYS(fchown), SCMP_SYS(lchown), SCMP_SYS(fchownat), SCMP_SYS(truncate), SCMP_SYS(setxattr),
    SCMP_SYS(lsetxattr), SCMP_SYS(fsetxattr), SCMP_SYS(open_by_handle_at),
    // The system
    SCMP_SYS(mount), SCMP_SYS(umount2), SCMP_SYS(pivot_root), SCMP_SYS(chroot), SCMP_SYS(fsopen), SCMP_SYS(fsconfig),
    SCMP_SYS(fsmount), SCMP_SYS(fspick), SCMP_SYS(move_mount), SCMP_SYS(open_tree), SCMP_SYS(mount_setattr),
    SCMP_SYS(unshare), SCMP_SYS(setns), SCMP_SYS(init_module), SCMP_SYS(finit_module), SCMP_SYS(delete_module),
    SCMP_SYS(kexec_load), SCMP_SYS(kexec_file_load), SCMP_SYS(bpf), SCMP_SYS(perf_event_open), SCMP_SYS(userfaultfd),
    SCMP_SYS(io_uring_setup), SCMP_SYS(io_uring_enter), SCMP_SYS(io_uring_register), SCMP_SYS(add_key),
    SCMP_SYS(request_key), SCMP_SYS(keyctl), SCMP_SYS(setuid), SCMP_SYS(setgid), SCMP_SYS(setresuid),
    SCMP_SYS(setresgid), SCMP_SYS(setgroups), SCMP_SYS(capset), SCMP_SYS(reboot), SCMP_SYS(swapon), SCMP_SYS(swapoff),
    SCMP_SYS(sethostname), SCMP_SYS(settimeofday), SCMP_SYS(clock_settime), SCMP_SYS(ioperm), SCMP_SYS(iopl),
    SCMP_SYS(personality), SCMP_SYS(modify_ldt), SCMP_SYS(quotactl), SCMP_SYS(acct), SCMP_SYS(syslog)};

class Filter
{
public:
    Filter()
        : m_context(seccomp_init(SCMP_ACT_ERRNO(EPERM)), &seccomp_release)
    { }

    // The filter as the kernel takes it; empty where it could not be made.
    [[nodiscard]] std::vector<sock_filter> program()
    {
        // System calls of another architecture would pass by the numbers above.
        std::size_t size = 0;
        if (!m_context || !addRules()
            || seccomp_attr_set(m_context.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) != 0
            || seccomp_export_bpf_mem(m_context.get(), nullptr, &size) != 0)
            return {};
        std::vector<sock_filter> program(size / sizeof(sock_filter));
        if (seccomp_export_bpf_mem(m_context.get(), program.data(), &size) != 0)
            return {};
        return program;
    }

private:
    void add(std::uint32_t action, int call) { add(action, call, {}); }
    void add(std::uint32_t action, int call, std::initializer_list<scmp_arg_cmp> conditions)
    {
        const int result =
            seccomp_rule_add_array(m_context.get(), action, call, unsigned(conditions.size()), std::data(conditions));
        m_complete = m_complete && result == 0;
    }
    static scmp_arg_cmp equal(unsigned argument, scmp_datum_t value) { return {argument, SCMP_CMP_EQ, value, 0}; }
    static scmp_arg_cmp differs(unsigned argument, scmp_datum_t value) { return {argument, SCMP_CMP_NE, value, 0}; }
    static scmp_arg_cmp masked(unsigned argument, scmp_datum_t mask, scmp_datum_t value)
    {
        return {argument, SCMP_CMP_MASKED_EQ, mask, value};
    }

    bool addRules();
    void addMemory();
    void addThreads();
    void addFiles();
    void addSignals();

    std::unique_ptr<void, decltype(&seccomp_release)> m_context;
    bool m_complete = true;
};

bool Filter::addRules()
{
    for (const int call : s_allowed)
        add(SCMP_ACT_ALLOW, call);
    for (const int call : s_fatal)
        add(SCMP_ACT_KILL_PROCESS, call);
#ifdef CHARTLINE_SANITIZED // whose runtime finds out with a pipe whether memory can be read
    add(SCMP_ACT_ALLOW, SCMP_SYS(pipe));
    add(SCMP_ACT_ALLOW, SCMP_SYS(pipe2));
#endif
    addMemory();
    addThreads();
    addFiles();
    addSignals();
    return m_complete;
}

// Nothing new becomes code. Shared memory is of a file that was handed over: without one it would count for no limit of
// what is a process's own (RLIMIT_DATA, setrlimit(2)).
void Filter::addMemory()
{
    add(SCMP_ACT_ALLOW, SCMP_SYS(mprotect), {masked(2, PROT_EXEC, 0)});
    for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mmap2)}) {
        add(SCMP_ACT_ALLOW, call, {masked(2, PROT_EXEC, 0), masked(3, MAP_SHARED, 0)});
        add(SCMP_ACT_ALLOW, call, {masked(2, PROT_EXEC, 0), masked(3, MAP_ANONYMOUS, 0)});
    }
}

void Filter::addThreads()
{
    // The flags of clone3() are behind a pointer; glibc then takes clone().
    add(SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3));
    constexpr scmp_datum_t spaces = CLONE_NEWNS | CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWPID | CLONE_NEWIPC
                                    | CLONE_NEWUTS | CLONE_NEWCGROUP | CLONE_PTRACE;
    add(SCMP_ACT_ALLOW, SCMP_SYS(clone), {masked(0, CLONE_THREAD | spaces, CLONE_THREAD)});
    add(SCMP_ACT_KILL_PROCESS, SCMP_SYS(clone), {masked(0, CLONE_THREAD, 0)});
    add(SCMP_ACT_ALLOW, SCMP_SYS(prctl), {equal(0, PR_SET_NAME)});
    add(SCMP_ACT_ALLOW, SCMP_SYS(prctl), {equal(0, PR_SET_VMA)});
    // getrlimit() of its own, which pthread_getattr_np() asks for.
    add(SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), {equal(0, 0), equal(2, 0)});
}

// Opening to read answers EPERM as everything else does.
void Filter::addFiles()
{
    for (const scmp_datum_t flag : {scmp_datum_t(O_CREAT), scmp_datum_t(O_TRUNC)}) {
        add(SCMP_ACT_KILL_PROCESS, SCMP_SYS(open), {masked(1, flag, flag)});
        add(SCMP_ACT_KILL_PROCESS, SCMP_SYS(openat), {masked(2, flag, flag)});
    }
    for (const scmp_datum_t mode : {scmp_datum_t(O_WRONLY), scmp_datum_t(O_RDWR)}) {
        add(SCMP_ACT_KILL_PROCESS, SCMP_SYS(open), {masked(1, O_ACCMODE, mode)});
        add(SCMP_ACT_KILL_PROCESS, SCMP_SYS(openat), {masked(2, O_ACCMODE, mode)});
    }
    for (const scmp_datum_t command : {scmp_datum_t(F_GETFD), scmp_datum_t(F_GETFL)})
        add(SCMP_ACT_ALLOW, SCMP_SYS(fcntl), {equal(1, command)});
}

// abort() and assertions signal the process itself.
void Filter::addSignals()
{
    const scmp_datum_t self = s_self;
    for (const int call : {SCMP_SYS(kill), SCMP_SYS(tgkill)}) {
        add(SCMP_ACT_ALLOW, call, {equal(0, self)});
        add(SCMP_ACT_KILL_PROCESS, call, {differs(0, self)});
    }
}

} // namespace

bool prepareSystemCallFilter()
{
    s_program = Filter().program();
    return !s_program.empty();
}

bool filterSystemCalls()
{
    if (s_program.empty() && !prepareSystemCallFilter())
        return false;
    std::vector<sock_filter> program = s_program;
    const auto self = std::uint32_t(getpid());
    std::ptrdiff_t places = 0;
    for (sock_filter &step : program) {
        if (BPF_CLASS(step.code) == BPF_JMP && step.k == s_self) {
            step.k = self;
            ++places;
        }
    }
    if (places == 0 || program.size() > BPF_MAXINSNS)
        return false;
    const sock_fprog whole{static_cast<unsigned short>(program.size()), program.data()};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &whole) == 0;
}

} // namespace Chartline::Worker
