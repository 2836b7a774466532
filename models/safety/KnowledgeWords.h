// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/KnowledgeTerms.h"

#include <QString>
#include <algorithm>
#include <array>
#include <optional>

namespace Chartline::Safety::KnowledgeWords {

// What levels and kinds are called in knowledge files: the index of a word is the value of its enumeration in
// KnowledgeTerms.h.
inline constexpr std::array sensitivities{"none", "minor", "moderate", "sensitive"};
inline constexpr std::array activations{"none", "minor", "major"};
inline constexpr std::array strengths{"none", "weak", "moderate", "strong"};
inline constexpr std::array levels{"0", "1", "2", "3"};
inline constexpr std::array advice{"none", "reduce", "caution", "avoid", "contraindicated"};
inline constexpr std::array kinds{"drug",      "biologic", "vaccine", "herbal",  "food",
                                  "substance", "vitamin",  "mineral", "contrast"};
inline constexpr std::array indices{"usual", "narrow", "wide"};
inline constexpr std::array tiers{"none", "hidden", "passive", "prominent", "interruptive"};
inline constexpr std::array evidence{"theoretical", "probable", "established"};

// The index of a word; nothing: it is none of them.
template<std::size_t N>
[[nodiscard]] std::optional<quint8> oneOf(const std::array<const char *, N> &words, QStringView word)
{
    const auto found = std::ranges::find_if(words, [&](const char *known) { return word == QLatin1StringView(known); });
    return found == words.end() ? std::nullopt : std::optional(quint8(found - words.begin()));
}

} // namespace Chartline::Safety::KnowledgeWords
