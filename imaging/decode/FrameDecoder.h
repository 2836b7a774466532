// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/ImageDescription.h"

#include <cstddef>
#include <span>

namespace Chartline::Imaging {

// How a decoded frame lies in memory: rows × columns × samples values, by row, samples of a pixel side by side, native
// byte order. One sample: the stored value (for a palette its index), masked to Bits Stored and sign-extended. Three:
// red, green, blue, 8 bits each (deeper colour is scaled).
struct FrameFormat
{
    int rows = 0;
    int columns = 0;
    int samples = 1;
    SampleType type = SampleType::U16;

    [[nodiscard]] qint64 bytes() const { return qint64(rows) * columns * samples * bytesOf(type); }
    // From the description alone, so that the memory is there before the decoder starts. TooLarge, UnsupportedPixels.
    [[nodiscard]] static Expected<FrameFormat> of(const ImageDescription &image);
    bool operator==(const FrameFormat &) const = default;
};

// Where the bytes of one frame of native pixel data lie. Frames follow one another without a gap (PS3.5 8.1.1), so that
// one of 1-bit pixels may begin within a byte.
struct NativeRange
{
    qint64 offset = 0; // as in PixelLayout
    qint64 length = 0; // less than the frame needs where the pixel data end early; never 0
    int bit = 0; // the frame's first bit within the first of these bytes, from the least significant one
    bool operator==(const NativeRange &) const = default;
};
// UnsupportedPixels, Truncated where the pixel data end before the frame begins; Internal for encapsulated ones and
// frames that do not exist.
[[nodiscard]] Expected<NativeRange> nativeFrameRange(const ImageDescription &image, int frame);

// The fragments of one frame of encapsulated pixel data; none for native ones and frames that do not exist.
[[nodiscard]] std::span<const PixelLayout::Fragment> frameFragments(const ImageDescription &image, int frame);

struct DecodedFrame
{
    // The codec could read only a part; the rest of the frame is what the codec left there. Always told to the user.
    bool partial = false;
    QString note; // technical, English
};

// Decodes single frames. Implementations are safe from several threads at once.
class FrameDecoder
{
public:
    virtual ~FrameDecoder() = default;
    // `data`: the bytes of frameFragments(image, frame) in order (encapsulated), or those of nativeFrameRange(image,
    // frame) as one piece (native: the decoder asks nativeFrameRange() again at which bit they begin). `out`: exactly
    // FrameFormat::of(image).bytes(); after a failure its contents are of no use. Fewer bytes than were asked for are
    // decoded as far as they go: Truncated where nothing is left to show, else `partial`.
    [[nodiscard]] virtual Expected<DecodedFrame> decode(const ImageDescription &image, int frame,
                                                        std::span<const QByteArray> data,
                                                        std::span<std::byte> out) const = 0;
};

// Where bytes of received files come from. Implementations are safe from several threads at once.
class ByteSource
{
public:
    virtual ~ByteSource() = default;
    // `length` bytes of the file of instance `instance` from `offset` on; fewer at its end.
    [[nodiscard]] virtual Expected<QByteArray> read(int instance, qint64 offset, qint64 length) const = 0;
};

} // namespace Chartline::Imaging
