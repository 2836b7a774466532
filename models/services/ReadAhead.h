// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QMultiHash>
#include <condition_variable>
#include <mutex>
#include <optional>

namespace Chartline {

// Both passes of an import go over the same files. The first leaves here what it has read, so that the
// second, which runs behind it on another thread, need not read and hash again. What is kept is bounded: a file that
// was not kept is read twice.
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

    // First pass. `content` may be empty.
    void put(const QString &path, QByteArray content, const QByteArray &sha256)
    {
        const std::lock_guard lock(m_mutex);
        std::optional<File> file;
        if (!content.isEmpty() && m_kept + content.size() <= m_limit) {
            m_kept += content.size();
            file = File{std::move(content), sha256};
        }
        m_files.insert(path, std::move(file));
        m_more.notify_one();
    }
    // The first pass is over.
    void finish()
    {
        const std::lock_guard lock(m_mutex);
        m_finished = true;
        m_more.notify_all();
    }
    // Second pass, once the first has passed the file. Nothing: it was not kept.
    std::optional<File> take(const QString &path)
    {
        std::unique_lock lock(m_mutex);
        m_more.wait(lock, [&] { return m_finished || m_files.contains(path); });
        std::optional<File> file = m_files.take(path);
        if (file)
            m_kept -= file->content.size();
        return file;
    }

private:
    const qint64 m_limit;
    std::mutex m_mutex;
    std::condition_variable m_more;
    QMultiHash<QString, std::optional<File>> m_files;
    qint64 m_kept = 0;
    bool m_finished = false;
};

} // namespace Chartline
