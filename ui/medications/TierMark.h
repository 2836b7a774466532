// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/KnowledgeTerms.h"
#include "theme/Icon.h"
#include "theme/Style.h"

namespace Chartline::Ui {

// How loud an alert is, as a sign and a colour. Beside both always stands its word (AlertText::tier).
class TierMark
{
public:
    [[nodiscard]] static Icon::Name icon(Safety::Tier tier);
    [[nodiscard]] static Tone tone(Safety::Tier tier);
    [[nodiscard]] static QColor color(const Theme &theme, Safety::Tier tier);
    // Of what was not checked.
    [[nodiscard]] static Icon::Name uncheckedIcon() { return Icon::Name::EyeOff; }
};

} // namespace Chartline::Ui
