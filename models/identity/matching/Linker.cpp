// SPDX-License-Identifier: Apache-2.0
#include "identity/matching/Linker.h"

#include "identity/matching/Parallel.h"

#include <algorithm>

namespace Chartline::Matching {

namespace {

// What one thread has found.
struct Found
{
    std::vector<Link> links;
    quint64 comparisons = 0;
};

void compare(quint32 first, quint32 second, std::span<const PersonIdentity> people, const Matcher &matcher, Found &found)
{
    const auto [a, b] = std::minmax(first, second);
    if (a == b)
        return;
    ++found.comparisons;
    const MatchScore score = matcher.score(people[a], people[b]);
    if (score.verdict != Verdict::Different)
        found.links.push_back({a, b, float(score.odds), score.verdict, score.tier, score.vetoes});
}

void compareBlock(const CandidateBlocks::Pass &pass, const CandidateBlocks::Block &block,
                  const CandidateBlocks &blocks, std::span<const PersonIdentity> people, const Matcher &matcher,
                  Found &found)
{
    const std::span members(pass.members.data() + block.begin, block.size);
    for (std::size_t i = 0; i < members.size(); ++i) {
        const std::size_t end =
            block.windowed ? std::min(members.size(), i + 1 + CandidateBlocks::window) : members.size();
        for (std::size_t j = i + 1; j < end; ++j) {
            if (!blocks.metBefore(members[i], members[j], pass.first))
                compare(members[i], members[j], people, matcher, found);
        }
    }
}

bool isSamePair(const Link &a, const Link &b)
{
    return a.a == b.a && a.b == b.b;
}

} // namespace

LinkResult linksOf(std::span<const PersonIdentity> people, const Matcher &matcher, const Progress &progress)
{
    const CandidateBlocks blocks = CandidateBlocks::of(people, matcher.words());
    const unsigned threads = threadCount();
    std::vector<Found> found(threads);
    std::size_t total = 0;
    for (const CandidateBlocks::Pass &pass : blocks.passes())
        total += pass.blocks.size();
    std::size_t before = 0;
    constexpr std::size_t piece = 256;
    for (const CandidateBlocks::Pass &pass : blocks.passes()) {
        inParallel(pass.blocks.size(), piece, threads, [&](std::size_t begin, std::size_t end, unsigned thread) {
            for (std::size_t i = begin; i < end; ++i)
                compareBlock(pass, pass.blocks[i], blocks, people, matcher, found[thread]);
            if (progress && thread == 0)
                progress(double(before + end) / double(total));
        });
        before += pass.blocks.size();
    }
    LinkResult result;
    result.refined = blocks.report();
    for (Found &one : found) {
        result.comparisons += one.comparisons;
        result.links.insert(result.links.end(), one.links.begin(), one.links.end());
        one.links = {};
    }
    std::ranges::sort(result.links, [](const Link &a, const Link &b) { return std::tie(a.a, a.b) < std::tie(b.a, b.b); });
    const auto repeated = std::ranges::unique(result.links, isSamePair);
    result.links.erase(repeated.begin(), repeated.end());
    return result;
}

} // namespace Chartline::Matching
