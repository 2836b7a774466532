// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <string>

namespace Chartline::Matching {

// Text in Latin letters, for comparing, never for showing. Letters that Unicode does not decompose (ß, ø, æ, ł, đ, þ)
// are spelled out; Cyrillic, Greek, Arabic, Persian and Hebrew letters are replaced by the commonest Latin spelling of
// each (after BGN/PCGN, ISO 843 and ISO 233, without their accents). Other scripts stay as they are.
[[nodiscard]] QString romanised(const QString &text);

// Lower case, without diacritics and punctuation, one space between words, UTF-8: "O'Brien-Müller" is "obrien muller".
// Apostrophes join what they stand between.
[[nodiscard]] std::string folded(const QString &text);

// A folded word with the spellings of one sound brought together, so that Müller, Mueller and Muller, Yusuf and Yousef,
// Aleksandr and Alexander, Sørensen and Soerensen come out the same. Coarser than folded(), finer than phonetics.
[[nodiscard]] std::string spellingKey(std::string_view folded);

} // namespace Chartline::Matching
