// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <vector>

namespace Chartline {

// Hands work from one thread to another; the one that fills it waits while more than `limit` units are in it, so that
// memory stays bounded.
template<typename T>
class BoundedQueue
{
public:
    explicit BoundedQueue(qint64 limit)
        : m_limit(limit)
    { }

    // False once the queue is closed: nobody will read it any more.
    bool push(T &&item, qint64 weight)
    {
        std::vector<T> used;
        std::unique_lock lock(m_mutex);
        used.swap(m_used);
        m_notFull.wait(lock, [this] { return m_closed || m_items.empty() || m_weight < m_limit; });
        if (m_closed)
            return false;
        m_weight += weight;
        m_items.emplace_back(std::move(item), weight);
        m_notEmpty.notify_one();
        lock.unlock();
        return true; // `used` is freed here
    }
    // What the reading thread is done with is freed by the filling one, at its next push(): it has the time, and the
    // memory is its own.
    void giveBack(T &&item)
    {
        const std::lock_guard lock(m_mutex);
        m_used.push_back(std::move(item));
        m_notFull.notify_one();
    }
    // For the filling thread, when it has nothing more to push: frees what comes back until the reading one is done.
    void freeUsed()
    {
        while (true) {
            std::vector<T> used;
            std::unique_lock lock(m_mutex);
            m_notFull.wait(lock, [this] { return m_done || !m_used.empty(); });
            used.swap(m_used);
            if (used.empty())
                return;
        }
    }
    // The reading thread will not give anything back any more.
    void done()
    {
        const std::lock_guard lock(m_mutex);
        m_done = true;
        m_notFull.notify_all();
    }
    // Nothing: the queue is closed and empty.
    std::optional<T> pop()
    {
        std::unique_lock lock(m_mutex);
        m_notEmpty.wait(lock, [this] { return m_closed || !m_items.empty(); });
        if (m_items.empty())
            return std::nullopt;
        std::optional<T> item(std::move(m_items.front().first));
        m_weight -= m_items.front().second;
        m_items.pop_front();
        m_notFull.notify_one();
        return item;
    }
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_notEmpty.notify_all();
        m_notFull.notify_all();
    }

private:
    const qint64 m_limit;
    std::mutex m_mutex;
    std::condition_variable m_notEmpty;
    std::condition_variable m_notFull;
    std::deque<std::pair<T, qint64>> m_items;
    std::vector<T> m_used;
    qint64 m_weight = 0;
    bool m_closed = false;
    bool m_done = false;
};

} // namespace Chartline
