// SPDX-License-Identifier: Apache-2.0
#include "registration/Resample.h"

#include "registration/Parallel.h"
#include "registration/TypedVoxels.h"

#include <limits>

namespace Chartline::Imaging {

namespace {

using namespace Rigid;

// What "nothing here" is in the result, and the type that can hold it.
struct Nothing
{
    SampleType type = SampleType::I16;
    double stored = 0;
};

template<typename T>
std::optional<double> smallest(const Volume &volume, const Control &control)
{
    const auto voxels = voxelsOf<T>(volume);
    const auto slice = voxels.size() / std::size_t(volume.size[2]);
    std::vector<double> least(std::size_t(volume.size[2]), std::numeric_limits<double>::infinity());
    const IsNothing<T> isNothing(volume.padding);
    parallelFor(control, volume.size[2], [&](int z) {
        double lowest = std::numeric_limits<double>::infinity();
        for (const T value : voxels.subspan(std::size_t(z) * slice, slice)) {
            if (!isNothing(value))
                lowest = std::min(lowest, double(value));
        }
        least[std::size_t(z)] = lowest;
    });
    const double all = std::ranges::min(least);
    return std::isfinite(all) ? std::optional(all) : std::nullopt;
}

// Whether a type holds a value exactly.
bool holds(SampleType type, double value)
{
    bool result = false;
    typed(type, [&](auto sample) {
        using T = decltype(sample);
        result = value >= double(std::numeric_limits<T>::lowest()) && value <= double(std::numeric_limits<T>::max())
                 && double(T(value)) == value;
    });
    return result;
}

Nothing nothingOf(const Volume &volume, const Control &control)
{
    if (volume.padding && holds(volume.type, *volume.padding))
        return {volume.type, *volume.padding};
    double least = 0;
    typed(volume.type, [&](auto sample) { least = smallest<decltype(sample)>(volume, control).value_or(0); });
    const double below = double(float(std::floor(least - std::max(1.0, std::abs(least) * 1e-6))));
    for (const SampleType type : {volume.type, SampleType::I16, SampleType::F32}) {
        const bool wide = type == volume.type || volume.type == SampleType::U8 || type == SampleType::F32;
        if (wide && holds(type, below))
            return {type, below};
    }
    return {SampleType::F32, double(std::numeric_limits<float>::lowest())};
}

// The part of a row, from its first voxel on in steps of `step`, that lies in [-0.5, n - 0.5] along every axis.
std::array<int, 2> insideOf(const Vec3 &from, const Vec3 &step, const std::array<int, 3> &size, int count)
{
    double first = 0;
    double last = count - 1;
    for (std::size_t a = 0; a < 3; ++a) {
        const double low = -0.5 - from[a];
        const double high = size[a] - 0.5 - from[a];
        if (std::abs(step[a]) < 1e-12) {
            if (low > 0 || high < 0)
                return {0, 0};
            continue;
        }
        first = std::max(first, std::min(low / step[a], high / step[a]));
        last = std::min(last, std::max(low / step[a], high / step[a]));
    }
    if (!(first <= last))
        return {0, 0};
    return {int(std::ceil(first)), int(std::floor(last)) + 1};
}

// The two voxels along one axis between which a point lies; half a voxel beyond the last centre belongs to the last.
struct Between
{
    std::size_t first = 0;
    std::size_t second = 0;
    float fraction = 0;

    Between(double at, int size, std::size_t stride)
    {
        // On the same grid every voxel keeps its value, whatever the last digits of its place are.
        const double nearest = std::round(at);
        const double inside = std::clamp(std::abs(at - nearest) < 1e-6 ? nearest : at, 0.0, double(size - 1));
        const int index = int(inside);
        first = std::size_t(index) * stride;
        second = index + 1 < size ? first + stride : first;
        fraction = float(inside - index);
    }
};

template<typename From>
class Reader
{
public:
    explicit Reader(const Volume &volume)
        : m_voxels(voxelsOf<From>(volume))
        , m_size(volume.size)
        , m_isNothing(volume.padding)
    { }

    // NaN where there is nothing.
    [[nodiscard]] float at(const Vec3 &index) const
    {
        const auto row = std::size_t(m_size[0]);
        const Between x(index[0], m_size[0], 1);
        const Between y(index[1], m_size[1], row);
        const Between z(index[2], m_size[2], row * std::size_t(m_size[1]));
        const std::array<From, 8> v{m_voxels[z.first + y.first + x.first],   m_voxels[z.first + y.first + x.second],
                                    m_voxels[z.first + y.second + x.first],  m_voxels[z.first + y.second + x.second],
                                    m_voxels[z.second + y.first + x.first],  m_voxels[z.second + y.first + x.second],
                                    m_voxels[z.second + y.second + x.first], m_voxels[z.second + y.second + x.second]};
        if (std::ranges::any_of(v, m_isNothing))
            return besideNothing(v, {x.fraction, y.fraction, z.fraction});
        const auto mix = [](float a, float b, float f) { return a + (b - a) * f; };
        const float low =
            mix(mix(float(v[0]), float(v[1]), x.fraction), mix(float(v[2]), float(v[3]), x.fraction), y.fraction);
        const float high =
            mix(mix(float(v[4]), float(v[5]), x.fraction), mix(float(v[6]), float(v[7]), x.fraction), y.fraction);
        return mix(low, high, z.fraction);
    }

private:
    [[nodiscard]] float besideNothing(const std::array<From, 8> &v, const std::array<float, 3> &f) const
    {
        float sum = 0;
        float weights = 0;
        float heaviest = -1;
        bool nearestIsNothing = true;
        for (unsigned i = 0; i < 8; ++i) {
            const float weight =
                ((i & 1U) ? f[0] : 1 - f[0]) * ((i & 2U) ? f[1] : 1 - f[1]) * ((i & 4U) ? f[2] : 1 - f[2]);
            const bool nothing = m_isNothing(v[i]);
            if (weight > heaviest) {
                heaviest = weight;
                nearestIsNothing = nothing;
            }
            if (!nothing) {
                sum += weight * float(v[i]);
                weights += weight;
            }
        }
        return nearestIsNothing || weights <= 0 ? std::numeric_limits<float>::quiet_NaN() : sum / weights;
    }

    std::span<const From> m_voxels;
    std::array<int, 3> m_size;
    IsNothing<From> m_isNothing;
};

struct Span
{
    float low = std::numeric_limits<float>::infinity();
    float high = -std::numeric_limits<float>::infinity();
};

template<typename From, typename To>
void fill(const Volume &moving, const Affine &toMovingIndex, Volume &out, const Control &control)
{
    const Reader<From> reader(moving);
    const std::array<int, 3> size = out.size;
    const auto width = std::size_t(size[0]);
    const std::span<To> voxels(reinterpret_cast<To *>(out.data.data()), out.data.size() / sizeof(To));
    std::vector<Span> spans(static_cast<std::size_t>(size[2]));
    parallelFor(control, size[2], [&](int z) {
        Span span;
        for (int y = 0; y < size[1] && !control.cancelled(); ++y) {
            const auto row = voxels.subspan((std::size_t(z) * std::size_t(size[1]) + std::size_t(y)) * width, width);
            std::ranges::fill(row, To(out.padding.value_or(0)));
            const Vec3 from = toMovingIndex.point({0, double(y), double(z)});
            const Vec3 step = toMovingIndex.columns[0];
            const auto [first, last] = insideOf(from, step, moving.size, size[0]);
            for (int x = first; x < last; ++x) {
                const float value = reader.at(from + step * x);
                if (std::isnan(value))
                    continue;
                span.low = std::min(span.low, value);
                span.high = std::max(span.high, value);
                if constexpr (std::is_floating_point_v<To>)
                    row[std::size_t(x)] = To(value);
                else
                    row[std::size_t(x)] = To(std::floor(value + 0.5F));
            }
        }
        spans[std::size_t(z)] = span;
    });
    const float low = std::ranges::min(spans, {}, &Span::low).low;
    const float high = std::ranges::max(spans, {}, &Span::high).high;
    if (low > high)
        out.range = moving.range; // nothing of it is on the grid
    else
        out.range = {std::min(low * moving.slope, high * moving.slope) + moving.intercept,
                     std::max(low * moving.slope, high * moving.slope) + moving.intercept};
}

Expected<VolumePtr> resampled(const Volume &moving, const Affine &toMovingIndex, const Volume &grid,
                              const Control &control)
{
    const Nothing nothing = nothingOf(moving, control);
    auto out = std::make_shared<Volume>();
    out->size = grid.size;
    out->indexToPatient = grid.indexToPatient;
    out->frameOfReference = grid.frameOfReference;
    out->type = nothing.type;
    out->padding = nothing.stored;
    out->slope = moving.slope;
    out->intercept = moving.intercept;
    out->units = moving.units;
    out->unitsNote = moving.unitsNote;
    out->modality = moving.modality;
    out->series = moving.series;
    out->windows = moving.windows;
    out->inverted = moving.inverted;
    out->notes = moving.notes;
    out->data.resize(std::size_t(out->voxels() * bytesOf(out->type)));
    typed(moving.type, [&](auto from) {
        using From = decltype(from);
        typed(out->type, [&](auto to) { fill<From, decltype(to)>(moving, toMovingIndex, *out, control); });
    });
    if (control.cancelled())
        return failure(FailureCode::Cancelled);
    return out;
}

} // namespace

Expected<VolumePtr> resampleLike(const Volume &moving, const Affine &fixedToMoving, const Volume &grid,
                                 const ResampleOptions &options)
try {
    if (const auto fine = checkVolume(moving); !fine)
        return std::unexpected(fine.error());
    if (const auto fine = checkSize(grid.size); !fine) // its voxels are not read
        return std::unexpected(fine.error());
    const auto toIndex = moving.indexToPatient.inverse();
    if (!toIndex)
        return failure(FailureCode::NoGeometry, QStringLiteral("axes of the volume"));
    const Affine whole = toIndex->after(fixedToMoving).after(grid.indexToPatient);
    for (const Vec3 &v : {whole.columns[0], whole.columns[1], whole.columns[2], whole.translation}) {
        for (const double part : v) {
            if (!(std::abs(part) < 1e9))
                return failure(FailureCode::NoGeometry, QStringLiteral("alignment"));
        }
    }
    return resampled(moving, whole, grid, {options.cancel, Rigid::threadCount(options.threads)});
} catch (const std::bad_alloc &) {
    return failure(FailureCode::OutOfMemory);
} catch (...) {
    return failure(FailureCode::Internal);
}

} // namespace Chartline::Imaging
