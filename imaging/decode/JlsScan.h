// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/JlsBits.h"

#include <QtTypes>
#include <array>
#include <vector>

namespace Chartline::Imaging {

// Parameters of a scan (ITU-T T.87 C.2.3, C.2.4.1.1).
struct JlsParameters
{
    int most = 255; // MAXVAL
    int near = 0; // NEAR: how far a sample may be from what it was
    int threshold1 = 0; // 0: by C.2.4.1.1.1
    int threshold2 = 0;
    int threshold3 = 0;
    int reset = 64;
    int interleave = 0; // 0: one component, 1: by line, 2: by sample
    int components = 1; // of this scan
    int rows = 0;
    int columns = 0;

    // The ones that were not told; false where the told ones cannot be.
    [[nodiscard]] bool complete();
};

struct JlsOutcome
{
    int rows = 0; // whole ones
    bool damaged = false; // codes that cannot be, or data left over
};

// Decodes one scan. Samples of the components lie side by side: sample c of pixel p of row r is at out[(r · columns +
// p) · step + first + c], in cells of `size` bytes.
[[nodiscard]] JlsOutcome decodeJlsScan(const JlsParameters &parameters, std::span<const std::byte> data, std::byte *out,
                                       int size, int step, int first);

} // namespace Chartline::Imaging
