// SPDX-License-Identifier: Apache-2.0
#include "scene/SliceColors.h"

#include <algorithm>
#include <cmath>

namespace Chartline::Imaging {

namespace {

// A window as the straight line between its ends, which it is but for the sigmoid.
class Line
{
public:
    explicit Line(const Shading &shading)
        : m_window(shading.window)
        , m_inverted(shading.inverted)
        , m_sigmoid(shading.window.function == Window::Function::Sigmoid)
    {
        const bool exact = m_window.function == Window::Function::LinearExact;
        const double width = std::max(m_window.width - (exact ? 0 : 1), 0.0);
        const double low = m_window.center - (exact ? 0 : 0.5) - width / 2;
        m_low = float(low);
        m_high = float(low + width);
        m_scale = width > 0 ? float(1 / width) : 0;
    }
    // 0…1, also for a broken window.
    [[nodiscard]] float operator()(float v) const
    {
        float y = 0;
        if (m_sigmoid)
            y = windowed(v, m_window);
        else if (v > m_high)
            y = 1;
        else if (v > m_low)
            y = (v - m_low) * m_scale;
        if (!(y > 0))
            y = 0;
        y = std::min(y, 1.0F);
        return m_inverted ? 1 - y : y;
    }

private:
    Window m_window;
    bool m_inverted;
    bool m_sigmoid;
    float m_low = 0;
    float m_high = 1;
    float m_scale = 1;
};

class Painter
{
public:
    explicit Painter(const Shading &shading)
        : m_line(shading)
        , m_colors(colorsOf(shading.map))
    { }
    [[nodiscard]] quint32 operator()(float v) const
    {
        return std::isnan(v) ? nothingColor : m_colors[std::size_t(m_line(v) * 255.0F + 0.5F)];
    }

private:
    Line m_line;
    const std::array<quint32, 256> &m_colors;
};

// Red and blue at once, then green: 8 bits of each have room for a factor of up to 256 above them.
quint32 mixed(quint32 a, quint32 b, float part)
{
    const quint32 share = part > 0 ? quint32(std::min(part, 1.0F) * 256 + 0.5F) : 0;
    const quint32 rest = 256 - share;
    const quint32 redBlue = ((a & 0xff00ff) * rest + (b & 0xff00ff) * share + 0x800080) >> 8;
    const quint32 green = ((a & 0x00ff00) * rest + (b & 0x00ff00) * share + 0x008000) >> 8;
    return 0xff000000U | (redBlue & 0xff00ff) | (green & 0x00ff00);
}

// Calls f(index in a, index in b, x, y) for each pixel both have.
template<typename F>
void each(const SliceValues &a, const SliceValues &b, std::span<quint32> out, qsizetype stride, F f)
{
    const int width = std::min(a.width, b.width);
    const int height = std::min(a.height, b.height);
    if (width <= 0 || height <= 0 || qsizetype(out.size()) < stride * (height - 1) + width)
        return;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            out[std::size_t(y * stride + x)] =
                f(a.values[std::size_t(y) * std::size_t(a.width) + std::size_t(x)],
                  b.values[std::size_t(y) * std::size_t(b.width) + std::size_t(x)], x, y);
    }
}

} // namespace

float windowed(float value, const Window &window)
{
    if (window.function == Window::Function::Sigmoid) {
        const double width = std::max(window.width, 1e-12);
        return float(1 / (1 + std::exp(-4 * (value - window.center) / width)));
    }
    const bool exact = window.function == Window::Function::LinearExact;
    const double width = std::max(window.width - (exact ? 0 : 1), 0.0);
    const double from = value - (window.center - (exact ? 0 : 0.5));
    if (!(from > -width / 2))
        return 0;
    return from > width / 2 ? 1 : float(from / width + 0.5);
}

void shade(const SliceValues &slice, const Shading &shading, std::span<quint32> out, qsizetype stride)
{
    const Painter painter(shading);
    each(slice, slice, out, stride, [&](float v, float, int, int) { return painter(v); });
}

void blend(const SliceValues &a, const Shading &as, const SliceValues &b, const Shading &bs, double part,
           std::span<quint32> out, qsizetype stride)
{
    const Painter pa(as);
    const Painter pb(bs);
    const auto share = float(std::clamp(part, 0.0, 1.0));
    each(a, b, out, stride, [&](float x, float y, int, int) {
        if (std::isnan(x) || std::isnan(y))
            return std::isnan(x) ? pb(y) : pa(x);
        return mixed(pa(x), pb(y), share);
    });
}

void checker(const SliceValues &a, const Shading &as, const SliceValues &b, const Shading &bs, int field,
             std::span<quint32> out, qsizetype stride)
{
    const Painter pa(as);
    const Painter pb(bs);
    const int side = std::max(field, 1);
    each(a, b, out, stride,
         [&](float x, float y, int column, int row) { return (column / side + row / side) % 2 == 0 ? pa(x) : pb(y); });
}

void difference(const SliceValues &a, const Shading &as, const SliceValues &b, double span, std::span<quint32> out,
                qsizetype stride)
{
    const Painter painter(as);
    const auto scale = float(1 / std::max(span, 1e-9));
    const auto half = float(std::max(as.window.width, 0.0) / 2);
    const auto low = float(as.window.center) - half;
    const auto high = float(as.window.center) + half;
    constexpr quint32 more = 0xffff9d2e;
    constexpr quint32 less = 0xff3d8bff;
    each(a, b, out, stride, [&](float x, float y, int, int) {
        if (std::isnan(x) || std::isnan(y))
            return nothingColor;
        const quint32 dim = mixed(painter(x), 0xff000000, 0.55F);
        const float d = (std::clamp(x, low, high) - std::clamp(y, low, high)) * scale;
        // What noise alone makes differ stays grey.
        const float strength = std::clamp((std::abs(d) - 0.15F) / 0.85F, 0.0F, 1.0F);
        return mixed(dim, d > 0 ? more : less, strength);
    });
}

void fuse(const SliceValues &grey, const Shading &gs, const SliceValues &color, const Shading &cs, double part,
          std::span<quint32> out, qsizetype stride)
{
    const Painter pg(gs);
    const Painter pc(cs);
    const Line strength(cs);
    const auto most = float(std::clamp(part, 0.0, 1.0));
    each(grey, color, out, stride, [&](float x, float y, int, int) {
        if (std::isnan(y))
            return pg(x);
        return mixed(pg(x), pc(y), most * std::min(strength(y) * 2, 1.0F));
    });
}

} // namespace Chartline::Imaging
