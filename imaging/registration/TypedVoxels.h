// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "volume/Volume.h"

#include <cmath>
#include <span>

namespace Chartline::Imaging::Rigid {

// Calls f with a value of the C++ type of a volume's samples; any other type than a volume has counts as F32 (see
// checkVolume).
template<typename F>
void typed(SampleType type, F &&f)
{
    switch (type) { // NOLINT(bugprone-branch-clone): each calls with another type
    case SampleType::U8: return f(std::uint8_t());
    case SampleType::U16: return f(std::uint16_t());
    case SampleType::I16: return f(std::int16_t());
    default: return f(float());
    }
}

// The bytes of a volume come from a std::vector, whose memory is aligned for every scalar.
template<typename T>
std::span<const T> voxelsOf(const Volume &volume)
{
    return {reinterpret_cast<const T *>(volume.data.data()), volume.data.size() / sizeof(T)};
}

[[nodiscard]] inline Expected<void> checkSize(const std::array<int, 3> &size)
{
    for (const int n : size) {
        if (n < 1)
            return failure(FailureCode::Corrupt, QStringLiteral("volume without voxels"));
    }
    const qint64 plane = qint64(size[0]) * size[1]; // at most 2^62
    if (plane > mostPixels || plane * size[2] > mostSamples)
        return failure(FailureCode::TooLarge, QStringLiteral("volume"));
    return {};
}

// Corrupt, TooLarge, UnsupportedPixels. What passes can be read without further checks.
[[nodiscard]] inline Expected<void> checkVolume(const Volume &volume)
{
    if (auto fine = checkSize(volume.size); !fine)
        return fine;
    const bool known = volume.type == SampleType::U8 || volume.type == SampleType::U16 || volume.type == SampleType::I16
                       || volume.type == SampleType::F32;
    if (!known)
        return failure(FailureCode::UnsupportedPixels, QStringLiteral("volume of another type"));
    if (std::size_t(volume.voxels() * bytesOf(volume.type)) != volume.data.size())
        return failure(FailureCode::Corrupt, QStringLiteral("volume of another length than its size says"));
    if (!std::isfinite(volume.slope) || volume.slope == 0 || !std::isfinite(volume.intercept))
        return failure(FailureCode::Corrupt, QStringLiteral("rescale slope or intercept"));
    return {};
}

// A voxel that is padding, or no number at all.
template<typename T>
class IsNothing
{
public:
    explicit IsNothing(const std::optional<double> &padding)
        : m_padding(padding)
    { }
    [[nodiscard]] bool operator()(T value) const
    {
        if constexpr (std::is_floating_point_v<T>) {
            if (!std::isfinite(value))
                return true;
        }
        return m_padding && double(value) == *m_padding;
    }

private:
    std::optional<double> m_padding;
};

} // namespace Chartline::Imaging::Rigid
