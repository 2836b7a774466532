// SPDX-License-Identifier: Apache-2.0
#include "identity/matching/Vocabulary.h"

#include "identity/matching/Phonetics.h"
#include "identity/matching/Romanise.h"

#include <algorithm>
#include <cstring>

namespace Chartline::Matching {

namespace {

constexpr std::size_t s_chunk = 16 * 1024;

quint32 shortHash(std::string_view text)
{
    return text.empty() ? 0 : quint32(stableHash(text) >> 32) | 1U;
}

Word wordOf(std::string_view text, bool isName)
{
    Word word;
    word.text = text;
    word.spelling = shortHash(spellingKey(text));
    if (isName) {
        word.sound = shortHash(nysiis(text));
        word.block = soundex(text);
        if (word.block == 0)
            word.block = shortHash(text);
        word.facts = nameFacts(text);
    }
    return word;
}

} // namespace

quint64 mixed(quint64 hash, quint64 value)
{
    // The finaliser of SplitMix64 (Steele, Lea and Flood 2014).
    quint64 z = hash + value * 0x9e3779b97f4a7c15ULL + 0x9e3779b97f4a7c15ULL;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

quint64 stableHash(std::string_view text, quint64 seed)
{
    quint64 hash = 0xcbf29ce484222325ULL ^ seed;
    for (const char c : text)
        hash = (hash ^ quint8(c)) * 0x100000001b3ULL;
    return mixed(hash, text.size());
}

Vocabulary::Vocabulary()
{
    for (Shard &shard : m_shards) {
        shard.words.resize(1);
        shard.slots.resize(64);
    }
}

Vocabulary::~Vocabulary() = default;

std::string_view Vocabulary::Shard::keep(std::string_view text)
{
    if (chunks.empty() || used + text.size() > s_chunk) {
        chunks.push_back(std::make_unique_for_overwrite<char[]>(std::max(s_chunk, text.size())));
        used = 0;
    }
    char *place = chunks.back().get() + used;
    std::memcpy(place, text.data(), text.size());
    used += text.size();
    return {place, text.size()};
}

void Vocabulary::Shard::grow()
{
    std::vector<quint32> larger(slots.size() * 2);
    for (quint32 index = 1; index < words.size(); ++index) {
        std::size_t slot = (stableHash(words[index].text) >> 8) & (larger.size() - 1);
        while (larger[slot] != 0)
            slot = (slot + 1) & (larger.size() - 1);
        larger[slot] = index;
    }
    slots = std::move(larger);
}

TextId Vocabulary::idOf(std::string_view text, bool isName)
{
    if (text.empty())
        return 0;
    const quint64 hash = stableHash(text);
    const auto number = quint32(hash % shardCount);
    Shard &shard = m_shards[number];
    const std::scoped_lock lock(shard.mutex);
    std::size_t slot = (hash >> 8) & (shard.slots.size() - 1);
    while (const quint32 index = shard.slots[slot]) {
        if (shard.words[index].text == text) {
            // Met before as a place, now as a name.
            if (isName && shard.words[index].block == 0)
                shard.words[index] = wordOf(shard.words[index].text, true);
            return index * shardCount + number;
        }
        slot = (slot + 1) & (shard.slots.size() - 1);
    }
    const auto index = quint32(shard.words.size());
    shard.words.push_back(wordOf(shard.keep(text), isName));
    shard.slots[slot] = index;
    if (shard.words.size() * 2 > shard.slots.size())
        shard.grow();
    return index * shardCount + number;
}

std::size_t Vocabulary::upperBound() const
{
    std::size_t most = 0;
    for (const Shard &shard : m_shards)
        most = std::max(most, shard.words.size());
    return most * shardCount;
}

} // namespace Chartline::Matching
