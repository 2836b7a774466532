// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtTypes>
#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>
#include <vector>

namespace Chartline::Imaging {

// 0: as many as there are processors. At most 64.
[[nodiscard]] inline int usableThreads(int wanted)
{
    return std::clamp(wanted > 0 ? wanted : int(std::thread::hardware_concurrency()), 1, 64);
}

// Calls work(i) for every i in [0, count), each once, from up to `threads` threads including this one; returns when all
// are done. `work` must not throw.
template<typename Work>
void parallelFor(int threads, qint64 count, const Work &work)
{
    std::atomic<qint64> next{0};
    const auto run = [&] {
        for (qint64 i = next++; i < count; i = next++)
            work(i);
    };
    std::vector<std::jthread> helpers;
    const qint64 wanted = std::min<qint64>(usableThreads(threads), count);
    try {
        for (qint64 t = 1; t < wanted; ++t)
            helpers.emplace_back(run);
        run();
    } catch (const std::exception &) { // no further thread can be had: these do
        run();
    }
}

} // namespace Chartline::Imaging
