// SPDX-License-Identifier: Apache-2.0
#include "identity/matching/Clusters.h"

#include <algorithm>
#include <numeric>

namespace Chartline::Matching {

namespace {

class Agglomeration
{
public:
    Agglomeration(std::span<const PersonIdentity> people, const Matcher &matcher, const ClusterSettings &settings)
        : m_people(people)
        , m_matcher(matcher)
        , m_settings(settings)
        , m_group(people.size())
        , m_next(people.size())
        , m_size(people.size(), 1)
    {
        std::iota(m_group.begin(), m_group.end(), 0U);
        std::iota(m_next.begin(), m_next.end(), 0U);
    }

    void join(const Link &link)
    {
        const quint32 a = groupOf(link.a);
        const quint32 b = groupOf(link.b);
        if (a == b || (m_size[a] + m_size[b] > 2 && !mayJoin(a, b)))
            return;
        const auto [small, large] = m_size[a] < m_size[b] ? std::pair(a, b) : std::pair(b, a);
        m_group[small] = large;
        m_size[large] += m_size[small];
        // Members of a group form a ring.
        std::swap(m_next[small], m_next[large]);
    }

    [[nodiscard]] quint32 groupOf(quint32 person)
    {
        while (m_group[person] != person) {
            m_group[person] = m_group[m_group[person]];
            person = m_group[person];
        }
        return person;
    }

private:
    template<typename Each>
    bool allOf(quint32 group, Each each) const
    {
        quint32 member = group;
        do {
            if (!each(member))
                return false;
            member = m_next[member];
        } while (member != group);
        return true;
    }

    [[nodiscard]] bool mayJoin(quint32 a, quint32 b) const
    {
        // One overwhelming agreement must not pay for a contradiction.
        constexpr double most = 40;
        double sum = 0;
        const bool agree = allOf(a, [&](quint32 first) {
            return allOf(b, [&](quint32 second) {
                const MatchScore score = m_matcher.score(m_people[first], m_people[second]);
                sum += std::min(score.weight, most);
                return score.tier == Tier::Rule || (!score.vetoes && score.weight >= m_settings.leastWeight);
            });
        });
        return agree && sum >= m_settings.leastMean * double(m_size[a]) * double(m_size[b]);
    }

    std::span<const PersonIdentity> m_people;
    const Matcher &m_matcher;
    const ClusterSettings &m_settings;
    std::vector<quint32> m_group;
    std::vector<quint32> m_next;
    std::vector<quint32> m_size;
};

// Links of one person, best first.
struct Neighbours
{
    std::vector<quint32> begin;
    std::vector<quint32> links; // places in the list of links

    Neighbours(std::size_t people, std::span<const Link> all)
        : begin(people + 1)
    {
        for (const Link &link : all) {
            ++begin[link.a + 1];
            ++begin[link.b + 1];
        }
        std::partial_sum(begin.begin(), begin.end(), begin.begin());
        links.resize(all.size() * 2);
        std::vector<quint32> place(begin.begin(), begin.end() - 1);
        for (quint32 i = 0; i < all.size(); ++i) {
            links[place[all[i].a]++] = i;
            links[place[all[i].b]++] = i;
        }
    }
    [[nodiscard]] std::span<const quint32> of(quint32 person) const
    {
        return {links.data() + begin[person], links.data() + begin[person + 1]};
    }
};

// Marks the links of people who agree nearly as well with someone who is not the same as the best of them.
std::vector<bool> ambiguousLinks(std::span<const PersonIdentity> people, std::span<const Link> links,
                                 const Matcher &matcher, const ClusterSettings &settings)
{
    const Neighbours neighbours(people.size(), links);
    std::vector<bool> ambiguous(links.size());
    for (quint32 person = 0; person < people.size(); ++person) {
        const auto mine = neighbours.of(person);
        if (mine.size() < 2)
            continue;
        const auto other = [&](quint32 link) { return links[link].a == person ? links[link].b : links[link].a; };
        for (std::size_t i = 0; i < mine.size(); ++i) {
            for (std::size_t j = i + 1; j < mine.size(); ++j) {
                const MatchScore score = matcher.score(people[other(mine[i])], people[other(mine[j])]);
                if (score.tier == Tier::Rule || (!score.vetoes && score.weight >= settings.leastWeight))
                    continue;
                const double ahead = double(links[mine[i]].odds) - double(links[mine[j]].odds);
                // The one behind is wrong in any case; the one ahead only if it is not far ahead.
                if (ahead < settings.ambiguous)
                    ambiguous[mine[i]] = true;
                if (-ahead < settings.ambiguous)
                    ambiguous[mine[j]] = true;
            }
        }
    }
    return ambiguous;
}

} // namespace

std::vector<quint32> clustersOf(std::span<const PersonIdentity> people, std::span<const Link> links,
                                const Matcher &matcher, const ClusterSettings &settings)
{
    std::vector<Link> joining;
    std::ranges::copy_if(links, std::back_inserter(joining), [](const Link &l) { return l.verdict == Verdict::Same; });
    const std::vector<bool> ambiguous = ambiguousLinks(people, joining, matcher, settings);
    std::vector<quint32> order;
    for (quint32 i = 0; i < joining.size(); ++i) {
        if (!ambiguous[i])
            order.push_back(i);
    }
    std::ranges::sort(order, [&joining](quint32 a, quint32 b) {
        const auto key = [](const Link &link) {
            return std::tuple(link.tier, -link.odds, link.a, link.b);
        };
        return key(joining[a]) < key(joining[b]);
    });
    Agglomeration groups(people, matcher, settings);
    for (const quint32 link : order)
        groups.join(joining[link]);
    std::vector<quint32> clusters(people.size());
    std::vector<quint32> numbers(people.size(), quint32(people.size()));
    quint32 count = 0;
    for (quint32 person = 0; person < people.size(); ++person) {
        quint32 &number = numbers[groups.groupOf(person)];
        if (number == people.size())
            number = count++;
        clusters[person] = number;
    }
    return clusters;
}

} // namespace Chartline::Matching
