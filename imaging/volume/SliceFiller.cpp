// SPDX-License-Identifier: Apache-2.0
#include "volume/SliceFiller.h"

namespace Chartline::Imaging {

namespace {

template<typename To>
struct Converted
{
    const Nothing<To> &nothing;
    ValueRange range;

    // A value that is not padding.
    To keep(To value)
    {
        const auto v = double(value);
        range.low = v < range.low ? v : range.low;
        range.high = v > range.high ? v : range.high;
        return value;
    }
    To drop(To value)
    {
        range.hasNothing = true;
        return nothing.given() ? nothing.value() : value;
    }
};

// Without what means nothing.
template<typename T>
ValueRange rangeOf(const T *values, qint64 count, const Nothing<T> &nothing)
{
    constexpr T least = std::numeric_limits<T>::lowest();
    constexpr T most = std::numeric_limits<T>::max();
    T low[lanes];
    T high[lanes];
    quint8 isNothing[lanes] = {};
    std::fill_n(low, lanes, most);
    std::fill_n(high, lanes, least);
    const auto take = [&](T v, qint64 k) {
        const bool none = nothing(v);
        const T forLow = none ? most : v;
        const T forHigh = none ? least : v;
        low[k] = forLow < low[k] ? forLow : low[k];
        high[k] = forHigh > high[k] ? forHigh : high[k];
        isNothing[k] |= quint8(none);
    };
    qint64 i = 0;
    for (; i + lanes <= count; i += lanes) {
        for (qint64 k = 0; k < lanes; ++k)
            take(values[i + k], k);
    }
    for (; i < count; ++i)
        take(values[i], 0);
    ValueRange range;
    range.hasNothing = std::ranges::any_of(isNothing, [](quint8 v) { return v != 0; });
    const T lowest = *std::min_element(low, low + lanes);
    const T highest = *std::max_element(high, high + lanes);
    if (lowest <= highest) {
        range.low = double(lowest);
        range.high = double(highest);
    }
    return range;
}

// Stored values stay as they are.
template<typename From, typename To>
ValueRange keepStored(const SlicePlan &slice, const From *in, To *out, qint64 count, const Nothing<To> &nothing)
{
    if (!slice.padding) {
        if constexpr (!std::is_same_v<From, To>)
            fillEach(out, count, [=](qint64 i) { return To(in[i]); });
        else if (in != out)
            std::memcpy(out, in, std::size_t(count) * sizeof(To));
        return rangeOf(out, count, nothing);
    }
    const auto padding = *slice.padding;
    if (nothing.given() && sizeof(From) <= 2 && sizeof(To) <= 2) {
        const int from = int(std::ceil(std::clamp(padding[0], -70000.0, 70000.0)));
        const int to = int(std::floor(std::clamp(padding[1], -70000.0, 70000.0)));
        const To none = nothing.value();
        fillEach(out, count, [=](qint64 i) { return int(in[i]) >= from && int(in[i]) <= to ? none : To(in[i]); });
        return rangeOf(out, count, nothing);
    }
    Converted<To> converted{nothing, {}};
    for (qint64 i = 0; i < count; ++i) {
        const auto stored = double(in[i]);
        const bool isPadding = (stored >= padding[0] && stored <= padding[1]) || nothing(To(in[i]));
        out[i] = isPadding ? converted.drop(To(in[i])) : converted.keep(To(in[i]));
    }
    return converted.range;
}

// PS3.3 C.11.1: a Modality LUT, or Rescale Slope and Intercept.
template<typename From, typename To>
ValueRange toModality(const SlicePlan &slice, const From *in, To *out, qint64 count, const Nothing<To> &nothing)
{
    Converted<To> converted{nothing, {}};
    const auto padding = slice.padding.value_or(std::array<double, 2>{1, 0});
    const auto last = slice.lut ? double(slice.lut->entries.size() - 1) : 0;
    for (qint64 i = 0; i < count; ++i) {
        const auto stored = double(in[i]);
        double value = 0;
        if (slice.lut)
            value = slice.lut->entries[std::size_t(std::clamp(stored - slice.lut->first, 0.0, last))];
        else
            value = stored * slice.slope + slice.intercept;
        const bool isPadding = (stored >= padding[0] && stored <= padding[1]) || !std::isfinite(float(value));
        out[i] = isPadding ? converted.drop(To{}) : converted.keep(To(value));
    }
    return converted.range;
}

template<typename To>
ValueRange convert(const VolumePlan &plan, const SlicePlan &slice, const std::byte *in, To *out, qint64 count,
                   const Nothing<To> &nothing)
{
    return withType(slice.format.type, [&](auto sample) {
        using From = decltype(sample);
        const auto *samples = reinterpret_cast<const From *>(in);
        return plan.modalityValues ? toModality(slice, samples, out, count, nothing)
                                   : keepStored(slice, samples, out, count, nothing);
    });
}

// out(x, y) = in(x - shift[0], y - shift[1]).
template<typename T>
std::vector<T> moved(const std::vector<T> &in, int columns, int rows, const VolumePlan &plan,
                     const std::array<double, 2> &shift, const Nothing<T> &nothing)
{
    const auto whole = [](double s) { return int(std::ceil(s - 1e-3)); };
    const auto fraction = [&](double s) { return std::clamp(float(whole(s) - s), 0.0F, 1.0F); };
    const int outColumns = plan.plane[0];
    std::vector<T> out(std::size_t(outColumns) * std::size_t(plan.plane[1]), nothing.value());
    // One empty pixel on both sides, so that edges need no case of their own.
    const std::vector<T> emptyRow(std::size_t(columns), nothing.value());
    std::vector<T> row(std::size_t(columns) + 2, nothing.value());
    const int moveX = whole(shift[0]);
    const int moveY = whole(shift[1]);
    const auto rowAt = [&](int y) {
        return y >= 0 && y < rows ? in.data() + std::size_t(y) * std::size_t(columns) : emptyRow.data();
    };
    for (int y = 0; y < plan.plane[1]; ++y) {
        const int from = y - moveY;
        if (from < -1 || from >= rows)
            continue;
        interpolate(rowAt(from), rowAt(from + 1), fraction(shift[1]), row.data() + 1, columns, nothing);
        T *to = out.data() + std::size_t(y) * std::size_t(outColumns);
        const int first = std::max(0, moveX - 1);
        const int end = std::min(outColumns, moveX + columns);
        if (first < end) {
            const T *source = row.data() + 1 + (first - moveX);
            interpolate(source, source + 1, fraction(shift[0]), to + first, end - first, nothing);
        }
    }
    return out;
}

template<typename T>
void averaged(const T *in, const std::array<int, 2> &size, int by0, int by1, T *out, const Nothing<T> &nothing)
{
    for (int y = 0; y < size[1]; y += by1) {
        for (int x = 0; x < size[0]; x += by0) {
            Mean<T> mean(nothing);
            for (int yy = y; yy < std::min(y + by1, size[1]); ++yy) {
                for (int xx = x; xx < std::min(x + by0, size[0]); ++xx)
                    mean.add(in[std::size_t(yy) * std::size_t(size[0]) + std::size_t(xx)]);
            }
            *out++ = mean.value();
        }
    }
}

template<typename T>
ValueRange fill(const VolumePlan &plan, std::size_t index, const std::byte *samples, const Nothing<T> &nothing, T *out)
{
    const SlicePlan &slice = plan.slices[index];
    const auto count = qint64(slice.format.columns) * slice.format.rows;
    const bool moves = plan.plane != std::array{slice.format.columns, slice.format.rows};
    const bool reduces = plan.reduction[0] > 1 || plan.reduction[1] > 1;
    if (!moves && !reduces)
        return convert(plan, slice, samples, out, count, nothing);
    std::vector<T> values(std::size_t(count), T{});
    const ValueRange range = convert(plan, slice, samples, values.data(), count, nothing);
    if (moves)
        values = moved(values, slice.format.columns, slice.format.rows, plan, slice.shift, nothing);
    if (reduces)
        averaged(values.data(), plan.plane, plan.reduction[0], plan.reduction[1], out, nothing);
    else
        std::ranges::copy(values, out);
    return range;
}

} // namespace

ValueRange fillSlice(const VolumePlan &plan, std::size_t slice, std::span<const std::byte> samples,
                     std::optional<double> nothing, std::byte *out)
{
    return withType(plan.type, [&](auto voxel) {
        using T = decltype(voxel);
        return fill<T>(plan, slice, samples.data(), Nothing<T>(nothing), reinterpret_cast<T *>(out));
    });
}

} // namespace Chartline::Imaging
