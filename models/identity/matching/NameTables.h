// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>
#include <array>
#include <string_view>

namespace Chartline::Matching {

// What is known of a name before any population is at hand.
struct NameFacts
{
    // The share of people who bear it, 0 to 1; 0 where it is not in the table.
    float asGiven = 0;
    float asFamily = 0;
    // The groups of names that stand for each other (William, Bill, Billy); 0 for none.
    std::array<quint16, 4> nicknameGroups{};
};

// The commonest names of the United States, the United Kingdom, Germany, the Spanish-speaking countries, China and
// Vietnam, with their share rounded to what a mixed clinic may see: the largest of the published shares in the United
// States, the United Kingdom and Germany; for Chinese and Vietnamese surnames, that of the United States census, where
// they are far rarer than at home. Family names: US Census Bureau, "Frequently Occurring Surnames from the 2010 Census";
// Office for National Statistics and Gesellschaft für deutsche Sprache for those not in it. Given names: US Census
// Bureau 1990 name files and Social Security Administration, births of 1940 to 2010.
// Nicknames: what is generally understood as a short or foreign form of a name; written for this project.
[[nodiscard]] NameFacts nameFacts(std::string_view folded);

// A word that says that no name is known ("unknown", "anonymous", "test"), in any of some tongues.
[[nodiscard]] bool isPlaceholderName(std::string_view folded);
// A word given to a child before it has a name ("baby", "boy", "infant", "newborn", "bb", "bg").
[[nodiscard]] bool isNewbornWord(std::string_view folded);
// Forms of address, which are no names ("dr", "mrs", "frau").
[[nodiscard]] bool isTitle(std::string_view folded);
// Words before a family name that are often left out ("de", "van", "von", "al", "bin").
[[nodiscard]] bool isParticle(std::string_view folded);

enum class Suffix : quint8 { None, Senior, Junior, Second, Third, Fourth, Fifth };
// Suffix::None for anything else.
[[nodiscard]] Suffix suffixOf(std::string_view folded);

} // namespace Chartline::Matching
