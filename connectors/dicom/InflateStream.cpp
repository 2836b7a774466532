// SPDX-License-Identifier: Apache-2.0
#include "dicom/InflateStream.h"

#include "dicom/Refusals.h"

#include <QtEndian>
#include <algorithm>
#include <zlib.h>

namespace Chartline::Dicom {

namespace {

constexpr qsizetype s_piece = 64 * 1024;
constexpr qint64 s_freeBytes = 64 * 1024 * 1024;
constexpr qint64 s_ratio = 250;

// A zlib header instead of bare deflate: its first byte read as deflate is a stored block, whose next two pairs of
// bytes would have to be complements of each other.
bool isWrapped(QByteArrayView head)
{
    if (head.size() < 5)
        return false;
    const auto at = [head](qsizetype i) { return unsigned(static_cast<unsigned char>(head[i])); };
    const bool isHeader = (at(0) & 0x0f) == 8 && at(0) >> 4 <= 7 && (at(0) << 8 | at(1)) % 31 == 0;
    const bool isStored = (at(1) | at(2) << 8) == (~(at(3) | at(4) << 8) & 0xffffU);
    return isHeader && !isStored;
}

} // namespace

struct InflateStream::Private
{
    Private(ScanInput &source, qint64 most)
        : input(source)
        , start(source.offset())
        , limit(most)
    { }
    ~Private()
    {
        if (begun)
            inflateEnd(&stream);
    }
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    ScanInput &input;
    qint64 start;
    qint64 limit;
    qint64 given = 0;
    uLong checksum = crc32(0, nullptr, 0);
    z_stream stream{};
    bool begun = false;
    bool ended = false;
};

InflateStream::InflateStream(ScanInput &input, qint64 limit)
    : m_d(std::make_unique<Private>(input, limit))
{ }

InflateStream::~InflateStream() = default;

Result<qint64> InflateStream::read(std::span<char> buffer)
{
    if (!m_d->begun) {
        constexpr int bareDeflate = -15;
        if (inflateInit2(&m_d->stream, isWrapped(m_d->input.peek(5)) ? 15 : bareDeflate) != Z_OK)
            return fail(ErrorCode::IoFailed);
        m_d->begun = true;
    }
    const qint64 room = std::min<qint64>(qint64(buffer.size()), 1 << 20);
    m_d->stream.next_out = reinterpret_cast<Bytef *>(buffer.data());
    m_d->stream.avail_out = static_cast<uInt>(room);
    while (!m_d->ended && qint64(m_d->stream.avail_out) == room && room > 0) {
        const QByteArrayView piece = m_d->input.peek(s_piece);
        if (piece.isEmpty()) {
            if (m_d->input.error())
                return std::unexpected(*m_d->input.error());
            return truncated(m_d->input.offset());
        }
        // zlib never writes to its input; it is not const only where ZLIB_CONST is not defined.
        m_d->stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(piece.data()));
        m_d->stream.avail_in = static_cast<uInt>(piece.size());
        const int code = inflate(&m_d->stream, Z_NO_FLUSH);
        if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR)
            return malformed(m_d->input.offset(), QStringLiteral("deflated data are damaged"));
        m_d->ended = code == Z_STREAM_END;
        CHARTLINE_TRY(m_d->input.skip(piece.size() - qint64(m_d->stream.avail_in)));
    }
    const qint64 count = room - qint64(m_d->stream.avail_out);
    m_d->given += count;
    m_d->checksum = crc32(m_d->checksum, reinterpret_cast<const Bytef *>(buffer.data()), static_cast<uInt>(count));
    const qint64 byRatio = (m_d->input.offset() - m_d->start) * s_ratio;
    if (m_d->given > m_d->limit)
        return tooLarge(m_d->limit);
    if (m_d->given > s_freeBytes && m_d->given > byRatio)
        return tooLarge(std::max(byRatio, s_freeBytes));
    return count;
}

Status InflateStream::finish()
{
    const auto word = [](QByteArrayView at) { return qFromLittleEndian<quint32>(at.data()); };
    ScanInput &input = m_d->input;
    constexpr qsizetype trailer = 8;
    if (const QByteArrayView bytes = input.peek(trailer);
        bytes.size() == trailer && word(bytes.sliced(4)) != 0 && word(bytes.sliced(4)) == quint32(m_d->given)) {
        if (word(bytes) != quint32(m_d->checksum))
            return malformed(input.offset(), QStringLiteral("deflated data do not match their checksum"));
        CHARTLINE_TRY(input.skip(trailer));
    }
    while (!input.atEnd()) {
        const QByteArrayView bytes = input.peek(s_piece);
        if (!std::ranges::all_of(bytes, [](char c) { return c == '\0'; }))
            return malformed(input.offset(), QStringLiteral("bytes behind the deflated data set"));
        CHARTLINE_TRY(input.skip(std::max<qsizetype>(bytes.size(), 1)));
    }
    return {};
}

} // namespace Chartline::Dicom
