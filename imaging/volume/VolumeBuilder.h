// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "volume/VolumePlan.h"
#include "volume/VoxelMath.h"

#include <mutex>

namespace Chartline::Imaging {

// Makes a volume of one point of a stack. Slices may be added in any order and from several threads at once (each slice
// once); finish() then makes the regular grid:
// - slices that lie on the grid stay as they are;
// - places without a slice, and whole stacks of irregular spacing, are interpolated linearly between the two slices
//   beside them, where StackGeometry::bridged() says so. What was not scanned, or could not be read, is never filled
//   from further away: it stays empty (Volume::padding), so that nothing is seen there rather than something invented;
// - a gantry tilt has been taken out by moving each slice in its plane as it was added: only in-plane interpolation,
// the
//   values of a slice never mix with those of another.
// PET becomes SUV where suvOf() can (slope is then the factor), else unitsNote says why not.
class VolumeBuilder
{
public:
    // `images`: all of the series, as they were laid out; they have to outlive the builder. OutOfMemory, and whatever
    // VolumePlan::of() says.
    [[nodiscard]] static Expected<std::unique_ptr<VolumeBuilder>>
    create(const Stack &stack, int point, std::span<const ImageDescription> images, const BuildLimits &limits = {});

    [[nodiscard]] int slices() const { return int(m_plan.slices.size()); }
    [[nodiscard]] const SlicePlan &slice(int index) const { return m_plan.slices[std::size_t(index)]; }
    // Where the decoder may write the samples of a slice, so that they need not be copied; empty where they have to be
    // converted. Then add it with exactly this memory.
    [[nodiscard]] std::span<std::byte> target(int slice);
    // `samples`: as slice(index).format says. OutOfMemory.
    [[nodiscard]] Expected<void> add(int slice, std::span<const std::byte> samples, bool partial = false);
    void addUnreadable(int slice);
    // Once, after every slice was added in one way or the other; the builder is used up then. OutOfMemory.
    [[nodiscard]] Expected<VolumePtr> finish(int threads = 0);

private:
    VolumeBuilder(const Stack &stack, VolumePlan plan, std::span<const ImageDescription> images);

    [[nodiscard]] std::size_t sliceBytes() const;
    [[nodiscard]] std::byte *place(std::size_t slice);
    void choosePadding();
    void replaceNothing(int threads);
    void makeGrid(int threads);
    void interpolatePlace(int place, std::byte *out) const;
    void reduceAcross(int threads);
    void describe();
    void describePet();

    VolumePlan m_plan;
    std::span<const ImageDescription> m_images;
    std::shared_ptr<Volume> m_volume;
    // The slices as they were added, at their places of the grid or, for irregular spacing, one after the other.
    std::vector<std::byte> m_slices;
    std::optional<double> m_nothing; // while slices are added
    std::vector<ValueRange> m_ranges; // of each slice
    ValueRange m_range;
    std::vector<char> m_readable; // of each slice
    std::vector<char> m_partial;
};

} // namespace Chartline::Imaging
