// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scene/SlabGather.h"

#include <optional>

namespace Chartline::Imaging {

// Which axis of the grid the columns and the rows of a slice run along, and which one goes through it.
struct SliceAxes
{
    std::size_t across = 0;
    std::size_t along = 1;
    std::size_t through = 2;
};

// Nothing where the slice is oblique to the grid: over its whole size it may leave the axes by a thousandth of a voxel,
// which direction cosines of six digits do.
[[nodiscard]] std::optional<SliceAxes> alignedAxes(const SliceWalk &walk);

// A slice along the axes of the grid. Every column lies between the same two voxels in each row, so what is needed of
// the volume is taken out once, each row is mixed of two, and each pixel of two of that row.
template<typename T>
class AlignedSlice
{
public:
    AlignedSlice(const SliceGrid<T> &grid, const SliceWalk &walk, const SliceAxes &axes)
        : m_grid(grid)
        , m_walk(walk)
        , m_axes(axes)
        , m_columns(insideOf(walk.start[axes.across], walk.across[axes.across], walk.width, grid.size(axes.across)))
        , m_rows(insideOf(walk.start[axes.along], walk.along[axes.along], walk.height, grid.size(axes.along)))
    {
        m_places.resize(std::size_t(walk.width));
        m_nearest.resize(std::size_t(walk.width));
        for (int x = m_columns.first; x < m_columns.last; ++x) {
            m_places[std::size_t(x)] = grid.placeOf(at(0, x), axes.across);
            m_nearest[std::size_t(x)] = grid.nearestOf(at(0, x), axes.across) * grid.stride(axes.across);
        }
    }

    // Rows first to last - 1 of the picture; `out` is the whole picture's.
    void sample(const SampleOptions &options, int first, int last, std::span<float> out) const
    {
        const auto width = std::size_t(m_walk.width);
        const auto band = out.subspan(std::size_t(first) * width, std::size_t(last - first) * width);
        SlabGather gather(options.projection, band);
        const PixelRange rows = common(m_rows, {first, last});
        const PixelRange depths =
            insideOf(m_walk.start[m_axes.through], m_walk.through[m_axes.through], m_walk.steps, m_grid.size(m_axes.through));
        if (rows.empty() || m_columns.empty())
            return;
        const bool single = m_walk.steps == 1;
        std::vector<float> line(width);
        Extract extract;
        for (int k = depths.first; k < depths.last; ++k) {
            if (!options.nearest)
                takeOut(rows, k, extract);
            for (int y = rows.first; y < rows.last; ++y) {
                const auto start = std::size_t(y - first) * width;
                float *target = single ? band.data() + start : line.data();
                if (options.nearest)
                    nearestLine(y, k, target);
                else
                    linearLine(y, k, extract, target);
                if (!single) {
                    for (int x = m_columns.first; x < m_columns.last; ++x)
                        gather.add(start + std::size_t(x), line[std::size_t(x)]);
                }
            }
        }
        gather.finish();
    }

private:
    // A part of one plane of the grid, between two slices where need be: stored values, NaN beside padding.
    struct Extract
    {
        int firstColumn = 0;
        int columns = 0;
        int firstRow = 0;
        int rows = 0;
        std::vector<float> values;
        std::vector<float> mixed; // one row of the picture
    };

    // Voxel index of column x (0), row y (1) or step k (2).
    [[nodiscard]] double at(int which, int index) const
    {
        const std::size_t axis = which == 0 ? m_axes.across : which == 1 ? m_axes.along : m_axes.through;
        const auto &step = which == 0 ? m_walk.across : which == 1 ? m_walk.along : m_walk.through;
        return m_walk.start[axis] + index * step[axis];
    }

    void takeOut(const PixelRange &rows, int k, Extract &extract) const
    {
        const auto spanOf = [](int a, int b, int size) {
            const int low = std::min(a, b);
            return std::array{low, std::min(std::max(a, b) + 2, size) - low};
        };
        const auto columns = spanOf(m_places[std::size_t(m_columns.first)].low,
                                    m_places[std::size_t(m_columns.last - 1)].low, m_grid.size(m_axes.across));
        const auto lines = spanOf(m_grid.placeOf(at(1, rows.first), m_axes.along).low,
                                  m_grid.placeOf(at(1, rows.last - 1), m_axes.along).low, m_grid.size(m_axes.along));
        extract.firstColumn = columns[0];
        extract.columns = columns[1];
        extract.firstRow = lines[0];
        extract.rows = lines[1];
        extract.values.resize(std::size_t(columns[1]) * std::size_t(lines[1]));
        extract.mixed.resize(std::size_t(columns[1]) + 1);
        const auto depth = m_grid.placeOf(at(2, k), m_axes.through);
        const qint64 stepAcross = m_grid.stride(m_axes.across);
        const qint64 stepAlong = m_grid.stride(m_axes.along);
        const qint64 upper = depth.part > 0 ? m_grid.stride(m_axes.through) : 0;
        const T *corner = m_grid.data() + depth.low * m_grid.stride(m_axes.through) + columns[0] * stepAcross
                          + lines[0] * stepAlong;
        for (int v = 0; v < lines[1]; ++v) {
            const T *in = corner + v * stepAlong;
            float *out = extract.values.data() + std::size_t(v) * std::size_t(columns[1]);
            if (m_grid.hasPadding())
                mixSlices<true>(in, stepAcross, upper, depth.part, columns[1], out);
            else if (stepAcross == 1)
                mixSlices<false>(in, 1, upper, depth.part, columns[1], out);
            else
                mixSlices<false>(in, stepAcross, upper, depth.part, columns[1], out);
        }
    }

    template<bool Padding>
    void mixSlices(const T *in, qint64 step, qint64 upper, float part, int count, float *out) const
    {
        for (int u = 0; u < count; ++u) {
            const T low = in[u * step];
            const T high = in[u * step + upper];
            const float mixed = float(low) + (float(high) - float(low)) * part;
            if constexpr (Padding)
                out[u] = m_grid.isPadding(low) || m_grid.isPadding(high) ? nothingHere : mixed;
            else
                out[u] = mixed;
        }
    }

    void linearLine(int y, int k, Extract &extract, float *out) const
    {
        const auto row = m_grid.placeOf(at(1, y), m_axes.along);
        const auto pitch = std::size_t(extract.columns);
        const float *top = extract.values.data() + std::size_t(row.low - extract.firstRow) * pitch;
        const float *bottom = row.part > 0 ? top + pitch : top;
        float *mixed = extract.mixed.data();
        for (std::size_t u = 0; u < pitch; ++u)
            mixed[u] = top[u] + (bottom[u] - top[u]) * row.part;
        mixed[pitch] = mixed[pitch - 1]; // next to the last column, where it has no part
        for (int x = m_columns.first; x < m_columns.last; ++x) {
            const auto place = m_places[std::size_t(x)];
            const float *pair = mixed + (place.low - extract.firstColumn);
            const float next = place.part > 0 ? pair[1] : pair[0];
            out[x] = m_grid.modality(pair[0] + (next - pair[0]) * place.part);
        }
        if (!m_grid.hasPadding())
            return;
        for (int x = m_columns.first; x < m_columns.last; ++x) {
            if (std::isnan(out[x]))
                out[x] = m_grid.linear(position(x, y, k));
        }
    }

    void nearestLine(int y, int k, float *out) const
    {
        const T *in = m_grid.data() + m_grid.nearestOf(at(1, y), m_axes.along) * m_grid.stride(m_axes.along)
                      + m_grid.nearestOf(at(2, k), m_axes.through) * m_grid.stride(m_axes.through);
        for (int x = m_columns.first; x < m_columns.last; ++x)
            out[x] = m_grid.value(in[m_nearest[std::size_t(x)]]);
    }

    [[nodiscard]] typename SliceGrid<T>::Position position(int x, int y, int k) const
    {
        typename SliceGrid<T>::Position p{};
        p[m_axes.across] = at(0, x);
        p[m_axes.along] = at(1, y);
        p[m_axes.through] = at(2, k);
        return p;
    }

    const SliceGrid<T> &m_grid;
    const SliceWalk &m_walk;
    SliceAxes m_axes;
    PixelRange m_columns;
    PixelRange m_rows;
    std::vector<typename SliceGrid<T>::Place> m_places; // of each column
    std::vector<qint64> m_nearest; // of each column: how far its voxel is from the row's first
};

} // namespace Chartline::Imaging
