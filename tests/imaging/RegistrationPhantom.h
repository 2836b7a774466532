// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/RegistrationScans.h"

namespace Chartline::Imaging::Test {

// A trunk with lungs, a spine, ribs and vessels on a grid of its own, no two places of it alike. For machines without
// the shared scans, and for what real scans do not have.
struct Phantom
{
    std::array<int, 3> size{96, 80, 60};
    Vec3 spacing{3.5, 3.5, 4};
    Affine toPatient; // of the grid's middle, turned and shifted; its columns are of length 1
    Affine body; // where the trunk is

    [[nodiscard]] static double hu(const Vec3 &p)
    {
        const auto inside = [&p](const Vec3 &c, const Vec3 &r) {
            const Vec3 d = p - c;
            return d[0] * d[0] / (r[0] * r[0]) + d[1] * d[1] / (r[1] * r[1]) + d[2] * d[2] / (r[2] * r[2]) < 1;
        };
        const double girth = 1 - 0.0004 * p[2];
        if (p[0] * p[0] / (150 * 150 * girth) + p[1] * p[1] / (100 * 100 * girth) >= 1)
            return -1000;
        if (inside({0, 70, 0}, {16, 14, 400}) && std::fmod(p[2] + 1000, 27) < 21)
            return 450;
        for (int i = 0; i < 6; ++i) {
            const double z = -90 + 36 * i;
            if (inside({-60.0 + 25 * i, 20.0 - 13 * i, z}, {14, 10, 12}))
                return 150 + 60 * i;
        }
        const double ripple = 25 * std::sin(p[0] / 17) * std::sin(p[1] / 13 + p[2] / 29);
        if (inside({-72, 0, 20}, {52, 62, 95}) || inside({70, 4, 12}, {48, 60, 90})) {
            const bool vessel = std::sin(p[0] / 5.5) * std::sin(p[1] / 6.5) * std::sin(p[2] / 8.5) > 0.75;
            return vessel ? 20 : -830 + ripple;
        }
        if (inside({20, -30, -30}, {45, 38, 50}))
            return 45 + ripple;
        return (inside({0, 0, 0}, {132, 84, 1000}) ? 20 : -95) + ripple * 0.4;
    }

    [[nodiscard]] Volume volume(SampleType type = SampleType::I16) const
    {
        Volume v;
        v.size = size;
        v.type = type;
        v.modality = QStringLiteral("CT");
        v.units = QStringLiteral("HU");
        v.frameOfReference = QStringLiteral("1.2.3");
        Affine grid;
        for (std::size_t a = 0; a < 3; ++a) {
            grid.columns[a][a] = spacing[a];
            grid.translation[a] = -spacing[a] * (size[a] - 1) / 2;
        }
        v.indexToPatient = toPatient.after(grid);
        if (type == SampleType::U16 || type == SampleType::U8) {
            v.slope = type == SampleType::U8 ? 8 : 0.5;
            v.intercept = -1024;
        }
        v.range = {-1024, 600};
        v.data.resize(std::size_t(v.voxels() * bytesOf(type)));
        const auto toBody = *body.inverse();
        std::size_t i = 0;
        for (int z = 0; z < size[2]; ++z) {
            for (int y = 0; y < size[1]; ++y) {
                for (int x = 0; x < size[0]; ++x, ++i) {
                    const Vec3 at = toBody.point(v.indexToPatient.point({double(x), double(y), double(z)}));
                    const double stored = (hu(at) - v.intercept) / v.slope;
                    switch (type) {
                    case SampleType::U8:
                        reinterpret_cast<quint8 *>(v.data.data())[i] = quint8(std::clamp(stored, 0.0, 255.0));
                        break;
                    case SampleType::U16: reinterpret_cast<quint16 *>(v.data.data())[i] = quint16(stored); break;
                    case SampleType::F32: reinterpret_cast<float *>(v.data.data())[i] = float(stored); break;
                    default: reinterpret_cast<qint16 *>(v.data.data())[i] = qint16(std::lround(stored)); break;
                    }
                }
            }
        }
        return v;
    }
};

} // namespace Chartline::Imaging::Test
