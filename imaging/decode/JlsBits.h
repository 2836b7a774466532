// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtEndian>
#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstring>
#include <span>

namespace Chartline::Imaging {

// Reads the bits of a JPEG-LS scan (ITU-T T.87 C.1, D.1): after a byte FF the next one has only seven. Behind the end
// come zeros without end; overrun() tells when they were used.
class JlsBits
{
public:
    explicit JlsBits(std::span<const std::byte> data)
        : m_at(reinterpret_cast<const unsigned char *>(data.data()))
        , m_end(m_at + data.size())
    {
        findFull();
    }

    [[nodiscard]] bool overrun() const { return m_padding > m_valid; }
    // Whole bytes that were not used.
    [[nodiscard]] std::span<const unsigned char> rest() const
    {
        const std::ptrdiff_t ahead = std::max(m_valid - m_padding, 0) / 8;
        return {m_at - ahead, m_end};
    }

    [[nodiscard]] bool bit()
    {
        if (m_valid < 1)
            fill();
        const bool set = qint64(m_cache) < 0;
        drop(1);
        return set;
    }
    // Up to 32.
    [[nodiscard]] int bits(int count)
    {
        if (count == 0)
            return 0;
        if (m_valid < count)
            fill();
        const auto value = int(m_cache >> (64 - count));
        drop(count);
        return value;
    }
    // Limited-length Golomb code (A.5.3): `longest` zeros announce one more than the next `plain` bits. -1 where there
    // are more zeros than any code has.
    [[nodiscard]] int golomb(int k, int longest, int plain)
    {
        if (m_valid < 48)
            fill();
        const int zeros = std::countl_zero(m_cache | 1);
        if (zeros < longest && zeros + 1 + k <= m_valid) [[likely]] {
            const quint64 behind = m_cache << zeros << 1;
            const auto low = int(behind >> 1 >> (63 - k));
            drop(zeros + 1 + k);
            return zeros << k | low;
        }
        return longGolomb(k, longest, plain);
    }

private:
    void drop(int count)
    {
        m_cache <<= count;
        m_valid -= count;
    }
    int longGolomb(int k, int longest, int plain)
    {
        int zeros = 0;
        while (!bit()) {
            if (++zeros > longest)
                return -1;
        }
        return zeros < longest ? zeros << k | bits(k) : bits(plain) + 1;
    }
    void findFull()
    {
        const void *found = m_at < m_end ? std::memchr(m_at, 0xFF, std::size_t(m_end - m_at)) : nullptr;
        m_full = found ? static_cast<const unsigned char *>(found) : m_end;
    }
    // To 57 bits or more. The cache may hold some bits of a byte that is not counted yet; they come again with it.
    void fill()
    {
        if (!m_afterFull && m_full - m_at >= 8) [[likely]] {
            m_cache |= qFromBigEndian<quint64>(m_at) >> m_valid;
            const int bytes = (64 - m_valid) >> 3;
            m_at += bytes;
            m_valid += bytes * 8;
        } else {
            fillByBytes();
        }
    }
    void fillByBytes()
    {
        while (m_valid <= 56) {
            if (m_at >= m_end) {
                m_padding += 8;
                m_valid += 8;
                continue;
            }
            const int width = m_afterFull ? 7 : 8;
            const unsigned char byte = *m_at++;
            m_cache |= quint64(m_afterFull ? byte & 0x7F : byte) << (64 - width - m_valid);
            m_valid += width;
            m_afterFull = byte == 0xFF;
            if (m_at > m_full)
                findFull();
        }
    }

    const unsigned char *m_at;
    const unsigned char *m_end;
    const unsigned char *m_full = nullptr; // the next FF
    quint64 m_cache = 0; // the next bits, from the top
    int m_valid = 0;
    int m_padding = 0; // how many bits were added behind the end
    bool m_afterFull = false;
};

} // namespace Chartline::Imaging
