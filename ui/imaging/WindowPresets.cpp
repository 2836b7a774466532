// SPDX-License-Identifier: Apache-2.0
#include "imaging/WindowPresets.h"

namespace Chartline::Ui {

namespace {

WindowPreset fixed(const QString &name, double width, double center)
{
    Imaging::Window window;
    window.center = center;
    window.width = width;
    return {name, WindowPreset::Kind::Fixed, window};
}

} // namespace

QList<WindowPreset> WindowPresets::of(const QString &modality, const QString &units)
{
    QList<WindowPreset> presets{{tr("As sent"), WindowPreset::Kind::FromImage, {}}};
    if (units == QLatin1StringView("HU") || modality == QLatin1StringView("CT")) {
        presets += {fixed(tr("Lung"), 1500, -600), fixed(tr("Mediastinum"), 350, 50), fixed(tr("Abdomen"), 400, 50),
                    fixed(tr("Liver"), 150, 30),   fixed(tr("Brain"), 80, 40),        fixed(tr("Stroke"), 40, 40),
                    fixed(tr("Spine"), 250, 50),   fixed(tr("Bone"), 1800, 400)};
        return presets;
    }
    presets.append({tr("Full range"), WindowPreset::Kind::FullRange, {}});
    if (units.startsWith(QLatin1StringView("SUV"))) {
        for (const int top : {5, 7, 10, 15, 20})
            presets.append(fixed(tr("SUV 0–%1").arg(top), top, top / 2.0));
    }
    return presets;
}

} // namespace Chartline::Ui
