// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/matching/AddressComparison.h"
#include "identity/matching/ContactComparison.h"
#include "identity/matching/Matcher.h"
#include "identity/matching/NameComparison.h"

namespace Chartline::Matching {

// All fields of two people compared: what Matcher decides from.
class PairComparison
{
public:
    struct Row
    {
        Level level = Level::Missing;
        Evidence evidence{};
    };

    PairComparison(const PersonIdentity &a, const PersonIdentity &b, const Vocabulary &words,
                   const Population &population, const WeightTable &table, const MatchSettings &settings);

    [[nodiscard]] const Row &row(Field field) const { return m_rows[std::size_t(field)]; }
    [[nodiscard]] Level level(Field field) const { return row(field).level; }
    // Bits for one person against strangers.
    [[nodiscard]] double weight(Field field) const;
    [[nodiscard]] Vetoes vetoes() const;
    // A shared number, and nothing that speaks against it.
    [[nodiscard]] bool isSameByRule() const;
    // The probability of each relation, as log2 without the prior.
    [[nodiscard]] Evidence total() const;

private:
    void compareNames();
    void compareRest();
    void setErrorShares();
    void set(Field field, Level level);
    [[nodiscard]] bool familyAgrees() const;
    [[nodiscard]] bool givenAgrees() const;
    [[nodiscard]] bool areTwins() const;
    [[nodiscard]] bool areJuniorAndSenior() const;
    [[nodiscard]] bool livesTogether() const;
    // So likely that it must not be overlooked, among these people.
    [[nodiscard]] bool isPlausible(Relation relation) const;

    const PersonIdentity &m_a;
    const PersonIdentity &m_b;
    const Vocabulary &m_words;
    const Population &m_population;
    const WeightTable &m_table;
    const MatchSettings &m_settings;
    std::array<Row, fieldCount> m_rows{};
    bool m_givenIsSlip = false; // the given names differ as one name misspelt does, not as two names do
    bool m_numberConflict = false;
};

} // namespace Chartline::Matching
