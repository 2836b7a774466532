// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "objects/ObjectCommon.h"

namespace Chartline::Imaging {

// One segment of a segmentation (PS3.3 C.8.20.2).
struct Segment
{
    int number = 0;
    QString label;
    QString description;
    QString category; // "Anatomical Structure": meaning of the code
    QString type; // "Liver"
    QString anatomy; // region, where the type is not anatomical
    QString algorithm; // "AUTOMATIC: name", "MANUAL"
    std::optional<Rgb> color; // Recommended Display CIELab Value
    bool operator==(const Segment &) const = default;
};

// What a Segmentation or Label Map Segmentation says besides its pixels, which are read as those of any image.
struct SegmentationInfo
{
    enum class Kind : quint8 { Binary, Fractional, LabelMap };

    ObjectIdentity identity;
    Kind kind = Kind::Binary;
    QString fractionalType; // "PROBABILITY", "OCCUPANCY"
    int fractionalMost = 255; // Maximum Fractional Value
    bool overlaps = true; // Segments Overlap: false only where it says NO
    QString sourceSeries; // Series Instance UID of the images it was made on
    std::vector<Segment> segments;
    bool operator==(const SegmentationInfo &) const = default;
};

} // namespace Chartline::Imaging
