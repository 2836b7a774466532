// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/FrameDecoder.h"
#include "volume/SeriesLayout.h"
#include "volume/Volume.h"

namespace Chartline::Imaging {

struct BuildLimits
{
    qint64 voxels = 0; // the most a volume may have; 0: no limit of its own
    int perAxis = 0; // the most along an axis (a graphics card's texture); 0: no limit
    qint64 bytes = qint64(3) << 30; // the most memory while building
};

// How one slice gets into the volume.
struct SlicePlan
{
    FrameRef ref;
    FrameFormat format;
    double slope = 1;
    double intercept = 0;
    // Stored values that mean "nothing": from, to (Pixel Padding Value and Range Limit, PS3.3 C.7.5.1.1.2).
    std::optional<std::array<double, 2>> padding;
    const LookupTable *lut = nullptr; // Modality LUT
    std::array<double, 2> shift{0, 0}; // pixels it is moved along the row and down the column, ≥ 0
};

// Everything of a volume that is known before a pixel is read: its grid, the type of its values and the way of each
// slice into it.
//
// Values: stored values are kept (U8, I16, U16) with one slope and intercept where these are the same for all slices;
// else F32 modality values. Unsigned values become I16, where that holds them, or F32 when the volume has places that
// no slice covers, so that there is a value for "nothing here". A Modality LUT is applied (U16, or F32).
struct VolumePlan
{
    std::vector<SlicePlan> slices;
    StackGeometry geometry;
    SampleType type = SampleType::I16;
    bool modalityValues = false; // the values are modality values; else stored ones
    double slope = 1;
    double intercept = 0;
    std::optional<double> padding; // the same for all slices, as the images tell it
    bool hasEmptyPlaces = false;
    std::array<int, 2> plane{0, 0}; // columns and rows that hold all slices, displaced as they are
    std::array<double, 2> corner{0, 0}; // mm of its first pixel against that of the first slice
    std::array<int, 3> reduction{1, 1, 1}; // how many voxels become one, along each axis
    QStringList notes; // "bad-rescale", "downsampled:2"

    [[nodiscard]] std::array<int, 3> size() const;
    [[nodiscard]] Affine indexToPatient() const;
    // A slice can be decoded straight into its place in the volume.
    [[nodiscard]] bool direct(std::size_t slice) const;
    // Internal for a stack that is no volume, TooLarge, UnsupportedPixels and whatever FrameFormat::of says.
    [[nodiscard]] static Expected<VolumePlan> of(const Stack &stack, int point,
                                                 std::span<const ImageDescription> images, const BuildLimits &limits);
};

} // namespace Chartline::Imaging
