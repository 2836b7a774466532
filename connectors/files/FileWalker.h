// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ingest/InputWalker.h"

namespace Chartline {

// Limits for archives, all counted on what actually comes out of the inflater, never on what the archive claims.
struct ArchiveLimits
{
    qint64 entries = 100'000;
    qint64 totalBytes = 64LL * 1024 * 1024 * 1024;
    // Inflated to packed, for an archive as a whole, once more than `ratioFloor` bytes have come out.
    int ratio = 200;
    qint64 ratioFloor = 64LL * 1024 * 1024;
    // ZIP in ZIP.
    int depth = 3;
};

// Walks files, folders and ZIP archives.
class FileWalker final : public InputWalker
{
public:
    explicit FileWalker(ArchiveLimits limits = {});
    void walk(const QStringList &paths, const WalkCallbacks &callbacks) const override;

private:
    ArchiveLimits m_limits;
};

} // namespace Chartline
