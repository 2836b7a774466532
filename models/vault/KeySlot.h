// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "base/SecureBytes.h"
#include "vault/AesGcm.h"
#include "vault/KdfParameters.h"

#include <QString>
#include <QUuid>
#include <array>

namespace Chartline {

// One way to open a vault: its data key, encrypted (AES-256-GCM) under a key that Argon2id makes from a passphrase or a
// recovery key. The encryption also binds format version, vault id, slot id, kind and cost, so that none of them can be
// changed, nor a slot moved to another vault, without the slot ceasing to open.
struct KeySlot
{
    enum class Kind : quint8 { Passphrase = 1, RecoveryKey = 2 };

    quint32 id = 0;
    Kind kind = Kind::Passphrase;
    KdfParameters kdf;
    std::array<unsigned char, 32> salt = {};
    AesGcm::Nonce nonce = {};
    std::array<unsigned char, 32> wrapped = {};
    std::array<unsigned char, AesGcm::tagSize> tag = {};
    qint64 createdMs = 0; // milliseconds since 1970, UTC
    QString label; // what a person called it; at most maxLabelBytes of UTF-8

    static constexpr qsizetype maxLabelBytes = 200;

    // Makes the slot with a fresh salt and nonce. `secret`: the normalised passphrase, or the recovery key's 20 bytes.
    [[nodiscard]] static Result<KeySlot> wrap(const QUuid &vaultId, quint32 id, Kind kind, const SecureBytes &secret,
                                              const KdfParameters &kdf, const SecureBytes &dataKey,
                                              const QString &label);
    // The data key; WrongPassphrase (no arguments) when the secret does not fit. Takes as long as the slot's cost says.
    [[nodiscard]] Result<SecureBytes> unwrap(const QUuid &vaultId, const SecureBytes &secret) const;

    bool operator==(const KeySlot &) const = default;
};

} // namespace Chartline
