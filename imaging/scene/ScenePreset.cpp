// SPDX-License-Identifier: Apache-2.0
#include "scene/ScenePreset.h"

#include "volume/VoxelMath.h"

#include <algorithm>
#include <cmath>

namespace Chartline::Imaging {

namespace {

// Where tissues lie in HU: air -1000, lung -900…-500, fat -120…-60, water 0, muscle and organs 30…70, vessels with
// contrast 150…500, spongy bone 150…500, compact bone 600…2000 (Kalender, Computed Tomography).

SceneLook bone()
{
    SceneLook look;
    look.colors = {{150, {0.47, 0.20, 0.12}},
                   {260, {0.76, 0.55, 0.38}},
                   {420, {0.91, 0.82, 0.66}},
                   {700, {0.97, 0.93, 0.84}},
                   {1600, {1, 1, 0.98}}};
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
    // Lung tissue as a haze that its depth makes visible, denser where vessels, walls and fissures are. The skin goes
    // through the same values within a millimetre and stays faint. Light would only show the noise of the air.
    look.colors = {{-950, {0.30, 0.46, 0.64}},
                   {-800, {0.52, 0.68, 0.84}},
                   {-650, {0.86, 0.88, 0.92}},
                   {-450, {0.98, 0.80, 0.70}},
                   {-250, {0.92, 0.50, 0.40}}};
    look.opacities = {{-950, 0}, {-900, 0.008}, {-800, 0.03}, {-650, 0.05}, {-520, 0.035}, {-380, 0.015}, {-250, 0}};
    look.shaded = false;
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

// About 50 000 values from all over the volume, in order, padding left out.
std::vector<double> sampled(const Volume &volume)
{
    std::vector<double> values;
    if (volume.voxels() <= 0 || volume.data.size() < std::size_t(volume.voxels()) * std::size_t(bytesOf(volume.type)))
        return values;
    // A stride without a factor in common with a row, or a few columns would speak for all.
    const qint64 stride = std::max<qint64>(1, volume.voxels() / 50'000) | 1;
    withType(volume.type, [&]<typename T>(T) {
        const T *data = reinterpret_cast<const T *>(volume.data.data());
        for (qint64 i = 0; i < volume.voxels(); i += stride) {
            const auto stored = double(data[i]);
            if (std::isfinite(stored) && volume.padding != stored)
                values.push_back(stored * volume.slope + volume.intercept);
        }
        return 0;
    });
    std::ranges::sort(values);
    return values;
}

// Dark and bright end of what the images are usually shown with.
std::array<double, 2> shownRange(const Volume &volume)
{
    for (const Window &window : volume.windows) {
        if (window.width > 1)
            return {window.center - window.width / 2, window.center + window.width / 2};
    }
    if (const std::vector<double> values = sampled(volume); values.size() > 100) {
        const double high = values[std::size_t(double(values.size() - 1) * 0.999)];
        return {values.front(), std::max(high, values.front() + 1e-6)};
    }
    return {volume.range[0], std::max(volume.range[1], volume.range[0] + 1e-6)};
}

// The value that best tells dark from bright (Otsu 1979: largest variance between the two classes), of values in order.
double thresholdOf(const std::vector<double> &values)
{
    double total = 0;
    for (const double v : values)
        total += v;
    double below = 0;
    double best = -1;
    double threshold = values.front();
    const auto count = double(values.size());
    for (std::size_t i = 0; i + 1 < values.size(); ++i) {
        below += values[i];
        const double left = double(i) + 1;
        const double gap = below / left - (total - below) / (count - left);
        if (const double variance = left * (count - left) * gap * gap; variance > best) {
            best = variance;
            threshold = (values[i] + values[i + 1]) / 2;
        }
    }
    return threshold;
}

// Values of MR have no scale of their own: air is told from tissue by the values themselves.
SceneLook magneticResonance(const Volume &volume)
{
    double low = volume.range[0];
    double high = volume.range[1];
    if (const std::vector<double> values = sampled(volume); values.size() > 100) {
        low = thresholdOf(values);
        high = values[std::size_t(double(values.size() - 1) * 0.995)];
    }
    high = std::max(high, low + 1e-6);
    const auto at = [low, high](double part) { return low + (high - low) * part; };
    SceneLook look;
    look.colors = {{at(-0.3), {0.40, 0.30, 0.26}},
                   {at(0.1), {0.66, 0.55, 0.48}},
                   {at(0.5), {0.86, 0.80, 0.74}},
                   {at(1.0), {1, 1, 0.98}}};
    look.opacities = {{at(-0.3), 0}, {at(0.0), 0.08}, {at(0.3), 0.3}, {at(1.0), 0.6}};
    look.ambient = 0.25;
    look.diffuse = 0.85;
    look.specular = 0.12;
    return look;
}

// SUV 0…7 is how PET is usually read; without SUV the brightest eighth (bladder, brain) is left to saturate.
SceneLook petProjection(const Volume &volume)
{
    if (volume.units.startsWith(QLatin1StringView("SUV")))
        return projection(0, 7, true);
    return projection(0, std::max(volume.range[1] / 8, 1e-6), true);
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
