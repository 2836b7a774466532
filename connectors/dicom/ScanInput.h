// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ingest/Connector.h"

#include <functional>
#include <optional>

namespace Chartline::Dicom {

// Bytes of a stream, looked at ahead and consumed from front to back. Memory: 256 KiB, or the most bytes ever looked
// ahead at once. Offsets are from the stream's start.
class ScanInput
{
public:
    // `advance` is told the bytes consumed; false cancels. May be empty.
    explicit ScanInput(ByteStream &stream, std::function<bool(qint64)> advance = {});

    // The next `count` bytes, without consuming them; fewer at the end of the stream or when it failed. Void after the
    // next call of anything here.
    [[nodiscard]] QByteArrayView peek(qsizetype count);
    // Consumes `count` bytes. InputTruncated {place} where the stream ends before; the stream's own error; Cancelled.
    [[nodiscard]] Status skip(qint64 count);
    // The same, added to `out`.
    [[nodiscard]] Status copy(qint64 count, QByteArray &out);
    // Nothing follows. False also when the stream failed: the next skip() tells.
    [[nodiscard]] bool atEnd();

    [[nodiscard]] qint64 offset() const { return m_offset; }
    // Of the whole stream; -1 where it is not known.
    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    [[nodiscard]] bool fill(qsizetype wanted);
    [[nodiscard]] Status consume(qint64 count, QByteArray *out);

    ByteStream &m_stream;
    std::function<bool(qint64)> m_advance;
    QByteArray m_buffer;
    qsizetype m_begin = 0; // of the bytes at hand within the buffer
    qsizetype m_end = 0;
    qint64 m_offset = 0; // of the byte at m_begin
    qint64 m_size = -1;
    bool m_atEnd = false;
    std::optional<Error> m_error;
};

} // namespace Chartline::Dicom
