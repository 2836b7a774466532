// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>

namespace Chartline::Ui::SettingsKeys {

// Everything this program keeps in QSettings, which is an ordinary readable file: how the window looks, never anything
// of a patient and never a file's name.
inline constexpr QLatin1StringView theme("appearance/theme"); // "system", "light", "dark"
inline constexpr QLatin1StringView highContrast("appearance/highContrast"); // bool
inline constexpr QLatin1StringView language("appearance/language"); // "de"; empty: the system's
inline constexpr QLatin1StringView autoLockMinutes("security/autoLockMinutes"); // 0: never
inline constexpr QLatin1StringView windowGeometry("window/geometry");
inline constexpr QLatin1StringView recordSide("window/recordSide"); // sizes of the safety cards and the details
inline constexpr QLatin1StringView safetyFolded("window/safetyFolded"); // bool

inline constexpr int defaultAutoLockMinutes = 10;

} // namespace Chartline::Ui::SettingsKeys
