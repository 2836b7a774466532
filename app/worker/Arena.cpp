// SPDX-License-Identifier: Apache-2.0
#include "worker/Arena.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <linux/memfd.h>
#include <sys/mman.h>

namespace Chartline::Worker {

namespace {

constexpr std::size_t s_smallest = std::size_t(1) << 20;
constexpr std::size_t s_step = std::size_t(64) << 10;

Descriptor makeMemory()
{
    // Never executable; kernels before 6.3 do not know the flag.
    int fd = ::memfd_create("chartline", MFD_CLOEXEC | MFD_ALLOW_SEALING | MFD_NOEXEC_SEAL);
    if (fd < 0 && errno == EINVAL)
        fd = ::memfd_create("chartline", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    return Descriptor(fd);
}

bool allocate(int fd, std::size_t size)
{
    int result = -1;
    do {
        result = ::fallocate(fd, 0, 0, off_t(size));
    } while (result != 0 && errno == EINTR);
    return result == 0;
}

} // namespace

std::optional<Mapping> Mapping::map(int descriptor, std::size_t size, bool writable)
{
    void *address = ::mmap(nullptr, size, writable ? PROT_READ | PROT_WRITE : PROT_READ, MAP_SHARED, descriptor, 0);
    if (address == MAP_FAILED)
        return std::nullopt;
    Mapping mapping;
    mapping.m_bytes = {static_cast<std::byte *>(address), size};
    return mapping;
}

void Mapping::reset()
{
    if (!m_bytes.empty())
        ::munmap(m_bytes.data(), m_bytes.size());
    m_bytes = {};
}

bool Arena::reserve(std::size_t size)
{
    if (size <= this->size())
        return true;
    // A quarter more than asked for, so that a series of slowly growing frames does not replace it each time.
    const std::size_t wanted = std::max(s_smallest, (size + size / 4 + s_step - 1) / s_step * s_step);
    Descriptor memory = makeMemory();
    // Allocated now: a page that cannot be had later would be a fault and not an error.
    if (!memory.isOpen() || !allocate(memory.get(), wanted))
        return false;
    auto mapping = Mapping::map(memory.get(), wanted, true);
    if (!mapping)
        return false;
    const int seals = F_SEAL_SHRINK | F_SEAL_GROW;
    if (::fcntl(memory.get(), F_ADD_SEALS, seals) != 0)
        return false;
    // From Linux 5.1; this mapping stays writable. Without it a worker could write to what it was given to read.
    if (m_direction == Direction::ToWorker)
        (void)::fcntl(memory.get(), F_ADD_SEALS, F_SEAL_FUTURE_WRITE);
    if (::fcntl(memory.get(), F_ADD_SEALS, F_SEAL_SEAL) != 0)
        return false;
    m_mapping = std::move(*mapping);
    m_fresh = std::move(memory);
    return true;
}

void Arena::write(std::size_t offset, std::span<const std::byte> bytes) const
{
    if (!bytes.empty())
        std::memcpy(m_mapping.bytes().subspan(offset, bytes.size()).data(), bytes.data(), bytes.size());
}

void Arena::wipe(std::size_t from, std::size_t to) const
{
    if (from < to)
        std::memset(m_mapping.bytes().subspan(from, to - from).data(), 0, to - from);
}

} // namespace Chartline::Worker
