// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "volume/Volume.h"

namespace Chartline::Imaging {

// How a volume is made visible. CT presets are in HU and make sense for HU alone; MR and the projections follow the
// values of the volume.
enum class ScenePreset : quint8 { Bone, Vessels, Lung, SoftTissue, Skin, Mip, MrDefault, PetMip };

struct OpacityPoint
{
    double value = 0; // modality units
    double opacity = 0; // 0…1, of `SceneLook::opacityLength` of tissue
    bool operator==(const OpacityPoint &) const = default;
};

struct ColorPoint
{
    double value = 0; // modality units
    std::array<double, 3> color{0, 0, 0}; // red, green, blue, 0…1
    bool operator==(const ColorPoint &) const = default;
};

// A transfer function: straight lines between the points, the outermost points hold beyond them.
struct SceneLook
{
    bool maximum = false; // maximum intensity projection; else light is absorbed and scattered from front to back
    std::vector<ColorPoint> colors;
    std::vector<OpacityPoint> opacities;
    // Factor for the opacity by how fast the value changes, modality units a mm; empty: 1 everywhere.
    std::vector<OpacityPoint> gradients;
    double opacityLength = 1; // mm of tissue that has the opacity given
    bool shaded = true;
    double ambient = 0.2;
    double diffuse = 0.8;
    double specular = 0.2;
    double specularPower = 12;
    std::array<double, 3> background{0.035, 0.047, 0.063}; // red, green, blue, 0…1
    bool operator==(const SceneLook &) const = default;
};

// The presets that fit a volume, the one to start with first.
[[nodiscard]] QList<ScenePreset> scenePresetsFor(const Volume &volume);
[[nodiscard]] SceneLook sceneLookOf(ScenePreset preset, const Volume &volume);

// All points of the opacity moved along the values: what dragging in the picture does. Colours go along.
[[nodiscard]] SceneLook shifted(const SceneLook &look, double by);
// The opacity times a factor.
[[nodiscard]] SceneLook thickened(const SceneLook &look, double factor);

} // namespace Chartline::Imaging
