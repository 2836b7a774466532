// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/FrameDecoder.h"

namespace Chartline::Imaging {

// Decodes in this process. In the product it runs in the worker, as a codec may crash on a hostile stream.
class LocalFrameDecoder final : public FrameDecoder
{
public:
    // UnsupportedTransferSyntax {UID and name}, UnsupportedPixels, TooLarge, Truncated, Corrupt, OutOfMemory; Internal
    // for a wrong `out` or a frame that does not exist. Never throws.
    [[nodiscard]] Expected<DecodedFrame> decode(const ImageDescription &image, int frame,
                                                std::span<const QByteArray> data,
                                                std::span<std::byte> out) const override;
};

} // namespace Chartline::Imaging
