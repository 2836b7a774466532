// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <condition_variable>
#include <mutex>
#include <optional>

namespace Chartline {

// Both passes of an import go over the same files. The first leaves here what it has read, so that the second, which
// runs behind it on another thread, need not read and hash again. What is kept is bounded: a file that was not kept is
// read twice, as is one that is not the same in both passes.
class ReadAhead
{
public:
    struct File
    {
        QByteArray content;
        QByteArray sha256; // may be empty: not computed
    };

    explicit ReadAhead(qint64 limit)
        : m_limit(limit)
    { }

    // First pass, once for each file in order. `content` is empty where it is not to be kept.
    void put(const QString &path, QByteArray content, const QByteArray &sha256)
    {
        const std::lock_guard lock(m_mutex);
        const qint64 weight = weightOf(content);
        if (!content.isEmpty() && m_kept + weight <= m_limit) {
            m_kept += weight;
            m_files.insert(m_passed, {path, {std::move(content), sha256}});
        }
        ++m_passed;
        m_more.notify_one();
    }
    // The first pass is over.
    void finish()
    {
        const std::lock_guard lock(m_mutex);
        m_finished = true;
        m_more.notify_all();
    }
    // Second pass, once for each file in order: returns when the first pass has passed it. Nothing: it was not kept.
    std::optional<File> take(const QString &path)
    {
        std::unique_lock lock(m_mutex);
        const qint64 index = m_taken++;
        m_more.wait(lock, [&] { return m_finished || m_passed > index; });
        const auto found = m_files.find(index);
        if (found == m_files.end())
            return std::nullopt;
        auto [name, file] = std::move(*found);
        m_files.erase(found);
        m_kept -= weightOf(file.content);
        // Another folder listing than in the first pass.
        if (name != path)
            return std::nullopt;
        return std::move(file);
    }

private:
    // A small file costs more than its bytes.
    static qint64 weightOf(const QByteArray &content) { return qMax<qint64>(content.capacity(), 4096); }

    const qint64 m_limit;
    std::mutex m_mutex;
    std::condition_variable m_more;
    QHash<qint64, std::pair<QString, File>> m_files; // by place in the walk
    qint64 m_passed = 0;
    qint64 m_taken = 0;
    qint64 m_kept = 0;
    bool m_finished = false;
};

} // namespace Chartline
