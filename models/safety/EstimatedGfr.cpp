// SPDX-License-Identifier: Apache-2.0
#include "safety/EstimatedGfr.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Chartline::Safety {

namespace {

constexpr double s_micromolesPerMg = 88.4; // µmol/L of 1 mg/dL
constexpr double s_adult = 18; // years

} // namespace

std::optional<double> estimatedGfr(double creatinine, double age, bool female)
{
    if (!(creatinine > 0) || !(age >= s_adult))
        return std::nullopt;
    const double kappa = female ? 0.7 : 0.9;
    const double alpha = female ? -0.241 : -0.302;
    const double ratio = creatinine / s_micromolesPerMg / kappa;
    return 142 * std::pow(std::min(ratio, 1.0), alpha) * std::pow(std::max(ratio, 1.0), -1.200) * std::pow(0.9938, age)
           * (female ? 1.012 : 1.0);
}

std::optional<double> estimatedGfrOfChild(double creatinine, double height, double age)
{
    constexpr double youngest = 1;
    if (!(creatinine > 0) || !(height > 0) || !(age >= youngest) || !(age < s_adult))
        return std::nullopt;
    return 0.413 * height / (creatinine / s_micromolesPerMg);
}

int kidneyCategory(double egfr)
{
    constexpr std::array least{90.0, 60.0, 45.0, 30.0, 15.0};
    return int(std::ranges::find_if(least, [&](double limit) { return egfr >= limit; }) - least.begin());
}

} // namespace Chartline::Safety
