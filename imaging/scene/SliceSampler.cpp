// SPDX-License-Identifier: Apache-2.0
#include "scene/SliceSampler.h"

#include "scene/AlignedSlice.h"
#include "volume/Parallel.h"

#include <atomic>
#include <new>
#include <thread>

namespace Chartline::Imaging {

namespace {

constexpr int s_mostSide = 16384;
constexpr int s_mostSteps = 2048; // of a slab
// A thread costs about as much to start as this many samples do.
constexpr qint64 s_samplesWorthAThread = 50'000;

std::optional<SliceWalk> walkOf(const Volume &volume, const SlicePlane &plane, const SampleOptions &options)
{
    auto toGrid = volume.indexToPatient.inverse();
    if (!toGrid)
        return std::nullopt;
    if (options.toVolume)
        *toGrid = toGrid->after(*options.toVolume);
    SliceWalk walk;
    walk.width = plane.width;
    walk.height = plane.height;
    walk.across = toGrid->direction(plane.right * plane.mmPerPixel);
    walk.along = toGrid->direction(plane.down * plane.mmPerPixel);
    Vec3 first = plane.center - plane.right * (plane.mmPerPixel * (plane.width - 1) / 2)
                 - plane.down * (plane.mmPerPixel * (plane.height - 1) / 2);
    if (options.projection != Projection::Single && options.slab > 0) {
        // Steps as fine as the grid along the normal, so that no voxel is missed.
        const Vec3 normal = normalized(cross(plane.right, plane.down));
        const double perMm = length(toGrid->direction(normal));
        // A slab of three slices is three steps, whatever rounding adds.
        walk.steps = int(std::clamp(std::ceil(options.slab * perMm - 1e-6), 1.0, double(s_mostSteps)));
        const double step = options.slab / walk.steps;
        walk.through = toGrid->direction(normal * step);
        first = first - normal * (options.slab / 2 - step / 2);
    }
    walk.start = toGrid->point(first);
    for (const auto &part : {walk.start, walk.across, walk.along, walk.through}) {
        for (const double v : part) {
            if (!std::isfinite(v))
                return std::nullopt;
        }
    }
    return walk;
}

// One line of any plane, each sample on its own. What lies outside is left as it is.
template<typename T>
void sampleLine(const SliceGrid<T> &grid, const SliceWalk::Position &begin, const SliceWalk &walk, bool nearest,
                std::span<float> line)
{
    const auto count = int(line.size());
    PixelRange inside{0, count};
    PixelRange within{0, count}; // where there are voxels on all sides
    for (std::size_t i = 0; i < 3; ++i) {
        inside = common(inside, insideOf(begin[i], walk.across[i], count, grid.size(i)));
        within = common(within, insideOf(begin[i], walk.across[i], count, 1e-9, grid.size(i) - 1 - 1e-9));
    }
    if (inside.empty())
        return;
    const auto at = [&](int x) {
        return SliceWalk::Position{begin[0] + x * walk.across[0], begin[1] + x * walk.across[1],
                                   begin[2] + x * walk.across[2]};
    };
    if (nearest) {
        for (int x = inside.first; x < inside.last; ++x)
            line[std::size_t(x)] = grid.nearest(at(x));
        return;
    }
    if (within.empty())
        within = {inside.last, inside.last};
    for (int x = inside.first; x < within.first; ++x)
        line[std::size_t(x)] = grid.linear(at(x));
    for (int x = within.first; x < within.last; ++x)
        line[std::size_t(x)] = grid.linearWithin(at(x));
    for (int x = within.last; x < inside.last; ++x)
        line[std::size_t(x)] = grid.linear(at(x));
}

template<typename T>
void sampleOblique(const SliceGrid<T> &grid, const SliceWalk &walk, const SampleOptions &options, int first, int last,
                   std::span<float> out)
{
    const auto width = std::size_t(walk.width);
    const auto band = out.subspan(std::size_t(first) * width, std::size_t(last - first) * width);
    SlabGather gather(options.projection, band);
    std::vector<float> line(walk.steps > 1 ? width : 0);
    for (int y = first; y < last; ++y) {
        const auto row = std::size_t(y - first) * width;
        for (int k = 0; k < walk.steps; ++k) {
            SliceWalk::Position begin{};
            for (std::size_t i = 0; i < 3; ++i)
                begin[i] = walk.start[i] + y * walk.along[i] + k * walk.through[i];
            if (walk.steps == 1) {
                sampleLine(grid, begin, walk, options.nearest, band.subspan(row, width));
            } else {
                std::ranges::fill(line, nothingHere);
                sampleLine(grid, begin, walk, options.nearest, line);
                gather.add(row, line);
            }
        }
    }
    gather.finish();
}

int threadsFor(const SliceWalk &walk, int wanted)
{
    const int most = wanted > 0 ? wanted : std::max(1, int(std::thread::hardware_concurrency()));
    const qint64 samples = qint64(walk.width) * walk.height * walk.steps;
    return int(std::clamp<qint64>(samples / s_samplesWorthAThread, 1, most));
}

// False where memory runs out.
template<typename T>
bool sampleAll(const Volume &volume, const SliceWalk &walk, const SampleOptions &options, std::span<float> out)
{
    const SliceGrid<T> grid(volume);
    const auto axes = alignedAxes(walk);
    const int threads = threadsFor(walk, options.threads);
    // A few bands for each thread: they take unequal time.
    const int bands = std::min(walk.height, threads == 1 ? 1 : threads * 4);
    std::atomic<bool> done{true};
    parallelFor(threads, bands, [&](qint64 band) {
        const int first = int(band * walk.height / bands);
        const int last = int((band + 1) * walk.height / bands);
        try {
            if (axes)
                AlignedSlice<T>(grid, walk, options, *axes).sample(first, last, out);
            else
                sampleOblique(grid, walk, options, first, last, out);
        } catch (const std::bad_alloc &) {
            done = false;
        }
    });
    return done;
}

} // namespace

std::optional<SliceAxes> alignedAxes(const SliceWalk &walk)
{
    constexpr double most = 1e-3; // voxels
    const auto axisOf = [](const SliceWalk::Position &step, double count) -> std::optional<std::size_t> {
        std::optional<std::size_t> axis;
        for (std::size_t i = 0; i < 3; ++i) {
            if (std::abs(step[i]) * count <= most)
                continue;
            if (axis)
                return std::nullopt;
            axis = i;
        }
        return axis;
    };
    const auto across = axisOf(walk.across, walk.width);
    const auto along = axisOf(walk.along, walk.height);
    if (!across || !along || *across == *along)
        return std::nullopt;
    const SliceAxes axes{*across, *along, 3 - *across - *along};
    if (walk.steps > 1 && axisOf(walk.through, walk.steps) != axes.through)
        return std::nullopt;
    return axes;
}

Expected<SliceValues> sampleSlice(const Volume &volume, const SlicePlane &plane, const SampleOptions &options)
{
    const auto walk = walkOf(volume, plane, options);
    const bool empty = std::ranges::any_of(volume.size, [](int side) { return side <= 0; });
    if (!walk || empty || plane.width <= 0 || plane.height <= 0 || plane.width > s_mostSide || plane.height > s_mostSide
        || volume.data.size() < std::size_t(volume.voxels()) * std::size_t(bytesOf(volume.type)))
        return failure(FailureCode::Internal, QStringLiteral("plane"));
    SliceValues result{plane.width, plane.height, {}};
    try {
        result.values.resize(std::size_t(plane.width) * std::size_t(plane.height));
    } catch (const std::bad_alloc &) {
        return failure(FailureCode::OutOfMemory);
    }
    const bool done =
        withType(volume.type, [&]<typename T>(T) { return sampleAll<T>(volume, *walk, options, result.values); });
    if (!done)
        return failure(FailureCode::OutOfMemory);
    return result;
}

} // namespace Chartline::Imaging
