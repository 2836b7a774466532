// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "timeline/ImagingQueries.h"

#include <QFlags>

namespace Chartline::Ui {

// The part of the body a study shows, as coarse as is needed to find its priors.
enum class BodyRegion : quint16 {
    Head = 1 << 0,
    Neck = 1 << 1,
    Chest = 1 << 2,
    Heart = 1 << 3,
    Breast = 1 << 4,
    Abdomen = 1 << 5,
    Pelvis = 1 << 6,
    Spine = 1 << 7,
    UpperLimb = 1 << 8,
    LowerLimb = 1 << 9,
};
Q_DECLARE_FLAGS(BodyRegions, BodyRegion)
Q_DECLARE_OPERATORS_FOR_FLAGS(BodyRegions)

// From Body Part Examined (the terms of PS3.16 Annex L) and, where that says nothing, from the words of the study, its
// procedures and its series, in English, German and Latin. Empty: nothing there says it.
[[nodiscard]] BodyRegions bodyRegionsOf(const StudyInfo &study);
[[nodiscard]] BodyRegions bodyRegionsIn(const QString &words);

} // namespace Chartline::Ui
