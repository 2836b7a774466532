// SPDX-License-Identifier: Apache-2.0
#include "dicom/ScanInput.h"

#include "dicom/Refusals.h"

#include <algorithm>
#include <cstring>

namespace Chartline::Dicom {

namespace {

constexpr qsizetype s_chunk = 256 * 1024;

} // namespace

ScanInput::ScanInput(ByteStream &stream, std::function<bool(qint64)> advance)
    : m_stream(stream)
    , m_advance(std::move(advance))
    , m_buffer(s_chunk, Qt::Uninitialized)
    , m_size(stream.size())
{ }

// Reads until `wanted` bytes are at hand; false at the end, or when the stream failed.
bool ScanInput::fill(qsizetype wanted)
{
    if (m_end - m_begin >= wanted)
        return true;
    if (m_begin > 0) {
        std::memmove(m_buffer.data(), m_buffer.constData() + m_begin, std::size_t(m_end - m_begin));
        m_end -= m_begin;
        m_begin = 0;
    }
    if (wanted > m_buffer.size())
        m_buffer.resize(wanted);
    while (m_end < wanted && !m_atEnd && !m_error) {
        if (m_advance && !m_advance(m_offset)) {
            m_error = Error{ErrorCode::Cancelled, {}};
            break;
        }
        const auto got = m_stream.read({m_buffer.data() + m_end, std::size_t(m_buffer.size() - m_end)});
        if (!got)
            m_error = got.error();
        else if (*got <= 0)
            m_atEnd = true;
        else
            m_end += qMin(qsizetype(*got), m_buffer.size() - m_end);
    }
    return m_end >= wanted;
}

QByteArrayView ScanInput::peek(qsizetype count)
{
    std::ignore = fill(count);
    return QByteArrayView(m_buffer).sliced(m_begin, std::min(count, m_end - m_begin));
}

bool ScanInput::atEnd()
{
    return !fill(1) && !m_error;
}

Status ScanInput::consume(qint64 count, QByteArray *out)
{
    while (count > 0) {
        if (!fill(1)) {
            if (m_error)
                return std::unexpected(*m_error);
            return truncated(m_offset);
        }
        const auto piece = qsizetype(std::min<qint64>(count, m_end - m_begin));
        if (out)
            out->append(m_buffer.constData() + m_begin, piece);
        m_begin += piece;
        m_offset += piece;
        count -= piece;
    }
    return {};
}

Status ScanInput::skip(qint64 count)
{
    return consume(count, nullptr);
}

Status ScanInput::copy(qint64 count, QByteArray &out)
{
    return consume(count, &out);
}

} // namespace Chartline::Dicom
