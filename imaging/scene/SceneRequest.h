// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scene/SceneCamera.h"
#include "scene/ScenePreset.h"

namespace Chartline::Imaging {

// What is drawn inside of: a box along the axes of the patient, mm.
struct CropBox
{
    Vec3 low{0, 0, 0};
    Vec3 high{0, 0, 0};
    bool operator==(const CropBox &) const = default;
};

// The box around a whole volume, to start cropping from.
[[nodiscard]] CropBox boxAround(const Volume &volume);

// What lies on the side the normal points away from is cut off.
struct ClipPlane
{
    Vec3 point{0, 0, 0};
    Vec3 normal{0, 1, 0};
    bool operator==(const ClipPlane &) const = default;
};

struct SceneRequest
{
    VolumePtr volume;
    SceneLook look;
    std::optional<CropBox> crop;
    std::optional<ClipPlane> clip;
    SceneCamera camera;
    int width = 0; // pixels
    int height = 0;
    bool moving = false; // coarser, as fast as the machine needs it
    quint64 id = 0; // handed back with the picture
};

struct SceneImage
{
    int width = 0;
    int height = 0;
    std::vector<quint32> pixels; // 0xffRRGGBB, row by row from the top
    double seconds = 0; // it took to draw
    bool coarse = false; // drawn for speed: a finer one of the same request can follow
    bool onGpu = false; // by the graphics hardware's (or Mesa's) shaders; else on the processor
    // Voxels of the volume that became one, along its axes, because it is too large for the texture or the memory
    // there is; of the full picture, whatever a coarse one shows. 1, 1, 1: all are drawn.
    std::array<int, 3> reduced{1, 1, 1};
    quint64 id = 0;

    [[nodiscard]] bool isReduced() const { return reduced != std::array<int, 3>{1, 1, 1}; }
};

} // namespace Chartline::Imaging
