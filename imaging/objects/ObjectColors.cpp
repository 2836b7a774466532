// SPDX-License-Identifier: Apache-2.0
#include "objects/ObjectColors.h"

#include <algorithm>
#include <cmath>

namespace Chartline::Imaging {

namespace {

// The inverse of CIE 15's f(t).
double unfold(double f)
{
    return f > 6.0 / 29 ? f * f * f : 3 * (6.0 / 29) * (6.0 / 29) * (f - 4.0 / 29);
}

quint32 encoded(double linear)
{
    const double v = std::clamp(linear, 0.0, 1.0);
    const double gamma = v <= 0.0031308 ? 12.92 * v : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
    return quint32(std::lround(gamma * 255));
}

} // namespace

Rgb rgbOfCieLab(const std::array<int, 3> &lab)
{
    const double lightness = std::clamp(lab[0], 0, 65535) * 100.0 / 65535;
    const double a = std::clamp(lab[1], 0, 65535) * 255.0 / 65535 - 128;
    const double b = std::clamp(lab[2], 0, 65535) * 255.0 / 65535 - 128;
    const double fy = (lightness + 16) / 116;
    const double x = 0.96422 * unfold(fy + a / 500);
    const double y = unfold(fy);
    const double z = 0.82521 * unfold(fy - b / 200);
    const quint32 red = encoded(3.1338561 * x - 1.6168667 * y - 0.4906146 * z);
    const quint32 green = encoded(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z);
    const quint32 blue = encoded(0.0719453 * x - 0.2289914 * y + 1.4052427 * z);
    return 0xff000000U | red << 16 | green << 8 | blue;
}

Rgb usualColor(int number)
{
    // Distinct for most kinds of colour vision on a grey picture.
    constexpr std::array<Rgb, 8> hues{0xffffd24a, 0xff4fc3f7, 0xfff0746e, 0xff81c784,
                                      0xffce93d8, 0xffffa94d, 0xff4dd0c1, 0xffe6ee7a};
    const int index = std::max(number, 1) - 1;
    const Rgb hue = hues[std::size_t(index) % hues.size()];
    if ((std::size_t(index) / hues.size()) % 2 == 0)
        return hue;
    return hue | 0xff606060U;
}

} // namespace Chartline::Imaging
