// SPDX-License-Identifier: Apache-2.0
#include "scene/SliceLabels.h"

#include <algorithm>
#include <cmath>
#include <new>

namespace Chartline::Imaging {

namespace {

constexpr int s_mostOutline = 16; // pixels

struct Ink
{
    quint32 color = 0;
    float fill = 0;
    float outline = 0;
    int width = 0;
};

quint32 over(quint32 below, quint32 color, float opacity)
{
    quint32 result = 0xff;
    for (int shift = 16; shift >= 0; shift -= 8) {
        const auto from = float((below >> shift) & 0xff);
        const auto to = float((color >> shift) & 0xff);
        result = (result << 8) | quint32(from + (to - from) * opacity + 0.5F);
    }
    return result;
}

// Whether a pixel is less than `width` pixels from another label, along rows and columns. The rim of the picture is no
// edge: the label may go on behind it.
bool isEdge(const SliceLabels &slice, int x, int y, int width)
{
    const auto at = [&](int column, int row) {
        return slice.labels[std::size_t(row) * std::size_t(slice.width) + std::size_t(column)];
    };
    const quint8 own = at(x, y);
    for (int d = 1; d <= width; ++d) {
        if ((x >= d && at(x - d, y) != own) || (x + d < slice.width && at(x + d, y) != own)
            || (y >= d && at(x, y - d) != own) || (y + d < slice.height && at(x, y + d) != own))
            return true;
    }
    return false;
}

} // namespace

Expected<SliceLabels> sampleLabels(const Volume &labels, const SlicePlane &plane, const SampleOptions &options)
{
    if (labels.type != SampleType::U8)
        return failure(FailureCode::Internal, QStringLiteral("labels are bytes"));
    SampleOptions nearest;
    nearest.nearest = true;
    nearest.toVolume = options.toVolume;
    nearest.threads = options.threads;
    const auto values = sampleSlice(labels, plane, nearest);
    if (!values)
        return std::unexpected(values.error());
    try {
        SliceLabels slice{values->width, values->height, std::vector<quint8>(values->values.size())};
        const auto slope = float(labels.slope != 0 ? labels.slope : 1);
        const auto intercept = float(labels.intercept);
        std::ranges::transform(values->values, slice.labels.begin(), [=](float v) {
            return std::isnan(v) ? quint8(0) : quint8(std::clamp((v - intercept) / slope + 0.5F, 0.0F, 255.0F));
        });
        return slice;
    } catch (const std::bad_alloc &) {
        return failure(FailureCode::OutOfMemory);
    }
}

void drawLabels(const SliceLabels &slice, std::span<const LabelStyle> styles, std::span<quint32> picture,
                qsizetype stride)
{
    if (slice.width <= 0 || slice.height <= 0 || stride < slice.width
        || slice.labels.size() < std::size_t(slice.width) * std::size_t(slice.height)
        || qsizetype(picture.size()) < stride * (slice.height - 1) + slice.width)
        return;
    std::array<Ink, 256> inks{};
    for (const LabelStyle &style : styles) {
        if (style.label > 0 && style.label < 256)
            inks[std::size_t(style.label)] = {style.color, float(std::clamp(style.fill, 0.0, 1.0)),
                                              float(std::clamp(style.outline, 0.0, 1.0)),
                                              std::clamp(style.outlineWidth, 0, s_mostOutline)};
    }
    for (int y = 0; y < slice.height; ++y) {
        quint32 *row = picture.data() + y * stride;
        const quint8 *labels = slice.labels.data() + std::size_t(y) * std::size_t(slice.width);
        for (int x = 0; x < slice.width; ++x) {
            const Ink &ink = inks[labels[x]];
            if (ink.fill <= 0 && ink.outline <= 0)
                continue;
            const bool edge = ink.outline > 0 && ink.width > 0 && isEdge(slice, x, y, ink.width);
            row[x] = over(row[x], ink.color, edge ? std::max(ink.outline, ink.fill) : ink.fill);
        }
    }
}

} // namespace Chartline::Imaging
