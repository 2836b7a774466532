// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <optional>

// How a finding changed. Figures only: none of this is a verdict on a patient.
namespace Chartline::Imaging::FollowUp {

// 100 · (to − from) / from; nothing where `from` is not positive.
[[nodiscard]] std::optional<double> percentChange(double from, double to);

// Volume of a sphere of this diameter, π/6·d³: mm to mm³.
[[nodiscard]] double sphereVolume(double diameter);
// Volume of an ellipsoid with these diameters, π/6·a·b·c.
[[nodiscard]] double ellipsoidVolume(double a, double b, double c);
// From two diameters in one plane: the third taken as the shorter one, π/6·long·short².
[[nodiscard]] double volumeOfAxes(double longAxis, double shortAxis);

// Volume doubling time in days: days · ln 2 / ln(V2 / V1) (Schwartz M., A biomathematical approach to clinical tumor
// growth, Cancer 1961;14:1272–94). Negative: the time in which it halves. Nothing where it cannot be said: no time
// between, no volume, or volumes within 0.1 % of each other.
[[nodiscard]] std::optional<double> doublingTime(double volume1, double volume2, double days);

// RECIST 1.1 (Eisenhauer E.A. et al., Eur J Cancer 2009;45:228–47): the sum of the longest diameters of target lesions,
// for lymph nodes of the short axis; change against the first sum and against the smallest before (nadir). At least
// −30 % of the first is called partial response there, and at least +20 % and +5 mm above the nadir progression.
inline constexpr double partialResponsePercent = -30;
inline constexpr double progressionPercent = 20;
inline constexpr double progressionMm = 5;

struct Sum
{
    double mm = 0;
    int findings = 0; // that were measured
    bool complete = false; // all of them were: others are not comparable
    // Against complete sums only; nothing where there is none before, or this one is not complete.
    std::optional<double> percentOfFirst;
    std::optional<double> nadir; // the smallest before this one, mm
    std::optional<double> percentOfNadir;
    std::optional<double> mmOfNadir;
    bool operator==(const Sum &) const = default;
};

// `sizes`: by time, then one for each finding, mm; nothing where it was not measured.
[[nodiscard]] QList<Sum> sumsOf(const QList<QList<std::optional<double>>> &sizes);

} // namespace Chartline::Imaging::FollowUp
