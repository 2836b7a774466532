// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "vault/VaultHeader.h"

#include <QStringList>

namespace Chartline {

// One copy of the header that could be read, with its bytes for the MAC.
struct HeaderCopy
{
    VaultHeader header;
    QByteArray bytes;
};

// The copies of a vault's header. `copies` has one or two, the one to use first; a second only when it differs.
struct HeaderRead
{
    std::vector<HeaderCopy> copies;
    bool needsRepair = false; // a copy is missing, damaged, or older than the other
};

// The two files of a vault's header, `vault.header` and `vault.header.copy`.
class HeaderFiles
{
public:
    explicit HeaderFiles(QString folder);

    [[nodiscard]] QString path() const;
    [[nodiscard]] QString copyPath() const;

    // VaultNotFound when the folder holds nothing of a vault; VaultHeaderDamaged when no copy is good, or when none is
    // there but records or blobs are; VaultHeaderTooNew and KeyDerivationRefused as VaultHeader::decode says;
    // FileNotReadable when the system refuses access to both.
    [[nodiscard]] Result<HeaderRead> read(const KdfPolicy &policy) const;

    // Replaces both copies. Whatever can run out of space happens before the first is replaced, so after an error
    // both are what they were (but for a failure between two renames, after which they differ and the newer one
    // counts). To be called with the vault's lock held.
    [[nodiscard]] Status write(const QByteArray &bytes) const;
    // Rewrites only what is not already these bytes. False when that was not possible.
    [[nodiscard]] bool repair(const QByteArray &bytes) const;

    // Takes both files away again, for a vault whose making failed.
    void remove() const;

private:
    QString m_folder;
};

} // namespace Chartline
