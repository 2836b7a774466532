// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/Measure.h"

#include <cmath>
#include <functional>

namespace Chartline::Test {

using namespace Chartline::Imaging;

// Columns of unit vectors: along a row, down a column, across slices.
struct MeasureGrid
{
    std::array<Vec3, 3> axes{Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, 1}};
    std::array<double, 3> spacing{0.8, 0.8, 2.5};
    std::array<int, 3> size{96, 80, 24};
    Vec3 middle{12, -30, 400}; // mm
};

// A volume of floats whose value anywhere in the patient is known.
inline VolumePtr measurePhantom(const std::function<double(const Vec3 &)> &value, const MeasureGrid &grid = {})
{
    auto volume = std::make_shared<Volume>();
    volume->size = grid.size;
    volume->type = SampleType::F32;
    volume->units = QStringLiteral("HU");
    volume->modality = QStringLiteral("CT");
    volume->frameOfReference = QStringLiteral("1.2.3.4");
    for (std::size_t i = 0; i < 3; ++i)
        volume->indexToPatient.columns[i] = grid.axes[i] * grid.spacing[i];
    const Vec3 half{-(grid.size[0] - 1) / 2.0, -(grid.size[1] - 1) / 2.0, -(grid.size[2] - 1) / 2.0};
    volume->indexToPatient.translation = grid.middle + volume->indexToPatient.direction(half);
    volume->data.resize(std::size_t(volume->voxels()) * sizeof(float));
    auto *at = reinterpret_cast<float *>(volume->data.data());
    for (int z = 0; z < grid.size[2]; ++z) {
        for (int y = 0; y < grid.size[1]; ++y) {
            for (int x = 0; x < grid.size[0]; ++x)
                *at++ = float(value(volume->indexToPatient.point({double(x), double(y), double(z)})));
        }
    }
    return volume;
}

inline Vec3 voxel(const Volume &volume, double x, double y, double z)
{
    return volume.indexToPatient.point({x, y, z});
}

// Ends of both axes, around a middle.
inline Measurement ellipse(const Vec3 &middle, const Vec3 &a, const Vec3 &b)
{
    return {MeasureKind::Ellipse, MeasureSpace::Patient, {middle - a, middle + a, middle - b, middle + b}};
}

inline Measurement rectangle(const Vec3 &corner, const Vec3 &a, const Vec3 &b)
{
    return {MeasureKind::Rectangle, MeasureSpace::Patient, {corner, corner + a, corner + a + b, corner + b}};
}

inline double value(const QList<Figure> &figures, Figure::Kind kind)
{
    return figure(figures, kind).value_or(std::nan(""));
}

inline QString unitOf(const QList<Figure> &figures, Figure::Kind kind)
{
    for (const Figure &figure : figures) {
        if (figure.kind == kind)
            return figure.unit;
    }
    return QStringLiteral("absent");
}

} // namespace Chartline::Test
