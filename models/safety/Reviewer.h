// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/PairEngine.h"
#include "safety/SafetyAlert.h"
#include "safety/TermBook.h"

#include <QSet>

namespace Chartline::Safety {

// All medication-safety alerts of a person at a date: courses from mentions, drugs with each other, with allergies,
// conditions, laboratory values, age, pregnancy and gene variants, moved by the person's context. Pure; safe from
// several threads.
class Reviewer
{
public:
    explicit Reviewer(const std::shared_ptr<const KnowledgeBase> &base);

    // `patient`: completed (completeLabs). Terms and ingredients in both are of this reviewer's knowledge base.
    // `today`: by which the knowledge may have run out; `at` where it is invalid.
    [[nodiscard]] SafetyReview review(const QList<DrugMention> &mentions, const PatientContext &patient, QDate at,
                                      QDate today = {}) const;

    // Whether two ingredients are made up together in a product that the knowledge has.
    [[nodiscard]] bool arePartsOfProduct(IngredientIndex first, IngredientIndex second) const;

    [[nodiscard]] const PairEngine &engine() const { return m_engine; }
    [[nodiscard]] const TermBook &book() const { return m_book; }
    [[nodiscard]] const KnowledgeBase &base() const { return *m_base; }

private:
    std::shared_ptr<const KnowledgeBase> m_base;
    PairEngine m_engine;
    TermBook m_book;
    QSet<quint32> m_productPairs;
};

// Gives each alert the acknowledgement that a person left for it, and says where it no longer holds: it comes back
// louder, with another dose (by more than 1 %), another KDIGO category of kidney function, a level changed by 20 % or
// more, or a drug begun again. Of several the latest counts. Keeps the order: acknowledged ones last within their tier.
void applyOverrides(const QList<SafetyOverride> &overrides, SafetyReview &review);

} // namespace Chartline::Safety
