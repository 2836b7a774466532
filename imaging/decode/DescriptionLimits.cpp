// SPDX-License-Identifier: Apache-2.0
#include "decode/DescriptionLimits.h"

#include <algorithm>

namespace Chartline::Imaging {

namespace {

bool isSound(double value)
{
    return std::isfinite(value) && std::abs(value) <= Limits::value;
}

bool isSound(const std::optional<double> &value)
{
    return !value || isSound(*value);
}

template<std::size_t N>
bool isSound(const std::array<double, N> &values)
{
    return std::ranges::all_of(values, [](double v) { return isSound(v); });
}

template<std::size_t N>
bool isSound(const std::optional<std::array<double, N>> &values)
{
    return !values || isSound(*values);
}

bool isSpacing(const std::optional<std::array<double, 2>> &spacing)
{
    return isSound(spacing) && (!spacing || ((*spacing)[0] > 0 && (*spacing)[1] > 0));
}

bool isSound(const Window &window)
{
    return isSound(window.center) && isSound(window.width) && window.width > 0
           && window.function <= Window::Function::Sigmoid;
}

bool isSound(const LookupTable &table)
{
    return !table.entries.empty() && table.entries.size() <= Limits::entries && table.bits >= 1 && table.bits <= 16
           && table.first >= -65536 && table.first <= 65535;
}

bool isSound(const FrameInfo &frame)
{
    return isSound(frame.position) && isSound(frame.orientation) && isSpacing(frame.spacing) && frame.thickness >= 0
           && isSound(frame.thickness) && isSound(frame.slope) && isSound(frame.intercept)
           && isSound(frame.temporalIndex) && isSound(frame.triggerTime) && isSound(frame.acquisitionTime)
           && isSound(frame.bValue) && isSound(frame.gradient) && isSound(frame.echoTime) && isSound(frame.frameTime)
           && std::ranges::all_of(frame.windows, [](const Window &w) { return isSound(w); });
}

bool isSound(const PixelFormat &pixels)
{
    const auto within = [](int value, int least, int most) { return value >= least && value <= most; };
    return within(pixels.rows, 1, 65535) && within(pixels.columns, 1, 65535) && within(pixels.samplesPerPixel, 1, 4)
           && within(pixels.bitsAllocated, 1, 64) && within(pixels.bitsStored, 1, pixels.bitsAllocated)
           && within(pixels.highBit, pixels.bitsStored - 1, pixels.bitsAllocated - 1)
           && pixels.photometric <= Photometric::Other;
}

bool isSound(const PixelLayout &layout, int frames)
{
    const auto range = [](qint64 offset, qint64 length) {
        return offset >= 0 && length >= 0 && offset <= Limits::offset && length <= Limits::offset;
    };
    if (!range(layout.offset, layout.length) || !range(layout.dataSetOffset, 0)
        || layout.fragments.size() > Limits::frames)
        return false;
    if (!layout.encapsulated)
        return layout.fragments.empty() && layout.firstFragment.empty();
    if (layout.firstFragment.size() != std::size_t(frames) || layout.fragments.empty())
        return false;
    if (layout.firstFragment.front() < 0 || std::size_t(layout.firstFragment.back()) >= layout.fragments.size())
        return false;
    return std::ranges::is_sorted(layout.firstFragment)
           && std::ranges::all_of(layout.fragments, [&](const auto &f) { return range(f.offset, f.length); });
}

bool isSound(const OverlayPlane &plane)
{
    const auto within = [](int value, int least, int most) { return value >= least && value <= most; };
    if (!within(plane.group, 0x6000, 0x601E) || plane.group % 2 != 0 || !within(plane.rows, 1, 65535)
        || !within(plane.columns, 1, 65535) || !within(plane.originRow, -65536, 65535)
        || !within(plane.originColumn, -65536, 65535) || !within(plane.frames, 1, int(Limits::frames))
        || !within(plane.firstFrame, 1, int(Limits::frames)) || !within(plane.bitPosition, 0, 63))
        return false;
    if (plane.bitPosition > 0)
        return plane.bits.isEmpty();
    return plane.bits.size() == (qint64(plane.rows) * plane.columns * plane.frames + 7) / 8;
}

bool isSound(const PetInfo &pet)
{
    return isSound(pet.weightKg) && isSound(pet.heightM) && isSound(pet.doseBq) && isSound(pet.halfLifeS)
           && isSound(pet.philipsSuvFactor) && isSound(pet.philipsBqmlFactor);
}

bool isSound(const UltrasoundRegion &region)
{
    return region.x0 >= 0 && region.y0 >= 0 && region.x1 >= region.x0 && region.y1 >= region.y0
           && isSound(region.deltaX) && isSound(region.deltaY);
}

bool tablesAreSound(const ImageDescription &image)
{
    const auto table = [](const LookupTable &t) { return isSound(t); };
    return (!image.modalityLut || isSound(*image.modalityLut)) && std::ranges::all_of(image.voiLuts, table)
           && (!image.palette || std::ranges::all_of(*image.palette, table));
}

bool isOrientation(const QString &letters)
{
    return letters.size() >= 1 && letters.size() <= 3
           && std::ranges::all_of(letters, [](QChar c) { return QLatin1StringView("RLAPHF").contains(c); });
}

bool textsAreShort(const ImageDescription &image)
{
    const auto shortEnough = [](const QString &text) { return std::size_t(text.toUtf8().size()) <= Limits::text; };
    const QString *texts[] = {&image.sopClass,
                              &image.sopInstance,
                              &image.series,
                              &image.study,
                              &image.frameOfReference,
                              &image.transferSyntax,
                              &image.modality,
                              &image.seriesDescription,
                              &image.bodyPart,
                              &image.laterality,
                              &image.patientPosition,
                              &image.patientName,
                              &image.patientBirthDate,
                              &image.patientId,
                              &image.institution,
                              &image.contentDate,
                              &image.units,
                              &image.spacingCalibration};
    return std::ranges::all_of(texts, [&](const QString *text) { return shortEnough(*text); })
           && (image.patientOrientation.isEmpty() || image.patientOrientation.size() == 2)
           && std::ranges::all_of(image.patientOrientation, isOrientation)
           && std::ranges::all_of(image.imageType, shortEnough) && std::ranges::all_of(image.notes, shortEnough);
}

bool numbersAreSound(const ImageDescription &image)
{
    return isSound(image.paddingValue) && isSound(image.paddingLimit) && isSpacing(image.imagerSpacing)
           && image.aspect[0] > 0 && image.aspect[1] > 0 && isSound(image.gantryTilt) && isSound(image.cineRate)
           && image.cineRate >= 0;
}

} // namespace

Expected<void> checkPixels(const ImageDescription &image)
{
    if (!isSound(image.pixels) || image.frames < 1)
        return failure(FailureCode::Corrupt, QStringLiteral("pixel format"));
    const qint64 pixels = qint64(image.pixels.rows) * image.pixels.columns;
    if (pixels > mostPixels || std::size_t(image.frames) > Limits::frames
        || pixels * image.pixels.samplesPerPixel > mostSamples / image.frames)
        return failure(
            FailureCode::TooLarge,
            QStringLiteral("%1 frames of %2 x %3").arg(image.frames).arg(image.pixels.columns).arg(image.pixels.rows));
    return {};
}

Expected<void> checkLimits(const ImageDescription &image)
{
    if (const auto sound = checkPixels(image); !sound)
        return sound;
    const auto corrupt = [](const char *what) { return failure(FailureCode::Corrupt, QLatin1StringView(what)); };
    if (!isSound(image.layout, image.frames))
        return corrupt("pixel layout");
    if (!image.perFrame.empty() && image.perFrame.size() != std::size_t(image.frames))
        return corrupt("frames");
    if (!isSound(image.shared) || !std::ranges::all_of(image.perFrame, [](const FrameInfo &f) { return isSound(f); }))
        return corrupt("frame");
    if (!tablesAreSound(image))
        return corrupt("lookup table");
    if (!textsAreShort(image))
        return corrupt("text");
    if (!numbersAreSound(image) || (image.pet && !isSound(*image.pet))
        || !std::ranges::all_of(image.regions, [](const auto &region) { return isSound(region); }))
        return corrupt("number");
    if (image.overlays.size() > 16
        || !std::ranges::all_of(image.overlays, [](const OverlayPlane &plane) { return isSound(plane); }))
        return corrupt("overlay");
    return {};
}

} // namespace Chartline::Imaging
