// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/KnowledgeBase.h"
#include "safety/PackFile.h"
#include "safety/RxNormRelease.h"

#include <atomic>
#include <map>

namespace Chartline::Safety {

// What of a release is in the pack, and what is not and why.
struct RxNormReport
{
    int concepts = 0; // ingredients, brands and drugs of the release
    int codes = 0; // RxNorm codes in the pack; what the base has already is not repeated
    int retired = 0; // of these: codes that were merged into another one
    int ndcs = 0;
    int brands = 0;
    int ingredientsByName = 0; // ingredients whose code the base does not have, but their name

    int notMapped = 0; // drugs and brands with an ingredient that the base does not have
    int incomplete = 0; // drugs and brands whose ingredients the release does not say, or not of one mind
    int ambiguousNdcs = 0; // of drugs with different ingredients
    int otherInBase = 0; // codes and brands of which the base says something else; the base stands
    int brandsLeftOut = 0; // names that are not names alone ("Sleep Aid")
    // Ingredients that the base does not have, with how many drugs have them; the most frequent first.
    QList<std::pair<QString, int>> unknown;
};

// Makes a pack of names and codes of a release: each drug with exactly the ingredients that RxNorm says, where the base
// has all of them. Nothing is guessed: a drug of which one ingredient is not known is left out and counted.
class RxNormPack
{
public:
    static constexpr const char *packName = "RxNorm";

    // Only ingredients of the base itself are used, not those of packs that may go.
    RxNormPack(const RxNormRelease &release, const KnowledgeBase &base);

    // `today`: where the release does not say its date. Nothing: cancelled.
    [[nodiscard]] std::optional<PackContents> make(QDate today, const std::atomic_bool &cancelled);
    [[nodiscard]] const RxNormReport &report() const { return m_report; }

private:
    using Code = RxNormRelease::Code;
    using Targets = std::vector<IngredientIndex>; // ascending
    struct Codes
    {
        QList<QByteArray> rxnorm;
        QList<QByteArray> ndc;
    };
    void mapIngredients();
    // Empty: it is left out, which is counted.
    [[nodiscard]] Targets targetsOf(Code code);
    void addCodes(const std::atomic_bool &cancelled);
    void addNdcs(const std::atomic_bool &cancelled);
    void addBrands();
    void addCode(CodeSystem system, const QByteArray &code, const Targets &targets, int &count);
    [[nodiscard]] QString list(const Targets &targets) const;
    [[nodiscard]] QByteArray codesText() const;

    const RxNormRelease &m_release;
    const KnowledgeBase &m_base;
    RxNormReport m_report;
    QHash<Code, IngredientIndex> m_ingredients;
    QHash<Code, int> m_missing; // ingredients, and how many drugs have them
    QHash<Code, Targets> m_targets; // of everything asked for
    std::map<Targets, Codes> m_codes;
    QByteArray m_brands;
};

} // namespace Chartline::Safety
