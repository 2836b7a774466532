// SPDX-License-Identifier: Apache-2.0
#include "volume/VolumeBuilder.h"

#include "volume/Parallel.h"
#include "volume/SliceFiller.h"
#include "volume/Suv.h"

#include <algorithm>

namespace Chartline::Imaging {

namespace {

// What means "nothing" while slices are added; the final value is chosen when the range is known.
std::optional<double> provisionalNothing(const VolumePlan &plan)
{
    if (plan.type == SampleType::F32)
        return std::numeric_limits<double>::quiet_NaN();
    // Slices that tell different padding values get one.
    const bool needed = plan.hasEmptyPlaces || std::ranges::any_of(plan.slices, [](const SlicePlan &slice) {
                            return slice.padding.has_value();
                        });
    if (plan.padding || !needed || plan.type != SampleType::I16)
        return plan.padding;
    return -32768;
}

// A little below the smallest value, so that what is interpolated at its edge stays within reason.
std::optional<double> valueBelow(const ValueRange &range, SampleType type)
{
    const double low = range.empty() ? 0 : range.low;
    const double span = range.empty() ? 0 : range.high - range.low;
    if (type == SampleType::F32)
        return double(float(low - std::max(span / 1000, std::abs(low) / 1000 + 1e-6)));
    const double smallest = type == SampleType::I16 ? -32768 : 0;
    return low - 1 >= smallest ? std::optional(low - 1) : std::nullopt;
}

} // namespace

VolumeBuilder::VolumeBuilder(const Stack &stack, VolumePlan plan, std::span<const ImageDescription> images)
    : m_plan(std::move(plan))
    , m_images(images)
    , m_volume(std::make_shared<Volume>())
    , m_nothing(provisionalNothing(m_plan))
    , m_ranges(m_plan.slices.size())
    , m_readable(m_plan.slices.size(), 0)
    , m_partial(m_plan.slices.size(), 0)
{
    m_volume->notes = stack.notes + m_plan.notes;
    const int places = m_plan.geometry.onGrid() ? m_plan.geometry.gridSlices : slices();
    m_slices.resize(sliceBytes() * std::size_t(places));
}

Expected<std::unique_ptr<VolumeBuilder>> VolumeBuilder::create(const Stack &stack, int point,
                                                               std::span<const ImageDescription> images,
                                                               const BuildLimits &limits)
try {
    auto plan = VolumePlan::of(stack, point, images, limits);
    if (!plan)
        return std::unexpected(plan.error());
    return std::unique_ptr<VolumeBuilder>(new VolumeBuilder(stack, std::move(*plan), images));
} catch (const std::bad_alloc &) {
    return failure(FailureCode::OutOfMemory, QStringLiteral("volume"));
} catch (const std::length_error &) {
    return failure(FailureCode::OutOfMemory, QStringLiteral("volume"));
}

std::size_t VolumeBuilder::sliceBytes() const
{
    const auto size = m_plan.size();
    return std::size_t(size[0]) * std::size_t(size[1]) * std::size_t(bytesOf(m_plan.type));
}

std::byte *VolumeBuilder::place(std::size_t slice)
{
    const std::size_t at = m_plan.geometry.onGrid() ? std::size_t(m_plan.geometry.gridIndex[slice]) : slice;
    return m_slices.data() + at * sliceBytes();
}

std::span<std::byte> VolumeBuilder::target(int slice)
{
    if (!m_plan.direct(std::size_t(slice)))
        return {};
    return {place(std::size_t(slice)), sliceBytes()};
}

Expected<void> VolumeBuilder::add(int slice, std::span<const std::byte> samples, bool partial)
try {
    const auto index = std::size_t(slice);
    if (qint64(samples.size()) != m_plan.slices[index].format.bytes())
        return failure(FailureCode::Internal, QStringLiteral("a slice of another size"));
    m_ranges[index] = fillSlice(m_plan, index, samples, m_nothing, place(index));
    m_readable[index] = 1;
    m_partial[index] = partial ? 1 : 0;
    return {};
} catch (const std::bad_alloc &) {
    return failure(FailureCode::OutOfMemory, QStringLiteral("slice"));
}

void VolumeBuilder::addUnreadable(int slice)
{
    m_readable[std::size_t(slice)] = 0;
}

void VolumeBuilder::choosePadding()
{
    bool empty = m_plan.hasEmptyPlaces;
    for (std::size_t i = 0; i < m_ranges.size(); ++i) {
        if (m_readable[i])
            m_range.add(m_ranges[i]);
        else
            empty = true;
    }
    if (m_plan.padding)
        m_volume->padding = m_plan.padding;
    else if (empty || (m_nothing && m_range.hasNothing))
        m_volume->padding = valueBelow(m_range, m_plan.type);
}

// The provisional value becomes the final one.
void VolumeBuilder::replaceNothing(int threads)
{
    const bool isThere = m_range.hasNothing || m_plan.hasEmptyPlaces;
    if (!m_nothing || !m_volume->padding || *m_nothing == *m_volume->padding || !isThere)
        return;
    withType(m_plan.type, [&](auto voxel) {
        using T = decltype(voxel);
        const Nothing<T> nothing(m_nothing);
        const T padding = T(*m_volume->padding);
        const std::size_t each = sliceBytes() / sizeof(T);
        parallelFor(threads, qint64(m_slices.size() / sliceBytes()), [&](qint64 i) {
            const std::span values(reinterpret_cast<T *>(m_slices.data()) + std::size_t(i) * each, each);
            std::ranges::replace_if(values, nothing, padding);
        });
    });
}

// The voxels of a place of the grid, of the slices on both sides of it.
void VolumeBuilder::interpolatePlace(int place, std::byte *out) const
{
    const StackGeometry &g = m_plan.geometry;
    const double at = g.positions.front() + place * g.step;
    const auto above = std::ranges::upper_bound(g.positions, at);
    const auto after = std::clamp<std::ptrdiff_t>(above - g.positions.begin(), 1, g.slices() - 1);
    const auto second = std::size_t(after);
    const std::size_t first = second - 1;
    double fraction = (at - g.positions[first]) / (g.positions[second] - g.positions[first]);
    const double near = 0.01; // of the gap: as good as at the slice itself
    fraction = fraction < near ? 0 : fraction > 1 - near ? 1 : fraction;
    bool given = (m_readable[first] || fraction == 1) && (m_readable[second] || fraction == 0);
    if (!g.bridged(int(first))) {
        // A slice reaches half a step to both sides.
        const double gap = g.positions[second] - g.positions[first];
        const bool nearer = fraction > 0.5;
        given = m_readable[nearer ? second : first] && std::min(fraction, 1 - fraction) * gap <= 0.5 * g.step;
        fraction = nearer ? 1 : 0;
    }
    withType(m_plan.type, [&](auto voxel) {
        using T = decltype(voxel);
        const auto count = qint64(sliceBytes() / sizeof(T));
        T *to = reinterpret_cast<T *>(out);
        const auto from = [&](std::size_t slice) {
            const std::size_t number = g.onGrid() ? std::size_t(g.gridIndex[slice]) : slice;
            return reinterpret_cast<const T *>(m_slices.data() + number * sliceBytes());
        };
        if (given)
            interpolate(from(first), from(second), float(fraction), to, count, Nothing<T>(m_volume->padding));
        else
            std::fill_n(to, count, T(m_volume->padding.value_or(0)));
    });
}

void VolumeBuilder::makeGrid(int threads)
{
    const StackGeometry &g = m_plan.geometry;
    std::vector<int> sources(std::size_t(g.gridSlices), -1);
    for (int i = 0; i < g.slices(); ++i) {
        const double at = (g.positions[std::size_t(i)] - g.positions.front()) / g.step;
        const int place = g.onGrid() ? g.gridIndex[std::size_t(i)] : int(std::round(at));
        if (g.onGrid() || std::abs(at - place) <= 0.01)
            sources[std::size_t(place)] = i;
    }
    const auto empty = [&](std::byte *out) {
        withType(m_plan.type, [&](auto voxel) {
            using T = decltype(voxel);
            std::fill_n(reinterpret_cast<T *>(out), sliceBytes() / sizeof(T), T(m_volume->padding.value_or(0)));
        });
    };
    if (g.onGrid()) {
        parallelFor(threads, g.gridSlices, [&](qint64 place) {
            std::byte *out = m_slices.data() + std::size_t(place) * sliceBytes();
            const int source = sources[std::size_t(place)];
            if (source < 0)
                interpolatePlace(int(place), out);
            else if (!m_readable[std::size_t(source)])
                empty(out);
        });
        m_volume->data = std::move(m_slices);
    } else {
        m_volume->data.resize(sliceBytes() * std::size_t(g.gridSlices));
        parallelFor(threads, g.gridSlices, [&](qint64 place) {
            interpolatePlace(int(place), m_volume->data.data() + std::size_t(place) * sliceBytes());
        });
        m_slices = {};
    }
    m_volume->sourceSlices = std::move(sources);
}

void VolumeBuilder::reduceAcross(int threads)
{
    const int by = m_plan.reduction[2];
    if (by == 1)
        return;
    const auto size = m_plan.size();
    const int places = m_plan.geometry.gridSlices;
    std::vector<std::byte> reduced(sliceBytes() * std::size_t(size[2]));
    withType(m_plan.type, [&](auto voxel) {
        using T = decltype(voxel);
        const Nothing<T> nothing(m_volume->padding);
        const std::size_t each = sliceBytes() / sizeof(T);
        const auto *in = reinterpret_cast<const T *>(m_volume->data.data());
        parallelFor(threads, size[2], [&](qint64 z) {
            T *out = reinterpret_cast<T *>(reduced.data()) + std::size_t(z) * each;
            const int end = std::min(int(z + 1) * by, places);
            for (std::size_t i = 0; i < each; ++i) {
                Mean<T> mean(nothing);
                for (int from = int(z) * by; from < end; ++from)
                    mean.add(in[std::size_t(from) * each + i]);
                out[i] = mean.value();
            }
        });
    });
    m_volume->data = std::move(reduced);
    m_volume->sourceSlices.clear();
}

void VolumeBuilder::describePet()
{
    const Suv suv = suvOf(m_images);
    const ImageDescription &first = m_images[std::size_t(m_plan.slices.front().ref.instance)];
    if (first.pet)
        m_volume->units = first.pet->units;
    if (!suv.factor) {
        m_volume->unitsNote = suv.reason;
        return;
    }
    m_volume->units = suv.units;
    m_volume->slope *= *suv.factor;
    m_volume->intercept *= *suv.factor;
    for (Window &window : m_volume->windows) {
        window.center *= *suv.factor;
        window.width *= *suv.factor;
    }
}

void VolumeBuilder::describe()
{
    Volume &v = *m_volume;
    const FrameRef middle = m_plan.slices[m_plan.slices.size() / 2].ref;
    const ImageDescription &image = m_images[std::size_t(middle.instance)];
    v.size = m_plan.size();
    v.type = m_plan.type;
    v.indexToPatient = m_plan.indexToPatient();
    v.slope = m_plan.slope;
    v.intercept = m_plan.intercept;
    v.units = image.units;
    v.frameOfReference = image.frameOfReference;
    v.modality = image.modality;
    v.series = image.series;
    v.windows = image.frame(middle.frame).windows;
    v.inverted = image.pixels.photometric == Photometric::Monochrome1 || image.invertedPresentation;
    if (image.modality == QLatin1StringView("PT"))
        describePet();
    if (!m_range.empty()) {
        v.range = {m_range.low * v.slope + v.intercept, m_range.high * v.slope + v.intercept};
        if (v.range[0] > v.range[1])
            std::swap(v.range[0], v.range[1]);
    }
    for (int i = 0; i < slices(); ++i) {
        const ImageDescription &one = m_images[std::size_t(m_plan.slices[std::size_t(i)].ref.instance)];
        if (one.units != v.units && one.modality != QLatin1StringView("PT"))
            v.units.clear();
        for (const QString &note : one.notes) {
            if (!v.notes.contains(note))
                v.notes << note;
        }
        if (!m_readable[std::size_t(i)])
            v.unreadableSlices.push_back(i);
        else if (m_partial[std::size_t(i)])
            v.partialSlices.push_back(i);
    }
    if (!v.unreadableSlices.empty())
        v.notes << QStringLiteral("unreadable-slices:%1").arg(v.unreadableSlices.size());
    if (!v.partialSlices.empty())
        v.notes << QStringLiteral("partly-decoded:%1").arg(v.partialSlices.size());
}

Expected<VolumePtr> VolumeBuilder::finish(int threads)
try {
    choosePadding();
    replaceNothing(threads);
    makeGrid(threads);
    reduceAcross(threads);
    describe();
    return std::move(m_volume);
} catch (const std::bad_alloc &) {
    return failure(FailureCode::OutOfMemory, QStringLiteral("volume"));
}

} // namespace Chartline::Imaging
