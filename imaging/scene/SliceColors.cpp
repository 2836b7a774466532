// SPDX-License-Identifier: Apache-2.0
#include "scene/SliceColors.h"

#include <algorithm>
#include <cmath>

namespace Chartline::Imaging {

namespace {

struct Corner
{
    int at; // 0…255
    std::array<int, 3> color;
};

std::array<quint32, 256> between(std::span<const Corner> corners)
{
    std::array<quint32, 256> table{};
    for (std::size_t c = 0; c + 1 < corners.size(); ++c) {
        const Corner &from = corners[c];
        const Corner &to = corners[c + 1];
        for (int i = from.at; i <= to.at; ++i) {
            quint32 color = 0xff;
            for (std::size_t k = 0; k < 3; ++k) {
                const int v = from.color[k] + (to.color[k] - from.color[k]) * (i - from.at) / (to.at - from.at);
                color = (color << 8) | quint32(v);
            }
            table[std::size_t(i)] = color;
        }
    }
    return table;
}

// Red rises over the first half, green over the second, blue over the last quarter: the shape of DICOM's well-known
// Hot Iron palette (PS3.6 Table B.1-1).
constexpr std::array s_hotIron{Corner{0, {0, 0, 0}}, Corner{128, {255, 0, 0}}, Corner{192, {255, 128, 0}},
                               Corner{255, {255, 255, 255}}};
// Blue first, as in the Hot Metal Blue palette (PS3.6 Table B.1-3).
constexpr std::array s_hotMetal{Corner{0, {0, 0, 0}}, Corner{64, {0, 0, 160}}, Corner{128, {160, 0, 128}},
                                Corner{192, {255, 128, 0}}, Corner{255, {255, 255, 255}}};
constexpr std::array s_rainbow{Corner{0, {0, 0, 0}},       Corner{32, {64, 0, 128}},  Corner{80, {0, 64, 255}},
                               Corner{128, {0, 200, 160}}, Corner{176, {96, 255, 0}}, Corner{216, {255, 200, 0}},
                               Corner{255, {255, 0, 0}}};

std::array<quint32, 256> greys()
{
    std::array<quint32, 256> table{};
    for (quint32 i = 0; i < 256; ++i)
        table[i] = 0xff000000U | (i << 16) | (i << 8) | i;
    return table;
}

// A window as a straight line, which it is but for the sigmoid; clamped to 0…1.
class Line
{
public:
    explicit Line(const Shading &shading)
        : m_window(shading.window)
        , m_inverted(shading.inverted)
        , m_sigmoid(shading.window.function == Window::Function::Sigmoid)
    {
        const bool exact = m_window.function == Window::Function::LinearExact;
        const double width = std::max(m_window.width - (exact ? 0 : 1), 1e-12);
        const double center = m_window.center - (exact ? 0 : 0.5);
        m_scale = float(1 / width);
        m_offset = float(0.5 - center / width);
    }
    [[nodiscard]] float operator()(float v) const
    {
        float y = m_sigmoid ? windowed(v, m_window) : v * m_scale + m_offset;
        y = std::clamp(y, 0.0F, 1.0F);
        return m_inverted ? 1 - y : y;
    }

private:
    Window m_window;
    bool m_inverted;
    bool m_sigmoid;
    float m_scale = 1;
    float m_offset = 0;
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

quint32 mixed(quint32 a, quint32 b, float part)
{
    quint32 result = 0xff;
    for (int shift = 16; shift >= 0; shift -= 8) {
        const auto x = float((a >> shift) & 0xff);
        const auto y = float((b >> shift) & 0xff);
        result = (result << 8) | quint32(x + (y - x) * part + 0.5F);
    }
    return result;
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

const std::array<quint32, 256> &colorsOf(ColorMap map)
{
    static const std::array<std::array<quint32, 256>, 4> tables{greys(), between(s_hotIron), between(s_hotMetal),
                                                                between(s_rainbow)};
    return tables[std::size_t(map)];
}

float windowed(float value, const Window &window)
{
    const double width = std::max(window.width, 1e-12);
    double y = 0;
    switch (window.function) {
    case Window::Function::Linear: y = (value - (window.center - 0.5)) / std::max(width - 1, 1e-12) + 0.5; break;
    case Window::Function::LinearExact: y = (value - window.center) / width + 0.5; break;
    case Window::Function::Sigmoid: y = 1 / (1 + std::exp(-4 * (value - window.center) / width)); break;
    }
    return float(std::clamp(y, 0.0, 1.0));
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
    const auto low = float(as.window.center - as.window.width / 2);
    const auto high = float(as.window.center + as.window.width / 2);
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
