// SPDX-License-Identifier: Apache-2.0
#include "decode/DescribeParts.h"

#include <algorithm>
#include <numeric>

namespace Chartline::Imaging {

namespace {

std::optional<double> positive(std::optional<double> value)
{
    return value && *value > 0 ? value : std::nullopt;
}

// C.8.9.1, C.8.9.2, C.8.22.4
PetInfo petOf(const ItemReader &data, const QString &sopClass)
{
    PetInfo pet;
    pet.units = data.code(0x00541001);
    pet.decayCorrection = data.code(0x00541102);
    pet.corrected = data.codes(0x00280051);
    pet.weightKg = positive(data.number(0x00101030));
    pet.heightM = positive(data.number(0x00101020));
    pet.sex = data.code(0x00100040);
    pet.suvType = data.code(0x00541006);
    pet.seriesStart = data.code(0x00080021) + data.code(0x00080031);
    pet.acquisitionStart = data.has(0x00080022) ? data.code(0x00080022) + data.code(0x00080032) : data.code(0x0008002A);
    pet.philipsSuvFactor = data.privateNumber(0x7053, "Philips PET Private Group", 0x00);
    pet.philipsBqmlFactor = data.privateNumber(0x7053, "Philips PET Private Group", 0x09);
    const auto drug = data.item(0x00540016); // Radiopharmaceutical Information Sequence
    if (!drug)
        return pet;
    pet.doseBq = positive(drug->number(0x00181074));
    // Becquerels, but for the Enhanced PET Image, where they are millions of them.
    if (pet.doseBq && sopClass == QLatin1StringView("1.2.840.10008.5.1.4.1.1.130"))
        *pet.doseBq *= 1e6;
    pet.halfLifeS = positive(drug->number(0x00181075));
    pet.injected = drug->code(0x00181078); // Start DateTime
    if (pet.injected.isEmpty() && drug->has(0x00181072)) {
        // Start Time: of the day of the series.
        const QString date = data.has(0x00080021) ? data.code(0x00080021) : data.code(0x00080020);
        pet.injected = date + drug->code(0x00181072);
    }
    return pet;
}

// C.8.5.5
void describeRegions(const ItemReader &data, ImageDescription &image)
{
    for (const ItemReader &item : data.items(0x00186011, 64)) {
        UltrasoundRegion region;
        region.x0 = item.integer(0x00186018).value_or(-1);
        region.y0 = item.integer(0x0018601A).value_or(-1);
        region.x1 = item.integer(0x0018601C).value_or(-1);
        region.y1 = item.integer(0x0018601E).value_or(-1);
        region.unitsX = item.integer(0x00186024).value_or(0);
        region.unitsY = item.integer(0x00186026).value_or(0);
        region.deltaX = item.number(0x0018602C).value_or(0);
        region.deltaY = item.number(0x0018602E).value_or(0);
        if (region.x0 >= 0 && region.y0 >= 0 && region.x1 >= region.x0 && region.y1 >= region.y0)
            image.regions.append(region);
    }
}

// C.7.6.5: what the acquisition tells about its time, what is recommended first.
void describeCine(const ItemReader &data, ImageDescription &image)
{
    if (image.frames < 2)
        return;
    const auto frames = std::size_t(image.frames);
    // Times between a frame and the one before it; the first is zero.
    const std::vector<double> steps = data.numbers(0x00181065, frames + 1);
    const bool stepsFit = steps.size() == frames && std::ranges::all_of(steps, [](double s) { return s >= 0; });
    if (stepsFit) {
        if (image.perFrame.empty())
            image.perFrame.resize(frames);
        for (std::size_t i = 0; i + 1 < frames; ++i)
            image.perFrame[i].frameTime = steps[i + 1];
    }
    const auto frameTime = positive(data.number(0x00181063));
    if (const auto recommended = positive(data.number(0x00082144))) {
        image.cineRate = *recommended;
    } else if (const auto rate = positive(data.number(0x00180040))) {
        image.cineRate = *rate;
    } else if (frameTime) {
        image.cineRate = 1000 / *frameTime;
    } else if (stepsFit) {
        const double whole = std::accumulate(steps.begin() + 1, steps.end(), 0.0);
        if (whole > 0)
            image.cineRate = 1000 * double(frames - 1) / whole;
    }
    image.cineRate = std::min(image.cineRate, 10000.0);
}

} // namespace

void describeModality(const ItemReader &data, ImageDescription &image)
{
    if (image.modality == QLatin1StringView("PT")) {
        image.pet = petOf(data, image.sopClass);
        if (!image.pet->units.isEmpty())
            image.units = image.pet->units;
    } else if (image.modality == QLatin1StringView("NM") && data.has(0x00541001)) {
        image.units = data.code(0x00541001);
    }
    const auto imager = data.vector<2>(0x00181164);
    if (imager && (*imager)[0] > 0 && (*imager)[1] > 0)
        image.imagerSpacing = imager;
    image.spacingCalibration = data.code(0x00280A02);
    image.gantryTilt = data.number(0x00181120).value_or(0);
    describeRegions(data, image);
    describeCine(data, image);
}

} // namespace Chartline::Imaging
