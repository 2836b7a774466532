// SPDX-License-Identifier: Apache-2.0
#include "decode/JlsStream.h"

#include "decode/JlsScan.h"

namespace Chartline::Imaging {

namespace {

using Bytes = std::span<const std::byte>;

int byteAt(Bytes bytes, std::size_t at)
{
    return at < bytes.size() ? int(bytes[at]) : 0;
}

int wordAt(Bytes bytes, std::size_t at)
{
    return byteAt(bytes, at) << 8 | byteAt(bytes, at + 1);
}

class Stream
{
public:
    Stream(Bytes stream, const JpegHeader &header, std::span<std::byte> out)
        : m_stream(stream)
        , m_header(header)
        , m_out(out)
        , m_rows(std::size_t(header.components), 0)
    { }

    Expected<JlsDecoded> decode();

private:
    // False for what cannot be.
    [[nodiscard]] bool readSegment(int marker, Bytes segment);
    [[nodiscard]] bool readScan(Bytes segment, std::size_t behind);
    [[nodiscard]] std::optional<std::size_t> indexOf(int id) const;

    Bytes m_stream;
    const JpegHeader &m_header;
    std::span<std::byte> m_out;
    JlsParameters m_preset;
    std::vector<int> m_rows; // decoded of each component
    std::size_t m_at = 2;
    bool m_damaged = false;
    bool m_foreign = false;
};

std::optional<std::size_t> Stream::indexOf(int id) const
{
    for (std::size_t c = 0; c < m_rows.size(); ++c) {
        if (m_header.component[c].id == id)
            return c;
    }
    return std::nullopt;
}

// T.87 C.2.3: where the data of a scan begin they go on to the next marker, a byte FF before one of 80 or more.
bool Stream::readScan(Bytes segment, std::size_t behind)
{
    std::size_t end = behind;
    for (; end < m_stream.size(); ++end) {
        const void *found = std::memchr(m_stream.data() + end, 0xFF, m_stream.size() - end);
        end = found ? std::size_t(static_cast<const std::byte *>(found) - m_stream.data()) : m_stream.size();
        if (end + 1 < m_stream.size() && byteAt(m_stream, end + 1) >= 0x80)
            break;
    }
    end = std::min(end, m_stream.size());
    m_at = end;
    const auto count = std::size_t(byteAt(segment, 0));
    const auto first = indexOf(byteAt(segment, 1));
    JlsParameters parameters = m_preset;
    parameters.components = int(count);
    parameters.near = byteAt(segment, 1 + 2 * count);
    parameters.interleave = byteAt(segment, 2 + 2 * count);
    const bool alone = parameters.interleave == 0 && count == 1;
    const bool together = (parameters.interleave == 1 || parameters.interleave == 2) && count == m_rows.size();
    // Components are told in the order of the frame header.
    for (std::size_t c = 0; first && c < count; ++c) {
        if (indexOf(byteAt(segment, 1 + 2 * c)) != *first + c || byteAt(segment, 2 + 2 * c) != 0) // mapping table
            return false;
    }
    if (!first || segment.size() != 4 + 2 * count || (!alone && !together) || byteAt(segment, 3 + 2 * count) != 0)
        return false;
    if (count == 1)
        parameters.interleave = 0;
    const int size = m_header.precision <= 8 ? 1 : 2;
    if (!parameters.complete())
        return false;
    const JlsOutcome outcome = decodeJlsScan(parameters, m_stream.subspan(behind, end - behind), m_out.data(), size,
                                             m_header.components, int(*first));
    for (std::size_t c = 0; c < count; ++c)
        m_rows[*first + c] = outcome.rows;
    m_damaged = m_damaged || outcome.damaged;
    return true;
}

bool Stream::readSegment(int marker, Bytes segment)
{
    switch (marker) {
    case 0xF8: // preset parameters, C.2.4.1
        if (byteAt(segment, 0) != 1 || segment.size() != 11)
            return false;
        if (wordAt(segment, 1) != 0)
            m_preset.most = wordAt(segment, 1);
        m_preset.threshold1 = wordAt(segment, 3);
        m_preset.threshold2 = wordAt(segment, 5);
        m_preset.threshold3 = wordAt(segment, 7);
        m_preset.reset = wordAt(segment, 9);
        return m_preset.most < 1 << m_header.precision;
    case 0xDD: // restart intervals
        m_foreign = m_foreign || std::ranges::any_of(segment, [](std::byte b) { return b != std::byte(0); });
        return true;
    case 0xE8: // the transform of a colour
        m_foreign = m_foreign
                    || (segment.size() >= 5 && std::memcmp(segment.data(), "mrfx", 4) == 0 && byteAt(segment, 4) != 0);
        return true;
    default: return true;
    }
}

Expected<JlsDecoded> Stream::decode()
{
    m_preset.most = (1 << m_header.precision) - 1;
    m_preset.rows = m_header.rows;
    m_preset.columns = m_header.columns;
    while (m_at + 4 <= m_stream.size()) {
        const int marker = byteAt(m_stream, m_at + 1);
        if (byteAt(m_stream, m_at) != 0xFF || marker == 0xD9)
            break;
        if (marker == 0xFF) {
            ++m_at;
            continue;
        }
        const auto length = std::size_t(wordAt(m_stream, m_at + 2));
        if (length < 2 || length > m_stream.size() - m_at - 2)
            break;
        const Bytes segment = m_stream.subspan(m_at + 4, length - 2);
        const std::size_t behind = m_at + 2 + length;
        if (marker == 0xDA && m_foreign)
            return JlsDecoded{0, false, true};
        if (marker == 0xDA ? !readScan(segment, behind) : !readSegment(marker, segment))
            return failure(FailureCode::Corrupt, QStringLiteral("JPEG-LS marker %1").arg(marker, 0, 16));
        if (marker != 0xDA)
            m_at = behind;
    }
    return JlsDecoded{*std::ranges::min_element(m_rows), m_damaged, false};
}

} // namespace

Expected<JlsDecoded> decodeJls(std::span<const std::byte> stream, const JpegHeader &header, std::span<std::byte> out)
{
    const std::size_t size = header.precision <= 8 ? 1 : 2;
    const std::size_t bytes =
        std::size_t(header.rows) * std::size_t(header.columns) * std::size_t(header.components) * size;
    if (header.process != 55 || header.isSubsampled() || header.precision < 2 || header.precision > 16
        || out.size() != bytes)
        return failure(FailureCode::Corrupt, QStringLiteral("JPEG-LS header"));
    return Stream(stream, header, out).decode();
}

} // namespace Chartline::Imaging
