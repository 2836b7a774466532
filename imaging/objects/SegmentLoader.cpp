// SPDX-License-Identifier: Apache-2.0
#include "objects/SegmentLoader.h"

#include "objects/SegmentGrid.h"
#include "volume/VolumeLoader.h"

#include <QHash>
#include <algorithm>
#include <cstring>
#include <new>

namespace Chartline::Imaging {

namespace {

constexpr int s_mostVolumes = 8;
constexpr int s_mostLabels = 255;
constexpr qint64 s_mostOfOne = qint64(1) << 30; // voxels of one segmentation
constexpr qint64 s_mostOfAll = qint64(2) << 30; // of all that are held

std::atomic<qint64> s_held = 0;

// A share of what all segmentations together may hold, given back with the last volume that it stands for.
class Share
{
public:
    Share() = default;
    ~Share() { s_held -= m_voxels; }
    Share(const Share &) = delete;
    Share &operator=(const Share &) = delete;
    // False: there is no room.
    [[nodiscard]] bool take(qint64 voxels)
    {
        if (m_voxels + voxels > s_mostOfOne)
            return false;
        const qint64 held = s_held += voxels;
        if (held > s_mostOfAll) {
            s_held -= voxels;
            return false;
        }
        m_voxels += voxels;
        return true;
    }

private:
    qint64 m_voxels = 0;
};

// The stored values of a frame as numbers.
std::vector<quint16> valuesOf(const LoadedFrame &frame)
{
    const std::size_t count = frame.samples.size() / std::size_t(bytesOf(frame.format.type));
    std::vector<quint16> values(count);
    if (frame.format.type == SampleType::U8)
        std::ranges::transform(frame.samples, values.begin(), [](std::byte b) { return quint16(b); });
    else if (frame.format.type == SampleType::U16)
        std::memcpy(values.data(), frame.samples.data(), count * sizeof(quint16));
    return values;
}

class Loader
{
public:
    Loader(const SegmentationInfo &info, const ImageDescription &image, const ByteSource &source,
           const FrameDecoder &decoder, const std::atomic_bool *cancel, SegmentGrid grid)
        : m_info(info)
        , m_image(image)
        , m_frames(std::span(&image, 1), source, decoder)
        , m_cancel(cancel)
        , m_grid(std::move(grid))
    { }

    Expected<LabelVolumes> load();

private:
    struct Mask
    {
        int frame = 0;
        std::vector<bool> inside;
    };

    [[nodiscard]] Expected<void> loadByFrames();
    [[nodiscard]] Expected<void> loadByValues();
    [[nodiscard]] Expected<std::optional<std::vector<quint16>>> values(int frame);
    [[nodiscard]] int volumeFor(const std::vector<Mask> &masks);
    [[nodiscard]] bool isFree(int volume, const std::vector<Mask> &masks) const;
    void place(const Segment &segment, const std::vector<Mask> &masks);
    void setLabel(LabelVolumes::Place &place, int frame, std::size_t pixel);
    [[nodiscard]] int newVolume();
    void finish();
    void note(const char *key, int count);

    const SegmentationInfo &m_info;
    const ImageDescription &m_image;
    const VolumeLoader m_frames;
    const std::atomic_bool *m_cancel;
    const SegmentGrid m_grid;
    std::shared_ptr<Share> m_share = std::make_shared<Share>();
    std::vector<std::vector<std::byte>> m_data;
    std::vector<int> m_used; // labels of each volume
    std::vector<Vec3> m_sums; // of voxel indices, of each place
    LabelVolumes m_result;
    int m_read = 0;
    int m_partial = 0;
    int m_unreadable = 0;
    int m_unknown = 0;
    int m_leftOut = 0;
    std::optional<Failure> m_firstFailure;
};

Expected<std::optional<std::vector<quint16>>> Loader::values(int frame)
{
    if (m_cancel && m_cancel->load())
        return failure(FailureCode::Cancelled);
    auto loaded = m_frames.loadFrame({0, frame});
    if (!loaded || loaded->format.samples != 1
        || (loaded->format.type != SampleType::U8 && loaded->format.type != SampleType::U16)) {
        ++m_unreadable;
        if (!m_firstFailure)
            m_firstFailure = loaded ? Failure{FailureCode::UnsupportedPixels, {}} : loaded.error();
        return std::optional<std::vector<quint16>>();
    }
    ++m_read;
    m_partial += loaded->partial ? 1 : 0;
    return std::optional(valuesOf(*loaded));
}

// -1: there is no room for one more.
int Loader::newVolume()
{
    if (int(m_data.size()) >= s_mostVolumes || !m_share->take(qint64(m_grid.voxels())))
        return -1;
    m_data.emplace_back(m_grid.voxels());
    m_used.push_back(0);
    return int(m_data.size()) - 1;
}

bool Loader::isFree(int volume, const std::vector<Mask> &masks) const
{
    const auto &data = m_data[std::size_t(volume)];
    for (const Mask &mask : masks) {
        const auto of = m_grid.slices[std::size_t(mask.frame)];
        for (int slice = of.first; slice <= of.last; ++slice) {
            const std::byte *at = data.data() + std::size_t(slice) * m_grid.pixels();
            for (std::size_t i = 0; i < mask.inside.size(); ++i) {
                if (mask.inside[i] && at[i] != std::byte(0))
                    return false;
            }
        }
    }
    return true;
}

// The first volume where nothing else is at the segment's voxels; -1: none.
int Loader::volumeFor(const std::vector<Mask> &masks)
{
    for (int i = 0; i < int(m_data.size()); ++i) {
        if (m_used[std::size_t(i)] < s_mostLabels && isFree(i, masks))
            return i;
    }
    return newVolume();
}

void Loader::setLabel(LabelVolumes::Place &place, int frame, std::size_t pixel)
{
    const auto of = m_grid.slices[std::size_t(frame)];
    const std::size_t wholeRows = pixel / std::size_t(m_grid.size[0]);
    const auto row = double(wholeRows);
    const auto column = double(pixel % std::size_t(m_grid.size[0]));
    Vec3 &sum = m_sums[std::size_t(&place - m_result.places.data())];
    for (int slice = of.first; slice <= of.last; ++slice) {
        std::byte &voxel = m_data[std::size_t(place.volume)][std::size_t(slice) * m_grid.pixels() + pixel];
        if (voxel == std::byte(place.label))
            continue;
        voxel = std::byte(place.label);
        ++place.voxels;
        sum = sum + Vec3{column, row, double(slice)};
    }
}

void Loader::place(const Segment &segment, const std::vector<Mask> &masks)
{
    LabelVolumes::Place &place = m_result.places.emplace_back();
    m_sums.push_back({0, 0, 0});
    place.segment = segment.number;
    place.volume = volumeFor(masks);
    if (place.volume < 0) {
        m_result.places.pop_back();
        m_sums.pop_back();
        ++m_leftOut;
        return;
    }
    place.label = ++m_used[std::size_t(place.volume)];
    for (const Mask &mask : masks) {
        for (std::size_t i = 0; i < mask.inside.size(); ++i) {
            if (mask.inside[i])
                setLabel(place, mask.frame, i);
        }
    }
}

Expected<void> Loader::loadByFrames()
{
    // One listed segment and frames that do not say which: they are its frames.
    const bool single = m_info.segments.size() == 1;
    QHash<int, std::vector<int>> framesOf;
    for (int i = 0; i < m_image.frames; ++i) {
        const auto segment = m_image.frame(i).segment;
        framesOf[segment ? *segment : single ? m_info.segments.front().number : -1].push_back(i);
    }
    const bool fractional = m_info.kind == SegmentationInfo::Kind::Fractional;
    const int threshold = fractional ? std::max((m_info.fractionalMost + 1) / 2, 1) : 1;
    for (const Segment &segment : m_info.segments) {
        std::vector<Mask> masks;
        for (const int frame : framesOf.take(segment.number)) {
            const auto stored = values(frame);
            if (!stored)
                return std::unexpected(stored.error());
            if (!*stored)
                continue;
            Mask mask{frame, std::vector<bool>(std::min((*stored)->size(), m_grid.pixels()))};
            for (std::size_t i = 0; i < mask.inside.size(); ++i)
                mask.inside[i] = (**stored)[i] >= threshold;
            masks.push_back(std::move(mask));
        }
        if (!masks.empty())
            place(segment, masks);
    }
    for (const auto &left : std::as_const(framesOf))
        m_unknown += int(left.size());
    if (fractional)
        m_result.notes.append(QStringLiteral("fractional-threshold:50"));
    return {};
}

Expected<void> Loader::loadByValues()
{
    std::vector<int> placeOf(65536, -1);
    for (const Segment &segment : m_info.segments) {
        if (segment.number == 0 || placeOf[std::size_t(segment.number)] >= 0)
            continue; // the background
        if (m_used.empty() || m_used.back() == s_mostLabels) {
            if (newVolume() < 0) {
                ++m_leftOut;
                continue;
            }
        }
        placeOf[std::size_t(segment.number)] = int(m_result.places.size());
        m_result.places.push_back({segment.number, int(m_data.size()) - 1, ++m_used.back(), 0, {}});
        m_sums.push_back({0, 0, 0});
    }
    std::vector<bool> unknown(65536);
    for (int frame = 0; frame < m_image.frames; ++frame) {
        const auto stored = values(frame);
        if (!stored)
            return std::unexpected(stored.error());
        if (!*stored)
            continue;
        const std::size_t count = std::min((*stored)->size(), m_grid.pixels());
        for (std::size_t i = 0; i < count; ++i) {
            const quint16 value = (**stored)[i];
            if (value == 0)
                continue;
            if (const int place = placeOf[value]; place >= 0)
                setLabel(m_result.places[std::size_t(place)], frame, i);
            else
                unknown[value] = true;
        }
    }
    m_unknown = int(std::ranges::count(unknown, true));
    return {};
}

void Loader::note(const char *key, int count)
{
    if (count > 0)
        m_result.notes.append(QLatin1StringView(key) + QLatin1Char(':') + QString::number(count));
}

void Loader::finish()
{
    const Affine affine = m_grid.indexToPatient();
    for (std::size_t i = 0; i < m_result.places.size(); ++i) {
        LabelVolumes::Place &place = m_result.places[i];
        if (place.voxels > 0)
            place.middle = affine.point(m_sums[i] * (1 / double(place.voxels)));
    }
    std::erase_if(m_result.places, [](const LabelVolumes::Place &place) { return place.voxels == 0; });
    for (auto &data : m_data) {
        const auto volume = std::shared_ptr<Volume>(new Volume, [share = m_share](Volume *made) { delete made; });
        volume->size = m_grid.size;
        volume->type = SampleType::U8;
        volume->data = std::move(data);
        volume->indexToPatient = affine;
        volume->frameOfReference = m_image.frameOfReference;
        volume->modality = QStringLiteral("SEG");
        volume->series = m_image.series;
        volume->range = {0, 255};
        m_result.volumes.push_back(volume);
    }
    m_result.frameOfReference = m_image.frameOfReference;
    m_result.voxelMl = m_grid.first.columnSpacing * m_grid.first.rowSpacing * m_grid.step / 1000;
    note("partly-decoded", m_partial);
    note("unreadable-frames", m_unreadable);
    note("unknown-segments", m_unknown);
    note("too-many-overlaps", m_leftOut);
    if (!m_grid.regular)
        m_result.notes.append(QStringLiteral("irregular-frames"));
}

Expected<LabelVolumes> Loader::load()
{
    const auto done = m_info.kind == SegmentationInfo::Kind::LabelMap ? loadByValues() : loadByFrames();
    if (!done)
        return std::unexpected(done.error());
    if (m_read == 0 && m_firstFailure)
        return std::unexpected(*m_firstFailure);
    if (m_data.empty() && m_leftOut > 0)
        return failure(FailureCode::TooLarge, QStringLiteral("segmentation"));
    finish();
    return std::move(m_result);
}

} // namespace

const LabelVolumes::Place *LabelVolumes::placeOf(int segment) const
{
    const auto found = std::ranges::find(places, segment, &Place::segment);
    return found == places.end() ? nullptr : &*found;
}

Expected<LabelVolumes> loadSegments(const SegmentationInfo &info, const ImageDescription &image,
                                    const ByteSource &source, const FrameDecoder &decoder,
                                    const std::atomic_bool *cancel)
{
    try {
        auto grid = SegmentGrid::of(image);
        if (!grid)
            return std::unexpected(grid.error());
        return Loader(info, image, source, decoder, cancel, std::move(*grid)).load();
    } catch (const std::bad_alloc &) {
        return failure(FailureCode::OutOfMemory);
    }
}

} // namespace Chartline::Imaging
