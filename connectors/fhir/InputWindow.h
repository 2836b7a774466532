// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ingest/MemoryStream.h"

#include <cstdlib>
#include <memory>
#include <optional>

namespace Chartline::Fhir {

// A moving window over a stream: bytes are read forwards, and those from a kept offset on stay in memory.
// Memory: the kept bytes plus at most 1 MiB. At least `padding` readable bytes follow the last one.
// All offsets are from the start of the stream.
class InputWindow
{
public:
    static constexpr qint64 padding = 64;
    // More than this is never kept: kept() turns false and reading goes on without.
    static constexpr qint64 keepLimit = 129LL * 1024 * 1024;

    // `advance` is told the bytes consumed; false cancels. May be empty.
    InputWindow(ByteStream &input, std::function<bool(qint64)> advance);

    // The bytes at hand: [cursor, end). More with fill().
    [[nodiscard]] const char *cursor() const { return m_cursor; }
    [[nodiscard]] const char *end() const { return m_end; }
    void setCursor(const char *cursor) { m_cursor = cursor; }
    [[nodiscard]] qint64 offset() const { return offsetOf(m_cursor); }
    [[nodiscard]] qint64 offsetOf(const char *at) const { return m_base + (at - m_buffer.get()); }
    [[nodiscard]] qint64 endOffset() const { return offsetOf(m_end); }

    // Reads more behind end(); false at the end of the stream, when it failed or was cancelled: see error().
    // Pointers got before are void afterwards.
    [[nodiscard]] bool fill();
    // The byte at the cursor, 0…255; -1 at the end.
    [[nodiscard]] int peek()
    {
        if (m_cursor == m_end && !fill())
            return -1;
        return static_cast<unsigned char>(*m_cursor);
    }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    void keepFrom(qint64 offset);
    void drop() { m_keep = -1; }
    // False when the bytes from the kept offset on were too many to hold.
    [[nodiscard]] bool kept() const { return m_keep >= 0; }
    // Goes back to an offset that is kept.
    void seek(qint64 offset) { m_cursor = m_buffer.get() + (offset - m_base); }
    [[nodiscard]] QByteArrayView slice(qint64 from, qint64 length) const
    {
        return {m_buffer.get() + (from - m_base), length};
    }

private:
    struct Free
    {
        void operator()(char *memory) const { std::free(memory); }
    };
    [[nodiscard]] bool makeRoom();

    ByteStream &m_input;
    std::function<bool(qint64)> m_advance;
    std::unique_ptr<char, Free> m_buffer;
    qint64 m_capacity = 0;
    qint64 m_base = 0; // offset of the buffer's first byte
    const char *m_cursor = nullptr;
    const char *m_end = nullptr;
    qint64 m_keep = -1;
    bool m_atEnd = false;
    std::optional<Error> m_error;
};

} // namespace Chartline::Fhir
