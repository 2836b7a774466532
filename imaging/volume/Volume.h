// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/ImageDescription.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace Chartline::Imaging {

// A picture in space: a regular grid of one value a voxel. Immutable once built and shared between threads.
struct Volume
{
    std::array<int, 3> size{0, 0, 0}; // voxels along a row, down a column, across slices
    SampleType type = SampleType::I16; // U8, I16, U16 or F32
    std::vector<std::byte> data; // size[0] fastest
    // Voxel index (0-based, centres) to patient coordinates, mm (LPS). Any oblique orientation; columns are orthogonal
    // (a gantry tilt has been sheared right).
    Affine indexToPatient;
    // Modality value = stored · slope + intercept.
    double slope = 1;
    double intercept = 0;
    QString units; // "HU", "SUVbw", "BQML", "CNTS"; empty: none stated
    QString unitsNote; // why the unit is not SUV, where a PET has none: stable English key
    QString frameOfReference;
    QString modality;
    QString series;
    QList<Window> windows; // as the images give them, modality units
    bool inverted = false; // MONOCHROME1 or Presentation LUT Shape INVERSE
    std::array<double, 2> range{0, 0}; // smallest and largest modality value, padding left out
    std::optional<double> padding; // stored value that means "nothing here"
    // What a person has to be told: stable English keys with arguments after ':' — "resampled-irregular:3.0-15.0",
    // "sheared-tilt:-18.5", "missing-slices:2", "partly-decoded:4", "downsampled:2"…
    QStringList notes;
    // For each slice of the grid the slice of the stack (its index there) that is shown at its own place; -1: made of
    // its neighbours, or empty. Empty where the volume was downsampled across slices.
    std::vector<int> sourceSlices;
    // Slices of the stack (their index there) that could not be read, and those that were read only in part.
    std::vector<int> unreadableSlices;
    std::vector<int> partialSlices;

    [[nodiscard]] std::array<double, 3> spacing() const; // mm
    [[nodiscard]] qint64 voxels() const { return qint64(size[0]) * size[1] * size[2]; }
    // Modality value at a voxel; the index has to be inside.
    [[nodiscard]] double value(int x, int y, int z) const;
    // Trilinear at a point of the patient; nothing more than half a voxel outside the grid, and where the nearest voxel
    // is padding. Padding among the neighbours does not take part.
    [[nodiscard]] std::optional<double> valueAt(const Vec3 &patient) const;
};

using VolumePtr = std::shared_ptr<const Volume>;

} // namespace Chartline::Imaging
