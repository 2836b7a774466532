// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "vault/KeySlot.h"

#include <QByteArray>
#include <vector>

namespace Chartline {

// What a vault's header says. On disk (little-endian):
//
//   magic "CHRTVLT\n" · version u32 · generation u64 · vault id 16 · number of slots u32
//   each slot: id u32 · kind u8 · memory KiB u32 · passes u32 · lanes u32 · salt 32 · nonce 12 · wrapped key 32 · tag
//   16
//              · created i64 · label size u16 · label (UTF-8)
//   HMAC-SHA-256 (32) of all before, keyed from the data key: an altered header is found once it is unlocked
//   SHA-256 (32) of all before: tells damage from a wrong passphrase before anything is unlocked
//
// Every later version keeps the magic, the version's place and the closing SHA-256, so that this one can tell a newer
// header from a damaged one. The generation counts rewrites: of two good copies the higher one is the true one.
struct VaultHeader
{
    static constexpr quint32 version = 1;
    static constexpr qint64 maxBytes = 64 * 1024;
    static constexpr std::size_t maxSlots = 16;

    quint64 generation = 1;
    QUuid vaultId;
    std::vector<KeySlot> slots;

    [[nodiscard]] Result<QByteArray> encode(const SecureBytes &macKey) const;
    // VaultHeaderDamaged, VaultHeaderTooNew {folder, found, known}, or KeyDerivationRefused when a slot asks for a cost
    // outside the policy. `folder` is only for the error.
    [[nodiscard]] static Result<VaultHeader> decode(const QByteArray &bytes, const KdfPolicy &policy,
                                                    const QString &folder);
    // Whether bytes that decode() took carry the MAC of this key.
    [[nodiscard]] static Result<bool> isAuthentic(const QByteArray &bytes, const SecureBytes &macKey);

    [[nodiscard]] int count(KeySlot::Kind kind) const;
    // An id that no slot has in this header.
    [[nodiscard]] quint32 nextSlotId() const;

    bool operator==(const VaultHeader &) const = default;
};

} // namespace Chartline
