// SPDX-License-Identifier: Apache-2.0
#include "imaging/ImagePlaces.h"

#include "volume/StackGeometry.h"

#include <algorithm>
#include <cmath>

namespace Chartline::Ui {

using namespace Imaging;

ImagePlace::ImagePlace(const DrawnPicture &picture)
    : sopInstance(picture.sopInstance)
    , frame(picture.frame)
    , columns(picture.columns)
    , rows(picture.rows)
    , invertedInFile(picture.inverted)
    , m_columnSpacing(picture.spacing[0])
    , m_rowSpacing(picture.spacing[1])
{
    m_origin = {-m_columnSpacing / 2, -m_rowSpacing / 2, double(picture.index)};
}

ImagePlace::ImagePlace(const ImageDescription &image, int frameIndex, const FrameGeometry &geometry)
    : sopInstance(image.sopInstance)
    , frame(frameIndex)
    , columns(image.pixels.columns)
    , rows(image.pixels.rows)
    , invertedInFile(ImagePlaces::isInverted(image))
    , m_row(geometry.row)
    , m_column(geometry.column)
    , m_normal(geometry.normal)
    , m_columnSpacing(geometry.columnSpacing)
    , m_rowSpacing(geometry.rowSpacing)
{
    m_origin = geometry.origin - m_row * (m_columnSpacing / 2) - m_column * (m_rowSpacing / 2);
}

Vec3 ImagePlace::point(double column, double row) const
{
    return m_origin + m_row * (column * m_columnSpacing) + m_column * (row * m_rowSpacing);
}

bool ImagePlaces::isInverted(const ImageDescription &image)
{
    return image.pixels.photometric == Photometric::Monochrome1 || image.invertedPresentation;
}

ImagePlaces::ImagePlaces(LaidOutSeriesPtr series, int stack, int point)
    : m_series(std::move(series))
{
    if (!m_series || stack < 0 || std::size_t(stack) >= m_series->stacks.size())
        return;
    const auto &points = m_series->stacks[std::size_t(stack)].points;
    if (point < 0 || std::size_t(point) >= points.size())
        return;
    m_refs = points[std::size_t(point)].frames;
    std::vector<double> positions;
    for (const FrameRef &ref : m_refs) {
        m_geometry.push_back(FrameGeometry::of(m_series->images[std::size_t(ref.instance)].frame(ref.frame)));
        if (m_geometry.back())
            positions.push_back(m_geometry.back()->along(m_geometry.back()->normal));
    }
    std::ranges::sort(positions);
    if (const double gap = commonGap(positions); gap > 0)
        m_step = gap;
}

const ImageDescription &ImagePlaces::image(int index) const
{
    return m_series->images[std::size_t(m_refs[std::size_t(index)].instance)];
}

std::optional<ImagePlace> ImagePlaces::slice(int index) const
{
    if (index < 0 || index >= count() || !m_geometry[std::size_t(index)])
        return std::nullopt;
    return ImagePlace(image(index), frame(index), *m_geometry[std::size_t(index)]);
}

std::optional<ImagePlace> ImagePlaces::sliceAt(const ImageState &state) const
{
    const Vec3 normal = cross(state.right, state.down);
    std::optional<int> best;
    double off = m_step / 2 + 1e-3;
    for (int i = 0; i < count(); ++i) {
        const auto &geometry = m_geometry[std::size_t(i)];
        if (!geometry || std::abs(dot(geometry->normal, normal)) < 0.9999)
            continue;
        const double distance = std::abs(dot(state.center - geometry->origin, geometry->normal));
        if (distance < off) {
            off = distance;
            best = i;
        }
    }
    return best ? slice(*best) : std::nullopt;
}

int ImagePlaces::nearest(const ImageState &state, bool inPatient) const
{
    if (!inPatient)
        return std::clamp(int(std::lround(state.center[2])), 0, std::max(count() - 1, 0));
    int best = 0;
    double off = 1e300;
    for (int i = 0; i < count(); ++i) {
        if (const auto &geometry = m_geometry[std::size_t(i)]) {
            const double distance = std::abs(dot(state.center - geometry->origin, state.axis));
            if (distance < off) {
                off = distance;
                best = i;
            }
        }
    }
    return best;
}

} // namespace Chartline::Ui
