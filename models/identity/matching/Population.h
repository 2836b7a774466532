// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/matching/PersonIdentity.h"
#include "identity/matching/Weights.h"

#include <span>

namespace Chartline::Matching {

// How common values are among the people two records come from, how many people there are, and how often relatives of
// one name or birth are among them. Made once; comparing only reads it, so that a pair's score depends on nothing else.
//
// Shares are smoothed: what is known of the world (nameFacts()) counts as much as 1000 people, so that it leads in small
// populations and the people at hand lead in large ones. Up to two bearers of a name, and up to twelve users of a
// telephone, mail or door, are taken for one person's records.
class Population
{
public:
    // Nothing known but the world; `size` people (at least smallestSize).
    explicit Population(std::size_t size = smallestSize);
    // Counts these people. Household rates are estimated where there are enough of them.
    [[nodiscard]] static Population of(std::span<const PersonIdentity> people, const Vocabulary &words);

    // The prior that two records are one person's is 1 / size(): in a smaller population a chance agreement is rarer.
    static constexpr std::size_t smallestSize = 1000;
    [[nodiscard]] double size() const { return m_size; }
    [[nodiscard]] const HouseholdRates &rates() const { return m_rates; }

    // Shares of people, 0 to 1.
    [[nodiscard]] float givenShare(TextId name, const Vocabulary &words) const;
    [[nodiscard]] float familyShare(TextId name, const Vocabulary &words) const;
    [[nodiscard]] float cityShare(TextId city) const { return at(m_city, city, s_city); }
    [[nodiscard]] float postcodeShare(TextId postcode) const { return at(m_postcode, postcode, s_postcode); }
    [[nodiscard]] float streetShare(TextId street) const { return at(m_street, street, s_street); }
    [[nodiscard]] float stateShare(TextId state) const { return at(m_state, state, s_state); }
    [[nodiscard]] float mailHostShare(TextId host) const { return at(m_mailHost, host, s_mailHost); }
    // Beyond one person's records: 0 for what few share.
    [[nodiscard]] float contactShare(TextId contact) const { return at(m_contact, contact, 0); }

private:
    static constexpr float s_city = .02F;
    static constexpr float s_postcode = .001F;
    static constexpr float s_street = .001F;
    static constexpr float s_state = .15F;
    static constexpr float s_mailHost = .01F;

    [[nodiscard]] static float at(const std::vector<float> &shares, TextId id, float otherwise)
    {
        return id < shares.size() ? shares[id] : otherwise;
    }

    double m_size;
    HouseholdRates m_rates;
    // By TextId; empty where nothing was counted.
    std::vector<float> m_given;
    std::vector<float> m_family;
    std::vector<float> m_city;
    std::vector<float> m_postcode;
    std::vector<float> m_street;
    std::vector<float> m_state;
    std::vector<float> m_mailHost;
    std::vector<float> m_contact; // telephones, mail names and doors
};

} // namespace Chartline::Matching
