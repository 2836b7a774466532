// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/FileWalker.h"

#include <memory>

struct zip;

namespace Chartline {

// What has come out of one archive a person chose, and of the archives in it. Every byte counts once, however often an
// entry is read.
class ArchiveBudget
{
public:
    ArchiveBudget(const ArchiveLimits &limits, qint64 packedBytes)
        : m_limits(limits)
        , m_packed(std::max<qint64>(1, packedBytes))
    { }
    [[nodiscard]] Status addEntries(qint64 count);
    [[nodiscard]] Status addBytes(qint64 count);
    // The limit that was passed; nothing more of the archive is read then.
    [[nodiscard]] const std::optional<Error> &exceeded() const { return m_exceeded; }
    [[nodiscard]] const ArchiveLimits &limits() const { return m_limits; }

private:
    ArchiveLimits m_limits;
    qint64 m_packed;
    qint64 m_entries = 0;
    qint64 m_bytes = 0;
    std::optional<Error> m_exceeded;
};

// One open ZIP archive: a file, or bytes in memory (a ZIP in a ZIP). Entries' names are only ever told, never used as
// paths.
class ZipArchive : public std::enable_shared_from_this<ZipArchive>
{
public:
    struct Entry
    {
        qint64 index = 0;
        QString name; // with "/" between folders
        qint64 size = -1;
        // Why it cannot be read; None for one that can.
        ErrorCode refusal = ErrorCode::None;
        QString detail;
    };

    [[nodiscard]] static Result<std::shared_ptr<ZipArchive>> openFile(int descriptor,
                                                                      std::shared_ptr<ArchiveBudget> budget);
    [[nodiscard]] static Result<std::shared_ptr<ZipArchive>> openBytes(QByteArray bytes,
                                                                       std::shared_ptr<ArchiveBudget> budget);
    ~ZipArchive();

    // The files in it, in name order; folders and operating systems' leftovers are left out.
    [[nodiscard]] std::vector<Entry> entries() const;
    [[nodiscard]] Result<std::unique_ptr<ByteStream>> open(const Entry &entry);
    [[nodiscard]] ArchiveBudget &budget() { return *m_budget; }
    [[nodiscard]] const std::shared_ptr<ArchiveBudget> &sharedBudget() const { return m_budget; }

private:
    friend class ZipEntryStream;
    explicit ZipArchive(std::shared_ptr<ArchiveBudget> budget);
    [[nodiscard]] Entry describe(qint64 index) const;

    zip *m_zip = nullptr;
    QByteArray m_bytes;
    std::shared_ptr<ArchiveBudget> m_budget;
    // By entry index: how much of it has been counted.
    std::vector<qint64> m_counted;
};

// True for the first bytes of a ZIP archive, whatever its name.
[[nodiscard]] bool isZip(QByteArrayView head);

} // namespace Chartline
