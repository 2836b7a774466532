// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/Codecs.h"
#include "decode/Color.h"
#include "decode/FrameDecoder.h"

namespace Chartline::Imaging {

// One frame for a codec.
struct CodecJob
{
    const ImageDescription &image;
    FrameFormat format;
    CodecInfo codec;
    std::span<const std::byte> stream; // all fragments as one
    std::span<std::byte> out;
};

// Each checks what the stream says of itself against the description before it decodes or allocates anything of the
// picture's size. None throws.
[[nodiscard]] Expected<DecodedFrame> decodeRle(const CodecJob &job);
[[nodiscard]] Expected<DecodedFrame> decodeDeflatedFrame(const CodecJob &job);
[[nodiscard]] Expected<DecodedFrame> decodeJpeg(const CodecJob &job); // any process: goes on to the ones below
[[nodiscard]] Expected<DecodedFrame> decodeJpegBaseline(const CodecJob &job, const struct JpegHeader &header);
[[nodiscard]] Expected<DecodedFrame> decodeJpegDeep(const CodecJob &job, const struct JpegHeader &header);
[[nodiscard]] Expected<DecodedFrame> decodeJpegLs(const CodecJob &job, const struct JpegHeader &header);
[[nodiscard]] Expected<DecodedFrame> decodeJpeg2000(const CodecJob &job);
[[nodiscard]] Expected<DecodedFrame> decodeHtJpeg2000(const CodecJob &job);
[[nodiscard]] Expected<DecodedFrame> decodeJpegXl(const CodecJob &job);

// What a stream says of the picture in it.
struct StreamShape
{
    qint64 rows = 0;
    qint64 columns = 0;
    int samples = 0;
    int bits = 0; // of a sample
};

// Corrupt where the sizes or samples differ from the description, UnsupportedPixels where a sample does not fit into
// the one of the description.
[[nodiscard]] Expected<void> checkStream(const CodecJob &job, const StreamShape &shape);
// "12 bits stored, 16 in the codestream" where they differ; else empty.
[[nodiscard]] QString precisionNote(const CodecJob &job, int bits);

// Makes red, green and blue of what a codec has decoded: unsigned samples of `bits` bits, in cells of `size` bytes.
// Where the stored bits are fewer, the samples fill those.
void storeSamples(const CodecJob &job, const std::byte *samples, int size, bool byPlane, int bits, ColorModel model);

// Makes stored values of the unsigned patterns of `bits` bits that a codec left in out: sign, overlay bits.
void settlePatterns(const CodecJob &job, int bits);

} // namespace Chartline::Imaging
