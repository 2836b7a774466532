// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace Chartline::Matching {

// Calls work(begin, end, thread) for pieces of 0..count on several threads, and returns when all is done. What each
// piece does must not depend on which thread does it.
template<typename Work>
void inParallel(std::size_t count, std::size_t piece, unsigned threads, Work work)
{
    std::atomic<std::size_t> next = 0;
    const auto run = [&](unsigned thread) {
        for (std::size_t begin = next.fetch_add(piece); begin < count; begin = next.fetch_add(piece))
            work(begin, std::min(begin + piece, count), thread);
    };
    std::vector<std::jthread> others;
    for (unsigned thread = 1; thread < threads && std::size_t(thread) * piece < count; ++thread)
        others.emplace_back(run, thread);
    run(0);
}

// As many as the machine has cores, at least one.
[[nodiscard]] inline unsigned threadCount()
{
    return std::max(std::thread::hardware_concurrency(), 1U);
}

} // namespace Chartline::Matching
