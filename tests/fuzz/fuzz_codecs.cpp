// SPDX-License-Identifier: Apache-2.0
// Every decoder on streams that fit or do not: eight bytes say which one and what picture it should be, the rest is one
// frame's data. A frame is decoded, partly decoded, or refused, and the same twice.
#include "decode/Codecs.h"
#include "fuzz/CodecGuard.h"
#include "imaging/ImagingHandlers.h"
#include "imaging/WorkerReader.h"
#include "worker/LocalPool.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/oflog/oflog.h>

#include <array>
#include <cstdint>
#include <cstdlib>

using namespace Chartline;
using namespace Chartline::Imaging;

namespace {

constexpr std::size_t s_head = 8;

void require(bool condition)
{
    if (!condition)
        std::abort();
}

std::shared_ptr<Worker::Caller> makePool()
{
    OFLog::configure(OFLogger::OFF_LOG_LEVEL);
    return std::make_shared<Worker::LocalPool>(imagingHandlers());
}

// By the number in the first byte: the order must stay, or the seeds mean something else.
constexpr std::array s_syntaxes{".2.1",     ".2.2",     ".2.8.1",   ".2.5",    ".2.4.50", ".2.4.51",
                                ".2.4.57",  ".2.4.70",  ".2.4.80",  ".2.4.81", ".2.4.90", ".2.4.91",
                                ".2.4.201", ".2.4.203", ".2.4.110", ".2.4.112"};

ImageDescription describedBy(const std::uint8_t *head, qint64 length)
{
    constexpr std::array allocated{8, 16, 32, 1};
    ImageDescription image;
    image.transferSyntax =
        QLatin1StringView("1.2.840.10008.1") + QLatin1StringView(s_syntaxes[head[0] % s_syntaxes.size()]);
    PixelFormat &pixels = image.pixels;
    pixels.rows = head[1] + 1;
    pixels.columns = head[2] + 1;
    pixels.samplesPerPixel = (head[3] & 1) != 0 ? 3 : 1;
    pixels.isSigned = (head[3] & 2) != 0;
    pixels.byPlane = (head[3] & 4) != 0;
    pixels.photometric = Photometric(head[3] >> 4 > int(Photometric::Other) ? 1 : head[3] >> 4);
    pixels.bitsAllocated = allocated[head[4] % allocated.size()];
    pixels.bitsStored = head[5] % pixels.bitsAllocated + 1;
    pixels.highBit = (head[4] & 64) != 0 ? pixels.bitsAllocated - 1 : pixels.bitsStored - 1;
    image.layout.vrOtherWord = (head[4] & 128) == 0;
    image.layout.bigEndian = head[0] % s_syntaxes.size() == 1;
    image.layout.length = length;
    const auto codec = codecFor(image.transferSyntax);
    image.layout.encapsulated = !codec || codec->codec != Codec::Native || (head[6] & 1) != 0;
    if (image.layout.encapsulated) {
        image.layout.fragments = {{0, length}};
        image.layout.firstFragment = {0};
    }
    return image;
}

struct Decoded
{
    Expected<DecodedFrame> frame;
    std::vector<std::byte> samples;
};

Decoded decoded(const ImageDescription &image, QByteArrayView stream, std::size_t size)
{
    static const WorkerDecoder decoder(makePool());
    // A copy of its own, so that reading behind its end is noticed.
    const std::array data{stream.toByteArray()};
    Decoded result{DecodedFrame{}, std::vector<std::byte>(size)};
    result.frame = decoder.decode(image, 0, data, result.samples);
    return result;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < s_head)
        return 0;
    const QByteArrayView stream(reinterpret_cast<const char *>(data) + s_head, qsizetype(size - s_head));
    const ImageDescription image = describedBy(data, stream.size());
    const auto format = FrameFormat::of(image);
    if (!format)
        return 0;
    if (!image.layout.encapsulated && !nativeFrameRange(image, 0))
        return 0;
    const auto bytes = std::size_t(format->bytes());
    if (Test::endsByAssertion(image, [&] { (void)decoded(image, stream, bytes); }))
        return 0;
    const Decoded first = decoded(image, stream, bytes);
    if (!first.frame) {
        const FailureCode code = first.frame.error().code;
        require(code != FailureCode::Internal && code != FailureCode::WorkerLost && code != FailureCode::Cancelled);
        return 0;
    }
    const Decoded second = decoded(image, stream, bytes);
    require(second.frame && second.frame->partial == first.frame->partial && second.samples == first.samples);
    return 0;
}
