// SPDX-License-Identifier: Apache-2.0
#include "scene/ScenePreset.h"

#include <algorithm>
#include <cmath>

namespace Chartline::Imaging {

namespace {

// Where tissues lie in HU: air -1000, lung -900…-500, fat -120…-60, water 0, muscle and organs 30…70, vessels with
// contrast 150…500, spongy bone 150…500, compact bone 600…2000 (Kalender, Computed Tomography).

SceneLook bone()
{
    SceneLook look;
    look.colors = {{150, {0.47, 0.20, 0.12}}, {260, {0.76, 0.55, 0.38}}, {420, {0.91, 0.82, 0.66}},
                   {700, {0.97, 0.93, 0.84}}, {1600, {1, 1, 0.98}}};
    look.opacities = {{160, 0}, {240, 0.12}, {420, 0.45}, {900, 0.85}, {1600, 0.95}};
    look.ambient = 0.18;
    look.diffuse = 0.85;
    look.specular = 0.25;
    look.specularPower = 20;
    return look;
}

SceneLook vessels()
{
    SceneLook look;
    look.colors = {{100, {0.45, 0.08, 0.06}}, {180, {0.78, 0.16, 0.10}}, {320, {0.93, 0.42, 0.26}},
                   {480, {0.96, 0.78, 0.62}}, {700, {0.96, 0.92, 0.84}}, {1600, {1, 1, 0.98}}};
    look.opacities = {{110, 0}, {170, 0.15}, {260, 0.55}, {500, 0.75}, {1200, 0.9}};
    look.ambient = 0.18;
    look.diffuse = 0.85;
    look.specular = 0.35;
    look.specularPower = 25;
    return look;
}

SceneLook lung()
{
    SceneLook look;
    // Lung tissue as a haze that its depth makes visible; the walls of vessels and airways in it. The skin goes through
    // the same values within a millimetre and stays faint.
    look.colors = {{-950, {0.36, 0.52, 0.68}}, {-780, {0.62, 0.72, 0.82}}, {-600, {0.93, 0.86, 0.80}},
                   {-400, {0.95, 0.62, 0.50}}, {-150, {0.85, 0.36, 0.28}}};
    look.opacities = {{-950, 0}, {-900, 0.008}, {-800, 0.03}, {-600, 0.10}, {-450, 0.35}, {-250, 0.25}, {-180, 0}};
    look.ambient = 0.45;
    look.diffuse = 0.65;
    look.specular = 0.1;
    return look;
}

SceneLook softTissue()
{
    SceneLook look;
    look.colors = {{-60, {0.70, 0.45, 0.28}}, {0, {0.72, 0.32, 0.24}},   {60, {0.80, 0.36, 0.28}},
                   {140, {0.90, 0.62, 0.46}}, {300, {0.94, 0.86, 0.74}}, {1200, {1, 1, 0.98}}};
    look.opacities = {{-30, 0}, {10, 0.02}, {45, 0.16}, {90, 0.24}, {180, 0.35}, {400, 0.7}, {1200, 0.9}};
    look.ambient = 0.2;
    look.diffuse = 0.85;
    look.specular = 0.2;
    return look;
}

SceneLook skin()
{
    SceneLook look;
    look.colors = {{-600, {0.80, 0.58, 0.46}}, {-200, {0.87, 0.66, 0.54}}, {200, {0.93, 0.78, 0.67}}};
    look.opacities = {{-500, 0}, {-350, 0.06}, {-200, 0.6}, {0, 0.9}};
    look.ambient = 0.2;
    look.diffuse = 0.85;
    look.specular = 0.18;
    look.specularPower = 15;
    return look;
}

SceneLook projection(double low, double high, bool blackOnWhite)
{
    SceneLook look;
    look.maximum = true;
    look.shaded = false;
    const double first = blackOnWhite ? 1 : 0;
    look.colors = {{low, {first, first, first}}, {high, {1 - first, 1 - first, 1 - first}}};
    // Opaque throughout, so that what is seen is the window alone.
    look.opacities = {{low, 1}, {high, 1}};
    look.background = {first, first, first};
    return look;
}

bool isPet(const Volume &volume)
{
    return volume.units.startsWith(QLatin1StringView("SUV")) || volume.modality == QLatin1StringView("PT");
}

bool isHounsfield(const Volume &volume)
{
    return volume.units == QLatin1StringView("HU");
}

// Dark and bright end of what the images are usually shown with.
std::array<double, 2> shownRange(const Volume &volume)
{
    for (const Window &window : volume.windows) {
        if (window.width > 1)
            return {window.center - window.width / 2, window.center + window.width / 2};
    }
    if (volume.range[1] > volume.range[0])
        return volume.range;
    return {volume.range[0], volume.range[0] + 1};
}

// Grey surfaces: the dark third of the window is background and noise in nearly every sequence.
SceneLook magneticResonance(const Volume &volume)
{
    const auto [low, high] = shownRange(volume);
    const auto at = [low, high](double part) { return low + (high - low) * part; };
    SceneLook look;
    look.colors = {{at(0.1), {0.30, 0.24, 0.22}}, {at(0.4), {0.62, 0.52, 0.46}}, {at(0.7), {0.86, 0.80, 0.74}},
                   {at(1.1), {1, 1, 0.98}}};
    look.opacities = {{at(0.18), 0}, {at(0.35), 0.06}, {at(0.6), 0.22}, {at(1.0), 0.5}};
    look.ambient = 0.22;
    look.diffuse = 0.85;
    look.specular = 0.15;
    return look;
}

// SUV 0…7 is how PET is usually read; without SUV the brightest eighth (bladder, brain) is left to saturate.
SceneLook petProjection(const Volume &volume)
{
    if (volume.units.startsWith(QLatin1StringView("SUV")))
        return projection(0, 7, true);
    const double low = std::max(0.0, volume.range[0]);
    return projection(low, low + std::max((volume.range[1] - low) / 8, 1e-6), true);
}

} // namespace

QList<ScenePreset> scenePresetsFor(const Volume &volume)
{
    if (isPet(volume))
        return {ScenePreset::PetMip};
    if (isHounsfield(volume))
        return {ScenePreset::Bone,       ScenePreset::Vessels, ScenePreset::Lung,
                ScenePreset::SoftTissue, ScenePreset::Skin,    ScenePreset::Mip};
    return {ScenePreset::MrDefault, ScenePreset::Mip};
}

SceneLook sceneLookOf(ScenePreset preset, const Volume &volume)
{
    switch (preset) {
    case ScenePreset::Bone: return bone();
    case ScenePreset::Vessels: return vessels();
    case ScenePreset::Lung: return lung();
    case ScenePreset::SoftTissue: return softTissue();
    case ScenePreset::Skin: return skin();
    case ScenePreset::MrDefault: return magneticResonance(volume);
    case ScenePreset::PetMip: return petProjection(volume);
    case ScenePreset::Mip: break;
    }
    if (isHounsfield(volume))
        return projection(-100, 1300, false);
    const auto [low, high] = shownRange(volume);
    return projection(low, high, false);
}

SceneLook shifted(const SceneLook &look, double by)
{
    SceneLook result = look;
    for (OpacityPoint &point : result.opacities)
        point.value += by;
    for (ColorPoint &point : result.colors)
        point.value += by;
    return result;
}

SceneLook thickened(const SceneLook &look, double factor)
{
    SceneLook result = look;
    for (OpacityPoint &point : result.opacities)
        point.opacity = std::clamp(point.opacity * factor, 0.0, 1.0);
    return result;
}

} // namespace Chartline::Imaging
