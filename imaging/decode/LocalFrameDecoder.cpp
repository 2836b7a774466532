// SPDX-License-Identifier: Apache-2.0
#include "decode/LocalFrameDecoder.h"

#include "decode/CodecJob.h"
#include "decode/NativeFrame.h"

#include <new>

namespace Chartline::Imaging {

namespace {

std::span<const std::byte> bytesIn(const QByteArray &bytes)
{
    return std::as_bytes(std::span(bytes.constData(), std::size_t(bytes.size())));
}

std::unexpected<Failure> unsupported(const QString &transferSyntax)
{
    const auto codec = codecFor(transferSyntax);
    return failure(FailureCode::UnsupportedTransferSyntax,
                   codec ? transferSyntax + QLatin1Char(' ') + codec->name : transferSyntax);
}

// What encapsulated pixels of a data set with a native transfer syntax are, by how they begin.
CodecInfo sniffed(CodecInfo codec, std::span<const std::byte> stream)
{
    const auto begins = [&](int first, int second) {
        return stream.size() >= 2 && stream[0] == std::byte(first) && stream[1] == std::byte(second);
    };
    if (begins(0xFF, 0xD8))
        codec.codec = Codec::Jpeg;
    else if (begins(0xFF, 0x4F))
        codec.codec = Codec::HtJpeg2000; // goes on to part 1 where it is that
    codec.lossless = false; // not known
    return codec;
}

Expected<DecodedFrame> decodeNativeFrame(const ImageDescription &image, int frame, std::span<const QByteArray> data,
                                         std::span<std::byte> out)
{
    const auto shape = NativeShape::of(image);
    if (!shape)
        return std::unexpected(shape.error());
    const auto range = nativeFrameRange(image, frame);
    if (!range)
        return std::unexpected(range.error());
    const auto bytes = data.empty() ? std::span<const std::byte>() : bytesIn(data.front());
    return decodeNative(image, *shape, bytes, range->bit, out);
}

// One frame of samples that are not compressed, in a fragment (PS3.5 A.4.11).
Expected<DecodedFrame> decodeUncompressed(const CodecJob &job)
{
    const auto shape = NativeShape::of(job.image, qint64(job.stream.size()) * job.image.frames);
    if (!shape)
        return std::unexpected(shape.error());
    return decodeNative(job.image, *shape, job.stream, 0, job.out);
}

Expected<DecodedFrame> runCodec(const CodecJob &job)
{
    switch (job.codec.codec) {
    case Codec::Native: return decodeUncompressed(job);
    case Codec::DeflatedFrame: return decodeDeflatedFrame(job);
    case Codec::Rle: return decodeRle(job);
    case Codec::Jpeg:
    case Codec::JpegLs: return decodeJpeg(job);
    case Codec::Jpeg2000: return decodeJpeg2000(job);
    case Codec::HtJpeg2000: return decodeHtJpeg2000(job);
    case Codec::JpegXl: return decodeJpegXl(job);
    case Codec::Video:
    case Codec::Remote: break;
    }
    return unsupported(job.image.transferSyntax);
}

Expected<DecodedFrame> decodeFrame(const ImageDescription &image, int frame, std::span<const QByteArray> data,
                                   std::span<std::byte> out)
{
    const auto format = FrameFormat::of(image);
    if (!format)
        return std::unexpected(format.error());
    if (frame < 0 || frame >= image.frames || out.size() != std::size_t(format->bytes()))
        return failure(FailureCode::Internal, QStringLiteral("frame or memory for it"));
    auto codec = codecFor(image.transferSyntax);
    if (!codec || !codec->supported())
        return unsupported(image.transferSyntax);
    if (!image.layout.encapsulated) {
        if (codec->codec != Codec::Native)
            return failure(FailureCode::Corrupt, QStringLiteral("pixel data that are not encapsulated"));
        return decodeNativeFrame(image, frame, data, out);
    }
    QByteArray joined;
    if (data.size() == 1) {
        joined = data.front();
    } else {
        qsizetype size = 0;
        for (const QByteArray &fragment : data)
            size += fragment.size();
        joined.reserve(size);
        for (const QByteArray &fragment : data)
            joined.append(fragment);
    }
    if (joined.isEmpty())
        return failure(FailureCode::Truncated, QStringLiteral("no pixel data"));
    const auto stream = bytesIn(joined);
    if (codec->codec == Codec::Native)
        codec = sniffed(*codec, stream);
    return runCodec({image, *format, *codec, stream, out});
}

} // namespace

Expected<DecodedFrame> LocalFrameDecoder::decode(const ImageDescription &image, int frame,
                                                 std::span<const QByteArray> data, std::span<std::byte> out) const
{
    try {
        return decodeFrame(image, frame, data, out);
    } catch (const std::bad_alloc &) {
        return failure(FailureCode::OutOfMemory);
    } catch (const std::exception &) {
        return failure(FailureCode::Corrupt, QStringLiteral("the codec threw an exception"));
    }
}

} // namespace Chartline::Imaging
