// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "base/SecureBytes.h"

#include <QByteArrayView>
#include <mutex>

namespace Chartline {

// Holds the vault's data key while it is unlocked, and gives out one sub-key for each use so that no key serves two.
// Safe to use from several threads; after wipe() every call gives VaultLocked.
class KeyHolder
{
public:
    explicit KeyHolder(SecureBytes dataKey);
    KeyHolder(const KeyHolder &) = delete;
    KeyHolder &operator=(const KeyHolder &) = delete;

    // The labels in use. What is on disk depends on them: never change one.
    static constexpr QByteArrayView database = "records.db";
    static constexpr QByteArrayView blobs = "blobs";
    static constexpr QByteArrayView blobNames = "blob-names";
    static constexpr QByteArrayView headerMac = "header-mac";
    static constexpr QByteArrayView backup = "backup";

    // 32 bytes: HKDF-SHA-256 of the data key with this label.
    [[nodiscard]] Result<SecureBytes> derive(QByteArrayView label) const;
    // A copy of the data key itself, for wrapping it in another key slot.
    [[nodiscard]] Result<SecureBytes> dataKey() const;

    [[nodiscard]] bool isWiped() const;
    void wipe();

private:
    mutable std::mutex m_mutex;
    SecureBytes m_dataKey;
};

} // namespace Chartline
