// SPDX-License-Identifier: Apache-2.0
#include "registration/WorkImage.h"

#include "registration/TypedVoxels.h"

#include <limits>

namespace Chartline::Imaging::Rigid {

namespace {

constexpr float nothing = std::numeric_limits<float>::quiet_NaN();

// CT numbers begin at -1024; makers mark what lies outside of the field of view by far lower ones (-2000, -2048,
// -3024), often without saying so in Pixel Padding Value.
constexpr float lowestHu = -1200;

// Along each axis; only grids much finer than any scanner's have more.
constexpr int mostInABox = 64;

struct Reduction
{
    std::array<int, 3> factor{1, 1, 1};
    std::array<int, 3> size{0, 0, 0};
    Affine toPatient;
};

Reduction reductionOf(const std::array<int, 3> &size, const Affine &toPatient, double spacing)
{
    Reduction r;
    Affine blocks; // index of a box to index of a voxel
    for (std::size_t a = 0; a < 3; ++a) {
        const double step = length(toPatient.columns[a]);
        r.factor[a] = int(std::clamp(std::round(spacing / step), 1.0, double(std::min(size[a], mostInABox))));
        r.size[a] = size[a] / r.factor[a];
        blocks.columns[a] = {0, 0, 0};
        blocks.columns[a][a] = r.factor[a];
        blocks.translation[a] = (r.factor[a] - 1) / 2.0;
    }
    r.toPatient = toPatient.after(blocks);
    return r;
}

// Adds a row of voxels to the sums of a row of boxes.
template<typename T, typename Valid>
void addRow(const T *row, const Reduction &r, float *sums, std::uint32_t *counts, const Valid &valid)
{
    const int factor = r.factor[0];
    for (int x = 0; x < r.size[0]; ++x) {
        float sum = 0;
        int count = 0;
        for (int i = 0; i < factor; ++i) {
            const auto value = float(row[i]);
            const bool there = valid(value);
            sum += there ? value : 0.0F;
            count += there ? 1 : 0;
        }
        row += factor;
        sums[x] += sum;
        counts[x] += std::uint32_t(count);
    }
}

template<typename T, typename Valid>
WorkImage reduce(const T *voxels, const std::array<int, 3> &size, const Reduction &r, const Control &control,
                 const Valid &valid)
{
    WorkImage image;
    image.size = r.size;
    image.toPatient = r.toPatient;
    image.toIndex = r.toPatient.inverse().value_or(Affine{});
    const auto width = std::size_t(r.size[0]);
    image.values.resize(width * std::size_t(r.size[1]) * std::size_t(r.size[2]));
    const auto perBox = std::uint32_t(r.factor[0] * r.factor[1] * r.factor[2]);
    parallelFor(control, r.size[2], [&](int z) {
        std::vector<float> sums(width);
        std::vector<std::uint32_t> counts(width);
        for (int y = 0; y < r.size[1]; ++y) {
            std::ranges::fill(sums, 0.0F);
            std::ranges::fill(counts, 0U);
            for (int k = 0; k < r.factor[2]; ++k) {
                for (int j = 0; j < r.factor[1]; ++j) {
                    const auto slice = std::size_t(z * r.factor[2] + k) * std::size_t(size[1]);
                    const auto row = slice + std::size_t(y * r.factor[1] + j);
                    addRow(voxels + row * std::size_t(size[0]), r, sums.data(), counts.data(), valid);
                }
            }
            float *out = image.values.data() + image.offset(0, y, z);
            for (std::size_t x = 0; x < width; ++x)
                out[x] = 2 * counts[x] >= perBox ? sums[x] / float(counts[x]) : nothing;
        }
    });
    return image;
}

template<typename T>
WorkImage reduceVolume(const Volume &volume, const Reduction &r, const Control &control)
{
    const float padding = volume.padding ? float(*volume.padding) : nothing;
    const auto slope = float(volume.slope);
    const auto intercept = float(volume.intercept);
    constexpr float most = std::numeric_limits<float>::max();
    const float lowest = isCt(volume) && slope > 0 ? (lowestHu - intercept) / slope : -most;
    WorkImage image = reduce(voxelsOf<T>(volume).data(), volume.size, r, control, [&](float v) {
        return v >= lowest && v <= most && v != padding; // not a NaN
    });
    for (float &value : image.values)
        value = value * slope + intercept;
    return image;
}

} // namespace

std::array<double, 3> WorkImage::spacing() const
{
    return {length(toPatient.columns[0]), length(toPatient.columns[1]), length(toPatient.columns[2])};
}

Vec3 WorkImage::center() const
{
    return toPatient.point({(size[0] - 1) / 2.0, (size[1] - 1) / 2.0, (size[2] - 1) / 2.0});
}

float WorkImage::sample(const Vec3 &index) const
{
    // Not written as "outside if less": a NaN has to be outside as well.
    if (!(index[0] >= 0 && index[1] >= 0 && index[2] >= 0 && index[0] <= size[0] - 1 && index[1] <= size[1] - 1
          && index[2] <= size[2] - 1))
        return nothing;
    const int x = int(index[0]);
    const int y = int(index[1]);
    const int z = int(index[2]);
    const auto fx = float(index[0] - x);
    const auto fy = float(index[1] - y);
    const auto fz = float(index[2] - z);
    const std::size_t dx = x + 1 < size[0] ? 1 : 0;
    const std::size_t dy = y + 1 < size[1] ? std::size_t(size[0]) : 0;
    const std::size_t dz = z + 1 < size[2] ? std::size_t(size[0]) * std::size_t(size[1]) : 0;
    const float *p = values.data() + offset(x, y, z);
    const float a = p[0] + (p[dx] - p[0]) * fx;
    const float b = p[dy] + (p[dy + dx] - p[dy]) * fx;
    const float c = p[dz] + (p[dz + dx] - p[dz]) * fx;
    const float d = p[dz + dy] + (p[dz + dy + dx] - p[dz + dy]) * fx;
    const float e = a + (b - a) * fy;
    const float f = c + (d - c) * fy;
    return e + (f - e) * fz;
}

bool isCt(const Volume &volume)
{
    return volume.modality == QLatin1StringView("CT") && volume.units == QLatin1StringView("HU");
}

Expected<WorkImage> reduced(const Volume &volume, double spacing, const Control &control)
{
    if (const auto fine = checkVolume(volume); !fine)
        return std::unexpected(fine.error());
    const auto &c = volume.indexToPatient.columns;
    for (std::size_t a = 0; a < 3; ++a) {
        const double step = length(c[a]);
        const double next = length(c[(a + 1) % 3]);
        // 1 µm to 1 m; more than a degree and a half off the right angle is no grid this can work on.
        if (!(step > 1e-3 && step < 1e3) || !(std::abs(dot(c[a], c[(a + 1) % 3])) < 0.03 * step * next)
            || !(std::abs(volume.indexToPatient.translation[a]) < 1e6))
            return failure(FailureCode::NoGeometry, QStringLiteral("axes of the volume"));
    }
    const Reduction r = reductionOf(volume.size, volume.indexToPatient, spacing);
    WorkImage image;
    typed(volume.type, [&](auto sample) { image = reduceVolume<decltype(sample)>(volume, r, control); });
    if (control.cancelled())
        return failure(FailureCode::Cancelled);
    return image;
}

WorkImage reduced(const WorkImage &image, double spacing, const Control &control)
{
    const Reduction r = reductionOf(image.size, image.toPatient, spacing);
    return reduce(image.values.data(), image.size, r, control, [](float v) { return !std::isnan(v); });
}

float percentile(const WorkImage &image, double fraction)
{
    std::vector<float> there;
    there.reserve(image.values.size());
    std::ranges::copy_if(image.values, std::back_inserter(there), [](float v) { return !std::isnan(v); });
    if (there.empty())
        return nothing;
    const auto at = std::ptrdiff_t(fraction * double(there.size() - 1));
    std::ranges::nth_element(there, there.begin() + at);
    return there[std::size_t(at)];
}

void clampTo(WorkImage &image, const ValueRange &range)
{
    for (float &value : image.values) { // a NaN stays
        if (value < range.low)
            value = range.low;
        else if (value > range.high)
            value = range.high;
    }
}

} // namespace Chartline::Imaging::Rigid
