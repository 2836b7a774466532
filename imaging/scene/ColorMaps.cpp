// SPDX-License-Identifier: Apache-2.0
#include "scene/ColorMaps.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>

namespace Chartline::Imaging {

namespace {

// Of one channel, straight lines between; 0…255 both.
struct Knot
{
    int at;
    int value;
};

using Table = std::array<quint32, 256>;

int along(std::span<const Knot> knots, int at)
{
    for (std::size_t i = 0; i + 1 < knots.size(); ++i) {
        const Knot &from = knots[i];
        const Knot &to = knots[i + 1];
        if (at <= to.at) {
            const int length = std::max(to.at - from.at, 1);
            return from.value + ((to.value - from.value) * (at - from.at) * 2 + length) / (2 * length);
        }
    }
    return knots.back().value;
}

Table between(std::span<const Knot> red, std::span<const Knot> green, std::span<const Knot> blue)
{
    Table table{};
    for (int i = 0; i < 256; ++i)
        table[std::size_t(i)] =
            0xff000000U | (quint32(along(red, i)) << 16) | (quint32(along(green, i)) << 8) | quint32(along(blue, i));
    return table;
}

// The corners of the standard's tables, whose entries lie on straight lines between them to within 1 (Hot Metal Blue:
// 2).
Table hotIron()
{
    constexpr std::array red{Knot{0, 0}, Knot{128, 255}, Knot{255, 255}};
    constexpr std::array green{Knot{0, 0}, Knot{128, 0}, Knot{255, 255}};
    constexpr std::array blue{Knot{0, 0}, Knot{191, 0}, Knot{255, 255}};
    return between(red, green, blue);
}

Table hotMetalBlue()
{
    constexpr std::array red{Knot{0, 0},     Knot{85, 0},    Knot{104, 55}, Knot{120, 93},
                             Knot{153, 190}, Knot{170, 255}, Knot{255, 255}};
    constexpr std::array green{Knot{0, 0}, Knot{119, 0}, Knot{252, 250}, Knot{255, 255}};
    constexpr std::array blue{Knot{0, 0},   Knot{102, 200}, Knot{119, 150}, Knot{136, 50},
                              Knot{153, 0}, Knot{170, 0},   Knot{240, 206}, Knot{255, 255}};
    return between(red, green, blue);
}

Table pet()
{
    constexpr std::array red{Knot{0, 0}, Knot{64, 1}, Knot{192, 255}, Knot{255, 255}};
    constexpr std::array green{Knot{0, 0}, Knot{63, 128}, Knot{128, 0}, Knot{255, 255}};
    constexpr std::array blue{Knot{0, 0}, Knot{128, 255}, Knot{192, 0}, Knot{255, 255}};
    return between(red, green, blue);
}

Table rainbow()
{
    constexpr std::array red{Knot{0, 0},    Knot{32, 64},   Knot{80, 0},   Knot{128, 0},
                             Knot{176, 96}, Knot{216, 255}, Knot{255, 255}};
    constexpr std::array green{Knot{0, 0},     Knot{32, 0},    Knot{80, 64}, Knot{128, 200},
                               Knot{176, 255}, Knot{216, 200}, Knot{255, 0}};
    constexpr std::array blue{Knot{0, 0}, Knot{32, 128}, Knot{80, 255}, Knot{128, 160}, Knot{176, 0}, Knot{255, 0}};
    return between(red, green, blue);
}

// Cubehelix (Green 2011, Bull. Astr. Soc. India 39, 289): a turn about the grey diagonal, here from blue over green to
// orange, with brightness rising evenly.
Table perceptual()
{
    constexpr double start = 0.5;
    constexpr double turns = -1.0;
    constexpr double hue = 1.1;
    Table table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const double grey = double(i) / 255;
        const double angle = 2 * std::numbers::pi * (start / 3 + 1 + turns * grey);
        const double amplitude = hue * grey * (1 - grey) / 2;
        const double c = std::cos(angle);
        const double s = std::sin(angle);
        const auto byte = [&](double a, double b) {
            return quint32(std::clamp((grey + amplitude * (a * c + b * s)) * 255 + 0.5, 0.0, 255.0));
        };
        table[i] = 0xff000000U | (byte(-0.14861, 1.78277) << 16) | (byte(-0.29227, -0.90649) << 8) | byte(1.97294, 0);
    }
    return table;
}

Table greys()
{
    Table table{};
    for (quint32 i = 0; i < 256; ++i)
        table[i] = 0xff000000U | (i << 16) | (i << 8) | i;
    return table;
}

} // namespace

const std::array<quint32, 256> &colorsOf(ColorMap map)
{
    static const std::array<Table, 6> tables{greys(), hotIron(), hotMetalBlue(), rainbow(), pet(), perceptual()};
    return tables[std::min(std::size_t(map), tables.size() - 1)];
}

} // namespace Chartline::Imaging
