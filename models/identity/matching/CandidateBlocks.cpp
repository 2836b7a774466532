// SPDX-License-Identifier: Apache-2.0
#include "identity/matching/CandidateBlocks.h"

#include "identity/matching/Parallel.h"

#include <algorithm>

namespace Chartline::Matching {

namespace {

struct Entry
{
    quint64 key;
    quint32 person;
    quint32 slot;
};

// First and second number, first and second telephone go together.
constexpr std::array<std::array<BlockingKey, 2>, 15> s_passes{{
    {BlockingKey::Number, BlockingKey::SecondNumber},
    {BlockingKey::Mail, BlockingKey::Mail},
    {BlockingKey::Phone, BlockingKey::SecondPhone},
    {BlockingKey::Birth, BlockingKey::Birth},
    {BlockingKey::FamilyAndYear, BlockingKey::FamilyAndYear},
    {BlockingKey::BothNames, BlockingKey::BothNames},
    {BlockingKey::GivenAndMonth, BlockingKey::GivenAndMonth},
    {BlockingKey::FamilyAndDay, BlockingKey::FamilyAndDay},
    {BlockingKey::GivenAndDay, BlockingKey::GivenAndDay},
    {BlockingKey::Door, BlockingKey::Door},
    {BlockingKey::HouseAndPostcode, BlockingKey::HouseAndPostcode},
    {BlockingKey::StreetAndPostcode, BlockingKey::StreetAndPostcode},
    {BlockingKey::StreetAndHouse, BlockingKey::StreetAndHouse},
    {BlockingKey::FamilyAndPlace, BlockingKey::FamilyAndPlace},
    {BlockingKey::GivenAndPlace, BlockingKey::GivenAndPlace},
}};

// Makes the blocks of one pass.
class PassMaker
{
public:
    PassMaker(std::span<const PersonIdentity> people, const Vocabulary &words, std::vector<BlockingKeys> &keys,
              CandidateBlocks::Pass &pass, CandidateBlocks::Refined &report)
        : m_people(people)
        , m_words(words)
        , m_keys(keys)
        , m_pass(pass)
        , m_report(report)
    { }

    void make(BlockingKey first, BlockingKey second)
    {
        m_pass.first = first;
        m_report.key = first;
        for (quint32 person = 0; person < m_people.size(); ++person) {
            for (std::size_t slot = std::size_t(first); slot <= std::size_t(second); ++slot) {
                if (m_keys[person][slot] != 0)
                    m_entries.push_back({m_keys[person][slot], person, quint32(slot)});
            }
        }
        split(0, m_entries.size(), 0);
        m_pass.members.shrink_to_fit();
    }

private:
    static bool before(const Entry &a, const Entry &b)
    {
        return a.key != b.key ? a.key < b.key : a.person < b.person;
    }

    // Splits a range whose keys are set into blocks.
    void split(std::size_t from, std::size_t to, std::size_t step)
    {
        std::sort(m_entries.begin() + std::ptrdiff_t(from), m_entries.begin() + std::ptrdiff_t(to), before);
        for (std::size_t begin = from; begin < to;) {
            std::size_t end = begin + 1;
            while (end < to && m_entries[end].key == m_entries[begin].key)
                ++end;
            take(begin, end, step);
            begin = end;
        }
    }

    void take(std::size_t begin, std::size_t end, std::size_t step)
    {
        if (end - begin <= CandidateBlocks::largest) {
            keep(begin, end, false);
            return;
        }
        if (step == 0) {
            ++m_report.blocks;
            m_report.largestBlock = std::max<quint64>(m_report.largestBlock, end - begin);
        }
        if (step < refinementCount) {
            for (std::size_t i = begin; i < end; ++i) {
                Entry &entry = m_entries[i];
                entry.key = mixed(entry.key, refinementOf(m_people[entry.person], m_words, step));
                m_keys[entry.person][entry.slot] = entry.key;
            }
            split(begin, end, step + 1);
            return;
        }
        ++m_report.windowed;
        // In an order that does not depend on that of the input.
        std::sort(m_entries.begin() + std::ptrdiff_t(begin), m_entries.begin() + std::ptrdiff_t(end),
                  [this](const Entry &a, const Entry &b) { return isBefore(a.person, b.person); });
        keep(begin, end, true);
    }

    [[nodiscard]] bool isBefore(quint32 a, quint32 b) const
    {
        const auto key = [this](quint32 person) {
            const PersonIdentity &p = m_people[person];
            return std::tuple(m_words.text(p.familyJoined), m_words.text(p.givenJoined), p.birth.year, p.birth.month,
                              p.birth.day, m_words.text(p.door), m_words.text(p.phones[0]), person);
        };
        return key(a) < key(b);
    }

    void keep(std::size_t begin, std::size_t end, bool windowed)
    {
        if (end - begin < 2)
            return;
        m_pass.blocks.push_back({quint32(m_pass.members.size()), quint32(end - begin), windowed});
        for (std::size_t i = begin; i < end; ++i) {
            m_pass.members.push_back(m_entries[i].person);
            // Not everyone of a windowed block meets everyone else.
            if (windowed)
                m_keys[m_entries[i].person][m_entries[i].slot] = 0;
        }
    }

    std::span<const PersonIdentity> m_people;
    const Vocabulary &m_words;
    std::vector<BlockingKeys> &m_keys;
    CandidateBlocks::Pass &m_pass;
    CandidateBlocks::Refined &m_report;
    std::vector<Entry> m_entries;
};

} // namespace

CandidateBlocks CandidateBlocks::of(std::span<const PersonIdentity> people, const Vocabulary &words)
{
    constexpr std::size_t piece = 4096;
    CandidateBlocks blocks;
    blocks.m_keys.resize(people.size());
    inParallel(people.size(), piece, threadCount(), [&](std::size_t begin, std::size_t end, unsigned) {
        for (std::size_t i = begin; i < end; ++i)
            blocks.m_keys[i] = blockingKeysOf(people[i], words);
    });
    blocks.m_passes.resize(s_passes.size());
    std::vector<Refined> reports(s_passes.size());
    // Each pass writes only its own keys.
    inParallel(s_passes.size(), 1, threadCount(), [&](std::size_t begin, std::size_t, unsigned) {
        PassMaker(people, words, blocks.m_keys, blocks.m_passes[begin], reports[begin])
            .make(s_passes[begin][0], s_passes[begin][1]);
    });
    for (const Refined &report : reports) {
        if (report.blocks > 0)
            blocks.m_report.push_back(report);
    }
    return blocks;
}

} // namespace Chartline::Matching
