// SPDX-License-Identifier: Apache-2.0
#include "decode/ImageDescription.h"

namespace Chartline::Imaging {

FrameInfo ImageDescription::frame(int index) const
{
    if (index < 0 || std::size_t(index) >= perFrame.size())
        return shared;
    FrameInfo own = perFrame[std::size_t(index)];
    const auto fill = [](auto &mine, const auto &common) {
        if (!mine)
            mine = common;
    };
    fill(own.position, shared.position);
    fill(own.orientation, shared.orientation);
    fill(own.spacing, shared.spacing);
    fill(own.slope, shared.slope);
    fill(own.intercept, shared.intercept);
    fill(own.temporalIndex, shared.temporalIndex);
    fill(own.triggerTime, shared.triggerTime);
    fill(own.acquisitionTime, shared.acquisitionTime);
    fill(own.bValue, shared.bValue);
    fill(own.gradient, shared.gradient);
    fill(own.echoTime, shared.echoTime);
    fill(own.stack, shared.stack);
    fill(own.positionInStack, shared.positionInStack);
    fill(own.segment, shared.segment);
    fill(own.frameTime, shared.frameTime);
    if (own.thickness <= 0)
        own.thickness = shared.thickness;
    if (own.windows.isEmpty())
        own.windows = shared.windows;
    if (own.label.isEmpty())
        own.label = shared.label;
    return own;
}

} // namespace Chartline::Imaging
