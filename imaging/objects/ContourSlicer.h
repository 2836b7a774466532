// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "objects/PresentationState.h"
#include "objects/StructureSet.h"

namespace Chartline::Imaging {

// What a plane shows of a region: coordinates are mm to the right and down from the plane's centre.
struct ContourCut
{
    // Closed; what an odd number of them encloses is inside.
    std::vector<std::vector<Point2>> areas;
    // Pieces of contours cut across, each as thick as the contours are apart; what any of them covers is inside.
    std::vector<std::array<Point2, 4>> bands;
    std::vector<std::vector<Point2>> lines; // open
    std::vector<Point2> marks; // points, and where open contours pass through the plane

    [[nodiscard]] bool isEmpty() const { return areas.empty() && bands.empty() && lines.empty() && marks.empty(); }
};

// Cuts the contours of one region with planes. A contour stands for what lies up to half of the contours' spacing
// before and behind it; where they are more than 10 mm apart they are single slices of 3 mm, with nothing between. In a
// plane parallel to the contours (within 0.8°) those nearest are drawn as they are; in one less than 60° off, their
// outline is carried over along the contours' normal, as far as they reach; in any other the contours are intersected
// with the plane, and what lies between the crossings, paired in order (even–odd), becomes bands.
class ContourSlicer
{
public:
    explicit ContourSlicer(const Roi &roi);

    // `slice`: how thick the slices looked at are, mm: a point or an open contour is on the nearest one, however thin
    // the contours lie.
    [[nodiscard]] ContourCut cut(const Vec3 &center, const Vec3 &right, const Vec3 &down, double slice = 0) const;
    // The distance between neighbouring contours, mm; 3 where there is only one plane of them, or none is near.
    [[nodiscard]] double spacing() const;
    // Where to look at it first: the middle of a contour halfway through, or a point of it.
    [[nodiscard]] std::optional<Vec3> middle() const { return m_middle; }

private:
    // Closed contours in one plane.
    struct Level
    {
        double position = 0; // mm along the normal
        std::vector<std::vector<Vec3>> contours;
    };
    // Parallel ones.
    struct Pile
    {
        Vec3 normal{0, 0, 1};
        double spacing = 3;
        std::vector<Level> levels; // ascending
    };
    struct Plane;

    void add(const Contour &contour);
    void cutPile(const Pile &pile, const Plane &plane, ContourCut &cut) const;
    static void carryOver(const Pile &pile, const Level &level, const Plane &plane, ContourCut &cut);
    static void cutAcross(const Pile &pile, const Level &level, const Plane &plane, ContourCut &cut);
    static void cutOpen(const Contour &contour, const Plane &plane, double half, ContourCut &cut);

    std::vector<Pile> m_piles;
    std::vector<Contour> m_open; // also points
    std::optional<Vec3> m_middle;
};

} // namespace Chartline::Imaging
