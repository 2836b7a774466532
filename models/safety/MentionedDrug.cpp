// SPDX-License-Identifier: Apache-2.0
#include "safety/MentionedDrug.h"

#include "safety/DrugConcept.h"

#include <algorithm>
#include <iterator>

namespace Chartline::Safety {

using namespace Clinical;

namespace {

// A lower number is a surer answer.
int doubt(const Resolved &drug)
{
    return drug.match == Match::None ? 100 : int(drug.match);
}

bool isSame(const Resolved &a, const Resolved &b)
{
    return a.ingredients == b.ingredients;
}

// Every reading of a concept: by each code alone, and by each of its words alone.
QList<Resolved> readings(const CodeableConcept &concept_, const Resolver &resolver)
{
    QList<Resolved> list;
    for (const DrugCode &code : drugCodes(concept_))
        list.append(resolver.resolve(std::span(&code, 1), QStringView()));
    if (!concept_.text.isEmpty())
        list.append(resolver.resolve(concept_.text));
    for (const Coding &coding : concept_.codings) {
        if (!coding.display.isEmpty())
            list.append(resolver.resolve(coding.display));
    }
    return list;
}

// The surer of two answers; of two that are sure and not the same drug, neither.
Resolved joined(const Resolved &a, const Resolved &b)
{
    const bool isFirst = doubt(a) <= doubt(b);
    Resolved best = isFirst ? a : b;
    const Resolved &other = isFirst ? b : a;
    if (a.isConfident() && b.isConfident() && !isSame(a, b)) {
        best.match = Match::Part;
        return best;
    }
    if (best.route == Route::Unknown)
        best.route = other.route;
    if (best.strengthMg <= 0 && isSame(best, other))
        best.strengthMg = other.strengthMg;
    return best;
}

Resolved resolved(const CodeableConcept &concept_, const Resolver &resolver)
{
    Resolved best = resolveDrug(concept_, resolver);
    if (!best.isConfident())
        return best;
    for (const Resolved &reading : readings(concept_, resolver))
        best = joined(best, reading);
    return best;
}

// What a list of ingredients adds. Those that are not known may be what tablets are made of.
Resolved withIngredients(Resolved drug, const QList<CodeableConcept> &ingredients, const Resolver &resolver)
{
    std::vector<IngredientIndex> all;
    int known = 0;
    Resolved only;
    for (const CodeableConcept &ingredient : ingredients) {
        const Resolved one = resolved(ingredient, resolver);
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
    return drug;
}

} // namespace

MentionedDrug mentionedDrug(const CodeableConcept &concept_, const Medication *medication, const Reference &reference,
                            const Resolver &resolver)
{
    MentionedDrug result;
    result.text = concept_.label();
    result.drug = resolved(concept_, resolver);
    if (medication) {
        if (result.text.isEmpty())
            result.text = medication->code.label();
        result.drug = joined(result.drug, resolved(medication->code, resolver));
        if (result.drug.route == Route::Unknown)
            result.drug.route = resolver.resolve(medication->form.label()).route;
        result.drug = withIngredients(result.drug, medication->ingredients, resolver);
    }
    const QString label = reference.label();
    const bool isName = !reference.display.isEmpty() || !reference.containedLabel.isEmpty();
    if (result.drug.match == Match::None && isName)
        result.drug = resolver.resolve(label);
    if (result.text.isEmpty())
        result.text = label;
    return result;
}

} // namespace Chartline::Safety
