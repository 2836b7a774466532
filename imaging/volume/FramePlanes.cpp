// SPDX-License-Identifier: Apache-2.0
#include "volume/FramePlanes.h"

#include <QMap>
#include <algorithm>

namespace Chartline::Imaging {

namespace {

constexpr double cosineTolerance = 1e-3;
constexpr double spacingTolerance = 1e-4; // relative
// Radial and rotating acquisitions have a plane for each image; beyond this nobody is helped by planes.
constexpr std::size_t mostPlanes = 512;
constexpr std::size_t mostGradients = 1024;

bool isSegmentation(const ImageDescription &image)
{
    return image.modality == QLatin1StringView("SEG")
           || image.sopClass.startsWith(QLatin1StringView("1.2.840.10008.5.1.4.1.1.66.4"))
           || image.sopClass == QLatin1StringView("1.2.840.10008.5.1.4.1.1.66.7");
}

// One value a pixel that is a measured quantity. A Siemens mosaic is a sheet of small slices whose position means
// something else.
bool canBeVolume(const ImageDescription &image)
{
    const Photometric p = image.pixels.photometric;
    return image.pixels.samplesPerPixel == 1 && (p == Photometric::Monochrome1 || p == Photometric::Monochrome2)
           && image.pixels.rows > 0 && image.pixels.columns > 0
           && !image.imageType.contains(QLatin1StringView("MOSAIC"));
}

bool samePlane(const LayoutFrame &a, const LayoutFrame &b)
{
    const FrameGeometry &g = a.geometry;
    const FrameGeometry &h = b.geometry;
    for (std::size_t i = 0; i < 3; ++i) {
        if (std::abs(g.row[i] - h.row[i]) > cosineTolerance || std::abs(g.column[i] - h.column[i]) > cosineTolerance)
            return false;
    }
    if (std::abs(g.rowSpacing - h.rowSpacing) > spacingTolerance * g.rowSpacing
        || std::abs(g.columnSpacing - h.columnSpacing) > spacingTolerance * g.columnSpacing)
        return false;
    const ImageDescription &x = *a.image;
    const ImageDescription &y = *b.image;
    const bool samePixels = x.pixels.rows == y.pixels.rows && x.pixels.columns == y.pixels.columns
                            && x.pixels.isFloat == y.pixels.isFloat && x.pixels.photometric == y.pixels.photometric;
    return samePixels && x.frameOfReference == y.frameOfReference && x.modality == y.modality
           && isLocaliser(x) == isLocaliser(y);
}

// Numbers for texts, in alphabetical order, so that they do not depend on the order of the input.
class TextNumbers
{
public:
    void add(const QString &text) { m_numbers.insert(text, 0); }
    void number()
    {
        int next = 0;
        for (auto it = m_numbers.begin(); it != m_numbers.end(); ++it)
            *it = next++;
    }
    [[nodiscard]] int of(const QString &text) const { return m_numbers.value(text); }

private:
    QMap<QString, int> m_numbers;
};

LayoutFrame describe(const ImageDescription &image, FrameRef ref, const FrameInfo &info)
{
    LayoutFrame frame;
    frame.ref = ref;
    frame.image = &image;
    frame.thickness = info.thickness > 0 ? info.thickness : 0;
    frame.gradient = info.gradient;
    frame.keys.fill(noKey);
    const auto set = [&](SplitKey key, const std::optional<double> &value) {
        if (value && std::isfinite(*value))
            frame.key(key) = *value;
    };
    if (info.stack)
        frame.key(SplitKey::StackId) = *info.stack;
    set(SplitKey::BValue, info.bValue);
    set(SplitKey::Echo, info.echoTime);
    set(SplitKey::Temporal, info.temporalIndex);
    set(SplitKey::Trigger, info.triggerTime);
    set(SplitKey::Time, info.acquisitionTime);
    frame.key(SplitKey::Acquisition) = image.acquisitionNumber;
    return frame;
}

// Instance numbers, then what was found in the order of contents, give every frame a number of its own.
void numberOrder(std::vector<LayoutFrame> &frames)
{
    std::vector<LayoutFrame *> sorted;
    sorted.reserve(frames.size());
    for (LayoutFrame &frame : frames)
        sorted.push_back(&frame);
    std::ranges::stable_sort(sorted, {}, [](const LayoutFrame *frame) { return frame->image->instanceNumber; });
    double next = 0;
    for (LayoutFrame *frame : sorted)
        frame->key(SplitKey::Order) = next++;
}

// Directions are the same where no part differs by more than 0.001; numbered in running order from 1.
void numberGradients(std::vector<LayoutFrame> &frames)
{
    std::vector<LayoutFrame *> given;
    for (LayoutFrame &frame : frames) {
        if (frame.gradient && length(*frame.gradient) > 1e-6)
            given.push_back(&frame);
    }
    std::ranges::sort(given, {}, [](const LayoutFrame *frame) { return frame->key(SplitKey::Order); });
    std::vector<Vec3> seen;
    for (LayoutFrame *frame : given) {
        const auto same = std::ranges::find_if(seen, [&](const Vec3 &other) {
            const Vec3 apart = *frame->gradient - other;
            return std::max({std::abs(apart[0]), std::abs(apart[1]), std::abs(apart[2])}) <= 1e-3;
        });
        frame->key(SplitKey::Gradient) = double(same - seen.begin() + 1);
        if (same == seen.end() && seen.size() < mostGradients)
            seen.push_back(*frame->gradient);
    }
}

} // namespace

bool isLocaliser(const ImageDescription &image)
{
    return image.imageType.contains(QLatin1StringView("LOCALIZER"));
}

bool shouldHavePlace(const ImageDescription &image)
{
    static constexpr QLatin1StringView modalities[] = {QLatin1StringView("CT"), QLatin1StringView("MR"),
                                                       QLatin1StringView("PT")};
    return image.pixels.samplesPerPixel == 1 && !image.imageType.contains(QLatin1StringView("SECONDARY"))
           && std::ranges::contains(modalities, image.modality);
}

bool isLoop(const ImageDescription &image)
{
    static constexpr QLatin1StringView modalities[] = {QLatin1StringView("US"), QLatin1StringView("IVUS"),
                                                       QLatin1StringView("XA"), QLatin1StringView("RF"),
                                                       QLatin1StringView("ES"), QLatin1StringView("XC")};
    return image.frames > 1
           && (image.cineRate > 0 || image.frame(0).frameTime || std::ranges::contains(modalities, image.modality));
}

FramePlanes FramePlanes::of(std::span<const ImageDescription> images, const std::vector<int> &instances)
{
    TextNumbers types;
    TextNumbers labels;
    std::vector<LayoutFrame> frames;
    std::vector<bool> placed;
    QStringList frameLabels;
    for (const int i : instances) {
        const ImageDescription &image = images[std::size_t(i)];
        if (isSegmentation(image))
            continue;
        const bool volume = canBeVolume(image);
        types.add(image.imageType.join(u'\\'));
        for (int f = 0; f < std::max(1, image.frames); ++f) {
            const FrameInfo info = image.frame(f);
            frames.push_back(describe(image, {i, f}, info));
            const auto geometry = volume ? FrameGeometry::of(info) : std::nullopt;
            if (geometry)
                frames.back().geometry = *geometry;
            placed.push_back(geometry.has_value());
            frameLabels << info.label;
            labels.add(info.label);
        }
    }
    types.number();
    labels.number();
    for (std::size_t i = 0; i < frames.size(); ++i) {
        frames[i].key(SplitKey::ImageType) = types.of(frames[i].image->imageType.join(u'\\'));
        frames[i].key(SplitKey::Label) = labels.of(frameLabels[qsizetype(i)]);
    }
    numberOrder(frames);
    numberGradients(frames);
    FramePlanes result;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        LayoutFrame &frame = frames[i];
        const auto plane = std::ranges::find_if(
            result.planes, [&](const Plane &p) { return placed[i] && samePlane(p.front(), frame); });
        if (plane != result.planes.end()) {
            plane->push_back(frame);
        } else if (placed[i] && result.planes.size() < mostPlanes) {
            result.planes.emplace_back().push_back(frame);
        } else {
            result.tooMany = result.tooMany || placed[i];
            result.loose.push_back(frame);
        }
    }
    return result;
}

} // namespace Chartline::Imaging
