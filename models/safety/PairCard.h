// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/PairEngine.h"

namespace Chartline::Safety {

// A finding in words, as the knowledge base has them (English).
struct PairCard
{
    QString id; // the same for the same finding: "interaction:bleeding:11289+1191"
    Tier tier = Tier::None;
    QString effect; // id of the effect
    QStringList drugs; // the one that acts first, as the words have it
    QString happens;
    QString manage;
    QString why;
    QString evidence; // "established", "probable", "theoretical"; empty: not said
    QString source; // reference and section
    QString finder; // "pair", "class", "additive", "mechanism"
    QString pack; // whose knowledge it rests on: the name of the base, or of a pack
};

[[nodiscard]] PairCard cardOf(const KnowledgeBase &base, const PairFinding &finding, IngredientIndex first,
                              IngredientIndex second);

[[nodiscard]] QString tierName(Tier tier); // as the command line prints it

} // namespace Chartline::Safety
