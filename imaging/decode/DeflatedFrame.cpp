// SPDX-License-Identifier: Apache-2.0
#include "decode/CodecJob.h"

#include "decode/NativeFrame.h"

#include <vector>
#include <zlib.h>

namespace Chartline::Imaging {

namespace {

// Raw deflate (RFC 1951) of one native frame (PS3.5 A.4.13). Gives how many bytes came out before the stream ended, was
// broken or `out` was full.
std::size_t inflateInto(std::span<const std::byte> stream, std::span<std::byte> out)
{
    z_stream z{};
    if (inflateInit2(&z, -MAX_WBITS) != Z_OK)
        return 0;
    z.next_in = reinterpret_cast<Bytef *>(const_cast<std::byte *>(stream.data()));
    z.avail_in = uInt(stream.size());
    z.next_out = reinterpret_cast<Bytef *>(out.data());
    z.avail_out = uInt(out.size());
    int status = Z_OK;
    while (status == Z_OK && z.avail_out > 0)
        status = inflate(&z, Z_NO_FLUSH);
    const std::size_t made = out.size() - z.avail_out;
    inflateEnd(&z);
    return made;
}

} // namespace

Expected<DecodedFrame> decodeDeflatedFrame(const CodecJob &job)
{
    // What is asked for is the longest a frame can be: a 4:2:2 one is known by what comes out.
    const PixelFormat &pixels = job.image.pixels;
    const qint64 most = (qint64(pixels.rows) * pixels.columns * pixels.samplesPerPixel * pixels.bitsAllocated + 7) / 8;
    if (job.stream.size() > 0xFFFFFFFF || most > 0xFFFFFFFF)
        return failure(FailureCode::TooLarge, QStringLiteral("deflated frame"));
    std::vector<std::byte> native(static_cast<std::size_t>(most));
    const std::size_t made = inflateInto(job.stream, native);
    if (made == 0)
        return failure(job.stream.empty() ? FailureCode::Truncated : FailureCode::Corrupt,
                       QStringLiteral("deflated frame"));
    const auto shape = NativeShape::of(job.image, qint64(made) * job.image.frames);
    if (!shape)
        return std::unexpected(shape.error());
    return decodeNative(job.image, *shape, std::span(native).first(made), 0, job.out);
}

} // namespace Chartline::Imaging
