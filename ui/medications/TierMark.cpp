// SPDX-License-Identifier: Apache-2.0
#include "medications/TierMark.h"

namespace Chartline::Ui {

using Safety::Tier;

Icon::Name TierMark::icon(Tier tier)
{
    switch (tier) {
    case Tier::Interruptive: return Icon::Name::Error;
    case Tier::Prominent: return Icon::Name::Warning;
    case Tier::Passive: return Icon::Name::Info;
    case Tier::Hidden:
    case Tier::None: break;
    }
    return Icon::Name::More;
}

Tone TierMark::tone(Tier tier)
{
    switch (tier) {
    case Tier::Interruptive: return Tone::Danger;
    case Tier::Prominent: return Tone::Warning;
    case Tier::Passive: return Tone::Info;
    case Tier::Hidden:
    case Tier::None: break;
    }
    return Tone::Muted;
}

QColor TierMark::color(const Theme &theme, Tier tier)
{
    const ThemeColors &colors = theme.colors();
    switch (tier) {
    case Tier::Interruptive: return colors.danger;
    case Tier::Prominent: return colors.warning;
    case Tier::Passive: return colors.info;
    case Tier::Hidden:
    case Tier::None: break;
    }
    return colors.textMuted;
}

} // namespace Chartline::Ui
