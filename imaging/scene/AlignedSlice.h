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

// A slice along the axes of the grid. Every column lies between the same two voxels in each row, so the plane (or, of a
// slab, its projection) is taken out of the volume once, each row is mixed of two of its rows, and each pixel of two of
// that row. Of a slab, values are put together first and interpolated in the plane after.
template<typename T>
class AlignedSlice
{
public:
    AlignedSlice(const SliceGrid<T> &grid, const SliceWalk &walk, const SampleOptions &options, const SliceAxes &axes)
        : m_grid(grid)
        , m_walk(walk)
        , m_options(options)
        , m_axes(axes)
        , m_columns(insideOf(walk.start[axes.across], walk.across[axes.across], walk.width, grid.size(axes.across)))
        , m_rows(insideOf(walk.start[axes.along], walk.along[axes.along], walk.height, grid.size(axes.along)))
        , m_depths(insideOf(walk.start[axes.through], walk.through[axes.through], walk.steps, grid.size(axes.through)))
        , m_places(std::size_t(walk.width))
    {
        for (int x = m_columns.first; x < m_columns.last; ++x)
            m_places[std::size_t(x)] = placeOf(acrossAt(x), axes.across);
    }

    // Rows first to last - 1 of the picture; `out` is the whole picture's.
    void sample(int first, int last, std::span<float> out) const
    {
        const auto width = std::size_t(m_walk.width);
        const auto band = out.subspan(std::size_t(first) * width, std::size_t(last - first) * width);
        std::ranges::fill(band, nothingHere);
        const PixelRange rows = common(m_rows, {first, last});
        if (rows.empty() || m_columns.empty() || m_depths.empty())
            return;
        Plane plane = planeFor(rows);
        fill(plane);
        std::vector<float> mixed(std::size_t(plane.columns));
        for (int y = rows.first; y < rows.last; ++y)
            drawLine(plane, y, mixed, band.subspan(std::size_t(y - first) * width, width));
    }

private:
    using Place = typename SliceGrid<T>::Place;

    // A part of one plane of the grid, or of the projection of several: stored values, NaN where there is nothing.
    struct Plane
    {
        int firstColumn = 0;
        int columns = 0;
        int firstRow = 0;
        int rows = 0;
        std::vector<float> values;
    };

    [[nodiscard]] double acrossAt(int x) const
    {
        return m_walk.start[m_axes.across] + x * m_walk.across[m_axes.across];
    }
    [[nodiscard]] double alongAt(int y) const { return m_walk.start[m_axes.along] + y * m_walk.along[m_axes.along]; }
    [[nodiscard]] double throughAt(int k) const
    {
        return m_walk.start[m_axes.through] + k * m_walk.through[m_axes.through];
    }
    [[nodiscard]] Place placeOf(double position, std::size_t axis) const
    {
        if (m_options.nearest)
            return {m_grid.nearestOf(position, axis), 0};
        return m_grid.placeOf(position, axis);
    }

    [[nodiscard]] Plane planeFor(const PixelRange &rows) const
    {
        const auto spanOf = [](int a, int b, int size) {
            const int low = std::min(a, b);
            return std::array{low, std::min(std::max(a, b) + 2, size) - low};
        };
        const auto columns = spanOf(m_places[std::size_t(m_columns.first)].low,
                                    m_places[std::size_t(m_columns.last - 1)].low, m_grid.size(m_axes.across));
        const auto lines = spanOf(placeOf(alongAt(rows.first), m_axes.along).low,
                                  placeOf(alongAt(rows.last - 1), m_axes.along).low, m_grid.size(m_axes.along));
        Plane plane{columns[0], columns[1], lines[0], lines[1], {}};
        plane.values.resize(std::size_t(columns[1]) * std::size_t(lines[1]));
        return plane;
    }

    void fill(Plane &plane) const
    {
        const auto pitch = std::size_t(plane.columns);
        if (m_walk.steps == 1) {
            for (int v = 0; v < plane.rows; ++v)
                takeRow(plane, v, m_depths.first, std::span(plane.values).subspan(std::size_t(v) * pitch, pitch));
            return;
        }
        SlabGather gather(m_options.projection, plane.values);
        std::vector<float> line(pitch);
        for (int k = m_depths.first; k < m_depths.last; ++k) {
            for (int v = 0; v < plane.rows; ++v) {
                takeRow(plane, v, k, line);
                gather.add(std::size_t(v) * pitch, line);
            }
        }
        gather.finish();
    }

    void takeRow(const Plane &plane, int row, int k, std::span<float> out) const
    {
        const Place depth = placeOf(throughAt(k), m_axes.through);
        const qint64 step = m_grid.stride(m_axes.across);
        const T *in = m_grid.data() + depth.low * m_grid.stride(m_axes.through) + plane.firstColumn * step
                      + (plane.firstRow + row) * m_grid.stride(m_axes.along);
        const qint64 upper = depth.part > 0 ? m_grid.stride(m_axes.through) : 0;
        if (m_grid.hasPadding()) {
            for (std::size_t u = 0; u < out.size(); ++u, in += step)
                out[u] = mixedBesidePadding(in[0], in[upper], depth.part);
        } else if (upper == 0) {
            for (std::size_t u = 0; u < out.size(); ++u, in += step)
                out[u] = float(*in);
        } else {
            for (std::size_t u = 0; u < out.size(); ++u, in += step)
                out[u] = float(in[0]) + (float(in[upper]) - float(in[0])) * depth.part;
        }
    }

    [[nodiscard]] float mixedBesidePadding(T low, T high, float part) const
    {
        const bool lowEmpty = m_grid.isPadding(low);
        const bool highEmpty = m_grid.isPadding(high);
        if (!lowEmpty && !highEmpty)
            return float(low) + (float(high) - float(low)) * part;
        // A single slice asks the grid, which looks at all eight neighbours at once.
        if (m_walk.steps == 1 || (part > 0.5F ? highEmpty : lowEmpty))
            return nothingHere;
        return lowEmpty ? float(high) : float(low);
    }

    void drawLine(const Plane &plane, int y, std::vector<float> &mixed, std::span<float> out) const
    {
        const Place row = placeOf(alongAt(y), m_axes.along);
        const auto pitch = std::size_t(plane.columns);
        const float *top = plane.values.data() + std::size_t(row.low - plane.firstRow) * pitch;
        const float *bottom = row.part > 0 ? top + pitch : top;
        for (std::size_t u = 0; u < pitch; ++u)
            mixed[u] = top[u] + (bottom[u] - top[u]) * row.part;
        for (int x = m_columns.first; x < m_columns.last; ++x) {
            const Place place = m_places[std::size_t(x)];
            const float *pair = mixed.data() + (place.low - plane.firstColumn);
            const float next = place.part > 0 ? pair[1] : pair[0];
            out[std::size_t(x)] = m_grid.modality(pair[0] + (next - pair[0]) * place.part);
        }
        if (m_grid.hasPadding() && !m_options.nearest)
            mendLine(plane, y, out);
    }

    // Where something that is nothing took part.
    void mendLine(const Plane &plane, int y, std::span<float> out) const
    {
        for (int x = m_columns.first; x < m_columns.last; ++x) {
            float &value = out[std::size_t(x)];
            if (!std::isnan(value))
                continue;
            if (m_walk.steps > 1) {
                value = besideNothing(plane, placeOf(alongAt(y), m_axes.along), m_places[std::size_t(x)]);
                continue;
            }
            typename SliceGrid<T>::Position p{};
            p[m_axes.across] = acrossAt(x);
            p[m_axes.along] = alongAt(y);
            p[m_axes.through] = throughAt(0);
            value = m_grid.linear(p);
        }
    }

    // As the grid does it with eight voxels, with the four of the projection.
    [[nodiscard]] float besideNothing(const Plane &plane, const Place &row, const Place &column) const
    {
        const auto pitch = std::size_t(plane.columns);
        const float *corner = plane.values.data() + std::size_t(row.low - plane.firstRow) * pitch
                              + std::size_t(column.low - plane.firstColumn);
        const std::size_t right = column.part > 0 ? 1 : 0;
        const std::size_t below = row.part > 0 ? pitch : 0;
        if (std::isnan(corner[(column.part > 0.5F ? right : 0) + (row.part > 0.5F ? below : 0)]))
            return nothingHere;
        float sum = 0;
        float weights = 0;
        const auto add = [&](float value, float weight) {
            if (weight > 0 && !std::isnan(value)) {
                sum += value * weight;
                weights += weight;
            }
        };
        add(corner[0], (1 - column.part) * (1 - row.part));
        add(corner[right], column.part * (1 - row.part));
        add(corner[below], (1 - column.part) * row.part);
        add(corner[right + below], column.part * row.part);
        return m_grid.modality(sum / weights);
    }

    const SliceGrid<T> &m_grid;
    const SliceWalk &m_walk;
    const SampleOptions &m_options;
    SliceAxes m_axes;
    PixelRange m_columns;
    PixelRange m_rows;
    PixelRange m_depths;
    std::vector<Place> m_places; // of each column
};

} // namespace Chartline::Imaging
