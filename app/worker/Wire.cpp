// SPDX-License-Identifier: Apache-2.0
#include "worker/Wire.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>

namespace Chartline::Worker::Wire {

namespace {

constexpr std::size_t s_maxParts = 8;
constexpr std::size_t s_maxDescriptors = 2;
constexpr std::chrono::milliseconds s_cancelInterval{10};

struct ControlBuffer
{
    alignas(cmsghdr) std::array<char, CMSG_SPACE(s_maxDescriptors * sizeof(int))> bytes{};
};

bool wouldBlock()
{
    return errno == EAGAIN || errno == EWOULDBLOCK;
}

Io waitFor(int socket, short events, const Patience &patience)
{
    while (true) {
        if (patience.cancel && patience.cancel->load(std::memory_order_relaxed))
            return Io::Cancelled;
        std::optional<std::chrono::milliseconds> slice;
        if (patience.cancel)
            slice = s_cancelInterval;
        if (patience.until) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(*patience.until - Clock::now());
            if (left.count() <= 0)
                return Io::TimedOut;
            slice = std::min(slice.value_or(left), left);
        }
        // poll() takes an int; a longer wait is waited for in parts.
        const int timeout = slice ? int(std::min<qint64>(slice->count(), 1'000'000)) : -1;
        pollfd waiting{socket, events, 0};
        const int ready = ::poll(&waiting, 1, timeout);
        if (ready > 0)
            return Io::Done;
        if (ready < 0 && errno != EINTR)
            return Io::Closed;
    }
}

// Puts the descriptors beside the first bytes of a message.
void attach(msghdr &message, ControlBuffer &control, std::span<const int> descriptors)
{
    const std::size_t size = descriptors.size_bytes();
    message.msg_control = control.bytes.data();
    message.msg_controllen = CMSG_SPACE(size);
    cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(size);
    std::memcpy(CMSG_DATA(header), descriptors.data(), size);
}

void detach(msghdr &message, std::vector<Descriptor> &descriptors)
{
    for (cmsghdr *header = CMSG_FIRSTHDR(&message); header; header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS)
            continue;
        const std::size_t count = (header->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (std::size_t i = 0; i < count; ++i) {
            int fd = -1;
            std::memcpy(&fd, CMSG_DATA(header) + i * sizeof(int), sizeof(int));
            descriptors.emplace_back(fd);
        }
    }
}

} // namespace

Io send(int socket, std::span<const std::span<const std::byte>> parts, std::span<const int> descriptors,
        const Patience &patience)
{
    std::array<iovec, s_maxParts> pieces{};
    std::size_t count = 0;
    for (const auto part : parts.first(std::min(parts.size(), s_maxParts))) {
        if (!part.empty())
            pieces[count++] = {const_cast<std::byte *>(part.data()), part.size()};
    }
    ControlBuffer control;
    std::size_t first = 0;
    bool attached = descriptors.empty();
    while (first < count) {
        msghdr message{};
        message.msg_iov = &pieces[first];
        message.msg_iovlen = count - first;
        if (!attached)
            attach(message, control, descriptors.first(std::min(descriptors.size(), s_maxDescriptors)));
        const ssize_t sent = ::sendmsg(socket, &message, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent < 0) {
            if (errno == EINTR)
                continue;
            if (!wouldBlock())
                return Io::Closed;
            if (const Io ready = waitFor(socket, POLLOUT, patience); ready != Io::Done)
                return ready;
            continue;
        }
        attached = true;
        for (auto left = std::size_t(sent); left > 0;) {
            iovec &piece = pieces[first];
            const std::size_t taken = std::min(left, piece.iov_len);
            piece.iov_base = static_cast<char *>(piece.iov_base) + taken;
            piece.iov_len -= taken;
            left -= taken;
            if (piece.iov_len == 0)
                ++first;
        }
    }
    return Io::Done;
}

Io receive(int socket, std::span<std::byte> buffer, std::vector<Descriptor> *descriptors, const Patience &patience)
{
    ControlBuffer control;
    while (!buffer.empty()) {
        iovec piece{buffer.data(), buffer.size()};
        msghdr message{};
        message.msg_iov = &piece;
        message.msg_iovlen = 1;
        if (descriptors) {
            message.msg_control = control.bytes.data();
            message.msg_controllen = control.bytes.size();
        }
        const ssize_t got = ::recvmsg(socket, &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
        if (got == 0)
            return Io::Closed;
        if (got < 0) {
            if (errno == EINTR)
                continue;
            if (!wouldBlock())
                return Io::Closed;
            if (const Io ready = waitFor(socket, POLLIN, patience); ready != Io::Done)
                return ready;
            continue;
        }
        if (descriptors)
            detach(message, *descriptors);
        buffer = buffer.subspan(std::size_t(got));
    }
    return Io::Done;
}

} // namespace Chartline::Worker::Wire
