// SPDX-License-Identifier: Apache-2.0
#include "decode/CodecJob.h"

#include "decode/JpegHeader.h"
#include "decode/Samples.h"
#include "decode/Unfinished.h"

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
using Decoder = std::unique_ptr<charls_jpegls_decoder, Closer>;

using charls::jpegls_errc;

struct Opened
{
    Decoder decoder;
    jpegls_errc status = jpegls_errc::success;
};

Opened open(std::span<const std::byte> stream)
{
    Opened opened{Decoder(charls_jpegls_decoder_create())};
    if (!opened.decoder) {
        opened.status = jpegls_errc::not_enough_memory;
        return opened;
    }
    opened.status = charls_jpegls_decoder_set_source_buffer(opened.decoder.get(), stream.data(), stream.size());
    charls_spiff_header spiff{};
    int32_t found = 0;
    if (opened.status == jpegls_errc::success)
        opened.status = charls_jpegls_decoder_read_spiff_header(opened.decoder.get(), &spiff, &found);
    if (opened.status == jpegls_errc::success)
        opened.status = charls_jpegls_decoder_read_header(opened.decoder.get());
    return opened;
}

jpegls_errc decodeInto(std::span<const std::byte> stream, std::span<std::byte> out)
{
    const Opened opened = open(stream);
    if (opened.status != jpegls_errc::success)
        return opened.status;
    return charls_jpegls_decoder_decode_to_buffer(opened.decoder.get(), out.data(), out.size(), 0);
}

Failure failed(jpegls_errc status)
{
    const QString detail = QStringLiteral("JPEG-LS: error %1").arg(int(status));
    switch (status) {
    case jpegls_errc::source_buffer_too_small: return {FailureCode::Truncated, detail};
    case jpegls_errc::not_enough_memory: return {FailureCode::OutOfMemory, detail};
    default: return {FailureCode::Corrupt, detail};
    }
}

} // namespace

Expected<DecodedFrame> decodeJpegLs(const CodecJob &job, const JpegHeader &header)
{
    const int size = header.precision <= 8 ? 1 : 2;
    const std::size_t stride = std::size_t(header.columns) * std::size_t(header.components) * std::size_t(size);
    const std::size_t bytes = stride * std::size_t(header.rows);
    const bool direct = job.out.size() == bytes;
    const Opened opened = open(job.stream);
    if (opened.status != jpegls_errc::success)
        return std::unexpected(failed(opened.status));
    charls_interleave_mode interleave{};
    std::size_t needed = 0;
    if (charls_jpegls_decoder_get_interleave_mode(opened.decoder.get(), &interleave) != jpegls_errc::success
        || charls_jpegls_decoder_get_destination_size(opened.decoder.get(), 0, &needed) != jpegls_errc::success
        || needed != bytes)
        return failure(FailureCode::Corrupt, QStringLiteral("JPEG-LS header"));
    const bool byPlane = header.components > 1 && interleave == charls::interleave_mode::none;
    // Planes cannot be put side by side in place.
    std::vector<std::byte> scratch(direct && !byPlane ? 0 : bytes);
    const std::span<std::byte> to = scratch.empty() ? job.out : std::span(scratch);
    const jpegls_errc status = charls_jpegls_decoder_decode_to_buffer(opened.decoder.get(), to.data(), to.size(), 0);
    DecodedFrame result{false, precisionNote(job, header.precision)};
    if (status != jpegls_errc::success) {
        const std::size_t rows = rowsDone(to, byPlane ? stride / std::size_t(header.components) : stride,
                                          [&] { static_cast<void>(decodeInto(job.stream, to)); });
        if (rows == 0)
            return std::unexpected(failed(status));
        result.partial = true;
        result.note = QStringLiteral("JPEG-LS: error %1 behind row %2").arg(int(status)).arg(rows);
    }
    if (job.format.samples == 3) {
        storeSamples(job, to.data(), size, byPlane, header.precision, colorModelOf(job.image.pixels.photometric));
        return result;
    }
    if (!direct)
        resizeSamples(to.data(), size, qint64(bytes) / size, job.out, job.format.type);
    settlePatterns(job, header.precision);
    return result;
}

} // namespace Chartline::Imaging
