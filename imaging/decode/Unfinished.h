// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <span>

namespace Chartline::Imaging {

// How many rows a codec that works from top to bottom and has failed had finished: it is run again over a pattern, and
// the rows from the first untouched one on become zero. Codecs do not say it themselves.
template<typename Run>
[[nodiscard]] std::size_t rowsDone(std::span<std::byte> out, std::size_t stride, Run &&run)
{
    constexpr std::byte untouched{0xA5};
    std::ranges::fill(out, untouched);
    run();
    std::size_t rows = out.size() / stride;
    const auto isUntouched = [&](std::size_t row) {
        return std::ranges::all_of(out.subspan(row * stride, stride), [=](std::byte b) { return b == untouched; });
    };
    while (rows > 0 && isUntouched(rows - 1))
        --rows;
    std::ranges::fill(out.subspan(rows * stride), std::byte(0));
    return rows;
}

} // namespace Chartline::Imaging
