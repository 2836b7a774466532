// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

namespace Chartline::Imaging::Rigid {

using Point = std::vector<double>;

// Values of several points at once, so that they can be had from several threads. An empty answer ends the search.
using BatchFunction = std::function<std::vector<double>(const std::vector<Point> &)>;

struct QuadraticSearch
{
    double firstStep = 4;
    double lastStep = 0.5;
    int rounds = 12; // at most; each asks for 2n + n(n - 1)/2 + 1 values, n being the number of coordinates
    double reach = 1e9; // no coordinate goes farther from the start than this
};

struct Optimum
{
    Point at;
    double value = 0;
    double start = 0; // value there
    int rounds = 0;
    bool stopped = false; // by an empty answer
};

// The smallest value near `start`, by Newton steps on quadratics laid through values at `firstStep` around the best
// point so far, then at ever smaller steps down to `lastStep`. No derivative is asked for: those of mutual information
// are summed by ITK's threads in an order that differs from run to run, its values are not; and a quadratic over a
// step of about half a voxel does not see the ripple that interpolation lays over the measure. Values that are not
// finite count as worst.
[[nodiscard]] Optimum minimize(const BatchFunction &function, const Point &start, const QuadraticSearch &search);

} // namespace Chartline::Imaging::Rigid
