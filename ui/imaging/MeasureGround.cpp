// SPDX-License-Identifier: Apache-2.0
#include "imaging/MeasureGround.h"

#include "imaging/PictureContent.h"
#include "measure/MeasureGeometry.h"

#include <cmath>
#include <limits>

namespace Chartline::Ui {

using namespace Imaging;

MeasureGround::MeasureGround(VolumePtr volume, const Affine &toOwn, LaidOutSeriesPtr series, int stack, int point)
    : m_volume(std::move(volume))
    , m_toOwn(toOwn)
    , m_series(std::move(series))
    , m_stack(stack)
    , m_point(point)
{
    if (const auto inverse = toOwn.inverse())
        m_toView = *inverse;
    else
        m_volume.reset();
}

MeasureGround::MeasureGround(std::shared_ptr<PictureContent> pictures, LaidOutSeriesPtr series)
    : m_pictures(std::move(pictures))
    , m_series(std::move(series))
{ }

QString MeasureGround::seriesUid() const
{
    return m_series ? m_series->info.header.seriesUid : QString();
}

QString MeasureGround::studyUid() const
{
    return m_series ? m_series->info.header.studyUid : QString();
}

Vec3 MeasureGround::toOwn(const Vec3 &viewPoint) const
{
    if (!m_pictures)
        return m_toOwn.point(viewPoint);
    const auto spacing = m_pictures->spacing();
    return {viewPoint[0] / spacing[0], viewPoint[1] / spacing[1], 0};
}

Vec3 MeasureGround::toView(const Vec3 &ownPoint, const ImageState &state) const
{
    if (!m_pictures)
        return m_toView.point(ownPoint);
    const auto spacing = m_pictures->spacing();
    return {ownPoint[0] * spacing[0], ownPoint[1] * spacing[1], state.center[2]};
}

Measurement MeasureGround::measurement(MeasureKind kind, const std::vector<Vec3> &viewPoints) const
{
    Measurement own{kind, m_pictures ? MeasureSpace::Picture : MeasureSpace::Patient, {}};
    for (const Vec3 &point : viewPoints)
        own.points.push_back(toOwn(point));
    return own;
}

Measurement MeasureGround::inView(const Measurement &own, const ImageState &state) const
{
    Measurement seen = own;
    for (Vec3 &point : seen.points)
        point = toView(point, state);
    return seen;
}

bool MeasureGround::shows(const MeasureItem &item, const ImageState &state) const
{
    if (m_pictures) {
        return item.shape.space == MeasureSpace::Picture && pictureOf(item) == m_pictures->sliceAt(state);
    }
    if (!m_volume || item.shape.space != MeasureSpace::Patient)
        return false;
    // Without a frame of reference nothing but its own series is in the same space.
    if (m_volume->frameOfReference.isEmpty() || item.stored.frameOfReference.isEmpty())
        return item.stored.series == seriesUid();
    return item.stored.frameOfReference == m_volume->frameOfReference;
}

bool MeasureGround::isOfOtherTime(const MeasureItem &item) const
{
    if (!m_volume || !m_series || item.stored.series != seriesUid())
        return false;
    const Stack &stack = m_series->stacks[std::size_t(m_stack)];
    if (!stack.is4D())
        return false;
    return std::ranges::none_of(stack.points[std::size_t(m_point)].frames, [&](const FrameRef &ref) {
        return ref.frame == item.stored.frame
               && m_series->images[std::size_t(ref.instance)].sopInstance == item.stored.sopInstance;
    });
}

QList<Figure> MeasureGround::figures(const Measurement &own, const ImageState &state) const
{
    if (m_volume)
        return figuresOf(own, *m_volume).value_or(QList<Figure>());
    if (m_pictures)
        return figuresOf(own, m_pictures->measured(m_pictures->sliceAt(state))).value_or(QList<Figure>());
    return {};
}

// The slice whose plane is nearest to the point.
FrameRef MeasureGround::nearestFrame(const Vec3 &point) const
{
    const auto &frames = m_series->stacks[std::size_t(m_stack)].points[std::size_t(m_point)].frames;
    FrameRef best;
    double least = std::numeric_limits<double>::max();
    for (const FrameRef &ref : frames) {
        if (ref.instance < 0 || std::size_t(ref.instance) >= m_series->images.size())
            continue;
        const FrameInfo frame = m_series->images[std::size_t(ref.instance)].frame(ref.frame);
        if (!frame.position || !frame.orientation)
            continue;
        const auto &o = *frame.orientation;
        const Vec3 normal = normalized(cross(Vec3{o[0], o[1], o[2]}, Vec3{o[3], o[4], o[5]}));
        const double distance = std::abs(dot(point - *frame.position, normal));
        if (distance < least) {
            least = distance;
            best = ref;
        }
    }
    return least == std::numeric_limits<double>::max() && !frames.empty() ? frames.front() : best;
}

void MeasureGround::describe(MeasureItem &item, const ImageState &state) const
{
    if (!m_series || isEmpty())
        return;
    const FrameRef ref =
        m_pictures ? m_pictures->refAt(m_pictures->sliceAt(state)) : nearestFrame(middleOf(item.shape.points));
    const ImageDescription &image = m_series->images[std::size_t(ref.instance)];
    item.stored.study = studyUid();
    item.stored.series = seriesUid();
    item.stored.sopInstance = image.sopInstance;
    item.stored.frame = ref.frame;
    item.stored.frameOfReference = m_volume ? m_volume->frameOfReference : QString();
    item.stored.inPatient = bool(m_volume);
}

std::optional<int> MeasureGround::pictureOf(const MeasureItem &item) const
{
    if (!m_pictures || item.stored.series != seriesUid())
        return std::nullopt;
    return m_pictures->indexOf(item.stored.sopInstance, item.stored.frame);
}

} // namespace Chartline::Ui
