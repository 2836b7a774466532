// SPDX-License-Identifier: Apache-2.0
#include "base/FileDescriptor.h"

#include <cerrno>
#include <unistd.h>

namespace Chartline {

FileDescriptor &FileDescriptor::operator=(FileDescriptor &&other) noexcept
{
    if (this != &other) {
        close();
        m_fd = std::exchange(other.m_fd, -1);
    }
    return *this;
}

int FileDescriptor::close()
{
    const int fd = std::exchange(m_fd, -1);
    // Linux frees the number even when close() is interrupted, so it is never tried again.
    if (fd < 0 || ::close(fd) == 0 || errno == EINTR)
        return 0;
    return errno;
}

} // namespace Chartline
