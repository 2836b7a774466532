// SPDX-License-Identifier: Apache-2.0
#include "safety/MentionedDrug.h"

#include "safety/DrugConcept.h"

#include <algorithm>
#include <iterator>

namespace Chartline::Safety {

using namespace Clinical;

namespace {

// What a list of ingredients adds. Those that are not known may be what tablets are made of.
Resolved withIngredients(Resolved drug, const QList<CodeableConcept> &ingredients, const Resolver &resolver)
{
    std::vector<IngredientIndex> all;
    int known = 0;
    Resolved only;
    for (const CodeableConcept &ingredient : ingredients) {
        const Resolved one = resolveDrug(ingredient, resolver);
        if (!one.isConfident())
            continue;
        ++known;
        only = one;
        std::vector<IngredientIndex> joined;
        std::ranges::set_union(all, one.ingredients, std::back_inserter(joined));
        all = joined;
    }
    if (known == 0 || std::ranges::includes(drug.ingredients, all))
        return drug;
    const bool isSure = drug.match == Match::None && known == ingredients.size();
    std::vector<IngredientIndex> joined;
    std::ranges::set_union(all, drug.ingredients, std::back_inserter(joined));
    drug.ingredients = joined;
    drug.match = isSure ? only.match : Match::Part;
    if (drug.route == Route::Unknown)
        drug.route = only.route;
    drug.strengthMg = isSure && joined.size() == 1 ? only.strengthMg : 0;
    drug.partsMg.clear(); // they were of the ingredients in another order
    return drug;
}

} // namespace

MentionedDrug mentionedDrug(const CodeableConcept &concept_, const Medication *medication, const Reference &reference,
                            const Resolver &resolver)
{
    MentionedDrug result;
    result.text = concept_.label();
    QList<Resolved> readings = drugReadings(concept_, resolver);
    if (medication) {
        if (result.text.isEmpty())
            result.text = medication->code.label();
        readings += drugReadings(medication->code, resolver);
    }
    // An address is no name.
    const QString label = reference.label();
    const bool isName = !reference.display.isEmpty() || !reference.containedLabel.isEmpty();
    if (isName)
        readings.append(resolver.resolve(label));
    result.drug = joinedReadings(readings);
    if (medication) {
        if (result.drug.route == Route::Unknown)
            result.drug.route = resolver.resolve(medication->form.label()).route;
        result.drug = withIngredients(result.drug, medication->ingredients, resolver);
    }
    if (result.text.isEmpty())
        result.text = label;
    return result;
}

} // namespace Chartline::Safety
