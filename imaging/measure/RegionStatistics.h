// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/MeasureGeometry.h"

namespace Chartline::Imaging {

// Of the values in a region. Without a standard deviation where there is only one.
struct RegionStatistics
{
    qint64 count = 0;
    double mean = 0;
    double minimum = 0;
    double maximum = 0;
    double squares = 0; // sum of squared differences from the mean

    void add(double value); // what is not finite is not counted
    [[nodiscard]] std::optional<double> standardDeviation() const; // of a sample: n − 1
};

// Which values take part: see figuresOf(). TooLarge.
[[nodiscard]] Expected<RegionStatistics> statisticsOf(const RegionShape &shape, const Volume &volume);
// `shape` in pixels.
[[nodiscard]] Expected<RegionStatistics> statisticsOf(const RegionShape &shape, const PictureValues &picture);

} // namespace Chartline::Imaging
