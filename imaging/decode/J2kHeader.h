// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Failure.h"

#include <cstddef>
#include <span>
#include <vector>

namespace Chartline::Imaging {

// What a JPEG 2000 codestream (ISO/IEC 15444-1 annex A) says of itself, and whether all of its tile-parts are there.
struct J2kHeader
{
    struct Component
    {
        int bits = 0;
        bool isSigned = false;
        int dx = 1; // subsampling
        int dy = 1;
    };
    qint64 rows = 0;
    qint64 columns = 0;
    qint64 tiles = 1;
    std::vector<Component> components;
    bool reversible = true; // the wavelet is the 5/3 one
    bool colorTransform = false; // of the first three components
    bool highThroughput = false; // CAP marker of part 15
    // Bytes that the tile-parts say they have and that are not there, or tiles without a tile-part.
    bool dataMissing = false;
    // A tile has more tile-parts than it says: OpenJPEG's strict mode leaves the others out without a word.
    bool moreParts = false;
    bool boxed = false; // in a JP2 file, whose boxes may put the channels into another order
    std::span<const std::byte> codestream; // without them

    // Corrupt, Truncated.
    [[nodiscard]] static Expected<J2kHeader> of(std::span<const std::byte> stream);
};

} // namespace Chartline::Imaging
