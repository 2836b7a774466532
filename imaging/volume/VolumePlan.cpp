// SPDX-License-Identifier: Apache-2.0
#include "volume/VolumePlan.h"

#include <algorithm>
#include <cmath>

namespace Chartline::Imaging {

namespace {

constexpr int mostReduction = 8;

bool sameForAll(const std::vector<SlicePlan> &slices, auto member)
{
    return std::ranges::all_of(slices, [&](const SlicePlan &slice) {
        return std::invoke(member, slice) == std::invoke(member, slices.front());
    });
}

// Padding values are sometimes written with the wrong sign.
double asStored(double value, const PixelFormat &pixels)
{
    const double span = std::ldexp(1.0, std::clamp(pixels.bitsAllocated, 1, 32));
    if (pixels.isFloat)
        return value;
    if (pixels.isSigned && value >= span / 2)
        return value - span;
    return !pixels.isSigned && value < 0 ? value + span : value;
}

Expected<SlicePlan> planSlice(const ImageDescription &image, const FrameRef &ref, bool &badRescale)
{
    const auto format = FrameFormat::of(image);
    if (!format)
        return std::unexpected(format.error());
    if (format->samples != 1)
        return failure(FailureCode::UnsupportedPixels, QStringLiteral("colour in a volume"));
    SlicePlan plan;
    plan.ref = ref;
    plan.format = *format;
    const FrameInfo info = image.frame(ref.frame);
    const double slope = info.slope.value_or(1);
    const double intercept = info.intercept.value_or(0);
    if (std::isfinite(slope) && std::isfinite(intercept) && slope != 0) {
        plan.slope = slope;
        plan.intercept = intercept;
    } else {
        badRescale = true;
    }
    if (image.paddingValue) {
        const double from = asStored(*image.paddingValue, image.pixels);
        const double to = image.paddingLimit ? asStored(*image.paddingLimit, image.pixels) : from;
        plan.padding = {std::min(from, to), std::max(from, to)};
    }
    if (image.modalityLut && !image.modalityLut->entries.empty() && !image.pixels.isFloat)
        plan.lut = &*image.modalityLut;
    return plan;
}

bool fits(double value, SampleType type)
{
    switch (type) {
    case SampleType::U8: return value >= 0 && value <= 255;
    case SampleType::U16: return value >= 0 && value <= 65535;
    case SampleType::I16: return value >= -32768 && value <= 32767;
    default: return false;
    }
}

// The narrowest type that holds the stored values of all slices, and "nothing" besides where that is needed.
SampleType storedType(const VolumePlan &plan, std::span<const ImageDescription> images)
{
    int most = 8; // bits of unsigned values
    bool hasSigned = false;
    bool fitsShort = true; // in 16 signed bits
    for (const SlicePlan &slice : plan.slices) {
        switch (slice.format.type) {
        case SampleType::U8: break;
        case SampleType::I8:
        case SampleType::I16: hasSigned = true; break;
        case SampleType::U16: {
            most = 16;
            const ImageDescription &image = images[std::size_t(slice.ref.instance)];
            fitsShort = fitsShort && image.pixels.bitsStored < 16;
            break;
        }
        default: return SampleType::F32;
        }
    }
    if (hasSigned)
        return fitsShort ? SampleType::I16 : SampleType::F32;
    const SampleType plain = most == 8 ? SampleType::U8 : SampleType::U16;
    if (!plan.hasEmptyPlaces || (plan.padding && fits(*plan.padding, plain)))
        return plain;
    return fitsShort ? SampleType::I16 : SampleType::F32;
}

void chooseValues(VolumePlan &plan, std::span<const ImageDescription> images)
{
    const bool anyLut = std::ranges::any_of(plan.slices, [](const SlicePlan &s) { return s.lut != nullptr; });
    const bool allLut = std::ranges::all_of(plan.slices, [](const SlicePlan &s) { return s.lut != nullptr; });
    const bool anyPadding = std::ranges::any_of(plan.slices, [](const SlicePlan &s) { return s.padding.has_value(); });
    const bool uniform = sameForAll(plan.slices, &SlicePlan::slope) && sameForAll(plan.slices, &SlicePlan::intercept);
    if (sameForAll(plan.slices, &SlicePlan::padding) && plan.slices.front().padding)
        plan.padding = plan.slices.front().padding->front();
    if (anyLut) {
        plan.modalityValues = true;
        plan.type = allLut && !anyPadding && !plan.hasEmptyPlaces ? SampleType::U16 : SampleType::F32;
    } else {
        plan.type = uniform ? storedType(plan, images) : SampleType::F32;
        plan.modalityValues = plan.type == SampleType::F32;
    }
    if (plan.modalityValues) {
        plan.padding.reset();
        return;
    }
    plan.slope = plan.slices.front().slope;
    plan.intercept = plan.slices.front().intercept;
    if (plan.padding && !fits(*plan.padding, plan.type))
        plan.padding.reset();
}

// The rectangle that holds all slices where they are.
void planPlane(VolumePlan &plan)
{
    const StackGeometry &g = plan.geometry;
    std::array<double, 2> low{0, 0};
    std::array<double, 2> high{0, 0};
    for (const auto &shift : g.shifts) {
        for (std::size_t axis = 0; axis < 2; ++axis) {
            low[axis] = std::min(low[axis], shift[axis]);
            high[axis] = std::max(high[axis], shift[axis]);
        }
    }
    const std::array<double, 2> spacing{g.first.columnSpacing, g.first.rowSpacing};
    const std::array<int, 2> size{g.columns, g.rows};
    for (std::size_t axis = 0; axis < 2; ++axis) {
        const double wider = std::ceil((high[axis] - low[axis]) / spacing[axis] - 1e-3);
        // Hostile positions: the limits below refuse it.
        plan.plane[axis] = size[axis] + int(std::clamp(wider, 0.0, 1e6));
        plan.corner[axis] = low[axis];
        plan.hasEmptyPlaces = plan.hasEmptyPlaces || wider > 0;
        for (std::size_t i = 0; i < plan.slices.size(); ++i)
            plan.slices[i].shift[axis] = std::clamp((g.shifts[i][axis] - low[axis]) / spacing[axis], 0.0, 1e6);
    }
    for (int i = 0; i + 1 < g.slices(); ++i)
        plan.hasEmptyPlaces = plan.hasEmptyPlaces || !g.bridged(i);
}

// Bytes while building: the slices as they are read, and the grid where that is another.
double bytesNeeded(const VolumePlan &plan)
{
    const auto size = plan.size();
    const double plane = double(size[0]) * size[1] * bytesOf(plan.type);
    const double grid = plane * plan.geometry.gridSlices;
    return grid + (plan.geometry.onGrid() ? 0 : plane * plan.geometry.slices())
           + (plan.reduction[2] > 1 ? plane * size[2] : 0);
}

bool withinLimits(const VolumePlan &plan, const BuildLimits &limits)
{
    const auto size = plan.size();
    const double voxels = double(size[0]) * size[1] * size[2];
    return (limits.voxels <= 0 || voxels <= double(limits.voxels))
           && (limits.perAxis <= 0 || *std::ranges::max_element(size) <= limits.perAxis)
           && bytesNeeded(plan) <= double(limits.bytes);
}

// Halves the axis that is too long, or those with the finest spacing, until the volume is within the limits.
bool reduce(VolumePlan &plan, const BuildLimits &limits)
{
    const std::array<double, 3> spacing{plan.geometry.first.columnSpacing, plan.geometry.first.rowSpacing,
                                        plan.geometry.step};
    while (!withinLimits(plan, limits)) {
        const auto size = plan.size();
        double finest = std::numeric_limits<double>::infinity();
        bool tooLong = false;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            if (size[axis] > 1)
                finest = std::min(finest, spacing[axis] * plan.reduction[axis]);
            tooLong = tooLong || (limits.perAxis > 0 && size[axis] > limits.perAxis);
        }
        const auto before = plan.reduction;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const bool halve =
                tooLong ? size[axis] > limits.perAxis : size[axis] > 1 && spacing[axis] * before[axis] <= 1.5 * finest;
            if (halve)
                plan.reduction[axis] *= 2;
        }
        if (plan.reduction == before || *std::ranges::max_element(plan.reduction) > mostReduction)
            return false;
    }
    if (const int most = *std::ranges::max_element(plan.reduction); most > 1)
        plan.notes << QStringLiteral("downsampled:%1").arg(most);
    return true;
}

} // namespace

std::array<int, 3> VolumePlan::size() const
{
    const auto divided = [](int size, int by) { return (size + by - 1) / by; };
    return {divided(plane[0], reduction[0]), divided(plane[1], reduction[1]),
            divided(geometry.gridSlices, reduction[2])};
}

Affine VolumePlan::indexToPatient() const
{
    const FrameGeometry &f = geometry.first;
    Affine a;
    a.columns[0] = f.row * (f.columnSpacing * reduction[0]);
    a.columns[1] = f.column * (f.rowSpacing * reduction[1]);
    a.columns[2] = f.normal * (geometry.step * reduction[2]);
    // The centre of the first voxel is the middle of those it is made of.
    const auto middle = [&](std::size_t axis, double spacing) { return (reduction[axis] - 1) / 2.0 * spacing; };
    a.translation = f.origin + f.row * (corner[0] + middle(0, f.columnSpacing))
                    + f.column * (corner[1] + middle(1, f.rowSpacing)) + f.normal * middle(2, geometry.step);
    return a;
}

bool VolumePlan::direct(std::size_t slice) const
{
    const SlicePlan &s = slices[slice];
    return s.format.type == type && !s.lut && !modalityValues && reduction == std::array{1, 1, 1}
           && plane == std::array{geometry.columns, geometry.rows} && s.format.columns == plane[0]
           && s.format.rows == plane[1];
}

Expected<VolumePlan> VolumePlan::of(const Stack &stack, int point, std::span<const ImageDescription> images,
                                    const BuildLimits &limits)
{
    if (stack.kind != Stack::Kind::Volume || point < 0 || std::size_t(point) >= stack.points.size()
        || stack.points[std::size_t(point)].frames.size() != stack.geometry.positions.size())
        return failure(FailureCode::Internal, QStringLiteral("not a volume"));
    VolumePlan plan;
    plan.geometry = stack.geometry;
    bool badRescale = false;
    for (const FrameRef &ref : stack.points[std::size_t(point)].frames) {
        if (ref.instance < 0 || std::size_t(ref.instance) >= images.size())
            return failure(FailureCode::Internal, QStringLiteral("a frame of no image"));
        auto slice = planSlice(images[std::size_t(ref.instance)], ref, badRescale);
        if (!slice)
            return std::unexpected(slice.error());
        if (slice->format.columns != plan.geometry.columns || slice->format.rows != plan.geometry.rows)
            return failure(FailureCode::Internal, QStringLiteral("slices of different sizes"));
        plan.slices.push_back(*slice);
    }
    if (badRescale)
        plan.notes << QStringLiteral("bad-rescale");
    planPlane(plan);
    chooseValues(plan, images);
    if (!reduce(plan, limits))
        return failure(
            FailureCode::TooLarge,
            QStringLiteral("%1 x %2 x %3").arg(plan.plane[0]).arg(plan.plane[1]).arg(plan.geometry.gridSlices));
    return plan;
}

} // namespace Chartline::Imaging
