// SPDX-License-Identifier: Apache-2.0
#include "registration/Similarity.h"

namespace Chartline::Imaging::Rigid {

namespace {

// splitmix64 (S. Vigna, public domain): the standard library's distributions differ from maker to maker.
class Random
{
public:
    double next() // 0…1
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return double((z ^ (z >> 31)) >> 11) * 0x1p-53;
    }

private:
    std::uint64_t m_state = 20240517;
};

double entropy(const std::vector<float> &counts, double total)
{
    double sum = 0;
    for (const float count : counts) {
        if (count > 0)
            sum += double(count) * std::log(double(count));
    }
    return std::log(total) - sum / total;
}

// The box of the image's voxels that the mask lies in; empty (high below low) where it is empty.
struct Bounds
{
    std::array<int, 3> low{0, 0, 0};
    std::array<int, 3> high{-1, -1, -1};
};

Bounds boundsOf(const BodyMask &mask, const WorkImage &image)
{
    Vec3 low{1e30, 1e30, 1e30};
    Vec3 high{-1e30, -1e30, -1e30};
    for (const Vec3 &p : mask.points()) {
        const Vec3 index = image.toIndex.point(p);
        for (std::size_t a = 0; a < 3; ++a) {
            low[a] = std::min(low[a], index[a]);
            high[a] = std::max(high[a], index[a]);
        }
    }
    Bounds bounds;
    if (mask.count == 0)
        return bounds;
    for (std::size_t a = 0; a < 3; ++a) {
        // A voxel of the mask may be many of the image's, along any of its axes.
        double half = 1;
        for (const Vec3 &column : mask.toPatient.columns)
            half = std::max(half, std::abs(image.toIndex.direction(column)[a]));
        bounds.low[a] = int(std::clamp(std::floor(low[a] - half), 0.0, double(image.size[a] - 1)));
        bounds.high[a] = int(std::clamp(std::ceil(high[a] + half), 0.0, double(image.size[a] - 1)));
    }
    return bounds;
}

struct Moments
{
    double f = 0;
    double m = 0;
    double ff = 0;
    double mm = 0;
    double fm = 0;

    [[nodiscard]] double correlation(double n) const
    {
        const double varF = ff - f * f / n;
        const double varM = mm - m * m / n;
        return varF > 1e-9 && varM > 1e-9 ? (fm - f * m / n) / std::sqrt(varF * varM) : 0;
    }
};

} // namespace

Samples drawn(const WorkImage &image, const BodyMask &mask, int wanted)
{
    // The mask may be coarser: its volume says how many voxels of the image it holds.
    const double voxel = std::abs(image.toPatient.determinant());
    const double held = double(mask.count) * mask.voxelVolume() / voxel;
    const double step = std::max(1.0, held / wanted);
    Samples samples;
    samples.points.reserve(std::size_t(wanted) + 16);
    samples.values.reserve(std::size_t(wanted) + 16);
    Random random;
    double due = step * random.next();
    const auto [low, high] = boundsOf(mask, image);
    for (int z = low[2]; z <= high[2]; ++z) {
        for (int y = low[1]; y <= high[1]; ++y) {
            for (int x = low[0]; x <= high[0]; ++x) {
                if (!mask.contains(image.toPatient.point({double(x), double(y), double(z)})))
                    continue;
                due -= 1;
                if (due > 0)
                    continue;
                due += step;
                const Vec3 index{x + random.next() - 0.5, y + random.next() - 0.5, z + random.next() - 0.5};
                const float value = image.sample(index);
                if (std::isnan(value))
                    continue;
                samples.points.push_back(image.toPatient.point(index));
                samples.values.push_back(value);
            }
        }
    }
    return samples;
}

Agreement agreement(const Samples &fixed, const ValueRange &fixedRange, const WorkImage &moving,
                    const ValueRange &movingRange, const Affine &fixedToMoving, int bins)
{
    const Affine toIndex = moving.toIndex.after(fixedToMoving);
    const auto n = std::size_t(bins);
    std::vector<float> joint(n * n);
    const float fixedScale = float(bins - 1) / (fixedRange.high - fixedRange.low);
    const float movingScale = float(bins - 1) / (movingRange.high - movingRange.low);
    Moments moments;
    Agreement result;
    for (std::size_t i = 0; i < fixed.points.size(); ++i) {
        const float value = moving.sample(toIndex.point(fixed.points[i]));
        if (std::isnan(value))
            continue;
        const float f = std::clamp((fixed.values[i] - fixedRange.low) * fixedScale, 0.0F, float(bins - 1));
        const float m = std::clamp((value - movingRange.low) * movingScale, 0.0F, float(bins - 1));
        // A point counts for the two nearest values of the moving study, so that the measure has no steps.
        const auto lower = std::min(std::size_t(m), n - 2);
        const float part = m - float(lower);
        float *row = joint.data() + std::size_t(f + 0.5F) * n + lower;
        row[0] += 1 - part;
        row[1] += part;
        moments.f += f;
        moments.m += m;
        moments.ff += double(f) * f;
        moments.mm += double(m) * m;
        moments.fm += double(f) * m;
        ++result.count;
    }
    if (result.count == 0)
        return result;
    std::vector<float> alongF(n);
    std::vector<float> alongM(n);
    for (std::size_t f = 0; f < n; ++f) {
        for (std::size_t m = 0; m < n; ++m) {
            alongF[f] += joint[f * n + m];
            alongM[m] += joint[f * n + m];
        }
    }
    const double both = entropy(joint, result.count);
    const double sum = entropy(alongF, result.count) + entropy(alongM, result.count);
    result.mutual = sum - both;
    result.normalized = both > 1e-9 ? sum / both : 1;
    result.correlation = moments.correlation(result.count);
    return result;
}

Affine RigidStep::affine() const
{
    const double angle = length(rotation);
    const Vec3 axis = normalized(rotation);
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    Affine result;
    for (std::size_t i = 0; i < 3; ++i) {
        Vec3 unit{0, 0, 0};
        unit[i] = 1;
        result.columns[i] = unit * c + cross(axis, unit) * s + axis * (dot(axis, unit) * (1 - c));
    }
    result.translation = center + shift - result.direction(center);
    return result;
}

RigidFrame::RigidFrame(const std::vector<Vec3> &points)
{
    if (points.empty())
        return;
    const double share = 1 / double(points.size());
    for (const Vec3 &p : points)
        m_middle = m_middle + p * share;
    double square = 0;
    for (const Vec3 &p : points)
        square += dot(p - m_middle, p - m_middle) * share;
    m_radius = std::max(std::sqrt(square), 1.0);
}

Affine RigidFrame::moved(const std::vector<double> &by) const
{
    RigidStep step;
    step.center = m_middle;
    step.rotation = Vec3{by[0], by[1], by[2]} * (1 / m_radius);
    step.shift = {by[3], by[4], by[5]};
    return step.affine();
}

std::optional<Affine> nearestRigid(const Affine &affine)
{
    const Vec3 x = affine.columns[0];
    const Vec3 y = affine.columns[1];
    const Vec3 z = affine.columns[2];
    constexpr double off = 0.01;
    const auto far = [](double value, double from) { return !(std::abs(value - from) < off); };
    if (far(length(x), 1) || far(length(y), 1) || far(length(z), 1) || far(dot(x, y), 0) || far(dot(y, z), 0)
        || far(dot(x, z), 0) || far(affine.determinant(), 1))
        return {};
    for (const double t : affine.translation) {
        if (!(std::abs(t) < 1e6))
            return {};
    }
    Affine result = affine;
    result.columns[0] = normalized(x);
    result.columns[1] = normalized(y - result.columns[0] * dot(result.columns[0], y));
    result.columns[2] = cross(result.columns[0], result.columns[1]);
    return result;
}

} // namespace Chartline::Imaging::Rigid
