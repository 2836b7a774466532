// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/ImageDescription.h"
#include "imaging/Vectors.h"

#include <QPointF>
#include <QSizeF>

namespace Chartline::Ui {

// How several voxels behind each other become one.
enum class SlabMode : quint8 { Single, Maximum, Minimum, Mean };

// What a 2D view looks at and how. Plain values; the directions carry rotation and mirroring, so that orientation
// letters derived from them are always right. Coordinates are the content's own: for a volume the patient's (LPS, mm);
// for pictures without a place in the body x along a row, y down a column in mm (or pixels), z the number of the
// picture.
struct ImageState
{
    Imaging::Vec3 center{0, 0, 0}; // in the middle of the view
    Imaging::Vec3 right{1, 0, 0}; // unit vectors on screen
    Imaging::Vec3 down{0, 1, 0};
    Imaging::Vec3 axis{0, 0, 1}; // scrolling goes along it, however the view is turned
    double mmPerPixel = 1; // logical pixels
    Imaging::Window window;
    bool inverted = false;
    bool nearest = false; // pixels as they are, without interpolation
    double slab = 0; // mm
    SlabMode slabMode = SlabMode::Single;

    // Between logical pixels of a view of this size and the content's coordinates.
    [[nodiscard]] Imaging::Vec3 toContent(const QPointF &pixel, const QSizeF &view) const;
    [[nodiscard]] QPointF toView(const Imaging::Vec3 &point, const QSizeF &view) const;
    // How far a point lies off the plane, mm along the axis.
    [[nodiscard]] double offPlane(const Imaging::Vec3 &point) const;

    void panBy(const QPointF &pixels);
    // Keeps what is under `at` there.
    void zoomBy(double factor, const QPointF &at, const QSizeF &view);
    void scrollBy(double mm);
    // The plane goes through the point; what is in the middle stays as near as it can.
    void scrollTo(const Imaging::Vec3 &point);
    // A quarter turn clockwise, as seen.
    void rotate();
    void mirror(); // left and right change places
    void flip(); // top and bottom change places
    // The plane and what is seen turned about an axis through a point: degrees, right-handed (clockwise as seen for the
    // axis right × down of the view that is looked at).
    void turn(const Imaging::Vec3 &axis, double degrees, const Imaging::Vec3 &about);
    // What is seen, in other coordinates: `rigid` leads there. Lengths stay.
    [[nodiscard]] ImageState through(const Imaging::Affine &rigid) const;
    // By a drag of the mouse: right widens, up raises the centre's complement (a darker picture).
    void dragWindow(const QPointF &pixels, double range);
    bool operator==(const ImageState &) const = default;
};

} // namespace Chartline::Ui
