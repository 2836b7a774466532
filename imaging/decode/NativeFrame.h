// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/FrameDecoder.h"

namespace Chartline::Imaging {

// How the frames of native pixel data are laid out (PS3.5 8.1.1, 8.2; PS3.3 C.7.6.3.1.2).
struct NativeShape
{
    qint64 bitsPerFrame = 0;
    bool bigEndian = false; // samples of more than a byte have to be swapped
    bool swapsWords = false; // samples of up to a byte lie in 16-bit words of the wrong order
    bool subsampled = false; // 4:2:2: two luminances, then the two chrominances of both

    // `length`: bytes of all frames.
    [[nodiscard]] static Expected<NativeShape> of(const ImageDescription &image, qint64 length);
    [[nodiscard]] static Expected<NativeShape> of(const ImageDescription &image)
    {
        return of(image, image.layout.length);
    }
};

// `bit`: where in `bytes` the frame begins.
[[nodiscard]] Expected<DecodedFrame> decodeNative(const ImageDescription &image, const NativeShape &shape,
                                                  std::span<const std::byte> bytes, int bit, std::span<std::byte> out);

} // namespace Chartline::Imaging
