// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QtEndian>
#include <cstring>
#include <span>

namespace Chartline {

// Writes the little-endian fields of the vault's own formats.
class ByteWriter
{
public:
    template<typename T>
    ByteWriter &number(T value)
    {
        const T little = qToLittleEndian(value);
        m_bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
        return *this;
    }
    ByteWriter &bytes(std::span<const unsigned char> data)
    {
        m_bytes.append(reinterpret_cast<const char *>(data.data()), qsizetype(data.size()));
        return *this;
    }
    [[nodiscard]] std::span<const unsigned char> view() const
    {
        return {reinterpret_cast<const unsigned char *>(m_bytes.constData()), std::size_t(m_bytes.size())};
    }
    [[nodiscard]] const QByteArray &result() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

// Reads them back. Past the end it gives zeros and remembers that it did: check ok() before using anything.
class ByteReader
{
public:
    explicit ByteReader(std::span<const unsigned char> bytes)
        : m_rest(bytes)
    { }
    template<typename T>
    [[nodiscard]] T number()
    {
        T little = {};
        take({reinterpret_cast<unsigned char *>(&little), sizeof little});
        return qFromLittleEndian(little);
    }
    void take(std::span<unsigned char> out)
    {
        if (out.size() > m_rest.size()) {
            m_ok = false;
            m_rest = {};
            std::memset(out.data(), 0, out.size());
            return;
        }
        std::memcpy(out.data(), m_rest.data(), out.size());
        m_rest = m_rest.subspan(out.size());
    }
    [[nodiscard]] QByteArray takeBytes(std::size_t size)
    {
        if (size > m_rest.size()) {
            m_ok = false;
            m_rest = {};
            return {};
        }
        const QByteArray result(reinterpret_cast<const char *>(m_rest.data()), qsizetype(size));
        m_rest = m_rest.subspan(size);
        return result;
    }
    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] bool atEnd() const { return m_ok && m_rest.empty(); }

private:
    std::span<const unsigned char> m_rest;
    bool m_ok = true;
};

} // namespace Chartline
