// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/JpegHeader.h"

namespace Chartline::Imaging {

struct JlsDecoded
{
    int rows = 0; // whole ones of all components; behind them nothing was written or something that is not sound
    bool damaged = false; // though all rows came out: data left over, codes that cannot be
    // Nothing was decoded: the stream has restart intervals or a colour transform of Hewlett-Packard.
    bool foreign = false;
};

// Decodes a JPEG-LS stream (ITU-T T.87) into cells of one byte (up to 8 bits) or two, the samples of a pixel side by
// side. An own decoder beside CharLS: that one (2.4) takes 1.3 to 2.5 times as long on CT, MR and PET (tests/bench/
// bench_imaging_codecs), never ends on some streams that are cut or damaged, takes bytes
// before the end marker for an error, and does not say how far it came. Corrupt.
[[nodiscard]] Expected<JlsDecoded> decodeJls(std::span<const std::byte> stream, const JpegHeader &header,
                                             std::span<std::byte> out);

} // namespace Chartline::Imaging
