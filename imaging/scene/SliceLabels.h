// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scene/SliceSampler.h"

#include <span>

namespace Chartline::Imaging {

// How one label of a segmentation is drawn. Labels without an entry, and label 0, are not.
struct LabelStyle
{
    int label = 1;
    quint32 color = 0xffffd24a; // 0xffRRGGBB
    double fill = 0.25; // opacity of the inside, 0…1
    double outline = 1; // opacity of the edge
    int outlineWidth = 1; // pixels
};

// The label of each pixel, by the nearest voxel; 0 outside. `labels`: a volume of bytes, whose stored values are the
// labels. `options`: only toVolume and threads count.
struct SliceLabels
{
    int width = 0;
    int height = 0;
    std::vector<quint8> labels;
};
[[nodiscard]] Expected<SliceLabels> sampleLabels(const Volume &labels, const SlicePlane &plane,
                                                 const SampleOptions &options = {});

// Draws labels over a picture of 0xffRRGGBB whose rows are `stride` pixels apart. The edge runs inside of the label, so
// that two that touch both show theirs.
void drawLabels(const SliceLabels &slice, std::span<const LabelStyle> styles, std::span<quint32> picture,
                qsizetype stride);

} // namespace Chartline::Imaging
