// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Elements.h"
#include "safety/Resolver.h"
#include "safety/TermBook.h"

namespace Chartline::Safety {

// What the name of an allergy tells of: drugs, groups of drugs or materials, and what is not understood.
struct AllergySubstances
{
    std::vector<IngredientIndex> ingredients;
    std::vector<quint16> groups; // terms of the vocabulary of allergens
    QStringList unread; // pieces with a word that is not understood and may be a drug, as the source writes them
    bool isNegated = false; // "no allergy to penicillin", "tolerates amoxicillin": of a piece of it at least
    bool isHarmless = false; // pollen, animals, foods that no drug holds: of a piece of it at least
    [[nodiscard]] bool isFound() const { return !ingredients.empty() || !groups.empty(); }
    // Every word of it is a negation.
    [[nodiscard]] bool isOnlyNegation() const { return isNegated && !isFound() && unread.isEmpty(); }
};

// By every code and every name. One field often holds a list ("latex, codeine", "PCN / Cipro", one name a line): each
// piece is read on its own, and a piece that is not understood is told of even where others are. What stands in a piece
// that says that there is no allergy is left out. A name beside a code that is known is not asked for what it does not
// tell, unless it is a list.
[[nodiscard]] AllergySubstances readSubstances(const Clinical::CodeableConcept &code, const Resolver &resolver,
                                               const TermBook &book);

} // namespace Chartline::Safety
