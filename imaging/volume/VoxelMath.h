// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/ImageDescription.h"

#include <cmath>
#include <cstring>
#include <limits>
#include <span>

namespace Chartline::Imaging {

// Calls f with a value of the C++ type of a sample type.
template<typename F>
auto withType(SampleType type, F &&f)
{
    switch (type) {
    case SampleType::U8: return f(quint8{});
    case SampleType::I8: return f(qint8{});
    case SampleType::U16: return f(quint16{});
    case SampleType::I16: return f(qint16{});
    case SampleType::U32: return f(quint32{});
    case SampleType::I32: return f(qint32{});
    case SampleType::F32: return f(float{});
    case SampleType::F64: break;
    }
    return f(double{});
}

// Which value of a grid means "nothing here". While a grid of floats is filled that is NaN.
template<typename T>
class Nothing
{
public:
    Nothing() = default;
    explicit Nothing(std::optional<double> value)
        : m_given(value.has_value())
        , m_value(value ? T(*value) : T{})
    { }
    // Only where a value is given.
    [[nodiscard]] bool operator()(T v) const
    {
        if constexpr (std::is_floating_point_v<T>)
            return m_given && (v == m_value || (std::isnan(m_value) && std::isnan(v)));
        else
            return m_given && v == m_value;
    }
    [[nodiscard]] bool given() const { return m_given; }
    [[nodiscard]] T value() const { return m_value; }

private:
    bool m_given = false;
    T m_value{};
};

// To the nearest. For the small types without a call of floor(), which would keep loops from becoming vector code.
template<typename T>
[[nodiscard]] T rounded(float v)
{
    if constexpr (std::is_floating_point_v<T>)
        return T(v);
    else if constexpr (sizeof(T) <= 2)
        return T(int(v + 32768.5F) - 32768);
    else
        return T(std::llround(v));
}

// How many values are worked on at once: with a fixed number the compiler makes vector code of the inner loops.
inline constexpr qint64 lanes = 64;

// out[i] = f(i) for i below `count`; `out` may be memory that f reads at i.
template<typename T, typename F>
void fillEach(T *out, qint64 count, const F &f)
{
    qint64 i = 0;
    T chunk[lanes];
    for (; i + lanes <= count; i += lanes) {
        for (qint64 k = 0; k < lanes; ++k)
            chunk[k] = f(i + k);
        std::memcpy(out + i, chunk, sizeof chunk);
    }
    for (; i < count; ++i)
        out[i] = f(i);
}

// out = a + (b - a) · f, with 0 ≤ f ≤ 1. Beside nothing, the other value holds up to half way.
template<typename T>
void interpolate(const T *a, const T *b, float f, T *out, qint64 count, const Nothing<T> &nothing)
{
    if (f <= 0 || f >= 1) {
        std::memmove(out, f <= 0 ? a : b, std::size_t(count) * sizeof(T));
        return;
    }
    const auto between = [=](qint64 i) { return rounded<T>(float(a[i]) + (float(b[i]) - float(a[i])) * f); };
    if (!nothing.given()) {
        fillEach(out, count, between);
        return;
    }
    const T *nearer = f < 0.5F ? a : b;
    fillEach(out, count, [=](qint64 i) {
        const T mixed = between(i);
        return nothing(a[i]) || nothing(b[i]) ? nearer[i] : mixed;
    });
}

// Mean of values, nothing aside; nothing where more than half is nothing.
template<typename T>
class Mean
{
public:
    explicit Mean(const Nothing<T> &nothing)
        : m_nothing(nothing)
    { }
    void add(T v)
    {
        ++m_count;
        if (m_nothing(v))
            return;
        ++m_given;
        m_sum += double(v);
    }
    [[nodiscard]] T value() const
    {
        if (m_given * 2 < m_count || m_given == 0)
            return m_nothing.value();
        return rounded<T>(float(m_sum / m_given));
    }

private:
    const Nothing<T> &m_nothing;
    double m_sum = 0;
    int m_given = 0;
    int m_count = 0;
};

// Smallest and largest value, and whether any was nothing.
struct ValueRange
{
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    bool hasNothing = false;

    [[nodiscard]] bool empty() const { return low > high; }
    void add(const ValueRange &other)
    {
        low = std::min(low, other.low);
        high = std::max(high, other.high);
        hasNothing = hasNothing || other.hasNothing;
    }
};

} // namespace Chartline::Imaging
