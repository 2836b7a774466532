// SPDX-License-Identifier: Apache-2.0
#include "identity/matching/WeightTable.h"

#include <algorithm>
#include <cmath>

namespace Chartline::Matching {

namespace {

// A name nobody was seen with still has bearers.
constexpr float s_rarest = 1e-4F;
// Two names that are both in use and alike are more often two people's than a slip of the pen: how much more is said
// of relatives than the table says, at most.
constexpr float s_establishedFloor = .03F;

} // namespace

WeightTable::WeightTable()
{
    for (const LevelWeight &row : levelWeights()) {
        m_weights[index(row.field, row.level)] = row;
        m_evidence[index(row.field, row.level)] = {std::log2(row.same),
                                                   row.stranger > 0 ? std::log2(row.stranger) : 0,
                                                   std::log2(row.kin), std::log2(row.twin), std::log2(row.namesake)};
    }
}

Evidence WeightTable::byShares(Field field, Level level, float rare, float common) const
{
    const LevelWeight &row = weight(field, level);
    Evidence evidence = this->evidence(field, level);
    if (row.same <= 0 || row.stranger > 0)
        return evidence;
    if (row.outcome >= 1) {
        const bool part = level == Level::Part || level == Level::MiddleName || level == Level::SameMailHost;
        // Either of two parts may meet either of two.
        const float chance = std::max(common, s_rarest) * (part ? 3.0F : 1.0F);
        evidence[std::size_t(Relation::Stranger)] = std::log2(std::min(chance, 1.0F));
        return evidence;
    }
    const float byError = std::max(common, s_rarest) * row.same * row.outcome;
    evidence[std::size_t(Relation::Stranger)] = std::log2((rare + byError) / row.outcome);
    if (field == Field::Given && level != Level::Nickname && level != Level::Variant) {
        const float slip = byError / (rare + byError);
        const float apart = -std::log2(slip + s_establishedFloor);
        evidence[std::size_t(Relation::Kin)] += apart;
        evidence[std::size_t(Relation::Twin)] += apart;
    }
    return evidence;
}

} // namespace Chartline::Matching
