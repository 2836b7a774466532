// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/PictureScale.h"
#include "volume/Volume.h"

#include <functional>

namespace Chartline::Imaging {

// What can be measured. In brackets: its points, in order.
enum class MeasureKind : quint8 {
    Length, // both ends
    Angle, // end, apex, end
    Cobb, // both ends of one line, both ends of the other
    Bidirectional, // both ends of one axis, both ends of the other, at a right angle to it
    Ellipse, // both ends of one axis, both ends of the other
    Rectangle, // four corners, one after the other
    Freehand, // the outline, closed from the last point to the first
    Probe, // one point
};
inline constexpr int measureKindCount = 8;

// Where the points of a measurement are.
enum class MeasureSpace : quint8 {
    Patient, // mm, LPS, in a frame of reference
    Picture, // pixels of one frame: x along a row, y down a column, 0,0 in the middle of the first pixel; z is 0
};

struct Measurement
{
    MeasureKind kind = MeasureKind::Length;
    MeasureSpace space = MeasureSpace::Patient;
    std::vector<Vec3> points;
    bool operator==(const Measurement &) const = default;
};

// One result, with its unit: "mm", "mm2", "deg", "px" and "px2" where the picture is not calibrated, "1" for a count,
// else the image's own ("HU", "SUVbw"; empty: the image states none).
struct Figure
{
    enum class Kind : quint8 {
        Length,
        LongAxis,
        ShortAxis,
        Angle,
        Area,
        Mean,
        StandardDeviation,
        Minimum,
        Maximum,
        Pixels,
        Value,
    };
    Kind kind = Kind::Length;
    double value = 0;
    QString unit;
    bool operator==(const Figure &) const = default;
};
inline constexpr int figureKindCount = 11;

// The pixels of one picture that has no place in the body, or is looked at without it.
struct PictureValues
{
    int columns = 0;
    int rows = 0;
    PictureScale scale;
    QString units; // of modality values
    // Modality value of a pixel; nothing for padding. Null for a picture in colour.
    std::function<std::optional<double>(int column, int row)> value;
};

// The results of a measurement.
//
// - Lengths: the distance of the ends. A bidirectional's longer axis is the long one.
// - Angle: at the apex, 0 to 180°. Cobb: the smaller angle between the two lines, 0 to 90°, whichever way they were
//   drawn (Cobb 1948).
// - Area of an ellipse π·a·b, of a rectangle a·b, of an outline by the shoelace formula; none for an outline that
//   crosses itself, which has no one area.
// - Mean, standard deviation (of a sample: n − 1), minimum, maximum and number of pixels: of the voxels whose centres
//   lie in the region, on the slice it lies in, where its plane is one of the volume's own (within 0.5°); on any other
//   plane of points sampled trilinearly at the smallest voxel spacing. Padding does not take part. None outside of the
//   volume, and for pictures in colour.
// - Probe: the value at the point, trilinear in a volume, of the pixel in a picture.
// - A picture gives mm only where PictureScale says so; else pixels. Its angles are true to the picture's aspect.
//
// Corrupt for points that are not of this kind (see isSound()); TooLarge for a region of more than 16 million samples.
[[nodiscard]] Expected<QList<Figure>> figuresOf(const Measurement &measurement, const Volume &volume);
[[nodiscard]] Expected<QList<Figure>> figuresOf(const Measurement &measurement, const PictureValues &picture);
// Only what follows from the points: all but values. For patient coordinates.
[[nodiscard]] QList<Figure> lengthsOf(const Measurement &measurement);

[[nodiscard]] std::optional<double> figure(const QList<Figure> &figures, Figure::Kind kind);
// Stable names, as stored: "bidirectional", "long-axis". Nothing for a name that is none.
[[nodiscard]] QString nameOf(MeasureKind kind);
[[nodiscard]] QString nameOf(Figure::Kind kind);
[[nodiscard]] std::optional<MeasureKind> measureKindOf(const QString &name);
[[nodiscard]] std::optional<Figure::Kind> figureKindOf(const QString &name);

} // namespace Chartline::Imaging
