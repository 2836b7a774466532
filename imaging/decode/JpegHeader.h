// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Failure.h"

#include <array>
#include <cstddef>
#include <optional>
#include <span>

namespace Chartline::Imaging {

// What a JPEG or JPEG-LS stream says before its first scan (ITU-T T.81 annex B, T.87 annex C).
struct JpegHeader
{
    struct Component
    {
        int id = 0;
        int horizontal = 1; // sampling factors
        int vertical = 1;
    };
    int process = 0; // n of SOFn: 0 baseline, 1 extended, 2 progressive, 3 lossless, 55 JPEG-LS
    int precision = 0;
    int rows = 0; // 0: told behind the first scan only
    int columns = 0;
    int components = 0;
    std::array<Component, 4> component;
    int predictor = 0; // of the first scan, where lossless
    bool oddScan = false; // a sequential one with parameters of another process, which a decoder warns of
    bool jfif = false;
    std::optional<int> adobeTransform; // of an Adobe marker: 0 none, 1 YCbCr, 2 YCCK
    bool complete = false; // an End of Image marker lies at the end

    [[nodiscard]] bool isArithmetic() const { return process > 8 && process < 16; }
    [[nodiscard]] bool isSubsampled() const;
    // Corrupt, Truncated.
    [[nodiscard]] static Expected<JpegHeader> of(std::span<const std::byte> stream);
};

} // namespace Chartline::Imaging
