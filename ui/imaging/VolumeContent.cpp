// SPDX-License-Identifier: Apache-2.0
#include "imaging/VolumeContent.h"

#include "scene/SliceColors.h"

#include <algorithm>
#include <cmath>

namespace Chartline::Ui {

using namespace Imaging;

namespace {

constexpr int s_checkerField = 48; // logical pixels
constexpr double s_petTop = 7; // SUV

Projection projectionOf(SlabMode mode)
{
    switch (mode) {
    case SlabMode::Maximum: return Projection::Maximum;
    case SlabMode::Minimum: return Projection::Minimum;
    case SlabMode::Mean: return Projection::Mean;
    case SlabMode::Single: break;
    }
    return Projection::Single;
}

// From the 1st to the 99th percentile of a sample of the voxels, for pictures without a window of their own.
Window percentiles(const Volume &volume)
{
    std::vector<double> values;
    const int stride = std::max(1, int(std::cbrt(double(volume.voxels()) / 40'000)));
    for (int z = 0; z < volume.size[2]; z += stride) {
        for (int y = 0; y < volume.size[1]; y += stride) {
            for (int x = 0; x < volume.size[0]; x += stride) {
                const double v = volume.value(x, y, z);
                if (!volume.padding || v != *volume.padding * volume.slope + volume.intercept)
                    values.push_back(v);
            }
        }
    }
    Window window;
    if (values.size() < 2)
        return window;
    const auto at = [&](double part) {
        const auto nth = values.begin() + std::ptrdiff_t(part * double(values.size() - 1));
        std::ranges::nth_element(values, nth);
        return *nth;
    };
    const double low = at(0.01);
    const double high = at(0.99);
    window.width = std::max(high - low, 1e-6);
    window.center = (low + high) / 2;
    return window;
}

bool samePlane(const SlicePlane &a, const SlicePlane &b)
{
    return a.center == b.center && a.right == b.right && a.down == b.down && a.mmPerPixel == b.mmPerPixel
           && a.width == b.width && a.height == b.height;
}

} // namespace

VolumeContent::VolumeContent(VolumePtr volume, Cut cut)
    : m_volume(std::move(volume))
    , m_cut(cut)
{ }

void VolumeContent::showOther(const VolumePtr &other, const Affine &toOther)
{
    m_other = other;
    m_toOther = toOther;
    m_replaced = true;
    m_plane = {};
}

void VolumeContent::overlay(const VolumePtr &other, const Affine &toOther, CompareMode how)
{
    m_other = other;
    m_toOther = toOther;
    m_replaced = false;
    m_compareMode = how;
    m_plane = {};
}

SliceStack VolumeContent::stackOf(const Volume &volume, Cut cut)
{
    switch (cut) {
    case Cut::Axial: return sliceStack(volume, SliceDirection::Axial);
    case Cut::Coronal: return sliceStack(volume, SliceDirection::Coronal);
    case Cut::Sagittal: return sliceStack(volume, SliceDirection::Sagittal);
    case Cut::Native: break;
    }
    return sliceStack(volume, SliceDirection::Native);
}

SliceStack VolumeContent::stackOf(const ImageState &state) const
{
    return sliceStack(*m_volume, state.right, state.down, state.axis);
}

Window VolumeContent::defaultWindow(const Volume &volume)
{
    Window window;
    if (volume.units.startsWith(QLatin1StringView("SUV"))) {
        window.center = s_petTop / 2;
        window.width = s_petTop;
        return window;
    }
    for (const Window &own : volume.windows) {
        if (own.width > 0)
            return own;
    }
    return percentiles(volume);
}

double VolumeContent::sliceStep(const ImageState &state) const
{
    return stackOf(state).spacing;
}

double VolumeContent::sliceThickness(const ImageState &state) const
{
    return sliceStep(state);
}

int VolumeContent::sliceCount(const ImageState &state) const
{
    return stackOf(state).count;
}

int VolumeContent::sliceAt(const ImageState &state) const
{
    return stackOf(state).indexOf(state.center);
}

ImageState VolumeContent::initial(const QSize &size) const
{
    const SliceStack stack = stackOf(*m_volume, m_cut);
    // On a slice, not between two.
    const SlicePlane plane = stack.fitted((stack.count - 1) / 2, size.width(), size.height());
    ImageState state;
    state.center = plane.center;
    state.right = stack.right;
    state.down = stack.down;
    state.axis = stack.axis;
    state.mmPerPixel = plane.mmPerPixel;
    state.window = defaultWindow(shown());
    state.inverted = shown().units.startsWith(QLatin1StringView("SUV")); // as PET is read
    return state;
}

Window VolumeContent::fullWindow() const
{
    Window window;
    window.width = std::max(range(), 1e-6);
    window.center = (shown().range[0] + shown().range[1]) / 2;
    return window;
}

double VolumeContent::range() const
{
    return shown().range[1] - shown().range[0];
}

std::optional<double> VolumeContent::valueAt(const Vec3 &point) const
{
    return m_replaced ? m_other->valueAt(m_toOther.point(point)) : m_volume->valueAt(point);
}

void VolumeContent::fuse(const std::optional<Fusion> &fusion)
{
    m_fusion = fusion && fusion->volume ? fusion : std::nullopt;
    m_plane = {};
}

QStringList VolumeContent::readings(const Vec3 &point) const
{
    QStringList readings = ImageContent::readings(point);
    if (m_fusion) {
        if (const auto value = m_fusion->volume->valueAt(m_fusion->toVolume.point(point)))
            readings.append(reading(*value, m_fusion->window.width, m_fusion->volume->units));
    }
    return readings;
}

bool VolumeContent::sample(const ImageState &state, const QSize &pixels, double mmPerPixel)
{
    const SlicePlane plane{state.center, state.right, state.down, mmPerPixel, pixels.width(), pixels.height()};
    if (samePlane(plane, m_plane) && m_nearest == state.nearest && m_slab == state.slab && m_slabMode == state.slabMode)
        return true;
    SampleOptions options;
    options.nearest = state.nearest;
    options.slab = state.slab;
    options.projection = projectionOf(state.slabMode);
    const bool both = m_other && !m_replaced && m_compareMode != CompareMode::SideBySide;
    SampleOptions other = options;
    other.toVolume = m_toOther;
    auto first = m_replaced ? sampleSlice(*m_other, plane, other) : sampleSlice(*m_volume, plane, options);
    auto second = both ? sampleSlice(*m_other, plane, other) : Expected<SliceValues>(SliceValues());
    SampleOptions over = options;
    if (m_fusion)
        over.toVolume = m_fusion->toVolume;
    auto third = m_fusion ? sampleSlice(*m_fusion->volume, plane, over) : Expected<SliceValues>(SliceValues());
    if (!first || !second || !third)
        return false;
    m_values = std::move(*first);
    m_otherValues = std::move(*second);
    m_fusedValues = std::move(*third);
    m_plane = plane;
    m_nearest = state.nearest;
    m_slab = state.slab;
    m_slabMode = state.slabMode;
    return true;
}

QImage VolumeContent::draw(const ImageState &state, const QSize &size, qreal devicePixelRatio)
{
    QImage image = drawVolumes(state, size, devicePixelRatio);
    if (m_layers && !image.isNull())
        m_layers->paint(image, state, size, nullptr);
    return image;
}

QImage VolumeContent::drawVolumes(const ImageState &state, const QSize &size, qreal devicePixelRatio)
{
    QImage image(size * devicePixelRatio, QImage::Format_RGB32);
    image.setDevicePixelRatio(devicePixelRatio);
    image.fill(nothingColor);
    if (image.isNull() || !sample(state, image.size(), state.mmPerPixel / devicePixelRatio))
        return image;
    Shading shading;
    shading.window = state.window;
    shading.inverted = state.inverted != shown().inverted;
    const std::span<quint32> out(reinterpret_cast<quint32 *>(image.bits()), std::size_t(image.sizeInBytes() / 4));
    const qsizetype stride = image.bytesPerLine() / 4;
    if (m_replaced || !m_other || m_compareMode == CompareMode::SideBySide) {
        if (!m_fusion || m_replaced) {
            shade(m_values, shading, out, stride);
            return image;
        }
        Imaging::fuse(m_values, shading, m_fusedValues, {m_fusion->window, false, m_fusion->map}, m_fusion->part, out,
                      stride);
        QPainter painter(&image);
        paintColorBar(painter, size, *m_fusion);
        return image;
    }
    Shading other = shading;
    other.inverted = state.inverted != m_other->inverted;
    switch (m_compareMode) {
    case CompareMode::Blend: blend(m_values, shading, m_otherValues, other, 0.5, out, stride); break;
    case CompareMode::Checkerboard:
        checker(m_values, shading, m_otherValues, other, int(s_checkerField * devicePixelRatio), out, stride);
        break;
    case CompareMode::Difference:
        difference(m_values, shading, m_otherValues, state.window.width / 2, out, stride);
        break;
    case CompareMode::SideBySide: break;
    }
    return image;
}

} // namespace Chartline::Ui
