// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/matching/Weights.h"

namespace Chartline::Matching {

// levelWeights() by field and level, as logarithms.
class WeightTable
{
public:
    WeightTable();

    [[nodiscard]] const LevelWeight &weight(Field field, Level level) const
    {
        return m_weights[index(field, level)];
    }
    // Zeros for Missing, and for a level the field does not have.
    [[nodiscard]] const Evidence &evidence(Field field, Level level) const { return m_evidence[index(field, level)]; }

    // As above, with the share of strangers from how common the values are: `rare` and `common` are the shares of the
    // two values (equal where the values are). What is made by an error (misspelt, nickname…) weighs by how many bear
    // the rarer form by themselves, and how many bear the commoner one, of whom some would have it by the same error.
    [[nodiscard]] Evidence byShares(Field field, Level level, float rare, float common) const;

private:
    [[nodiscard]] static std::size_t index(Field field, Level level)
    {
        return std::size_t(field) * levelCount + std::size_t(level);
    }
    std::array<LevelWeight, fieldCount * levelCount> m_weights{};
    std::array<Evidence, fieldCount * levelCount> m_evidence{};
};

} // namespace Chartline::Matching
