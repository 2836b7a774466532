// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scene/ColorMaps.h"
#include "volume/Volume.h"

#include <QPainter>

namespace Chartline::Ui {

// A second volume drawn in colour over the first: a PET over its CT, a dose over the planning CT. Where its value is
// low the picture below shows through.
struct Fusion
{
    Imaging::VolumePtr volume;
    Imaging::Affine toVolume; // from the space of the picture below
    Imaging::ColorMap map = Imaging::ColorMap::HotIron;
    double part = 0.6; // of the colour where the value is high, 0…1
    Imaging::Window window;

    [[nodiscard]] bool operator==(const Fusion &other) const = default;
};

// From nothing to what is usually its brightest: SUV 7, else the largest value there is (a dose's maximum).
[[nodiscard]] Imaging::Window fusionWindow(const Imaging::Volume &volume);
// The map a volume is drawn with at first: a dose in rainbow colours, anything else in hot iron.
[[nodiscard]] Imaging::ColorMap fusionMap(const Imaging::Volume &volume);

// What the colours mean: a bar with the values at its ends, at the right edge of a view of this size.
void paintColorBar(QPainter &painter, const QSizeF &view, const Fusion &fusion);

} // namespace Chartline::Ui
