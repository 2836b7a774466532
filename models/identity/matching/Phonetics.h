// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>
#include <string>
#include <string_view>

namespace Chartline::Matching {

// How an English speaker says a folded name, as letters. Two names with the same code sound alike.
// Source: Taft 1970, "Name Search Techniques" (the New York State Identification and Intelligence System, NYSIIS).
[[nodiscard]] std::string nysiis(std::string_view name);

// Four characters, first letter and three digits, packed into one number; 0 for a name without Latin letters. Coarser
// than nysiis(), and steadier against misspelling: for finding candidates, not for judging them. The first letter is
// the first one that sounds: silent ones (Knight, Wright, Pfeiffer) are dropped and c, k, q and j, g, y and f, ph, v are
// one. Source: Russell 1918, US patent 1261167 (Soundex), as the National Archives use it.
[[nodiscard]] quint32 soundex(std::string_view name);

} // namespace Chartline::Matching
