// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QtEndian>

namespace Chartline::Test {

// Writes ZIP archives byte by byte, so that they can lie.
struct ZipWriter
{
    QByteArray bytes;
    QByteArray directory;
    quint16 count = 0;

    static QByteArray number(quint32 value, int size)
    {
        QByteArray out(4, '\0');
        qToLittleEndian(value, out.data());
        return out.left(size);
    }
    static quint32 crc(QByteArrayView data)
    {
        quint32 c = 0xffffffff;
        for (const char byte : data) {
            c ^= quint8(byte);
            for (int i = 0; i < 8; ++i)
                c = (c >> 1) ^ (c & 1 ? 0xedb88320 : 0);
        }
        return ~c;
    }
    // `packed`: raw deflate data for `data`; empty: stored.
    void add(const QByteArray &name, const QByteArray &data, const QByteArray &packed = {}, quint16 flags = 0,
             quint32 attributes = 0)
    {
        const bool deflated = !packed.isEmpty();
        const QByteArray &body = deflated ? packed : data;
        const QByteArray common = number(20, 2) + number(flags, 2) + number(deflated ? 8 : 0, 2) + number(0, 2)
                                  + number(0x21, 2) + number(crc(data), 4) + number(quint32(body.size()), 4)
                                  + number(quint32(data.size()), 4) + number(quint32(name.size()), 2) + number(0, 2);
        directory += "PK\x01\x02" + number(0x0314, 2) + common + number(0, 2) + number(0, 2) + number(0, 2)
                     + number(attributes, 4) + number(quint32(bytes.size()), 4) + name;
        bytes += "PK\x03\x04" + common + name + body;
        ++count;
    }
    QByteArray finish() const
    {
        return bytes + directory + "PK\x05\x06" + number(0, 4) + number(count, 2) + number(count, 2)
               + number(quint32(directory.size()), 4) + number(quint32(bytes.size()), 4) + number(0, 2);
    }
};

inline QByteArray deflated(const QByteArray &data)
{
    // qCompress: four bytes of length, two of zlib header, the raw stream, four of checksum.
    const QByteArray packed = qCompress(data, 9);
    return packed.mid(6, packed.size() - 10);
}

} // namespace Chartline::Test
