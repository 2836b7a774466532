// SPDX-License-Identifier: Apache-2.0
#include "decode/CodecJob.h"

#include "decode/JlsStream.h"
#include "decode/JpegHeader.h"
#include "decode/Samples.h"

#include <charls/charls_jpegls_decoder.h>

#include <memory>
#include <vector>

namespace Chartline::Imaging {

namespace {

// CharLS's C interface: no exceptions to stop.
struct Closer
{
    void operator()(charls_jpegls_decoder *decoder) const { charls_jpegls_decoder_destroy(decoder); }
};

using charls::jpegls_errc;

Failure failed(jpegls_errc status)
{
    const QString detail = QStringLiteral("JPEG-LS: error %1").arg(int(status));
    switch (status) {
    case jpegls_errc::source_buffer_too_small: return {FailureCode::Truncated, detail};
    case jpegls_errc::not_enough_memory: return {FailureCode::OutOfMemory, detail};
    default: return {FailureCode::Corrupt, detail};
    }
}

// Streams with what the decoder of this program leaves out. Whether the planes lie behind each other.
Expected<bool> decodeByCharls(std::span<const std::byte> stream, int components, std::span<std::byte> out)
{
    const std::unique_ptr<charls_jpegls_decoder, Closer> decoder(charls_jpegls_decoder_create());
    if (!decoder)
        return failure(FailureCode::OutOfMemory);
    jpegls_errc status = charls_jpegls_decoder_set_source_buffer(decoder.get(), stream.data(), stream.size());
    charls_spiff_header spiff{};
    int32_t found = 0;
    charls_interleave_mode interleave{};
    std::size_t needed = 0;
    if (status == jpegls_errc::success)
        status = charls_jpegls_decoder_read_spiff_header(decoder.get(), &spiff, &found);
    if (status == jpegls_errc::success)
        status = charls_jpegls_decoder_read_header(decoder.get());
    if (status == jpegls_errc::success)
        status = charls_jpegls_decoder_get_interleave_mode(decoder.get(), &interleave);
    if (status == jpegls_errc::success)
        status = charls_jpegls_decoder_get_destination_size(decoder.get(), 0, &needed);
    if (status == jpegls_errc::success && needed != out.size())
        return failure(FailureCode::Corrupt, QStringLiteral("JPEG-LS header"));
    if (status == jpegls_errc::success)
        status = charls_jpegls_decoder_decode_to_buffer(decoder.get(), out.data(), out.size(), 0);
    if (status != jpegls_errc::success)
        return std::unexpected(failed(status));
    return components > 1 && interleave == charls::interleave_mode::none;
}

} // namespace

Expected<DecodedFrame> decodeJpegLs(const CodecJob &job, const JpegHeader &header)
{
    const int size = header.precision <= 8 ? 1 : 2;
    const std::size_t stride = std::size_t(header.columns) * std::size_t(header.components) * std::size_t(size);
    const std::size_t bytes = stride * std::size_t(header.rows);
    std::vector<std::byte> scratch(job.out.size() == bytes ? 0 : bytes);
    std::span<std::byte> to = scratch.empty() ? job.out : std::span(scratch);
    DecodedFrame result{false, precisionNote(job, header.precision)};
    bool byPlane = false;
    const auto decoded = decodeJls(job.stream, header, to);
    if (!decoded)
        return std::unexpected(decoded.error());
    if (!decoded->foreign) {
        if (decoded->rows == 0)
            return failure(FailureCode::Truncated, QStringLiteral("JPEG-LS: no whole row"));
        if (decoded->rows < header.rows || decoded->damaged)
            result = {
                true,
                QStringLiteral("JPEG-LS: %1 of %2 rows, data missing or damaged").arg(decoded->rows).arg(header.rows)};
        std::ranges::fill(to.subspan(stride * std::size_t(decoded->rows)), std::byte(0));
    } else if (!header.complete) {
        return failure(FailureCode::Truncated, QStringLiteral("JPEG-LS without an end"));
    } else {
        // Planes cannot be put side by side in place.
        scratch.resize(bytes);
        to = scratch;
        const auto planes = decodeByCharls(job.stream, header.components, to);
        if (!planes)
            return std::unexpected(planes.error());
        byPlane = *planes;
    }
    if (job.format.samples == 3) {
        storeSamples(job, to.data(), size, byPlane, header.precision, colorModelOf(job.image.pixels.photometric));
        return result;
    }
    if (to.data() != job.out.data())
        resizeSamples(to.data(), size, qint64(bytes) / size, job.out, job.format.type);
    settlePatterns(job, header.precision);
    return result;
}

} // namespace Chartline::Imaging
