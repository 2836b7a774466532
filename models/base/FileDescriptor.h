// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

namespace Chartline {

// An open file of the operating system, closed when it goes. Used where QFile cannot say enough: flock, pread, fsync
// and the exact errno of a failure.
class FileDescriptor
{
public:
    FileDescriptor() = default;
    explicit FileDescriptor(int fd)
        : m_fd(fd)
    { }
    ~FileDescriptor() { close(); }
    FileDescriptor(FileDescriptor &&other) noexcept
        : m_fd(std::exchange(other.m_fd, -1))
    { }
    FileDescriptor &operator=(FileDescriptor &&other) noexcept;
    FileDescriptor(const FileDescriptor &) = delete;
    FileDescriptor &operator=(const FileDescriptor &) = delete;

    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }
    [[nodiscard]] int get() const { return m_fd; }
    // The errno of close(2), 0 when all is well or nothing was open.
    int close();

private:
    int m_fd = -1;
};

} // namespace Chartline
