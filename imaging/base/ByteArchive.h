// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QtEndian>
#include <bit>

namespace Chartline::Imaging {

// What stored structures are made of: counts in base 128, least significant first; integers as zigzag counts; numbers
// IEEE 754, little endian.
class ByteWriter
{
public:
    QByteArray bytes;

    void count(quint64 n)
    {
        for (; n >= 0x80; n >>= 7)
            bytes.append(char(quint8(n) | 0x80));
        bytes.append(char(n));
    }
    void integer(qint64 value) { count((quint64(value) << 1) ^ quint64(value >> 63)); }
    void number(double value)
    {
        char raw[8];
        qToLittleEndian(std::bit_cast<quint64>(value), raw);
        bytes.append(raw, 8);
    }
    void text(const QByteArray &value)
    {
        count(quint64(value.size()));
        bytes.append(value);
    }
};

// Reads what a ByteWriter wrote. Safe for hostile bytes: from the first thing that cannot be on, ok() is false and
// everything read is zero or empty.
class ByteReader
{
public:
    explicit ByteReader(QByteArrayView bytes)
        : m_rest(bytes)
    { }
    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }

    quint64 count()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const quint8 byte = next();
            value |= quint64(byte & 0x7F) << shift;
            if (byte < 0x80)
                return value;
        }
        m_ok = false;
        return 0;
    }
    qint64 integer()
    {
        const quint64 n = count();
        return qint64(n >> 1) ^ -qint64(n & 1);
    }
    double number()
    {
        const QByteArrayView raw = take(8);
        return m_ok ? std::bit_cast<double>(qFromLittleEndian<quint64>(raw.data())) : 0;
    }

protected:
    [[nodiscard]] qsizetype left() const { return m_rest.size(); }
    void require(bool holds) { m_ok = m_ok && holds; }
    quint8 next()
    {
        const QByteArrayView one = take(1);
        return m_ok ? quint8(one[0]) : 0;
    }
    QByteArrayView take(std::size_t n)
    {
        if (!m_ok || n > std::size_t(m_rest.size())) {
            m_ok = false;
            return {};
        }
        const QByteArrayView taken = m_rest.first(qsizetype(n));
        m_rest = m_rest.sliced(qsizetype(n));
        return taken;
    }

private:
    QByteArrayView m_rest;
    bool m_ok = true;
};

} // namespace Chartline::Imaging
