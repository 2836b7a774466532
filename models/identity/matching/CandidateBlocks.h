// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/matching/BlockingKeys.h"

#include <span>

namespace Chartline::Matching {

// Groups of people that are compared with each other: the union of all blocking keys. A key that more than `largest`
// people share is refined step by step by more that they share; what stays too large then is put in order of name and
// birth, and each is compared with its next `window` neighbours. Nothing is left out in silence: report() says which keys
// were refined. Source of blocking by several keys and by windows: Hernández and Stolfo 1995 (merge/purge).
class CandidateBlocks
{
public:
    static constexpr std::size_t largest = 60;
    static constexpr std::size_t window = 20;

    struct Block
    {
        quint32 begin = 0; // within the members of its pass
        quint32 size = 0;
        bool windowed = false;
    };
    // One key, or two that are alike (first and second telephone).
    struct Pass
    {
        BlockingKey first = BlockingKey::Number;
        std::vector<quint32> members;
        std::vector<Block> blocks; // of two and more
    };
    struct Refined
    {
        BlockingKey key = BlockingKey::Number;
        quint64 blocks = 0; // were too large
        quint64 largestBlock = 0;
        quint64 windowed = 0; // stayed too large to the end
        quint64 withoutNext = 0; // people left alone because what would have refined the key is missing
    };

    [[nodiscard]] static CandidateBlocks of(std::span<const PersonIdentity> people, const Vocabulary &words);

    [[nodiscard]] const std::vector<Pass> &passes() const { return m_passes; }
    [[nodiscard]] const std::vector<Refined> &report() const { return m_report; }
    // True where both already meet in a pass before this one.
    [[nodiscard]] bool metBefore(quint32 a, quint32 b, BlockingKey first) const
    {
        const BlockingKeys &mine = m_keys[a];
        const BlockingKeys &other = m_keys[b];
        for (std::size_t key = 0; key < std::size_t(first); ++key) {
            if (mine[key] != 0 && mine[key] == other[key])
                return true;
        }
        return false;
    }

private:
    std::vector<BlockingKeys> m_keys; // as refined; 0 in windowed blocks
    std::vector<Pass> m_passes;
    std::vector<Refined> m_report; // only keys that were refined
};

} // namespace Chartline::Matching
