// SPDX-License-Identifier: Apache-2.0
#include "volume/Volume.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace Chartline::Imaging {

namespace {

template<typename T>
double read(const std::byte *from)
{
    T value;
    std::memcpy(&value, from, sizeof value);
    return double(value);
}

double storedAt(const Volume &volume, std::size_t index)
{
    const std::byte *from = volume.data.data() + index * std::size_t(bytesOf(volume.type));
    switch (volume.type) {
    case SampleType::U8: return read<quint8>(from);
    case SampleType::I8: return read<qint8>(from);
    case SampleType::U16: return read<quint16>(from);
    case SampleType::I16: return read<qint16>(from);
    case SampleType::U32: return read<quint32>(from);
    case SampleType::I32: return read<qint32>(from);
    case SampleType::F32: return read<float>(from);
    case SampleType::F64: return read<double>(from);
    }
    return 0;
}

std::size_t indexOf(const Volume &volume, int x, int y, int z)
{
    return (std::size_t(z) * std::size_t(volume.size[1]) + std::size_t(y)) * std::size_t(volume.size[0])
           + std::size_t(x);
}

// The two voxels along one axis between which a point lies, and how far it is from the first. The half voxel beyond the
// last centres belongs to the last voxel.
struct Between
{
    int first = 0;
    int second = 0;
    double fraction = 0;
};

std::optional<Between> between(double at, int size)
{
    if (!(at >= -0.5 && at <= size - 0.5))
        return std::nullopt;
    const double inside = std::clamp(at, 0.0, double(size - 1));
    const int first = std::min(int(inside), size - 1);
    return Between{first, std::min(first + 1, size - 1), inside - first};
}

} // namespace

std::array<double, 3> Volume::spacing() const
{
    return {length(indexToPatient.columns[0]), length(indexToPatient.columns[1]), length(indexToPatient.columns[2])};
}

double Volume::value(int x, int y, int z) const
{
    return storedAt(*this, indexOf(*this, x, y, z)) * slope + intercept;
}

std::optional<double> Volume::valueAt(const Vec3 &patient) const
{
    const auto toIndex = indexToPatient.inverse();
    if (!toIndex || voxels() <= 0)
        return std::nullopt;
    const Vec3 at = toIndex->point(patient);
    const auto x = between(at[0], size[0]);
    const auto y = between(at[1], size[1]);
    const auto z = between(at[2], size[2]);
    if (!x || !y || !z)
        return std::nullopt;
    double sum = 0;
    double weights = 0;
    double heaviest = -1;
    bool nearestIsPadding = false;
    for (int corner = 0; corner < 8; ++corner) {
        const bool farX = corner & 1;
        const bool farY = corner & 2;
        const bool farZ = corner & 4;
        const double weight = (farX ? x->fraction : 1 - x->fraction) * (farY ? y->fraction : 1 - y->fraction)
                              * (farZ ? z->fraction : 1 - z->fraction);
        const double stored = storedAt(*this, indexOf(*this, farX ? x->second : x->first, farY ? y->second : y->first,
                                                      farZ ? z->second : z->first));
        const bool isPadding = padding && stored == *padding;
        if (weight > heaviest) {
            heaviest = weight;
            nearestIsPadding = isPadding;
        }
        if (!isPadding) {
            sum += weight * stored;
            weights += weight;
        }
    }
    if (nearestIsPadding || weights <= 0)
        return std::nullopt;
    return sum / weights * slope + intercept;
}

} // namespace Chartline::Imaging
