// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <cstdio>
#include <fcntl.h>
#include <functional>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

namespace Chartline::Test {

// Runs a check on a disk of its own, of a few KiB, in a child process with private mounts: the true ENOSPC and EROFS
// of the kernel, without being root. Where the system allows no such thing, the answer is Unavailable.
class SmallDisk
{
public:
    enum class Outcome { Passed, Failed, Unavailable };

    // The folder the disk is mounted on: any empty folder. Bytes: the size of the disk.
    SmallDisk(QString folder, qint64 bytes)
        : m_folder(std::move(folder))
        , m_bytes(bytes)
    { }

    // `check` runs in the child and gives an empty text when all is as it should be, else what is wrong.
    [[nodiscard]] Outcome run(const std::function<QByteArray()> &check) const
    {
        std::fflush(nullptr);
        const pid_t child = fork();
        if (child < 0)
            return Outcome::Unavailable;
        if (child == 0) {
            if (!enter())
                _exit(77);
            const QByteArray wrong = check();
            if (!wrong.isEmpty())
                std::fprintf(stderr, "on the small disk: %s\n", wrong.constData());
            std::fflush(nullptr);
            _exit(wrong.isEmpty() ? 0 : 1);
        }
        int status = 0;
        waitpid(child, &status, 0);
        if (WIFEXITED(status) && WEXITSTATUS(status) == 77)
            return Outcome::Unavailable;
        return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? Outcome::Passed : Outcome::Failed;
    }

    // For a check: makes the disk read-only, or writable again.
    [[nodiscard]] bool setReadOnly(bool readOnly) const
    {
        unsigned long flags = MS_REMOUNT;
        if (readOnly)
            flags |= MS_RDONLY;
        return mount(nullptr, m_folder.toLocal8Bit().constData(), nullptr, flags, nullptr) == 0;
    }

private:
    static bool put(const char *path, const QByteArray &text)
    {
        const int file = open(path, O_WRONLY | O_CLOEXEC);
        const bool done = file >= 0 && write(file, text.constData(), size_t(text.size())) == text.size();
        if (file >= 0)
            close(file);
        return done;
    }
    [[nodiscard]] bool enter() const
    {
        const QByteArray user = QByteArray::number(getuid());
        const QByteArray group = QByteArray::number(getgid());
        if (unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
            return false;
        put("/proc/self/setgroups", "deny");
        return put("/proc/self/uid_map", "0 " + user + " 1") && put("/proc/self/gid_map", "0 " + group + " 1")
               && mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
               && mount("tmpfs", m_folder.toLocal8Bit().constData(), "tmpfs", 0,
                        ("size=" + QByteArray::number(m_bytes)).constData())
                      == 0;
    }

    QString m_folder;
    qint64 m_bytes = 0;
};

} // namespace Chartline::Test
