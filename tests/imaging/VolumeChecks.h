// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/VolumePhantom.h"
#include "volume/Volume.h"
#include "volume/VolumeLoader.h"

#include <QtLogging>
#include <cmath>
#include <numbers>

namespace Chartline::Test {

struct Built
{
    std::vector<Stack> stacks;
    Expected<VolumePtr> volume = failure(FailureCode::Internal);
    [[nodiscard]] const Volume &get() const { return **volume; }
};

inline Built build(const Phantom &phantom, const LoadOptions &options = {})
{
    const FakeSource source(phantom);
    const FakeDecoder decoder;
    Built built;
    built.stacks = layOut(phantom.images);
    built.volume = VolumeLoader(phantom.images, source, decoder).load(built.stacks.front(), options);
    if (!built.volume)
        qWarning("%d %s", int(built.volume.error().code), qPrintable(built.volume.error().detail));
    return built;
}

inline double stored(const Volume &volume, int x, int y, int z)
{
    return (volume.value(x, y, z) - volume.intercept) / volume.slope;
}

inline bool isPadding(const Volume &volume, int x, int y, int z)
{
    return volume.padding && std::abs(stored(volume, x, y, z) - *volume.padding) < 1e-9;
}

struct Comparison
{
    int compared = 0;
    int empty = 0;
    double worst = 0;
};

// An image ends within this many voxels.
inline bool nearEdge(const Volume &volume, int x, int y, int z, int margin)
{
    if (!volume.padding)
        return false;
    for (int dz = -1; dz <= 1; ++dz) {
        for (int dy = -margin; dy <= margin; ++dy) {
            for (int dx = -1; dx <= 1; ++dx) {
                const std::array<int, 3> at{x + dx, y + dy, z + dz};
                if (at[2] < 0 || at[2] >= volume.size[2])
                    continue;
                if (at[0] < 0 || at[1] < 0 || at[0] >= volume.size[0] || at[1] >= volume.size[1]
                    || isPadding(volume, at[0], at[1], at[2]))
                    return true;
            }
        }
    }
    return false;
}

// Every voxel against what the patient has there. Where an image ends, its last value holds for half a voxel more: such
// voxels are compared only with `margin` 0.
inline Comparison compare(const Volume &volume, const std::function<double(const Vec3 &)> &f = ramp, int margin = 0)
{
    Comparison result;
    for (int z = 0; z < volume.size[2]; ++z) {
        for (int y = 0; y < volume.size[1]; ++y) {
            for (int x = 0; x < volume.size[0]; ++x) {
                if (isPadding(volume, x, y, z)) {
                    ++result.empty;
                    continue;
                }
                ++result.compared;
                if (margin > 0 && nearEdge(volume, x, y, z, margin))
                    continue;
                const Vec3 p = volume.indexToPatient.point({double(x), double(y), double(z)});
                result.worst = std::max(result.worst, std::abs(volume.value(x, y, z) - f(p)));
            }
        }
    }
    return result;
}

inline bool orthogonalRightHanded(const Affine &a)
{
    return std::abs(dot(a.columns[0], a.columns[1])) < 1e-9 && std::abs(dot(a.columns[0], a.columns[2])) < 1e-9
           && std::abs(dot(a.columns[1], a.columns[2])) < 1e-9 && a.determinant() > 0;
}

inline Phantom tiltedStack(double degrees, int count, const std::function<double(int)> &table)
{
    const double a = degrees * std::numbers::pi / 180;
    Plane3 plane;
    plane.column = {0, std::cos(a), std::sin(a)};
    plane.columnSpacing = 0.9;
    plane.rowSpacing = 0.7;
    Phantom phantom;
    for (int i = 0; i < count; ++i)
        phantom.add(plane, {-10, -20, table(i)});
    return phantom;
}

// An oblique plane.
inline Plane3 oblique()
{
    Plane3 plane;
    plane.row = normalized({0.8, 0.5, -0.3});
    plane.column = normalized(cross(cross(plane.row, Vec3{0.2, 0.9, 0.1}), plane.row));
    plane.columnSpacing = 0.8;
    plane.rowSpacing = 1.1;
    return plane;
}

inline void useBytes(Phantom &phantom, std::size_t i, const QByteArray &bytes, int bits, bool isSigned)
{
    PixelFormat &p = phantom.images[i].pixels;
    p.bitsAllocated = bits;
    p.bitsStored = bits;
    p.highBit = bits - 1;
    p.isSigned = isSigned;
    phantom.pixels[i] = bytes;
    phantom.images[i].layout.length = bytes.size();
}

} // namespace Chartline::Test
