// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtTypes>
#include <cstddef>
#include <span>

namespace Chartline {

// Bytes of a key or passphrase: kept out of swap and core dumps where the system allows it, overwritten when they go.
// Moves, never copies by accident (`clone()` says so).
class SecureBytes
{
public:
    SecureBytes() = default;
    explicit SecureBytes(std::size_t size);
    explicit SecureBytes(std::span<const unsigned char> bytes);
    ~SecureBytes();
    SecureBytes(SecureBytes &&other) noexcept;
    SecureBytes &operator=(SecureBytes &&other) noexcept;
    SecureBytes(const SecureBytes &) = delete;
    SecureBytes &operator=(const SecureBytes &) = delete;

    [[nodiscard]] SecureBytes clone() const;
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] unsigned char *data() { return m_data; }
    [[nodiscard]] const unsigned char *data() const { return m_data; }
    [[nodiscard]] std::span<const unsigned char> view() const { return {m_data, m_size}; }
    // Overwrites and frees now.
    void wipe();

    // Compares in constant time for equal sizes.
    [[nodiscard]] bool equals(std::span<const unsigned char> other) const;

private:
    unsigned char *m_data = nullptr;
    std::size_t m_size = 0;
};

} // namespace Chartline
