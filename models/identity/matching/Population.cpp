// SPDX-License-Identifier: Apache-2.0
#include "identity/matching/Population.h"

#include "identity/matching/HouseholdSurvey.h"

#include <algorithm>

namespace Chartline::Matching {

namespace {

// A name in no table, before anyone was counted.
constexpr float s_unlisted = 1e-5F;
// What the world's figures count as, in people.
constexpr float s_worldNames = 1000;
constexpr float s_worldPlaces = 100;
constexpr float s_oneBearer = 2;
constexpr float s_oneUser = 12;

using Counts = std::vector<float>;

// Leaves a share of each text that was counted, and the world's of the others.
template<typename World>
void toShares(Counts &counts, float people, float world, float free, World worldShare)
{
    for (TextId id = 0; id < counts.size(); ++id) {
        const float others = std::max(counts[id] - free, 0.0F);
        counts[id] = (others + world * worldShare(id)) / std::max(people + world, 1.0F);
    }
}

} // namespace

Population::Population(std::size_t size)
    : m_size(double(std::max(size, smallestSize)))
{ }

Population Population::of(std::span<const PersonIdentity> people, const Vocabulary &words)
{
    Population population(people.size());
    const std::size_t bound = words.upperBound();
    for (Counts *counts : {&population.m_given, &population.m_family, &population.m_city, &population.m_postcode,
                           &population.m_street, &population.m_state, &population.m_mailHost, &population.m_contact})
        counts->resize(bound);
    for (const PersonIdentity &person : people) {
        const auto count = [](Counts &counts, TextId id) { counts[id] += id != 0 ? 1.0F : 0.0F; };
        count(population.m_given, person.given[0]);
        if (person.givenJoined != person.given[0])
            count(population.m_given, person.givenJoined);
        for (const TextId part : person.family)
            count(population.m_family, part);
        if (person.familyJoined != person.family[0])
            count(population.m_family, person.familyJoined);
        count(population.m_city, person.city);
        count(population.m_postcode, person.postcode);
        count(population.m_street, person.street);
        count(population.m_state, person.state);
        count(population.m_mailHost, person.mailHosts[0]);
        count(population.m_contact, person.door);
        for (const TextId phone : person.phones)
            count(population.m_contact, phone);
        for (const TextId name : person.mailNames)
            count(population.m_contact, name);
    }
    const auto total = float(people.size());
    const auto listed = [](float share) { return share > 0 ? share : s_unlisted; };
    toShares(population.m_given, total, s_worldNames, s_oneBearer,
             [&](TextId id) { return listed(words.word(id).facts.asGiven); });
    toShares(population.m_family, total, s_worldNames, s_oneBearer,
             [&](TextId id) { return listed(words.word(id).facts.asFamily); });
    const auto constant = [](float share) { return [share](TextId) { return share; }; };
    toShares(population.m_city, total, s_worldPlaces, 0, constant(s_city));
    toShares(population.m_postcode, total, s_worldNames, s_oneBearer, constant(s_postcode));
    toShares(population.m_street, total, s_worldNames, s_oneBearer, constant(s_street));
    toShares(population.m_state, total, s_worldPlaces, 0, constant(s_state));
    toShares(population.m_mailHost, total, s_worldPlaces, s_oneBearer, constant(s_mailHost));
    toShares(population.m_contact, total, 0, s_oneUser, constant(0));
    population.m_rates = HouseholdSurvey::of(people, words, population).rates();
    return population;
}

float Population::givenShare(TextId name, const Vocabulary &words) const
{
    if (name < m_given.size())
        return m_given[name];
    const float share = words.word(name).facts.asGiven;
    return share > 0 ? share : s_unlisted;
}

float Population::familyShare(TextId name, const Vocabulary &words) const
{
    if (name < m_family.size())
        return m_family[name];
    const float share = words.word(name).facts.asFamily;
    return share > 0 ? share : s_unlisted;
}

} // namespace Chartline::Matching
