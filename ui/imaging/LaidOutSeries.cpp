// SPDX-License-Identifier: Apache-2.0
#include "imaging/LaidOutSeries.h"

#include "imaging/VaultByteSource.h"

namespace Chartline::Ui {

using namespace Imaging;

LaidOutSeriesPtr layOutSeries(const SeriesInfo &info, const std::shared_ptr<const InstanceBytes> &bytes)
{
    auto series = std::make_shared<LaidOutSeries>();
    series->info = info;
    for (const InstanceInfo &instance : info.instances) {
        if (instance.frames == 0)
            continue;
        auto image = instance.image.isEmpty() ? Expected<ImageDescription>(failure(FailureCode::NotAnImage))
                                              : ImageDescription::fromBytes(instance.image);
        if (!image) {
            series->unreadable.append(instance.unreadable);
            continue;
        }
        series->images.push_back(std::move(*image));
        series->records.push_back(instance.record);
    }
    series->stacks = layOut(series->images);
    series->source = std::make_shared<const VaultByteSource>(bytes, series->records, series->images);
    return series;
}

} // namespace Chartline::Ui
