// SPDX-License-Identifier: Apache-2.0
#include "base/SecureBytes.h"

#include <cstring>
#include <new>
#include <openssl/crypto.h>
#include <sys/mman.h>
#include <utility>

namespace Chartline {

// Each buffer has pages of its own, so that locking and unlocking one never touches another's page.
SecureBytes::SecureBytes(std::size_t size)
    : m_size(size)
{
    if (size == 0)
        return;
    void *pages = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED)
        throw std::bad_alloc();
    // Best effort: a low RLIMIT_MEMLOCK must not keep a clinic from its records.
    mlock(pages, size);
    madvise(pages, size, MADV_DONTDUMP);
    m_data = static_cast<unsigned char *>(pages);
}

SecureBytes::SecureBytes(std::span<const unsigned char> bytes)
    : SecureBytes(bytes.size())
{
    if (!bytes.empty())
        std::memcpy(m_data, bytes.data(), bytes.size());
}

SecureBytes::~SecureBytes()
{
    wipe();
}

SecureBytes::SecureBytes(SecureBytes &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{ }

SecureBytes &SecureBytes::operator=(SecureBytes &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecureBytes SecureBytes::clone() const
{
    return SecureBytes(view());
}

void SecureBytes::wipe()
{
    if (!m_data)
        return;
    OPENSSL_cleanse(m_data, m_size);
    munmap(m_data, m_size);
    m_data = nullptr;
    m_size = 0;
}

bool SecureBytes::equals(std::span<const unsigned char> other) const
{
    return other.size() == m_size && (m_size == 0 || CRYPTO_memcmp(m_data, other.data(), m_size) == 0);
}

} // namespace Chartline
