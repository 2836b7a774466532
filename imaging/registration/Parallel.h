// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace Chartline::Imaging::Rigid {

// How a computation is watched from outside.
struct Control
{
    const std::atomic_bool *cancel = nullptr;
    int threads = 1;

    [[nodiscard]] bool cancelled() const { return cancel && cancel->load(std::memory_order_relaxed); }
};

// As many threads as asked for; 0: one for each core.
[[nodiscard]] inline int threadCount(int asked)
{
    const int cores = int(std::max(1U, std::thread::hardware_concurrency()));
    return asked > 0 ? std::min(asked, 64) : std::min(cores, 64);
}

// Calls body(i) once for each i below `count`, from several threads; the caller's is one of them. Items not yet begun
// are left out once cancelled. What a body throws is thrown here, after all have ended.
template<typename Body>
void parallelFor(const Control &control, int count, Body &&body)
{
    std::atomic_int next{0};
    std::exception_ptr thrown;
    std::mutex mutex;
    const auto work = [&] {
        for (int i = next++; i < count && !control.cancelled(); i = next++) {
            try {
                body(i);
            } catch (...) {
                const std::lock_guard lock(mutex);
                thrown = std::current_exception();
                next = count;
            }
        }
    };
    {
        std::vector<std::jthread> helpers;
        const int wanted = std::min(control.threads, count) - 1;
        try {
            for (int i = 0; i < wanted; ++i)
                helpers.emplace_back(work);
        } catch (const std::system_error &) { // NOLINT(bugprone-empty-catch)
            // Fewer threads do the same work.
        }
        work();
    }
    if (thrown)
        std::rethrow_exception(thrown);
}

} // namespace Chartline::Imaging::Rigid
