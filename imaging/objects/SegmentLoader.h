// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/FrameDecoder.h"
#include "objects/Segmentation.h"
#include "volume/Volume.h"

#include <atomic>

namespace Chartline::Imaging {

// A segmentation in space. Segments that overlap are in different volumes.
struct LabelVolumes
{
    struct Place
    {
        int segment = 0; // Segment Number
        int volume = 0; // index into `volumes`
        int label = 0; // its stored value there, 1…255
        qint64 voxels = 0;
        std::optional<Vec3> middle; // of its voxels, mm
    };

    std::vector<VolumePtr> volumes; // U8; 0: nothing
    std::vector<Place> places; // of the segments that have pixels, in their order
    double voxelMl = 0; // millilitres a voxel
    QString frameOfReference;
    // Stable keys: "fractional-threshold:50" (percent of the largest value), "partly-decoded:2" frames,
    // "unreadable-frames:1", "unknown-segments:1" frames or values of segments that are not listed,
    // "irregular-frames" that do not lie on a regular grid: each stands for its own thickness,
    // "too-many-overlaps:3" segments left out.
    QStringList notes;

    [[nodiscard]] const Place *placeOf(int segment) const;
};

// Puts the frames of a segmentation where they say they are. Every segment takes its own frames (BINARY, FRACTIONAL:
// what is at least half of the largest value is inside), or the value of its number (LABELMAP). NoGeometry where frames
// have no place or are not parallel; TooLarge (more than 2^30 voxels, or 2^31 in all that are held), Cancelled, the
// first failure where no frame can be read.
[[nodiscard]] Expected<LabelVolumes> loadSegments(const SegmentationInfo &info, const ImageDescription &image,
                                                  const ByteSource &source, const FrameDecoder &decoder,
                                                  const std::atomic_bool *cancel = nullptr);

} // namespace Chartline::Imaging
