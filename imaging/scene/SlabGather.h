// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scene/SliceGrid.h"
#include "scene/SliceSampler.h"

#include <span>
#include <vector>

namespace Chartline::Imaging {

// Puts the values that lie behind each other in a slab together, pixel by pixel; nothing does not take part.
class SlabGather
{
public:
    SlabGather(Projection projection, std::span<float> out)
        : m_projection(projection)
        , m_out(out)
        , m_counts(projection == Projection::Mean ? out.size() : 0, 0)
    {
        std::ranges::fill(m_out, nothingHere);
    }

    // `index`: of the pixel in `out`.
    void add(std::size_t index, float value)
    {
        if (std::isnan(value))
            return;
        float &sum = m_out[index];
        if (m_projection == Projection::Mean)
            ++m_counts[index];
        if (std::isnan(sum)) {
            sum = value;
            return;
        }
        switch (m_projection) {
        case Projection::Maximum: sum = std::max(sum, value); break;
        case Projection::Minimum: sum = std::min(sum, value); break;
        case Projection::Mean: sum += value; break;
        case Projection::Single: sum = value; break;
        }
    }
    // Once, at the end.
    void finish()
    {
        for (std::size_t i = 0; i < m_counts.size(); ++i) {
            if (m_counts[i] > 1)
                m_out[i] /= float(m_counts[i]);
        }
    }

private:
    Projection m_projection;
    std::span<float> m_out;
    std::vector<quint16> m_counts;
};

} // namespace Chartline::Imaging
