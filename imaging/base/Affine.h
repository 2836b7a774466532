// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cmath>
#include <optional>

namespace Chartline::Imaging {

// Points and directions in the patient's coordinates of DICOM PS3.3 C.7.6.2: millimetres, x towards the patient's left,
// y towards the back, z towards the head (LPS).
using Vec3 = std::array<double, 3>;

[[nodiscard]] constexpr Vec3 operator+(const Vec3 &a, const Vec3 &b)
{
    return {a[0] + b[0], a[1] + b[1], a[2] + b[2]};
}
[[nodiscard]] constexpr Vec3 operator-(const Vec3 &a, const Vec3 &b)
{
    return {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
}
[[nodiscard]] constexpr Vec3 operator*(const Vec3 &a, double f)
{
    return {a[0] * f, a[1] * f, a[2] * f};
}
[[nodiscard]] constexpr double dot(const Vec3 &a, const Vec3 &b)
{
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
[[nodiscard]] constexpr Vec3 cross(const Vec3 &a, const Vec3 &b)
{
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}
[[nodiscard]] inline double length(const Vec3 &a)
{
    return std::sqrt(dot(a, a));
}
// A zero vector stays zero.
[[nodiscard]] inline Vec3 normalized(const Vec3 &a)
{
    const double l = length(a);
    return l > 0 ? a * (1 / l) : a;
}

// x ↦ M·x + t. Columns are the images of the three axes.
struct Affine
{
    std::array<Vec3, 3> columns{Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, 1}};
    Vec3 translation{0, 0, 0};

    [[nodiscard]] Vec3 direction(const Vec3 &v) const
    {
        return columns[0] * v[0] + columns[1] * v[1] + columns[2] * v[2];
    }
    [[nodiscard]] Vec3 point(const Vec3 &p) const { return direction(p) + translation; }
    [[nodiscard]] double determinant() const { return dot(columns[0], cross(columns[1], columns[2])); }
    // Nothing where the columns do not span space.
    [[nodiscard]] std::optional<Affine> inverse() const;
    // First `inner`, then this.
    [[nodiscard]] Affine after(const Affine &inner) const;
    bool operator==(const Affine &) const = default;
};

inline std::optional<Affine> Affine::inverse() const
{
    const double det = determinant();
    if (!std::isfinite(det) || std::abs(det) < 1e-12)
        return std::nullopt;
    const Vec3 r0 = cross(columns[1], columns[2]) * (1 / det);
    const Vec3 r1 = cross(columns[2], columns[0]) * (1 / det);
    const Vec3 r2 = cross(columns[0], columns[1]) * (1 / det);
    Affine result;
    for (std::size_t c = 0; c < 3; ++c)
        result.columns[c] = {r0[c], r1[c], r2[c]};
    result.translation = result.direction(translation) * -1;
    return result;
}

inline Affine Affine::after(const Affine &inner) const
{
    Affine result;
    for (std::size_t c = 0; c < 3; ++c)
        result.columns[c] = direction(inner.columns[c]);
    result.translation = point(inner.translation);
    return result;
}

} // namespace Chartline::Imaging
