// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "vault/HeaderFiles.h"
#include "vault/KeyHolder.h"
#include "vault/VaultLock.h"

#include <memory>

namespace Chartline {

// A vault that is open: its lock, its keys, and what was met while opening it.
struct OpenVault
{
    VaultLock lock;
    std::unique_ptr<KeyHolder> keys;
    QUuid id;
    bool headerRepaired = false; // one copy of the header was damaged or missing and has been written anew
};

struct CreatedVault
{
    OpenVault vault;
    SecureBytes recoveryKey; // printable ASCII; the one time it is ever shown
};

// What a key slot says of itself, for a list of them.
struct SlotInfo
{
    quint32 id = 0;
    KeySlot::Kind kind = KeySlot::Kind::Passphrase;
    qint64 createdMs = 0; // milliseconds since 1970, UTC
    QString label;
};

// The folder of a vault and the operations on its keys. Passphrases are UTF-8 in any normalisation form. Those that
// change an open vault take its OpenVault, which proves that the lock is held.
//
// Errors of all: VaultNotFound, VaultInUse, VaultHeaderDamaged, VaultHeaderTooNew, KeyDerivationRefused, CryptoFailed;
// when writing DiskFull, ReadOnlyFileSystem, FileNotWritable, IoFailed, after which the vault is as it was.
class Vault
{
public:
    // More passphrases would make the last of them take too long: each wrong slot costs a whole derivation.
    static constexpr int maxPassphraseSlots = 3;
    static constexpr int maxRecoverySlots = 8;

    explicit Vault(QString folder, KdfPolicy policy = {});

    // Makes the folder when needed (its parent must exist) with mode 0700, a random data key, a passphrase slot of the
    // given cost and a recovery slot. VaultExists when the folder has any part of a vault; PassphraseTooShort.
    [[nodiscard]] Result<CreatedVault> create(const SecureBytes &passphrase, const KdfParameters &kdf) const;

    // WrongPassphrase {folder}. A damaged copy of the header is repaired only after success.
    [[nodiscard]] Result<OpenVault> unlock(const SecureBytes &passphrase) const;
    // RecoveryKeyMalformed for a typing mistake; WrongPassphrase {folder, "recovery-key"} for another vault's key.
    [[nodiscard]] Result<OpenVault> unlockWithRecoveryKey(const SecureBytes &text) const;

    // Replaces the slot that `current` opens. Only the key is wrapped anew; no data is rewritten.
    [[nodiscard]] Status changePassphrase(const OpenVault &vault, const SecureBytes &current, const SecureBytes &next,
                                          const KdfParameters &kdf) const;
    // For a vault opened with its recovery key: one new passphrase in place of all there were.
    [[nodiscard]] Status resetPassphrase(const OpenVault &vault, const SecureBytes &next,
                                         const KdfParameters &kdf) const;

    [[nodiscard]] Result<std::vector<SlotInfo>> slots() const;
    // The new slot's id. ConstraintViolated beyond the number of slots allowed.
    [[nodiscard]] Result<quint32> addPassphrase(const OpenVault &vault, const SecureBytes &passphrase,
                                                const KdfParameters &kdf, const QString &label) const;
    // The new recovery key as text.
    [[nodiscard]] Result<SecureBytes> addRecoveryKey(const OpenVault &vault, const QString &label) const;
    // NotFound {id}; ConstraintViolated for the last slot of its kind.
    [[nodiscard]] Status removeSlot(const OpenVault &vault, quint32 id) const;

private:
    [[nodiscard]] Result<OpenVault> unlockWith(KeySlot::Kind kind, const SecureBytes &secret) const;
    [[nodiscard]] Result<CreatedVault> fill(VaultLock lock, const SecureBytes &normalised,
                                            const KdfParameters &kdf) const;
    [[nodiscard]] Status checkNew(const SecureBytes &normalised, const KdfParameters &kdf) const;
    [[nodiscard]] Result<VaultHeader> authenticHeader(const OpenVault &vault) const;
    [[nodiscard]] Status writeHeader(VaultHeader header, const KeyHolder &keys) const;

    QString m_folder;
    HeaderFiles m_files;
    KdfPolicy m_policy;
};

} // namespace Chartline
