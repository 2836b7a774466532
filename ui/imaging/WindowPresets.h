// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/ImageDescription.h"

#include <QCoreApplication>

namespace Chartline::Ui {

struct WindowPreset;

// First: lupdate takes the names of what follows an enumeration within a structure for names outside of a namespace.
class WindowPresets
{
    Q_DECLARE_TR_FUNCTIONS(Chartline::Ui::WindowPresets)

public:
    // At most nine, the first always the image's own. `units`: of the modality values ("HU", "SUVbw").
    //
    // CT: the widths and centres radiology commonly uses (for example Radiopaedia, "Windowing (CT)": lung 1500/−600,
    // mediastinum 350/50, abdomen 400/50, liver 150/30, brain 80/40, stroke 40/40, spine 250/50, bone 1800/400).
    // PET: SUV from 0 to 5, 7, 10, 15 and 20.
    [[nodiscard]] static QList<WindowPreset> of(const QString &modality, const QString &units);
};

// A named window for the number keys 1 to 9.
struct WindowPreset
{
    enum class Kind : quint8 { FromImage, FullRange, Fixed };
    QString name;
    Kind kind = Kind::Fixed;
    Imaging::Window window;
};

} // namespace Chartline::Ui
