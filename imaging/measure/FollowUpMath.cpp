// SPDX-License-Identifier: Apache-2.0
#include "measure/FollowUpMath.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace Chartline::Imaging::FollowUp {

namespace {

constexpr double s_sameVolume = 0.001;

} // namespace

std::optional<double> percentChange(double from, double to)
{
    if (!(from > 0) || !std::isfinite(from) || !std::isfinite(to))
        return std::nullopt;
    return 100 * (to - from) / from;
}

double sphereVolume(double diameter)
{
    return ellipsoidVolume(diameter, diameter, diameter);
}

double ellipsoidVolume(double a, double b, double c)
{
    return std::numbers::pi / 6 * a * b * c;
}

double volumeOfAxes(double longAxis, double shortAxis)
{
    return ellipsoidVolume(longAxis, shortAxis, shortAxis);
}

std::optional<double> doublingTime(double volume1, double volume2, double days)
{
    if (!(volume1 > 0) || !(volume2 > 0) || !(days > 0) || !std::isfinite(volume1) || !std::isfinite(volume2)
        || !std::isfinite(days) || std::abs(volume2 / volume1 - 1) < s_sameVolume)
        return std::nullopt;
    return days * std::numbers::ln2 / std::log(volume2 / volume1);
}

QList<Sum> sumsOf(const QList<QList<std::optional<double>>> &sizes)
{
    QList<Sum> sums;
    std::optional<double> first;
    std::optional<double> nadir;
    for (const auto &measured : sizes) {
        Sum sum;
        for (const std::optional<double> &mm : measured) {
            sum.mm += mm.value_or(0);
            sum.findings += mm.has_value() ? 1 : 0;
        }
        sum.complete = !measured.isEmpty() && sum.findings == measured.size();
        if (sum.complete && first) {
            sum.percentOfFirst = percentChange(*first, sum.mm);
            sum.nadir = nadir;
            sum.percentOfNadir = percentChange(*nadir, sum.mm);
            sum.mmOfNadir = sum.mm - *nadir;
        }
        if (sum.complete) {
            first = first.value_or(sum.mm);
            nadir = std::min(nadir.value_or(sum.mm), sum.mm);
        }
        sums.append(sum);
    }
    return sums;
}

} // namespace Chartline::Imaging::FollowUp
