// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/matching/NameTables.h"

#include <array>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

namespace Chartline::Matching {

// A text kept once, whoever bears it. 0 is no text. Numbers differ from run to run: only texts are compared.
using TextId = quint32;

// What is worked out once for each text.
struct Word
{
    std::string_view text; // folded, UTF-8
    quint32 sound = 0; // nysiis() as a hash; 0 for what is no name
    quint32 block = 0; // soundex(), or a hash of the text where it has no Latin letters; 0 for what is no name
    quint32 spelling = 0; // spellingKey() as a hash
    NameFacts facts;
};

// Texts by number. Adding may be done by several threads at once; reading must not overlap with adding.
class Vocabulary
{
public:
    Vocabulary();
    ~Vocabulary();
    Vocabulary(const Vocabulary &) = delete;
    Vocabulary &operator=(const Vocabulary &) = delete;

    // 0 for an empty text. A name's sound and table entries are worked out where it is new.
    [[nodiscard]] TextId idOf(std::string_view text, bool isName = false);

    [[nodiscard]] const Word &word(TextId id) const { return m_shards[id % shardCount].words[id / shardCount]; }
    [[nodiscard]] std::string_view text(TextId id) const { return word(id).text; }
    // Above every number given so far.
    [[nodiscard]] std::size_t upperBound() const;

private:
    static constexpr quint32 shardCount = 64;
    struct Shard
    {
        std::mutex mutex;
        std::vector<Word> words; // [0] is empty
        std::vector<quint32> slots; // open addressing: index of a word, 0 where free
        std::vector<std::unique_ptr<char[]>> chunks;
        std::size_t used = 0; // of the last chunk

        [[nodiscard]] std::string_view keep(std::string_view text);
        void grow();
    };
    std::array<Shard, shardCount> m_shards;
};

// A number for a text that is the same in every run and on every machine (FNV-1a with a final mix).
[[nodiscard]] quint64 stableHash(std::string_view text, quint64 seed = 0);
// Mixes one more number into a hash.
[[nodiscard]] quint64 mixed(quint64 hash, quint64 value);

} // namespace Chartline::Matching
