// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace Chartline::Matching {

// Jaro's similarity with Winkler's bonus of 0.1 for each of up to four equal first letters; 0 (nothing in common) to 1
// (equal). Symmetric. Only the first 64 bytes of each are compared.
// Source: Jaro 1989, JASA 84:414-420; Winkler 1990, "String Comparator Metrics and Enhanced Decision Rules in the
// Fellegi-Sunter Model of Record Linkage".
[[nodiscard]] double jaroWinkler(std::string_view a, std::string_view b);

// How many insertions, deletions, substitutions and swaps of neighbours make one of the other; `most` + 1 where more
// than `most` (at most 3) are needed. Source: Damerau 1964, CACM 7:171-176 (optimal string alignment).
[[nodiscard]] int editDistance(std::string_view a, std::string_view b, int most);

// True where at most one edit makes one of the other. The common question, without a table.
[[nodiscard]] bool isOneEditApart(std::string_view a, std::string_view b);

} // namespace Chartline::Matching
