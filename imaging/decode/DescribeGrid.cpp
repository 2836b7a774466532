// SPDX-License-Identifier: Apache-2.0
#include "decode/DescribeParts.h"

#include <algorithm>

namespace Chartline::Imaging {

namespace {

Vec3 normalOf(const std::array<double, 6> &orientation)
{
    return cross({orientation[0], orientation[1], orientation[2]}, {orientation[3], orientation[4], orientation[5]});
}

FrameInfo &frameAt(ImageDescription &image, std::size_t index)
{
    if (image.perFrame.empty())
        image.perFrame.resize(std::size_t(image.frames));
    return image.perFrame[index];
}

// C.8.8.3.2: offsets from the first plane along the normal, where the first is zero; else the z of axial planes.
void placeDose(const ItemReader &data, ImageDescription &image)
{
    image.shared.slope = data.number(0x3004000E); // Dose Grid Scaling
    if (image.shared.slope && *image.shared.slope <= 0)
        image.shared.slope.reset();
    image.shared.intercept.reset();
    image.units = data.code(0x30040002);
    if (image.frames == 1)
        return;
    const auto frames = std::size_t(image.frames);
    const std::vector<double> offsets = data.numbers(0x3004000C, frames + 1);
    const auto position = image.shared.position;
    const auto orientation = image.shared.orientation;
    image.shared.position.reset(); // of the first plane only
    if (!position || !orientation)
        return;
    if (offsets.size() < frames) {
        addNote(image, "grid-offsets-differ");
        return;
    }
    if (offsets.size() > frames)
        addNote(image, "grid-offsets-differ");
    const Vec3 normal = normalOf(*orientation);
    const bool relative = offsets.front() == 0;
    const bool axial = std::abs(normal[2]) > 0.999;
    if (!relative && !(axial && std::abs(offsets.front() - (*position)[2]) < 0.01)) {
        addNote(image, "grid-offsets-differ");
        return;
    }
    for (std::size_t i = 0; i < frames; ++i) {
        Vec3 place = *position + normal * offsets[i];
        if (!relative)
            place = {(*position)[0], (*position)[1], offsets[i]};
        frameAt(image, i).position = place;
    }
}

// C.8.4.15: reconstructed slices lie behind the first along its normal, in front of it where Spacing Between Slices is
// negative. Anything else of nuclear medicine (planar, rotating detectors) has no place in space.
void placeSlices(const ItemReader &data, ImageDescription &image)
{
    const std::vector<ItemReader> detectors = data.items(0x00540022, 2);
    const bool reconstructed = image.imageType.value(2).contains(QLatin1StringView("RECON"));
    const auto spacing = data.number(0x00180088);
    if (!reconstructed || detectors.size() != 1 || !spacing || *spacing == 0)
        return;
    const auto position = detectors.front().vector<3>(0x00200032);
    const auto orientation = detectors.front().vector<6>(0x00200037);
    if (!position || !orientation)
        return;
    const Vec3 normal = normalOf(*orientation);
    if (std::abs(length(normal) - 1) > 0.02) {
        addNote(image, "orientation-invalid");
        return;
    }
    // Slice Vector: the number of each frame's slice, from 1 on.
    const auto frames = std::size_t(image.frames);
    const std::vector<double> slices = data.numbers(0x00540080, frames + 1);
    if (!slices.empty() && slices.size() != frames)
        return;
    image.shared.position.reset();
    image.shared.orientation = orientation;
    for (std::size_t i = 0; i < frames; ++i) {
        const double slice = slices.empty() ? double(i) : slices[i] - 1;
        frameAt(image, i).position = *position + normal * (*spacing * slice);
    }
    // Time Slot Vector of gated ones.
    const std::vector<double> slots = data.numbers(0x00540070, frames + 1);
    for (std::size_t i = 0; slots.size() == frames && i < frames; ++i)
        frameAt(image, i).temporalIndex = slots[i];
}

} // namespace

void describeGrid(const ItemReader &data, ImageDescription &image)
{
    if (!data.items(0x52009230, 1).empty())
        return;
    if (image.modality == QLatin1StringView("RTDOSE"))
        placeDose(data, image);
    else if (image.modality == QLatin1StringView("NM"))
        placeSlices(data, image);
}

} // namespace Chartline::Imaging
