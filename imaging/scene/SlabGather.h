// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scene/SliceGrid.h"
#include "scene/SliceSampler.h"

#include <span>
#include <vector>

namespace Chartline::Imaging {

// Puts the values that lie behind each other in a slab together, line by line; nothing (NaN) does not take part.
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

    // Values for out[start], out[start + 1]…
    void add(std::size_t start, std::span<const float> line)
    {
        float *out = m_out.data() + start;
        switch (m_projection) {
        case Projection::Maximum:
            for (std::size_t i = 0; i < line.size(); ++i)
                out[i] = line[i] > out[i] || std::isnan(out[i]) ? line[i] : out[i];
            break;
        case Projection::Minimum:
            for (std::size_t i = 0; i < line.size(); ++i)
                out[i] = line[i] < out[i] || std::isnan(out[i]) ? line[i] : out[i];
            break;
        case Projection::Mean: addUp(start, line); break;
        case Projection::Single: std::ranges::copy(line, out); break;
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
    void addUp(std::size_t start, std::span<const float> line)
    {
        float *out = m_out.data() + start;
        quint16 *counts = m_counts.data() + start;
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (!std::isnan(line[i]))
                out[i] = counts[i]++ == 0 ? line[i] : out[i] + line[i];
        }
    }

    Projection m_projection;
    std::span<float> m_out;
    std::vector<quint16> m_counts;
};

} // namespace Chartline::Imaging
