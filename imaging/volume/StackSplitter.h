// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "volume/LayoutFrame.h"

namespace Chartline::Imaging {

// Frames of one plane of which no two are at the same place, and what told them from the others.
struct FramePart
{
    std::vector<LayoutFrame> frames; // ascending along the normal
    std::array<double, splitKeys> values{}; // of the keys it was told apart by; noKey for the others
    QStringList notes;
};

// One or more parts of the same places: the points of a stack, sorted.
struct PartGroup
{
    std::vector<FramePart> parts;
    std::vector<SplitKey> dimensions; // the point keys in which the parts differ
    QStringList notes;
};

// Splits the frames of a plane so that no part has two frames at the same place, and puts parts of the same places
// together. In turn:
// 1. Sets that lie side by side in the plane (more than 1 mm and 2 pixels apart) or have different Stack IDs, where
// each
//    set has at least three places.
// 2. Where places have several frames: by each key in the order of SplitKey, if it tells frames of a place apart and
//    does not merely change from place to place (parts have at least half of the places on average); then by rank in
//    trigger time, acquisition time, and at last instance number. With a different number of frames at different
//    places there are no ranks: a part then ends where a place comes again, in order of time or instance number.
// 3. Where no place has several frames but spacing is irregular or slices are missing: by a key, if its parts are
//    each regular, and overlap.
// Parts of the same places (within the plane, too) that differ only in point keys form a 4D group.
[[nodiscard]] std::vector<PartGroup> splitPlane(Plane plane);

} // namespace Chartline::Imaging
