// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ImagingService.h"
#include "volume/VolumeLoader.h"

#include <memory>

namespace Chartline::Ui {

// A series laid out: what can be drawn of it and in which order. Never changed once made; shared between threads.
struct LaidOutSeries
{
    SeriesInfo info;
    std::vector<Imaging::ImageDescription> images; // those of the instances with pixels that can be drawn
    std::vector<RecordId> records; // of each image
    std::vector<Imaging::Stack> stacks;
    QStringList unreadable; // keys: why instances with pixels are not among the images
    std::shared_ptr<const Imaging::ByteSource> source;
};
using LaidOutSeriesPtr = std::shared_ptr<const LaidOutSeries>;

// Not on the thread of the window: a large series takes a while.
[[nodiscard]] LaidOutSeriesPtr layOutSeries(const SeriesInfo &info, const std::shared_ptr<const InstanceBytes> &bytes);

} // namespace Chartline::Ui
