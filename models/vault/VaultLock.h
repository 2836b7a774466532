// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/FileDescriptor.h"
#include "base/Result.h"

namespace Chartline {

// Keeps a vault for this program alone, from acquire() until it is destroyed or the process ends, however it ends.
// An advisory flock() on `vault.lock`, or on the header where the disk cannot be written to.
class VaultLock
{
public:
    // VaultInUse when another holder, in this process or any other, has the vault. VaultNotFound without a folder.
    [[nodiscard]] static Result<VaultLock> acquire(const QString &folder);

    // The folder cannot be written to: the vault can be looked at, nothing can be stored.
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }

private:
    VaultLock(FileDescriptor file, bool readOnly)
        : m_file(std::move(file))
        , m_readOnly(readOnly)
    { }

    FileDescriptor m_file; // closing it releases the lock
    bool m_readOnly = false;
};

} // namespace Chartline
