// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ingest/Connector.h"

#include <QByteArrayView>
#include <algorithm>

namespace Chartline {

// Bytes in memory as a stream. They have to outlive it.
class MemoryStream final : public ByteStream
{
public:
    explicit MemoryStream(QByteArrayView bytes)
        : m_bytes(bytes)
    { }
    [[nodiscard]] Result<qint64> read(std::span<char> buffer) override
    {
        const qsizetype count = std::min(qsizetype(buffer.size()), m_bytes.size() - m_at);
        std::copy_n(m_bytes.data() + m_at, count, buffer.data());
        m_at += count;
        return qint64(count);
    }
    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
};

} // namespace Chartline
