// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/ImageLayers.h"
#include "imaging/ImageState.h"

#include <QImage>
#include <memory>
#include <optional>

namespace Chartline::Ui {

// How a 2D view cuts a volume.
enum class Cut : quint8 { Native, Axial, Coronal, Sagittal };

// How a compared study lies over the current one.
enum class CompareMode : quint8 { SideBySide, Blend, Checkerboard, Difference };

// What a 2D view draws: a volume cut by a plane, two of them laid over each other, or pictures one after the other.
// Used by one view on the thread of the window; what it draws from is shared and never changed.
class ImageContent
{
public:
    virtual ~ImageContent() = default;

    // Painted over everything that is drawn; null: nothing is. Contents that show no images take none.
    virtual void setLayers(const std::shared_ptr<const ImageLayers> &) { }
    // The view filled: `size` in logical pixels, drawn at the device's resolution.
    [[nodiscard]] virtual QImage draw(const ImageState &state, const QSize &size, qreal devicePixelRatio) = 0;
    // Where a view of it begins: oriented, in the middle, fitted to the size, with the picture's own window.
    [[nodiscard]] virtual ImageState initial(const QSize &size) const = 0;

    // Slices along the state's axis.
    [[nodiscard]] virtual int sliceCount(const ImageState &state) const = 0;
    [[nodiscard]] virtual int sliceAt(const ImageState &state) const = 0; // 0-based
    [[nodiscard]] virtual double sliceStep(const ImageState &state) const = 0; // mm
    [[nodiscard]] virtual double sliceThickness(const ImageState &state) const = 0; // mm; 0: not known

    // The value in its unit at a point of the plane; nothing outside, or where the picture is coloured.
    [[nodiscard]] virtual std::optional<double> valueAt(const Imaging::Vec3 &point) const = 0;
    // What is at a point, in words with units: "-20 HU", "SUV 3.42"; empty outside.
    [[nodiscard]] virtual QStringList readings(const Imaging::Vec3 &point) const;
    [[nodiscard]] virtual QString units() const = 0;
    // The value range windows move in.
    [[nodiscard]] virtual double range() const = 0;
    [[nodiscard]] virtual bool isColour() const { return false; }
    // Everything there is, from the smallest to the largest value.
    [[nodiscard]] virtual Imaging::Window fullWindow() const = 0;
    // True where the coordinates are the patient's: orientation letters, crosshair and measures in mm make sense.
    [[nodiscard]] virtual bool isInPatient() const = 0;
    // Lengths in the picture are millimetres.
    [[nodiscard]] virtual bool isCalibrated() const { return isInPatient(); }
    [[nodiscard]] virtual QString frameOfReference() const { return {}; }
    // Frames a second it was made to be played with; 0: not said.
    [[nodiscard]] virtual double cineRate() const { return 0; }
    // Letters for the right, lower, left and upper edge of a picture that is not in the patient's coordinates; empty:
    // not known.
    [[nodiscard]] virtual QStringList edgeLetters(const ImageState &) const { return {}; }

protected:
    // "-20 HU"; with decimals where the values move in a small range.
    [[nodiscard]] static QString reading(double value, double range, const QString &units);
};

} // namespace Chartline::Ui
