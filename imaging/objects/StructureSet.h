// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "objects/ObjectCommon.h"

namespace Chartline::Imaging {

// One contour of a region of interest (PS3.3 C.8.8.6).
struct Contour
{
    enum class Type : quint8 { Point, OpenPlanar, OpenNonplanar, ClosedPlanar, ClosedXor };

    Type type = Type::ClosedPlanar;
    std::vector<Vec3> points; // mm, LPS
    QString image; // SOP Instance UID of the image it was drawn on; empty: not told
    bool operator==(const Contour &) const = default;

    [[nodiscard]] bool isClosed() const { return type == Type::ClosedPlanar || type == Type::ClosedXor; }
};

struct Roi
{
    int number = 0;
    QString name;
    QString description;
    QString type; // RT ROI Interpreted Type: "ORGAN", "PTV", "ISOCENTER"
    std::optional<Rgb> color; // ROI Display Color
    QString frameOfReference;
    std::vector<Contour> contours;
    bool operator==(const Roi &) const = default;
};

// An RT Structure Set.
struct StructureSet
{
    ObjectIdentity identity;
    std::vector<Roi> rois; // in the order of the Structure Set ROI Sequence
    // Stable keys: "stray-contours:1" sequences of no region that is described, "same-number:1" regions that share one.
    QStringList notes;
    bool operator==(const StructureSet &) const = default;
};

} // namespace Chartline::Imaging
