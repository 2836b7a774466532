// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "objects/ObjectCommon.h"

namespace Chartline::Imaging {

using Point2 = std::array<double, 2>; // column, row

// Pixel: from the top left corner of the first pixel, which is 1 × 1 (its centre is 0.5, 0.5). Display: parts of the
// displayed area, 0…1. Matrix: pixels of the total pixel matrix.
enum class GraphicUnits : quint8 { Pixel, Display, Matrix };

// PS3.3 C.10.5.1.1
struct GraphicText
{
    QString text;
    GraphicUnits boxUnits = GraphicUnits::Pixel;
    std::optional<std::array<Point2, 2>> box; // top left, bottom right corner
    QString justification; // LEFT, RIGHT, CENTER
    GraphicUnits anchorUnits = GraphicUnits::Pixel;
    std::optional<Point2> anchor;
    bool anchorVisible = false; // a line goes from the text to it
    bool operator==(const GraphicText &) const = default;
};

// PS3.3 C.10.5.1.2. Circle: centre and a point on it; Ellipse: ends of the major, then of the minor axis.
struct GraphicObject
{
    enum class Type : quint8 { Point, Polyline, Interpolated, Circle, Ellipse };

    Type type = Type::Polyline;
    GraphicUnits units = GraphicUnits::Pixel;
    bool filled = false;
    std::vector<Point2> points;
    bool operator==(const GraphicObject &) const = default;
};

struct GraphicAnnotation
{
    ImageReferences images; // empty: all the state refers to
    QString layer;
    std::vector<GraphicText> texts;
    std::vector<GraphicObject> graphics;
    bool operator==(const GraphicAnnotation &) const = default;
};

struct GraphicLayer
{
    QString name;
    QString description;
    int order = 0;
    std::optional<Rgb> color; // recommended; grey where only a grey value is
    bool operator==(const GraphicLayer &) const = default;
};

// Contrast of some images: a window, or a table.
struct SoftcopyVoi
{
    ImageReferences images; // empty: all
    std::optional<Window> window;
    std::optional<LookupTable> table;
    bool operator==(const SoftcopyVoi &) const = default;
};

// PS3.3 C.10.4. Corners are pixels of the source image, 1-based, whole ones, and may lie outside of it.
struct DisplayedArea
{
    enum class Size : quint8 { ScaleToFit, TrueSize, Magnify };

    ImageReferences images; // empty: all
    std::array<int, 2> topLeft{1, 1}; // column, row
    std::array<int, 2> bottomRight{1, 1};
    Size size = Size::ScaleToFit;
    double magnification = 1; // displayed pixels for one of the image (Magnify)
    bool operator==(const DisplayedArea &) const = default;
};

// PS3.3 C.7.6.11. What is outside of every shape given is covered. Pixels are 1-based.
struct DisplayShutter
{
    std::optional<std::array<int, 4>> rectangle; // left, right vertical edge, upper, lower horizontal edge
    std::optional<std::array<int, 3>> circle; // centre's column and row, radius
    std::vector<std::array<int, 2>> polygon; // column, row of each vertex
    bool operator==(const DisplayShutter &) const = default;

    [[nodiscard]] bool isEmpty() const { return !rectangle && !circle && polygon.empty(); }
};

// A Grayscale, Color or Pseudo-Color Softcopy Presentation State.
struct PresentationState
{
    ObjectIdentity identity;
    ImageReferences images;
    std::vector<SoftcopyVoi> contrasts;
    bool inverted = false; // Presentation LUT Shape INVERSE
    int rotation = 0; // degrees clockwise: 0, 90, 180, 270; before the flip
    bool flipped = false; // left and right
    std::vector<DisplayedArea> areas;
    std::vector<GraphicLayer> layers; // in drawing order
    std::vector<GraphicAnnotation> annotations;
    DisplayShutter shutter;
    // What its values are told in: slope and intercept of stored values; nothing: as in the images.
    std::optional<std::array<double, 2>> rescale;
    // Stable keys of what is in it and not applied: "presentation-lut", "modality-lut", "overlays", "bitmap-shutter",
    // "mask", "pseudo-color", "voi-table" (its range is), "voi-unusable", "true-size" (fitted instead), "aspect",
    // "matrix-units", "graphics-left-out:2" that cannot be read.
    QStringList notes;
    bool operator==(const PresentationState &) const = default;

    [[nodiscard]] const SoftcopyVoi *contrastOf(const QString &instance, int frame) const;
    [[nodiscard]] const DisplayedArea *areaOf(const QString &instance, int frame) const;
};

} // namespace Chartline::Imaging
