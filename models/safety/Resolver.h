// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/KnowledgeBase.h"

#include <QStringList>

namespace Chartline::Safety {

// How a drug gets into the body, as far as its name tells.
enum class Route : quint8 {
    Unknown,
    Oral,
    Parenteral,
    Transdermal,
    Topical,
    Ophthalmic,
    Otic,
    Nasal,
    Inhaled,
    Rectal,
    Vaginal,
    Buccal,
    IntraArticular,
    Dental
};

// How a name was found; each later one is less certain.
enum class Match : quint8 {
    None, // not found
    Code, // a code of the ingredient or the combination
    Name, // the ingredient's name, or a synonym of it
    Brand,
    Spelling, // alike but for its spelling (ciclosporin, cyclosporine)
    Part // a name was found, and beside it words that are not understood
};

// A drug as a source named it, and what is in it.
struct Resolved
{
    Match match = Match::None;
    std::vector<IngredientIndex> ingredients; // without repetition, ascending
    Route route = Route::Unknown;
    // Of the only ingredient: how much of it is in one piece or dose, mg; 0: not told.
    double strengthMg = 0;
    // Of several: how much of each is in one piece, in their order; empty: not told of all.
    std::vector<double> partsMg;
    QStringList unread; // words that are not understood
    // What was found may be acted on; where not, the drug is "not checked" until a person has looked.
    [[nodiscard]] bool isConfident() const { return match != Match::None && match != Match::Part; }
};

// A code a source gave with a drug.
struct DrugCode
{
    CodeSystem system = CodeSystem::RxNorm;
    QByteArray code; // an NDC in any of its forms (Ndc.h)
};

// Turns names and codes of drugs into ingredients. Pure; safe from several threads.
class Resolver
{
public:
    explicit Resolver(std::shared_ptr<const KnowledgeBase> base);

    // "Crestor Tablet 10mg", "Amlodipine 5 MG / benazepril 10 MG Oral Capsule [Lotrel]", "vitamin D3", "HCTZ".
    [[nodiscard]] Resolved resolve(QStringView text) const;
    // By code first; where none is known, by the words. A code and words that speak of different drugs are Part.
    [[nodiscard]] Resolved resolve(std::span<const DrugCode> codes, QStringView text) const;
    [[nodiscard]] const KnowledgeBase &base() const { return *m_base; }

private:
    std::shared_ptr<const KnowledgeBase> m_base;
};

} // namespace Chartline::Safety
