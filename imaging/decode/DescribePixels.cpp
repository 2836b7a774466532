// SPDX-License-Identifier: Apache-2.0
#include "decode/DescribeParts.h"
#include "decode/DescriptionLimits.h"
#include "decode/NativeFrame.h"

namespace Chartline::Imaging {

namespace {

struct Named
{
    const char *name;
    Photometric photometric;
    int samples;
};

// PS3.3 C.7.6.3.1.2
constexpr Named interpretations[] = {
    {"MONOCHROME1", Photometric::Monochrome1, 1},
    {"MONOCHROME2", Photometric::Monochrome2, 1},
    {"PALETTE COLOR", Photometric::Palette, 1},
    {"RGB", Photometric::Rgb, 3},
    {"YBR_FULL", Photometric::YbrFull, 3},
    {"YBR_FULL_422", Photometric::YbrFull422, 3},
    {"YBR_PARTIAL_420", Photometric::YbrPartial420, 3},
    {"YBR_PARTIAL_422", Photometric::YbrPartial420, 3},
    {"YBR_ICT", Photometric::YbrIct, 3},
    {"YBR_RCT", Photometric::YbrRct, 3},
    {"XYB", Photometric::Xyb, 3},
};

// What the data set says, where it agrees with the number of samples.
Photometric photometricOf(const QString &name, int samples, ImageDescription &image)
{
    const Photometric plain = samples == 1 ? Photometric::Monochrome2 : Photometric::Rgb;
    for (const Named &each : interpretations) {
        if (name != QLatin1StringView(each.name))
            continue;
        if (each.samples == samples)
            return each.photometric;
        addNote(image, "photometric-differs");
        return plain;
    }
    if (name.isEmpty() || samples == 1) {
        addNote(image, "photometric-differs");
        return plain;
    }
    return Photometric::Other;
}

int samplesOf(const ItemReader &data, const QString &photometric)
{
    if (const auto told = data.integer(0x00280002))
        return *told;
    return photometric == QLatin1StringView("RGB") || photometric.startsWith(QLatin1StringView("YBR")) ? 3 : 1;
}

// The Floating Point and Double Floating Point Image Pixel modules (C.7.6.24, C.7.6.25) have no Bits Stored and no
// Pixel Representation; the pixel data element itself may have been left out.
bool isFloat(const ItemReader &data, int bitsAllocated)
{
    if (data.exists(0x7FE00008) || data.exists(0x7FE00009))
        return true;
    return !data.exists(0x7FE00010) && bitsAllocated >= 32 && !data.exists(0x00280101) && !data.exists(0x00280103);
}

void describeBits(const ItemReader &data, ImageDescription &image)
{
    PixelFormat &pixels = image.pixels;
    pixels.isFloat = isFloat(data, pixels.bitsAllocated);
    pixels.bitsStored = pixels.bitsAllocated;
    pixels.highBit = pixels.bitsAllocated - 1;
    if (pixels.isFloat)
        return;
    pixels.isSigned = pixels.samplesPerPixel == 1 && data.integer(0x00280103) == 1;
    if (const auto stored = data.integer(0x00280101)) {
        if (*stored >= 1 && *stored <= pixels.bitsAllocated)
            pixels.bitsStored = *stored;
        else
            addNote(image, "bits-stored-differ");
    }
    pixels.highBit = data.integer(0x00280102).value_or(pixels.bitsStored - 1);
    if (pixels.highBit < pixels.bitsStored - 1 || pixels.highBit >= pixels.bitsAllocated) {
        addNote(image, "high-bit-differs");
        pixels.highBit = pixels.bitsStored - 1;
    }
}

// `told` is 0 where the data set says nothing that makes sense: then what is there counts.
Expected<void> countNativeFrames(ImageDescription &image, qint64 told)
{
    image.frames = int(std::max<qint64>(told, 1));
    const auto shape = NativeShape::of(image);
    if (!shape)
        return std::unexpected(shape.error());
    const qint64 bits = image.layout.length * 8;
    const qint64 begun = (bits + shape->bitsPerFrame - 1) / shape->bitsPerFrame;
    const qint64 whole = bits / shape->bitsPerFrame;
    if (told == 0) {
        told = std::clamp<qint64>(whole, 1, qint64(Limits::frames));
        addNote(image, "frame-count-differs", 0, told);
    }
    if (bits < told * shape->bitsPerFrame)
        addNote(image, "pixel-data-short", image.layout.length, (told * shape->bitsPerFrame + 7) / 8);
    if (begun < told || whole > told)
        addNote(image, "frame-count-differs", told, begun < told ? begun : whole);
    image.frames = int(std::min(told, begun));
    return {};
}

Expected<void> countEncapsulatedFrames(ImageDescription &image, qint64 told)
{
    PixelLayout &layout = image.layout;
    if (layout.fragments.empty())
        return failure(FailureCode::Truncated, QStringLiteral("no fragments"));
    if (layout.firstFragment.empty())
        layout.firstFragment.push_back(0);
    const auto found = qint64(layout.firstFragment.size());
    if (found != told)
        addNote(image, "frame-count-differs", told, found);
    if (found > qint64(Limits::frames))
        return failure(FailureCode::TooLarge, QStringLiteral("%1 frames").arg(found));
    image.frames = int(found);
    return {};
}

Expected<void> countFrames(const ItemReader &data, ImageDescription &image)
{
    const qint64 told = data.has(0x00280008) ? std::max(data.integer(0x00280008).value_or(0), 0) : 1;
    if (told > qint64(Limits::frames))
        return failure(FailureCode::TooLarge, QStringLiteral("%1 frames").arg(told));
    return image.layout.encapsulated ? countEncapsulatedFrames(image, told) : countNativeFrames(image, told);
}

// Pixel Padding Value and Range Limit (C.7.5.1.1.2); values that cannot be stored are no padding.
std::optional<double> paddingOf(const ItemReader &data, ImageDescription &image, quint32 tag, quint32 floatTag,
                                quint32 doubleTag)
{
    const PixelFormat &pixels = image.pixels;
    if (pixels.isFloat)
        return data.number(pixels.bitsAllocated == 32 ? floatTag : doubleTag);
    if (!data.has(tag) || pixels.samplesPerPixel != 1)
        return std::nullopt;
    const auto value = data.word(tag, pixels.isSigned);
    const double span = std::ldexp(1.0, pixels.bitsStored);
    const double least = pixels.isSigned ? -span / 2 : 0;
    if (!value || *value < least || *value >= least + span) {
        addNote(image, "padding-outside");
        return std::nullopt;
    }
    return *value;
}

} // namespace

Expected<void> describePixels(const ItemReader &data, ImageDescription &image)
{
    PixelFormat &pixels = image.pixels;
    const auto rows = data.integer(0x00280010);
    const auto columns = data.integer(0x00280011);
    if (!rows || !columns || image.layout.length <= 0)
        return failure(FailureCode::NotAnImage);
    pixels.rows = *rows;
    pixels.columns = *columns;
    const QString photometric = data.code(0x00280004);
    pixels.samplesPerPixel = samplesOf(data, photometric);
    pixels.bitsAllocated = data.integer(0x00280100).value_or(0);
    const auto within = [](int value, int least, int most) { return value >= least && value <= most; };
    if (!within(pixels.rows, 1, 65535) || !within(pixels.columns, 1, 65535) || !within(pixels.samplesPerPixel, 1, 4)
        || !within(pixels.bitsAllocated, 1, 64))
        return failure(FailureCode::Corrupt, QStringLiteral("%1 x %2 x %3 of %4 bits")
                                                 .arg(pixels.columns)
                                                 .arg(pixels.rows)
                                                 .arg(pixels.samplesPerPixel)
                                                 .arg(pixels.bitsAllocated));
    pixels.photometric = photometricOf(photometric, pixels.samplesPerPixel, image);
    pixels.byPlane = pixels.samplesPerPixel > 1 && data.integer(0x00280006) == 1;
    describeBits(data, image);
    if (qint64(pixels.rows) * pixels.columns > mostPixels)
        return failure(FailureCode::TooLarge, QStringLiteral("%1 x %2").arg(pixels.columns).arg(pixels.rows));
    if (const auto counted = countFrames(data, image); !counted)
        return counted;
    image.paddingValue = paddingOf(data, image, 0x00280120, 0x00280122, 0x00280123);
    if (image.paddingValue)
        image.paddingLimit = paddingOf(data, image, 0x00280121, 0x00280124, 0x00280125);
    image.invertedPresentation = data.code(0x20500020) == QLatin1StringView("INVERSE");
    const auto aspect = data.vector<2>(0x00280034);
    if (aspect && (*aspect)[0] >= 1 && (*aspect)[1] >= 1 && (*aspect)[0] <= 1e6 && (*aspect)[1] <= 1e6)
        image.aspect = {int((*aspect)[0]), int((*aspect)[1])};
    return {};
}

} // namespace Chartline::Imaging
