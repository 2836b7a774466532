// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

namespace Chartline::Imaging {

// Finds how coarse pictures have to be so that moving stays fluent on this machine: the distance between rays, in
// pixels, follows the time that the pictures before took.
class ScenePace
{
public:
    explicit ScenePace(std::size_t start)
        : m_step(std::min(start, s_distances.size() - 1))
    { }
    [[nodiscard]] float rayDistance() const { return s_distances[m_step]; }
    // Tells how long a moving picture took to draw.
    void took(double seconds)
    {
        if (seconds > s_slow && m_step + 1 < s_distances.size())
            ++m_step;
        else if (seconds < s_fast && m_step > 0)
            --m_step;
    }

private:
    static constexpr std::array<float, 6> s_distances{1, 1.5, 2, 2.5, 3, 4};
    static constexpr double s_slow = 0.11;
    // One step finer takes at most 2.25 times as long.
    static constexpr double s_fast = 0.045;
    std::size_t m_step;
};

} // namespace Chartline::Imaging
